#include "app/commands/lead_acts.h"
#include "app/present.h"
#include "core/report/duty.h"
#include "core/time/wording.h"

#include <algorithm>

namespace beback::app {

namespace {

QJsonObject toJson(const DutyWord &word)
{
    return {{QStringLiteral("id"), word.duty},
            {QStringLiteral("says"), toText(word.says)},
            {QStringLiteral("who"), word.who.isEmpty() ? QJsonValue() : QJsonValue(word.who)},
            {QStringLiteral("due"), word.due.toIso()},
            {QStringLiteral("by"), word.by}};
}

bool isShared(Session &session)
{
    return session.desk() && session.desk()->isOnline();
}

Result<QVector<Duty>> open(Session &session, const QString &login)
{
    return isShared(session) ? session.desk()->duties() : session.place().duties(login);
}

// At a desk of a shared database without it, what is said is refused: somebody else may have been first.
Result<DutyWord> say(Session &session, const DutyWord &word, const QString &login)
{
    return isShared(session) ? session.desk()->sayDuty(word) : session.place().sayDuty(word, login);
}

Exit list(Session &session, const Agent &person, Terminal &terminal)
{
    session.sayIfOffline(terminal);
    const auto duties = open(session, person.login);
    if (!duties)
        return terminal.refuse(duties.error());
    const Instant now = session.now();
    QJsonArray all;
    QVector<QStringList> rows;
    for (const Duty &duty : *duties) {
        all << dutyJson(duty, now);
        const QString due = wording::dayAndTime(duty.due, session.zone(), now);
        rows << QStringList{duty.isOverdue(now) ? Cli::tr("! was due %1").arg(due) : Cli::tr("  due %1").arg(due),
                            loginOrAnybody(duty.who), duty.text, duty.id};
    }
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("duties"), all}});
    else
        terminal.print(rows.isEmpty() ? Cli::tr("No manager has anything to do by a time now.\n") : aligned(rows));
    return Exit::Done;
}

// What is asked for, and its text where it is open.
struct Named {
    DutyWord word;
    QString text;
};

// The whole id, or the beginning of one alone.
Result<Named> findDuty(Session &session, const QString &login, const QString &id)
{
    BEBACK_TRY(duties, open(session, login));
    QVector<Duty> found;
    for (const Duty &duty : std::as_const(duties)) {
        if (duty.id == id)
            found = {duty};
        if (duty.id == id)
            break;
        if (duty.id.startsWith(id))
            found << duty;
    }
    if (found.size() > 1)
        return Error{Code::Invalid, Cli::tr("%1 duties begin with \"%2\". Write more of it.").arg(QString::number(found.size()), id), {}};
    Named named;
    named.word.duty = found.isEmpty() ? id : found.first().id; // of one that is not open it is said whether somebody was first
    named.text = found.isEmpty() ? id : found.first().text;
    return named;
}

Result<Named> wordToAdd(Session &session, const Invocation &invocation, const Agent &person, Instant due)
{
    DutyWord word;
    word.text = invocation.arguments.mid(1).join(QLatin1Char(' '));
    const QString who = invocation.has(QStringLiteral("for")) ? invocation.value(QStringLiteral("for")) : person.login;
    word.who = who == loginOrAnybody({}) ? QString() : who;
    word.due = due;
    word.duty = invocation.value(QStringLiteral("id"));
    if (invocation.has(QStringLiteral("lead"))) {
        BEBACK_TRY(lead, session.findLead(invocation.value(QStringLiteral("lead"))));
        word.lead = lead.lead;
    }
    return Named{word, word.text};
}

Result<Named> wordToEnd(Session &session, const Invocation &invocation, const Agent &person, DutyWord::Says says)
{
    BEBACK_TRY(named, findDuty(session, person.login, invocation.arguments.value(1)));
    named.word.says = says;
    named.word.text = invocation.value(QStringLiteral("reason"));
    return named;
}

// `text`: of the duty.
QString saidText(const DutyWord &word, const QString &text, Session &session)
{
    switch (word.says) {
    case DutyWord::Says::Set:
        return Cli::tr("%1 has to do it by %2: %3\n")
            .arg(loginOrAnybody(word.who), wording::dayAndTime(word.due, session.zone(), session.now()), word.duty);
    case DutyWord::Says::Done: return Cli::tr("Done: %1\n").arg(text);
    case DutyWord::Says::LeftOut: return Cli::tr("Left out, and the reason is kept: %1\n").arg(text);
    }
    return {};
}

// What is missing on the command line; empty: nothing.
QString missing(const Invocation &invocation, const QString &action)
{
    const bool adds = action == QLatin1String("add");
    if (action == QLatin1String("list"))
        return invocation.arguments.size() > 1 ? Cli::tr("beback duty list takes nothing more.") : QString();
    if (invocation.arguments.size() < 2)
        return adds ? Cli::tr("What is to be done? Write it behind add, in quotes.") : Cli::tr("Which duty? \"beback duty list\" prints their ids.");
    if (adds && !invocation.has(QStringLiteral("until")))
        return Cli::tr("--until is missing: by when is it to be done?");
    if (!adds && invocation.arguments.size() > 2)
        return Cli::tr("beback duty %1 takes one duty at a time.").arg(action);
    if (action == QLatin1String("leave-out") && !invocation.has(QStringLiteral("reason")))
        return Cli::tr("--reason is missing: why is it left out? It is kept.");
    return {};
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const QString action = invocation.arguments.value(0, QStringLiteral("list"));
    static const QStringList actions{QStringLiteral("list"), QStringLiteral("add"), QStringLiteral("done"), QStringLiteral("leave-out")};
    if (!actions.contains(action))
        return terminal.refuse(Cli::tr("\"%1\" is nothing to do with a duty. There are: %2.").arg(action, actions.join(QStringLiteral(", "))), Exit::Usage);
    if (const QString lacks = missing(invocation, action); !lacks.isEmpty())
        return terminal.refuse(lacks, Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const auto person = session.person(invocation);
        if (!person)
            return terminal.refuse(person.error());
        if (action == actions.first())
            return list(session, *person, terminal);
        const bool adds = action == QLatin1String("add");
        const QString until = invocation.value(QStringLiteral("until"));
        const auto due = readTime(until, session.zone(), session.now());
        if (adds && !due)
            return terminal.refuse(Cli::tr("\"%1\" is no time. Write it like thursday 5:30 pm, tomorrow 9:30 am, or 2026-11-24 15:00.").arg(until), Exit::Usage);
        const auto named = adds ? wordToAdd(session, invocation, *person, *due)
                               : wordToEnd(session, invocation, *person, action == QLatin1String("done") ? DutyWord::Says::Done : DutyWord::Says::LeftOut);
        if (!named)
            return terminal.refuse(named.error());
        const auto kept = say(session, named->word, person->login);
        if (!kept)
            return terminal.refuse(kept.error());
        if (terminal.json())
            terminal.print(toJson(*kept));
        else
            terminal.print(saidText(*kept, named->text, session));
        return Exit::Done;
    });
}

} // namespace

Command dutyCommand()
{
    Command command;
    command.name = QStringLiteral("duty");
    command.arguments = QStringLiteral("[list] | add TEXT | done ID | leave-out ID");
    command.summary = Cli::tr("What managers have to do themselves, by a time.");
    command.details = Cli::tr("For managers. Some duties somebody sets with \"add\"; the others follow from what happened: somebody came in and did\n"
                              "not buy, a promise nobody kept, steps left out without an attempt, leads that could not be read, the Monday\n"
                              "page. \"list\" prints the open ones of everybody, overdue ones first: one that somebody set until it is done or\n"
                              "left out, the others for 14 days after they were due. \"report duties\" counts what became of all of them.");
    command.options = {actorOption(),
                       {QStringLiteral("until"), QStringLiteral("TIME"), Cli::tr("With add: by when: thursday 5:30 pm, tomorrow 9:30 am, 15:00.")},
                       {QStringLiteral("for"), QStringLiteral("LOGIN"), Cli::tr("With add: for which manager; anybody: whoever is first; left out: for oneself.")},
                       {QStringLiteral("lead"), QStringLiteral("ID"), Cli::tr("With add: the lead it is about, or the beginning of its id.")},
                       {QStringLiteral("id"), QStringLiteral("UUID"),
                        Cli::tr("With add: what the duty is called by; said again with it, after an answer that was lost, it is set once.")},
                       {QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("With leave-out: why; it is kept.")}};
    command.leastArguments = 0;
    command.mostArguments = -1;
    command.run = run;
    return command;
}

} // namespace beback::app
