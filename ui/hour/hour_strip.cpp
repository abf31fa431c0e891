#include "ui/hour/hour_strip.h"

#include "ui/hour/reply_chip.h"
#include "ui/style/theme.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace beback::ui {

HourStrip::HourStrip(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(scaled(metrics::TopStrip));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(new IconLabel(QStringLiteral("flash"), Ink::Warning));
    row->addWidget(new TextLabel(tr("Hour of Power"), Type::Title));
    m_sentence = new ElidedLabel(Type::Label, Ink::Muted);
    m_sentence->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addWidget(m_sentence, 20);
    row->addStretch(1);
    m_reply = new ReplyChip;
    m_reply->setObjectName(QStringLiteral("hour.reply"));
    row->addWidget(m_reply, 20);
    row->addStretch(1);
    m_break = new KeyButton(QStringLiteral("media-playback-pause"), {}, {});
    m_break->setObjectName(QStringLiteral("hour.break"));
    m_end = new KeyButton({}, tr("End the hour"), QStringLiteral("Esc"));
    m_end->setLook(ButtonLook::Flat);
    m_end->setObjectName(QStringLiteral("hour.end"));
    row->addWidget(m_break);
    row->addWidget(m_end);
    connect(m_reply, &QAbstractButton::clicked, this, &HourStrip::replyAsked);
    connect(m_break, &KeyButton::clicked, this, &HourStrip::breakAsked);
    connect(m_end, &KeyButton::clicked, this, &HourStrip::endAsked);
    setReply({});
    setReady(true);
    setLastLead(false);
}

void HourStrip::setReply(const QString &sentence)
{
    m_reply->say(sentence);
}

void HourStrip::setReady(bool ready)
{
    m_break->setText(ready ? tr("Break") : tr("Go on"));
    m_break->setGlyph(ready ? QStringLiteral("media-playback-pause") : QStringLiteral("media-playback-start"));
}

void HourStrip::setLastLead(bool last)
{
    m_sentence->setText(last ? tr("Time. Save this one, and the hour is over.")
                             : tr("Follow-up only. Notices wait, except customers’ replies."));
    m_sentence->setInk(last ? Ink::Warning : Ink::Muted);
}

void HourStrip::setKeys(const QString &reply, const QString &pause)
{
    m_reply->setKey(reply);
    m_break->setKey(pause);
}

void HourStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        setFixedHeight(scaled(metrics::TopStrip));
}

void HourStrip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().bg);
    p.fillRect(0, height() - 1, width(), 1, Theme::current().border);
}

} // namespace beback::ui
