#include "ui/lead/glyph_label.h"
#include "ui/lead/point_rows.h"
#include "ui/style/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QResizeEvent>

namespace beback::ui {

namespace {

constexpr int ValueWidth = 196, NarrowBelow = 600;

paint::Chip mayChip(const QString &text, const Permission &permission)
{
    if (!permission.allowed())
        return {};
    const bool warned = permission.verdict == Permission::Verdict::Warned;
    return {warned ? Tone::Warning : Tone::Good, warned ? QStringLiteral("dialog-warning") : QStringLiteral("dialog-ok-apply"), text};
}

// Of two reasons the one that lasts: what a person has to change outweighs what ends by itself.
const Permission &strongest(const Permission &a, const Permission &b)
{
    if (a.allowed() || b.allowed())
        return a.allowed() ? b : a;
    return !b.until && a.until ? b : a;
}

} // namespace

PointRow::PointRow(QWidget *parent) : QFrame(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 3, 0, 3);
    line->setSpacing(8);
    column->addLayout(line);
    column->addWidget(new Rule);
    m_glyph = new GlyphLabel;
    m_value = new ElidedLabel(Type::Strong);
    m_label = new TextLabel(Type::Label, Ink::Muted);
    m_callChip = new ChipLabel;
    m_textChip = new ChipLabel;
    m_block = new ChipLabel;
    m_note = new ChipLabel;
    m_letter = new KeyButton(QStringLiteral("document-sign"), tr("Note"), {});
    m_text = new KeyButton(QStringLiteral("dialog-messages"), tr("Text"), {});
    m_email = new KeyButton(QStringLiteral("mail-message"), tr("E-mail"), {});
    m_call = new KeyButton(QStringLiteral("call-start"), tr("Call"), {});
    m_more = new KeyButton(QStringLiteral("overflow-menu"), QString(), QString());
    m_more->setLook(ButtonLook::Flat);
    m_more->setFocusPolicy(Qt::StrongFocus);
    line->addWidget(m_glyph);
    line->addWidget(m_value);
    // Whether they may be called or texted is never cut short; a reason or a remark may be, and says itself in a tip.
    m_callChip->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_textChip->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (QWidget *part : {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_callChip), static_cast<QWidget *>(m_textChip),
                          static_cast<QWidget *>(m_block), static_cast<QWidget *>(m_note)})
        line->addWidget(part);
    line->addStretch(1);
    for (KeyButton *button : {m_more, m_letter, m_text, m_email, m_call})
        line->addWidget(button);
    connect(m_call, &KeyButton::clicked, this, &PointRow::callAsked);
    connect(m_text, &KeyButton::clicked, this, [this] { Q_EMIT writeAsked(Medium::Text); });
    connect(m_email, &KeyButton::clicked, this, [this] { Q_EMIT writeAsked(Medium::Email); });
    connect(m_letter, &KeyButton::clicked, this, [this] { Q_EMIT writeAsked(Medium::Note); });
    connect(m_more, &KeyButton::clicked, this, [this] { Q_EMIT menuAsked(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void PointRow::show(const PointView &view, const Offer &offer)
{
    m_view = view;
    const bool phone = view.point.type == ContactPoint::Type::Phone;
    const bool unread = view.point.value.isEmpty();
    const Permission &main = phone ? strongest(view.call, view.text) : view.email;
    const bool usable = !unread && (phone ? view.call.allowed() || view.text.allowed() : view.email.allowed());
    const bool refused = !usable && !main.until;
    const QString shown = view.shown.isEmpty() ? view.point.raw : view.shown;

    if (usable || !refused)
        m_glyph->setGlyph(icons::nameOf(phone ? Medium::Call : Medium::Email), phone ? Medium::Call : Medium::Email);
    else
        m_glyph->setGlyph(QStringLiteral("im-ban-user"), std::nullopt);
    m_value->setText(view.point.extension.isEmpty() ? shown : tr("%1 ext. %2").arg(shown, view.point.extension));
    m_value->setType(usable ? Type::Strong : Type::Body);
    m_value->setInk(usable ? Ink::Text : Ink::Muted);
    m_label->setText(view.point.label);
    m_label->setVisible(!view.point.label.isEmpty());
    m_callChip->setChip(phone && !unread ? mayChip(tr("Call"), view.call) : paint::Chip{});
    m_textChip->setChip(phone && !unread ? mayChip(tr("Text"), view.text) : paint::Chip{});
    const QString reason = unread ? (phone ? tr("This number cannot be dialed as it is written") : tr("This address cannot be used as it is written"))
                                  : main.allowed() ? QString() : main.reason;
    m_block->setChip(reason.isEmpty() ? paint::Chip{}
                                      : paint::Chip{main.until ? Tone::Warning : Tone::Danger,
                                                    main.until ? QStringLiteral("clock") : QStringLiteral("im-ban-user"), reason});
    m_block->setToolTip(main.source.isEmpty() ? reason : tr("%1\nRule: %2").arg(reason, main.source));
    // Beside two chips and two buttons a remark has no room: then it is a tip of the number.
    const bool room = !phone || !(view.call.allowed() && view.text.allowed());
    m_note->setChip(usable && room && main.allowed() ? paint::Chip{Tone::Neutral, {}, view.note} : paint::Chip{});
    m_value->setToolTip(view.note);

    Permission unreadable{Permission::Verdict::Blocked, std::nullopt, reason, {}, QStringLiteral("no_point")};
    setUp(m_call, unread ? unreadable : view.call, phone, offer.first ? offer.callKey : QString());
    setUp(m_text, unread ? unreadable : view.text, phone && usable, offer.first ? offer.textKey : QString());
    setUp(m_email, unread ? unreadable : view.email, !phone, offer.first ? offer.emailKey : QString());
    setUp(m_letter, Permission(), offer.note, offer.noteKey);
    for (const Medium medium : {Medium::Call, Medium::Text, Medium::Email, Medium::Note})
        button(medium)->setLook(offer.primary == medium && !button(medium)->isBlocked() ? ButtonLook::Primary : ButtonLook::Normal);
    m_call->setAccessibleName(tr("Call %1").arg(shown));
    m_text->setAccessibleName(tr("Text %1").arg(shown));
    m_email->setAccessibleName(tr("E-mail %1").arg(shown));
    m_letter->setAccessibleName(tr("Write a note by hand"));
    m_more->setAccessibleName(tr("Change %1").arg(shown));
    m_more->setToolTip(m_more->accessibleName());
    fit();
    m_primary = offer.primary == Medium::Call && !m_call->isBlocked();
    setOnCall({});
}

// Where large text leaves little room, the buttons and what may be done stay; the rest is in the menu and the tips.
void PointRow::fit()
{
    const bool narrow = width() < scaled(NarrowBelow);
    m_more->setFixedWidth(scaled(24));
    m_value->setMinimumWidth(scaled(narrow ? 80 : ValueWidth));
    m_value->setMaximumWidth(scaled(ValueWidth));
    m_label->setVisible(!narrow && !m_label->text().isEmpty());
    m_note->setVisible(!narrow && !m_note->chip().text.isEmpty());
    m_more->setVisible(!narrow);
}

void PointRow::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if ((event->oldSize().width() < scaled(NarrowBelow)) != (event->size().width() < scaled(NarrowBelow)))
        fit();
}

void PointRow::setUp(KeyButton *button, const Permission &permission, bool shown, const QString &key)
{
    button->setVisible(shown);
    button->setBlocked(permission.allowed() ? QString() : permission.reason.isEmpty() ? tr("Not possible now") : permission.reason);
    button->setKey(permission.allowed() ? key : QString());
}

void PointRow::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (KeyButton *button : {m_call, m_text, m_email, m_letter})
        button->setEnabled(!readOnly);
}

void PointRow::setOnCall(const QString &elapsed)
{
    m_call->setCheckable(!elapsed.isEmpty());
    m_call->setChecked(!elapsed.isEmpty());
    m_call->setText(elapsed.isEmpty() ? tr("Call") : tr("On call %1").arg(elapsed));
    if (m_primary)
        m_call->setLook(elapsed.isEmpty() ? ButtonLook::Primary : ButtonLook::Normal);
}

KeyButton *PointRow::button(Medium medium) const
{
    switch (medium) {
    case Medium::Call: return m_call;
    case Medium::Text: return m_text;
    case Medium::Email: return m_email;
    default: return m_letter;
    }
}

void PointRow::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuAsked(event->globalPos());
}

} // namespace beback::ui
