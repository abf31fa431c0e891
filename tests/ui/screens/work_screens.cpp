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
#include <QPlainTextEdit>

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

void shootWords(Stage &stage)
{
    ui::WorkRoom &room = stage.window().work();
    LeadView view = samples::email();
    view.words[Medium::Email].mustAsk = {QStringLiteral("What monthly payment would feel right to you?")};
    view.words[Medium::Email].wording = QStringLiteral("change.figure/email/en/1");
    view.words[Medium::Email].which = 1;
    view.words[Medium::Email].of = 2;
    view.message.before = {{view.customer.leads[0].arrivedAt, Medium::Text, QStringLiteral("It is still on our lot and I would love to help."), {}}};
    room.showLead(view, {});
    room.act(Act::Email);
    stage.shoot(QStringLiteral("words-in-order"));
    auto *body = stage.window().findChild<QPlainTextEdit *>(QStringLiteral("words.body"));
    body->setPlainText(QStringLiteral("Hi Maria,\n\nI am just following up about the white 2024 Tucson Hybrid SEL. Hyundai took $1,000 off it on Saturday. It is still on our lot and I would love to help.\n\n"
                                      "With that number I can show you two ways before {{date}}.\n\nPriya Natarajan\nCedar Hill Motors\n2140 Example Avenue, Wichita, KS 67202\n\n"
                                      "If you would rather not get e-mail from us, answer with the word STOP."));
    stage.shoot(QStringLiteral("words-to-fix"));
    room.act(Act::Text);
    stage.shoot(QStringLiteral("words-text"));
}

void shootGuide(Stage &stage)
{
    ui::WorkRoom &room = stage.window().work();
    const LeadView view = samples::guided(samples::call());
    room.showLead(view, {});
    stage.shoot(QStringLiteral("guide-before-the-call"));
    TouchDraft draft;
    draft.answers = {{QStringLiteral("standout"), QStringLiteral("Cargo room for two dogs, all-wheel drive")}};
    room.showLead(view, draft);
    room.act(Act::Call);
    stage.shoot(QStringLiteral("guide-on-the-call"));
    room.act(Act::Outcome1);
    room.act(Act::SaveNext);
    stage.shoot(QStringLiteral("guide-must-ask-left"));
    room.act(Act::Solutions);
    stage.shoot(QStringLiteral("guide-solutions"));
    TouchDraft bought;
    bought.medium = Medium::Call;
    bought.outcome = Outcome::BoughtElsewhere;
    bought.delivered = false;
    bought.answers = {{QStringLiteral("delivered"), QStringLiteral("no")}, {QStringLiteral("decided_by"), QStringLiteral("payment")}, {QStringLiteral("their_payment"), QStringLiteral("489")}};
    room.showLead(samples::saving(view, false), bought);
    stage.shoot(QStringLiteral("guide-bought-elsewhere"));
    room.showLead(samples::saving(view, true), bought);
    stage.shoot(QStringLiteral("guide-offer"));
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
    shootWords(stage);
    shootGuide(stage);
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
