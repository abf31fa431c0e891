#pragma once

#include "core/desk/key_shelf.h"

#include <QDir>
#include <QSaveFile>

namespace beback::test {

// A keyring that outlives the process, as a person's does: a folder with a file for each key.
class FileShelf final : public KeyShelf
{
public:
    explicit FileShelf(const QString &folder) : m_folder(folder) { m_folder.mkpath(QStringLiteral(".")); }

    Answer keep(const SealName &file, const SealKey &key) override
    {
        QSaveFile kept(m_folder.filePath(file.text()));
        const bool done = kept.open(QIODevice::WriteOnly) && kept.write(key.text().toLatin1()) > 0 && kept.commit();
        return done ? Answer::Done : Answer::Unusable;
    }
    Found read(const SealName &file) override
    {
        QFile kept(m_folder.filePath(file.text()));
        if (!kept.open(QIODevice::ReadOnly))
            return {Answer::Nothing, std::nullopt};
        const auto key = SealKey::fromText(QString::fromLatin1(kept.readAll()));
        return {key ? Answer::Done : Answer::Unusable, key};
    }
    Answer forget(const SealName &file) override { return m_folder.remove(file.text()) ? Answer::Done : Answer::Nothing; }

private:
    QDir m_folder;
};

} // namespace beback::test
