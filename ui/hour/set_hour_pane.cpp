#include "ui/hour/set_hour_pane.h"

#include "ui/style/theme.h"
#include "ui/widgets/segmented_control.h"

#include <QTimeEdit>

namespace beback::ui {

namespace {

const QTime Usual(9, 30); // early: nothing has come in between yet

}

SetHourPane::SetHourPane(QWidget *host, const HourToday &today, bool isManager, const QString &zone)
    : Pane(host, tr("Set the Hour of Power"), tr("Set the hour"))
{
    setSentence(isManager ? tr("One hour of the day for follow-up alone. Whoever sets one of their own keeps that.")
                : today.span && !today.isOwn ? tr("One hour of the day for follow-up alone. The store has one; yours comes before it.")
                                             : tr("One hour of the day for follow-up alone."));
    if (isManager) {
        m_who = new SegmentedControl;
        m_who->setObjectName(QStringLiteral("hour.who"));
        m_who->setAccessibleName(tr("For whom"));
        m_who->addSegment({tr("Everybody here"), {}, {}, {}, {}, false});
        m_who->addSegment({tr("Only me"), {}, {}, {}, {}, false});
        m_who->setCurrentIndex(today.isOwn ? 1 : 0);
        addField(tr("For whom"), m_who);
    }
    m_when = new SegmentedControl;
    m_when->setObjectName(QStringLiteral("hour.when"));
    m_when->setAccessibleName(tr("Is there one"));
    m_when->addSegment({tr("Every day"), {}, {}, {}, {}, false});
    m_when->addSegment({tr("None"), {}, {}, {}, {}, false});
    m_when->setCurrentIndex(0);
    QHBoxLayout *row = addRow();
    m_time = new QTimeEdit(today.span ? zones::local(today.span->begin, zone).time : Usual);
    m_time->setObjectName(QStringLiteral("hour.time"));
    m_time->setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat));
    m_time->setAccessibleName(tr("It begins at"));
    addField(tr("It begins at"), m_time, row);
    addField(tr("How often"), m_when, row);
    connect(m_when, &SegmentedControl::currentChanged, this, [this](int index) { m_time->setEnabled(index == 0); });
    connect(this, &Pane::doAsked, this, &SetHourPane::take);
}

void SetHourPane::take()
{
    const bool everybody = m_who && m_who->currentIndex() == 0;
    const std::optional<QTime> at = m_when->currentIndex() == 0 ? std::optional(m_time->time()) : std::nullopt;
    Q_EMIT chosen(everybody, at);
    finish();
}

} // namespace beback::ui
