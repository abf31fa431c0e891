// gmime first: GLib uses words Qt may define as macros.
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wpedantic"
#endif
#include <gmime/gmime.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

#include "core/intake/adf_in_text.h"
#include "core/intake/charset.h"
#include "core/intake/mail_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>
#include <mutex>

#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wold-style-cast" // GLib's type macros
#endif

namespace beback {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct Unref {
    void operator()(void *object) const { g_object_unref(object); }
};
template <class T> using Owned = std::unique_ptr<T, Unref>;

// Kinds of part in the order they are believed: a file made to be read by programs, then what a person sees.
enum class Kind { Xml, Plain, Html, Other };

struct Part {
    Kind kind = Kind::Other;
    QString place; // "part 1.2 (lead.xml)"
    QByteArray bytes;
    QByteArray charset;
    QString messageId;
    std::optional<Instant> date;
};

class Walk
{
public:
    QVector<Part> parts;
    Part whole; // what is known of the mail itself

    void message(GMimeMessage *message, const QString &place, int depth)
    {
        const QString outerId = m_messageId;
        const std::optional<Instant> outerDate = m_date;
        if (const char *id = g_mime_message_get_message_id(message))
            m_messageId = QString::fromUtf8(id).trimmed().left(250);
        if (GDateTime *date = g_mime_message_get_date(message))
            m_date = Instant{g_date_time_to_unix(date) * 1'000'000};
        if (depth == 0) {
            whole.messageId = m_messageId;
            whole.date = m_date;
        }
        if (GMimeObject *body = g_mime_message_get_mime_part(message))
            visit(body, place, depth + 1);
        m_messageId = outerId;
        m_date = outerDate;
    }

private:
    void visit(GMimeObject *object, const QString &place, int depth)
    {
        if (depth > mail_limits::Depth || parts.size() >= mail_limits::Parts)
            return;
        if (GMIME_IS_MESSAGE_PART(object)) {
            if (GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
                message(inner, place, depth);
            return;
        }
        if (GMIME_IS_MULTIPART(object)) {
            auto *multipart = GMIME_MULTIPART(object);
            const int count = std::min(g_mime_multipart_get_count(multipart), mail_limits::Parts);
            for (int i = 0; i < count; ++i)
                visit(g_mime_multipart_get_part(multipart, i),
                      place.isEmpty() ? QString::number(i + 1) : place + QLatin1Char('.') + QString::number(i + 1), depth + 1);
            return;
        }
        if (GMIME_IS_PART(object))
            leaf(GMIME_PART(object), place);
    }

    void leaf(GMimePart *mimePart, const QString &place)
    {
        Part part;
        const QString name = QString::fromUtf8(g_mime_part_get_filename(mimePart));
        const QString number = place.isEmpty() ? QStringLiteral("1") : place;
        part.place = name.isEmpty() ? say("part %1").arg(number) : say("part %1 (%2)").arg(number, name.left(80));
        part.messageId = m_messageId;
        part.date = m_date;
        GMimeContentType *type = g_mime_object_get_content_type(GMIME_OBJECT(mimePart));
        part.kind = kindOf(type, name);
        if (type)
            part.charset = QByteArray(g_mime_content_type_get_parameter(type, "charset"));
        GMimeDataWrapper *content = g_mime_part_get_content(mimePart);
        if (!content)
            return;
        const Owned<GMimeStream> memory(g_mime_stream_mem_new());
        if (g_mime_data_wrapper_write_to_stream(content, memory.get()) < 0)
            return;
        GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
        part.bytes = QByteArray(reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len));
        if (!part.bytes.isEmpty())
            parts.append(std::move(part));
    }

    static Kind kindOf(GMimeContentType *type, const QString &name)
    {
        const QString file = name.toLower();
        if (file.endsWith(QLatin1String(".xml")) || file.endsWith(QLatin1String(".adf")))
            return Kind::Xml;
        if (!type)
            return Kind::Other;
        const QString subtype = QString::fromUtf8(g_mime_content_type_get_media_subtype(type)).toLower();
        if (subtype.contains(QLatin1String("xml")) && subtype != QLatin1String("xhtml+xml"))
            return Kind::Xml; // application/xml, text/xml, application/x-adf+xml, application/adf+xml
        if (subtype == QLatin1String("plain"))
            return Kind::Plain;
        return subtype.contains(QLatin1String("html")) ? Kind::Html : Kind::Other;
    }

    QString m_messageId;
    std::optional<Instant> m_date;
};

Walk walkThrough(const QByteArray &mail)
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(mail.constData(), size_t(mail.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    if (mail.startsWith("From "))
        g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MBOX);
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    Walk walk;
    if (message)
        walk.message(message.get(), {}, 0);
    return walk;
}

// ADF in one part, as bytes readAdf() can take.
QByteArray adfOf(const Part &part)
{
    if (part.kind == Kind::Xml)
        return looksLikeAdf(toUtf8(part.bytes, {})) ? part.bytes : QByteArray();
    return adfInText(toUtf8(part.bytes, part.charset));
}

void readPart(const Part &part, const QByteArray &adf, const AdfContext &base, QVector<Reading> &readings)
{
    AdfContext context = base;
    context.messageId = part.messageId;
    context.mailDate = part.date;
    context.declaredCharset = part.kind == Kind::Xml ? part.charset : QByteArray();
    for (Reading &reading : readAdf(adf, context)) {
        reading.place = reading.place.isEmpty() ? part.place : part.place + QLatin1String(", ") + reading.place;
        readings.append(std::move(reading));
    }
}

Reading refusal(const QByteArray &mail, const QString &why)
{
    Reading reading;
    reading.refusal = Error{Code::Invalid, why, {}};
    reading.format = QStringLiteral("eml");
    reading.content = mail;
    return reading;
}

// A mailbox file ("From " lines between mails) as its mails; anything else is one mail.
QVector<QByteArray> mailsOf(const QByteArray &content)
{
    QVector<QByteArray> mails;
    qsizetype from = 0;
    for (qsizetype at = content.indexOf("\nFrom "); content.startsWith("From ") && at >= 0; at = content.indexOf("\nFrom ", at + 1)) {
        const qsizetype line = at > 0 && content[at - 1] == '\r' ? at - 1 : at;
        if (line == 0 || content[line - 1] != '\n')
            continue; // no empty line before it: words of the mail
        mails.append(content.mid(from, at + 1 - from));
        from = at + 1;
    }
    mails.append(content.mid(from));
    return mails;
}

QVector<Reading> readOneMail(const QByteArray &mail, const AdfContext &base)
{
    if (mail.size() > mail_limits::Mail)
        return {refusal(mail.left(256 * 1024), say("This e-mail is larger than 32 MB. Only its beginning was kept."))};
    Walk walk = walkThrough(mail);
    QVector<Reading> readings;
    for (const Kind kind : {Kind::Xml, Kind::Plain, Kind::Html, Kind::Other}) {
        for (const Part &part : std::as_const(walk.parts)) {
            if (part.kind != kind)
                continue;
            if (const QByteArray adf = adfOf(part); !adf.isEmpty())
                readPart(part, adf, base, readings);
        }
        const bool anyLead = std::any_of(readings.cbegin(), readings.cend(), [](const Reading &r) { return r.lead.has_value(); });
        if (anyLead)
            break;
    }
    if (!readings.isEmpty())
        return readings;
    // The parts could not be told apart (a wrong boundary): look through the mail as it is.
    if (const QByteArray adf = adfInText(mail); !adf.isEmpty()) {
        walk.whole.place = say("the whole mail");
        readPart(walk.whole, adf, base, readings);
        return readings;
    }
    return {refusal(mail, say("There is no lead in ADF in this e-mail. If a person wrote it, add the lead by hand."))};
}

} // namespace

QVector<Reading> readMail(const QByteArray &content, const AdfContext &base)
{
    const QVector<QByteArray> mails = mailsOf(content);
    if (mails.size() == 1)
        return readOneMail(content, base);
    QVector<Reading> readings;
    for (qsizetype i = 0; i < mails.size(); ++i) {
        for (Reading &reading : readOneMail(mails[i], base)) {
            const QString number = say("mail %1").arg(i + 1);
            reading.place = reading.place.isEmpty() ? number : number + QLatin1String(", ") + reading.place;
            readings.append(std::move(reading));
        }
    }
    return readings;
}

bool looksLikeMail(QByteArrayView start)
{
    const QByteArray head = start.first(std::min<qsizetype>(start.size(), 16 * 1024)).toByteArray();
    if (head.startsWith("From "))
        return true;
    const qsizetype colon = head.indexOf(':');
    if (colon < 1 || colon > 60)
        return false;
    for (qsizetype i = 0; i < colon; ++i)
        if (head[i] <= ' ' || head[i] == '<' || head[i] == ',' || head[i] == '"')
            return false;
    const QByteArray lower = '\n' + head.toLower();
    int headers = 0;
    for (const char *name : {"\nfrom:", "\nto:", "\nsubject:", "\nreceived:", "\nmime-version:", "\nmessage-id:", "\ndate:",
                             "\ncontent-type:", "\nreturn-path:"})
        headers += lower.contains(name) ? 1 : 0;
    return headers >= 2;
}

} // namespace beback
