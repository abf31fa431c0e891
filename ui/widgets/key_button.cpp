#include "ui/widgets/key_button.h"

#include "ui/style/button_face.h"
#include "ui/style/paint.h"
#include "ui/style/style_parts.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QStyleOption>
#include <QToolTip>

namespace beback::ui {

namespace {

constexpr int IconGap = 6;

// Tells a screen reader what the lock tells the eye: here, but not now, and why.
class KeyButtonVoice final : public QAccessibleWidget
{
public:
    explicit KeyButtonVoice(KeyButton *button) : QAccessibleWidget(button, QAccessible::Button, button->text()) {}

    QAccessible::State state() const override
    {
        QAccessible::State s = QAccessibleWidget::state();
        s.disabled = !button()->isEnabled() || button()->isBlocked();
        s.checkable = button()->isCheckable();
        s.checked = button()->isChecked();
        return s;
    }
    QString text(QAccessible::Text what) const override
    {
        if (what == QAccessible::Description && button()->isBlocked())
            return button()->blockedReason();
        if (what == QAccessible::Name && button()->accessibleName().isEmpty())
            return button()->text().isEmpty() ? button()->toolTip() : button()->text();
        if (what == QAccessible::Accelerator && !button()->key().isEmpty())
            return button()->key();
        return QAccessibleWidget::text(what);
    }
    QStringList actionNames() const override
    {
        return button()->isBlocked() ? QStringList{setFocusAction()} : QStringList{pressAction(), setFocusAction()};
    }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && !button()->isBlocked())
            button()->click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    KeyButton *button() const { return static_cast<KeyButton *>(object()); }
};

QAccessibleInterface *makeVoice(const QString &, QObject *object)
{
    auto *button = qobject_cast<KeyButton *>(object);
    return button ? new KeyButtonVoice(button) : nullptr;
}

} // namespace

KeyButton::KeyButton(QWidget *parent) : KeyButton(QString(), QString(), QString(), parent) {}

KeyButton::KeyButton(const QString &text, QWidget *parent) : KeyButton(QString(), text, QString(), parent) {}

KeyButton::KeyButton(const QString &icon, const QString &text, const QString &key, QWidget *parent)
    : QPushButton(text, parent), m_glyph(icon), m_key(key)
{
    static const bool voiced = (QAccessible::installFactory(makeVoice), true);
    Q_UNUSED(voiced);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyButton::setGlyph(const QString &icon)
{
    m_glyph = icon;
    updateGeometry();
    update();
}

void KeyButton::setKey(const QString &key)
{
    m_key = key;
    updateGeometry();
    update();
}

void KeyButton::setKeySide(KeySide side)
{
    m_side = side;
    update();
}

void KeyButton::setLook(ButtonLook look)
{
    setButtonLook(this, look);
}

void KeyButton::setTall(bool tall)
{
    setButtonTall(this, tall);
}

void KeyButton::setOpensMenu(bool opens)
{
    m_opensMenu = opens;
    updateGeometry();
    update();
}

void KeyButton::setBlocked(const QString &reason)
{
    if (m_blocked == reason)
        return;
    if (m_blocked.isEmpty())
        m_freeTip = toolTip();
    m_blocked = reason;
    setToolTip(reason.isEmpty() ? m_freeTip : reason);
    QAccessible::State state;
    state.disabled = true;
    QAccessibleStateChangeEvent changed(this, state);
    QAccessible::updateAccessibility(&changed);
    updateGeometry();
    update();
}

QString KeyButton::shownGlyph() const
{
    return isBlocked() ? QStringLiteral("object-locked") : m_glyph;
}

QFont KeyButton::face() const
{
    const ButtonLook look = buttonLook(this);
    const bool solid = look == ButtonLook::Primary || look == ButtonLook::Danger;
    const bool strong = isEnabled() && !isBlocked() && (isChecked() || solid);
    return beback::ui::font(strong ? Type::Strong : Type::Body);
}

QSize KeyButton::sizeHint() const
{
    // As wide as it ever gets: being chosen or blocked must not push its neighbours.
    const int text = QFontMetrics(beback::ui::font(isCheckable() ? Type::Strong : Type::Body))
                         .size(Qt::TextShowMnemonic, this->text())
                         .width();
    const int strong = QFontMetrics(face()).size(Qt::TextShowMnemonic, this->text()).width();
    const int icon = shownGlyph().isEmpty() ? 0 : scaled(metrics::Icon), cap = paint::keyCapWidth(m_key);
    const bool flat = buttonLook(this) == ButtonLook::Flat;
    int width = 2 * scaled(flat ? 6 : 10) + std::max(text, strong) + icon + cap;
    const int pieces = int(icon > 0) + int(!this->text().isEmpty()) + int(cap > 0);
    width += std::max(0, pieces - 1) * scaled(IconGap) + (m_opensMenu ? scaled(16) : 0);
    return {std::max(width, buttonHeight(this)), buttonHeight(this)};
}

QSize KeyButton::minimumSizeHint() const
{
    return sizeHint();
}

bool KeyButton::event(QEvent *event)
{
    return isBlocked() && swallow(event) ? true : QPushButton::event(event);
}

// What would press the button. Focus, hover and tool tip go their way.
bool KeyButton::swallow(QEvent *event)
{
    bool asks = false;
    switch (event->type()) {
    case QEvent::MouseButtonPress: setFocus(Qt::MouseFocusReason); return true;
    case QEvent::MouseButtonDblClick: return true;
    case QEvent::MouseButtonRelease:
    case QEvent::Shortcut: asks = true; break;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool presses = key->key() == Qt::Key_Space || key->key() == Qt::Key_Select ||
                             key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (!presses || key->isAutoRepeat())
            return presses;
        asks = true;
        break;
    }
    case QEvent::KeyRelease: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        return key == Qt::Key_Space || key == Qt::Key_Select;
    }
    default: return false;
    }
    if (asks) {
        QToolTip::showText(mapToGlobal(QPoint(0, height())), m_blocked, this);
        Q_EMIT refused(m_blocked);
    }
    return true;
}

// Enter presses the button that has the focus; only where none has does it mean the page's own first deed.
void KeyButton::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = (event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) == Qt::NoModifier;
    if (enter && plain && !event->isAutoRepeat())
        click();
    else
        QPushButton::keyPressEvent(event);
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    ButtonFace look = ButtonFace::of(option, this);
    look.enabled = look.enabled && !isBlocked();
    QPainter p(this);
    paintButtonFace(&p, rect(), look);

    const QFont f = face();
    const int gap = scaled(IconGap), icon = shownGlyph().isEmpty() ? 0 : scaled(metrics::Icon),
              cap = paint::keyCapWidth(m_key);
    const int wanted = QFontMetrics(f).size(Qt::TextShowMnemonic, text()).width();
    const int others = icon + cap + (m_opensMenu ? scaled(16) : 0);
    const int pieces = int(icon > 0) + int(!text().isEmpty()) + int(cap > 0);
    const int fixed = others + std::max(0, pieces - 1) * gap;
    const int shown = std::min(wanted, width() - fixed - 2 * scaled(4));
    int x = (width() - fixed - shown) / 2;
    const int middle = height() / 2;
    const auto putCap = [&] {
        paint::keyCap(&p, x, middle, m_key, look.capInk());
        x += cap + gap;
    };
    if (cap > 0 && m_side == KeySide::Left)
        putCap();
    if (icon > 0) {
        paint::glyph(&p, QRect(x, middle - icon / 2, icon, icon), shownGlyph(), look.ink());
        x += icon + gap;
    }
    p.setFont(f);
    p.setPen(look.ink());
    const QString words = QFontMetrics(f).elidedText(text(), Qt::ElideRight, shown + 1);
    p.drawText(QRect(x, 0, shown + 1, height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic, words);
    x += text().isEmpty() ? 0 : shown + gap;
    if (cap > 0 && m_side == KeySide::Right)
        putCap();
    if (m_opensMenu)
        parts::chevron(&p, QRect(width() - scaled(20), 0, scaled(12), height()), parts::Point::Down, look.enabled);
}

} // namespace beback::ui
