#include "ui/today/duties_list.h"

#include "ui/today/duty_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace beback::ui {

namespace {

constexpr int LeastHigh = 40; // of the rows in sight: the rest scrolls

} // namespace

DutiesList::DutiesList(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("today.duties"));
    setFill(Fill::Surface);
    setAccessibleName(tr("Your duties"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, metrics::RadiusCard); // rows stay clear of the round corners
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(scaled(metrics::PadSide), 0, scaled(metrics::PadSide), 0);
    head->setSpacing(scaled(8));
    column->addLayout(head);
    auto *heading = new TextLabel(tr("Your duties"), Type::Title);
    heading->setMinimumHeight(std::max(scaled(metrics::PaneHead), lineHeight(Type::Title) + scaled(12)));
    m_overdue = new ElidedLabel(Type::Label, Ink::Danger);
    m_overdue->setObjectName(QStringLiteral("today.duties.overdue"));
    m_overdue->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(heading);
    head->addWidget(m_overdue, 1);
    m_area = new QScrollArea;
    m_area->setObjectName(QStringLiteral("today.duties.area"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setMinimumHeight(scaled(LeastHigh));
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Your duties"));
    m_area->viewport()->setAutoFillBackground(false);
    m_inside = new QWidget;
    m_column = new QVBoxLayout(m_inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch();
    m_area->setWidget(m_inside);
    m_inside->setAutoFillBackground(false);
    column->addWidget(m_area, 1);
    setVisible(false);
}

void DutiesList::show(const QVector<Duty> &duties, const QString &zone, Instant now)
{
    const int had = focused();
    fill(duties, zone, now);
    const qsizetype overdue = std::count_if(duties.cbegin(), duties.cend(), [now](const Duty &duty) { return duty.isOverdue(now); });
    m_overdue->setText(overdue > 0 ? tr("%1 overdue", "a count").arg(overdue) : QString());
    setVisible(!duties.isEmpty());
    if (had >= 0 && focused() < 0 && !m_rows.isEmpty()) // it was dealt with: on to the next
        m_rows[std::min<qsizetype>(had, m_rows.size() - 1)]->foremost()->setFocus(Qt::OtherFocusReason);
}

// Rows are kept for what they showed before, so that neither the keyboard nor a press that goes on is lost.
void DutiesList::fill(const QVector<Duty> &duties, const QString &zone, Instant now)
{
    QVector<DutyRow *> before = std::exchange(m_rows, {});
    for (const Duty &duty : duties) {
        const auto known = std::find_if(before.begin(), before.end(), [&duty](const DutyRow *one) { return one->duty().id == duty.id; });
        DutyRow *row = known == before.end() ? newRow() : *known;
        if (known != before.end())
            before.erase(known);
        const int at = int(m_rows.size());
        if (m_column->indexOf(row) != at) {
            m_column->removeWidget(row);
            m_column->insertWidget(at, row);
        }
        row->show(duty, at, zone, now);
        row->setVisible(true);
        m_rows << row;
    }
    for (DutyRow *row : std::as_const(before)) { // it may be its own button that led here
        m_column->removeWidget(row);
        row->setVisible(false);
        row->setParent(nullptr);
        row->deleteLater();
    }
}

DutyRow *DutiesList::newRow()
{
    auto *row = new DutyRow(m_inside);
    connect(row, &DutyRow::openAsked, this, [this, row] { Q_EMIT openAsked(Duty(row->duty())); });
    connect(row, &DutyRow::doneAsked, this, [this, row] { Q_EMIT doneAsked(Duty(row->duty())); });
    connect(row, &DutyRow::leaveOutAsked, this, [this, row] { Q_EMIT leaveOutAsked(Duty(row->duty())); });
    return row;
}

void DutiesList::tabAfter(QWidget *before)
{
    for (const DutyRow *row : std::as_const(m_rows))
        for (KeyButton *button : row->buttons()) {
            setTabOrder(before, button);
            before = button;
        }
}

int DutiesList::focused() const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const QVector<KeyButton *> buttons = m_rows[i]->buttons();
        if (std::any_of(buttons.cbegin(), buttons.cend(), [](const KeyButton *button) { return button->hasFocus(); }))
            return i;
    }
    return -1;
}

} // namespace beback::ui
