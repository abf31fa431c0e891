#pragma once

#include "core/desk/manager_act.h"
#include "core/report/balance.h"
#include "core/report/chart.h"
#include "ui/widgets/card.h"

class QComboBox;
class QLineEdit;

namespace beback::ui {

class FieldError;
class KeyButton;
class TextLabel;

// What has to be said before something is done with leads: why, and where it takes one, which plan or to whom. Enter does it, Esc leaves.
class ActSheet : public Card
{
    Q_OBJECT
public:
    explicit ActSheet(QWidget *parent = nullptr);

    // Nudge, ChangePlan or Coach with these leads. What stands in it from before is gone.
    void ask(ManagerAct::Kind kind, const QVector<LeadId> &leads);
    // Who would give what to whom; Enter gives it as it stands there.
    void propose(const LoadBalance &balance);
    void setPeople(const QVector<ChartChoices::Choice> &people) { m_people = people; }
    void setPlans(const QVector<ChartChoices::Choice> &plans); // also while it asks for one

Q_SIGNALS:
    void said(const QVector<beback::ManagerAct> &acts);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillChoices(const QVector<ChartChoices::Choice> &choices);
    void open(const QString &title, const QString &hint, const QString &placeholder, const QString &doIt);
    void finish();
    void leave();
    bool isComplete();

    ManagerAct m_act;
    std::optional<LoadBalance> m_balance;
    QVector<ChartChoices::Choice> m_people, m_plans;
    TextLabel *m_title, *m_hint;
    QComboBox *m_choice;
    QLineEdit *m_text;
    FieldError *m_problem;
    KeyButton *m_do, *m_leave;
};

} // namespace beback::ui
