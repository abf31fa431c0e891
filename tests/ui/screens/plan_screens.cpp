// The rooms of managers on the demo world. Plans: one as it is, a copy of it being changed, something wrong in it, and switching it
// on. Campaigns: none yet, one being written, started, running.
#include "core/desk/deliver.h"
#include "tests/ui/screens/stage.h"
#include "ui/campaigns/campaigns_room.h"
#include "ui/plans/manager_rooms.h"
#include "ui/plans/plan_lanes.h"
#include "ui/plans/plans_room.h"
#include "ui/rules/rules_room.h"
#include "ui/shell/pane.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimeEdit>


namespace beback::screens {

namespace {

using namespace beback::ui;

void type(PlansRoom &room, const char *field, const QString &text)
{
    auto *edit = room.findChild<QLineEdit *>(QLatin1String(field));
    edit->setText(text);
    Q_EMIT edit->textEdited(text);
}

void press(PlansRoom &room, const char *button)
{
    room.findChild<QAbstractButton *>(QLatin1String(button))->click();
    Stage::settle();
}

template <class Shoot> void shootRoom(MainWindow &window, Shoot shoot)
{
    window.enter(MainWindow::Room::Plans);
    Stage::settle();
    PlansRoom &room = window.plans();
    room.choose(QStringLiteral("fresh-internet"));
    shoot("plans-switched-on");
    press(room, "plans.copy");
    type(room, "plans.name", QStringLiteral("Closer internet follow-up"));
    auto *lanes = room.findChild<PlanLanes *>();
    for (const int day : {3, 5, 12, 20}) {
        lanes->setCurrent(4);
        Q_EMIT lanes->addAsked();
        type(room, "step.purpose", QStringLiteral("They compare three cars tonight."));
        type(room, "step.result", QStringLiteral("Which two are left, and what decides between them."));
        type(room, "step.day", QString::number(day));
    }
    lanes->setFocus();
    shoot("plans-draft");
    press(room, "plans.on");
    shoot("plans-switch-on");
    room.pane()->finish();
    Stage::settle();
    type(room, "step.day", QStringLiteral("soon"));
    type(room, "step.result", QString());
    shoot("plans-something-wrong");
    type(room, "step.day", QStringLiteral("20"));
    type(room, "step.result", QStringLiteral("Which two are left, and what decides between them."));
    room.choose(QStringLiteral("unsold-payment"));
    press(room, "plans.change");
    shoot("plans-next-version");
    press(room, "plans.drop");
    shoot("plans-drop");
    room.pane()->finish();
    Stage::settle();
}

// The contact rules: as shipped, a law made stricter, one that would be looser, and what was said about it afterwards.
template <class Shoot> void shootRules(MainWindow &window, Shoot shoot)
{
    window.enter(MainWindow::Room::Rules);
    Stage::settle();
    RulesRoom &room = window.rules();
    const auto wait = [] {
        QElapsedTimer limit;
        limit.start();
        while (limit.elapsed() < 2500)
            QApplication::processEvents(QEventLoop::AllEvents, 20);
    };
    shoot("rules-house");
    room.choose(QStringLiteral("us-hours"));
    room.findChild<QTimeEdit *>(QStringLiteral("rule.from0"))->setTime(QTime(11, 0));
    wait();
    shoot("rules-stricter");
    auto *reason = room.findChild<QLineEdit *>(QStringLiteral("rule.reason"));
    reason->setText(QStringLiteral("Nobody answers before eleven, and some complained."));
    room.findChild<QAbstractButton *>(QStringLiteral("rules.keep"))->click();
    wait();
    shoot("rules-kept");
    room.choose(QStringLiteral("pa-hours"));
    room.findChild<QTimeEdit *>(QStringLiteral("rule.until5"))->setTime(QTime(21, 0));
    wait();
    shoot("rules-looser");
    room.findChild<QAbstractButton *>(QStringLiteral("rules.add"))->click();
    wait();
    shoot("rules-new-limit");
}

void fill(CampaignsRoom &room, const char *field, const QString &text)
{
    auto *edit = room.findChild<QLineEdit *>(QLatin1String(field));
    edit->setText(text);
    Q_EMIT edit->textEdited(text);
}

void pressCampaign(CampaignsRoom &room, const char *button)
{
    room.findChild<QAbstractButton *>(QLatin1String(button))->click();
    Stage::settle();
}

// Until whom it speaks to was looked up.
void settleWeighed(CampaignsRoom &room)
{
    QElapsedTimer limit;
    limit.start();
    while (!room.isWeighed() && limit.elapsed() < 10000)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    Stage::settle();
}

template <class Shoot> void shootCampaigns(MainWindow &window, Shoot shoot)
{
    CampaignsRoom &room = window.campaigns();
    window.managing().setCurrent(&room);
    Stage::settle();
    shoot("campaigns-none-yet");
    pressCampaign(room, "campaigns.first");
    shoot("campaigns-new");
    fill(room, "campaigns.title", QStringLiteral("Rates in December"));
    room.findChild<QPlainTextEdit *>(QStringLiteral("campaign.says"))->setPlainText(QStringLiteral("The maker now finances it at 0.9 percent for 60 months."));
    fill(room, "campaign.per_day", QStringLiteral("12"));
    settleWeighed(room);
    shoot("campaigns-draft");
    pressCampaign(room, "campaigns.start");
    shoot("campaigns-start");
    window.pane()->finish();
    fill(room, "campaign.until", QStringLiteral("soon"));
    shoot("campaigns-something-wrong");
    fill(room, "campaign.until", QString());
    fill(room, "campaign.make", QStringLiteral("Lada"));
    settleWeighed(room);
    shoot("campaigns-nobody");
    fill(room, "campaign.make", QString());
    settleWeighed(room);
    pressCampaign(room, "campaigns.start");
    window.pane()->accept();
    QElapsedTimer limit;
    limit.start();
    while (room.isDraft() && limit.elapsed() < 20000)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    Stage::settle();
    shoot("campaigns-running");
    pressCampaign(room, "campaigns.stop");
    shoot("campaigns-stop");
}

} // namespace

bool shootPlans(const QString &folder, const QString &suffix, QSize size)
{
    return onDemoWorld(folder, suffix, size, [](Demo &demo) {
        const auto shoot = [&demo](const char *name) {
            Stage::settle();
            if (!QLatin1String(name).startsWith(QLatin1String("rules-kept")))
                demo.dismissToast();
            demo.shoot(QLatin1String(name));
        };
        shootRoom(demo.window, shoot);
        shootCampaigns(demo.window, shoot);
        demo.window.pane()->finish();
        shootRules(demo.window, shoot);
    });
}

} // namespace beback::screens
