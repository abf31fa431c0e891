#pragma once

#include "core/desk/desk_types.h"

#include <QWidget>

class QListWidget;
class QPlainTextEdit;

namespace beback::ui {

class EmptyState;
class FieldError;
class KeyButton;
class TextLabel;

// What could not be taken: each with its reason, its whole content to be mended, tried again or discarded.
class QuarantinePanel : public QWidget
{
    Q_OBJECT
public:
    explicit QuarantinePanel(QWidget *parent = nullptr);
    void setZone(const QString &zone, const Clock *clock);
    void show(const QVector<QuarantineEntry> &entries);
    void showContent(QuarantineId id, const QuarantineContent &content); // the answer to contentAsked
    void showRefusal(const QString &sentence); // of the last try

Q_SIGNALS:
    void contentAsked(beback::QuarantineId id); // of the one shown, once it is looked at
    void retryAsked(beback::QuarantineId id, const QString &content);
    void discardAsked(beback::QuarantineId id, const QString &source);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectParts();
    void addRow(const QuarantineEntry &entry);
    void showEntry(int row);
    bool isMended() const;

    QVector<QuarantineEntry> m_entries;
    QuarantineId m_shown;                     // null: none
    std::optional<QuarantineContent> m_kept; // of the one shown; none: not read yet
    QString m_zone;
    const Clock *m_clock = nullptr;
    EmptyState *m_empty;
    QWidget *m_full;
    QListWidget *m_list;
    TextLabel *m_source, *m_reason;
    QPlainTextEdit *m_content;
    FieldError *m_refusal;
    KeyButton *m_retry, *m_discard, *m_restore;
};

} // namespace beback::ui
