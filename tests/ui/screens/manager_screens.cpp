// What a manager looks at: today, and every chart on the demo world, one of them with the leads behind a mark and as a table.
#include "core/desk/deliver.h"
#include "tests/ui/screens/stage.h"
#include "ui/charts/charts_room.h"
#include "ui/lead/work_session.h"
#include "ui/today/today_room.h"

#include <QApplication>
#include <QElapsedTimer>

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
        for (const char *chart : {"under-minimum-by-person", "neglect", "touches-by-person", "reached-by-attempt", "answers-by-hour", "media", "answers-by-medium"}) {
            room.chooseChart(QLatin1String(chart));
            demo.shoot(QStringLiteral("chart-") + QLatin1String(chart));
        }
        room.chooseChart(QStringLiteral("attempts-per-lead"));
        demo.shoot(QStringLiteral("chart-attempts-per-lead"));
        room.chooseMark({}, QStringLiteral("2"));
        wait();
        demo.shoot(QStringLiteral("chart-attempts-leads"));
        room.showTable(true);
        demo.shoot(QStringLiteral("chart-attempts-table"));
    });
}

} // namespace beback::screens
