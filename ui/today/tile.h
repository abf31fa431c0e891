#pragma once

#include "ui/style/theme.h"

#include <QWidget>

namespace beback::ui {

class CapacityBar;
class TextLabel;

// One key figure: what is counted, the figure, what stands beside it, and a line or a bar below.
class Tile : public QWidget
{
    Q_OBJECT
public:
    Tile(const char *objectName, const QString &caption, QWidget *parent = nullptr);

    void setCaption(const QString &caption);
    void setFigure(int figure, Ink ink = Ink::Text);
    void setBeside(const QString &text, Ink ink = Ink::Muted);
    void setBelow(const QString &text);                // in the bar's place
    void setBar(int value, int of, const QString &says); // in the line's place; `says`: to who does not see it

private:
    void describe();

    TextLabel *m_caption, *m_figure, *m_beside, *m_below;
    CapacityBar *m_bar;
};

} // namespace beback::ui
