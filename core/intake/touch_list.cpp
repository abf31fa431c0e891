#include "core/intake/touch_list.h"

#include "core/intake/csv_stream.h"
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

// The field a head names; empty: none of ours.
QString fieldOf(const QString &head)
{
    static const QHash<QString, QString> names = {
        {QStringLiteral("when"), QStringLiteral("when")},       {QStringLiteral("date"), QStringLiteral("when")},
        {QStringLiteral("sent"), QStringLiteral("when")},       {QStringLiteral("time"), QStringLiteral("when")},
        {QStringLiteral("phone"), QStringLiteral("phone")},     {QStringLiteral("mobile"), QStringLiteral("phone")},
        {QStringLiteral("number"), QStringLiteral("phone")},    {QStringLiteral("email"), QStringLiteral("email")},
        {QStringLiteral("address"), QStringLiteral("email")},   {QStringLiteral("medium"), QStringLiteral("medium")},
        {QStringLiteral("channel"), QStringLiteral("medium")},  {QStringLiteral("outcome"), QStringLiteral("outcome")},
        {QStringLiteral("result"), QStringLiteral("outcome")},  {QStringLiteral("department"), QStringLiteral("department")},
        {QStringLiteral("note"), QStringLiteral("note")},       {QStringLiteral("subject"), QStringLiteral("note")}};
    QString plain = head.toLower();
    plain.removeIf([](QChar c) { return !c.isLetter(); });
    return names.value(plain);
}

class Reader
{
public:
    Reader(const CsvStream &stream, QString department, QString zone, Instant now)
        : m_stream(stream), m_department(std::move(department)), m_zone(std::move(zone)), m_now(now)
    {
    }

    Result<void> heads(const CsvStream::Row &row)
    {
        for (qsizetype i = 0; i < row.size(); ++i)
            if (const QString field = fieldOf(m_stream.text(row.at(i))); !field.isEmpty() && !m_columns.contains(field))
                m_columns.insert(field, i);
        if (m_columns.contains(QStringLiteral("when")) && (m_columns.contains(QStringLiteral("phone")) || m_columns.contains(QStringLiteral("email"))))
            return {};
        return Error{Code::Invalid,
                     say("This is no list of touches. Its first row names the columns: when, and phone or email; where wanted also medium, "
                         "outcome, department and note."),
                     {}};
    }

    void row(const CsvStream::Row &row)
    {
        m_row = &row;
        OthersTouch touch;
        touch.row = int(row.number);
        if (const QString fault = read(touch); fault.isEmpty())
            list.touches << touch;
        else
            list.refused.append({touch.row, fault});
    }

    TouchList list;

private:
    QString cell(const char *field) const
    {
        const auto column = m_columns.constFind(QLatin1String(field));
        return column == m_columns.constEnd() ? QString() : m_stream.text(m_row->at(*column)).simplified();
    }

    // A fault is a sentence.
    QString read(OthersTouch &touch) const
    {
        const auto when = readDate(cell("when"), m_zone);
        if (!when)
            return say("“%1” is no time. Write it like 2026-11-24 15:00.").arg(cell("when"));
        if (when->at > m_now)
            return say("%1 is still to come.").arg(cell("when"));
        touch.at = when->at;
        touch.points = readPhones(cell("phone"), {}, nullptr) + readEmails(cell("email"), nullptr);
        touch.points.removeIf([](const ContactPoint &point) { return point.value.isEmpty(); });
        if (touch.points.isEmpty())
            return say("Neither a phone number nor an e-mail address can be read.");
        touch.department = cell("department").isEmpty() ? m_department : cell("department").toLower();
        if (touch.department.isEmpty())
            return say("Which department was it? Name it in a column, or for all rows.");
        touch.note = cell("note");
        return readWhat(touch);
    }

    QString readWhat(OthersTouch &touch) const
    {
        const bool written = touch.points.first().type == ContactPoint::Type::Email;
        const QString medium = cell("medium").toLower().remove(u'-'), outcome = cell("outcome");
        touch.medium = written ? Medium::Email : Medium::Call;
        if (!medium.isEmpty()) {
            const auto known = mediumFromText(medium == QLatin1String("sms") ? QStringLiteral("text") : medium);
            if (!known)
                return say("There is no medium “%1”: call, text, email, note, visit or social.").arg(medium);
            touch.medium = *known;
        }
        touch.outcome = touch.medium == Medium::Call ? Outcome::NoAnswer : touch.medium == Medium::Visit ? Outcome::Kept : Outcome::Sent;
        if (!outcome.isEmpty()) {
            const auto known = outcomeFromText(outcome);
            if (!known || !fits(*known, touch.medium))
                return say("“%1” is nothing that comes of such a touch.").arg(outcome);
            touch.outcome = *known;
        }
        return {};
    }

    const CsvStream &m_stream;
    QString m_department, m_zone;
    Instant m_now;
    QHash<QString, qsizetype> m_columns;
    const CsvStream::Row *m_row = nullptr;
};

} // namespace

Result<TouchList> readTouches(QIODevice &file, const QString &department, const QString &zone, Instant now)
{
    CsvStream stream(file);
    Reader reader(stream, department.trimmed().toLower(), zone, now);
    Result<void> heads;
    bool first = true;
    const auto take = [&](const CsvStream::Row &row) {
        if (first) {
            first = false;
            heads = reader.heads(row);
            return bool(heads);
        }
        if (row.cellTooLong)
            reader.list.refused.append({int(row.number), say("A cell of this row is too long.")});
        else
            reader.row(row);
        return true;
    };
    BEBACK_CHECK(stream.read(take));
    BEBACK_CHECK(heads);
    if (first)
        return Error{Code::Invalid, say("The file is empty."), {}};
    return reader.list;
}

} // namespace beback
