#pragma once

#include "core/history/medium.h"

#include <QJsonObject>
#include <QString>
#include <QTime>

#include <optional>

namespace beback {

// What they asked of us once: "text me after six". Times are theirs; invalid: no bound.
struct Wish {
    QString text; // in their words; empty: none
    std::optional<Medium> medium;
    QTime after, before;
    bool isEmpty() const { return text.isEmpty() && !medium && !after.isValid() && !before.isValid(); }
    // The body of a WishSet event.
    QJsonObject toBody() const;
    static Wish fromBody(const QJsonObject &body);
    friend bool operator==(const Wish &, const Wish &) = default;
};

} // namespace beback
