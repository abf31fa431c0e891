#pragma once

#include "ui/shell/seams.h"

namespace beback::ui {

// The desktop's own keyring (Secret Service, KWallet); nothing is ever written where it could be read without it.
class DesktopKeyring final : public Keyring
{
public:
    void keep(const QString &key, const QString &password, std::function<void(Answer)> then) override;
    void read(const QString &key, std::function<void(Answer, const QString &password)> then) override;
    void forget(const QString &key, std::function<void(Answer)> then) override;
};

} // namespace beback::ui
