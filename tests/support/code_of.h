#pragma once

#include "core/base/result.h"

namespace beback::test {

// What was refused. Done is never what a refusal is compared with.
template <class T> Code codeOf(const Result<T> &result)
{
    return result ? Code::Internal : result.error().code;
}

} // namespace beback::test
