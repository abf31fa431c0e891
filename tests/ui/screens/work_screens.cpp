#include "core/time/zones.h"
#include "tests/support/sample_views.h"
#include "tests/ui/screens/stage.h"
#include "ui/lead/lead_pane.h"
#include "ui/lead/outcome_bar.h"
#include "ui/lead/touch_draft.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/style/theme.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>

namespace beback::screens {

using ui::Act;
using ui::TouchDraft;

namespace {

void shootTouches(Stage &stage)
{
    ui::WorkRoom &room = stage.window().work();
    room.showLead(samples::call(), {});
    stage.shoot(QStringLiteral("work-lead"));
    room.act(Act::Call);
    room.act(Act::Outcome1);
    stage.shoot(QStringLiteral("work-on-call-one-thing-left"));
    room.act(Act::SaveNext);
    stage.shoot(QStringLiteral("work-save-refused"));
    room.act(Act::ResultCame);
    stage.shoot(QStringLiteral("work-ready-to-save"));
    room.showLead(samples::call(), {});
    room.act(Act::Outcome5);
    room.act(Act::PickTime);
    stage.shoot(QStringLiteral("work-call-back-asks-when"));
    if (auto *popup = stage.window().findChild<QWidget *>(QStringLiteral("when.popup"))) {
        stage.shoot(*popup, QStringLiteral("work-next-time"));
        popup->hide();
    }
    room.showLead(samples::email(), {});
    room.act(Act::Email);
    stage.shoot(QStringLiteral("work-writing-email"));
    room.act(Act::Text);
    stage.shoot(QStringLiteral("work-writing-text"));
    room.act(Act::WriteNote);
    stage.shoot(QStringLiteral("work-writing-note"));
}

void shootLeads(Stage &stage)
{
    ui::WorkRoom &room = stage.window().work();
    room.showLead(samples::bare(), {});
    stage.shoot(QStringLiteral("work-longest-name-no-vehicle-no-history"));
    room.showLead(samples::quietHours(), {});
    stage.shoot(QStringLiteral("work-quiet-hours"));
    room.showLead(samples::held(), {});
    stage.shoot(QStringLiteral("work-held-by-somebody-else"));
    LeadView full = samples::call();
    full.timeline = samples::longHistory(200);
    room.showLead(full, {});
    stage.shoot(QStringLiteral("work-200-events"));
    room.showLead(samples::call(), {});
    room.showProblem(QStringLiteral("Something is not saved yet"),
                     QStringLiteral("Not saved: no answer, Gary Lindholm. The disk is full. Free some room; nothing is lost meanwhile."),
                     QStringLiteral("Save again"));
    stage.shoot(QStringLiteral("work-not-saved"));
    room.showProblem({}, {}, {});
}

} // namespace

bool shootWork(Stage &stage)
{
    ui::WorkRoom &room = stage.window().work();
    room.setZone(samples::zone());
    room.showQueue(samples::queue());
    shootTouches(stage);
    shootLeads(stage);
    if (auto *toast = stage.window().findChild<ui::Toast *>())
        toast->say(QStringLiteral("Saved: no answer, Gary Lindholm"), QStringLiteral("Undo"), QStringLiteral("Ctrl+Z"));
    stage.shoot(QStringLiteral("work-saved-toast"));
    ui::Theme::setTextScale(1.5);
    stage.shoot(QStringLiteral("work-large-text"));
    ui::Theme::setTextScale(1.0);
    if (auto *toast = stage.window().findChild<ui::Toast *>())
        toast->dismiss();
    room.showQueue(samples::cutQueue());
    stage.shoot(QStringLiteral("work-day-cut"));
    if (auto *foot = stage.window().findChild<QAbstractButton *>(QStringLiteral("queue.foot")))
        foot->click();
    stage.shoot(QStringLiteral("work-beyond-the-day"));
    room.showQueue(samples::nobody());
    room.showNobody(samples::nobody());
    stage.shoot(QStringLiteral("work-nobody-now"));
    room.showQueue({});
    room.showNobody({});
    stage.shoot(QStringLiteral("work-no-leads"));
    room.showPaused();
    stage.shoot(QStringLiteral("work-paused"));
    room.setQueueLoading();
    room.showLoading();
    stage.shoot(QStringLiteral("work-loading"));
    room.showQueue(samples::queue());
    room.showLead(samples::call(), {});
    return !stage.failed();
}

} // namespace beback::screens
