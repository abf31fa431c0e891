#include "ui/today/tile.h"

#include "ui/today/today_words.h"
#include "ui/widgets/capacity_bar.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace beback::ui {

namespace {

template <class Label> Label *label(const char *tile, const char *part, Type type, Ink ink = Ink::Muted)
{
    auto *made = new Label(type, ink);
    made->setObjectName(QLatin1String(tile) + QLatin1Char('.') + QLatin1String(part));
    return made;
}

} // namespace

Tile::Tile(const char *objectName, const QString &caption, QWidget *parent) : QWidget(parent)
{
    setObjectName(QLatin1String(objectName));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(metrics::PadSide), scaled(8), scaled(metrics::PadSide), scaled(8));
    column->setSpacing(0);
    m_caption = label<ElidedLabel>(objectName, "caption", Type::Label);
    m_figure = label<TextLabel>(objectName, "figure", Type::Figure, Ink::Text);
    m_beside = label<ElidedLabel>(objectName, "beside", Type::Label);
    m_below = label<ElidedLabel>(objectName, "below", Type::Small);
    m_bar = new CapacityBar;
    column->addWidget(m_caption);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    column->addLayout(row);
    row->addWidget(m_figure);
    row->addWidget(m_beside, 1);
    column->addSpacing(scaled(2));
    column->addWidget(m_below);
    column->addWidget(m_bar);
    column->addStretch();
    m_bar->setVisible(false);
    setCaption(caption);
}

void Tile::setCaption(const QString &caption)
{
    m_caption->setText(caption);
    describe();
}

void Tile::setFigure(int figure, Ink ink)
{
    m_figure->setText(today_words::number(figure));
    if (m_figure->ink() != ink)
        m_figure->setInk(ink);
    describe();
}

// A clock runs in it: what did not change costs nothing.
void Tile::setBeside(const QString &text, Ink ink)
{
    if (m_beside->ink() != ink)
        m_beside->setInk(ink);
    if (m_beside->text() == text)
        return;
    m_beside->setText(text);
    describe();
}

void Tile::setBelow(const QString &text)
{
    m_below->setText(text);
    m_below->setVisible(true);
    m_bar->setVisible(false);
    describe();
}

void Tile::setBar(int value, int of, const QString &says)
{
    m_bar->setRange(std::min(value, of), of); // more than was planned is no fault: full, and not in danger
    m_bar->setAccessibleName(says);
    m_below->clear();
    m_below->setVisible(false);
    m_bar->setVisible(true);
    describe();
}

void Tile::describe()
{
    setAccessibleName(m_caption->text());
    QString said = m_figure->text() + QLatin1Char(' ') + m_beside->text();
    if (!m_below->text().isEmpty())
        said += QStringLiteral("; ") + m_below->text();
    if (said.trimmed() != accessibleDescription()) // every change is told to screen readers
        setAccessibleDescription(said.trimmed());
}

} // namespace beback::ui
