#pragma once

#include "core/desk/desk_types.h"
#include "ui/widgets/card.h"

class QLineEdit;

namespace beback::ui {

class FieldError;
class KeyButton;
class LinkButton;

// The question of a call guide that is asked now: what to say, what to ask, and the ways to answer it.
class GuideQuestion : public Card
{
    Q_OBJECT
public:
    // `kept`: the answer there is already, to be changed; may be empty.
    GuideQuestion(const GuideStep &step, const QString &language, const WordFacts &facts, const QString &zone, Instant now, const QString &kept, QWidget *parent = nullptr);
    void focusAnswer();
    void setMissing() { setDangerEdge(true); }
    bool chooseLetter(int key); // Qt::Key_A …; false: no such choice

Q_SIGNALS:
    void answered(const QString &value); // as it is kept
    void notAsked(const QString &reason);
    void passed(); // not now: one that need not be asked

private:
    QWidget *choices(const QString &kept);
    QWidget *field(const QString &kept);
    void take();
    void askWhyNot();

    GuideStep m_step;
    QString m_language, m_zone;
    Instant m_now;
    QVector<KeyButton *> m_choices;
    QStringList m_values; // of the choices
    QLineEdit *m_field = nullptr, *m_why = nullptr;
    FieldError *m_error = nullptr;
    LinkButton *m_whyNot = nullptr;
};

} // namespace beback::ui
