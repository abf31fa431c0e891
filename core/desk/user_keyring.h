#pragma once

#include "core/desk/key_shelf.h"

#include <QMutex>

#include <functional>

namespace beback {

// The desktop's own keyring (Secret Service, KWallet), which the person's login password protects. Nothing is ever written where it could be
// read without it. A keyring that does not answer within half a minute counts as none, and is not asked again by this process.
class UserKeyring final : public KeyShelf
{
public:
    Answer keep(const SealName &file, const SealKey &key) override;
    Found read(const SealName &file) override;
    Answer forget(const SealName &file) override;

    // Unless BEBACK_KEYRING says "none": for computers whose keyring asks whoever is not there.
    static std::shared_ptr<KeyShelf> ofThisUser();

private:
    // Begins a job of the library, and calls what it is given once that is answered.
    using Question = std::function<void(const std::function<void(Found)> &answered)>;
    Found ask(const Question &question);

    QMutex m_mutex;
    bool m_isSilent = false;
};

} // namespace beback
