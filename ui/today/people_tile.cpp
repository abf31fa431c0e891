#include "ui/today/people_tile.h"

#include "ui/today/today_words.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace beback::ui {

PeopleTile::PeopleTile(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("today.people"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(metrics::PadSide), scaled(8), scaled(metrics::PadSide), scaled(8));
    column->setSpacing(scaled(4));
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    column->addLayout(row);
    m_caption = new ElidedLabel(tr("People"), Type::Label, Ink::Muted);
    m_caption->setObjectName(QStringLiteral("today.people.caption"));
    m_open = new LinkButton(tr("Open"));
    m_open->setObjectName(QStringLiteral("today.people.open"));
    m_open->setAccessibleName(tr("Open the chart of everybody's touches"));
    m_working = new ChipLabel;
    m_working->setObjectName(QStringLiteral("today.people.working"));
    m_notYet = new ChipLabel;
    m_notYet->setObjectName(QStringLiteral("today.people.not_yet"));
    row->addWidget(m_caption, 1);
    row->addWidget(m_open);
    column->addWidget(m_working);
    column->addWidget(m_notYet);
    column->addStretch();
    connect(m_open, &LinkButton::clicked, this, &PeopleTile::openAsked);
}

QWidget *PeopleTile::stop() const
{
    return m_open;
}

void PeopleTile::show(const QVector<PersonToday> &people, const QString &zone)
{
    QStringList notYet, facts;
    for (const PersonToday &one : people) {
        facts << today_words::person(one, zone);
        if (one.touches == 0)
            notYet << one.name;
    }
    const int waiting = int(notYet.size()), working = int(people.size()) - waiting;
    m_caption->setText(people.isEmpty() ? tr("People") : today_words::people(int(people.size())));
    const QString began = tr("%1 working", "a count").arg(today_words::number(working));
    m_working->setChip(working > 0 ? paint::Chip{Tone::Good, QStringLiteral("dialog-ok-apply"), began} : paint::Chip{});
    // Early in the day it is nobody's fault: said, and not colored.
    const QString text = waiting == 1 ? tr("%1 not yet", "nothing done so far today; a name").arg(notYet.first())
                                      : tr("%1 not yet", "nothing done so far today; a count").arg(today_words::number(waiting));
    m_notYet->setChip(waiting > 0 ? paint::Chip{Tone::Neutral, QStringLiteral("clock"), text} : paint::Chip{});
    m_notYet->setToolTip(notYet.join(QLatin1Char('\n')));
    setToolTip(facts.join(QLatin1Char('\n')));
    setAccessibleName(m_caption->text());
    setAccessibleDescription(facts.join(QStringLiteral("; ")));
}

} // namespace beback::ui
