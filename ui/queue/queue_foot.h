#pragma once

#include <QAbstractButton>

namespace beback::ui {

// The strip under the queue: what is left today, and what did not fit. A button when there is something to tell.
class QueueFoot : public QAbstractButton
{
    Q_OBJECT
public:
    explicit QueueFoot(QWidget *parent = nullptr);
    void say(const QString &left, const QString &right, const QString &tip);
    static int rowHeight();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_left, m_right;
};

} // namespace beback::ui
