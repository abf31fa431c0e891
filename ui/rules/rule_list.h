#pragma once

#include "core/desk/rule_shelf.h"

#include <QListWidget>

namespace beback::ui {

// The contact rules by place: the house's, the country's, then state by state.
class RuleList : public QListWidget
{
    Q_OBJECT
public:
    explicit RuleList(QWidget *parent = nullptr);

    void show(const RuleShelf &shelf, const QString &current); // keeps the chosen one and how far it is scrolled
    void choose(const QString &id);
    QString currentRule() const;

Q_SIGNALS:
    void chosen(const QString &id);

private:
    bool m_filling = false;
};

} // namespace beback::ui
