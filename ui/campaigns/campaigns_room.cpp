#include "ui/campaigns/campaigns_room.h"

#include "core/desk/deliver.h"
#include "core/time/calendar.h"
#include "core/time/zones.h"
#include "ui/campaigns/audience_panel.h"
#include "ui/campaigns/campaign_form.h"
#include "ui/campaigns/campaign_list.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/shell/pane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/skeleton_widget.h"
#include "ui/widgets/text_label.h"

#include <QLineEdit>
#include <QRandomGenerator>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

// Asks once more, and says in whole sentences what will be.
class AskPane : public Pane
{
public:
    AskPane(QWidget *host, const QString &heading, const QString &doing, const QString &will) : Pane(host, heading, doing)
    {
        auto *text = new TextLabel(will, Type::Body);
        text->setObjectName(QStringLiteral("campaigns.will"));
        text->setWordWrap(true);
        body()->addWidget(text);
    }
};

} // namespace

void CampaignsRoom::refresh()
{
    if (!m_read)
        m_skeleton->begin(tr("Reading the campaigns."));
    deliver(m_desk.campaignShelf(), this, [this, keeps = m_keeps, keeping = m_keeping](const Result<CampaignShelf> &answer) {
        m_skeleton->finish();
        if (!answer)
            return cannotRead(answer.error());
        CampaignShelf shelf = *answer;
        const bool isOlder = keeping > 0 || keeps != m_keeps; // it was read beside what was kept meanwhile
        for (CampaignResult &one : shelf.campaigns)
            if (m_draft && isOlder && one.stored.state == StoredCampaign::State::Draft && one.stored.campaign.id == m_campaign.id)
                one.stored.campaign = m_campaign;
        show(std::move(shelf));
    });
}

// Without the shared database there is nothing to be begun either; what was read before stays.
void CampaignsRoom::cannotRead(const Error &error)
{
    if (error.code != Code::Unavailable)
        return fail(tr("The campaigns cannot be read"), error);
    block(error.message);
    m_problem->setTone(Tone::Warning);
    m_problem->setText(tr("Campaigns wait until you are back"), error.message);
    m_problem->show();
    m_askAgain.start();
}

void CampaignsRoom::block(const QString &because)
{
    m_blocked = because;
    for (KeyButton *changes : {m_new, m_copy, m_drop, m_start, m_stop})
        changes->setBlocked(because);
}

void CampaignsRoom::show(CampaignShelf shelf)
{
    m_read = true;
    const bool waited = !m_blocked.isEmpty();
    if (waited) {
        m_problem->hide();
        block({});
    }
    for (CampaignResult &one : shelf.campaigns)
        if (const auto unkept = m_waiting.constFind(one.stored.campaign.id); unkept != m_waiting.cend())
            one.stored.campaign = *unkept;
    for (const Campaign &unkept : std::exchange(m_waiting, {}))
        keep(unkept);
    m_shelf = std::move(shelf);
    m_form->setPlans(m_shelf.plans);
    m_list->show(m_shelf, m_campaign.id);
    if (m_unkept && m_list->currentId() == m_campaign.id) { // what is being typed is newer than what was read
        if (waited) {
            flush();
            weigh();
        }
        return;
    }
    if (m_shelf.campaigns.isEmpty()) {
        m_campaign = {};
        m_draft = false;
        return showCampaign();
    }
    choose(m_list->currentId());
}

void CampaignsRoom::choose(const QString &id)
{
    flush();
    const CampaignResult *one = m_shelf.find(id);
    if (!one)
        return;
    m_campaign = one->stored.campaign;
    m_draft = one->stored.state == StoredCampaign::State::Draft;
    m_unkept = false;
    m_keptLabel->setText(m_draft ? tr("Draft kept %1").arg(clockTime(one->stored.at)) : QString());
    if (m_list->currentId() != id)
        m_list->choose(id);
    showCampaign();
}

QString CampaignsRoom::freeId(const Campaign &campaign) const
{
    // With a part by chance: another manager of a shared database may begin one at this moment.
    const QString any = QStringLiteral("%1").arg(QRandomGenerator::global()->bounded(0x10000), 4, 16, QLatin1Char('0'));
    return campaignIdFor(toText(campaign.kind) + QLatin1Char('-') + campaign.from.toString(Qt::ISODate) + QLatin1Char('-') + any, m_shelf.ids());
}

void CampaignsRoom::create()
{
    Campaign draft;
    draft.title = tr("New campaign");
    draft.from = calendar::addBusinessDays(m_shelf.today, 1);
    draft.id = freeId(draft);
    begin(draft);
}

// The same words for other people, or again: from the next business day on.
void CampaignsRoom::copy()
{
    Campaign draft = m_campaign;
    draft.title = tr("Copy of %1").arg(m_campaign.title);
    draft.from = calendar::addBusinessDays(m_shelf.today, 1);
    if (draft.until.isValid() && draft.until < draft.from)
        draft.until = {};
    draft.id = freeId(draft);
    begin(draft);
}

void CampaignsRoom::begin(const Campaign &draft)
{
    flush();
    deliver(m_desk.keepCampaign(draft), this, [this, draft](const Result<void> &answer) {
        if (!answer)
            return fail(tr("The campaign was not kept"), answer.error());
        m_campaign = draft;
        m_draft = true;
        refresh();
        showCampaign();
        m_rename->setFocus(Qt::OtherFocusReason);
        m_rename->selectAll();
    });
}

// After every change: what is wrong, and a moment later what is kept and whom it speaks to.
void CampaignsRoom::edited()
{
    const QString title = m_rename->text().trimmed();
    m_campaign = m_form->campaign();
    m_campaign.title = title;
    m_unkept = true;
    m_weighed = false;
    m_list->setTitle(m_campaign.id, title);
    showFault();
    m_keepSoon.start();
    m_weighSoon.start();
}

void CampaignsRoom::flush()
{
    if (m_unkept && m_draft)
        keep();
}

void CampaignsRoom::keep()
{
    m_keepSoon.stop();
    m_unkept = false;
    for (CampaignResult &one : m_shelf.campaigns)
        if (one.stored.campaign.id == m_campaign.id) {
            one.stored.campaign = m_campaign;
            one.stored.at = m_clock.now();
        }
    keep(m_campaign);
}

void CampaignsRoom::keep(const Campaign &campaign)
{
    ++m_keeps;
    ++m_keeping;
    deliver(m_desk.keepCampaign(campaign), this, [this, campaign](const Result<void> &answer) {
        --m_keeping;
        const std::optional<Campaign> decides = m_keeping == 0 ? std::exchange(m_decides, {}) : std::nullopt;
        if (!answer) {
            notKept(campaign, answer.error());
            return decides ? ended(false, answer.error()) : void();
        }
        if (decides)
            decide(*decides);
        if (!m_blocked.isEmpty())
            refresh();
        else
            m_problem->hide();
        if (m_draft && !m_unkept)
            m_keptLabel->setText(tr("Draft kept %1").arg(clockTime(m_clock.now())));
    });
}

// It stays here, and is kept once there is an answer again, or with the next change.
void CampaignsRoom::notKept(const Campaign &campaign, const Error &error)
{
    const bool waits = error.code == Code::Unavailable;
    if (m_draft && m_campaign.id == campaign.id) {
        m_unkept = true;
        m_keptLabel->setText(tr("Not kept yet"));
    } else if (waits) {
        m_waiting.insert(campaign.id, campaign);
    }
    return waits ? cannotRead(error) : fail(tr("The campaign was not kept"), error);
}

void CampaignsRoom::weigh()
{
    m_weighSoon.stop();
    m_weighed = false;
    m_stale = m_asking; // the answer that is to come belongs to what stood there before
    m_preview = {};
    if (m_fault)
        return m_audience->showNothing(tr("Whom it speaks to"), m_campaign.says.trimmed().isEmpty()
                                           ? tr("Say what changed first; then everybody it speaks to stands here, and what it asks of each day.")
                                           : tr("Something is not right yet: %1").arg(m_fault->sentence));
    m_audience->begin();
    if (m_asking)
        return;
    m_asking = true;
    deliver(m_desk.previewCampaign(m_campaign), this, [this](const Result<CampaignPreview> &answer) { weighed(answer); });
}

void CampaignsRoom::weighed(const Result<CampaignPreview> &answer)
{
    m_asking = false;
    if (m_stale && m_draft)
        return weigh();
    if (m_stale || m_fault || m_weighSoon.isActive())
        return; // of another one, or of what was typed before
    if (!answer)
        return m_audience->showNothing(tr("Whom it speaks to is not known"), answer.error().message);
    m_preview = *answer;
    m_weighed = true;
    m_audience->show(m_preview);
}

void CampaignsRoom::askToDrop()
{
    if (pane())
        return;
    auto *pane = new Pane(window(), tr("Drop “%1”").arg(m_campaign.title), tr("Drop draft"));
    pane->setSentence(tr("What was written in it is gone. Nobody was contacted because of it."));
    pane->setSafe(tr("Keep it"));
    pane->setDanger(true);
    m_pane = pane;
    connect(pane, &Pane::doAsked, this, [this, pane] {
        pane->setBusy(true);
        m_keepSoon.stop();
        m_unkept = false;
        deliver(m_desk.dropCampaign(m_campaign.id), this, [this, asked = QPointer<Pane>(pane)](const Result<void> &answer) {
            if (!answer && asked)
                return asked->setProblem(tr("The draft is still there"), answer.error().message);
            if (asked)
                asked->finish();
            m_list->setFocus(Qt::OtherFocusReason);
            refresh();
        });
    });
    pane->open();
}

void CampaignsRoom::askToStart()
{
    if (m_moving)
        return Q_EMIT said(tr("One moment: the last start or stop still goes on."));
    const CampaignResult *one = m_shelf.find(m_campaign.id);
    if (one && one->waiting > 0)
        return move(m_campaign.id, false); // it was decided before
    if (m_fault) {
        m_form->setFault(m_fault);
        if (m_fault->field == QLatin1String("title"))
            m_rename->setFocus(Qt::OtherFocusReason);
        else
            m_form->focusField(m_fault->field);
        return;
    }
    if (pane())
        return;
    if (!m_weighed)
        return Q_EMIT said(tr("One moment: whom it speaks to is still being looked up."));
    if (m_preview.in == 0)
        return Q_EMIT said(tr("It speaks to nobody who may be contacted now, so there is nothing to start."));
    flush(); // asked before, so it is kept before it is started
    auto *pane = new AskPane(window(), tr("Start “%1”").arg(m_campaign.title), tr("Start"),
                             campaign_words::starting(m_campaign, m_preview, planName(m_campaign.plan)));
    m_pane = pane;
    connect(pane, &Pane::doAsked, this, [this, pane, shown = m_campaign] {
        pane->setBusy(true);
        decide(shown);
    });
    pane->open();
}

void CampaignsRoom::askToStop()
{
    if (m_moving)
        return Q_EMIT said(tr("One moment: the last start or stop still goes on."));
    const CampaignResult *one = m_shelf.find(m_campaign.id);
    if (pane() || !one)
        return;
    auto *pane = new AskPane(window(), tr("Stop “%1”").arg(m_campaign.title), tr("Stop it"), campaign_words::stopping(*one));
    pane->setSafe(tr("Let it run"));
    pane->setDanger(true);
    m_pane = pane;
    connect(pane, &Pane::doAsked, this, [this, pane, id = m_campaign.id] {
        pane->setBusy(true);
        move(id, true);
    });
    pane->open();
}

// What was shown is started, and nothing else: it is kept before.
void CampaignsRoom::decide(const Campaign &shown)
{
    if (m_keeping > 0) {
        m_decides = shown;
        return;
    }
    if (std::exchange(m_moving, true))
        return;
    deliver(m_desk.decideCampaign(shown), this, [this, id = shown.id](const Result<void> &answer) {
        m_moving = false;
        if (answer)
            return move(id, false);
        ended(false, answer.error());
        if (answer.error().code == Code::Conflict)
            refresh();
    });
}

// A part at a time, so that the others at this desk are served in between.
void CampaignsRoom::move(const QString &id, bool stopping, int before)
{
    if (m_moving && before == 0)
        return;
    m_moving = true;
    deliver(stopping ? m_desk.stopCampaign(id) : m_desk.startCampaign(id), this,
            [this, id, stopping, before](const Result<CampaignMove> &answer) { moved(id, stopping, answer, before); });
}

void CampaignsRoom::moved(const QString &id, bool stopping, const Result<CampaignMove> &answer, int before)
{
    if (answer && answer->left > 0 && answer->left != before) {
        if (id == m_campaign.id)
            m_stands->setText(tr("%1 done, %2 to go").arg(answer->done).arg(answer->left));
        return move(id, stopping, answer->left);
    }
    m_moving = false;
    ended(stopping, answer);
    if (answer || answer.error().code == Code::Conflict)
        refresh();
}

void CampaignsRoom::ended(bool stopping, const Result<CampaignMove> &answer)
{
    if (!answer) {
        const QString heading = stopping ? tr("The campaign is not stopped") : tr("The campaign is not started");
        if (pane())
            return m_pane->setProblem(heading, answer.error().message);
        return fail(heading, answer.error());
    }
    if (pane())
        m_pane->finish();
    Q_EMIT said(stopping ? tr("Stopped: %n people are back where they were", nullptr, answer->done)
                         : tr("Started: %n people are on its plan", nullptr, answer->done));
    m_list->setFocus(Qt::OtherFocusReason);
}

void CampaignsRoom::fail(const QString &heading, const Error &error)
{
    m_problem->setTone(Tone::Danger);
    m_problem->setText(heading, error.message);
    m_problem->show();
}

Pane *CampaignsRoom::pane() const
{
    return m_pane && !m_pane->isHidden() ? m_pane.data() : nullptr;
}

QString CampaignsRoom::planName(const QString &id) const
{
    for (const auto &[known, name] : m_shelf.plans)
        if (known == id)
            return name;
    return id;
}

QString CampaignsRoom::clockTime(Instant at) const
{
    return QLocale().toString(zones::local(at, m_zone).time, QStringLiteral("h:mm"));
}

} // namespace beback::ui
