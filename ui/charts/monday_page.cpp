#include "ui/charts/monday_page.h"

#include "core/report/measures.h"
#include "core/time/zones.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_shape.h"
#include "ui/charts/paper_parts.h"
#include "ui/style/paint.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace beback::ui {

namespace {

using namespace paper_parts;

constexpr double ChartLeast = 96, ChartMost = 165, ChartStep = 12;

QString tr(const char *text)
{
    return QCoreApplication::translate("MondayPage", text);
}

void writeTop(PaperPage &page, const MondayPage &monday, const ReportHead &head)
{
    const QString day = QLocale().toString(zones::local(monday.at, head.zone).date, QStringLiteral("MMMM d, yyyy"));
    const QRect row = page.take(lineHeight(Type::Figure)).toRect();
    paint::elided(page.painter(), row, tr("Monday page, %1").arg(day), font(Type::Figure), inkColor(Ink::Text));
    page.text(tr("Last week, %1, against the week before").arg(weekText(monday.week)), Type::Label, Ink::Muted);
    page.skip(Air / 2);
}

QVector<Tile> tilesOf(const MondayPage &monday)
{
    QVector<Tile> all;
    for (const MondayNumber &number : numbersOf(monday)) {
        Tile tile{number.name, QLocale().toString(number.week)};
        tile.below = changeText(number);
        tile.ink = number.change() > 0 ? Ink::Success : number.change() < 0 ? Ink::Warning : Ink::Muted;
        all << tile;
    }
    return all;
}

// How much of each part stands on the page, which is one and stays one.
struct Shares {
    qsizetype needs = 0, people = 0, managers = 0; // rows
    double chart = 0; // its height; 0: its sentence alone
};

double highOf(const Shares &shares, const MondayPage &monday, double wide)
{
    const double row = PaperPage::rowHigh();
    double high = headingHigh() + double(shares.needs) * needHigh() + moreHigh(monday.needs.size() - shares.needs);
    high += Air + textHigh(monday.attempts.says, Type::Title, wide) + 4 + (shares.chart > 0 ? lineHeight(Type::Label) + 4 + shares.chart : 0);
    if (!monday.people.isEmpty())
        high += headingHigh() + double(1 + shares.people + (monday.people.size() > shares.people)) * row;
    if (!monday.duties.isEmpty())
        high += headingHigh() + (shares.managers > 0 ? double(1 + shares.managers) * row : 0) + moreHigh(monday.duties.size() - shares.managers);
    return high;
}

// The least of every part first; what room is left then goes to them in turn, a row each.
Shares sharesFor(const MondayPage &monday, double room, double wide)
{
    Shares shares{std::min<qsizetype>(3, monday.needs.size()), std::min<qsizetype>(3, monday.people.size()), std::min<qsizetype>(1, monday.duties.size()),
                  monday.attempts.isEmpty() ? 0 : ChartLeast};
    const auto fits = [&](const Shares &asked) { return highOf(asked, monday, wide) <= room; };
    if (!fits(shares))
        shares.chart = 0;
    if (!fits(shares))
        shares.managers = 0;
    const auto grow = [&](auto Shares::*part, auto by, auto most) {
        Shares asked = shares;
        asked.*part = std::min<decltype(most)>(asked.*part + by, most);
        const bool grows = asked.*part > shares.*part && fits(asked);
        if (grows)
            shares = asked;
        return grows;
    };
    for (bool grows = true; grows;) {
        grows = grow(&Shares::needs, qsizetype(1), monday.needs.size());
        grows |= grow(&Shares::people, qsizetype(1), monday.people.size());
        grows |= shares.managers > 0 && grow(&Shares::managers, qsizetype(1), monday.duties.size());
        grows |= shares.chart > 0 && grow(&Shares::chart, ChartStep, ChartMost);
    }
    return shares;
}

// The most urgent first, as Today has them.
void writeNeeds(PaperPage &page, const MondayPage &monday, qsizetype rows)
{
    heading(page, monday.needs.isEmpty() ? tr("Nothing needs a manager now") : tr("Needs a manager now"));
    for (const NeedsYou &one : monday.needs.mid(0, rows))
        need(page, one);
    more(page, monday.needs.size() - rows);
}

void writeAttempts(PaperPage &page, const MondayPage &monday, double high)
{
    const Chart &chart = monday.attempts;
    heading(page, chart.says);
    if (high <= 0)
        return;
    const int legend = ChartLegend::wide(chart), label = lineHeight(Type::Label);
    const QRect beneath = page.take(label).toRect();
    paint::elided(page.painter(), beneath.adjusted(0, 0, -legend - int(Air), 0), chart.beneath, font(Type::Label), inkColor(Ink::Muted));
    ChartLegend::paint(page.painter(), QRect(beneath.right() + 1 - legend, beneath.y(), legend, label), chart);
    page.skip(4);
    ChartShape::of(chart.shape)->paint(page.painter(), {chart, page.take(high), {}});
}

QStringList rowOf(const MondayPerson &person)
{
    QStringList row{person.name};
    for (const int number : {person.touches, person.touchesBefore, person.holds, person.under, person.neglected, person.never})
        row << QLocale().toString(number);
    return row;
}

// Those with most to do first; the others together, so that nobody's numbers are left out.
void writePeople(PaperPage &page, const MondayPage &monday, qsizetype rows)
{
    if (monday.people.isEmpty())
        return;
    heading(page, tr("By person"));
    PaperTable table;
    table.columns = {{tr("Who"), false}, {tr("Touches"), true}, {tr("Week before"), true}, {tr("Open leads"), true}, {tr("Under the minimum"), true},
                     {tr("Neglected"), true}, {tr("Never touched"), true}};
    MondayPerson others;
    for (qsizetype i = 0; i < monday.people.size(); ++i) {
        const MondayPerson &person = monday.people[i];
        if (i < rows)
            table.rows << rowOf(person);
        else
            for (int MondayPerson::*number : {&MondayPerson::touches, &MondayPerson::touchesBefore, &MondayPerson::holds, &MondayPerson::under,
                                              &MondayPerson::neglected, &MondayPerson::never})
                others.*number += person.*number;
    }
    others.name = moreText(monday.people.size() - rows);
    if (!others.name.isEmpty())
        table.rows << rowOf(others);
    page.table(table);
}

void writeDuties(PaperPage &page, const MondayPage &monday, qsizetype rows)
{
    if (monday.duties.isEmpty())
        return;
    heading(page, tr("What managers had to do themselves"));
    PaperTable table;
    table.columns = {{tr("Who"), false}, {tr("In time"), true}, {tr("Late"), true}, {tr("Left out"), true}, {tr("Not done"), true}};
    for (const DutyCount &one : monday.duties.mid(0, rows)) {
        QStringList row{one.name};
        for (const int number : {one.inTime, one.late, one.leftOut, one.notDone})
            row << QLocale().toString(number);
        table.rows << row;
    }
    if (rows > 0)
        page.table(table);
    more(page, monday.duties.size() - rows);
}

// Where the page is full, its first paragraph.
void writeFoot(PaperPage &page, const QString &foot)
{
    page.skip(Air);
    const bool whole = page.room() >= textHigh(foot, Type::Small, page.area().width());
    page.text(whole ? foot : foot.section(QLatin1Char('\n'), 0, 0), Type::Small, Ink::Muted);
}

} // namespace

void writeMonday(PaperPage &page, const MondayPage &monday, const ReportHead &head)
{
    const double wide = page.area().width();
    writeTop(page, monday, head);
    tiles(page, tilesOf(monday));
    sentences(page, tr("This week"), monday.toDo);
    const QString foot = mondayFoot(monday);
    const Shares shares = sharesFor(monday, page.room() - Air - textHigh(foot.section(QLatin1Char('\n'), 0, 0), Type::Small, wide), wide);
    writeNeeds(page, monday, shares.needs);
    writeAttempts(page, monday, shares.chart);
    writePeople(page, monday, shares.people);
    writeDuties(page, monday, shares.managers);
    writeFoot(page, foot);
}

QString mondayFoot(const MondayPage &monday)
{
    const QString week = monday.counted.section(QLatin1Char('\n'), 0, 0);
    return monday.duties.isEmpty() ? week : week + QLatin1Char('\n') + countedBy({Measure::Duty});
}

QByteArray mondayPdf(const MondayPage &monday, const ReportHead &head)
{
    return pdfOf(tr("Monday page, %1").arg(head.store), QPageLayout::Portrait, head, [&](PaperPage &page) { writeMonday(page, monday, head); });
}

QImage mondayPicture(const MondayPage &monday, const ReportHead &head)
{
    return pictureOf(PageWide, head, [&](PaperPage &page) { writeMonday(page, monday, head); });
}

} // namespace beback::ui
