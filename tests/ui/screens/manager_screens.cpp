// What a manager looks at: today, and every chart on the demo world, one of them with the leads behind a mark and as a table.
#include "core/desk/deliver.h"
#include "core/report/charts.h"
#include "tests/ui/screens/stage.h"
#include "ui/charts/charts_room.h"
#include "ui/lead/work_session.h"
#include "ui/today/today_room.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTableView>

namespace beback::screens {

namespace {

using namespace beback::ui;

constexpr int SettleMs = 1500; // counted beside the desk's own thread

void wait()
{
    QElapsedTimer limit;
    limit.start();
    while (limit.elapsed() < SettleMs)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

void press(QWidget *widget, Qt::Key key)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

} // namespace

bool shootManagers(const QString &folder, const QString &suffix, QSize size)
{
    return onDemoWorld(folder, suffix, size, [](Demo &demo) {
        demo.window.enter(MainWindow::Room::Today);
        wait();
        demo.shoot(QStringLiteral("manager-today"));
        demo.window.enter(MainWindow::Room::Charts);
        wait();
        ChartsRoom &room = demo.window.charts();
        for (const ChartKind &kind : chartKinds()) {
            room.chooseChart(kind.id);
            if (kind.read)
                wait();
            demo.shoot(QStringLiteral("chart-") + kind.id);
        }
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
    });
}

} // namespace beback::screens
