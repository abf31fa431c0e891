#include "core/words/word_files.h"

#include "core/words/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace beback {

namespace {

const QLatin1String Words("words-"), Phrases("phrases-"), GuideFile("guide-"), SolutionsFile("solutions-"), Text(".txt"), Json(".json");

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// What stands between the beginning and the end of a file's name; empty: it has another name.
QString between(const QString &name, QLatin1String begin, QLatin1String end)
{
    return name.startsWith(begin) && name.endsWith(end) ? name.mid(begin.size(), name.size() - begin.size() - end.size()) : QString();
}

Result<QVector<WordWish>> messageWishes(const QByteArray &content, const QString &language, const WordShelf &shelf)
{
    WordBook book;
    BEBACK_CHECK(book.read(QString::fromUtf8(content), language));
    QVector<WordWish> wishes;
    for (const WordTemplate &words : book.all())
        if (const QByteArray body = bodyOf(words); body != shelf.body(WordKind::Message, words.id()))
            wishes << WordWish{WordKind::Message, words.id(), body, {}, -1};
    return wishes;
}

Result<QVector<WordWish>> wish(WordKind kind, const QString &id, const QByteArray &body, const WordShelf &shelf)
{
    BEBACK_CHECK(checkBody(kind, id, body));
    if (body == shelf.body(kind, id))
        return QVector<WordWish>();
    return QVector<WordWish>{{kind, id, body, {}, -1}};
}

Result<QVector<WordWish>> read(const QString &name, const QByteArray &content, const WordShelf &shelf)
{
    if (const QString language = between(name, Words, Text); !language.isEmpty())
        return messageWishes(content, language, shelf);
    if (const QString language = between(name, Phrases, Text); !language.isEmpty())
        return wish(WordKind::Phrases, language, content, shelf);
    if (!between(name, GuideFile, Json).isEmpty()) {
        BEBACK_TRY(guide, Guide::fromJson(content));
        return wish(WordKind::Guide, guide.id, guide.toJson(), shelf);
    }
    if (!between(name, SolutionsFile, Json).isEmpty()) {
        BEBACK_TRY(guide, ObjectionGuide::fromJson(content));
        return wish(WordKind::Solutions, toText(guide.objection), guide.toJson(), shelf);
    }
    return Error{Code::Invalid, tr("its name does not say what is in it. Files of words are called words-en.txt, phrases-en.txt, guide-….json or solutions-….json."), {}};
}

} // namespace

QMap<QString, QByteArray> wordFiles(const WordShelf &shelf)
{
    QMap<QString, QByteArray> files;
    for (const QLatin1String language : WordLanguages) {
        files.insert(Words + language + Text, shelf.messages.toText(language).toUtf8());
        files.insert(Phrases + language + Text, shelf.phrases.text(language).toUtf8());
    }
    for (const Guide &guide : shelf.guides.all())
        files.insert(GuideFile + guide.id + Json, guide.toJson());
    for (const ObjectionGuide &guide : shelf.solutions.all())
        files.insert(SolutionsFile + toText(guide.objection) + Json, guide.toJson());
    return files;
}

Result<QVector<WordWish>> wishesOfFile(const QString &name, const QByteArray &content, const WordShelf &shelf)
{
    const QString file = QFileInfo(name).fileName();
    auto wishes = read(file, content, shelf);
    if (!wishes)
        return Error{wishes.error().code, tr("%1: %2").arg(file, wishes.error().message), {}};
    return wishes;
}

Result<int> writeWordFiles(const WordShelf &shelf, const QString &path)
{
    const QDir folder(path);
    if (!QDir().mkpath(path))
        return Error{Code::Unavailable, tr("The folder %1 cannot be made.").arg(path), {}};
    const QMap<QString, QByteArray> files = wordFiles(shelf);
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        QSaveFile file(folder.filePath(it.key()));
        if (!file.open(QIODevice::WriteOnly) || file.write(*it) != it->size() || !file.commit())
            return Error{Code::Unavailable, tr("%1 cannot be written: %2").arg(file.fileName(), file.errorString()), {}};
    }
    return int(files.size());
}

Result<QVector<WordWish>> readWordFiles(const QStringList &paths, const WordShelf &shelf)
{
    QStringList names;
    for (const QString &path : paths) {
        const QDir folder(path);
        if (!QFileInfo(path).isDir())
            names << path;
        else
            for (const QString &name : folder.entryList({QStringLiteral("*.txt"), QStringLiteral("*.json")}, QDir::Files, QDir::Name))
                names << folder.filePath(name);
    }
    QVector<WordWish> wishes;
    for (const QString &name : std::as_const(names)) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return Error{Code::NotFound, tr("%1 cannot be read: %2").arg(name, file.errorString()), {}};
        BEBACK_TRY(said, wishesOfFile(name, file.readAll(), shelf));
        wishes += said;
    }
    return wishes;
}

} // namespace beback
