#include "ui/lead/alert_card.h"

#include "core/time/wording.h"
#include "ui/style/paint.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace beback::ui {

namespace {

constexpr auto ShownAfterAnswer = std::chrono::hours(1);

}

AlertCard::AlertCard(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("lead.alert"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(18);
    auto *clock = new QVBoxLayout;
    clock->setSpacing(0);
    m_clock = new TextLabel(Type::Figure, Ink::Danger);
    m_clock->setObjectName(QStringLiteral("alert.clock"));
    m_left = new TextLabel(Type::Label, Ink::Muted);
    clock->addWidget(m_clock);
    clock->addWidget(m_left);
    row->addLayout(clock);
    auto *said = new QVBoxLayout;
    said->setSpacing(2);
    m_heading = new TextLabel(Type::Title);
    m_heading->setObjectName(QStringLiteral("alert.heading"));
    m_heading->setWordWrap(true);
    m_sentence = new TextLabel(Type::Body);
    m_sentence->setWordWrap(true);
    said->addWidget(m_heading);
    said->addWidget(m_sentence);
    row->addLayout(said, 1);
    hide();
}

void AlertCard::show(const LeadView &view, const QString &zone, Instant now)
{
    const LeadState *lead = view.leadState();
    m_alert = lead ? lead->alert : std::nullopt;
    const bool old = m_alert && !m_alert->isOpen() && now - m_alert->answeredAt > ShownAfterAnswer;
    setVisible(m_alert && !old);
    if (!m_alert)
        return;
    const QString sent = wording::clockTime(m_alert->at, zone);
    if (m_alert->isOpen()) {
        m_heading->setText(view.alertSeenBy.isEmpty() ? tr("A manager was called to save this deal") : tr("%1 has it on the screen").arg(view.alertSeenBy));
        m_sentence->setText(tr("Called at %1. Ask on meanwhile: what they answer helps with the offer.").arg(sent));
    } else if (m_alert->answer == QLatin1String("offer")) {
        m_heading->setText(tr("%1 offers: %2").arg(view.alertAnsweredBy, m_alert->answerText));
        m_sentence->setText(tr("Say it as it stands, and when they can sign it before they take delivery."));
    } else {
        m_heading->setText(tr("%1 releases them").arg(view.alertAnsweredBy));
        m_sentence->setText(m_alert->answerText.isEmpty() ? tr("Thank them, offer service, ask who else is looking, and stay in touch.") : m_alert->answerText);
    }
    setAccessibleName(m_heading->text());
    setNow(now);
}

void AlertCard::setNow(Instant now)
{
    if (!m_alert || isHidden())
        return;
    m_clock->setVisible(m_alert->isOpen());
    m_left->setVisible(m_alert->isOpen());
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(m_alert->until - now).count();
    m_clock->setText(wording::talkTime(int(left < 0 ? -left : left)));
    m_left->setText(left < 0 ? tr("over the time") : tr("left to answer"));
    update();
}

void AlertCard::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const bool open = m_alert && m_alert->isOpen(), offer = m_alert && m_alert->answer == QLatin1String("offer");
    const Theme &theme = Theme::current();
    paint::box(&p, rect(), open ? theme.dangerSoft : offer ? theme.successSoft : theme.infoSoft, open ? theme.danger : offer ? theme.success : theme.info);
}

} // namespace beback::ui
