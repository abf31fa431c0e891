#include "ui/widgets/banner.h"

#include "ui/style/paint.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

constexpr int Pad = 12, GlyphColumn = 24;

QString glyphOf(Tone tone)
{
    if (tone == Tone::Danger || tone == Tone::Warning)
        return QStringLiteral("dialog-warning");
    return tone == Tone::Good ? QStringLiteral("dialog-ok-apply") : QStringLiteral("dialog-information");
}

} // namespace

Banner::Banner(Tone tone, QWidget *parent)
    : QFrame(parent), m_tone(tone), m_heading(new TextLabel(Type::Strong)), m_sentence(new TextLabel(Type::Label)),
      m_detail(new TextLabel(Type::Label, Ink::Muted)), m_button(new KeyButton), m_link(new LinkButton),
      m_actions(new QWidget)
{
    m_link->setType(Type::Body);
    m_heading->setWordWrap(true);
    m_sentence->setWordWrap(true);
    auto *actions = new QHBoxLayout(m_actions);
    actions->setContentsMargins(0, scaled(6), 0, 0);
    actions->setSpacing(scaled(12));
    actions->addWidget(m_button);
    actions->addWidget(m_link);
    actions->addStretch(1);
    actions->addWidget(m_detail);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(Pad + GlyphColumn + 8), scaled(Pad), scaled(Pad), scaled(Pad));
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addWidget(m_sentence);
    column->addWidget(m_actions);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_button, &KeyButton::clicked, this, &Banner::acted);
    connect(m_link, &LinkButton::clicked, this, &Banner::linkActivated);
    arrange();
}

void Banner::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Banner::setText(const QString &heading, const QString &sentence)
{
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    setAccessibleName(heading.isEmpty() ? sentence : heading);
    setAccessibleDescription(heading.isEmpty() ? QString() : sentence);
    arrange();
}

void Banner::setButton(const QString &text)
{
    m_button->setText(text);
    arrange();
}

void Banner::setLink(const QString &text)
{
    m_link->setText(text);
    arrange();
}

void Banner::setDetail(const QString &text)
{
    m_detail->setText(text);
    arrange();
}

void Banner::setSquare(bool square)
{
    m_square = square;
    update();
}

void Banner::arrange()
{
    m_heading->setVisible(!m_heading->text().isEmpty());
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_button->setVisible(!m_button->text().isEmpty());
    m_link->setVisible(!m_link->text().isEmpty());
    m_detail->setVisible(!m_detail->text().isEmpty());
    m_actions->setVisible(!m_button->isHidden() || !m_link->isHidden() || !m_detail->isHidden());
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const QColor ink = toneText(m_tone);
    if (m_square)
        p.fillRect(rect(), toneFill(m_tone));
    else
        paint::card(&p, rect(), toneFill(m_tone), ink);
    const int size = scaled(metrics::Icon), line = lineHeight(Type::Body);
    paint::glyph(&p, QRect(scaled(Pad), scaled(Pad) + (line - size) / 2, size, size), glyphOf(m_tone), ink);
}

} // namespace beback::ui
