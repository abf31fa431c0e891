#include "app/present.h"
#include "app/session.h"
#include "core/time/wording.h"

namespace beback::app {

namespace {

constexpr int UsualLeads = 20, UsualHours = 8;

QString when(Instant at, Session &session)
{
    return wording::dayAndTime(at, session.zone(), session.now());
}

QString ageText(Instant at, Session &session)
{
    return at.us > 0 ? wording::agoText(session.now() - at) : Cli::tr("nobody knows when");
}

QJsonValue orNull(Instant at)
{
    return at.us > 0 ? QJsonValue(at.toIso()) : QJsonValue();
}

QJsonObject document(const AwayView &view, Session &session)
{
    QJsonArray leads;
    for (const QueueItem &item : view.carried)
        leads << toJson(item);
    QJsonValue trip;
    if (view.trip)
        trip = QJsonObject{{QStringLiteral("begun"), view.trip->begun.toIso()},
                           {QStringLiteral("until"), orNull(view.trip->until)},
                           {QStringLiteral("over"), view.trip->isOver(session.now())},
                           {QStringLiteral("leads"), view.trip->leads.size()},
                           {QStringLiteral("brought"), view.trip->brought()}};
    return {{QStringLiteral("online"), session.desk()->isOnline()},
            {QStringLiteral("trip"), trip},
            {QStringLiteral("carried"), leads},
            {QStringLiteral("do_not_contact_read"), orNull(view.optOutsReadAt)},
            {QStringLiteral("no_dialling"), view.noDialling.isEmpty() ? QJsonValue() : QJsonValue(view.noDialling)},
            {QStringLiteral("waiting"), view.waiting},
            {QStringLiteral("oldest_waiting"), orNull(view.oldestWaiting)},
            {QStringLiteral("left_behind"), toJson(view.leftBehind)},
            {QStringLiteral("file_encrypted"), view.isFileSealed},
            {QStringLiteral("disk_encrypted"), view.isDiskEncrypted ? QJsonValue(*view.isDiskEncrypted) : QJsonValue()},
            {QStringLiteral("cannot"), toJson(view.cannot)}};
}

QString tripLine(const AwayView &view, Session &session)
{
    if (!view.trip)
        return (view.carried.isEmpty() ? Cli::tr("Nobody is along.") : Cli::tr("No trip has begun. In hand here:")) + QLatin1Char('\n');
    const Trip &trip = *view.trip;
    if (trip.isOver(session.now()))
        return Cli::tr("The trip is over; come back from it with: beback away back\n");
    if (!trip.isGranted)
        return Cli::tr("Leads were asked for and no answer came. The same call asks again: beback away take\n");
    const QString along = counted(trip.leads.size(), Cli::tr("1 lead is along"), Cli::tr("%1 leads are along"));
    QString text = Cli::tr("%1, until %2.\n").arg(along, when(trip.until, session));
    if (!trip.isWhole())
        text += Cli::tr("Only %1 of them are here whole. The same call brings the others: beback away take\n").arg(trip.brought());
    return text;
}

QString text(const AwayView &view, Session &session)
{
    QString text = tripLine(view, session);
    QVector<QStringList> rows;
    for (const QueueItem &item : view.carried)
        rows << QStringList{shownId(item.lead), item.name.left(26), item.vehicle.left(26),
                            item.due ? Cli::tr("now") : when(item.dueAt, session)};
    if (!rows.isEmpty())
        text += aligned(rows);
    if (!view.trip)
        text += Cli::tr("Take some leads along with: beback away take --leads N --hours H\n");
    if (view.optOutsReadAt.us > 0 || !session.desk()->isOnline())
        text += Cli::tr("Do-not-contact was read: %1.\n").arg(ageText(view.optOutsReadAt, session));
    if (!view.noDialling.isEmpty())
        text += view.noDialling + QLatin1Char('\n');
    if (view.waiting > 0)
        text += counted(view.waiting, Cli::tr("1 entry waits to be sent"), Cli::tr("%1 entries wait to be sent"))
                + Cli::tr(", since %1.\n").arg(when(view.oldestWaiting, session));
    if (!view.isFileSealed)
        text += Cli::tr("The file of this desk is not encrypted: this computer has no keyring that answers, or it is encrypted with the next start.%1\n")
                    .arg(view.isInTheClear() ? Cli::tr(" Nor is its disk.") : QString());
    for (const QString &sentence : view.leftBehind)
        text += sentence + QLatin1Char('\n');
    if (!session.desk()->isOnline()) {
        text += Cli::tr("Without the shared database:\n");
        for (const QString &sentence : view.cannot)
            text += QStringLiteral("  ") + sentence + QLatin1Char('\n');
    }
    return text;
}

Exit print(const Result<AwayView> &view, Session &session, Terminal &terminal)
{
    if (!view)
        return terminal.refuse(view.error());
    if (terminal.json())
        terminal.print(document(*view, session));
    else
        terminal.print(text(*view, session));
    return Exit::Done;
}

// A number of the command line. None: it is none, or outside; that was said.
std::optional<int> number(const Invocation &invocation, const QString &option, int usual, int most, Terminal &terminal)
{
    if (!invocation.has(option))
        return usual;
    bool ok = false;
    const int value = invocation.value(option).toInt(&ok);
    if (ok && value >= 1 && value <= most)
        return value;
    terminal.refuse(Cli::tr("--%1 takes a number from 1 to %2").arg(option).arg(most), Exit::Usage);
    return {};
}

Exit take(Session &session, const TripWish &asked, const QStringList &ids, Terminal &terminal)
{
    if (session.desk()->trouble())
        return terminal.refuse(*session.desk()->trouble());
    TripWish wish = asked;
    for (const QString &id : ids) {
        const auto lead = Workplace::findLeadIn(session.lists(), id);
        if (!lead)
            return terminal.refuse(lead.error());
        wish.named << lead->lead;
    }
    return print(session.desk()->takeAlong(wish), session, terminal);
}

Exit back(Session &session, const QStringList &ids, Terminal &terminal)
{
    if (session.desk()->trouble())
        return terminal.refuse(*session.desk()->trouble());
    QVector<CustomerId> customers;
    for (const QString &id : ids) {
        const auto lead = session.findLead(id);
        if (!lead)
            return terminal.refuse(lead.error());
        customers << lead->customer;
    }
    const auto back = session.desk()->comeBack(customers);
    if (!back)
        return terminal.refuse(back.error());
    if (!terminal.json()) {
        terminal.print(returnText(*back));
        return Exit::Done;
    }
    QJsonArray looks;
    for (const Look &look : back->look)
        looks << QJsonObject{{QStringLiteral("customer"), look.customer.toString()},
                             {QStringLiteral("lead"), look.lead.isNull() ? QJsonValue() : QJsonValue(look.lead.toString())},
                             {QStringLiteral("text"), look.sentence}};
    terminal.print(QJsonObject{{QStringLiteral("sent"), back->sent},
                               {QStringLiteral("came"), back->came},
                               {QStringLiteral("given_back"), back->givenBack},
                               {QStringLiteral("needs_a_look"), looks}});
    return Exit::Done;
}

// How old do-not-contact may be: an administrator's word, for every desk.
Exit limit(const Invocation &invocation, Terminal &terminal)
{
    bool ok = false;
    const int hours = invocation.arguments.value(1).toInt(&ok);
    if (!ok || hours < 1 || hours > MostOptOutsAgeHours)
        return terminal.refuse(Cli::tr("beback away limit takes hours, from 1 to %1").arg(MostOptOutsAgeHours), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        if (const auto set = session.place().setSetting(OptOutsAgeSetting, QString::number(hours)); !set)
            return terminal.refuse(set.error());
        if (terminal.json())
            terminal.print(QJsonObject{{QStringLiteral("hours"), hours}});
        else
            terminal.print(counted(hours, Cli::tr("Nobody is called from a desk whose do-not-contact is older than 1 hour.\n"),
                                   Cli::tr("Nobody is called from a desk whose do-not-contact is older than %1 hours.\n")));
        return Exit::Done;
    }, Access::Administer);
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const QString action = invocation.arguments.value(0, QStringLiteral("show"));
    const bool takes = action == QLatin1String("take"), comes = action == QLatin1String("back");
    if (action == QLatin1String("limit"))
        return limit(invocation, terminal);
    if (!takes && !comes && action != QLatin1String("show"))
        return terminal.refuse(Cli::tr("beback away can show, take, back and limit, not \"%1\"").arg(action), Exit::Usage);
    const QStringList ids = invocation.arguments.mid(1);
    const auto leads = number(invocation, QStringLiteral("leads"), UsualLeads, MostAlong, terminal);
    const auto hours = leads ? number(invocation, QStringLiteral("hours"), UsualHours, MostHours, terminal) : std::nullopt;
    if (!leads || !hours)
        return Exit::Usage;
    if ((!takes && !comes && !ids.isEmpty()) || (takes && !ids.isEmpty() && invocation.has(QStringLiteral("leads"))))
        return terminal.refuse(Cli::tr("beback away %1 is written differently; see beback away --help").arg(action), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const auto person = session.person(invocation);
        if (!person)
            return terminal.refuse(person.error());
        if (!session.desk())
            return terminal.refuse(Cli::tr("Everything is in a file on this computer and goes along with it. Nothing has to be taken along."));
        if (takes)
            return take(session, TripWish{ids.isEmpty() ? *leads : int(ids.size()), std::chrono::hours(*hours), {}}, ids, terminal);
        if (comes)
            return back(session, ids, terminal);
        session.sayIfOffline(terminal);
        return print(session.place().away(person->login), session, terminal);
    });
}

} // namespace

Command awayCommand()
{
    Command command;
    command.name = QStringLiteral("away");
    command.arguments = QStringLiteral("[show] | take [LEAD...] | back [LEAD...] | limit HOURS");
    command.summary = Cli::tr("Take leads along where the shared database cannot be reached, and come back.");
    command.details = Cli::tr("What is taken along is leased until the end, and nobody else is handed it: so many in the order of the queue,\n"
                              "or those that are named. At most %1 people at once, for at most %2 hours. Broken off, the same call goes on.\n\n"
                              "back sends what was recorded, says what came of it, and gives back all of them, or those that are named.\n\n"
                              "Nobody is called or texted from a desk whose do-not-contact is older than %3 hours; an administrator says\n"
                              "another number with limit.").arg(MostAlong).arg(MostHours).arg(OptOutsAgeHours);
    command.options = {{QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("Who does it; on a shared database its user, and may be left out."), true, false, true},
                       {QStringLiteral("leads"), QStringLiteral("N"), Cli::tr("With take: so many, 1 to %1; %2 when left out.").arg(MostAlong).arg(UsualLeads)},
                       {QStringLiteral("hours"), QStringLiteral("H"), Cli::tr("With take: for so long, 1 to %1; %2 when left out.").arg(MostHours).arg(UsualHours)}};
    command.mostArguments = 1 + MostAlong;
    command.run = run;
    return command;
}

} // namespace beback::app
