#pragma once

#include "core/report/chart.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace beback::ui {

class Paper;

// The numbers of a chart, a line a mark: exactly those it draws, with the period before where it is compared with that, and of shares
// also what they are counted from.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void set(const Chart &chart);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_columns.size()); }
    // Qt::EditRole: the number itself.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QString markKey(int row) const;
    // Of the marks on these rows, every column: a line each, fields parted by tabs, with a line of heads above.
    QString asText(int fromRow, int fromColumn, int toRow, int toColumn) const;

private:
    enum class What { Row, Label, Value, Low, High, Count, Of, Sum, Before };
    struct Column {
        What what;
        int series; // of the numbers
        QString head;
    };
    void addShare(int series, const QString &name);
    void addCount(int series, const QString &name);
    void addOf(int series, const QString &head); // where anything is of something
    void addBefore(bool many);
    QVariant at(int row, const Column &column) const; // invalid: nothing is to be said there
    QString text(int row, const Column &column, bool forCopy) const;

    Chart m_chart;
    QVector<Column> m_columns;
};

// It to look at: what is selected is copied by Ctrl+C, all of it where nothing is. Enter and a double click choose the mark.
class ChartTable : public QTableView
{
    Q_OBJECT
public:
    explicit ChartTable(std::shared_ptr<Paper> paper, QWidget *parent = nullptr);
    void setChart(const Chart &chart);
    void copy(bool all);

Q_SIGNALS:
    void chosen(const QString &seriesKey, const QString &markKey);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    ChartTableModel *m_model;
    std::shared_ptr<Paper> m_paper;
};

} // namespace beback::ui
