#pragma once

#include "core/desk/words_on_shelf.h"
#include "ui/widgets/entry_list.h"

namespace beback::ui {

// A store's words of one kind: what they are for, how they stand beside the shipped ones, and how often they were sent.
class WordList : public EntryList
{
    Q_OBJECT
public:
    explicit WordList(QWidget *parent = nullptr);

    void read(const WordsOnShelf &shelf);
    // Those whose id or words hold every word of `search`. `current` is chosen; where it is not among them, none is.
    void show(WordKind kind, const QString &search, const QString &current);
    QString firstId() const { return m_first; } // empty: there are none

private:
    struct Line {
        WordKind kind;
        Entry entry;
        QString said; // what is searched
    };
    QVector<Line> m_lines;
    QString m_first;
};

} // namespace beback::ui
