#pragma once

#include "app/command.h"

#include <optional>

namespace beback::app {

// What came of reading the command line: either something to run, or an answer to print and the way to end.
struct Reading {
    std::optional<Invocation> invocation;
    QString answer; // help or version, for stdout
    QString fault;  // wrong usage, one line for stderr
};

// `words` are the program's arguments without its own name. Options that every command has may stand before the command.
Reading readCommandLine(const QStringList &words, const QVector<Command> &commands);

QString overallHelp(const QVector<Command> &commands);
QString commandHelp(const Command &command);

} // namespace beback::app
