#pragma once

#include "core/desk/desk_types.h"

#include <QFrame>

class QVBoxLayout;

namespace beback::ui {

class ChipLabel;
class ElidedLabel;
class GlyphLabel;
class KeyButton;
class TextLabel;

// One number or address: what it is, whether it may be used, and the buttons to use it.
class PointRow : public QFrame
{
    Q_OBJECT
public:
    explicit PointRow(QWidget *parent = nullptr);

    struct Offer {
        std::optional<Medium> primary; // the touch the step asks for, at this point
        bool note = false;             // the handwritten note is offered here
        bool first = false;            // of its type: its buttons carry the keys
        QString callKey, textKey, emailKey, noteKey;
    };
    void show(const PointView &view, const Offer &offer);
    void setReadOnly(bool readOnly);
    void setOnCall(const QString &elapsed); // empty: not on a call
    const PointView &view() const { return m_view; }
    KeyButton *button(Medium medium) const;

Q_SIGNALS:
    void callAsked();
    void writeAsked(beback::Medium medium);
    void menuAsked(const QPoint &at); // edit, remove, ask not to contact

protected:
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void fit();
    void setUp(KeyButton *button, const Permission &permission, bool shown, const QString &key);

    PointView m_view;
    bool m_readOnly = false, m_primary = false;
    GlyphLabel *m_glyph;
    ElidedLabel *m_value;
    TextLabel *m_label;
    ChipLabel *m_callChip, *m_textChip, *m_block, *m_note;
    KeyButton *m_call, *m_text, *m_email, *m_letter, *m_more;
};

// All contact points of a lead.
class PointRows : public QWidget
{
    Q_OBJECT
public:
    explicit PointRows(QWidget *parent = nullptr);

    struct Keys {
        QString call, text, email, note;
    };
    void setKeys(const Keys &keys);
    void show(const LeadView &view);
    void setReadOnly(bool readOnly);
    void setQuiet(bool quiet); // no primary button: the next thing to do is elsewhere
    void setOnCall(const QString &pointKey, const QString &elapsed); // empty key: nobody is called
    // The button the step's touch begins with; null: none.
    KeyButton *primaryButton() const;
    // The row a touch would use: the offered one, else the first that may be used.
    const PointView *pointFor(Medium medium) const;

Q_SIGNALS:
    void callAsked(const beback::PointView &point);
    void writeAsked(beback::Medium medium, const beback::PointView &point);
    void editAsked(const beback::PointView &point);
    void removeAsked(const beback::PointView &point);
    void refuseAsked(const beback::PointView &point);
    void addAsked();

private:
    void openMenu(PointRow *row, const QPoint &at);
    void arrange();

    Keys m_keys;
    LeadView m_view;
    bool m_readOnly = false, m_quiet = false;
    QVBoxLayout *m_column;
    int m_noteRow = 0;
    QVector<PointRow *> m_rows;
    QWidget *m_none;
};

} // namespace beback::ui
