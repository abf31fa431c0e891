#include "core/desk/workplace.h"
#include "core/history/plain_letters.h"
#include "core/intake/phone_number.h"

#include <QHash>

namespace beback {

namespace {

constexpr qsizetype Trigram = 3;

// A number is kept with digits only: what is typed as "(505) 555-01" is looked for as 50555501.
QString comparable(const QString &fragment)
{
    const QString text = plainLetters(fragment).simplified();
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
        else if (!QStringLiteral("()+-./ ").contains(c))
            return text;
    }
    return digits.isEmpty() ? text : digits;
}

QString trigramsOf(const QString &text)
{
    QStringList terms;
    for (qsizetype i = 0; i + Trigram <= text.size(); ++i) {
        QString term = text.mid(i, Trigram);
        term.replace(QLatin1Char('"'), QLatin1String("\"\""));
        terms << QLatin1Char('"') + term + QLatin1Char('"');
    }
    terms.removeDuplicates();
    return terms.join(QStringLiteral(" AND "));
}

QString likePattern(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == QLatin1Char('%') || c == QLatin1Char('_') || c == QLatin1Char('!'))
            escaped += QLatin1Char('!');
        escaped += c;
    }
    return QLatin1Char('%') + escaped + QLatin1Char('%');
}

struct Found {
    CustomerId customer;
    int place = 0; // 0: a name begins so, 1: a line begins so, 2: elsewhere
};

int placeOf(const QString &body, const QString &fragment)
{
    if (body.startsWith(fragment, Qt::CaseInsensitive))
        return 0;
    return body.contains(QLatin1Char('\n') + fragment, Qt::CaseInsensitive) ? 1 : 2;
}

Result<QVector<Found>> find(Statement &select, const QString &fragment)
{
    BEBACK_CHECK(select.exec());
    QVector<Found> found;
    while (select.next()) {
        Columns c = select.columns();
        const CustomerId customer = c.id<CustomerId>();
        found << Found{customer, placeOf(c.text(), fragment)};
    }
    BEBACK_CHECK(select.finished());
    return found;
}

// What is shown of these people, by their ids.
Result<QHash<QString, SearchHit>> shownOf(Connection &db, const QStringList &ids)
{
    QHash<QString, SearchHit> shown;
    if (ids.isEmpty())
        return shown;
    BEBACK_TRY(rows, db.statement("lead/search_rows"));
    BEBACK_CHECK(rows.bindList(":ids", ids).exec());
    while (rows.next()) {
        Columns c = rows.columns();
        SearchHit hit;
        hit.customer = c.id<CustomerId>();
        hit.name = c.text();
        hit.place = c.text();
        hit.lead = c.id<LeadId>();
        hit.vehicle = c.text();
        hit.stock = c.text();
        hit.status = c.text();
        hit.lastTouch = c.instant();
        hit.phone = displayPhone(c.text());
        hit.email = c.text();
        shown.insert(hit.customer.toString(), hit);
    }
    BEBACK_CHECK(rows.finished());
    return shown;
}

struct Doc {
    CustomerId customer;
    RooftopId rooftop;
    QString body;
};

// Those that search would not find by plain letters, as they have to be.
Result<QVector<Doc>> accentedDocs(Connection &db)
{
    BEBACK_TRY(select, db.statement("history/search_docs"));
    BEBACK_CHECK(select.exec());
    QVector<Doc> docs;
    while (select.next()) {
        Columns c = select.columns();
        const CustomerId customer = c.id<CustomerId>();
        const RooftopId rooftop{c.integer()};
        const QString body = c.text();
        if (const QString plain = plainLetters(body); plain != body)
            docs << Doc{customer, rooftop, plain};
    }
    BEBACK_CHECK(select.finished());
    return docs;
}

const QString ToFold = QStringLiteral("search_to_fold"); // set by migration 0010

} // namespace

// Once for a store of an earlier version; all or nothing, so that a start that was cut short is made up for by the next.
Result<void> Workplace::foldSearch()
{
    BEBACK_TRY(wanted, setting(ToFold));
    if (wanted.isEmpty())
        return {};
    return m_db->inTransaction("search", [&]() -> Result<void> {
        BEBACK_TRY(docs, accentedDocs(*m_db));
        BEBACK_TRY(put, m_db->statement("history/search_put"));
        for (const Doc &doc : docs) {
            put.bind(":customer_id", doc.customer).bind(":rooftop_id", doc.rooftop);
            BEBACK_CHECK(put.bind(":body", doc.body).exec());
        }
        return setSetting(ToFold, {});
    });
}

Result<QVector<SearchHit>> Workplace::search(const QString &fragment, int limit)
{
    return searchIn(*m_db, m_station.rooftop, fragment, limit);
}

Result<QVector<SearchHit>> Workplace::searchIn(Connection &db, RooftopId rooftop, const QString &fragment, int limit)
{
    const QString text = comparable(fragment);
    if (text.isEmpty())
        return QVector<SearchHit>();
    QVector<Found> found;
    if (text.size() >= Trigram) {
        BEBACK_TRY(select, db.statement("lead/search"));
        select.bind(":trigrams", trigramsOf(text)).bind(":like", likePattern(text));
        select.bind(":rooftop_id", rooftop).bind(":limit", limit * 2);
        BEBACK_TRY(rows, find(select, text));
        found = std::move(rows);
    } else {
        const QString begin = text.left(1).toUpper() + text.mid(1).toLower();
        BEBACK_TRY(select, db.statement("lead/search_begins"));
        select.bind(":from", begin).bind(":until", QString(begin + QChar(0xffff))).bind(":limit", limit);
        BEBACK_TRY(rows, find(select, text));
        found = std::move(rows);
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return a.place < b.place; });
    QStringList ids;
    for (const Found &one : std::as_const(found))
        ids << one.customer.toString();
    if (ids.size() > limit)
        ids.resize(limit);
    BEBACK_TRY(shown, shownOf(db, ids));
    QVector<SearchHit> hits;
    for (const QString &id : std::as_const(ids))
        if (const auto hit = shown.constFind(id); hit != shown.constEnd())
            hits << *hit;
    return hits;
}

} // namespace beback
