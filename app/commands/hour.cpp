#include "app/present.h"
#include "app/session.h"
#include "core/time/wording.h"

namespace beback::app {

namespace {

QString timeOf(Instant at, Session &session)
{
    return wording::clockTime(at, session.zone());
}

QString daysText(int days)
{
    return days == 1 ? Cli::tr("1 day") : Cli::tr("%1 days").arg(days);
}

QString mediaText(const HourScore &score)
{
    QStringList parts;
    for (const Medium medium : AllMedia)
        if (const int touches = score.byMedium[size_t(medium)]; touches > 0)
            parts << Cli::tr("%1 %2, reached %3").arg(mediumLabel(medium)).arg(touches).arg(score.reachedByMedium[size_t(medium)]);
    return parts.join(QStringLiteral("; "));
}

QJsonObject toJson(const HourScore &score)
{
    QJsonObject media;
    for (const Medium medium : AllMedia)
        media.insert(toText(medium), QJsonObject{{QStringLiteral("touches"), score.byMedium[size_t(medium)]},
                                                 {QStringLiteral("reached"), score.reachedByMedium[size_t(medium)]}});
    return {{QStringLiteral("touches"), score.touches},
            {QStringLiteral("reached"), score.reached},
            {QStringLiteral("appointments"), score.appointments},
            {QStringLiteral("by_medium"), media}};
}

QJsonObject toJson(const HourToday &today, const QString &login, Instant now)
{
    QJsonObject json{{QStringLiteral("login"), login}};
    if (!today.span) {
        json.insert(QStringLiteral("hour"), QJsonValue());
        return json;
    }
    json.insert(QStringLiteral("hour"),
                QJsonObject{{QStringLiteral("begins"), today.span->begin.toIso()},
                            {QStringLiteral("ends"), today.span->end.toIso()},
                            {QStringLiteral("set_for"), today.isOwn ? QStringLiteral("person") : QStringLiteral("site")},
                            {QStringLiteral("now"), today.span->contains(now)},
                            {QStringLiteral("kept"), today.isKept}});
    return json;
}

QString shownText(const HourToday &today, Session &session)
{
    if (!today.span)
        return Cli::tr("No Hour of Power is set. Set one with: beback hour set 9:30 --as LOGIN\n");
    const QString when = Cli::tr("%1 to %2").arg(timeOf(today.span->begin, session), timeOf(today.span->end, session));
    QString text = today.isOwn ? Cli::tr("Your Hour of Power is from %1, every day.").arg(when)
                               : Cli::tr("The Hour of Power of this store is from %1, every day.").arg(when);
    if (today.isKept)
        text += QLatin1Char(' ') + Cli::tr("Kept today.");
    else if (today.span->contains(session.now()))
        text += QLatin1Char(' ') + Cli::tr("It is now.");
    return text + QLatin1Char('\n');
}

Exit show(Session &session, const Agent &person, Terminal &terminal)
{
    const auto today = session.hourToday(person.login);
    if (!today)
        return terminal.refuse(today.error());
    if (terminal.json())
        terminal.print(toJson(*today, person.login, session.now()));
    else
        terminal.print(shownText(*today, session));
    return Exit::Done;
}

Exit set(Session &session, const Agent &person, const Invocation &invocation, Terminal &terminal)
{
    const QString word = invocation.arguments.value(1);
    const auto time = readClock(word);
    const bool off = word == QLatin1String("off");
    if (!off && !time)
        return terminal.refuse(Cli::tr("\"%1\" is no time of the day. Write it like 9:30, or off.").arg(word), Exit::Usage);
    QString login = person.login;
    if (invocation.has(QStringLiteral("everybody")))
        login.clear();
    else if (invocation.has(QStringLiteral("for")))
        login = invocation.value(QStringLiteral("for"));
    if (const auto done = session.setHour(person, login, off ? std::nullopt : time); !done)
        return terminal.refuse(done.error());
    const auto today = session.hourToday(login.isEmpty() ? person.login : login);
    if (!today)
        return terminal.refuse(today.error());
    if (terminal.json())
        terminal.print(toJson(*today, login.isEmpty() ? person.login : login, session.now()));
    else if (off)
        terminal.print(login.isEmpty() ? Cli::tr("This store has no Hour of Power any more.\n")
                                       : Cli::tr("%1 has no Hour of Power of their own any more.\n").arg(login));
    else
        terminal.print(Cli::tr("Every day at %1, for %2.\n")
                           .arg(wording::timeOfDay(*time), login.isEmpty() ? Cli::tr("everybody here") : login));
    return Exit::Done;
}

Exit score(Session &session, const Agent &person, Terminal &terminal)
{
    const auto view = session.hour(person.login);
    if (!view)
        return terminal.refuse(view.error());
    if (terminal.json()) {
        QJsonObject json = toJson(view->score);
        json.insert(QStringLiteral("login"), person.login);
        json.insert(QStringLiteral("begins"), view->span.begin.toIso());
        json.insert(QStringLiteral("ends"), view->span.end.toIso());
        json.insert(QStringLiteral("kept"), view->keptToday);
        json.insert(QStringLiteral("to_keep"), view->toKeep);
        json.insert(QStringLiteral("streak"), view->streak);
        json.insert(QStringLiteral("before"), view->before ? QJsonValue(toJson(*view->before)) : QJsonValue());
        terminal.print(json);
        return Exit::Done;
    }
    QString text = Cli::tr("%1 to %2: touches %3, reached %4, visits set %5.\n")
                       .arg(timeOf(view->span.begin, session), timeOf(view->span.end, session))
                       .arg(view->score.touches)
                       .arg(view->score.reached)
                       .arg(view->score.appointments);
    if (view->score.touches > 0)
        text += mediaText(view->score) + QLatin1Char('\n');
    text += view->keptToday ? Cli::tr("Kept today; in a row: %1.\n").arg(daysText(view->streak))
                            : Cli::tr("Touches left to keep it: %1. In a row so far: %2.\n").arg(view->toKeep).arg(daysText(view->streak));
    terminal.print(text);
    return Exit::Done;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const QString action = invocation.arguments.value(0, QStringLiteral("show"));
    const bool sets = action == QLatin1String("set");
    if (!sets && action != QLatin1String("show") && action != QLatin1String("score"))
        return terminal.refuse(Cli::tr("beback hour can show, set and score, not \"%1\"").arg(action), Exit::Usage);
    if (invocation.arguments.size() > (sets ? 2 : 1) || (sets && invocation.arguments.size() < 2))
        return terminal.refuse(Cli::tr("beback hour %1 is written differently; see beback hour --help").arg(action), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const auto person = session.person(invocation);
        if (!person)
            return terminal.refuse(person.error());
        session.sayIfOffline(terminal);
        if (sets)
            return set(session, *person, invocation, terminal);
        return action == QLatin1String("score") ? score(session, *person, terminal) : show(session, *person, terminal);
    });
}

} // namespace

Command hourCommand()
{
    Command command;
    command.name = QStringLiteral("hour");
    command.arguments = QStringLiteral("[show] | set TIME | set off | score");
    command.summary = Cli::tr("The Hour of Power: when it is, and what came of today's.");
    command.details = Cli::tr("One hour of the day for follow-up alone. Everybody sets their own; a manager sets that of the whole\n"
                              "store (--everybody) or of one person (--for). A day is kept with %1 touches inside the hour; a\n"
                              "business day without ends the row, a closed day does not.").arg(KeptTouches);
    command.options = {{QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("Who does it."), true, false, true},
                       {QStringLiteral("for"), QStringLiteral("LOGIN"), Cli::tr("With set: for this person.")},
                       {QStringLiteral("everybody"), {}, Cli::tr("With set: for the whole store.")}};
    command.leastArguments = 0;
    command.mostArguments = 2;
    command.run = run;
    return command;
}

} // namespace beback::app
