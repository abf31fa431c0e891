#pragma once

#include <QString>
#include <QStringList>

namespace beback {

// Knows how words are written. The message check asks one; `Dictionary` is the real one.
class Speller
{
public:
    virtual ~Speller() = default;
    virtual bool knows(const QString &word, const QString &language) const = 0; // a language without words: everything
    virtual QStringList suggestions(const QString &word, const QString &language) const = 0; // best first, up to five
};

// Hunspell's dictionaries of this machine. Reading them takes about a tenth of a second each: open() belongs in a thread of its
// own; afterwards asking is safe from any one thread at a time.
class Dictionary : public Speller
{
public:
    Dictionary();
    ~Dictionary() override;
    // Looks for en_US and es_US (else es_MX, es_ES) where the system keeps them. Those that are not there are left out.
    void open(const QStringList &folders = defaultFolders());
    QStringList languages() const; // that were found
    bool knows(const QString &word, const QString &language) const override;
    QStringList suggestions(const QString &word, const QString &language) const override;
    static QStringList defaultFolders();

private:
    struct Body;
    std::unique_ptr<Body> m_body;
};

} // namespace beback
