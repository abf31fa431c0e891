#pragma once

#include "core/report/today.h"
#include "ui/charts/paper_page.h"

namespace beback::ui::paper_parts {

// What the pages for people are put together from: the Monday page and the page of today. All of it goes onto the page where the last
// part ended. Any thread.

inline constexpr double Air = 14; // above a part
inline constexpr double TileApart = 8;
inline constexpr double PageWide = 720; // as a picture, as wide as it is printed

double headingHigh(); // with the air above it
void heading(PaperPage &page, const QString &text);

struct Tile {
    QString name, figure;
    QString beside{}; // at the right of the figure
    QString below{};
    Ink ink = Ink::Muted; // of what is below
};
void tiles(PaperPage &page, const QVector<Tile> &tiles);

// A card of sentences, the first the most important: what a manager came for stands out.
double sentencesHigh(const QStringList &sentences, double wide);
void sentences(PaperPage &page, const QString &caption, const QStringList &sentences);

// What needs a manager: one line each, so that many find room.
double needHigh();
void need(PaperPage &page, const NeedsYou &need);

// "and 7 more"; empty: nothing is cut.
QString moreText(qsizetype more);
double moreHigh(qsizetype more);
void more(PaperPage &page, qsizetype more);

// As PaperPage::text() breaks it.
double textHigh(const QString &text, Type type, double wide);

} // namespace beback::ui::paper_parts
