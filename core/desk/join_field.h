#pragma once

#include "core/base/error.h"

namespace beback {

// Which part of what somebody entered to join a shared database an error is about. Pure.
enum class JoinField { None, Server, Database, Login, Password, Certificate };
JoinField joinFieldOf(const Error &error);

} // namespace beback
