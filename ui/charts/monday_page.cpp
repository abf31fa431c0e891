#include "ui/charts/monday_page.h"

#include "core/report/measures.h"
#include "core/time/zones.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_shape.h"
#include "ui/charts/paper_page.h"
#include "ui/style/paint.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace beback::ui {

namespace {

constexpr double Air = 14, Pad = 12, TileHigh = 78, TileApart = 8, ChartHigh = 165, NumberWide = 22;
constexpr int MostPeople = 6, MostManagers = 3, MostNeeds = 6;
constexpr double PictureWide = 720; // as wide as it is printed

QString tr(const char *text)
{
    return QCoreApplication::translate("MondayPage", text);
}

void heading(PaperPage &page, const QString &text)
{
    page.skip(Air);
    page.text(text, Type::Title);
    page.skip(4);
}

void writeTop(PaperPage &page, const MondayPage &monday, const ReportHead &head)
{
    const QString day = QLocale().toString(zones::local(monday.at, head.zone).date, QStringLiteral("MMMM d, yyyy"));
    const QRect row = page.take(lineHeight(Type::Figure)).toRect();
    paint::elided(page.painter(), row, tr("Monday page, %1").arg(day), font(Type::Figure), inkColor(Ink::Text));
    page.text(tr("Last week, %1, against the week before").arg(weekText(monday.week)), Type::Label, Ink::Muted);
    page.skip(Air / 2);
}

void paintTile(QPainter *p, const QRectF &rect, const MondayNumber &number)
{
    const Theme &t = Theme::current();
    paint::card(p, rect.toRect(), t.surface, t.border);
    const QRect inside = rect.adjusted(10, 6, -8, -6).toRect();
    const int label = lineHeight(Type::Label), figure = lineHeight(Type::Figure);
    paint::elided(p, QRect(inside.x(), inside.y(), inside.width(), label), number.name, font(Type::Label), t.muted);
    paint::elided(p, QRect(inside.x(), inside.y() + label, inside.width(), figure), QLocale().toString(number.week), font(Type::Figure), t.text);
    const QColor ink = number.change() > 0 ? t.success : number.change() < 0 ? t.warning : t.muted;
    paint::elided(p, QRect(inside.x(), inside.y() + label + figure, inside.width(), lineHeight(Type::Small)), changeText(number), font(Type::Small), ink);
}

void writeTiles(PaperPage &page, const MondayPage &monday)
{
    const QVector<MondayNumber> numbers = numbersOf(monday);
    const QRectF row = page.take(TileHigh);
    const double wide = (row.width() - TileApart * double(numbers.size() - 1)) / double(numbers.size());
    for (qsizetype i = 0; i < numbers.size(); ++i)
        paintTile(page.painter(), QRectF(row.x() + double(i) * (wide + TileApart), row.y(), wide, row.height()), numbers[i]);
}

int wrappedHeight(const QString &text, Type type, double wide)
{
    return QFontMetrics(font(type)).boundingRect(QRect(0, 0, int(wide), 10000), Qt::TextWordWrap, text).height();
}

// What a manager came for stands out.
void writeToDo(PaperPage &page, const MondayPage &monday)
{
    const Theme &t = Theme::current();
    const double wide = page.area().width() - 2 * Pad - NumberWide;
    double high = 2 * Pad + lineHeight(Type::Title);
    for (const QString &sentence : monday.toDo)
        high += wrappedHeight(sentence, Type::Title, wide) + 6;
    page.skip(Air);
    const QRectF card = page.take(high);
    QPainter *p = page.painter();
    paint::card(p, card.toRect(), t.accentSoft, t.accentSoft);
    double y = card.y() + Pad;
    const auto line = [&](double x, double across, double tall, const QString &text, Type type, const QColor &ink) {
        p->setFont(font(type));
        p->setPen(ink);
        p->drawText(QRectF(card.x() + Pad + x, y, across, tall), Qt::TextWordWrap | Qt::TextDontClip, text);
    };
    line(0, wide, lineHeight(Type::Title), tr("This week"), Type::LabelStrong, t.muted);
    y += lineHeight(Type::Title);
    for (qsizetype i = 0; i < monday.toDo.size(); ++i) {
        const double tall = wrappedHeight(monday.toDo[i], Type::Title, wide);
        line(0, NumberWide, tall, QStringLiteral("%1.").arg(i + 1), Type::Title, t.accent);
        line(NumberWide, wide, tall, monday.toDo[i], Type::Title, t.text);
        y += tall + 6;
    }
}

void writeAttempts(PaperPage &page, const MondayPage &monday)
{
    const Chart &chart = monday.attempts;
    heading(page, chart.says);
    if (chart.isEmpty())
        return;
    const int legend = ChartLegend::wide(chart), label = lineHeight(Type::Label);
    const QRect beneath = page.take(label).toRect();
    paint::elided(page.painter(), beneath.adjusted(0, 0, -legend - int(Air), 0), chart.beneath, font(Type::Label), inkColor(Ink::Muted));
    ChartLegend::paint(page.painter(), QRect(beneath.right() + 1 - legend, beneath.y(), legend, label), chart);
    page.skip(4);
    ChartShape::of(chart.shape)->paint(page.painter(), {chart, page.take(ChartHigh), {}});
}

void writeMore(PaperPage &page, qsizetype more)
{
    if (more > 0)
        page.text(more == 1 ? tr("and 1 more") : tr("and %1 more").arg(more), Type::Label, Ink::Muted);
}

void writePeople(PaperPage &page, const MondayPage &monday)
{
    if (monday.people.isEmpty())
        return;
    heading(page, tr("By person"));
    PaperTable table;
    table.columns = {{tr("Who"), false}, {tr("Touches"), true}, {tr("Week before"), true}, {tr("Open leads"), true}, {tr("Under the minimum"), true},
                     {tr("Neglected"), true}, {tr("Never touched"), true}};
    for (const MondayPerson &person : monday.people.mid(0, MostPeople)) {
        QStringList row{person.name};
        for (const int number : {person.touches, person.touchesBefore, person.holds, person.under, person.neglected, person.never})
            row << QLocale().toString(number);
        table.rows << row;
    }
    page.table(table);
    writeMore(page, monday.people.size() - MostPeople);
}

void writeDuties(PaperPage &page, const MondayPage &monday)
{
    if (monday.duties.isEmpty())
        return;
    heading(page, tr("What managers had to do themselves"));
    PaperTable table;
    table.columns = {{tr("Who"), false}, {tr("In time"), true}, {tr("Late"), true}, {tr("Left out"), true}, {tr("Not done"), true}};
    for (const DutyCount &one : monday.duties.mid(0, MostManagers)) {
        QStringList row{one.name};
        for (const int number : {one.inTime, one.late, one.leftOut, one.notDone})
            row << QLocale().toString(number);
        table.rows << row;
    }
    page.table(table);
    writeMore(page, monday.duties.size() - MostManagers);
}

void writeNeed(PaperPage &page, const NeedsYou &need)
{
    const Theme &t = Theme::current();
    const QRect title = page.take(lineHeight(Type::Strong)).toRect(), detail = page.take(lineHeight(Type::Label) + 4).toRect();
    page.painter()->fillRect(QRectF(title.x(), title.y() + 1, 3, title.height() + detail.height() - 6), need.urgent ? t.danger : t.edge);
    paint::elided(page.painter(), title.adjusted(10, 0, 0, 0), need.title, font(Type::Strong), need.urgent ? t.danger : t.text);
    paint::elided(page.painter(), detail.adjusted(10, 0, 0, -4), need.detail, font(Type::Label), t.muted);
}

// As many as the page has room for, the most urgent first.
void writeNeeds(PaperPage &page, const MondayPage &monday, double below)
{
    const double each = lineHeight(Type::Strong) + lineHeight(Type::Label) + 4, head = Air + lineHeight(Type::Title) + 4;
    const double room = page.room() - below - head - lineHeight(Type::Label);
    const qsizetype most = std::min<qsizetype>(MostNeeds, qsizetype(std::floor(room / each)));
    if (most < 1) {
        if (!monday.needs.isEmpty() && page.room() - below >= lineHeight(Type::Strong))
            page.text(tr("What needs a manager now, in the room Today: %1").arg(monday.needs.size()), Type::Strong);
        return;
    }
    heading(page, monday.needs.isEmpty() ? tr("Nothing needs a manager now") : tr("Needs a manager now"));
    for (const NeedsYou &need : monday.needs.mid(0, most))
        writeNeed(page, need);
    writeMore(page, monday.needs.size() - most);
}

// As PaperPage writes it, line by line.
double smallPrint(const QString &text, double wide)
{
    const int line = QFontMetrics(font(Type::Small)).height();
    int lines = 0;
    for (const QString &paragraph : text.split(QLatin1Char('\n')))
        lines += std::max(1, (wrappedHeight(paragraph, Type::Small, wide) + line - 1) / line);
    return double(lines) * lineHeight(Type::Small);
}

// Where the page is full, at least its first line.
void writeFoot(PaperPage &page, const QString &foot)
{
    page.skip(Air);
    for (const QString &text : {foot, foot.section(QLatin1Char('\n'), 0, 0)})
        if (page.room() >= smallPrint(text, page.area().width()))
            return page.text(text, Type::Small, Ink::Muted);
}

void write(PaperPage &page, const MondayPage &monday, const ReportHead &head)
{
    writeTop(page, monday, head);
    writeTiles(page, monday);
    writeToDo(page, monday);
    writeAttempts(page, monday);
    writePeople(page, monday);
    writeDuties(page, monday);
    const QString foot = mondayFoot(monday);
    writeNeeds(page, monday, Air + smallPrint(foot, page.area().width()) + lineHeight(Type::Small));
    writeFoot(page, foot);
}

} // namespace

QString mondayFoot(const MondayPage &monday)
{
    const QString week = monday.counted.section(QLatin1Char('\n'), 0, 0);
    return monday.duties.isEmpty() ? week : week + QLatin1Char('\n') + countedBy({Measure::Duty});
}

QByteArray mondayPdf(const MondayPage &monday, const ReportHead &head)
{
    return pdfOf(tr("Monday page, %1").arg(head.store), QPageLayout::Portrait, head, [&](PaperPage &page) { write(page, monday, head); });
}

QImage mondayPicture(const MondayPage &monday, const ReportHead &head)
{
    return pictureOf(PictureWide, head, [&](PaperPage &page) { write(page, monday, head); });
}

} // namespace beback::ui
