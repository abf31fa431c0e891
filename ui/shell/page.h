#pragma once

#include <QWidget>

class QVBoxLayout;
class QHBoxLayout;

namespace beback::ui {

class TextLabel;

// A page of its own before there is a room: a column of at most 640 in the middle of the window.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(QWidget *parent = nullptr);

    void setText(const QString &heading, const QString &sentence);
    QVBoxLayout *body() const { return m_body; }
    QHBoxLayout *buttons() const { return m_buttons; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_heading, *m_sentence;
    QVBoxLayout *m_body;
    QHBoxLayout *m_buttons;
};

} // namespace beback::ui
