#pragma once

#include <QString>

namespace beback::exchange_sim {

// A desk's own file, past Beback: to change it as a program with a fault would have. A failed statement is fatal.
class OwnFile
{
public:
    static void run(const QString &path, const QString &statements);
};

} // namespace beback::exchange_sim
