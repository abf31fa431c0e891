#include "app/present.h"
#include "app/session.h"

#include <QThread>

#include <csignal>

namespace beback::app {

namespace {

volatile std::sig_atomic_t asked = 0;

void leave(int)
{
    asked = 1;
}

constexpr int RoundMs = 2'000;
constexpr int StaleAtOnce = 500;
constexpr int FirstRetryMs = 1'000, LastRetryMs = 60'000;

struct Round {
    int refolded = 0, taken = 0, ended = 0;
};

// One look at everything: what others recorded, who is stale, what lies in the folder, who blocks the others.
Result<Round> lookAround(SharedPlace &desk, const QString &folder)
{
    Round round;
    BEBACK_CHECK(desk.exchange().sync());
    BEBACK_TRY(refolded, desk.exchange().refoldStale(StaleAtOnce));
    round.refolded = refolded;
    if (!folder.isEmpty()) {
        Intake::Options options;
        options.before = [&desk](const LeadDraft &lead) { return desk.bringKnown(lead); };
        BEBACK_TRY(swept, desk.own().intake().sweepFolder(folder, options));
        round.taken = swept.accepted + swept.joined;
        BEBACK_CHECK(desk.exchange().sync());
    }
    BEBACK_TRY(ended, desk.exchange().endBlockers());
    round.ended = ended;
    return round;
}

void tell(const Round &round, Terminal &terminal)
{
    if (round.refolded + round.taken + round.ended == 0)
        return;
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("refolded"), round.refolded},
                                   {QStringLiteral("taken"), round.taken},
                                   {QStringLiteral("ended"), round.ended}});
    else
        terminal.print(Cli::tr("Worked out anew: %1. Leads taken in: %2. Blocking sessions ended: %3.\n")
                           .arg(round.refolded)
                           .arg(round.taken)
                           .arg(round.ended));
    terminal.flush();
}

void pause(int ms)
{
    for (int waited = 0; waited < ms && asked == 0; waited += 100)
        QThread::msleep(100);
}

Exit keepLooking(SharedPlace &desk, const Invocation &invocation, Terminal &terminal)
{
    // A file in the folder is taken once it has stopped growing, which takes two looks.
    const bool once = invocation.has(QStringLiteral("once"));
    int looksLeft = invocation.has(QStringLiteral("folder")) ? 2 : 1;
    int retryMs = FirstRetryMs;
    for (;;) {
        const auto round = desk.isOnline() ? lookAround(desk, invocation.value(QStringLiteral("folder")))
                                           : Result<Round>(desk.trouble().value_or(Error{Code::Unavailable, {}, {}}));
        if (round) {
            retryMs = FirstRetryMs;
            tell(*round, terminal);
        } else if (once) {
            return terminal.refuse(round.error());
        } else {
            terminal.say(round.error().message);
        }
        if ((once && --looksLeft == 0) || asked != 0)
            return Exit::Done;
        if (round) {
            pause(once ? FirstRetryMs : RoundMs);
            continue;
        }
        pause(retryMs);
        retryMs = std::min(2 * retryMs, LastRetryMs);
        if (const auto again = desk.connect(); !again)
            terminal.say(again.error().message);
    }
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return inSession(invocation, terminal, [&](Session &session) {
        if (!session.desk())
            return terminal.refuse(Cli::tr("A steward looks after a shared database as somebody who works there: "
                                           "--db postgresql://LOGIN@HOST/NAME"),
                                   Exit::Usage);
        std::signal(SIGTERM, leave);
        std::signal(SIGINT, leave);
        return keepLooking(*session.desk(), invocation, terminal);
    });
}

} // namespace

Command stewardCommand()
{
    Command command;
    command.name = QStringLiteral("steward");
    command.summary = Cli::tr("Look after a shared database until told to stop; any number may run.");
    command.details = Cli::tr("Every two seconds: works out anew what two desks wrote at once, takes in what lies in a folder, and\n"
                              "ends sessions that keep the others waiting (a manager's right). Needs no window. Ends on SIGTERM.");
    command.options = {{QStringLiteral("folder"), QStringLiteral("DIR"), Cli::tr("Take in leads from the files that appear there, and move each to done/ or refused/.")},
                       {QStringLiteral("once"), {}, Cli::tr("Look once, and end.")}};
    command.run = run;
    return command;
}

} // namespace beback::app
