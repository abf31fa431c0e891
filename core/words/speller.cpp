#include "core/words/speller.h"

#include <QDir>
#include <QHash>

#include <hunspell/hunspell.hxx>

namespace beback {

struct Dictionary::Body {
    QHash<QString, std::shared_ptr<Hunspell>> books;
};

Dictionary::Dictionary() : m_body(std::make_unique<Body>()) {}

Dictionary::~Dictionary() = default;

QStringList Dictionary::defaultFolders()
{
    return {QStringLiteral("/usr/share/hunspell"), QStringLiteral("/usr/share/myspell/dicts")};
}

void Dictionary::open(const QStringList &folders)
{
    const QHash<QString, QStringList> names = {{QStringLiteral("en"), {QStringLiteral("en_US")}},
                                               {QStringLiteral("es"), {QStringLiteral("es_US"), QStringLiteral("es_MX"), QStringLiteral("es_ES")}}};
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        for (const QString &name : it.value())
            for (const QString &folder : folders) {
                const QString affixes = QDir(folder).filePath(name + QStringLiteral(".aff")), words = QDir(folder).filePath(name + QStringLiteral(".dic"));
                if (!m_body->books.contains(it.key()) && QFile::exists(affixes) && QFile::exists(words))
                    m_body->books.insert(it.key(), std::make_shared<Hunspell>(QFile::encodeName(affixes).constData(), QFile::encodeName(words).constData()));
            }
}

QStringList Dictionary::languages() const
{
    return m_body->books.keys();
}

bool Dictionary::knows(const QString &word, const QString &language) const
{
    const auto book = m_body->books.constFind(language);
    return book == m_body->books.constEnd() || (*book)->spell(word.toStdString());
}

QStringList Dictionary::suggestions(const QString &word, const QString &language) const
{
    QStringList suggestions;
    const auto book = m_body->books.constFind(language);
    if (book != m_body->books.constEnd())
        for (const std::string &one : (*book)->suggest(word.toStdString()))
            if (suggestions.size() < 5)
                suggestions << QString::fromStdString(one);
    return suggestions;
}

} // namespace beback
