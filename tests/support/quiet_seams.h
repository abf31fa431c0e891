#pragma once

#include "ui/shell/seams.h"

#include <QMap>

namespace beback::test {

// A desktop that does nothing and remembers everything asked of it.
struct QuietChooser final : ui::FileChooser {
    void files(QWidget *, const QString &, const QString &, std::function<void(const QStringList &)> then) override
    {
        if (!nextFiles.isEmpty())
            then(nextFiles);
    }
    void folder(QWidget *, const QString &, std::function<void(const QString &)> then) override
    {
        if (!nextFolder.isEmpty())
            then(nextFolder);
    }
    QStringList nextFiles;
    QString nextFolder;
};

struct QuietOpener final : ui::Opener {
    bool open(const QUrl &url) override
    {
        opened << url;
        return works;
    }
    QList<QUrl> opened;
    bool works = true;
};

struct QuietPaper final : ui::Paper {
    void print(QWidget *, const ui::NoteCard &card) override { printed << card; }
    void copy(const QString &text, const QString &html) override
    {
        copied << text;
        copiedHtml << html;
    }
    QVector<ui::NoteCard> printed;
    QStringList copied, copiedHtml;
};

struct QuietMemory final : ui::Memory {
    QVariant value(const QString &key, const QVariant &fallback) const override { return kept.value(key, fallback); }
    void keep(const QString &key, const QVariant &value) override
    {
        if (value.isValid())
            kept.insert(key, value);
        else
            kept.remove(key);
    }
    QMap<QString, QVariant> kept;
};

struct QuietKeyring final : ui::Keyring {
    void keep(const QString &key, const QString &password, std::function<void(Answer)> then) override
    {
        if (usable)
            passwords.insert(key, password);
        then(usable ? Answer::Done : Answer::Unusable);
    }
    void read(const QString &key, std::function<void(Answer, const QString &)> then) override
    {
        if (!usable)
            return then(Answer::Unusable, {});
        const bool known = passwords.contains(key);
        then(known ? Answer::Done : Answer::Nothing, passwords.value(key));
    }
    void forget(const QString &key, std::function<void(Answer)> then) override
    {
        passwords.remove(key);
        then(usable ? Answer::Done : Answer::Unusable);
    }
    QMap<QString, QString> passwords;
    bool usable = true;
};

struct QuietSeams {
    std::shared_ptr<QuietChooser> chooser = std::make_shared<QuietChooser>();
    std::shared_ptr<QuietOpener> opener = std::make_shared<QuietOpener>();
    std::shared_ptr<QuietPaper> paper = std::make_shared<QuietPaper>();
    std::shared_ptr<QuietMemory> memory = std::make_shared<QuietMemory>();
    std::shared_ptr<QuietKeyring> keyring = std::make_shared<QuietKeyring>();
    ui::Seams seams() const { return {chooser, opener, paper, memory, keyring}; }
};

} // namespace beback::test
