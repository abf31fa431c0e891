#pragma once

#include <QStyledItemDelegate>

namespace beback::ui {

// Paints one person found: name and vehicle, where they are reached, how the lead stands.
class HitDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { VehicleRole = Qt::UserRole + 1, WhereRole, StatusRole, LastRole };
    using QStyledItemDelegate::QStyledItemDelegate;
    static int rowHeight();
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace beback::ui
