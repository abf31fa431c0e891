#pragma once

#include <QByteArray>
#include <QString>

namespace beback {

// What an input is, by its first bytes rather than by its name (names lie): "adf", "csv", "eml"; "binary" for what is no
// text; empty when it is none of them. Pure.
QString formatOf(const QByteArray &start, const QString &name);

} // namespace beback
