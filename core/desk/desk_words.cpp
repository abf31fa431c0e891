// A store's own words, as a manager sees and changes them.
#include "core/desk/desk_ask.h"
#include "core/words/word_files.h"

namespace beback {

QFuture<Result<WordsOnShelf>> Desk::wordsOnShelf()
{
    return m_body->count([](Workplace &at, const QString &, Connection *from) { return at.wordsOnShelf(from); });
}

QFuture<Result<void>> Desk::sayWords(QVector<WordWish> wishes)
{
    return m_body->askShared(
        [wishes, body = m_body.get()](SharedPlace &at) -> Result<void> {
            const auto said = at.sayWords(wishes);
            body->announce({});
            return said;
        },
        [wishes, body = m_body.get()](Workplace &at) -> Result<void> {
            const auto said = at.sayWords(wishes, body->login);
            body->announce({});
            return said;
        });
}

QFuture<Result<int>> Desk::exportWords(QString folder)
{
    return m_body->intake.run([body = m_body.get(), folder]() -> Result<int> {
        BEBACK_TRY(at, body->intakePlace());
        BEBACK_TRY(fresh, at->freshWords());
        (void)fresh;
        return writeWordFiles(*at->words(), folder);
    });
}

QFuture<Result<QVector<WordWish>>> Desk::readWords(QStringList paths)
{
    return m_body->intake.run([body = m_body.get(), paths]() -> Result<QVector<WordWish>> {
        BEBACK_TRY(at, body->intakePlace());
        BEBACK_TRY(fresh, at->freshWords());
        (void)fresh;
        return readWordFiles(paths, *at->words());
    });
}

QFuture<Result<WordPreview>> Desk::previewWords(WordTemplate words, CustomerId customer)
{
    return m_body->ask([words, customer, body = m_body.get()](Workplace &at) { return at.previewWords(words, customer, body->login); });
}

} // namespace beback
