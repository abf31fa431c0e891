#pragma once

#include "ui/style/beback_style.h"

#include <QPushButton>

namespace beback::ui {

// A button that shows its icon, its words and the key that does the same. Blocked it stays in sight and in the tab
// order, carries a lock, and says why in its tool tip; it then answers with refused() and never with clicked().
class KeyButton : public QPushButton
{
    Q_OBJECT
public:
    explicit KeyButton(QWidget *parent = nullptr);
    explicit KeyButton(const QString &text, QWidget *parent = nullptr);
    // `icon`: a freedesktop name, may be empty. `key`: as printed on the cap ("T", "Ctrl+Enter"), may be empty; it is
    // shown only, binding it is the caller's part.
    KeyButton(const QString &icon, const QString &text, const QString &key, QWidget *parent = nullptr);

    void setGlyph(const QString &icon);
    QString glyph() const { return m_glyph; }
    void setKey(const QString &key);
    QString key() const { return m_key; }
    enum class KeySide { Left, Right }; // Left: the digits of the outcome bar
    void setKeySide(KeySide side);
    void setLook(ButtonLook look);
    void setTall(bool tall);
    // An arrow at the right: opens a menu or a list.
    void setOpensMenu(bool opens);

    void setBlocked(const QString &reason); // empty: free again
    bool isBlocked() const { return !m_blocked.isEmpty(); }
    QString blockedReason() const { return m_blocked; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void refused(const QString &reason);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool swallow(QEvent *event);
    QString shownGlyph() const;
    QFont face() const;

    QString m_glyph, m_key, m_blocked, m_freeTip;
    KeySide m_side = KeySide::Right;
    bool m_opensMenu = false;
};

} // namespace beback::ui
