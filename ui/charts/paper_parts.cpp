#include "ui/charts/paper_parts.h"

#include "ui/style/paint.h"

#include <QCoreApplication>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace beback::ui::paper_parts {

namespace {

constexpr double Pad = 12, TileHigh = 78, NumberWide = 22, SentenceAir = 6;
constexpr double TitleMost = 0.72; // of the width, before what is said about it

QString tr(const char *text)
{
    return QCoreApplication::translate("MondayPage", text);
}

int wrappedHeight(const QString &text, Type type, double wide)
{
    return QFontMetrics(font(type)).boundingRect(QRect(0, 0, int(wide), 10000), Qt::TextWordWrap, text).height();
}

double advance(Type type, const QString &text)
{
    return std::ceil(QFontMetricsF(font(type)).horizontalAdvance(text)) + 2;
}

void paintTile(QPainter *p, const QRectF &rect, const Tile &tile)
{
    const Theme &t = Theme::current();
    paint::card(p, rect.toRect(), t.surface, t.border);
    const QRect inside = rect.adjusted(10, 6, -8, -6).toRect();
    const int label = lineHeight(Type::Label), figure = lineHeight(Type::Figure), wide = int(advance(Type::Figure, tile.figure));
    paint::elided(p, QRect(inside.x(), inside.y(), inside.width(), label), tile.name, font(Type::Label), t.muted);
    const QRect number(inside.x(), inside.y() + label, inside.width(), figure);
    paint::elided(p, number, tile.figure, font(Type::Figure), t.text);
    paint::elided(p, number.adjusted(wide + 4, 6, 0, 0), tile.beside, font(Type::Small), t.muted);
    paint::elided(p, QRect(inside.x(), inside.y() + label + figure, inside.width(), lineHeight(Type::Small)), tile.below, font(Type::Small), inkColor(tile.ink));
}

} // namespace

double headingHigh()
{
    return Air + lineHeight(Type::Title) + 4;
}

void heading(PaperPage &page, const QString &text)
{
    page.skip(Air);
    page.text(text, Type::Title);
    page.skip(4);
}

void tiles(PaperPage &page, const QVector<Tile> &tiles)
{
    const QRectF row = page.take(TileHigh);
    const double wide = (row.width() - TileApart * double(tiles.size() - 1)) / double(tiles.size());
    for (qsizetype i = 0; i < tiles.size(); ++i)
        paintTile(page.painter(), QRectF(row.x() + double(i) * (wide + TileApart), row.y(), wide, row.height()), tiles[i]);
}

double sentencesHigh(const QStringList &sentences, double wide)
{
    double high = 2 * Pad + lineHeight(Type::Title);
    for (const QString &sentence : sentences)
        high += wrappedHeight(sentence, Type::Title, wide - 2 * Pad - NumberWide) + SentenceAir;
    return high;
}

void sentences(PaperPage &page, const QString &caption, const QStringList &sentences)
{
    const Theme &t = Theme::current();
    const double wide = page.area().width() - 2 * Pad - NumberWide;
    page.skip(Air);
    const QRectF card = page.take(sentencesHigh(sentences, page.area().width()));
    QPainter *p = page.painter();
    paint::card(p, card.toRect(), t.accentSoft, t.accentSoft);
    double y = card.y() + Pad;
    const auto line = [&](double x, double across, double tall, const QString &text, Type type, const QColor &ink) {
        p->setFont(font(type));
        p->setPen(ink);
        p->drawText(QRectF(card.x() + Pad + x, y, across, tall), Qt::TextWordWrap | Qt::TextDontClip, text);
    };
    line(0, wide, lineHeight(Type::Title), caption, Type::LabelStrong, t.muted);
    y += lineHeight(Type::Title);
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        const double tall = wrappedHeight(sentences[i], Type::Title, wide);
        line(0, NumberWide, tall, QStringLiteral("%1.").arg(i + 1), Type::Title, t.accent);
        line(NumberWide, wide, tall, sentences[i], Type::Title, t.text);
        y += tall + SentenceAir;
    }
}

double needHigh()
{
    return lineHeight(Type::Strong) + 5;
}

void need(PaperPage &page, const NeedsYou &need)
{
    const Theme &t = Theme::current();
    const QRect row = page.take(needHigh()).toRect().adjusted(0, 0, 0, -5);
    page.painter()->fillRect(QRectF(row.x(), row.y() + 1, 3, row.height() - 2), need.urgent ? t.danger : t.edge);
    const QRect said = row.adjusted(10, 0, 0, 0);
    const bool alone = need.detail.isEmpty();
    const int title = int(std::min(advance(Type::Strong, need.title), said.width() * (alone ? 1.0 : TitleMost)));
    paint::elided(page.painter(), QRect(said.x(), said.y(), title, said.height()), need.title, font(Type::Strong), need.urgent ? t.danger : t.text);
    paint::elided(page.painter(), said.adjusted(title + 8, 0, 0, 0), need.detail, font(Type::Label), t.muted);
}

QString moreText(qsizetype more)
{
    return more <= 0 ? QString() : more == 1 ? tr("and 1 more") : tr("and %1 more").arg(more);
}

double moreHigh(qsizetype more)
{
    return more > 0 ? lineHeight(Type::Label) : 0;
}

void more(PaperPage &page, qsizetype more)
{
    if (more > 0)
        page.text(moreText(more), Type::Label, Ink::Muted);
}

double textHigh(const QString &text, Type type, double wide)
{
    int lines = 0;
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, font(type));
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(wide);
            ++lines;
        }
        layout.endLayout();
    }
    return double(lines) * lineHeight(type);
}

} // namespace beback::ui::paper_parts
