#pragma once

#include "core/report/chart.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace beback::ui {

// Leads behind a mark, in the order they were given.
class ChartLeadRows : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Customer, Vehicle, HeldBy, Open, Untouched, Attempts, NextStep, Columns };
    enum Role { LeadRole = Qt::UserRole };
    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void add(const QVector<ChartLead> &leads);
    const ChartLead &at(int row) const { return m_leads[row]; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_leads.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : Columns; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ChartLead &lead, int column) const;
    QVector<ChartLead> m_leads;
};

// Paints names strong and attempts as marks.
class ChartLeadDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace beback::ui

Q_DECLARE_METATYPE(beback::ChartLead)
