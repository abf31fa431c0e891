#include "ui/charts/chart_filter_row.h"

#include "core/history/medium.h"
#include "core/report/filter_words.h"
#include "core/report/saved_view.h"
#include "ui/lead/ground.h"
#include "ui/models/terms.h"
#include "ui/shell/seams.h"
#include "ui/style/theme.h"
#include "ui/widgets/key_button.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QJsonDocument>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>
#include <utility>

namespace beback::ui {

namespace {

const QString FilterKey = QStringLiteral("charts/filter");
constexpr std::array<int, 4> Days = {7, 30, 90, 365}, OpenDays = {0, 7, 14, 30};
constexpr int Least = 72, Most = 190; // of one choice; what does not fit is elided
constexpr int ListAir = 24;            // beside what stands in its list

// A saved view may ask what is offered by another version only.
void choose(QComboBox *combo, int days, const QString &name)
{
    if (combo->findData(days) < 0)
        combo->addItem(name, days);
    combo->setCurrentIndex(combo->findData(days));
}

int allowed(const std::array<int, 4> &values, int value, int otherwise)
{
    return std::find(values.begin(), values.end(), value) != values.end() ? value : otherwise;
}

} // namespace

ChartFilterRow::ChartFilterRow(QWidget *parent) : QWidget(parent)
{
    const QScopedValueRollback filling(m_filling, true);
    auto *row = new WrapLayout(8, this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setShares(true);
    m_days = addChoice("days", tr("How far back"));
    m_open = addChoice("open", tr("Open for at least"));
    m_person = addChoice("person", tr("Person"));
    m_plan = addChoice("plan", tr("Plan"));
    m_source = addChoice("source", tr("Source"));
    m_medium = addChoice("medium", tr("Medium"));
    for (const int days : Days)
        m_days->addItem(daysName(days), days);
    for (const int days : OpenDays)
        m_open->addItem(openName(days), days);
    m_reset = new KeyButton(QStringLiteral("window-close"), tr("Reset"), {});
    m_reset->setObjectName(QStringLiteral("charts.filter.reset"));
    m_reset->setLook(ButtonLook::Flat);
    layout()->addWidget(m_reset);
    connect(m_reset, &KeyButton::clicked, this, &ChartFilterRow::reset);
    show({}, {});
}

QComboBox *ChartFilterRow::addChoice(const char *name, const QString &spoken)
{
    auto *combo = new QComboBox;
    combo->setObjectName(QStringLiteral("charts.filter.") + QLatin1String(name));
    combo->setAccessibleName(spoken);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setMinimumWidth(scaled(Least));
    combo->setMaximumWidth(scaled(Most));
    layout()->addWidget(combo);
    connect(combo, &QComboBox::currentTextChanged, combo, [combo] { tell(combo); });
    connect(combo, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        m_reset->setVisible(filter() != ChartFilter());
        Q_EMIT changed(filter());
    });
    return combo;
}

// What is chosen stays in sight, even where nobody and nothing of that name is left. A list that did not change is left alone: it may
// be open under somebody's mouse.
void ChartFilterRow::fill(QComboBox *combo, const QString &all, QVector<ChartChoices::Choice> choices, const QString &current)
{
    choices.prepend({QString(), all});
    const auto isCurrent = [&](const ChartChoices::Choice &one) { return one.key == current; };
    if (std::none_of(choices.cbegin(), choices.cend(), isCurrent))
        choices << ChartChoices::Choice{current, current};
    bool same = combo->count() == choices.size();
    for (int i = 0; same && i < combo->count(); ++i)
        same = combo->itemText(i) == choices[i].name && combo->itemData(i).toString() == choices[i].key;
    if (!same) {
        combo->clear();
        for (const ChartChoices::Choice &one : std::as_const(choices))
            combo->addItem(one.name, one.key);
    }
    combo->setCurrentIndex(combo->findData(current));
}

void ChartFilterRow::show(const ChartFilter &filter, const ChartChoices &choices)
{
    const QScopedValueRollback filling(m_filling, true);
    dropRange();
    choose(m_days, filter.days, daysName(filter.days));
    choose(m_open, filter.openDays, openName(filter.openDays));
    fill(m_person, tr("Everyone"), choices.people, filter.person);
    fill(m_plan, tr("All plans"), choices.plans, filter.plan);
    fill(m_source, tr("All sources"), choices.sources, filter.source);
    QVector<ChartChoices::Choice> media;
    for (const Medium medium : AllMedia)
        media << ChartChoices::Choice{toText(medium), terms::medium(medium)};
    fill(m_medium, tr("All media"), media, filter.medium);
    m_reset->setVisible(filter != ChartFilter());
    putRange(filter.days);
    for (QComboBox *combo : {m_days, m_open, m_person, m_plan, m_source, m_medium}) // its list is as wide as what stands in it
        combo->view()->setMinimumWidth(combo->view()->sizeHintForColumn(0) + scaled(ListAir));
    layout()->invalidate();
}

// Its line stands first in the list of days while such a chart is looked at, with the days that go on to be asked for the others.
void ChartFilterRow::putRange(int days)
{
    m_saysRange = !m_chart.asksDays();
    if (m_saysRange) {
        ChartFilter asked;
        asked.days = days;
        m_days->insertItem(0, rangeText(m_chart.range, asked), days);
        m_days->setCurrentIndex(0);
    }
    showWhatCounts();
}

void ChartFilterRow::dropRange()
{
    if (std::exchange(m_saysRange, false))
        m_days->removeItem(0);
}

void ChartFilterRow::showWhatCounts()
{
    m_days->setEnabled(m_chart.asksDays());
    m_open->setEnabled(m_chart.asksOpenDays());
    m_plan->setEnabled(m_chart.asksLeads);
    m_source->setEnabled(m_chart.asksLeads);
    m_medium->setEnabled(m_chart.asksMedium);
    for (QComboBox *combo : {m_days, m_open, m_plan, m_source, m_medium})
        tell(combo);
}

// What is chosen may be elided; where it does not count, that is said.
void ChartFilterRow::tell(QComboBox *combo)
{
    const QString chosen = tr("%1: %2").arg(combo->accessibleName(), combo->currentText());
    combo->setToolTip(combo->isEnabled() ? chosen : tr("%1. This does not count in the chart shown.").arg(chosen));
}

void ChartFilterRow::showChart(const Chart &chart)
{
    const bool isSame = chart.range == m_chart.range && chart.asksLeads == m_chart.asksLeads && chart.asksMedium == m_chart.asksMedium;
    if (isSame)
        return;
    const QScopedValueRollback filling(m_filling, true);
    const int days = m_days->currentData().toInt();
    dropRange();
    m_chart = Chart();
    m_chart.range = chart.range;
    m_chart.asksLeads = chart.asksLeads;
    m_chart.asksMedium = chart.asksMedium;
    choose(m_days, days, daysName(days));
    putRange(days);
    layout()->invalidate();
}

ChartFilter ChartFilterRow::filter() const
{
    ChartFilter filter;
    filter.days = m_days->currentData().toInt();
    filter.openDays = m_open->currentData().toInt();
    filter.person = m_person->currentData().toString();
    filter.plan = m_plan->currentData().toString();
    filter.source = m_source->currentData().toString();
    filter.medium = m_medium->currentData().toString();
    return filter;
}

void ChartFilterRow::reset()
{
    if (filter() == ChartFilter())
        return;
    {
        const QScopedValueRollback filling(m_filling, true);
        dropRange();
        m_days->setCurrentIndex(m_days->findData(ChartFilter().days));
        for (QComboBox *combo : {m_open, m_person, m_plan, m_source, m_medium})
            combo->setCurrentIndex(0);
        putRange(ChartFilter().days);
    }
    (m_days->isEnabled() ? m_days : m_person)->setFocus(Qt::OtherFocusReason); // the button is done with
    m_reset->hide();
    Q_EMIT changed(filter());
}

ChartFilter rememberedFilter(const Memory &memory)
{
    ChartFilter filter = filterFromJson(QJsonDocument::fromJson(memory.value(FilterKey).toByteArray()).object());
    filter.days = allowed(Days, filter.days, ChartFilter().days);
    filter.openDays = allowed(OpenDays, filter.openDays, ChartFilter().openDays);
    return filter;
}

void rememberFilter(Memory &memory, const ChartFilter &filter)
{
    memory.keep(FilterKey, filter == ChartFilter() ? QVariant() : QVariant(QJsonDocument(toJson(filter)).toJson(QJsonDocument::Compact)));
}

} // namespace beback::ui
