#pragma once

#include "core/report/chart.h"

#include <QWidget>

class QComboBox;

namespace beback::ui {

class KeyButton;
class Memory;

// What all charts are asked about: how far back, which leads, whose, on which plan, from where, by which medium.
class ChartFilterRow : public QWidget
{
    Q_OBJECT
public:
    explicit ChartFilterRow(QWidget *parent = nullptr);

    void show(const ChartFilter &filter, const ChartChoices &choices); // says nothing
    // The chart that is looked at: where it goes by no days, the row says of what time it is, and what does not count in it cannot be
    // chosen.
    void showChart(const Chart &chart);
    ChartFilter filter() const;
    void reset(); // as if the button was pressed

Q_SIGNALS:
    void changed(const beback::ChartFilter &filter); // by a person

private:
    QComboBox *addChoice(const char *name, const QString &spoken);
    void putRange(int days);
    void dropRange();
    void showWhatCounts();
    static void tell(QComboBox *combo);
    void fill(QComboBox *combo, const QString &all, QVector<ChartChoices::Choice> choices, const QString &current);

    QComboBox *m_days, *m_open, *m_person, *m_plan, *m_source, *m_medium;
    KeyButton *m_reset;
    Chart m_chart; // of it only what it asks
    bool m_saysRange = false; // first in the list of days
    bool m_filling = false;
};

// Between runs. What is kept by an older or a newer version and means nothing here is left out.
ChartFilter rememberedFilter(const Memory &memory);
void rememberFilter(Memory &memory, const ChartFilter &filter);

} // namespace beback::ui
