// The Hour of Power: offered, running, on a break, with a reply, at its last lead, and its score.
#include "tests/support/sample_views.h"
#include "tests/ui/screens/stage.h"
#include "ui/hour/hour_session.h"
#include "ui/hour/hour_strip.h"
#include "ui/hour/score_page.h"
#include "ui/hour/score_pane.h"
#include "ui/hour/then_pane.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/style/theme.h"
#include "ui/widgets/toast.h"

#include <QAction>

namespace beback::screens {

using namespace beback::ui;

namespace {

void showSamples(Stage &stage)
{
    MainWindow &window = stage.window();
    window.findChild<ScorePane *>()->show(samples::hour());
    auto *then = window.findChild<ThenPane *>();
    then->show(samples::hourList(), samples::call().customer.id);
    then->setOthers(samples::hour().others);
}

void shootRunning(Stage &stage)
{
    MainWindow &window = stage.window();
    WorkRoom &room = window.work();
    window.hour().start();
    stage.goOn(std::chrono::seconds(22 * 60 + 48));
    for (int i = 0; i < 4; ++i)
        Stage::settle(); // the clock ticks once a second, and everything is read anew
    const auto shoot = [&](const char *name) {
        for (int i = 0; i < 3; ++i)
            Stage::settle(); // what was asked for meanwhile is answered
        showSamples(stage);
        stage.shoot(QLatin1String(name));
    };
    room.showLead(samples::call(), {});
    window.act(Act::Outcome3);
    shoot("hour");
    auto *strip = window.findChild<HourStrip *>();
    strip->setReply(QStringLiteral("Aisha Coleman wrote: “Thursday works”"));
    room.showLead(samples::email(), {});
    room.act(Act::Email);
    shoot("hour-reply-while-writing");
    strip->setReply({});
    room.showLead(samples::bare(), {});
    shoot("hour-longest-name");
    Theme::setTextScale(1.5);
    room.showLead(samples::call(), {});
    shoot("hour-large-text");
    Theme::setTextScale(1.0);
    strip->setReady(false);
    room.showPaused();
    shoot("hour-break");
    strip->setReady(true);
    room.showNobody(samples::nobody());
    window.findChild<ThenPane *>()->show({}, {});
    stage.shoot(QStringLiteral("hour-nobody-now"));
    room.showLead(samples::call(), {});
    strip->setLastLead(true);
    window.findChild<ScorePane *>()->showClock(Duration(0), QStringLiteral("over since 12:40 pm"));
    shoot("hour-time-is-up");
    strip->setLastLead(false);
}

void shootScores(Stage &stage)
{
    MainWindow &window = stage.window();
    window.hour().stop();
    Stage::settle();
    auto *page = window.findChild<ScorePage *>();
    page->show(samples::hour(), samples::zone());
    stage.shoot(QStringLiteral("hour-score"));
    HourView missed = samples::hour();
    missed.score = {};
    missed.score.touches = 3;
    missed.score.byMedium = {2, 1, 0, 0, 0, 0};
    missed.keptToday = false;
    missed.streak = 0;
    missed.before.reset();
    for (HourView::Day &day : missed.days)
        day.kept = false;
    page->show(missed, samples::zone());
    stage.shoot(QStringLiteral("hour-score-not-kept"));
}

} // namespace

bool shootHour(Stage &stage)
{
    MainWindow &window = stage.window();
    WorkRoom &room = window.work();
    room.setZone(samples::zone());
    window.hour().setHour(window.session().agent().login, QTime(11, 40));
    Stage::settle();
    room.showQueue(samples::queue());
    room.showLead(samples::call(), {});
    if (auto *toast = window.findChild<Toast *>())
        toast->dismiss();
    stage.shoot(QStringLiteral("hour-offered"));
    for (QAction *action : window.findChildren<QAction *>())
        if (action->text() == QStringLiteral("Set the Hour of Power…"))
            action->trigger();
    stage.shoot(QStringLiteral("hour-set"));
    if (Pane *pane = window.pane())
        pane->finish();
    shootRunning(stage);
    shootScores(stage);
    return !stage.failed();
}

} // namespace beback::screens
