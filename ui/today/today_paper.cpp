#include "ui/today/today_paper.h"

#include "core/time/wording.h"
#include "core/time/zones.h"
#include "ui/charts/paper_parts.h"
#include "ui/style/paint.h"
#include "ui/today/today_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace beback::ui {

namespace {

using namespace paper_parts;

constexpr qsizetype TilesInARow = 3;

QString tr(const char *text, const char *meant = nullptr)
{
    return QCoreApplication::translate("TodayPaper", text, meant);
}

void writeTop(PaperPage &page, const TodayPage &today, const ReportHead &head)
{
    const QString day = QLocale().toString(zones::local(today.at, head.zone).date, QStringLiteral("dddd, MMMM d"));
    const QRect row = page.take(lineHeight(Type::Figure)).toRect();
    paint::elided(page.painter(), row, tr("Today, %1").arg(day), font(Type::Figure), inkColor(Ink::Text));
    page.text(tr("As it stands at %1").arg(wording::clockTime(today.at, head.zone)), Type::Label, Ink::Muted);
    page.skip(Air / 2);
}

Tile touchesTile(const TodayPage &today)
{
    Tile tile{tr("Touches today"), today_words::number(today.touches)};
    if (today.planned)
        tile.beside = today_words::planned(*today.planned);
    else
        tile.below = tr("by tonight: not known yet");
    return tile;
}

Tile waitingTile(const TodayPage &today, const QString &zone)
{
    Tile tile{tr("New leads waiting"), today_words::number(today.newWaiting)};
    if (today.longest)
        tile.below = tr("the first since %1").arg(wording::dayAndTime(*today.longest, zone, today.at));
    return tile;
}

Tile dutiesTile(const TodayPage &today)
{
    int all = 0;
    QStringList whose;
    for (const DutiesOverdue &one : today.overdue) {
        all += one.count;
        whose << tr("%1: %2", "a name, a count").arg(one.name, today_words::number(one.count));
    }
    Tile tile{tr("Duties overdue"), today_words::number(all)};
    tile.below = whose.join(QStringLiteral(", "));
    tile.ink = all > 0 ? Ink::Danger : Ink::Muted;
    return tile;
}

QVector<Tile> tilesOf(const TodayPage &today, const QString &zone)
{
    Tile reached{tr("Reached today"), today_words::number(today.reached)};
    reached.beside = tr("%1 by call").arg(today_words::number(today.reachedByCall));
    reached.below = today_words::weekAgo(today.at, zone, today.reachedWeekAgo);
    Tile visits{tr("Visits set today"), today_words::number(today.visitsSet)};
    visits.beside = tr("%1 confirmed").arg(today_words::number(today.visitsConfirmed));
    visits.below = today_words::weekAgo(today.at, zone, today.visitsWeekAgo);
    Tile back{tr("Be-backs in %1", "a month").arg(today_words::monthOf(today.at, zone)), today_words::number(today.backThisMonth)};
    back.beside = today_words::leftUnsold(today.unsoldThisMonth);
    return {touchesTile(today), waitingTile(today, zone), reached, visits, back, dutiesTile(today)};
}

void writeTiles(PaperPage &page, const QVector<Tile> &all)
{
    for (qsizetype i = 0; i < all.size(); i += TilesInARow) {
        if (i > 0)
            page.skip(TileApart);
        tiles(page, all.mid(i, TilesInARow));
    }
}

void writeNeeds(PaperPage &page, const TodayPage &today)
{
    heading(page, today.needs.isEmpty() ? tr("Nothing needs a manager now") : tr("Needs a manager now"));
    for (const NeedsYou &one : today.needs)
        need(page, one);
}

// As what needs a manager is written: what is overdue stands out.
void writeDuties(PaperPage &page, const TodayPage &today, const QString &zone)
{
    if (today.duties.isEmpty())
        return;
    heading(page, tr("Duties"));
    for (const Duty &duty : today.duties) {
        NeedsYou line;
        line.title = duty.text;
        const QString due = wording::dayAndTime(duty.due, zone, today.at);
        line.detail = duty.isOverdue(today.at) ? tr("was due %1").arg(due) : tr("due %1").arg(due);
        line.urgent = duty.isOverdue(today.at);
        need(page, line);
    }
}

void writePeople(PaperPage &page, const TodayPage &today, const QString &zone)
{
    if (today.people.isEmpty())
        return;
    heading(page, tr("By person"));
    PaperTable table;
    table.columns = {{tr("Who"), false}, {tr("Touches"), true}, {tr("Will have done"), true}, {tr("The last at"), true}, {tr("Open leads"), true}};
    for (const PersonToday &person : today.people)
        table.rows << QStringList{person.name, today_words::number(person.touches),
                                  person.finishes ? today_words::number(*person.finishes) : tr("not known"),
                                  person.last ? wording::clockTime(*person.last, zone) : QStringLiteral("–"), today_words::number(person.holds)};
    page.table(table);
}

} // namespace

void writeToday(PaperPage &page, const TodayPage &today, const ReportHead &head)
{
    writeTop(page, today, head);
    writeTiles(page, tilesOf(today, head.zone));
    writeNeeds(page, today);
    writeDuties(page, today, head.zone);
    writePeople(page, today, head.zone);
    page.skip(Air);
    page.text(todayCounted(), Type::Small, Ink::Muted);
}

QByteArray todayPdf(const TodayPage &today, const ReportHead &head)
{
    return pdfOf(tr("Today at %1").arg(head.store), QPageLayout::Portrait, head, [&](PaperPage &page) { writeToday(page, today, head); });
}

QImage todayPicture(const TodayPage &today, const ReportHead &head)
{
    return pictureOf(PageWide, head, [&](PaperPage &page) { writeToday(page, today, head); });
}

} // namespace beback::ui
