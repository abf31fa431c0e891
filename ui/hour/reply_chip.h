#pragma once

#include <QAbstractButton>

namespace beback::ui {

// The one notice that comes through: a customer wrote. A button in the colour of replies.
class ReplyChip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ReplyChip(QWidget *parent = nullptr);
    void say(const QString &sentence); // empty: hides itself
    void setKey(const QString &key);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

} // namespace beback::ui
