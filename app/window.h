#pragma once

#include "app/command.h"

namespace beback::app {

class Terminal;

// Opens the window and stays until it is closed: the one place where desk, clock, window and desktop are put together.
// Returns the program's exit status.
int openWindow(int &argc, char **argv, const Invocation &invocation, Terminal &terminal);

} // namespace beback::app
