#include "core/intake/adf_mend.h"

#include "core/intake/adf_slices.h"

#include <QCoreApplication>
#include <QSet>

#include <vector>

namespace beback {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == ':' || c == '_' || c == '-' || c == '.';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isVoid(const QByteArray &name)
{
    return name == "br" || name == "hr" || name == "img";
}

class Mender
{
public:
    Mender(const QByteArray &piece, QStringList *warnings) : m_in(piece), m_warnings(warnings)
    {
        m_out.reserve(piece.size() + 256);
        collectClosed();
    }

    QByteArray run()
    {
        while (m_at < m_in.size()) {
            const qsizetype lt = m_in.indexOf('<', m_at);
            const qsizetype stop = lt < 0 ? m_in.size() : lt;
            m_out.append(m_in.constData() + m_at, stop - m_at);
            m_at = stop;
            if (lt >= 0)
                markup();
        }
        while (!m_open.empty())
            closeTop();
        return m_out;
    }

private:
    void warn(const QString &warning)
    {
        if (m_warnings && !m_warnings->contains(warning))
            m_warnings->append(warning);
    }

    QByteArray nameAt(qsizetype at) const
    {
        qsizetype end = at;
        while (end < m_in.size() && end - at < 128 && isNameCharacter(m_in[end]))
            ++end;
        return m_in.mid(at, end - at);
    }

    // Which elements are closed somewhere: a "<word" that never is, is text.
    void collectClosed()
    {
        if (m_in.startsWith('<'))
            m_closed.insert(nameAt(1).toLower()); // the piece itself, even when its end is missing
        for (qsizetype at = m_in.indexOf("</"); at >= 0; at = m_in.indexOf("</", at + 2))
            m_closed.insert(nameAt(at + 2).toLower());
    }

    void markup()
    {
        if (skipTo("<!--", "-->", false) || skipTo("<![CDATA[", "]]>", true) || skipTo("<!", ">", false)
            || skipTo("<?", ">", false))
            return;
        const char next = m_at + 1 < m_in.size() ? m_in[m_at + 1] : ' ';
        if (next == '/' && m_at + 2 < m_in.size() && isLetter(m_in[m_at + 2]))
            return endTag();
        if (isLetter(next) && startTag())
            return;
        m_out += "&lt;";
        ++m_at;
        warn(say("A “<” in the text of this lead was read as a character."));
    }

    bool skipTo(const char *begin, const char *end, bool keep)
    {
        if (!QByteArrayView(m_in).sliced(m_at).startsWith(begin))
            return false;
        const qsizetype stop = m_in.indexOf(end, m_at + qsizetype(qstrlen(begin)));
        if (stop < 0)
            return false;
        const qsizetype after = stop + qsizetype(qstrlen(end));
        if (keep)
            m_out.append(m_in.constData() + m_at, after - m_at);
        m_at = after;
        return true;
    }

    void closeTop()
    {
        m_out += "</" + m_open.back() + '>';
        m_open.pop_back();
    }

    void endTag()
    {
        const QByteArray name = nameAt(m_at + 2);
        m_at += 2 + name.size();
        while (m_at < m_in.size() && isBlank(m_in[m_at]))
            ++m_at;
        if (m_at < m_in.size() && m_in[m_at] == '>')
            ++m_at;
        for (size_t i = m_open.size(); i-- > 0;) {
            if (m_open[i].compare(name, Qt::CaseInsensitive) != 0)
                continue;
            if (i + 1 < m_open.size())
                warn(say("An element of this lead was not closed; it was closed where the next one ended."));
            while (m_open.size() > i)
                closeTop();
            return;
        }
        warn(say("The end tag “%1” of this lead closed nothing and was left out.").arg(QString::fromUtf8(name)));
    }

    bool startTag()
    {
        const QByteArray name = nameAt(m_at + 1);
        const qsizetype from = m_at + 1 + name.size();
        if (from >= m_in.size() || (!isBlank(m_in[from]) && m_in[from] != '>' && m_in[from] != '/'))
            return false;
        const qsizetype gt = m_in.indexOf('>', from);
        const qsizetype lt = m_in.indexOf('<', from);
        if (gt < 0 || (lt >= 0 && lt < gt) || gt - from > adf_limits::Tag)
            return false;
        const bool selfClosed = m_in[gt - 1] == '/';
        const QByteArray lower = name.toLower();
        const bool empty = selfClosed || isVoid(lower);
        if (!empty && (!m_closed.contains(lower) || m_open.size() >= size_t(adf_limits::Depth)))
            return false;
        m_out += '<' + name;
        attributes(from, selfClosed ? gt - 1 : gt);
        m_out += empty ? "/>" : ">";
        if (!empty)
            m_open.push_back(name);
        m_at = gt + 1;
        return true;
    }

    // An opening quote of any kind, plain or curly; its length in bytes, 0 for none.
    static int quoteAt(const QByteArray &text, qsizetype at, qsizetype end)
    {
        if (at < end && (text[at] == '"' || text[at] == '\''))
            return 1;
        const QByteArrayView three = QByteArrayView(text).sliced(at, std::min<qsizetype>(3, end - at));
        return three == "\xe2\x80\x9c" || three == "\xe2\x80\x9d" || three == "\xe2\x80\x98" || three == "\xe2\x80\x99" ? 3 : 0;
    }

    void attributes(qsizetype at, qsizetype end)
    {
        QSet<QByteArray> seen;
        while (at < end) {
            if (!isLetter(m_in[at]) && m_in[at] != '_') {
                ++at;
                continue;
            }
            const QByteArray name = nameAt(at).left(end - at);
            at += name.size();
            const QByteArray value = attributeValue(at, end);
            if (seen.contains(name))
                continue; // twice is not well-formed; the first counts
            seen.insert(name);
            QByteArray safe = value;
            safe.replace('"', "&quot;").replace('<', "&lt;");
            m_out += ' ' + name + "=\"" + safe + '"';
        }
    }

    // Up to the closing quote where there is a believable one, else one word: type="total currency=”USD” is "total".
    qsizetype valueEnd(qsizetype from, qsizetype end, int quote) const
    {
        qsizetype stop = from;
        if (quote == 1) {
            stop = m_in.indexOf(m_in[from - 1], from);
            if (stop >= 0 && stop < end && !(stop > from && m_in[stop - 1] == '='))
                return stop;
        } else if (quote == 3) {
            while (stop < end && quoteAt(m_in, stop, end) == 0)
                ++stop;
            if (stop < end)
                return stop;
        }
        stop = from;
        while (stop < end && !isBlank(m_in[stop]))
            ++stop;
        return stop;
    }

    QByteArray attributeValue(qsizetype &at, qsizetype end)
    {
        const auto skipBlanks = [&] {
            while (at < end && isBlank(m_in[at]))
                ++at;
        };
        skipBlanks();
        const bool equals = at < end && m_in[at] == '=';
        if (equals)
            ++at;
        skipBlanks();
        const int quote = quoteAt(m_in, at, end);
        if (!equals && quote == 0)
            return {};
        const qsizetype from = at + quote;
        const qsizetype stop = valueEnd(from, end, quote);
        const int closing = quoteAt(m_in, stop, end);
        if (!equals || quote != 1 || closing != 1)
            warn(say("An attribute of this lead was not quoted as it has to be; it was read all the same."));
        at = stop + closing;
        return m_in.mid(from, stop - from);
    }

    const QByteArray &m_in;
    QStringList *m_warnings;
    QByteArray m_out;
    std::vector<QByteArray> m_open;
    QSet<QByteArray> m_closed;
    qsizetype m_at = 0;
};

} // namespace

QByteArray mendXml(const QByteArray &piece, QStringList *warnings)
{
    return Mender(piece, warnings).run();
}

} // namespace beback
