#pragma once

#include <QRect>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QWidget;

namespace beback::ui::parts {

// The painting of BebackStyle, one function a part. No state; everything comes from the option and the theme.

bool isTextBox(const QWidget *widget); // holds several lines of text
void field(QPainter *p, const QStyleOption &option, const QWidget *widget);
void checkMark(QPainter *p, const QStyleOption &option);
void radioMark(QPainter *p, const QStyleOption &option);
void comboBox(QPainter *p, const QStyleOptionComboBox &option, const QWidget *widget);
QRect comboEdit(const QStyleOptionComboBox &option);
QRect comboArrow(const QStyleOptionComboBox &option);
void spinBox(QPainter *p, const QStyleOptionSpinBox &option, const QWidget *widget);
enum class Point { Up, Down, Left, Right };
void chevron(QPainter *p, const QRect &rect, Point point, bool enabled);

void pushButtonLabel(QPainter *p, const QStyleOptionButton &option, const QWidget *widget);

void tabShape(QPainter *p, const QStyleOptionTab &option);
void tabLabel(QPainter *p, const QStyleOptionTab &option);
void menuPanel(QPainter *p, const QRect &rect);
void menuItem(QPainter *p, const QStyleOptionMenuItem &option);
QSize menuItemSize(const QStyleOptionMenuItem &option);
void headerSection(QPainter *p, const QStyleOptionHeader &option);
void headerLabel(QPainter *p, const QStyleOptionHeader &option);
void itemPanel(QPainter *p, const QStyleOption &option);

void scrollBar(QPainter *p, const QStyleOptionSlider &option, const QRect &handle);
QRect scrollBarHandle(const QStyleOptionSlider &option);
void progressGroove(QPainter *p, const QRect &rect);
void progressContents(QPainter *p, const QStyleOptionProgressBar &option);

} // namespace beback::ui::parts
