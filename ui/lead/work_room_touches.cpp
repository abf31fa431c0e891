// How an agent contacts the lead in hand: calling, writing, handing over, and saving what came of it.
#include "core/desk/away.h"
#include "core/time/wording.h"
#include "core/outreach/handover.h"
#include "core/words/mail_html.h"
#include "ui/lead/guide_panel.h"
#include "ui/lead/history_pane.h"
#include "ui/lead/lead_pane.h"
#include "ui/lead/outcome_bar.h"
#include "ui/lead/queue_pane.h"
#include "ui/lead/side_pane.h"
#include "ui/lead/words_panel.h"
#include "ui/lead/work_room.h"
#include "ui/shell/key_bindings.h"
#include "ui/widgets/key_button.h"

#include <QMenu>

namespace beback::ui {

namespace {

// A note with who sends it and to whom. Where the street or the city is not known the card has one side only.
NoteCard noteCard(const LeadView &view, const QString &words)
{
    NoteCard card;
    const QString name = view.customer.name.display();
    card.title = WorkRoom::tr("Note to %1").arg(name);
    card.words = words;
    card.from = QStringList{view.facts.value(QStringLiteral("agent")), view.facts.value(QStringLiteral("rooftop")), view.facts.value(QStringLiteral("rooftop_address"))};
    card.from.removeAll(QString());
    const Address &home = view.customer.address;
    if (!home.street.isEmpty() && !home.city.isEmpty())
        card.to = QStringList{name, home.street, QStringLiteral("%1, %2 %3").arg(home.city, home.region, home.postcode).trimmed()};
    return card;
}

} // namespace

void WorkRoom::connectTouches()
{
    PointRows *points = m_pane->points();
    connect(points, &PointRows::callAsked, this, &WorkRoom::call);
    connect(points, &PointRows::writeAsked, this, [this](Medium medium, const PointView &point) {
        m_draft.pointKey = point.point.key();
        openWords(medium);
    });
    connect(points, &PointRows::editAsked, this, [this](const PointView &p) { Q_EMIT deedAsked(LeadDeed::EditPoint, p); });
    connect(points, &PointRows::removeAsked, this, [this](const PointView &p) { Q_EMIT deedAsked(LeadDeed::RemovePoint, p); });
    connect(points, &PointRows::refuseAsked, this, [this](const PointView &p) { Q_EMIT deedAsked(LeadDeed::Refuse, p); });
    connect(points, &PointRows::addAsked, this, [this] { ask(LeadDeed::AddPoint); });
    WordsPanel *words = m_pane->words();
    connect(words, &WordsPanel::mediumChosen, this, [this](Medium medium) {
        m_draft.pointKey.clear();
        openWords(medium);
    });
    connect(words, &WordsPanel::edited, this, [this, words] {
        m_draft.words.insert(words->medium(), words->words());
        keepDraft();
    });
    connect(words, &WordsPanel::backAsked, this, &WorkRoom::closeWords);
    connect(words, &WordsPanel::copyAsked, this, &WorkRoom::copyWords);
    connect(words, &WordsPanel::handOverAsked, this, &WorkRoom::handOver);
}

void WorkRoom::buildMenu()
{
    m_menu = new QMenu(this);
    const auto add = [this](const QString &text, Act act, LeadDeed deed) {
        QAction *action = m_menu->addAction(text, this, [this, deed] { ask(deed); });
        action->setText(text + QLatin1Char('\t') + m_keys.text(act));
        return action;
    };
    add(tr("Set an appointment…"), Act::Appointment, LeadDeed::Appointment);
    add(tr("Write a note to the history…"), Act::FreeNote, LeadDeed::FreeNote);
    add(tr("Enter what they wrote or said…"), Act::TheirReply, LeadDeed::TheirReply);
    add(tr("Add a number or address…"), Act::ContactPoints, LeadDeed::AddPoint);
    m_menu->addSeparator();
    m_menu->addAction(tr("Record a visit"), this, [this] { useMedium(Medium::Visit); m_outcomes->focusFirst(); });
    m_menu->addAction(tr("Record a social message"), this, [this] { useMedium(Medium::Social); m_outcomes->focusFirst(); });
    QAction *anyway = m_menu->addAction(tr("Call anyway…"), this, [this] {
        if (const auto point = closedByTheHouse())
            Q_EMIT deedAsked(LeadDeed::Anyway, *point);
    });
    anyway->setObjectName(QStringLiteral("work.anyway"));
    connect(m_menu, &QMenu::aboutToShow, anyway, [this, anyway] { anyway->setVisible(closedByTheHouse().has_value()); });
    m_menu->addSeparator();
    m_menu->addAction(tr("What they wish: by what and when…"), this, [this] { ask(LeadDeed::Wish); })->setObjectName(QStringLiteral("work.wish"));
    m_menu->addAction(tr("They agree to calls or texts…"), this, [this] { ask(LeadDeed::Consent); })->setObjectName(QStringLiteral("work.consent"));
    m_menu->addAction(tr("They asked not to be contacted…"), this, [this] { ask(LeadDeed::RefuseAll); });
    m_menu->addAction(tr("They bought here…"), this, [this] { ask(LeadDeed::Sold); });
    m_menu->addAction(tr("Close the lead as lost…"), this, [this] { ask(LeadDeed::Lost); });
    m_menu->addSeparator();
    m_menu->addAction(tr("Give the lead back, unsaved"), this, [this] { ask(LeadDeed::GiveBack); });
    m_pane->setMenu(m_menu);
}

void WorkRoom::applyKeys()
{
    m_pane->points()->setKeys({m_keys.text(Act::Call), m_keys.text(Act::Text), m_keys.text(Act::Email), m_keys.text(Act::WriteNote)});
    m_outcomes->setKeys({m_keys.text(Act::ResultCame), m_keys.text(Act::ResultNotYet), QStringLiteral("0"), m_keys.text(Act::SaveNext),
                         m_keys.text(Act::SavePause), m_keys.text(Act::NextMissing), m_keys.text(Act::PickTime)});
}

void WorkRoom::keepDraft()
{
    if (m_lead && m_lead->claim)
        Q_EMIT draftChanged(m_lead->lead, m_draft);
}

void WorkRoom::useMedium(Medium medium)
{
    if (!m_lead || !m_lead->claim)
        return;
    m_draft.medium = medium;
    m_outcomes->setWritten(m_draft.words.contains(medium));
    m_outcomes->setMedium(medium);
    m_draft.outcome = m_outcomes->draft().outcome;
}

// The view may have stood open past nine in the evening: what was allowed then is asked again at the moment of the deed.
bool WorkRoom::mayNow(Medium medium, const QString &pointKey)
{
    const Permission now = mayContact(m_lead->customer, m_lead->rules, medium, pointKey, m_clock.now());
    const bool may = now.allowed() || (now.house && !m_draft.overrule.isEmpty());
    if (!may)
        Q_EMIT said(now.reason + QLatin1Char('.'));
    return may;
}

std::optional<PointView> WorkRoom::closedByTheHouse() const
{
    if (!m_lead || !m_lead->claim)
        return std::nullopt;
    for (const PointView &point : m_lead->points)
        if (!point.call.allowed() && point.call.house)
            return point;
    return std::nullopt;
}

void WorkRoom::callAnyway(const PointView &point, const QString &reason)
{
    m_draft.overrule = reason;
    call(point);
}

void WorkRoom::call(const PointView &point)
{
    if (!m_lead || !m_lead->claim || !mayNow(Medium::Call, point.point.key()))
        return;
    closeWords();
    useMedium(Medium::Call);
    m_draft.pointKey = point.point.key();
    m_pane->points()->setQuiet(true); // the next thing to do is the outcome now
    if (m_seams.opener->open(telUrl(point.point.value, point.point.extension))) {
        m_callSince = m_clock.now();
    } else { // dialed by hand, if at all: no seconds are counted that nobody may have spoken
        m_callSince = {};
        m_seams.paper->copy(point.point.value);
        Q_EMIT said(tr("No program here takes calls. %1 is on the clipboard.").arg(point.shown));
    }
    tick();
    showGuide();
    // The conversation begins; the outcome is said when it ends.
    if (m_pane->isGuided() && m_callSince.us > 0)
        m_pane->guide()->focusCurrent();
    else
        m_outcomes->focusFirst();
    keepDraft();
}

void WorkRoom::write(Medium medium)
{
    m_draft.pointKey.clear();
    openWords(medium);
}

void WorkRoom::openWords(Medium medium)
{
    if (!m_lead || !m_lead->claim)
        return;
    const PointView *to = nullptr;
    for (const PointView &point : std::as_const(m_lead->points))
        if (point.point.key() == m_draft.pointKey && (point.point.type == ContactPoint::Type::Email) == (medium == Medium::Email))
            to = &point;
    if (!to)
        to = m_pane->points()->pointFor(medium);
    const PreparedWords words = wordsFor(medium);
    if (medium != m_draft.medium)
        m_draft.handedOver = false; // what went out was another
    useMedium(medium);
    m_draft.writing = medium;
    m_draft.pointKey = to && medium != Medium::Note ? to->point.key() : QString();
    m_outcomes->setWritten(true);
    m_pane->words()->setReason(m_draft.checkReason);
    m_pane->write(medium, words, to, messageFacts());
    m_side->setOffered(SidePane::Page::Check, true);
    m_side->open(SidePane::Page::Check);
    showCheck();
    dress();
}

void WorkRoom::closeWords()
{
    if (!m_pane->isWriting())
        return;
    m_pane->closeWords();
    m_side->setOffered(SidePane::Page::Check, false);
    dress();
    m_draft.writing.reset();
    // Nothing was sent: the outcomes are again those of the touch that is planned.
    if (m_draft.outcome == Outcome::None && !m_draft.handedOver && m_lead && m_lead->step)
        useMedium(m_lead->step->medium);
    showGuide();
    keepDraft();
    m_pane->focusFirst();
}

void WorkRoom::handOver()
{
    WordsPanel *panel = m_pane->words();
    const PreparedWords words = panel->words();
    if (!m_lead || !mayNow(panel->medium(), m_draft.pointKey))
        return;
    if (!panel->mayGo())
        return panel->goToBlock();
    if (panel->medium() == Medium::Note && !fitsOnCard(words.body))
        return Q_EMIT said(tr("That is too long for a card of 7 x 5 inches. Say one thing, and ask one."));
    if (panel->medium() == Medium::Note)
        m_seams.paper->print(this, noteCard(*m_lead, words.body));
    else if (!m_seams.opener->open(panel->medium() == Medium::Email ? mailUrl(panel->address(), words.subject, words.body)
                                                                    : smsUrl(panel->address(), words.body))) {
        m_seams.paper->copy(words.body);
        Q_EMIT said(tr("No program here takes it. The words are on the clipboard."));
    }
    m_draft.words.insert(panel->medium(), words);
    m_draft.handedOver = true;
    m_outcomes->choose(Outcome::Sent);
    m_outcomes->focusFirst();
}

void WorkRoom::copyWords()
{
    WordsPanel *panel = m_pane->words();
    const PreparedWords words = panel->words();
    if (!m_lead || !mayNow(panel->medium(), m_draft.pointKey))
        return;
    if (!panel->mayGo())
        return panel->goToBlock();
    m_seams.paper->copy(words.body, panel->medium() == Medium::Email ? mailHtml(words.subject, words.body, m_lead->language) : QString());
    m_draft.words.insert(panel->medium(), words);
    m_draft.handedOver = true;
    keepDraft();
    Q_EMIT said(tr("Copied."));
}

void WorkRoom::ask(LeadDeed deed)
{
    if (deed != LeadDeed::AddLead && (!m_lead || !m_lead->claim)) {
        const bool reading = m_lead && (deed == LeadDeed::FreeNote || deed == LeadDeed::TheirReply || deed == LeadDeed::Wish || deed == LeadDeed::Consent
                                        || deed == LeadDeed::RefuseAll);
        if (!reading)
            return;
    }
    Q_EMIT deedAsked(deed, PointView());
}

void WorkRoom::save(bool thenPause)
{
    if (!m_lead || !m_lead->claim)
        return;
    RecordRequest request = toRequest(m_draft, *m_lead);
    // Also what was not handed over from here, but written here, goes out checked.
    if (m_pane->isWriting() && !request.words.isEmpty() && !m_pane->words()->mayGo())
        return m_pane->words()->goToBlock();
    const int left = m_pane->isGuided() ? m_pane->guide()->mustAskLeft() : 0;
    if (!whatIsMissing(request, left).isEmpty())
        return m_outcomes->refuse();
    if (request.pointKey.isEmpty() && m_lead->step && request.medium == m_lead->step->medium)
        request.pointKey = m_lead->step->pointKey;
    const bool connected = isAnswered(request.outcome) || request.outcome == Outcome::Voicemail;
    if (m_callSince.us > 0 && request.medium == Medium::Call && connected)
        request.talkSeconds = int(std::chrono::duration_cast<std::chrono::seconds>(m_clock.now() - m_callSince).count());
    m_callSince = {};
    Q_EMIT saveAsked(request, thenPause);
}

void WorkRoom::openFromQueue(CustomerId customer)
{
    for (const QVector<QueueItem> *list : {&m_page.mine, &m_page.next})
        for (const QueueItem &item : *list)
            if (item.customer == customer) {
                if (item.heldBy.isEmpty())
                    Q_EMIT takeAsked(customer);
                else
                    Q_EMIT lookAsked(customer, item.lead);
                return;
            }
}

void WorkRoom::showKept(const QString &time)
{
    if (m_pane->isWriting())
        m_pane->words()->setKept(time);
}

void WorkRoom::sayNoCall()
{
    const QString away = whyNotDialled(*m_lead);
    Q_EMIT said(m_lead->points.isEmpty() ? tr("No number is known.") : away.isEmpty() ? tr("No number may be called now.") : away);
}

bool WorkRoom::act(Act act)
{
    if (act >= Act::Outcome1 && act <= Act::Outcome9) {
        if (m_lead)
            m_outcomes->chooseDigit(int(act) - int(Act::Outcome1) + 1);
        return true;
    }
    switch (act) {
    case Act::Call:
        if (const PointView *point = m_lead && m_lead->claim ? m_pane->points()->pointFor(Medium::Call) : nullptr)
            call(*point);
        else if (m_lead && m_lead->claim)
            sayNoCall();
        return true;
    case Act::Text: write(Medium::Text); return true;
    case Act::Email: write(Medium::Email); return true;
    case Act::WriteNote: write(Medium::Note); return true;
    case Act::TheirReply: ask(LeadDeed::TheirReply); return true;
    case Act::Skip: ask(LeadDeed::Skip); return true;
    case Act::Appointment: ask(LeadDeed::Appointment); return true;
    case Act::FreeNote: ask(LeadDeed::FreeNote); return true;
    case Act::ContactPoints: ask(LeadDeed::AddPoint); return true;
    case Act::ResultCame: if (m_lead) m_outcomes->setResultCame(true); return true;
    case Act::ResultNotYet: if (m_lead) m_outcomes->setResultCame(false); return true;
    case Act::PickTime: if (m_lead) m_outcomes->openTimes(); return true;
    case Act::OtherWording: otherWording(); return true;
    case Act::FirstSuggestion: if (m_pane->isWriting()) m_pane->words()->applyFirstRemedy(); return true;
    case Act::Solutions: openSolutions(); return true;
    case Act::NextMissing: if (m_pane->isWriting() && !m_pane->words()->mayGo()) m_pane->words()->goToBlock(); else if (m_lead) m_outcomes->goToMissing(1); return true;
    case Act::PreviousMissing: if (m_lead) m_outcomes->goToMissing(-1); return true;
    case Act::SaveNext: save(false); return true;
    case Act::SavePause: save(true); return true;
    case Act::FocusQueue: m_queue->focusList(); return true;
    case Act::FocusLead: m_pane->isWriting() ? m_pane->words()->focusBody() : m_pane->isGuided() ? m_pane->guide()->focusCurrent() : m_pane->focusFirst(); return true;
    case Act::FocusHistory: m_side->open(SidePane::Page::History); m_history->focusTimeline(); return true;
    case Act::FocusOutcome: m_outcomes->focusFirst(); return true;
    default: return false;
    }
}

} // namespace beback::ui
