// What is checked in a message, asked on a call, and offered against an objection.
#include "core/desk/guide_deeds.h"
#include "ui/lead/check_pane.h"
#include "ui/lead/guide_panel.h"
#include "ui/lead/lead_pane.h"
#include "ui/lead/outcome_bar.h"
#include "ui/lead/side_pane.h"
#include "ui/lead/solutions_pane.h"
#include "ui/lead/spell_check.h"
#include "ui/lead/words_panel.h"
#include "ui/lead/work_room.h"
#include "ui/shell/key_bindings.h"

namespace beback::ui {

namespace {

constexpr int SpellAfterMs = 400; // without a key

const QString Delivered = QStringLiteral("delivered");

} // namespace

void WorkRoom::connectWords()
{
    WordsPanel *words = m_pane->words();
    m_spelling = new SpellCheck(this);
    m_spellSoon.setSingleShot(true);
    m_spellSoon.setInterval(SpellAfterMs);
    connect(&m_spellSoon, &QTimer::timeout, this, [this, words] {
        if (m_pane->isWriting())
            m_spelling->ask({words->medium(), {}, words->words().body}, words->facts());
    });
    connect(m_spelling, &SpellCheck::found, words, &WordsPanel::setMisspelled);
    connect(words, &WordsPanel::checked, this, &WorkRoom::showCheck);
    connect(words, &WordsPanel::edited, this, [this] { m_spellSoon.start(); });
    connect(words, &WordsPanel::otherAsked, this, &WorkRoom::otherWording);
    connect(m_check, &CheckPane::remedyAsked, words, &WordsPanel::applyRemedy);
    connect(m_check, &CheckPane::placeAsked, words, &WordsPanel::showPlace);
    connect(m_check, &CheckPane::reasonChanged, this, [this, words](const QString &reason) {
        m_draft.checkReason = reason;
        words->setReason(reason);
        keepDraft();
    });
    GuidePanel *guide = m_pane->guide();
    connect(guide, &GuidePanel::changed, this, [this, guide] {
        m_draft.answers = guide->state().answers;
        m_draft.notAsked = guide->state().notAsked;
        if (m_draft.notAsked.contains(Delivered))
            m_draft.delivered.reset();
        m_outcomes->setMustAskLeft(guide->mustAskLeft());
        keepDraft();
    });
    connect(guide, &GuidePanel::answered, this, &WorkRoom::takeAnswer);
    connect(guide, &GuidePanel::finished, this, [this] { m_outcomes->focusFirst(); });
    connect(m_outcomes, &OutcomeBar::mustAskWanted, guide, &GuidePanel::refuse);
    connect(m_outcomes, &OutcomeBar::wordsWanted, this, [this] { openWords(m_draft.medium); });
    connect(m_solutions, &SolutionsPane::offeredChanged, this, [this](const QStringList &offered) {
        m_draft.solutions = offered;
        keepDraft();
    });
}

MessageFacts WorkRoom::messageFacts() const
{
    MessageFacts facts = m_lead->message;
    if (m_draft.wanted)
        facts.wanted = *m_draft.wanted;
    return facts;
}

// As edited, else as prepared; a draft knows which wording it was made from, and so what has to survive in it.
PreparedWords WorkRoom::wordsFor(Medium medium) const
{
    if (!m_draft.words.contains(medium))
        return m_lead->words.value(medium);
    PreparedWords words = m_draft.words[medium];
    for (const PreparedWords &one : m_lead->wordings.value(medium))
        if (one.wording == words.wording) {
            words.mustAsk = one.mustAsk;
            words.which = one.which;
            words.of = one.of;
        }
    return words;
}

void WorkRoom::otherWording()
{
    if (!m_lead || !m_pane->isWriting())
        return;
    const Medium medium = m_pane->words()->medium();
    const QVector<PreparedWords> all = m_lead->wordings.value(medium);
    if (all.size() < 2)
        return Q_EMIT said(tr("There is one wording of this."));
    const PreparedWords edited = m_pane->words()->words();
    const QString now = edited.wording;
    m_edited.insert(now, edited); // comes back when the round is made
    qsizetype next = 0;
    for (qsizetype i = 0; i < all.size(); ++i)
        if (all[i].wording == now)
            next = (i + 1) % all.size();
    m_draft.words.insert(medium, m_edited.value(all[next].wording, all[next]));
    openWords(medium);
    keepDraft();
}

void WorkRoom::showCheck()
{
    if (!m_lead || !m_pane->isWriting())
        return;
    const WordsPanel *words = m_pane->words();
    m_check->show(words->findings(), m_draft.checkReason, m_keys.text(Act::FirstSuggestion), {});
    m_side->setCount(int(standingBlocks(words->findings(), !m_draft.checkReason.trimmed().isEmpty()).size()));
    m_spellSoon.start();
}

const Guide *WorkRoom::guide() const
{
    if (!m_lead || !m_lead->claim || m_draft.medium != Medium::Call)
        return nullptr;
    if (m_draft.outcome == Outcome::BoughtElsewhere && m_lead->boughtGuide)
        return &*m_lead->boughtGuide;
    return m_lead->guide ? &*m_lead->guide : nullptr;
}

void WorkRoom::showGuide()
{
    if (!m_lead)
        return;
    const Guide *now = guide();
    m_pane->showGuide(now, *m_lead, m_draft, m_clock.now());
    m_outcomes->setMustAskLeft(now && m_pane->isGuided() ? m_pane->guide()->mustAskLeft() : 0);
    m_side->setOffered(SidePane::Page::Solutions, now != nullptr);
    const LeadState *lead = m_lead->leadState();
    std::optional<Objection> objection = m_draft.objection ? m_draft.objection : lead ? lead->objection : std::nullopt;
    for (const char *key : {"objection", "decided_by"})
        if (const auto said = objectionFromText(m_draft.answers.value(QLatin1String(key))))
            objection = said;
    m_solutions->show(objection, *m_lead, m_draft.solutions);
}

// Some answers are for others to act on while the call goes on.
void WorkRoom::takeAnswer(const QString &key, const QString &value)
{
    const GuideStep *step = m_pane->guide()->guide().step(key);
    if (!step || !m_lead)
        return;
    if (step->act == GuideAct::SaveDeal) {
        m_draft.delivered = value == QLatin1String("yes");
        m_draft.outcome = Outcome::BoughtElsewhere;
        m_outcomes->show(m_draft, m_lead->zone, m_clock, m_lead->leadState() && m_lead->leadState()->unsoldSince.us > 0);
        const bool raised = m_lead->leadState() && isCalled(*m_lead->leadState(), m_clock.now());
        if (value == QLatin1String("no") && !raised)
            Q_EMIT alertAsked(m_lead->lead, dealText(m_pane->guide()->guide(), m_draft.answers, m_lead->zone, m_clock.now()));
    }
    showGuide();
    keepDraft();
}

void WorkRoom::openSolutions()
{
    if (!m_lead || !m_lead->claim)
        return;
    m_side->setOffered(SidePane::Page::Solutions, true);
    m_side->open(SidePane::Page::Solutions);
    m_solutions->focusSearch();
}

} // namespace beback::ui
