#pragma once

#include <QAbstractButton>

namespace beback::ui {

// One of a few big choices: icon, what it is, one line about it, a round mark. Arrow keys walk between them.
class OptionCard : public QAbstractButton
{
    Q_OBJECT
public:
    OptionCard(const QString &icon, const QString &text, const QString &line, QWidget *parent = nullptr);

    void setDashed(bool dashed) { m_dashed = dashed; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon, m_line;
    bool m_dashed = false;
};

} // namespace beback::ui
