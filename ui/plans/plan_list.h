#pragma once

#include "core/desk/plan_shelf.h"

#include <QListWidget>

namespace beback::ui {

// The plans there are: how many leads stand on each, whose new leads begin on it, which are being changed.
class PlanList : public QListWidget
{
    Q_OBJECT
public:
    explicit PlanList(QWidget *parent = nullptr);

    void show(const PlanShelf &shelf, const QString &current); // `current`: the id chosen afterwards; unknown: the first
    QString currentPlan() const;
    void choose(const QString &id);

Q_SIGNALS:
    void chosen(const QString &id);

private:
    bool m_filling = false;
};

} // namespace beback::ui
