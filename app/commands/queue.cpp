#include "app/present.h"
#include "app/session.h"
#include "core/queue/day_cut.h"
#include "core/time/wording.h"

namespace beback::app {

namespace {

constexpr int UsualLimit = 20, LargestLimit = 1000;

QStringList row(const QueueItem &item, Session &session)
{
    QStringList why;
    for (const QueueItem::Reason &reason : item.reasons)
        why.append(reason.text);
    if (!item.heldBy.isEmpty())
        why.prepend(Cli::tr("with %1").arg(item.heldBy));
    if (!item.fits)
        why.prepend(Cli::tr("beyond your day"));
    return {shownId(item.lead),
            item.name.left(26),
            item.vehicle.left(26),
            mediumLabel(item.medium),
            wording::dayAndTime(item.dueAt, session.zone(), session.now()),
            QString::number(item.attempts),
            why.join(QStringLiteral("; "))};
}

QString table(const QueuePage &page, bool all, Session &session)
{
    const QStringList head{Cli::tr("Lead"), Cli::tr("Customer"), Cli::tr("Vehicle"), Cli::tr("Medium"),
                           Cli::tr("Due"),  Cli::tr("Tried"),    Cli::tr("Why")};
    QVector<QStringList> rows{head};
    for (const QueueItem &item : page.mine)
        rows.append(row(item, session));
    for (const QueueItem &item : page.next)
        if (item.listed || all)
            rows.append(row(item, session));
    QString text = rows.size() > 1 ? aligned(rows) + QLatin1Char('\n') : QString();
    const auto count = [](int n) { return n > 1000 ? Cli::tr("more than 1000") : QString::number(n); };
    text += Cli::tr("May be contacted now: %1. Later today: %2.\n").arg(count(page.nowCount), count(page.laterToday));
    if (page.day)
        text += dayText(*page.day) + QLatin1Char(' ') + page.day->basis + QLatin1Char('\n');
    if (!page.because.isEmpty())
        text += Cli::tr("Why not now:\n") + becauseText(page.because);
    return text;
}

QJsonArray list(const QVector<QueueItem> &items)
{
    QJsonArray array;
    for (const QueueItem &item : items)
        array.append(toJson(item));
    return array;
}

QJsonValue day(const QueuePage &page)
{
    if (!page.day)
        return {};
    return QJsonObject{{QStringLiteral("fits"), page.day->fits},
                       {QStringLiteral("waiting"), page.day->waiting},
                       {QStringLiteral("besides"), page.day->besides},
                       {QStringLiteral("text"), dayText(*page.day)},
                       {QStringLiteral("basis"), page.day->basis}};
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    int limit = UsualLimit;
    if (invocation.has(QStringLiteral("limit"))) {
        bool ok = false;
        limit = invocation.value(QStringLiteral("limit")).toInt(&ok);
        if (!ok || limit < 1 || limit > LargestLimit)
            return terminal.refuse(Cli::tr("--limit takes a number from 1 to %1").arg(LargestLimit), Exit::Usage);
    }
    return inSession(invocation, terminal, [&](Session &session) {
        QString login = invocation.value(QStringLiteral("as"));
        if (!login.isEmpty() || session.desk()) {
            const auto person = session.desk() ? session.person(invocation) : session.place().user(login);
            if (!person)
                return terminal.refuse(person.error());
            login = person->login;
        }
        session.sayIfOffline(terminal);
        const auto page = session.queuePage(login, limit);
        if (!page)
            return terminal.refuse(page.error());
        if (terminal.json())
            terminal.print(QJsonObject{{QStringLiteral("now"), session.now().toIso()},
                                       {QStringLiteral("as"), login.isEmpty() ? QJsonValue() : QJsonValue(login)},
                                       {QStringLiteral("mine"), list(page->mine)},
                                       {QStringLiteral("next"), list(page->next)},
                                       {QStringLiteral("now_count"), page->nowCount},
                                       {QStringLiteral("later_today"), page->laterToday},
                                       {QStringLiteral("day"), day(*page)},
                                       {QStringLiteral("because"), toJson(page->because)}});
        else
            terminal.print(table(*page, invocation.has(QStringLiteral("all")), session));
        return Exit::Done;
    });
}

} // namespace

Command queueCommand()
{
    Command command;
    command.name = QStringLiteral("queue");
    command.summary = Cli::tr("List who is due, in order, each with its why.");
    command.options = {{QStringLiteral("as"), QStringLiteral("LOGIN"),
                        Cli::tr("See it as this person: what is theirs, and what anybody may take.")},
                       {QStringLiteral("limit"), QStringLiteral("N"),
                        Cli::tr("At most so many, 1 to %1; %2 when left out.").arg(LargestLimit).arg(UsualLimit)},
                       {QStringLiteral("all"), {}, Cli::tr("Those, too, who do not fit into this person's day.")}};
    command.run = run;
    return command;
}

} // namespace beback::app
