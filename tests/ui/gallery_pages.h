#pragma once

#include <QString>
#include <QVector>

#include <functional>

class QWidget;

namespace beback::ui::gallery {

// One picture: a name and the widget that makes it, laid out at its own size. The caller owns the widget.
struct Page
{
    QString name;
    std::function<QWidget *()> make;
};
QVector<Page> pages();

// Every control of a page, in every state it has.
QWidget *controls();
QWidget *fields();
QWidget *lists();
QWidget *states();
QWidget *room();
QWidget *icons();

} // namespace beback::ui::gallery
