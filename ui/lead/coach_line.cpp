#include "ui/lead/coach_line.h"

#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace beback::ui {

CoachLine::CoachLine(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("lead.coach"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(8);
    row->addWidget(new IconLabel(QStringLiteral("user"), Ink::Muted), 0, Qt::AlignTop);
    row->addWidget(new TextLabel(tr("Not for the customer"), Type::Overline, Ink::Muted), 0, Qt::AlignTop);
    m_notes = new TextLabel(Type::Label, Ink::Muted);
    m_notes->setObjectName(QStringLiteral("lead.coach.notes"));
    m_notes->setWordWrap(true);
    row->addWidget(m_notes, 1);
    hide();
}

void CoachLine::show(const QStringList &notes)
{
    m_notes->setText(notes.join(QLatin1Char('\n')));
    setAccessibleName(tr("Not for the customer: %1").arg(notes.join(QLatin1Char(' '))));
    setVisible(!notes.isEmpty());
}

} // namespace beback::ui
