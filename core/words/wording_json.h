#pragma once

#include "core/words/guide.h"

#include <QJsonObject>

namespace beback {

Wording wordingOf(const QJsonValue &value); // {"en": …, "es": …}
QJsonObject toJson(const Wording &wording);

} // namespace beback
