#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace beback {

// A report as a file: all of it or nothing; what was there before under that name is replaced. Errors: Unavailable, where it cannot be
// written. Waits for the disk as long as that takes. Any thread.
Result<void> writeReport(const QString &path, const QByteArray &content);

} // namespace beback
