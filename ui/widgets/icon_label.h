#pragma once

#include "ui/style/theme.h"

#include <QWidget>

#include <optional>

namespace beback::ui {

// An icon beside words, in an ink or in a medium's hue. Decoration: without an accessible name unless it is given one.
class IconLabel : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(const QString &icon = {}, Ink ink = Ink::Text, QWidget *parent = nullptr);
    IconLabel(Medium medium, QWidget *parent = nullptr);

    void setIcon(const QString &icon);
    void setInk(Ink ink);
    void setMedium(Medium medium); // icon and hue of the medium
    void setSize(int pixels);      // at 100 %, default 16; 22 in first run
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    Ink m_ink;
    std::optional<Medium> m_medium;
    int m_size = metrics::Icon;
};

} // namespace beback::ui
