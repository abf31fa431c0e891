// A store's own words: what it says besides the shipped ones.
#include "core/desk/workplace.h"

#include "core/words/word_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

} // namespace

const WordEntry *WordsOnShelf::find(WordKind kind, const QString &id) const
{
    const auto found = std::find_if(entries.cbegin(), entries.cend(), [&](const WordEntry &entry) { return entry.kind == kind && entry.id == id; });
    return found == entries.cend() ? nullptr : &*found;
}

WordingUse WordsOnShelf::use(const QString &id) const
{
    WordingUse all;
    for (auto it = uses.cbegin(); it != uses.cend(); ++it) {
        if (wordingId(it.key()) != id)
            continue;
        all.sent += it->sent;
        all.answered += it->answered;
    }
    return all;
}

Result<bool> Workplace::freshWords()
{
    BEBACK_TRY(count, countWordChanges(*m_db, m_station.rooftop));
    if (count == m_wordRows)
        return false;
    BEBACK_TRY(changes, readWordChanges(*m_db, m_station.rooftop));
    m_wordRows = count;
    m_wordChanges = std::move(changes);
    m_words = WordShelf::with(m_wordChanges);
    return true;
}

std::optional<WordTemplate> Workplace::wording(const QString &reference) const
{
    return wordingOf(m_wordChanges, *m_words, reference);
}

Result<WordsOnShelf> Workplace::wordsOnShelf(Connection *counts)
{
    BEBACK_CHECK(freshWords());
    WordsOnShelf shelf;
    shelf.entries = wordEntries(m_wordChanges);
    shelf.zone = m_rooftop.zone;
    shelf.today = day();
    BEBACK_TRY(uses, wordingUses(counts ? *counts : *m_db, m_station.rooftop, m_clock.now() - UsesCounted));
    shelf.uses = uses;
    BEBACK_TRY(offers, solutionUses(counts ? *counts : *m_db, m_station.rooftop, m_clock.now() - UsesCounted));
    shelf.offers = offers;
    BEBACK_TRY(people, users(true));
    for (const Agent &agent : people)
        shelf.names.insert(agent.login, agent.name);
    return shelf;
}

Result<WordChange> Workplace::changeFor(const WordWish &wish, const QString &login)
{
    BEBACK_CHECK(mustBeManager(login, tr("Only a manager changes the words everybody uses. Ask one of yours to.")));
    BEBACK_CHECK(freshWords());
    BEBACK_CHECK(checkWish(m_wordChanges, wish));
    WordChange change = changeOf(m_wordChanges, wish);
    change.by = login;
    change.at = m_clock.now();
    return change;
}

Result<void> Workplace::sayWords(const QVector<WordWish> &wishes, const QString &login)
{
    BEBACK_TRY(shared, setting(QStringLiteral("rooftop_id")));
    if (!shared.isEmpty())
        return Error{Code::Unavailable,
                     tr("All desks of a shared database use the same words, so they are changed there, and it does not answer. Try again "
                        "when it is back."), {}};
    auto said = m_db->inTransaction("words", [&]() -> Result<void> {
        for (const WordWish &wish : wishes) {
            BEBACK_TRY(change, changeFor(wish, login));
            BEBACK_CHECK(addWordChange(*m_db, m_station.rooftop, change));
        }
        return {};
    });
    m_wordRows = -1; // whatever was read meanwhile
    (void)freshWords(); // what was said is said, whether it can be read again at once or not
    return said;
}

Result<bool> Workplace::takeWords(const QVector<WordChange> &changes)
{
    BEBACK_CHECK(m_db->inTransaction("words", [&] { return keepWordChanges(*m_db, m_station.rooftop, changes); }, Connection::Commit::Fetchable));
    return freshWords();
}

Result<WordPreview> Workplace::previewWords(const WordTemplate &words, CustomerId customer, const QString &login)
{
    BEBACK_TRY(view, this->view(customer, {}, login));
    WordPreview preview;
    preview.name = view.customer.name.display();
    preview.facts = view.facts;
    preview.message = view.message;
    preview.message.language = words.language;
    preview.message.languageKnown = true;
    if (!words.body.trimmed().isEmpty())
        preview.words = prepareWords(m_words->messages, words, view.facts);
    preview.message.mustAsk = preview.words.mustAsk;
    return preview;
}

} // namespace beback
