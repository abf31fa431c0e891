#pragma once

#include <QLineEdit>

namespace beback::ui {

// A line edit with a glass at the left and, while empty, the key that leads here at the right. Esc empties it, and a
// second Esc is passed on.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder = {}, const QString &key = {}, QWidget *parent = nullptr);
    void setKey(const QString &key);
    QString key() const { return m_key; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void moveRequested(int steps); // Up and Down, Page Up and Down: for the list of hits below

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void reserve();
    QString m_key;
};

} // namespace beback::ui
