#include "ui/shell/looks_pane.h"

#include "ui/style/theme.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace beback::ui {

namespace {

constexpr int Wide = 560;
constexpr int LetIn = 0; // the first segment; the other one leaves it out

} // namespace

LooksPane::LooksPane(QWidget *host, const QVector<Look> &looks) : Pane(host, tr("Needs a look"), tr("Seen")), m_looks(looks)
{
    setWide(Wide);
    setSafe(tr("Later"));
    m_place = new TextLabel(Type::Label, Ink::Muted);
    m_place->setObjectName(QStringLiteral("looks.place"));
    m_said = new TextLabel(Type::Body);
    m_said->setObjectName(QStringLiteral("looks.said"));
    m_said->setWordWrap(true);
    body()->addWidget(m_place);
    body()->addWidget(m_said);
    m_verdict = new SegmentedControl;
    m_verdict->setObjectName(QStringLiteral("looks.verdict"));
    m_verdict->setAccessibleName(tr("What becomes of it"));
    m_verdict->addSegment({tr("Let it in"), {}, {}, {}, {}, false});
    m_verdict->addSegment({tr("Leave it out"), {}, {}, {}, {}, false});
    body()->addWidget(m_verdict, 0, Qt::AlignLeft);
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("looks.reason"));
    m_reason->setMaxLength(500);
    m_error = addField(tr("Why; it stands for good"), m_reason);
    buildLinks();
    connect(this, &Pane::doAsked, this, &LooksPane::ask);
    showLook();
}

void LooksPane::buildLinks()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(16));
    body()->addLayout(row);
    m_open = new LinkButton(tr("Open the history"));
    m_open->setObjectName(QStringLiteral("looks.open"));
    m_pass = new LinkButton(tr("Pass over"));
    m_pass->setObjectName(QStringLiteral("looks.pass"));
    row->addWidget(m_open);
    row->addWidget(m_pass);
    row->addStretch();
    connect(m_open, &LinkButton::clicked, this, [this] {
        const Look shown = look();
        finish();
        Q_EMIT openAsked(shown.customer, shown.lead);
    });
    connect(m_pass, &LinkButton::clicked, this, &LooksPane::pass);
}

void LooksPane::showLook()
{
    const Look &shown = look();
    m_place->setText(m_looks.size() == 1 ? QString() : tr("%1 of %2").arg(m_at + 1).arg(m_looks.size()));
    m_place->setVisible(m_looks.size() > 1);
    m_said->setText(shown.sentence);
    m_verdict->setVisible(shown.mayBeLetIn());
    m_verdict->setCurrentIndex(shown.mayBeLetIn() ? LetIn : -1);
    m_reason->clear();
    m_reason->setEnabled(shown.isHeld);
    m_reason->setPlaceholderText(shown.isHeld ? QString() : tr("Nothing has to be said"));
    m_error->setError({});
    m_open->setVisible(shown.what != Look::What::NotYours);
    m_pass->setVisible(m_at + 1 < m_looks.size());
    doer()->setText(shown.isHeld ? tr("Decide") : tr("Seen"));
    setProblem({}, {});
}

void LooksPane::ask()
{
    const QString reason = m_reason->text().trimmed();
    const bool lacks = look().isHeld && reason.isEmpty();
    m_error->setError(lacks ? tr("Say why. Whoever wrote it asks.") : QString());
    if (lacks)
        return m_reason->setFocus(Qt::OtherFocusReason);
    setBusy(true);
    if (look().mayBeLetIn() && m_verdict->currentIndex() == LetIn)
        Q_EMIT letInAsked(look(), reason);
    else
        Q_EMIT doneAsked(look(), reason);
}

void LooksPane::next()
{
    ++m_done;
    if (m_at + 1 == m_looks.size())
        return finish();
    pass();
}

void LooksPane::pass()
{
    ++m_at;
    showLook();
}

} // namespace beback::ui
