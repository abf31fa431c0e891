#include "child.h"

#include "bench.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace bench {

ChildRun runChild(const QString &program, const QStringList &arguments)
{
    std::vector<std::string> texts{program.toStdString()};
    for (const QString &argument : arguments)
        texts.push_back(argument.toStdString());
    std::vector<char *> argv;
    for (std::string &text : texts)
        argv.push_back(text.data());
    argv.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ChildRun run;
    int status = 0;
    rusage usage{};
    bool started = false;
    run.seconds = timeOf([&] {
        pid_t child = 0;
        started = posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ) == 0;
        if (started)
            wait4(child, &status, 0, &usage);
    });
    posix_spawn_file_actions_destroy(&actions);
    if (!started)
        throw std::runtime_error("The program " + texts.front() + " cannot be started. Build it, or name it with --beback.");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error("The program " + texts.front() + " did not do its work.");
    run.peakMiB = double(usage.ru_maxrss) / 1024.0;
    return run;
}

} // namespace bench
