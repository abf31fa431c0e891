#include "ui/style/beback_style.h"

#include "ui/style/button_face.h"
#include "ui/style/focus_ring.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/style/style_parts.h"

#include <QAbstractItemView>
#include <QStyleOption>
#include <QTableView>
#include <QTreeView>

namespace beback::ui {

namespace {

using E = QStyle::PrimitiveElement;
using C = QStyle::ControlElement;

void line(QPainter *p, const QRect &rect, const QColor &color)
{
    p->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color);
}

// What is quiet here: the ring, the surface and the lines of the page say enough.
bool isLeftOut(E element)
{
    switch (element) {
    case E::PE_FrameDefaultButton:
    case E::PE_FrameStatusBarItem:
    case E::PE_FrameButtonTool:
    case E::PE_FrameTabWidget:
    case E::PE_FrameLineEdit:
    case E::PE_PanelScrollAreaCorner:
    case E::PE_PanelItemViewRow: return true;
    default: return false;
    }
}

bool paintMark(E element, const QStyleOption &option, QPainter *p)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    switch (element) {
    case E::PE_IndicatorCheckBox:
    case E::PE_IndicatorItemViewItemCheck: parts::checkMark(p, option); return true;
    case E::PE_IndicatorRadioButton: parts::radioMark(p, option); return true;
    case E::PE_IndicatorArrowDown: parts::chevron(p, option.rect, parts::Point::Down, enabled); return true;
    case E::PE_IndicatorArrowUp: parts::chevron(p, option.rect, parts::Point::Up, enabled); return true;
    case E::PE_IndicatorArrowLeft: parts::chevron(p, option.rect, parts::Point::Left, enabled); return true;
    case E::PE_IndicatorArrowRight: parts::chevron(p, option.rect, parts::Point::Right, enabled); return true;
    default: return false;
    }
}

void paintFrame(const QStyleOption &option, QPainter *p, const QWidget *widget)
{
    const Theme &t = Theme::current();
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor edge = isFieldWrong(widget) ? t.danger : enabled ? t.edge : t.border;
    paint::box(p, option.rect, parts::isTextBox(widget) ? (enabled ? t.field : t.raised) : QColor(), edge);
}

// Calls `part` with the option as what it is.
template <class Option, class Part> bool with(const QStyleOption *option, Part part)
{
    const auto *known = qstyleoption_cast<const Option *>(option);
    if (known)
        part(*known);
    return known != nullptr;
}

bool paintHeader(C element, const QStyleOption *option, QPainter *p)
{
    return with<QStyleOptionHeader>(option, [&](const QStyleOptionHeader &header) {
        if (element != C::CE_HeaderLabel)
            parts::headerSection(p, header);
        if (element != C::CE_HeaderSection)
            parts::headerLabel(p, header);
    });
}

} // namespace

void BebackStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const Theme &t = Theme::current();
    if (isLeftOut(element) || paintMark(element, *option, painter))
        return;
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool: paintButtonFace(painter, option->rect, ButtonFace::of(*option, widget)); return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget))
            paint::focusRing(painter, option->rect.adjusted(1, 1, -1, -1));
        return;
    case PE_FrameTabBarBase: line(painter, option->rect, t.border); return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            parts::field(painter, *option, widget);
        return;
    case PE_Frame: paintFrame(*option, painter, widget); return;
    case PE_FrameGroupBox: paint::card(painter, option->rect, {}, t.border); return;
    case PE_FrameMenu:
    case PE_PanelMenu: parts::menuPanel(painter, option->rect); return;
    case PE_PanelTipLabel: painter->fillRect(option->rect, t.text); return;
    case PE_PanelItemViewItem:
        parts::itemPanel(painter, *option);
        if (qobject_cast<const QTableView *>(widget) || qobject_cast<const QTreeView *>(widget))
            line(painter, option->rect, t.border);
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void BebackStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const Theme &t = Theme::current();
    bool done = false;
    switch (element) {
    case CE_MenuEmptyArea: return;
    case CE_FocusFrame: paint::focusRing(painter, option->rect, metrics::Radius + FocusRing::reach(widget)); return;
    case CE_ProgressBarGroove: parts::progressGroove(painter, option->rect); return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.surface);
        line(painter, option->rect, t.edge);
        return;
    case CE_Splitter: {
        const QRect r = option->rect;
        const bool beside = option->state & State_Horizontal; // the panes lie side by side
        painter->fillRect(beside ? QRect(r.center().x(), r.top(), 1, r.height())
                                 : QRect(r.left(), r.center().y(), r.width(), 1),
                          t.border);
        return;
    }
    case CE_PushButtonLabel:
        done = with<QStyleOptionButton>(option, [&](const auto &o) { parts::pushButtonLabel(painter, o, widget); });
        break;
    case CE_TabBarTabShape:
        done = with<QStyleOptionTab>(option, [&](const auto &o) { parts::tabShape(painter, o); });
        break;
    case CE_TabBarTabLabel:
        done = with<QStyleOptionTab>(option, [&](const auto &o) { parts::tabLabel(painter, o); });
        break;
    case CE_MenuItem:
        done = with<QStyleOptionMenuItem>(option, [&](const auto &o) { parts::menuItem(painter, o); });
        break;
    case CE_Header:
    case CE_HeaderSection:
    case CE_HeaderLabel: done = paintHeader(element, option, painter); break;
    case CE_ProgressBarContents:
        done = with<QStyleOptionProgressBar>(option, [&](const auto &o) { parts::progressContents(painter, o); });
        break;
    case CE_ComboBoxLabel:
        // One that shares a line with others may be narrower than what is chosen in it.
        done = with<QStyleOptionComboBox>(option, [&](QStyleOptionComboBox cut) {
            const int icon = cut.currentIcon.isNull() ? 0 : cut.iconSize.width() + 4;
            const int wide = proxy()->subControlRect(CC_ComboBox, &cut, SC_ComboBoxEditField, widget).width() - 2 - icon;
            cut.currentText = cut.fontMetrics.elidedText(cut.currentText, Qt::ElideRight, wide);
            QProxyStyle::drawControl(element, &cut, painter, widget);
        });
        break;
    case CE_ItemViewItem:
        // A chosen row is soft, so its text keeps its ink.
        done = with<QStyleOptionViewItem>(option, [&](QStyleOptionViewItem soft) {
            soft.palette.setColor(QPalette::HighlightedText, soft.palette.color(QPalette::Text));
            QProxyStyle::drawControl(element, &soft, painter, widget);
        });
        break;
    default: break;
    }
    if (!done)
        QProxyStyle::drawControl(element, option, painter, widget);
}

void BebackStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    bool done = false;
    if (control == CC_ScrollBar)
        done = with<QStyleOptionSlider>(
            option, [&](const auto &o) { parts::scrollBar(painter, o, parts::scrollBarHandle(o)); });
    else if (control == CC_ComboBox)
        done = with<QStyleOptionComboBox>(option, [&](const auto &o) { parts::comboBox(painter, o, widget); });
    else if (control == CC_SpinBox)
        done = with<QStyleOptionSpinBox>(option, [&](const auto &o) { parts::spinBox(painter, o, widget); });
    if (!done)
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon BebackStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    switch (standard) {
    case SP_LineEditClearButton: return icons::icon(QStringLiteral("window-close"));
    case SP_MessageBoxWarning: return icons::icon(QStringLiteral("dialog-warning"));
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion: return icons::icon(QStringLiteral("dialog-information"));
    case SP_MessageBoxCritical: return icons::icon(QStringLiteral("data-error"));
    default: return QProxyStyle::standardIcon(standard, option, widget);
    }
}

} // namespace beback::ui
