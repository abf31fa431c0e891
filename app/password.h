#pragma once

#include "core/base/result.h"

#include <QString>

namespace beback::app {

// Sixteen letters and digits that are not read as one another, from the system's own source of secrets (some 79 bits).
QString madeUpPassword();

// The first line of a file; "-": of standard input. Errors: NotFound, Invalid (nothing in it).
Result<QString> passwordFrom(const QString &file);

} // namespace beback::app
