#pragma once

#include "core/desk/desk_types.h"
#include "ui/shell/page.h"

class QScrollArea;

namespace beback::ui {

class KeyButton;
class OptionCard;

// Who is at the desk? Shown when a store knows several people.
class SignIn : public Page
{
    Q_OBJECT
public:
    explicit SignIn(QWidget *parent = nullptr);
    void show(const QString &rooftop, const QVector<Agent> &agents, const QString &last);

Q_SIGNALS:
    void chosen(const QString &login);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take();
    QScrollArea *m_scroll;
    QVector<Agent> m_agents;
    QVector<OptionCard *> m_cards;
};

// What went wrong before there is a room to say it in: what happened, what still works, one button.
class StoreProblem : public Page
{
    Q_OBJECT
public:
    explicit StoreProblem(QWidget *parent = nullptr);
    void show(const Error &error, const QString &store);

Q_SIGNALS:
    void againAsked();
    void otherAsked();
    void copyAsked(const QString &details);

private:
    KeyButton *m_do;
    bool m_again = true;
    QString m_details;
};

// The heading of a store's error, by its code. Pure.
QString problemHeading(Code code);

} // namespace beback::ui
