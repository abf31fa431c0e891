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
    void showRefusal(const QString &sentence); // of the last try

Q_SIGNALS:
    void retryAsked(beback::QuarantineId id, const QString &content);
    void discardAsked(beback::QuarantineId id, const QString &source);

private:
    void showEntry(int row);

    QVector<QuarantineEntry> m_entries;
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
