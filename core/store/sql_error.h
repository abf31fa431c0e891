#pragma once

#include "core/store/engine.h"

class QSqlError;

namespace beback {

// The one place that reads QSqlError: by the engine's native code, never by type() or text, which differ between
// engines. `where` names the statement. The driver's own text is not kept: it may quote a customer's data.
Error errorFrom(Engine engine, const QSqlError &error, const QString &where);

// The same from a bare native code ("517", "40001"): what errorFrom() does after taking it out.
Error errorFromCode(Engine engine, const QString &nativeCode, const QString &where);

// What a sealed file says that does not open (sealed_vfs.h), whatever SQLite made of it.
Error notAsWritten(const QString &where);

} // namespace beback
