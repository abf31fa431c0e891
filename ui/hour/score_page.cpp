#include "ui/hour/score_page.h"

#include "core/time/wording.h"
#include "ui/hour/day_squares.h"
#include "ui/models/terms.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>

namespace beback::ui {

namespace {

constexpr int Wide = 560;

QWidget *figure(const QString &name, TextLabel *&value)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    value = new TextLabel(Type::Figure);
    value->setAccessibleName(name);
    column->addWidget(value);
    column->addWidget(new TextLabel(name, Type::Label, Ink::Muted));
    return box;
}

} // namespace

QString endHeading(const HourView &view)
{
    if (view.keptToday)
        return ScorePage::tr("You kept the hour");
    if (view.score.touches == 0)
        return ScorePage::tr("No touch in this hour");
    return ScorePage::tr("%n touches in this hour", nullptr, view.score.touches);
}

QString againstText(const HourView &view)
{
    if (!view.before)
        return {};
    const bool yesterday = !view.days.isEmpty() && view.beforeDay == view.days.last().date.addDays(-1);
    const QString day = yesterday ? ScorePage::tr("yesterday") : QLocale().dayName(view.beforeDay.dayOfWeek());
    const int more = view.score.touches - view.before->touches;
    if (more == 0)
        return ScorePage::tr("As many touches as %1.").arg(day);
    if (more > 0)
        return ScorePage::tr("%n touches more than %1.", nullptr, more).arg(day);
    return ScorePage::tr("%n touches fewer than %1.", nullptr, -more).arg(day);
}

ScorePage::ScorePage(QWidget *parent) : QWidget(parent)
{
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(40, 40, 40, 40);
    auto *middle = new QWidget;
    middle->setMaximumWidth(scaled(Wide));
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_heading = new TextLabel(Type::Name);
    m_heading->setObjectName(QStringLiteral("score.heading"));
    m_when = new TextLabel(Type::Body, Ink::Muted);
    column->addWidget(m_heading);
    column->addSpacing(2);
    column->addWidget(m_when);
    column->addSpacing(20);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(24);
    figures->addWidget(figure(tr("Touches"), m_touches), 1);
    figures->addWidget(figure(tr("Reached"), m_reached), 1);
    figures->addWidget(figure(tr("Visits set"), m_visits), 1);
    column->addLayout(figures);
    column->addSpacing(16);
    m_media = new QWidget;
    m_grid = new QGridLayout(m_media);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    column->addWidget(m_media);
    m_before = new TextLabel(Type::Body, Ink::Muted);
    column->addSpacing(8);
    column->addWidget(m_before);
    column->addSpacing(20);
    auto *streak = new QHBoxLayout;
    streak->setSpacing(8);
    streak->addWidget(new IconLabel(QStringLiteral("flag"), Ink::Muted));
    m_streak = new TextLabel(Type::Strong);
    streak->addWidget(m_streak, 1);
    column->addLayout(streak);
    column->addSpacing(8);
    m_days = new DaySquares;
    column->addWidget(m_days);
    m_kept = new TextLabel(Type::Label, Ink::Muted);
    column->addSpacing(8);
    column->addWidget(m_kept);
    column->addSpacing(24);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    m_back = new KeyButton(QStringLiteral("media-playback-start"), tr("Back to work"), {});
    m_back->setLook(ButtonLook::Primary);
    m_back->setObjectName(QStringLiteral("score.back"));
    connect(m_back, &KeyButton::clicked, this, &ScorePage::backAsked);
    buttons->addWidget(m_back);
    buttons->addWidget(new TextLabel(tr("You are on a pause; no lead is held for you."), Type::Label, Ink::Muted));
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    outer->addWidget(middle, 20);
    outer->addStretch(1);
}

void ScorePage::showMedia(const HourScore &score)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Medium medium : AllMedia) {
        const int touches = score.byMedium[size_t(medium)], reached = score.reachedByMedium[size_t(medium)];
        if (touches == 0)
            continue;
        m_grid->addWidget(new Rule, row++, 0, 1, 4);
        auto *name = new TextLabel(terms::medium(medium));
        name->setContentsMargins(0, 6, 0, 6);
        auto *count = new TextLabel(QLocale().toString(touches), Type::Strong);
        auto *answered = new TextLabel(tr("%n reached", nullptr, reached), Type::Label, Ink::Muted);
        answered->setMinimumWidth(scaled(96));
        m_grid->addWidget(new IconLabel(medium), row, 0);
        m_grid->addWidget(name, row, 1);
        m_grid->addWidget(count, row, 2, Qt::AlignRight);
        m_grid->addWidget(answered, row++, 3);
    }
    if (row > 0)
        m_grid->addWidget(new Rule, row, 0, 1, 4);
}

void ScorePage::show(const HourView &view, const QString &zone)
{
    const QLocale locale;
    m_heading->setText(endHeading(view));
    m_when->setText(tr("Hour of Power, %1 to %2").arg(wording::clockTime(view.span.begin, zone), wording::clockTime(view.span.end, zone)));
    m_touches->setText(locale.toString(view.score.touches));
    m_reached->setText(locale.toString(view.score.reached));
    m_visits->setText(locale.toString(view.score.appointments));
    m_visits->setInk(view.score.appointments > 0 ? Ink::Success : Ink::Text);
    showMedia(view.score);
    m_before->setText(againstText(view));
    m_before->setVisible(view.before.has_value());
    m_streak->setText(streakText(view));
    m_days->show(view.days);
    m_kept->setText(tr("A day is kept with %n touches inside the hour. A business day without ends the row.", nullptr, KeptTouches));
}

void ScorePage::setKey(const QString &ready)
{
    m_back->setKey(ready);
}

void ScorePage::focusOn()
{
    m_back->setFocus(Qt::OtherFocusReason);
}

void ScorePage::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().surface);
}

} // namespace beback::ui
