#include "core/intake/quarantine.h"

#include "core/intake/charset.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace beback {

namespace {

QuarantineEntry entryFrom(Columns &columns)
{
    QuarantineEntry entry;
    entry.id = columns.id<QuarantineId>();
    entry.at = columns.instant();
    entry.source = columns.text();
    entry.format = columns.text();
    entry.reason = columns.text();
    return entry;
}

Error noSuchEntry()
{
    return {Code::NotFound, QCoreApplication::translate("beback", "There is no such entry in quarantine."), {}};
}

// Text a person can mend, where it is text; anything else is kept byte for byte.
void setContent(Statement &add, const QByteArray &bytes)
{
    const QByteArray kept = bytes.left(Quarantine::ContentLimit);
    const bool binary = looksBinary(kept) || kept.contains('\0');
    const QString text = binary && wideCharset(kept).isEmpty() ? QString::fromLatin1(kept.toBase64()) : decode(kept).text;
    const bool base64 = binary && wideCharset(kept).isEmpty();
    add.bind(":encoding", base64 ? QStringLiteral("base64") : QStringLiteral("text")).bind(":content", text);
}

} // namespace

Result<QuarantineId> Quarantine::add(const Reading &refused, const QString &source, Instant now, Random &random)
{
    const QByteArray hash = QCryptographicHash::hash(refused.content, QCryptographicHash::Sha256);
    const QString digest = QString::fromLatin1(hash.toHex());
    const auto id = random.id<QuarantineId>(now);
    BEBACK_TRY(add, m_db.statement("intake/quarantine_add"));
    add.bind(":id", id).bind(":rooftop_id", m_rooftop).bind(":at", now).bind(":source", source);
    add.bind(":format", refused.format.isEmpty() ? QStringLiteral("adf") : refused.format);
    add.bind(":reason", refused.refusal.message).bind(":digest", digest);
    setContent(add, refused.content);
    BEBACK_CHECK(add.exec());
    BEBACK_TRY(find, m_db.statement("intake/quarantine_by_digest"));
    BEBACK_CHECK(find.bind(":rooftop_id", m_rooftop).bind(":digest", digest).exec());
    if (find.next())
        return find.columns().id<QuarantineId>();
    BEBACK_CHECK(find.finished());
    return id;
}

Result<QVector<QuarantineEntry>> Quarantine::open()
{
    BEBACK_TRY(read, m_db.statement("intake/quarantine_open"));
    BEBACK_CHECK(read.bind(":rooftop_id", m_rooftop).exec());
    QVector<QuarantineEntry> entries;
    while (read.next()) {
        Columns columns = read.columns();
        entries.append(entryFrom(columns));
    }
    BEBACK_CHECK(read.finished());
    return entries;
}

Result<QuarantineEntry> Quarantine::entry(QuarantineId id)
{
    BEBACK_TRY(read, m_db.statement("intake/quarantine_read"));
    BEBACK_CHECK(read.bind(":rooftop_id", m_rooftop).bind(":id", id).exec());
    if (!read.next()) {
        BEBACK_CHECK(read.finished());
        return noSuchEntry();
    }
    Columns columns = read.columns();
    QuarantineEntry entry = entryFrom(columns);
    if (columns.text() != QLatin1String("open"))
        return Error{Code::Conflict,
                     QCoreApplication::translate("beback", "Somebody has taken or discarded this entry already."), {}};
    return entry;
}

Result<QuarantineContent> Quarantine::content(QuarantineId id)
{
    BEBACK_TRY(read, m_db.statement("intake/quarantine_content"));
    BEBACK_CHECK(read.bind(":rooftop_id", m_rooftop).bind(":id", id).exec());
    if (!read.next()) {
        BEBACK_CHECK(read.finished());
        return noSuchEntry();
    }
    Columns columns = read.columns();
    QuarantineContent content;
    content.binary = columns.text() == QLatin1String("base64");
    content.text = columns.text();
    return content;
}

Result<void> Quarantine::close(QuarantineId id, const QString &status, const QString &why)
{
    BEBACK_TRY(close, m_db.statement("intake/quarantine_close"));
    close.bind(":rooftop_id", m_rooftop).bind(":id", id).bind(":status", status).bind(":status_why", why);
    return close.exec();
}

Result<void> Quarantine::setReason(QuarantineId id, const QString &reason)
{
    BEBACK_TRY(set, m_db.statement("intake/quarantine_reason"));
    return set.bind(":rooftop_id", m_rooftop).bind(":id", id).bind(":reason", reason).exec();
}

QByteArray bytesOf(const QuarantineContent &content)
{
    return content.binary ? QByteArray::fromBase64(content.text.toLatin1()) : content.text.toUtf8();
}

} // namespace beback
