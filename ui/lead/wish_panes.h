#pragma once

#include "core/history/wish.h"
#include "ui/shell/pane.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QTimeEdit;

namespace beback::ui {

// By which medium and in which of their hours somebody wants to hear from us. What their words say is filled in as they are
// typed, until a field is set by hand.
class WishPane : public Pane
{
    Q_OBJECT
public:
    WishPane(QWidget *host, const QString &name, const Wish &now);

Q_SIGNALS:
    void done(const beback::Wish &wish); // empty: they wish nothing any more

private:
    struct Bound {
        QCheckBox *on;
        QTimeEdit *at;
    };
    Bound bound(const char *name, const QString &caption, QTime otherwise, QHBoxLayout *row);
    void fill(const Wish &wish);
    Wish wish() const;
    void take();

    QLineEdit *m_words;
    QComboBox *m_medium;
    Bound m_after{}, m_before{};
    FieldError *m_error, *m_hoursError = nullptr;
    bool m_byHand = false; // a field was set: words fill nothing in any more
};

// They agree to be called or texted, and how they said so.
class ConsentPane : public Pane
{
    Q_OBJECT
public:
    ConsentPane(QWidget *host, const QString &name, const QString &saidInLead);

Q_SIGNALS:
    void done(beback::Medium medium, const QString &how);

private:
    QComboBox *m_medium;
    QLineEdit *m_how;
    FieldError *m_error;
};

} // namespace beback::ui
