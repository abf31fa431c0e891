#include "ui/shell/page.h"

#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace beback::ui {

Page::Page(QWidget *parent) : QWidget(parent)
{
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(24, 24, 24, 24);
    auto *middle = new QWidget;
    middle->setMaximumWidth(scaled(640));
    outer->addStretch(1);
    outer->addWidget(middle, 20);
    outer->addStretch(1);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_heading = new TextLabel(Type::Name);
    m_heading->setWordWrap(true);
    m_sentence = new TextLabel(Type::Body, Ink::Muted);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_body = new QVBoxLayout;
    m_body->setSpacing(6);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_heading);
    column->addWidget(m_sentence);
    column->addLayout(m_body);
    column->addSpacing(4);
    column->addLayout(m_buttons);
    column->addStretch(3);
}

void Page::setText(const QString &heading, const QString &sentence)
{
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    setAccessibleName(heading);
}

void Page::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().surface);
}

} // namespace beback::ui
