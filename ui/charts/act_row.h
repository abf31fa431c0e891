#pragma once

#include "core/desk/manager_act.h"
#include "core/report/chart.h"

#include <QWidget>

class QMenu;

namespace beback::ui {

class KeyButton;

// What a manager can do with the leads that are chosen in a list, a button each; in the list, the letter on the button does the same.
class ActRow : public QWidget
{
    Q_OBJECT
public:
    explicit ActRow(QWidget *parent = nullptr);

    void setPeople(const QVector<ChartChoices::Choice> &people); // to whom leads can be given
    void setChosen(qsizetype leads);
    bool isKey(int key) const;
    void press(int key); // as a click on the button that carries it

Q_SIGNALS:
    void giveAsked(const QString &login, const QString &name); // login empty: anybody
    void asked(beback::ManagerAct::Kind kind);                 // Nudge, ChangePlan, Coach: more has to be said
    void balanceAsked();
    void refused(const QString &why);

private:
    struct Deed {
        int key;
        KeyButton *button;
        QString alone, many; // its words: without a choice, and with one (%1)
    };
    KeyButton *add(const char *name, const QString &icon, int key, const QString &alone, const QString &many);

    QVector<Deed> m_deeds; // those that want leads to be chosen
    KeyButton *m_give, *m_balance;
    QMenu *m_people;
    QVector<ChartChoices::Choice> m_known;
};

} // namespace beback::ui
