#pragma once

#include <QWidget>

namespace beback::ui {

// A key, as on the keyboard.
class KeyCapLabel : public QWidget
{
    Q_OBJECT
public:
    explicit KeyCapLabel(const QString &key = {}, QWidget *parent = nullptr);
    void setKey(const QString &key);
    QString key() const { return m_key; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

} // namespace beback::ui
