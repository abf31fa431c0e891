#include "core/words/word_book.h"

#include "core/words/language.h"
#include "core/words/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace beback {

namespace {

constexpr int MostWordings = 99;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Error wrong(int line, const QString &what)
{
    return {Code::Invalid, tr("Line %1: %2").arg(line).arg(what), {}};
}

Error invalid(const char *sentence)
{
    return {Code::Invalid, tr(sentence), {}};
}

bool isPart(const QString &key)
{
    return key.startsWith(QLatin1Char('_'));
}

Result<WordTemplate> headOf(const QString &line, int number, const QString &language)
{
    const QStringList parts = line.mid(2).simplified().split(QLatin1Char(' '));
    const auto medium = parts.size() == 2 || parts.size() == 3 ? mediumFromText(parts.at(1)) : std::nullopt;
    const int which = parts.size() == 3 ? parts.at(2).toInt() : 1;
    if (!medium || which < 1 || which > MostWordings)
        return wrong(number, tr("an entry begins with \"== key medium\", or \"== key medium 2\" for another wording."));
    WordTemplate words;
    words.key = parts.first();
    words.medium = *medium;
    words.language = language;
    words.number = which;
    return words;
}

} // namespace

QString WordTemplate::id() const
{
    return QStringLiteral("%1/%2/%3/%4").arg(key, toText(medium), language).arg(number);
}

QString WordTemplate::reference() const
{
    return version > 0 ? QStringLiteral("%1@%2").arg(id()).arg(version) : id();
}

QString wordingId(const QString &reference)
{
    return reference.left(reference.indexOf(QLatin1Char('@')));
}

std::optional<WordTemplate> WordTemplate::fromId(const QString &id)
{
    const QStringList parts = wordingId(id).split(QLatin1Char('/'));
    const auto medium = parts.size() == 4 ? mediumFromText(parts.at(1)) : std::nullopt;
    const int number = parts.size() == 4 ? parts.at(3).toInt() : 0;
    if (!medium || parts.first().isEmpty() || parts.at(2).isEmpty() || number < 1 || number > MostWordings)
        return std::nullopt;
    WordTemplate words;
    words.key = parts.first();
    words.medium = *medium;
    words.language = parts.at(2);
    words.number = number;
    words.version = id.section(QLatin1Char('@'), 1).toInt();
    return words;
}

QStringList knownPlaceholders()
{
    return {QStringLiteral("agent"),   QStringLiteral("answer"),  QStringLiteral("appointment"),     QStringLiteral("city"),
            QStringLiteral("figures"), QStringLiteral("first_name"), QStringLiteral("news"),         QStringLiteral("rooftop"),
            QStringLiteral("rooftop_address"), QStringLiteral("rooftop_phone"), QStringLiteral("trade"), QStringLiteral("vehicle")};
}

Result<void> checkWording(const WordTemplate &words)
{
    if (words.body.trimmed().isEmpty())
        return invalid("There are no words in it.");
    if (!isPart(words.key) && (words.medium == Medium::Email) == words.subject.trimmed().isEmpty())
        return invalid("An e-mail needs a subject, and nothing else has one.");
    for (const QString &name : placeholdersOf(words.subject + words.body))
        if (!knownPlaceholders().contains(name))
            return Error{Code::Invalid, tr("Nobody fills in {{%1}}. There are: %2.").arg(name, knownPlaceholders().join(QStringLiteral(", "))), {}};
    for (const QString &line : words.body.split(QLatin1Char('\n')))
        if (line.startsWith(QLatin1Char('#')) || line.startsWith(QLatin1String("==")))
            return invalid("A line of them cannot begin with # or ==: in a file of words that means something else.");
    const auto asked = mustAskOf(words.body);
    if (!asked)
        return invalid("A question that has to be asked stands between [[ and ]], in one line; one of them is not closed.");
    if (isPart(words.key))
        return {};
    if (asked->isEmpty())
        return invalid("Nothing in it has to be asked. Put the question that must survive editing between [[ and ]].");
    for (const QString &question : *asked)
        if (!question.trimmed().endsWith(QLatin1Char('?')))
            return Error{Code::Invalid, tr("“%1” has to be asked and does not end with a question mark.").arg(question.trimmed()), {}};
    return {};
}

Result<void> WordBook::put(const WordTemplate &words)
{
    BEBACK_CHECK(checkWording(words));
    QVector<WordTemplate> &wordings = m_entries[words.key][int(words.medium)][words.language];
    const auto at = std::lower_bound(wordings.begin(), wordings.end(), words.number, [](const WordTemplate &one, int number) { return one.number < number; });
    if (at != wordings.end() && at->number == words.number)
        *at = words;
    else
        wordings.insert(at, words);
    return {};
}

void WordBook::remove(const QString &id)
{
    if (const auto place = WordTemplate::fromId(id); place && byId(id))
        m_entries[place->key][int(place->medium)][place->language].removeIf([&](const WordTemplate &one) { return one.number == place->number; });
}

void WordBook::setVersion(const QString &id, int version)
{
    const auto place = WordTemplate::fromId(id);
    if (!place || !byId(id))
        return;
    for (WordTemplate &one : m_entries[place->key][int(place->medium)][place->language])
        if (one.number == place->number)
            one.version = version;
}

Result<void> WordBook::read(const QString &text, const QString &language)
{
    std::optional<WordTemplate> entry;
    int begun = 0;
    const auto keep = [&]() -> Result<void> {
        if (!entry)
            return {};
        entry->body = entry->body.trimmed();
        if (byId(entry->id()))
            return wrong(begun, tr("these words are there already."));
        if (const auto kept = put(*entry); !kept)
            return wrong(begun, kept.error().message);
        return {};
    };
    int number = 0;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        ++number;
        if (line.startsWith(QLatin1Char('#')))
            continue;
        if (line.startsWith(QLatin1String("=="))) {
            BEBACK_CHECK(keep());
            BEBACK_TRY(head, headOf(line, number, language));
            entry = head;
            begun = number;
        } else if (!entry) {
            if (!line.trimmed().isEmpty())
                return wrong(number, tr("words come after a line \"== key medium\"."));
        } else if (const QLatin1String subject("Subject: "); line.startsWith(subject) && entry->body.isEmpty()) {
            entry->subject = line.mid(subject.size()).trimmed();
        } else {
            entry->body += line + QLatin1Char('\n');
        }
    }
    return keep();
}

QVector<WordTemplate> WordBook::find(const QString &key, Medium medium, const QString &language) const
{
    const auto languages = m_entries.value(key).value(int(medium));
    const QVector<WordTemplate> own = languages.value(language);
    return own.isEmpty() ? languages.value(WordLanguages[0]) : own;
}

const WordTemplate *WordBook::byId(const QString &id) const
{
    const auto place = WordTemplate::fromId(id);
    const auto media = place ? m_entries.constFind(place->key) : m_entries.constEnd();
    if (media == m_entries.constEnd())
        return nullptr;
    const auto languages = media->constFind(int(place->medium));
    if (languages == media->constEnd())
        return nullptr;
    const auto wordings = languages->constFind(place->language);
    if (wordings == languages->constEnd())
        return nullptr;
    for (const WordTemplate &words : *wordings)
        if (words.number == place->number)
            return &words;
    return nullptr;
}

QStringList WordBook::keys() const
{
    QStringList keys = m_entries.keys();
    keys.sort();
    return keys;
}

QVector<WordTemplate> WordBook::all() const
{
    QVector<WordTemplate> all;
    for (const QString &key : keys())
        for (const Medium medium : AllMedia)
            for (const QLatin1String language : WordLanguages)
                all += m_entries.value(key).value(int(medium)).value(language);
    return all;
}

QString WordBook::toText(const QString &language) const
{
    QString text;
    for (const WordTemplate &words : all()) {
        if (words.language != language)
            continue;
        text += QStringLiteral("== ") + words.key + QLatin1Char(' ') + beback::toText(words.medium);
        if (words.number > 1)
            text += QLatin1Char(' ') + QString::number(words.number);
        text += QLatin1Char('\n');
        if (!words.subject.isEmpty())
            text += QStringLiteral("Subject: ") + words.subject + QLatin1Char('\n');
        text += words.body + QStringLiteral("\n\n");
    }
    return text;
}

const WordBook &WordBook::shipped()
{
    static const WordBook book = [] {
        WordBook words;
        for (const QLatin1String language : WordLanguages) {
            const QDir folder(QStringLiteral(":/beback/words/") + language);
            for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
                QFile file(folder.filePath(name));
                const bool open = file.open(QIODevice::ReadOnly);
                const auto read = words.read(open ? QString::fromUtf8(file.readAll()) : QString(), language);
                if (!open || !read)
                    qFatal("Beback was built with broken words: %s/%s: %s", qPrintable(QString(language)), qPrintable(name),
                           read ? "cannot be opened" : qPrintable(read.error().message));
            }
        }
        return words;
    }();
    return book;
}

} // namespace beback
