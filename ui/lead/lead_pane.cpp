#include "ui/lead/lead_pane.h"

#include "core/desk/away.h"
#include "ui/lead/alert_card.h"
#include "ui/lead/coach_line.h"
#include "ui/lead/customer_words.h"
#include "ui/lead/guide_panel.h"
#include "ui/lead/lead_header.h"
#include "ui/lead/step_card.h"
#include "ui/lead/words_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"

#include <QVBoxLayout>

namespace beback::ui {

LeadPane::LeadPane(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 10, 20, 10);
    column->setSpacing(8);
    m_header = new LeadHeader;
    m_banner = new Banner(Tone::Info);
    m_banner->hide();
    m_noDialling = new Banner(Tone::Warning);
    m_noDialling->setObjectName(QStringLiteral("lead.nodialling"));
    m_noDialling->hide();
    m_step = new StepCard;
    m_points = new PointRows;
    m_comments = new CustomerWords;
    m_words = new WordsPanel;
    m_words->hide();
    m_alert = new AlertCard;
    m_coach = new CoachLine;
    m_guide = new GuidePanel;
    m_guide->hide();
    for (QWidget *fixed : {static_cast<QWidget *>(m_header), static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_step), static_cast<QWidget *>(m_coach), static_cast<QWidget *>(m_alert),
                           static_cast<QWidget *>(m_noDialling), static_cast<QWidget *>(m_points)})
        column->addWidget(fixed);
    column->addWidget(m_words, 10);
    column->addWidget(m_guide, 10);
    column->addWidget(m_comments);
    column->addStretch(1);
    connect(m_step, &StepCard::wantedChanged, this, &LeadPane::wantedChanged);
    connect(m_banner, &Banner::acted, this, &LeadPane::readOnlyActed);
}

void LeadPane::show(const LeadView &view, const TouchDraft &draft, Instant now)
{
    closeWords();
    update(view, now);
    if (draft.wanted)
        m_step->setWanted(*draft.wanted);
}

void LeadPane::update(const LeadView &view, Instant now)
{
    m_header->show(view, now);
    m_step->show(view);
    m_points->show(view);
    const QString why = whyNotDialled(view); // where the buttons are
    m_noDialling->setText(tr("Calls and texts wait"), why);
    m_noDialling->setVisible(!why.isEmpty());
    m_comments->show(view, now);
    m_alert->show(view, m_zone, now);
    m_coach->show(view.coach);
    m_comments->setHidden(isWriting() || isGuided() || m_comments->isEmpty());
}

void LeadPane::showGuide(const Guide *guide, const LeadView &view, const TouchDraft &draft, Instant now)
{
    if (guide)
        m_guide->show(*guide, view, draft.answers, draft.notAsked, now);
    m_guide->setVisible(guide && !isWriting());
    m_comments->setHidden(isWriting() || isGuided() || m_comments->isEmpty());
}

bool LeadPane::isGuided() const
{
    return !m_guide->isHidden();
}

void LeadPane::setNow(Instant now)
{
    m_header->setNow(now);
    m_alert->setNow(now);
}

void LeadPane::setReadOnly(const QString &heading, const QString &sentence, const QString &button)
{
    const bool readOnly = !heading.isEmpty();
    m_banner->setVisible(readOnly);
    m_banner->setText(heading, sentence);
    m_banner->setButton(button);
    m_step->setReadOnly(readOnly);
    m_points->setReadOnly(readOnly);
    if (readOnly)
        closeWords();
}

void LeadPane::setStoreZone(const QString &zone)
{
    m_header->setStoreZone(zone);
    m_zone = zone;
}

void LeadPane::setRoomy(bool roomy, bool low)
{
    const int side = roomy ? 40 : 20;
    layout()->setContentsMargins(side, roomy && !low ? 26 : 10, side, low ? 4 : 10);
    layout()->setSpacing(roomy && !low ? 14 : 8);
    m_header->setRoomy(roomy && !low);
}

void LeadPane::setMenu(QMenu *menu)
{
    m_header->setMenu(menu);
}

bool LeadPane::isWriting() const
{
    return !m_words->isHidden();
}

void LeadPane::setWanted(const QString &wanted)
{
    m_step->setWanted(wanted);
}

void LeadPane::write(Medium medium, const PreparedWords &words, const PointView *to, const MessageFacts &facts)
{
    m_words->open(medium, words, to, facts);
    m_words->show();
    m_points->setQuiet(true);
    m_guide->hide();
    m_comments->setHidden(true);
    m_words->focusBody();
}

void LeadPane::closeWords()
{
    m_words->hide();
    m_points->setQuiet(false);
    m_comments->setHidden(m_comments->isEmpty());
}

void LeadPane::focusFirst()
{
    if (KeyButton *button = m_points->primaryButton(); button && button->isEnabled())
        button->setFocus(Qt::OtherFocusReason);
}

} // namespace beback::ui
