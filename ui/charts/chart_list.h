#pragma once

#include "core/report/chart.h"

#include <QListWidget>

namespace beback::ui {

// The charts there are, in groups with a head over each; one of them is looked at.
class ChartList : public QListWidget
{
    Q_OBJECT
public:
    explicit ChartList(QWidget *parent = nullptr);

    void setCharts(const QVector<Chart> &charts, const QString &current); // says nothing through chosen()
    QString currentId() const; // empty: none
    void choose(const QString &id);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &id); // by a person

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void addHead(const QString &text);
    int rowOf(const QString &id) const;

    bool m_filling = false;
};

} // namespace beback::ui
