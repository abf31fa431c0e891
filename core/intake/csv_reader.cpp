#include "core/intake/csv_reader.h"

#include "core/intake/clean_text.h"
#include "core/intake/consent_words.h"
#include "core/intake/csv_stream.h"
#include "core/intake/lead_identity.h"
#include "core/intake/lenient_date.h"
#include "core/intake/normalize.h"

#include <QCoreApplication>
#include <QHash>

namespace beback {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

void appendCell(QByteArray &line, QByteArrayView cell)
{
    if (!line.isEmpty() && line.back() != '\n')
        line += ',';
    line += '"';
    for (const char c : cell) {
        if (c == '"')
            line += '"';
        line += c;
    }
    line += '"';
}

class RowReader
{
public:
    RowReader(const CsvStream &stream, const CsvContext &context) : m_stream(stream), m_context(context) {}

    Result<void> readHeads(const CsvStream::Row &row)
    {
        QStringList heads;
        for (qsizetype i = 0; i < row.size(); ++i)
            heads.append(cleanLine(m_stream.text(row.at(i))));
        m_mapping = m_context.mapping ? *m_context.mapping : CsvMapping::guess(heads);
        if (!m_context.mapping && !m_context.dateOrder.isEmpty())
            m_mapping.dateOrder = m_context.dateOrder;
        QHash<QString, QString> fieldOf;
        for (auto it = m_mapping.columnOf.cbegin(); it != m_mapping.columnOf.cend(); ++it) {
            const qsizetype column = heads.indexOf(it.value());
            if (column < 0)
                continue;
            m_columnOf.insert(it.key(), column);
            fieldOf.insert(it.value(), it.key());
        }
        if (m_columnOf.isEmpty())
            return Error{Code::Invalid,
                         say("None of the columns of this file is understood. Its first row has to name them; choose which "
                             "column holds what."),
                         {}};
        for (const QString &head : heads) {
            m_extraHeads.append(fieldOf.contains(head) ? QString() : head);
            appendCell(m_headLine, fieldOf.value(head, head).toUtf8());
        }
        if (!m_columnOf.contains(QStringLiteral("source")))
            appendCell(m_headLine, "source");
        m_headLine += '\n';
        QStringList unmapped = m_extraHeads;
        unmapped.removeAll(QString());
        if (m_context.unmapped && !unmapped.isEmpty())
            m_context.unmapped(unmapped);
        return {};
    }

    Reading read(const CsvStream::Row &row)
    {
        m_row = &row;
        Reading reading;
        reading.place = say("row %1").arg(row.number);
        reading.format = format();
        reading.content = contentOf(row);
        if (row.cellTooLong) {
            reading.refusal = Error{Code::Invalid, say("A cell of this row is longer than 64 kB."), {}};
            return reading;
        }
        LeadDraft draft;
        readPerson(draft);
        readVehicles(draft);
        readWords(draft);
        const QString stated = readDates(draft);
        keepRest(row, draft);
        if (auto reachable = checkReachable(draft); !reachable) {
            reading.refusal = reachable.error();
            return reading;
        }
        if (const QString id = value("lead_id"); !id.isEmpty())
            draft.keys.append(QStringLiteral("csv:%1/%2").arg(draft.source.toLower(), id.left(100)));
        draft.keys.append(contentPrint(draft, stated));
        reading.lead = std::move(draft);
        return reading;
    }

private:
    QString raw(const char *field) const
    {
        const auto it = m_columnOf.constFind(QLatin1String(field));
        return it == m_columnOf.constEnd() ? QString() : m_stream.text(m_row->at(*it));
    }
    QString value(const char *field) const
    {
        const QString text = cleanLine(raw(field));
        return meansNothing(text) ? QString() : text;
    }

    QString format() const
    {
        const QString zone = m_mapping.zone;
        const bool plain = zone.isEmpty() && m_mapping.dateOrder == QLatin1String("mdy");
        return plain ? QStringLiteral("csv") : QStringLiteral("csv %1 %2").arg(m_mapping.dateOrder, zone).trimmed();
    }

    QString sourceOfRow() const
    {
        if (const QString own = value("source"); !own.isEmpty())
            return own.left(120);
        return m_mapping.source.isEmpty() ? m_context.source : m_mapping.source;
    }

    QByteArray contentOf(const CsvStream::Row &row) const
    {
        QByteArray content = m_headLine;
        const qsizetype columns = std::max(row.size(), m_extraHeads.size());
        for (qsizetype i = 0; i < columns; ++i)
            appendCell(content, row.at(i));
        if (!m_columnOf.contains(QStringLiteral("source")))
            appendCell(content, sourceOfRow().toUtf8());
        content += '\n';
        return content;
    }

    void readPerson(LeadDraft &draft) const
    {
        const QString company = value("company");
        const NameParts parts{raw("full_name"), raw("first_name"), raw("middle_name"), raw("last_name"), raw("suffix"), false};
        draft.name = readName(parts);
        if (draft.name.display().isEmpty() && !company.isEmpty())
            draft.name = readName({company, {}, {}, {}, {}, true});
        else if (!company.isEmpty())
            draft.extra.insert(QStringLiteral("company"), company);
        Address written;
        written.street = value("street");
        if (const QString second = value("street2"); !second.isEmpty())
            written.street += (written.street.isEmpty() ? QString() : QStringLiteral(", ")) + second;
        written.city = value("city");
        written.region = value("region");
        written.postcode = value("postcode");
        written.country = value("country");
        draft.address = readAddress(written);
        static const struct {
            const char *field;
            const char *label;
        } phones[] = {{"mobile_phone", "mobile"}, {"phone", ""}, {"home_phone", "home"}, {"work_phone", "work"}};
        for (const auto &phone : phones) {
            for (ContactPoint point : readPhones(value(phone.field), draft.address.country, &draft.warnings)) {
                point.label = QLatin1String(phone.label);
                addPoint(draft.points, point);
            }
        }
        for (const char *field : {"email", "email2"})
            for (const ContactPoint &point : readEmails(value(field), &draft.warnings))
                addPoint(draft.points, point);
        if (const QString language = value("language").toLower(); language.size() == 2)
            draft.language = language;
        else if (language.startsWith(QLatin1String("span")) || language.startsWith(QLatin1String("espa")))
            draft.language = QStringLiteral("es");
    }

    void readVehicles(LeadDraft &draft) const
    {
        Vehicle &v = draft.wanted;
        v.year = value("year");
        v.make = value("make");
        v.model = value("model");
        v.trim = value("trim");
        v.color = value("color");
        v.stock = value("stock");
        v.vin = value("vin").toUpper();
        v.odometer = value("odometer");
        v.priceCents = readPrice(value("price"));
        const QString condition = value("condition").toLower();
        if (condition.startsWith(QLatin1String("new")))
            v.condition = QStringLiteral("new");
        else if (condition.startsWith(QLatin1String("used")) || condition.contains(QLatin1String("certified")))
            v.condition = QStringLiteral("used");
        if (const QString whole = value("vehicle"); !whole.isEmpty() && v.label().isEmpty()) {
            const bool year = whole.size() > 5 && whole[4] == QLatin1Char(' ') && whole.left(4).toInt() >= 1900;
            v.year = year ? whole.left(4) : QString();
            v.model = year ? whole.mid(5) : whole;
        }
        Vehicle trade;
        trade.year = value("trade_year");
        trade.make = value("trade_make");
        trade.model = value("trade_model");
        trade.vin = value("trade_vin").toUpper();
        trade.odometer = value("trade_odometer");
        if (!trade.isEmpty())
            draft.trade = trade;
    }

    void readWords(LeadDraft &draft) const
    {
        const QString comment = cleanText(raw("comments")).left(16000);
        const CommentParts parts = partComment(meansNothing(comment) ? QString() : comment);
        draft.comments = parts.own;
        draft.consentSaid = parts.consentSaid;
        if (const QString said = value("consent_said"); !said.isEmpty())
            draft.consentSaid += (draft.consentSaid.isEmpty() ? QString() : QStringLiteral("\n")) + said;
        draft.timeframe = value("timeframe").left(500);
        draft.source = sourceOfRow();
        draft.vendor = value("vendor");
        draft.ownerLogin = value("owner").toLower().left(60);
    }

    QString readDates(LeadDraft &draft) const
    {
        const QString written = value("request_date");
        const QString zone = m_mapping.zone.isEmpty() ? m_context.zone : m_mapping.zone;
        if (const auto date = readDate(written, zone, m_mapping.dateOrder)) {
            draft.requestedAt = date->at;
            draft.requestZoneAssumed = date->zoneAssumed;
        } else if (!written.isEmpty()) {
            draft.warnings.append(say("The request date “%1” was not understood.").arg(written.left(60)));
        }
        return written;
    }

    // Columns nobody gave to a field are kept by their heads.
    void keepRest(const CsvStream::Row &row, LeadDraft &draft) const
    {
        for (qsizetype i = 0; i < row.size() && i < m_extraHeads.size() && draft.extra.size() < 60; ++i) {
            if (m_extraHeads[i].isEmpty())
                continue;
            const QString text = cleanLine(m_stream.text(row.at(i)));
            if (!meansNothing(text))
                draft.extra.insert(m_extraHeads[i].left(80), text.left(1000));
        }
    }

    const CsvStream &m_stream;
    const CsvContext &m_context;
    const CsvStream::Row *m_row = nullptr;
    CsvMapping m_mapping;
    QHash<QString, qsizetype> m_columnOf; // field -> column
    QStringList m_extraHeads;             // by column; empty where a field has it
    QByteArray m_headLine;
};

} // namespace

Result<void> forEachCsvLead(QIODevice &input, const CsvContext &context, const std::function<bool(Reading &&)> &take)
{
    CsvStream stream(input);
    RowReader reader(stream, context);
    std::optional<Error> headsFailed;
    bool any = false;
    const auto read = stream.read([&](const CsvStream::Row &row) {
        if (std::exchange(any, true))
            return take(reader.read(row));
        if (auto heads = reader.readHeads(row); !heads)
            headsFailed = heads.error();
        return !headsFailed;
    });
    if (headsFailed)
        return *headsFailed;
    BEBACK_CHECK(read);
    if (!any)
        return Error{Code::Invalid, say("This file is empty."), {}};
    return {};
}

} // namespace beback
