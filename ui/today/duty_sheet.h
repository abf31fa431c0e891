#pragma once

#include "core/base/random.h"
#include "core/report/today.h"
#include "ui/widgets/card.h"

class QComboBox;
class QLineEdit;

namespace beback::ui {

class FieldError;
class KeyButton;
class TextLabel;

// Asks what a manager says about a duty: a new one (what, about whom, who does it, by when as people say it), or why one is left out.
// Enter says it, Esc leaves.
class DutySheet : public Card
{
    Q_OBJECT
public:
    explicit DutySheet(QWidget *parent = nullptr);

    void askNew(const QVector<TodayManager> &managers, const QString &self, const QString &zone);
    void askWhy(const Duty &duty);
    void setNow(Instant now) { m_now = now; } // times are read by it
    void refuse(const QString &sentence);     // what was said could not be kept; it stays open
    void leave();

Q_SIGNALS:
    // `about`: the name of a customer, as typed; empty: about nobody in particular. It stays open until leave(), and says nothing
    // again before refuse().
    void said(const beback::DutyWord &word, const QString &about);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open(const QString &title, const QString &placeholder, const QString &doIt, bool isNew);
    void finish();
    QWidget *firstWrong(); // with its sentence said; null: all is well

    SystemRandom m_random;
    DutyWord m_word;
    QString m_zone;
    Instant m_now;
    TextLabel *m_title;
    QLineEdit *m_text, *m_about, *m_until;
    QComboBox *m_who;
    FieldError *m_problem;
    KeyButton *m_do, *m_leave;
};

} // namespace beback::ui
