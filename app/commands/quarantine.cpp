#include "app/present.h"
#include "app/session.h"
#include "core/store/file_checks.h"
#include "core/time/wording.h"

#include <QFile>

namespace beback::app {

namespace {

const QString Actor = QStringLiteral("system");

QJsonObject toJson(const QuarantineEntry &entry)
{
    return {{QStringLiteral("id"), entry.id.toString()},
            {QStringLiteral("at"), entry.at.toIso()},
            {QStringLiteral("source"), entry.source},
            {QStringLiteral("format"), entry.format},
            {QStringLiteral("reason"), entry.reason}};
}

Exit list(Session &session, const QVector<QuarantineEntry> &entries, Terminal &terminal)
{
    QJsonArray array;
    QVector<QStringList> rows{{Cli::tr("Id"), Cli::tr("Set aside"), Cli::tr("From"), Cli::tr("Why")}};
    for (const QuarantineEntry &entry : entries) {
        array.append(toJson(entry));
        rows.append({entry.id.toString(), wording::dayAndTime(entry.at, session.zone(), session.now()), entry.source, entry.reason});
    }
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("quarantined"), array}});
    else
        terminal.print(entries.isEmpty() ? Cli::tr("Nothing is set aside.\n") : aligned(rows));
    return Exit::Done;
}

// The one whose id begins so; those that wait are few.
Result<QuarantineEntry> named(const QVector<QuarantineEntry> &entries, const QString &id, Intake &intake)
{
    QVector<QuarantineEntry> found;
    const QString wanted = id.toLower();
    for (const QuarantineEntry &entry : entries)
        if (!wanted.isEmpty() && entry.id.toString().startsWith(wanted))
            found << entry;
    if (found.size() == 1)
        return found.first();
    if (found.size() > 1)
        return Error{Code::Invalid, Cli::tr("Several entries begin with %1. Give more of the id.").arg(id), {}};
    return intake.quarantineEntry(QuarantineId::fromString(id)); // says whether it was ever there
}

Exit show(Session &session, const QuarantineEntry &entry, Terminal &terminal)
{
    const auto content = session.place().intake().quarantineContent(entry.id);
    if (!content)
        return terminal.refuse(content.error());
    if (terminal.json()) {
        QJsonObject json = toJson(entry);
        json.insert(QStringLiteral("encoding"), content->binary ? QStringLiteral("base64") : QStringLiteral("text"));
        json.insert(QStringLiteral("content"), content->text);
        terminal.print(json);
        return Exit::Done;
    }
    // The reason is no part of what came, so that `show ID > FILE` can be mended and given to retry.
    terminal.say(QStringLiteral("%1: %2").arg(entry.source, entry.reason));
    terminal.print(content->text.endsWith(QLatin1Char('\n')) ? content->text : content->text + QLatin1Char('\n'));
    return Exit::Done;
}

Result<QString> mended(const QString &path)
{
    if (path.isEmpty())
        return QString();
    if (isOpenStoreFile(path))
        return Error{Code::Invalid, Cli::tr("%1 is where Beback keeps its leads. Name the file that was mended.").arg(path), {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? Code::Denied : Code::NotFound, Cli::tr("%1 cannot be read: %2.").arg(path, file.errorString()), {}};
    const QString text = QString::fromUtf8(file.readAll());
    if (text.trimmed().isEmpty())
        return Error{Code::Invalid, Cli::tr("%1 is empty. Nothing was tried.").arg(path), {}};
    return text;
}

Exit retry(Session &session, const QuarantineEntry &entry, const Invocation &invocation, Terminal &terminal)
{
    const auto content = mended(invocation.arguments.value(2));
    if (!content)
        return terminal.refuse(content.error());
    const auto report = session.place().intake().retry(entry.id, *content, Actor);
    if (!report)
        return terminal.refuse(report.error());
    const bool taken = report->accepted + report->joined + report->resent > 0;
    if (terminal.json()) {
        terminal.print(app::toJson(*report));
        return taken ? Exit::Done : Exit::Refused;
    }
    if (!taken)
        return terminal.refuse(report->items.isEmpty() ? Cli::tr("There is no lead in it.") : report->items.last().reason);
    terminal.print(Cli::tr("Taken: %1. Still set aside: %2.\n")
                       .arg(report->accepted + report->joined + report->resent)
                       .arg(report->quarantined));
    return Exit::Done;
}

Exit discard(Session &session, const QuarantineEntry &entry, const Invocation &invocation, Terminal &terminal)
{
    const auto done = session.place().intake().discard(entry.id, invocation.value(QStringLiteral("reason")).trimmed(), Actor);
    if (!done)
        return terminal.refuse(done.error());
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("id"), entry.id.toString()}, {QStringLiteral("discarded"), true}});
    else
        terminal.print(Cli::tr("Discarded. It stays on record with its reason.\n"));
    return Exit::Done;
}

// Wrong usage, as a sentence; empty when the arguments make sense.
QString fault(const Invocation &invocation)
{
    const QStringList &words = invocation.arguments;
    const QString action = words.value(0, QStringLiteral("list"));
    static const QHash<QString, std::pair<int, int>> Lengths = {{QStringLiteral("list"), {0, 1}},
                                                                {QStringLiteral("show"), {2, 2}},
                                                                {QStringLiteral("retry"), {2, 3}},
                                                                {QStringLiteral("discard"), {2, 2}}};
    if (!Lengths.contains(action))
        return Cli::tr("beback quarantine can list, show, retry and discard, not \"%1\"").arg(action);
    const auto [least, most] = Lengths.value(action);
    if (words.size() < least || words.size() > most)
        return Cli::tr("beback quarantine %1 is written differently; see beback quarantine --help").arg(action);
    if (action == QLatin1String("discard") && invocation.value(QStringLiteral("reason")).trimmed().isEmpty())
        return Cli::tr("beback quarantine discard needs --reason TEXT");
    return {};
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    if (const QString wrong = fault(invocation); !wrong.isEmpty())
        return terminal.refuse(wrong, Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const QString action = invocation.arguments.value(0, QStringLiteral("list"));
        const auto entries = session.place().intake().quarantined();
        if (!entries)
            return terminal.refuse(entries.error());
        if (action == QLatin1String("list"))
            return list(session, *entries, terminal);
        const auto entry = named(*entries, invocation.arguments.at(1), session.place().intake());
        if (!entry)
            return terminal.refuse(entry.error());
        if (action == QLatin1String("show"))
            return show(session, *entry, terminal);
        return action == QLatin1String("retry") ? retry(session, *entry, invocation, terminal)
                                                : discard(session, *entry, invocation, terminal);
    });
}

} // namespace

Command quarantineCommand()
{
    Command command;
    command.name = QStringLiteral("quarantine");
    command.arguments = QStringLiteral("[list | show ID | retry ID [FILE] | discard ID]");
    command.summary = Cli::tr("What could not be taken: list it, look at it, try it again mended, or discard it.");
    command.details = Cli::tr("To mend an entry: beback quarantine show ID > FILE, edit FILE, beback quarantine retry ID FILE.\n"
                              "Nothing is deleted; an entry that was discarded stays on record with its reason.");
    command.options = {{QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("Why it may go; for discard.")}};
    command.mostArguments = 3;
    command.run = run;
    return command;
}

} // namespace beback::app
