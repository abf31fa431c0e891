#pragma once

#include "core/desk/desk.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace beback::ui {

class Banner;
class ChipLabel;
class KeyButton;
class RuleForm;
class RuleList;
class TextLabel;

// Where a manager reads the contact rules by place, with their sources and what was said about them here, changes one, and sees
// whom that would move before it is kept. Nothing is kept before "Keep the change".
class RulesRoom : public QWidget
{
    Q_OBJECT
public:
    explicit RulesRoom(Desk &desk, QWidget *parent = nullptr);

    void refresh(); // reads the rules; what is being changed stays
    void show(const RuleShelf &shelf);
    void choose(const QString &id);
    bool isChanged() const { return m_changed; }

Q_SIGNALS:
    void said(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildHead(QVBoxLayout *column);
    void buildBody(QVBoxLayout *column);
    void connectParts();
    void showRule();
    void showHead();
    void showHistory();
    void edited();
    void weigh();
    void showWeight(const RuleWeight &weight);
    void addLimit();
    void keep(bool asShipped);
    void fail(const QString &heading, const Error &error);
    RuleWish wish(bool asShipped) const;

    Desk &m_desk;
    RuleShelf m_shelf;
    RuleOnShelf m_one; // the one that is shown
    bool m_new = false, m_changed = false;
    int m_asked = 0; // weighings asked for: an answer to an earlier one is dropped
    QTimer m_weighSoon;

    RuleList *m_list;
    KeyButton *m_add, *m_asShipped, *m_undo, *m_keep;
    TextLabel *m_name, *m_says, *m_weight, *m_some, *m_history;
    ChipLabel *m_chip;
    Banner *m_problem, *m_law;
    RuleForm *m_form;
};

} // namespace beback::ui
