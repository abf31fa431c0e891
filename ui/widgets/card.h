#pragma once

#include "ui/style/theme.h"

#include <QFrame>

#include <optional>

namespace beback::ui {

// A frame with the corners and the fill of a card; put any layout into it.
class Card : public QFrame
{
    Q_OBJECT
public:
    enum class Fill { Raised, Surface, AccentSoft, Bg, None };
    explicit Card(QWidget *parent = nullptr);

    void setFill(Fill fill);
    void setAccentEdge(bool on); // the current question, the chosen option
    void setDangerEdge(bool on); // what is missing after a refused save
    void setDashed(bool on);
    // A 3 px bar at the left in the medium's hue, or none.
    void setBar(std::optional<Medium> medium);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Fill m_fill = Fill::Raised;
    bool m_accent = false, m_danger = false, m_dashed = false;
    std::optional<Medium> m_bar;
};

// A line of one pixel in the border's colour.
class Rule : public QFrame
{
    Q_OBJECT
public:
    explicit Rule(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace beback::ui
