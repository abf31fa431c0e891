// The window as it is: the demo world on a real desk, an agent at work.
#include "core/desk/deliver.h"
#include "tests/support/sample_views.h"
#include "tests/ui/screens/stage.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>

namespace beback::screens {

bool shootDemo(const QString &folder, const QString &suffix, QSize size)
{
    const QTemporaryDir store;
    ManualClock clock(samples::now());
    test::QuietSeams quiet;
    Desk desk(clock);
    ui::MainWindow window(desk, clock, quiet.seams());
    window.resize(size);
    window.show();
    const QString url = QStringLiteral("sqlite:") + store.filePath(QStringLiteral("demo.beback"));
    std::optional<Result<DeskOpened>> made;
    deliver(desk.createDemo(url, 200, 1), &window, [&made](const Result<DeskOpened> &answer) { made = answer; });
    QElapsedTimer limit;
    limit.start();
    while (!made && limit.elapsed() < 60000)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    if (!made || !*made) {
        std::fprintf(stderr, "no demo world: %s\n", made ? qPrintable(made->error().message) : "no answer");
        return false;
    }
    window.begin({url, true, QStringLiteral("priya")});
    while (!window.session().lead() && limit.elapsed() < 90000)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    Stage::settle();
    const auto shoot = [&](const QString &name) {
        Stage::settle();
        return window.grab().save(folder + QLatin1Char('/') + name + QLatin1Char('-') + suffix + QStringLiteral(".png"));
    };
    bool ok = shoot(QStringLiteral("demo-work"));
    window.act(ui::Act::Call);
    clock.advance(std::chrono::seconds(134));
    window.work().tick();
    window.act(ui::Act::Outcome1);
    ok &= shoot(QStringLiteral("demo-on-call"));
    window.act(ui::Act::ResultNotYet);
    window.act(ui::Act::SaveNext);
    Stage::settle();
    ok &= shoot(QStringLiteral("demo-next"));
    window.act(ui::Act::Email);
    ok &= shoot(QStringLiteral("demo-writing"));
    window.close();
    return ok;
}

} // namespace beback::screens
