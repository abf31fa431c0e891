#pragma once

#include <QtGlobal>

namespace beback::test {

// A number that whoever runs a test may set: how much it does, or which chance it begins with.
inline int fromEnvironment(const char *name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : otherwise;
}

} // namespace beback::test
