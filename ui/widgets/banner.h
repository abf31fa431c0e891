#pragma once

#include "ui/style/theme.h"

#include <QFrame>

class QHBoxLayout;

namespace beback::ui {

class KeyButton;
class LinkButton;
class TextLabel;

// What happened, what still works, one button. Stays until the cause is gone. Tone: Info, Warning or Danger.
class Banner : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(Tone tone = Tone::Info, QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setText(const QString &heading, const QString &sentence); // heading or sentence may be empty
    void setButton(const QString &text);                           // empty: no button
    void setLink(const QString &text);                             // a second way, as a link
    void setDetail(const QString &text);                           // at the right, muted: "tried 11:41:50"
    void setSquare(bool square);                                   // a strip from edge to edge, without corners
    KeyButton *button() const { return m_button; }

Q_SIGNALS:
    void acted();
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    Tone m_tone;
    bool m_square = false;
    TextLabel *m_heading, *m_sentence, *m_detail;
    KeyButton *m_button;
    LinkButton *m_link;
    QWidget *m_actions;
};

} // namespace beback::ui
