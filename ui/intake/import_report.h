#pragma once

#include "core/desk/desk_types.h"

#include <QAbstractTableModel>
#include <QWidget>

class QHBoxLayout;
class QTableView;

namespace beback::ui {

class EmptyState;
class LinkButton;
class TextLabel;

// The lines of a report, those that need a person first.
class ReportModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Fate, Name, Source, Remark, Columns };
    using QAbstractTableModel::QAbstractTableModel;
    void set(const QVector<IntakeItem> &items);
    const IntakeItem &at(int row) const { return m_items[row]; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_items.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : Columns; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<IntakeItem> m_items;
};

// What an import brought: four figures, and line by line what became of it.
class ImportReport : public QWidget
{
    Q_OBJECT
public:
    explicit ImportReport(QWidget *parent = nullptr);
    void show(const IntakeReport &report);

Q_SIGNALS:
    void lookAsked(beback::CustomerId customer, beback::LeadId lead);
    void asideAsked();

private:
    TextLabel *addFigure(QHBoxLayout *row, const QString &caption, const QString &meaning);
    EmptyState *m_empty;
    QWidget *m_full;
    TextLabel *m_accepted, *m_joined, *m_resent, *m_quarantined, *m_warnings, *m_cut;
    LinkButton *m_aside;
    ReportModel *m_model;
    QTableView *m_table;
};

} // namespace beback::ui
