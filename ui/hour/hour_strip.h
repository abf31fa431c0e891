#pragma once

#include <QWidget>

namespace beback::ui {

class ElidedLabel;
class KeyButton;
class ReplyChip;

// The top strip while the hour runs: what it is, a customer's reply, a break, the way out. Nothing else.
class HourStrip : public QWidget
{
    Q_OBJECT
public:
    explicit HourStrip(QWidget *parent = nullptr);
    void setReply(const QString &sentence); // empty: nobody wrote
    void setReady(bool ready);              // false: on a break
    void setLastLead(bool last);            // time is up, this one is still saved
    void setKeys(const QString &reply, const QString &pause);

Q_SIGNALS:
    void replyAsked();
    void breakAsked();
    void endAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_sentence;
    ReplyChip *m_reply;
    KeyButton *m_break, *m_end;
};

} // namespace beback::ui
