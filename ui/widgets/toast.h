#pragma once

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QGraphicsOpacityEffect;
class QPropertyAnimation;

namespace beback::ui {

class LinkButton;
class TextLabel;

// One line in inverse colours at the bottom left of its host, gone after 8 s (later while the mouse or the focus is on
// it). A new one takes the old one's place. Never takes the focus by itself.
class Toast : public QFrame
{
    Q_OBJECT
public:
    explicit Toast(QWidget *host);

    // `action` ("Undo") and `key` ("Ctrl+Z") may be empty.
    void say(const QString &text, const QString &action = {}, const QString &key = {});
    void dismiss();
    void setLifetime(int ms);             // default 8000
    void setInsets(int left, int bottom); // from the host's corner, at 100 %; default 12, 12
    // No wider than this column at the host's left edge, while that is there: what is beside it stays free, and the text
    // goes on in a second line.
    void keepWithin(QWidget *column);

Q_SIGNALS:
    void acted();
    void gone();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void fadeTo(qreal opacity);
    void faded();
    void expire();

    TextLabel *m_text, *m_key;
    QPointer<QWidget> m_column;
    LinkButton *m_action;
    QGraphicsOpacityEffect *m_effect;
    QPropertyAnimation *m_fade;
    QTimer m_timer;
    int m_lifetime = 8000, m_left = 12, m_bottom = 12;
};

} // namespace beback::ui
