#pragma once

#include "core/desk/desk_types.h"
#include "ui/shell/pane.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;

namespace beback::ui {

class SegmentedControl;

// One field of text that must not be empty: a note, a reason, what they wrote.
class TextPane : public Pane
{
    Q_OBJECT
public:
    struct Wording {
        QString heading, sentence, caption, doing, missing; // missing: what is said when it is empty
    };
    TextPane(QWidget *host, const Wording &wording, bool oneLine);
    void setSuggestions(const QStringList &suggestions); // one click instead of typing
    QString text() const;

Q_SIGNALS:
    void done(const QString &text);

private:
    void take();
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_many = nullptr;
    FieldError *m_error;
    QString m_missing;
};

// What they wrote or said, and by which medium.
class ReplyPane : public Pane
{
    Q_OBJECT
public:
    ReplyPane(QWidget *host, const QString &name, Medium likely);

Q_SIGNALS:
    void done(beback::Medium medium, const QString &text, const beback::Wish &wish); // the wish: as their words say it; mostly empty

private:
    SegmentedControl *m_medium;
    QPlainTextEdit *m_text;
    QCheckBox *m_wish; // shown when their words ask for something
    FieldError *m_error;
};

// A day and a time at the store, and what for.
class AppointmentPane : public Pane
{
    Q_OBJECT
public:
    AppointmentPane(QWidget *host, const QString &name, const Clock &clock, const QString &storeZone, const QString &theirZone);

Q_SIGNALS:
    void done(beback::Instant at, const QString &what);

private:
    void showTheirs();
    void take();
    const Clock &m_clock;
    QString m_storeZone, m_theirZone;
    QDateTimeEdit *m_when;
    QLineEdit *m_what;
    FieldError *m_whenError, *m_whatError;
    TextLabel *m_theirs;
};

// A number or an address, new or changed.
class PointPane : public Pane
{
    Q_OBJECT
public:
    PointPane(QWidget *host, const QString &name, const std::optional<PointView> &change);
    void setRefused(const QString &sentence); // at the field

Q_SIGNALS:
    void done(beback::ContactPoint::Type type, const QString &raw, const QString &label);

private:
    void take();
    bool m_change;
    SegmentedControl *m_type;
    QLineEdit *m_value;
    QComboBox *m_label;
    FieldError *m_error;
};

// They asked not to be contacted: everywhere or at one point, by everything or one medium.
class RefusePane : public Pane
{
    Q_OBJECT
public:
    RefusePane(QWidget *host, const QString &name, const std::optional<PointView> &point);

Q_SIGNALS:
    void done(std::optional<beback::Medium> medium, const QString &reason);

private:
    QComboBox *m_what;
    QLineEdit *m_reason;
    FieldError *m_error;
};

} // namespace beback::ui
