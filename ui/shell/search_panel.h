#pragma once

#include "core/desk/desk.h"

#include <QFrame>
#include <QTimer>

class QListView;
class QStandardItemModel;

namespace beback::ui {

class ElidedLabel;
class SearchField;
class TextLabel;

// What was found, in a list under the search field, while one types. Up and down walk, Enter opens, Esc leaves. The
// focus stays in the field.
class SearchPanel : public QFrame
{
    Q_OBJECT
public:
    SearchPanel(SearchField *field, QWidget *host);

    void setZone(const QString &zone, const Clock *clock);
    void showHits(const QString &sought, const QVector<SearchHit> &hits);
    void showProblem(const QString &sentence);
    void setAway(bool away) { m_isAway = away; } // only people on this computer are found
    void leave();

    static constexpr int DelayMs = 150;
    static constexpr int Most = 20;

Q_SIGNALS:
    void sought(const QString &fragment);
    void open(beback::CustomerId customer, beback::LeadId lead);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void move(int steps);
    void take(int row);

    SearchField *m_field;
    QTimer m_timer;
    QVector<SearchHit> m_hits;
    QString m_zone;
    bool m_isAway = false;
    const Clock *m_clock = nullptr;
    QListView *m_list;
    QStandardItemModel *m_model;
    TextLabel *m_head;
};

} // namespace beback::ui
