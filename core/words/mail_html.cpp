#include "core/words/mail_html.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>
#include <QVector>

#include <algorithm>

namespace beback {

namespace {

// Mail programs drop style sheets, so each paragraph carries its own.
const QLatin1String PlainStyle("margin:0 0 16px"), SmallStyle("margin:0 0 12px;font-size:12px;line-height:1.4;color:#666666");

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar(QChar::LineSeparator) || c == QChar(QChar::ParagraphSeparator);
}

// Lines end in \n alone; other control characters go.
QString tidy(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    text.replace(QChar(QChar::LineSeparator), QLatin1Char('\n')).replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
    text.replace(QLatin1Char('\t'), QLatin1Char(' '));
    QString kept;
    kept.reserve(text.size());
    for (const QChar c : text)
        if (c == QLatin1Char('\n') || !isControl(c))
            kept += c;
    return kept;
}

// Blanks one after the other, which HTML would make one, stay.
QString escaped(const QString &text)
{
    static const QRegularExpression blank(QStringLiteral(" (?= )"));
    return text.toHtmlEscaped().replace(blank, QStringLiteral("&nbsp;"));
}

QString link(const QString &target, const QString &shown)
{
    return QStringLiteral("<a href=\"") + target.toHtmlEscaped() + QStringLiteral("\">") + shown.toHtmlEscaped() + QStringLiteral("</a>");
}

// The end of a sentence is no part of the address in it: "(see https://store.example/cars)." A bracket opened in it is.
qsizetype lengthOfAddress(QStringView written)
{
    static const QString ends = QStringLiteral(".,;:!?*'’”»…");
    static const QString closing = QStringLiteral(")]}"), opening = QStringLiteral("([{");
    while (!written.isEmpty()) {
        const qsizetype bracket = closing.indexOf(written.back());
        if (bracket >= 0 ? written.count(written.back()) <= written.count(opening[bracket]) : !ends.contains(written.back()))
            break;
        written.chop(1);
    }
    return written.size();
}

// One line, its addresses made links.
QString linked(const QString &line)
{
    static const QRegularExpression addresses(
        QStringLiteral("\\b(?<web>https?://[^\\s<>\"]+)|(?<![\\w.%+-])(?<mail>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,250}\\.[A-Za-z]{2,24})(?![\\w@])"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString html;
    qsizetype done = 0;
    for (auto found = addresses.globalMatch(line); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const bool web = match.hasCaptured(QStringLiteral("web"));
        QString address = match.captured();
        if (web)
            address.truncate(lengthOfAddress(address));
        const QUrl url(address);
        if (web && (!url.isValid() || url.host().isEmpty()))
            continue; // stays text
        html += escaped(line.mid(done, match.capturedStart() - done));
        html += link(web ? address : QStringLiteral("mailto:") + QString::fromLatin1(QUrl::toPercentEncoding(address, "@")), address);
        done = match.capturedStart() + address.size();
    }
    return html + escaped(line.mid(done));
}

QVector<QStringList> paragraphsOf(const QString &body)
{
    QVector<QStringList> paragraphs;
    bool open = false;
    for (const QString &line : tidy(body).split(QLatin1Char('\n'))) {
        const bool empty = line.trimmed().isEmpty();
        if (!empty && !open)
            paragraphs << QStringList();
        if (!empty)
            paragraphs.last() << line;
        open = !empty;
    }
    return paragraphs;
}

// Name, store, phone, address, one a line; not a list of things.
bool isSignature(const QStringList &lines)
{
    static const QRegularExpression item(QStringLiteral("^\\s*([-*•–]|\\d{1,2}[.)])\\s"));
    return lines.size() >= 3 && lines.size() <= 7 && std::all_of(lines.begin(), lines.end(), [](const QString &line) {
        const QChar last = line.trimmed().back();
        return line.size() <= 80 && !item.match(line).hasMatch() && last != QLatin1Char('?') && last != QLatin1Char(':');
    });
}

QString paragraph(const QStringList &lines, bool small)
{
    QStringList shown;
    for (const QString &line : lines) {
        QString html = linked(line);
        if (html.startsWith(QLatin1Char(' ')))
            html.replace(0, 1, QStringLiteral("&nbsp;")); // set in on purpose
        shown << html;
    }
    return QStringLiteral("<p style=\"") + (small ? SmallStyle : PlainStyle) + QStringLiteral("\">") + shown.join(QLatin1String("<br>\n"))
        + QStringLiteral("</p>\n");
}

} // namespace

QString mailHtml(const QString &subject, const QString &body, const QString &language)
{
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\\z"));
    const QVector<QStringList> paragraphs = paragraphsOf(body);
    const qsizetype last = paragraphs.size() - 1;
    QString html = QStringLiteral("<!DOCTYPE html>\n<html");
    if (tag.match(language).hasMatch())
        html += QStringLiteral(" lang=\"") + language + QLatin1Char('"');
    html += QStringLiteral(">\n<head>\n<meta charset=\"utf-8\">\n<title>") + subject.simplified().toHtmlEscaped() + QStringLiteral("</title>\n</head>\n");
    html += QStringLiteral("<body style=\"margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5\">\n"
                           "<div style=\"max-width:600px\">\n");
    for (qsizetype i = 0; i <= last; ++i)
        html += paragraph(paragraphs[i], i > 0 && (i == last || (i == last - 1 && isSignature(paragraphs[i]))));
    return html + QStringLiteral("</div>\n</body>\n</html>\n");
}

} // namespace beback
