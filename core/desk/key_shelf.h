#pragma once

#include "core/store/seal.h"

#include <memory>

namespace beback {

// Where a person's computer keeps the keys of their desks' own files. Asked by whoever opens such a file, in that thread, which waits: it may
// take long, when somebody has to unlock the keyring first. Never the GUI's thread. Any other, several at once.
class KeyShelf
{
public:
    enum class Answer { Done, Nothing /* is kept under this name */, Unusable };
    struct Found {
        Answer answer = Answer::Unusable;
        std::optional<SealKey> key; // with Done alone
    };

    virtual ~KeyShelf() = default;
    virtual Answer keep(const SealName &file, const SealKey &key) = 0;
    virtual Found read(const SealName &file) = 0;
    virtual Answer forget(const SealName &file) = 0;

    // A process works for one user, who has one keyring: said once, before the first desk is opened (null: there is none, and own files stay as
    // they are). Whoever says nothing, as most tests, has none.
    static void use(std::shared_ptr<KeyShelf> shelf);
    static std::shared_ptr<KeyShelf> inUse();
};

} // namespace beback
