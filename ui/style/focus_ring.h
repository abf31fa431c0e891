#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

namespace beback::ui {

// One ring for the whole application, on the control that has the keyboard. A control clicked with the mouse gets it
// with the first key; fields of text always have it. Lists paint theirs on the row instead.
class FocusRing final : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QObject *parent);
    ~FocusRing() override;

    static bool wants(const QWidget *widget);
    void watch(QWidget *widget);
    void forget(QWidget *widget);
    // How far the ring may reach out of the widget: 3, or 0 where it would be cut off.
    static int reach(const QWidget *frame);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void put(QWidget *widget);
    QPointer<QFocusFrame> m_frame;
};

} // namespace beback::ui
