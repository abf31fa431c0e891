#include "core/words/word_book.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace beback {

namespace {

Error wrong(int line, const QString &what)
{
    return {Code::Invalid, QCoreApplication::translate("beback", "Line %1: %2").arg(line).arg(what), {}};
}

// One entry while it is read.
struct Entry {
    QString key;
    Medium medium = Medium::Text;
    int line = 0;
    WordTemplate words;
};

Result<Entry> headOf(const QString &line, int number)
{
    const QStringList parts = line.mid(2).simplified().split(QLatin1Char(' '));
    const auto medium = parts.size() == 2 ? mediumFromText(parts.last()) : std::nullopt;
    if (!medium)
        return wrong(number, QCoreApplication::translate("beback", "an entry begins with \"== key medium\"."));
    return Entry{parts.first(), *medium, number, {}};
}

} // namespace

Result<void> WordBook::read(const QString &text)
{
    std::optional<Entry> entry;
    const auto keep = [this, &entry]() -> Result<void> {
        if (!entry)
            return {};
        WordTemplate words = entry->words;
        words.body = words.body.trimmed();
        if (words.body.isEmpty())
            return wrong(entry->line, QCoreApplication::translate("beback", "this entry has no words."));
        if ((entry->medium == Medium::Email) == words.subject.isEmpty() && !entry->key.startsWith(QLatin1Char('_')))
            return wrong(entry->line, QCoreApplication::translate("beback", "an e-mail needs a subject, and nothing else has one."));
        if (find(entry->key, entry->medium))
            return wrong(entry->line, QCoreApplication::translate("beback", "these words are there already."));
        m_entries[entry->key].insert(int(entry->medium), words);
        return {};
    };
    int number = 0;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        ++number;
        if (line.startsWith(QLatin1Char('#')))
            continue;
        if (line.startsWith(QLatin1String("=="))) {
            BEBACK_CHECK(keep());
            BEBACK_TRY(head, headOf(line, number));
            entry = head;
        } else if (!entry) {
            if (!line.trimmed().isEmpty())
                return wrong(number, QCoreApplication::translate("beback", "words come after a line \"== key medium\"."));
        } else if (const QLatin1String subject("Subject: "); line.startsWith(subject) && entry->words.body.isEmpty()) {
            entry->words.subject = line.mid(subject.size()).trimmed();
        } else {
            entry->words.body += line + QLatin1Char('\n');
        }
    }
    return keep();
}

const WordTemplate *WordBook::find(const QString &key, Medium medium) const
{
    const auto media = m_entries.constFind(key);
    if (media == m_entries.constEnd())
        return nullptr;
    const auto words = media->constFind(int(medium));
    return words == media->constEnd() ? nullptr : &*words;
}

QStringList WordBook::keys() const
{
    QStringList keys = m_entries.keys();
    keys.sort();
    return keys;
}

const WordBook &WordBook::shipped()
{
    static const WordBook book = [] {
        WordBook words;
        const QDir folder(QStringLiteral(":/beback/words"));
        for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            const bool open = file.open(QIODevice::ReadOnly);
            const auto read = words.read(open ? QString::fromUtf8(file.readAll()) : QString());
            if (!open || !read)
                qFatal("Beback was built with broken words: %s: %s", qPrintable(name),
                       read ? "cannot be opened" : qPrintable(read.error().message));
        }
        return words;
    }();
    return book;
}

} // namespace beback
