#include "ui/style/beback_style.h"

#include "ui/style/button_face.h"
#include "ui/style/focus_ring.h"
#include "ui/style/paint.h"
#include "ui/style/style_parts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

namespace beback::ui {

namespace {

constexpr char LookProperty[] = "bebackLook", TallProperty[] = "bebackTall", WrongProperty[] = "bebackWrong",
               OverlayProperty[] = "bebackOverlay";

bool isOverlaid(const QWidget *bar)
{
    return bar && bar->property(OverlayProperty).toBool();
}

void setLooks(QWidget *widget, const char *property, const QVariant &value)
{
    if (!widget || widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    QEvent changed(QEvent::StyleChange); // a button remembers its size
    QCoreApplication::sendEvent(widget, &changed);
    widget->updateGeometry();
    widget->update();
}

} // namespace

void setButtonLook(QAbstractButton *button, ButtonLook look)
{
    setLooks(button, LookProperty, int(look));
}

ButtonLook buttonLook(const QWidget *button)
{
    return button ? ButtonLook(button->property(LookProperty).toInt()) : ButtonLook::Normal;
}

void setButtonTall(QAbstractButton *button, bool tall)
{
    setLooks(button, TallProperty, tall);
}

bool isButtonTall(const QWidget *button)
{
    return button && button->property(TallProperty).toBool();
}

void setFieldWrong(QWidget *field, bool wrong)
{
    setLooks(field, WrongProperty, wrong);
}

void setOverlayScrollBar(QAbstractScrollArea *area)
{
    area->verticalScrollBar()->setProperty(OverlayProperty, true);
}

bool isFieldWrong(const QWidget *field)
{
    return field && field->property(WrongProperty).toBool();
}

BebackStyle::BebackStyle() : QProxyStyle(QStringLiteral("Fusion")), m_ring(new FocusRing(this)) {}

BebackStyle::~BebackStyle() = default;

void BebackStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (FocusRing::wants(widget))
        m_ring->watch(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void BebackStyle::unpolish(QWidget *widget)
{
    m_ring->forget(widget);
    QProxyStyle::unpolish(widget);
}

int BebackStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth: return parts::isTextBox(widget) ? 3 : 1; // room for the corners
    case PM_SpinBoxFrameWidth:
    case PM_ComboBoxFrameWidth:
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return scaled(4);
    case PM_MenuHMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_DockWidgetFrameWidth: return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize: return scaled(metrics::Icon);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return scaled(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return scaled(8);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return scaled(metrics::PadSide);
    case PM_TabBarTabHSpace: return scaled(22);
    case PM_ScrollBarExtent: return scaled(10);
    case PM_ScrollView_ScrollBarOverlap: return isOverlaid(widget) ? scaled(10) : 0;
    case PM_ScrollBarSliderMin: return scaled(28);
    case PM_SplitterWidth: return 5;
    case PM_ToolTipLabelFrameWidth: return scaled(8);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: {
        // The frame asks without naming itself as the widget.
        if (const auto *ring = qobject_cast<const QFocusFrame *>(widget   ? widget
                                                                 : option ? option->styleObject
                                                                          : nullptr))
            return FocusRing::reach(ring);
        const bool across = metric == PM_FocusFrameHMargin; // item views take it for the air around their text
        return across && qobject_cast<const QAbstractItemView *>(widget) ? scaled(7) : 2;
    }
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int BebackStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_Menu_MouseTracking: return 1;
    case SH_FocusFrame_Mask: // the ring is see-through; a mask would cut its corners
    case SH_EtchDisabledText:
    case SH_Widget_Animation_Duration:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea: return 0;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_LineEdit_PasswordCharacter: return 0x2022;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize BebackStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    const int button = std::max(scaled(metrics::Button), lineHeight(Type::Body) + 6);
    switch (type) {
    case CT_PushButton: {
        const bool flat = buttonLook(widget) == ButtonLook::Flat;
        int width = size.width() + 2 * scaled(flat ? 6 : 10) + 2;
        const auto *push = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (push && !push->icon.isNull() && !push->text.isEmpty())
            width += scaled(2);
        return {std::max(width, buttonHeight(widget)), buttonHeight(widget)};
    }
    case CT_ToolButton: return {std::max(button, size.width() + scaled(10)), button};
    case CT_LineEdit: return {size.width() + 2 * scaled(6), button};
    case CT_ComboBox: return {size.width() + scaled(8 + 24 + 8), button};
    case CT_SpinBox: return {size.width() + scaled(22 + 12), button};
    case CT_TabBarTab: return {size.width(), std::max(scaled(36), size.height())};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return parts::menuItemSize(*item);
        break;
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + scaled(8),
                std::max(scaled(24), QFontMetrics(font(Type::Overline)).height() + scaled(10))};
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(base.height(), scaled(metrics::TableRow))};
    }
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect BebackStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (slider) {
            const QRect handle = parts::scrollBarHandle(*slider), all = slider->rect;
            const bool flat = slider->orientation == Qt::Horizontal;
            switch (part) {
            case SC_ScrollBarSlider: return handle;
            case SC_ScrollBarGroove: return all;
            case SC_ScrollBarSubPage:
                return flat ? QRect(all.topLeft(), QPoint(handle.left() - 1, all.bottom()))
                            : QRect(all.topLeft(), QPoint(all.right(), handle.top() - 1));
            case SC_ScrollBarAddPage:
                return flat ? QRect(QPoint(handle.right() + 1, all.top()), all.bottomRight())
                            : QRect(QPoint(all.left(), handle.bottom() + 1), all.bottomRight());
            default: return {};
            }
        }
    }
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            if (part == SC_ComboBoxEditField)
                return parts::comboEdit(*combo);
            if (part == SC_ComboBoxArrow)
                return parts::comboArrow(*combo);
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect BebackStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && widget && qobject_cast<const QLineEdit *>(widget) &&
        static_cast<const QLineEdit *>(widget)->hasFrame())
        return option->rect.adjusted(scaled(5), 1, -scaled(5), -1);
    if (element == SE_PushButtonContents) {
        const int pad = scaled(buttonLook(widget) == ButtonLook::Flat ? 6 : 10);
        return option->rect.adjusted(pad, 0, -pad, 0);
    }
    if (element == SE_TabBarTabText || element == SE_HeaderLabel)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace beback::ui
