#pragma once

#include "ui/style/theme.h"

#include <QWidget>

namespace beback::ui {

// One tinted icon, as wide as the glyph column of rows. Purely for the eye: the words beside it say the same.
class GlyphLabel : public QWidget
{
    Q_OBJECT
public:
    explicit GlyphLabel(QWidget *parent = nullptr) : QWidget(parent) { setFocusPolicy(Qt::NoFocus); }
    void setGlyph(const QString &icon, std::optional<Medium> medium, Ink ink = Ink::Muted);
    void setSize(int pixels) { m_size = pixels; updateGeometry(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    std::optional<Medium> m_medium;
    Ink m_ink = Ink::Muted;
    int m_size = metrics::Icon;
};

} // namespace beback::ui
