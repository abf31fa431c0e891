#include "ui/words/word_list.h"

#include "ui/words/word_text.h"

#include <algorithm>

namespace beback::ui {

namespace {

// Without capitals and accents: nobody types those to find something.
QString folded(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    plain.removeIf([](QChar c) { return c.isMark(); });
    return plain;
}

QHash<QString, WordingUse> usesById(const WordsOnShelf &shelf)
{
    QHash<QString, WordingUse> uses;
    for (auto it = shelf.uses.cbegin(); it != shelf.uses.cend(); ++it) {
        WordingUse &all = uses[wordingId(it.key())];
        all.sent += it->sent;
        all.answered += it->answered;
    }
    return uses;
}

QString below(const WordEntry &entry, const WordingUse &use)
{
    switch (entry.kind) {
    case WordKind::Message:
        if (word_text::isPart(entry))
            return WordList::tr("Ends other messages");
        return use.sent == 0 ? WordList::tr("Not used in 90 days") : WordList::tr("Sent %1, %2 answered").arg(use.sent).arg(use.answered);
    case WordKind::Guide:
        if (const auto guide = Guide::fromJson(entry.body); guide)
            return guide->about;
        break;
    case WordKind::Solutions:
    case WordKind::Phrases: break;
    }
    return word_text::isChangedHere(entry) ? QString() : WordList::tr("As shipped");
}

} // namespace

WordList::WordList(QWidget *parent) : EntryList("words.list", tr("Words"), parent) {}

void WordList::read(const WordsOnShelf &shelf)
{
    const QHash<QString, WordingUse> uses = usesById(shelf);
    m_lines.clear();
    for (const WordEntry &one : shelf.entries) {
        Entry entry;
        entry.id = one.id;
        entry.title = word_text::title(one);
        entry.beside = word_text::beside(one);
        entry.below = below(one, uses.value(one.id));
        entry.tip = one.id;
        if (const paint::Chip chip = word_text::chip(one); !chip.text.isEmpty())
            entry.chips << chip;
        const QString words = word_text::readable(one.kind, word_text::lastBody(one));
        m_lines << Line{one.kind, entry, folded(QStringList{one.id, entry.title, entry.beside, words}.join(QLatin1Char('\n')))};
    }
}

void WordList::show(WordKind kind, const QString &search, const QString &current)
{
    const QStringList wanted = folded(search).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QVector<Entry> entries;
    for (const Line &line : std::as_const(m_lines)) {
        const auto says = [&](const QString &word) { return line.said.contains(word); };
        if (line.kind == kind && std::all_of(wanted.cbegin(), wanted.cend(), says))
            entries << line.entry;
    }
    setEntries(entries, current);
    m_first = entries.isEmpty() ? QString() : entries.first().id;
    if (currentId() != current)
        setCurrentRow(-1); // what is shown beside it is not among these
}

} // namespace beback::ui
