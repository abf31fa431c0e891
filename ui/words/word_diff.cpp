#include "ui/words/word_diff.h"

#include "ui/style/theme.h"

#include <QStringList>

#include <algorithm>

namespace beback::ui {

namespace {

using Kind = DiffPart::Kind;

// 400 words with a blank behind each, against as many others: what is compared while somebody waits for it.
constexpr qsizetype MostPieces = 2 * 400, MostPairs = MostPieces * MostPieces;

// Words, and the blanks between them, each a piece.
QStringList piecesOf(const QString &text)
{
    QStringList pieces;
    qsizetype from = 0;
    for (qsizetype at = 1; at <= text.size(); ++at) {
        if (at < text.size() && text.at(at).isSpace() == text.at(from).isSpace())
            continue;
        pieces << text.mid(from, at - from);
        from = at;
    }
    return pieces;
}

void add(QVector<DiffPart> &steps, Kind kind, const QStringList &pieces)
{
    for (const QString &piece : pieces)
        steps << DiffPart{kind, piece};
}

// How many pieces a from i on and b from j on have in common, in order; at i * (b.size() + 1) + j.
QVector<qsizetype> commonRuns(const QStringList &a, const QStringList &b)
{
    const qsizetype wide = b.size() + 1;
    QVector<qsizetype> runs((a.size() + 1) * wide, 0);
    for (qsizetype i = a.size() - 1; i >= 0; --i)
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            runs[i * wide + j] = a.at(i) == b.at(j) ? runs.at((i + 1) * wide + j + 1) + 1 : std::max(runs.at((i + 1) * wide + j), runs.at(i * wide + j + 1));
    return runs;
}

void addMiddle(QVector<DiffPart> &steps, const QStringList &a, const QStringList &b)
{
    const bool small = a.size() * b.size() <= MostPairs;
    const QVector<qsizetype> runs = small ? commonRuns(a, b) : QVector<qsizetype>();
    qsizetype i = 0, j = 0;
    while (small && i < a.size() && j < b.size()) {
        if (a.at(i) == b.at(j)) {
            steps << DiffPart{Kind::Same, a.at(i++)};
            ++j;
        } else if (runs.at((i + 1) * (b.size() + 1) + j) >= runs.at(i * (b.size() + 1) + j + 1)) {
            steps << DiffPart{Kind::Gone, a.at(i++)};
        } else {
            steps << DiffPart{Kind::New, b.at(j++)};
        }
    }
    add(steps, Kind::Gone, a.mid(i));
    add(steps, Kind::New, b.mid(j));
}

// A step for each piece. What both begin and end with is the most of it when somebody changed a word.
QVector<DiffPart> compared(const QStringList &a, const QStringList &b)
{
    const qsizetype least = std::min(a.size(), b.size());
    qsizetype begin = 0, end = 0;
    while (begin < least && a.at(begin) == b.at(begin))
        ++begin;
    while (end < least - begin && a.at(a.size() - 1 - end) == b.at(b.size() - 1 - end))
        ++end;
    QVector<DiffPart> steps;
    add(steps, Kind::Same, a.first(begin));
    addMiddle(steps, a.mid(begin, a.size() - begin - end), b.mid(begin, b.size() - begin - end));
    add(steps, Kind::Same, a.last(end));
    return steps;
}

void append(QVector<DiffPart> &parts, Kind kind, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!parts.isEmpty() && parts.last().kind == kind)
        parts.last().text += text;
    else
        parts << DiffPart{kind, text};
}

// The blank between two words that were both replaced goes with them: one change, not two.
QVector<DiffPart> joined(const QVector<DiffPart> &steps)
{
    QVector<DiffPart> parts;
    QString gone, come, blank;
    const auto close = [&] {
        append(parts, Kind::Gone, gone);
        append(parts, Kind::New, come);
        append(parts, Kind::Same, blank);
        gone.clear();
        come.clear();
        blank.clear();
    };
    for (const DiffPart &step : steps) {
        if (step.kind == Kind::Same) {
            if (!gone.isEmpty() && !come.isEmpty() && blank.isEmpty() && step.text.trimmed().isEmpty()) {
                blank = step.text;
                continue;
            }
            close();
            append(parts, Kind::Same, step.text);
            continue;
        }
        gone += blank;
        come += blank;
        blank.clear();
        (step.kind == Kind::Gone ? gone : come) += step.text;
    }
    close();
    return parts;
}

} // namespace

QVector<DiffPart> wordDiff(const QString &before, const QString &after)
{
    return joined(compared(piecesOf(before), piecesOf(after)));
}

QVector<DiffPart> lineDiff(const QString &before, const QString &after)
{
    QVector<DiffPart> parts;
    QStringList gone, come;
    const auto close = [&] {
        const QVector<DiffPart> changed = wordDiff(gone.join(QLatin1Char('\n')), come.join(QLatin1Char('\n')));
        if (!parts.isEmpty() && !changed.isEmpty())
            append(parts, Kind::Same, QStringLiteral("\n"));
        for (const DiffPart &part : changed)
            append(parts, part.kind, part.text);
        gone.clear();
        come.clear();
    };
    for (const DiffPart &line : compared(before.split(QLatin1Char('\n')), after.split(QLatin1Char('\n')))) {
        if (line.kind == Kind::Same)
            close();
        else
            (line.kind == Kind::Gone ? gone : come) << line.text;
    }
    close();
    return parts;
}

QString diffHtml(const QVector<DiffPart> &parts)
{
    const Theme &t = Theme::current();
    QString html;
    for (const DiffPart &part : parts) {
        const QString text = part.text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
        switch (part.kind) {
        case Kind::Same: html += text; break;
        case Kind::Gone: html += QStringLiteral("<s style=\"color:%1\">%2</s>").arg(t.danger.name(), text); break;
        case Kind::New: html += QStringLiteral("<b style=\"color:%1\">%2</b>").arg(t.success.name(), text); break;
        }
    }
    return html;
}

} // namespace beback::ui
