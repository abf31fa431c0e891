#include "app/present.h"
#include "app/session.h"
#include "core/intake/touch_list.h"

#include <QFile>

namespace beback::app {

namespace {

Result<TouchList> readFile(const QString &path, const QString &department, Session &session)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Code::NotFound, Cli::tr("%1 cannot be read: %2. Nothing was taken.").arg(path, file.errorString()), {}};
    return readTouches(file, department, session.zone(), session.now());
}

// A desk of a shared database has to know everybody they may be about.
Result<void> bringKnown(Session &session, const TouchList &list)
{
    SharedPlace *desk = session.desk();
    if (!desk)
        return {};
    if (desk->trouble())
        return *desk->trouble();
    for (const OthersTouch &touch : list.touches) {
        LeadDraft lead;
        lead.points = touch.points;
        BEBACK_CHECK(desk->bringKnown(lead));
    }
    return {};
}

QString rowsText(const QVector<int> &rows)
{
    QStringList shown;
    for (const int row : rows.mid(0, 20))
        shown << QString::number(row);
    return shown.join(QStringLiteral(", ")) + (rows.size() > 20 ? Cli::tr(" and %1 more").arg(rows.size() - 20) : QString());
}

QString text(const TouchList &list, const TouchesTaken &taken, bool dryRun)
{
    QString text = dryRun ? Cli::tr("Nothing was written. It would be:\n") : QString();
    text += Cli::tr("Taken %1, known already %2, about nobody who is known %3, refused %4.\n")
                .arg(taken.taken)
                .arg(taken.known)
                .arg(taken.strangers.size())
                .arg(list.refused.size());
    if (!taken.strangers.isEmpty())
        text += (taken.strangers.size() == 1 ? Cli::tr("About nobody who is known here: row %1.\n") : Cli::tr("About nobody who is known here: rows %1.\n")).arg(rowsText(taken.strangers));
    for (const TouchList::Refused &one : list.refused)
        text += Cli::tr("Row %1: %2\n").arg(one.row).arg(one.reason);
    return text;
}

QJsonObject document(const TouchList &list, const TouchesTaken &taken)
{
    QJsonArray strangers, refused;
    for (const int row : taken.strangers)
        strangers.append(row);
    for (const TouchList::Refused &one : list.refused)
        refused.append(QJsonObject{{QStringLiteral("row"), one.row}, {QStringLiteral("reason"), one.reason}});
    return {{QStringLiteral("taken"), taken.taken},
            {QStringLiteral("known"), taken.known},
            {QStringLiteral("strangers"), strangers},
            {QStringLiteral("refused"), refused}};
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return inSession(invocation, terminal, [&](Session &session) {
        const auto person = session.person(invocation);
        if (!person)
            return terminal.refuse(person.error());
        const auto list = readFile(invocation.arguments.first(), invocation.value(QStringLiteral("department")), session);
        if (!list)
            return terminal.refuse(list.error());
        if (const auto brought = bringKnown(session, *list); !brought)
            return terminal.refuse(brought.error());
        const bool dryRun = invocation.has(QStringLiteral("dry-run"));
        const auto taken = session.place().takeTouches(list->touches, person->login, dryRun);
        if (!taken)
            return terminal.refuse(taken.error());
        if (!dryRun)
            session.confirm(terminal);
        if (terminal.json())
            terminal.print(document(*list, *taken));
        else
            terminal.print(text(*list, *taken, dryRun));
        return Exit::Done;
    });
}

} // namespace

Command touchesCommand()
{
    Command command;
    command.name = QStringLiteral("touches");
    command.arguments = QStringLiteral("FILE");
    command.summary = Cli::tr("Take in what other departments sent and called, from a CSV list, so that it counts against everybody's limits.");
    command.details = Cli::tr("The first row names the columns: when, and phone or email; where wanted medium, outcome, department, note.\n"
                              "The same list twice changes nothing the second time.");
    command.options = {
        {QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("Who takes it in; on a shared database its user, and may be left out."), true, false, true},
        {QStringLiteral("department"), QStringLiteral("NAME"), Cli::tr("Of rows that name none: sales, service, marketing.")},
        {QStringLiteral("dry-run"), {}, Cli::tr("Read and report; write nothing.")}};
    command.leastArguments = command.mostArguments = 1;
    command.run = run;
    return command;
}

} // namespace beback::app
