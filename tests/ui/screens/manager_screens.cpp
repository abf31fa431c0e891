// What a manager looks at: today, and every chart on the demo world and on a store into which nothing came yet; the leads behind a mark,
// the saved views, and what the people see of a manager's word.
#include "core/desk/deliver.h"
#include "core/report/charts.h"
#include "tests/support/sample_views.h"
#include "tests/ui/screens/stage.h"
#include "ui/charts/charts_room.h"
#include "ui/lead/touch_draft.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/today/today_room.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMenu>
#include <QTableView>

namespace beback::screens {

namespace {

using namespace beback::ui;

constexpr int MostMs = 1500; // counted beside the desk's own thread

void wait()
{
    QElapsedTimer limit;
    limit.start();
    while (limit.elapsed() < MostMs)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

void press(QWidget *widget, Qt::Key key)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

// All there are, each once it is read.
void shootCharts(Demo &demo, const QString &prefix)
{
    demo.window.enter(MainWindow::Room::Charts);
    ChartsRoom &room = demo.window.charts();
    for (const ChartKind &kind : chartKinds()) {
        room.chooseChart(kind.id);
        QElapsedTimer limit;
        limit.start();
        while (room.isReading() && limit.elapsed() < MostMs)
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        demo.shoot(prefix + kind.id);
    }
}

void shootLeads(Demo &demo)
{
    ChartsRoom &room = demo.window.charts();
    room.chooseChart(QStringLiteral("attempts-per-lead"));
    room.chooseMark({}, QStringLiteral("2"));
    wait();
    demo.shoot(QStringLiteral("chart-attempts-leads"));
    auto *list = room.findChild<QTableView *>(QStringLiteral("charts.leads"));
    list->setFocus();
    list->selectAll();
    press(list, Qt::Key_N);
    demo.shoot(QStringLiteral("chart-attempts-nudge"));
    press(QApplication::focusWidget(), Qt::Key_Escape);
    room.showTable(true);
    demo.shoot(QStringLiteral("chart-attempts-table"));
    room.showTable(false);
}

// With a few of them, one of which is in sight.
void shootViews(Demo &demo)
{
    ChartsRoom &room = demo.window.charts();
    SavedView mondays, calls;
    mondays.name = QStringLiteral("Mondays");
    mondays.chart = QStringLiteral("media");
    calls.name = QStringLiteral("Calls of the last week");
    calls.chart = QStringLiteral("answers-by-hour");
    calls.filter.days = 7;
    for (const SavedView &view : {mondays, calls})
        deliver(demo.desk.saveView(view, true), &room, [](const Result<void> &) {});
    room.openView(mondays);
    wait();
    auto *button = room.findChild<QAbstractButton *>(QStringLiteral("charts.views"));
    button->click();
    wait();
    auto *menu = room.findChild<QMenu *>(QStringLiteral("charts.views.menu"));
    demo.shootWith(*menu, QStringLiteral("chart-views-menu"));
    menu->hide();
}

// What a manager's word looks like to whom it was said, and the line below a list that is longer than the day.
void shootWork(Demo &demo)
{
    demo.window.enter(MainWindow::Room::Work);
    WorkRoom &room = demo.window.work();
    LeadView view = samples::call();
    view.coach = {QStringLiteral("Dana Whitfield: ask about the dogs again before you name a day; she lit up at that."),
                  QStringLiteral("Dana Whitfield nudges you: they have waited since Friday.")};
    room.showQueue(samples::cutQueue());
    room.showLead(view, {});
    demo.shoot(QStringLiteral("manager-coach-line"));
    room.findChild<QAbstractButton *>(QStringLiteral("queue.foot"))->click();
    demo.shoot(QStringLiteral("manager-queue-foot"));
}

} // namespace

bool shootManagers(const QString &folder, const QString &suffix, QSize size)
{
    bool ok = onDemoWorld(folder, suffix, size, [](Demo &demo) {
        demo.window.enter(MainWindow::Room::Today);
        wait();
        demo.shoot(QStringLiteral("manager-today"));
        shootCharts(demo, QStringLiteral("chart-"));
        shootLeads(demo);
        shootViews(demo);
        if (demo.suffix == QLatin1String("light"))
            demo.ok &= shootPrints(demo);
        shootWork(demo);
    });
    if (!suffix.startsWith(QLatin1String("light"))) // words and places are looked at; the colors are those of the rooms above
        return ok;
    ok &= onNewStore(folder, suffix, size, [](Demo &demo) {
        demo.window.enter(MainWindow::Room::Today);
        wait();
        demo.shoot(QStringLiteral("empty-today"));
        shootCharts(demo, QStringLiteral("empty-chart-"));
    });
    return ok;
}

} // namespace beback::screens
