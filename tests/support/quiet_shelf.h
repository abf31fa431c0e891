#pragma once

#include "core/desk/key_shelf.h"

#include <QHash>

namespace beback::test {

// A keyring that holds what it is given, until it is lost.
struct QuietShelf final : KeyShelf {
    Answer keep(const SealName &file, const SealKey &key) override
    {
        if (usable)
            keys.insert(file.text(), key.text());
        return usable ? Answer::Done : Answer::Unusable;
    }
    Found read(const SealName &file) override
    {
        if (!usable)
            return {};
        const auto key = SealKey::fromText(keys.value(file.text()));
        return {key ? Answer::Done : Answer::Nothing, key};
    }
    Answer forget(const SealName &file) override
    {
        if (!usable)
            return Answer::Unusable;
        return keys.remove(file.text()) > 0 ? Answer::Done : Answer::Nothing;
    }
    QHash<QString, QString> keys;
    bool usable = true;
};

} // namespace beback::test
