#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace beback {

// A table among the resources: lines "key<TAB>word word", "#" begins a comment line. The program ends where it was built
// without it. Thread: any.
QHash<QString, QStringList> readWordTable(const QString &path);

} // namespace beback
