// The program's own window on a store, as it starts: ends once the queue is listed and the first lead is shown (or that
// there is none), painted. Ends with 1 when that takes half a minute.

#include "core/desk/desk.h"
#include "ui/lead/work_session.h"
#include "ui/settings/settings_room.h"
#include "ui/shell/main_window.h"
#include "ui/shell/spoken_language.h"

#include <QApplication>
#include <QTimer>

#include <cstdlib>

using namespace beback;

namespace {

// Remembers nothing: every start is the first one.
class NoMemory final : public ui::Memory
{
public:
    QVariant value(const QString &, const QVariant &fallback) const override { return fallback; }
    void keep(const QString &, const QVariant &) override {}
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (app.arguments().size() != 2)
        return 2;
    // From here on as app/window.cpp does it.
    ui::Seams seams = ui::Seams::desktop();
    seams.memory = std::make_shared<NoMemory>();
    ui::SettingsRoom::applyRemembered(*seams.memory);
    const SystemClock clock;
    Desk desk(clock);
    ui::loadTranslations();
    ui::MainWindow::Start start{QStringLiteral("sqlite:") + app.arguments().at(1), true, QStringLiteral("bench"), {}};
    start.opening = desk.open(start.storeUrl, true);
    ui::MainWindow window(desk, clock, seams);
    bool listed = false, shown = false;
    const auto look = [&] {
        if (listed && shown)
            QTimer::singleShot(0, &app, [] { std::_Exit(0); }); // after it was painted; going away is not starting
    };
    ui::WorkSession &session = window.session();
    QObject::connect(&session, &ui::WorkSession::queueChanged, &app, [&] { listed = true; look(); });
    QObject::connect(&session, &ui::WorkSession::leadShown, &app, [&] { shown = true; look(); });
    QObject::connect(&session, &ui::WorkSession::nobody, &app, [&] { shown = true; look(); });
    QObject::connect(&session, &ui::WorkSession::failed, &app, [] { QCoreApplication::exit(1); });
    QTimer::singleShot(30000, &app, [] { QCoreApplication::exit(1); });
    window.begin(start);
    window.show();
    return app.exec();
}
