#pragma once

#include "ui/style/theme.h"

#include <QLabel>

namespace beback::ui {

// A label in one of the type roles and inks; both follow theme and text scale. Plain text unless told otherwise.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TextLabel(Type type = Type::Body, Ink ink = Ink::Text, QWidget *parent = nullptr);
    TextLabel(const QString &text, Type type = Type::Body, Ink ink = Ink::Text, QWidget *parent = nullptr);

    void setType(Type type);
    Type type() const { return m_type; }
    void setInk(Ink ink);
    Ink ink() const { return m_ink; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();
    Type m_type;
    Ink m_ink;
    bool m_dressing = false;
};

// The same on one line: what does not fit is elided at the right end, and the tool tip says it whole.
class ElidedLabel : public TextLabel
{
    Q_OBJECT
public:
    using TextLabel::TextLabel;

    bool isElided() const;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace beback::ui
