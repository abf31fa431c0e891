#pragma once

#include "ui/style/paint.h"

#include <QListWidget>

namespace beback::ui {

// A column of things a room is about, one of them chosen: a title, what stands at its right, and a line below it.
class EntryList : public QListWidget
{
    Q_OBJECT
public:
    struct Entry {
        QString id, title;
        QString beside;             // muted, right of the title
        QVector<paint::Chip> marks; // the same, instead
        QVector<paint::Chip> chips; // below, before `below`
        QString below;              // muted
        QString tip;
    };

    EntryList(const char *objectName, const QString &name, QWidget *parent = nullptr);

    // Keeps how far it is scrolled. `current`: the id chosen afterwards; unknown: the first. Says nothing through chosen().
    void setEntries(const QVector<Entry> &entries, const QString &current);
    void setTitle(const QString &id, const QString &title);
    QString currentId() const; // empty: none
    void choose(const QString &id);

Q_SIGNALS:
    void chosen(const QString &id);

private:
    int rowOf(const QString &id) const;

    bool m_filling = false;
};

} // namespace beback::ui
