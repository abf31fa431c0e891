#include "ui/hour/score_pane.h"

#include "ui/hour/day_squares.h"
#include "ui/hour/hour_ring.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QLocale>

namespace beback::ui {

QString beforeText(QDate day, QDate today)
{
    return day == today.addDays(-1) ? ScorePane::tr("Yesterday at this minute")
                                    : ScorePane::tr("%1 at this minute", "a weekday").arg(QLocale().dayName(day.dayOfWeek()));
}

ScorePane::ScorePane(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Score of this hour"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(0);
    m_ring = new HourRing;
    m_ring->setObjectName(QStringLiteral("hour.ring"));
    column->addWidget(m_ring);
    column->addSpacing(20);
    auto *grid = new QGridLayout;
    grid->setSpacing(0);
    grid->setColumnStretch(0, 1);
    m_touches = addRow(grid, 0, tr("Touches"));
    m_touches->setObjectName(QStringLiteral("hour.touches"));
    m_reached = addRow(grid, 2, tr("Reached"));
    m_visits = addRow(grid, 4, tr("Visits set"));
    column->addLayout(grid);
    auto *before = new QHBoxLayout;
    before->setContentsMargins(0, 7, 0, 7);
    m_beforeName = new ElidedLabel(Type::Body, Ink::Muted);
    m_before = new TextLabel(Type::Body, Ink::Muted);
    before->addWidget(m_beforeName, 1);
    before->addWidget(m_before);
    column->addWidget(new Rule);
    column->addLayout(before);
    column->addWidget(new Rule);
    auto *streak = new QHBoxLayout;
    streak->setContentsMargins(0, 10, 0, 8);
    streak->setSpacing(8);
    streak->addWidget(new IconLabel(QStringLiteral("flag"), Ink::Muted));
    m_streak = new TextLabel(Type::Strong);
    m_streak->setWordWrap(true);
    streak->addWidget(m_streak, 1);
    column->addLayout(streak);
    m_days = new DaySquares;
    column->addWidget(m_days);
    m_toKeep = new TextLabel(Type::Label, Ink::Muted);
    m_toKeep->setWordWrap(true);
    column->addSpacing(8);
    column->addWidget(m_toKeep);
    column->addStretch(1);
    clear();
}

TextLabel *ScorePane::addRow(QGridLayout *grid, int row, const QString &name)
{
    grid->addWidget(new Rule, row, 0, 1, 2);
    auto *label = new TextLabel(name);
    auto *figure = new TextLabel(Type::Name);
    label->setContentsMargins(0, 4, 0, 4);
    figure->setContentsMargins(0, 4, 0, 4);
    figure->setAccessibleName(name);
    grid->addWidget(label, row + 1, 0);
    grid->addWidget(figure, row + 1, 1, Qt::AlignRight);
    return figure;
}

void ScorePane::showClock(Duration left, const QString &until)
{
    m_ring->show(left, power_hour::Length, until);
}

void ScorePane::show(const HourView &view)
{
    const QLocale locale;
    m_touches->setText(locale.toString(view.score.touches));
    m_reached->setText(locale.toString(view.score.reached));
    m_visits->setText(locale.toString(view.score.appointments));
    m_visits->setInk(view.score.appointments > 0 ? Ink::Success : Ink::Text);
    m_beforeName->setText(view.before ? beforeText(view.beforeDay, view.days.isEmpty() ? view.beforeDay : view.days.last().date)
                                      : tr("No hour to compare with yet"));
    m_before->setText(view.before ? tr("%1, %2, %3", "touches, reached, visits set")
                                        .arg(view.before->touches)
                                        .arg(view.before->reached)
                                        .arg(view.before->appointments)
                                  : QString());
    m_before->setToolTip(tr("Touches, reached, visits set"));
    m_streak->setText(streakText(view));
    m_days->show(view.days);
    m_toKeep->setText(view.keptToday ? QString() : tr("%n more touches keep this day.", nullptr, view.toKeep));
    m_toKeep->setVisible(!view.keptToday);
}

void ScorePane::clear()
{
    HourView nothing;
    nothing.toKeep = KeptTouches;
    show(nothing);
    m_streak->clear();
    m_beforeName->clear();
}

} // namespace beback::ui
