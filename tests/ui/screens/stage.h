#pragma once

#include "core/base/clock.h"
#include "tests/support/quiet_seams.h"
#include "ui/shell/main_window.h"

#include <QTemporaryDir>

#include <functional>

namespace beback::screens {

// A window on an empty store, its clock standing still, ready to be shown in any state and photographed.
class Stage
{
public:
    explicit Stage(const QString &folder, const QString &suffix);
    ~Stage();

    ui::MainWindow &window() { return *m_window; }
    const Clock &clock() const { return m_clock; }
    void goOn(Duration by) { m_clock.advance(by); }
    test::QuietSeams &quiet() { return m_quiet; }
    void shoot(const QString &name); // DIR/name-suffix.png
    void shoot(QWidget &part, const QString &name);
    bool failed() const { return m_failed; }
    int taken() const { return m_taken; }
    static void settle(); // until nothing is left to do

private:
    QString m_folder, m_suffix;
    QTemporaryDir m_store;
    ManualClock m_clock;
    test::QuietSeams m_quiet;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ui::MainWindow> m_window;
    bool m_failed = false;
    int m_taken = 0;
};

// A manager's window on the demo world.
struct Demo {
    ui::MainWindow &window;
    Desk &desk;
    test::QuietSeams &quiet;
    const ManualClock &clock;
    QString folder, suffix;
    bool ok = true;
    void shoot(const QString &name);
    void shootWith(QWidget &popup, const QString &name); // over the window, where it stands
    void dismissToast();
};
// False: there was no demo world, or a picture could not be written.
bool onDemoWorld(const QString &folder, const QString &suffix, QSize size, const std::function<void(Demo &)> &show);
// The same on a store into which nothing came yet.
bool onNewStore(const QString &folder, const QString &suffix, QSize size, const std::function<void(Demo &)> &show);

bool shootWork(Stage &stage);    // the Work room in its states
bool shootAround(Stage &stage);  // panes, search, leads in, settings
bool shootDemo(const QString &folder, const QString &suffix, QSize size); // the demo world, worked
bool shootPlans(const QString &folder, const QString &suffix, QSize size); // the room of plans, on the demo world
bool shootJoining(const QString &folder, const QString &suffix); // a shared database: the form and its failures
bool shootWords(const QString &folder, const QString &suffix, QSize size); // the words everybody uses, and a deal to save
bool shootManagers(const QString &folder, const QString &suffix, QSize size); // today and the charts
bool shootPrints(Demo &demo); // every chart as the page it is printed on: DIR/print-chart.png
bool shootHour(Stage &stage);    // the Hour of Power; its clock goes on
bool shootAway(Stage &stage);    // going away with leads, and coming back
bool shootLinks(Stage &stage);   // the line to it, in the strip and the middle; who has whom
bool shootArrival(const QString &folder, const QString &suffix); // first run, who, problems

} // namespace beback::screens
