#pragma once

#include "ui/style/paint.h"

#include <QWidget>

namespace beback::ui {

// A chip as a widget. Too narrow: the text elides and the tool tip says it whole.
class ChipLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ChipLabel(QWidget *parent = nullptr);
    ChipLabel(Tone tone, const QString &icon, const QString &text, QWidget *parent = nullptr);

    void setChip(const paint::Chip &chip); // hides itself while text and icon are empty
    const paint::Chip &chip() const { return m_chip; }
    void setKey(const QString &key); // a key cap at the right end: "F8"
    void setTall(bool tall);         // as high as the buttons of a bar

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int height() const;
    bool isCut() const;
    paint::Chip m_chip;
    QString m_key;
    bool m_tall = false;
};

} // namespace beback::ui
