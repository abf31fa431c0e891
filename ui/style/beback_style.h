#pragma once

#include <QProxyStyle>

class QAbstractButton;
class QAbstractScrollArea;

namespace beback::ui {

class FocusRing;

// How a button looks. Primary: the one next thing to do, at most one in sight. Danger: answers an alert.
enum class ButtonLook { Normal, Primary, Danger, Flat, Link };
void setButtonLook(QAbstractButton *button, ButtonLook look);
ButtonLook buttonLook(const QWidget *button);
// 32 instead of 28 high: outcome bar, footers of dialogs.
void setButtonTall(QAbstractButton *button, bool tall);
bool isButtonTall(const QWidget *button);
// The edge of a field (line edit, combo, text edit) turns danger. FieldError does it for you.
void setFieldWrong(QWidget *field, bool wrong);
bool isFieldWrong(const QWidget *field);
// The bar lies over the content instead of beside it: lists that leave air at their right end.
void setOverlayScrollBar(QAbstractScrollArea *area);

// Fusion's behaviour with Beback's looks. Works on any stock widget; no style sheets anywhere. The focus ring lies
// 1 px outside the widget, or inside where its window or scroll area leaves no room.
class BebackStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    BebackStyle();
    ~BebackStyle() override;

    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const override;

private:
    FocusRing *m_ring;
};

} // namespace beback::ui
