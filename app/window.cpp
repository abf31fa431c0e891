#include "app/window.h"

#include "app/session.h"
#include "core/desk/desk.h"
#include "ui/settings/settings_room.h"
#include "ui/shell/main_window.h"
#include "ui/shell/spoken_language.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>

namespace beback::app {

namespace {

// Qt ends the program with a crash where it finds no display; whoever works over ssh deserves a sentence.
bool hasDisplay()
{
    for (const char *name : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"})
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    return false;
}

ui::MainWindow::Start startOf(const StoreUrl &url, bool named)
{
    ui::MainWindow::Start start;
    const bool file = url.engine == Engine::Sqlite;
    start.storeUrl = file ? QStringLiteral("sqlite:") + url.path : url.uri;
    start.named = named;
    start.exists = !file || QFileInfo::exists(url.path);
    return start;
}

} // namespace

int openWindow(int &argc, char **argv, const Invocation &invocation, Terminal &terminal)
{
    const auto url = storeOf(invocation);
    if (!url)
        return int(terminal.refuse(url.error().message, Exit::NoStore));
    if (!hasDisplay())
        return int(terminal.refuse(Cli::tr("There is no display to open a window on. Start Beback from a desktop, or name a "
                                           "command; beback --help lists them.")));

    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Beback"));
    QApplication::setDesktopFileName(QStringLiteral("io.github.beback.Beback"));
    QApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("beback"), QIcon(QStringLiteral(":/app/beback.svg"))));

    const ui::Seams seams = ui::Seams::desktop();
    ui::SettingsRoom::applyRemembered(*seams.memory);
    const SystemClock clock;
    Desk desk(clock); // finishes what was asked for when it goes, after the window
    ui::loadTranslations(); // before the desk says its first sentence
    ui::MainWindow::Start start = startOf(*url, invocation.has(QStringLiteral("db")) || qEnvironmentVariableIsSet("BEBACK_DB"));
    const bool file = url->engine == Engine::Sqlite && (start.named || !ui::MainWindow::remembersShared(*seams.memory));
    if (file && start.exists)
        start.opening = desk.open(start.storeUrl, true); // while the window is built
    ui::MainWindow window(desk, clock, seams);
    window.begin(start);
    window.show();
    return QApplication::exec();
}

} // namespace beback::app
