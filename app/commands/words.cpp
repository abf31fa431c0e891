#include "app/present.h"
#include "app/session.h"
#include "core/time/wording.h"
#include "core/words/word_files.h"

#include <QFile>

namespace beback::app {

namespace {

struct Named {
    WordKind kind = WordKind::Message;
    QString id;
};

// "guide/walk-in", "solutions/price", "phrases/en"; a message by its id alone.
Named namedBy(const QString &argument)
{
    for (const WordKind kind : {WordKind::Guide, WordKind::Solutions, WordKind::Phrases})
        if (const QString begin = toText(kind) + QLatin1Char('/'); argument.startsWith(begin))
            return {kind, argument.mid(begin.size())};
    return {WordKind::Message, argument};
}

QString nameOf(WordKind kind, const QString &id)
{
    return kind == WordKind::Message ? id : toText(kind) + QLatin1Char('/') + id;
}

QString stateOf(const WordEntry &entry)
{
    if (entry.body.isEmpty())
        return Cli::tr("taken out");
    if (entry.shippedAnew)
        return Cli::tr("changed here, shipped anew since");
    if (entry.shipped.isEmpty())
        return Cli::tr("our own");
    return entry.body == entry.shipped ? Cli::tr("as shipped") : Cli::tr("changed here");
}

QJsonObject toJson(const WordEntry &entry, const WordsOnShelf &shelf)
{
    QJsonObject json{{QStringLiteral("name"), nameOf(entry.kind, entry.id)}, {QStringLiteral("version"), entry.version()},
                     {QStringLiteral("shipped"), !entry.shipped.isEmpty()}, {QStringLiteral("changed"), entry.body != entry.shipped},
                     {QStringLiteral("shipped_anew"), entry.shippedAnew}, {QStringLiteral("text"), QString::fromUtf8(entry.body)}};
    if (entry.kind == WordKind::Message) {
        const WordingUse use = shelf.use(entry.id);
        json.insert(QLatin1String("sent"), use.sent);
        json.insert(QLatin1String("answered"), use.answered);
    }
    return json;
}

Exit list(const WordsOnShelf &shelf, const Invocation &invocation, Terminal &terminal)
{
    const bool all = invocation.has(QStringLiteral("all"));
    QJsonArray entries;
    QVector<QStringList> rows{{Cli::tr("WORDS"), Cli::tr("VERSION"), Cli::tr("SENT"), Cli::tr("ANSWERED"), Cli::tr("STATE")}};
    for (const WordEntry &entry : shelf.entries) {
        const WordingUse use = shelf.use(entry.id);
        if (!all && entry.changes.isEmpty() && (entry.kind != WordKind::Message || use.sent == 0))
            continue;
        entries << toJson(entry, shelf);
        const bool counted = entry.kind == WordKind::Message;
        rows << QStringList{nameOf(entry.kind, entry.id), entry.version() > 0 ? QString::number(entry.version()) : QString(),
                            counted ? QString::number(use.sent) : QString(), counted ? QString::number(use.answered) : QString(), stateOf(entry)};
    }
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("words"), entries}});
    else if (rows.size() > 1)
        terminal.print(aligned(rows) + Cli::tr("Sent and answered in the last 90 days.\n"));
    else
        terminal.print(Cli::tr("Nothing was changed here and nothing was sent in the last 90 days. --all lists every one.\n"));
    return Exit::Done;
}

QString shownText(const Named &named, const QByteArray &body)
{
    if (named.kind == WordKind::Message)
        if (const auto words = messageFromBody(named.id, body); words)
            return (words->subject.isEmpty() ? QString() : QStringLiteral("Subject: ") + words->subject + QLatin1Char('\n')) + words->body + QLatin1Char('\n');
    return QString::fromUtf8(body);
}

Exit show(const WordsOnShelf &shelf, const Named &named, const QString &zone, Terminal &terminal)
{
    const WordEntry *entry = shelf.find(named.kind, named.id);
    if (!entry)
        return terminal.refuse(Cli::tr("There are no words \"%1\". See beback words --all.").arg(nameOf(named.kind, named.id)));
    QJsonArray changes;
    QVector<QStringList> rows{{Cli::tr("VERSION"), Cli::tr("WHEN"), Cli::tr("WHO"), Cli::tr("WHY")}};
    for (const WordChange &change : entry->changes) {
        changes << QJsonObject{{QStringLiteral("version"), change.version}, {QStringLiteral("at"), change.at.toIso()}, {QStringLiteral("by"), change.by},
                               {QStringLiteral("reason"), change.reason}, {QStringLiteral("text"), QString::fromUtf8(change.body)}};
        rows << QStringList{QString::number(change.version), wording::dateAndTime(change.at, zone), change.by, change.reason};
    }
    if (terminal.json()) {
        QJsonObject json = toJson(*entry, shelf);
        json.insert(QLatin1String("changes"), changes);
        terminal.print(json);
        return Exit::Done;
    }
    terminal.print(entry->body.isEmpty() ? Cli::tr("They are taken out.\n") : shownText(named, entry->body));
    if (rows.size() > 1)
        terminal.print(QLatin1Char('\n') + aligned(rows));
    return Exit::Done;
}

// The text of a file as words are kept: of a message its subject in the first line, as in a file of words.
Result<QByteArray> bodyFrom(const Named &named, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Code::NotFound, Cli::tr("%1 cannot be read: %2").arg(path, file.errorString()), {}};
    const QByteArray text = file.readAll();
    if (named.kind == WordKind::Guide) {
        BEBACK_TRY(guide, Guide::fromJson(text));
        return guide.toJson();
    }
    if (named.kind == WordKind::Solutions) {
        BEBACK_TRY(guide, ObjectionGuide::fromJson(text));
        return guide.toJson();
    }
    const auto place = named.kind == WordKind::Message ? WordTemplate::fromId(named.id) : std::nullopt;
    if (!place)
        return text;
    WordTemplate words = *place;
    words.body = QString::fromUtf8(text).trimmed();
    const QLatin1String subject("Subject: ");
    if (words.body.startsWith(subject)) {
        const qsizetype end = words.body.indexOf(QLatin1Char('\n'));
        words.subject = words.body.mid(subject.size(), (end < 0 ? words.body.size() : end) - subject.size()).trimmed();
        words.body = end < 0 ? QString() : words.body.mid(end + 1).trimmed();
    }
    return bodyOf(words);
}

Exit say(Session &session, QVector<WordWish> wishes, const Invocation &invocation, Terminal &terminal)
{
    const auto person = session.person(invocation);
    if (!person)
        return terminal.refuse(person.error());
    session.sayIfOffline(terminal);
    QJsonArray said;
    QString text;
    for (WordWish &wish : wishes) {
        wish.reason = invocation.value(QStringLiteral("reason"));
        said << nameOf(wish.kind, wish.id);
        text += nameOf(wish.kind, wish.id) + QLatin1Char('\n');
    }
    const bool dry = invocation.has(QStringLiteral("dry-run"));
    for (const WordWish &wish : std::as_const(wishes))
        if (const auto may = dry ? session.place().changeFor(wish, person->login) : Result<WordChange>(WordChange()); !may)
            return terminal.refuse(may.error());
    if (!dry && !wishes.isEmpty())
        if (const auto kept = session.sayWords(wishes, person->login); !kept)
            return terminal.refuse(kept.error());
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("changed"), said}, {QStringLiteral("dry_run"), dry}});
    else if (wishes.isEmpty())
        terminal.print(Cli::tr("Nothing in it is different from the words here.\n"));
    else
        terminal.print(text + (dry ? Cli::tr("%1 would be changed; nothing was.\n") : Cli::tr("%1 changed. Everybody uses it from now on.\n")).arg(wishes.size()));
    return Exit::Done;
}

Exit set(Session &session, const Invocation &invocation, Terminal &terminal)
{
    const Named named = namedBy(invocation.arguments.value(1));
    const int ways = int(invocation.has(QStringLiteral("file"))) + int(invocation.has(QStringLiteral("as-shipped"))) + int(invocation.has(QStringLiteral("take-out")));
    if (ways != 1)
        return terminal.refuse(Cli::tr("say one of --file FILE, --as-shipped and --take-out"), Exit::Usage);
    WordWish wish{named.kind, named.id, {}, {}, -1};
    if (invocation.has(QStringLiteral("take-out")))
        wish.body = TakenOut;
    if (invocation.has(QStringLiteral("file"))) {
        const auto body = bodyFrom(named, invocation.value(QStringLiteral("file")));
        if (!body)
            return terminal.refuse(body.error());
        wish.body = *body;
    }
    return say(session, {wish}, invocation, terminal);
}

Exit exportTo(Session &session, const QString &folder, Terminal &terminal)
{
    const auto written = writeWordFiles(*session.place().words(), folder);
    if (!written)
        return terminal.refuse(written.error());
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("folder"), folder}, {QStringLiteral("files"), *written}});
    else
        terminal.print(counted(*written, Cli::tr("1 file written to %2.\n"), Cli::tr("%1 files written to %2.\n")).arg(folder));
    return Exit::Done;
}

Exit importFrom(Session &session, const Invocation &invocation, Terminal &terminal)
{
    const auto wishes = readWordFiles(invocation.arguments.mid(1), *session.place().words());
    return wishes ? say(session, *wishes, invocation, terminal) : terminal.refuse(wishes.error());
}

Exit act(Session &session, const QString &action, const Invocation &invocation, Terminal &terminal)
{
    if (action == QLatin1String("set"))
        return set(session, invocation, terminal);
    if (action == QLatin1String("import"))
        return importFrom(session, invocation, terminal);
    session.sayIfOffline(terminal);
    if (action == QLatin1String("export"))
        return exportTo(session, invocation.arguments.value(1), terminal);
    const auto shelf = session.wordsOnShelf();
    if (!shelf)
        return terminal.refuse(shelf.error());
    return action == QLatin1String("show") ? show(*shelf, namedBy(invocation.arguments.value(1)), session.zone(), terminal) : list(*shelf, invocation, terminal);
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const QString action = invocation.arguments.value(0, QStringLiteral("list"));
    static const QStringList actions{QStringLiteral("list"), QStringLiteral("show"), QStringLiteral("set"), QStringLiteral("export"), QStringLiteral("import")};
    if (!actions.contains(action))
        return terminal.refuse(Cli::tr("beback words can %1, not \"%2\"").arg(actions.join(QStringLiteral(", ")), action), Exit::Usage);
    const qsizetype given = invocation.arguments.size();
    if (action == QLatin1String("list") ? given > 1 : action == QLatin1String("import") ? given < 2 : given != 2)
        return terminal.refuse(Cli::tr("beback words %1 is written differently; see beback words --help").arg(action), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) { return act(session, action, invocation, terminal); });
}

} // namespace

Command wordsCommand()
{
    Command command;
    command.name = QStringLiteral("words");
    command.arguments = QStringLiteral("[list] | show NAME | set NAME | export FOLDER | import FILE…");
    command.summary = Cli::tr("The words everybody uses: messages, call guides, solutions, empty phrases; and how they fare.");
    command.details = Cli::tr("A message is named like inquiry.first/text/en/1, a guide like guide/walk-in, solutions like\n"
                              "solutions/price, the empty phrases like phrases/en. Only a manager changes them, with a reason; every\n"
                              "version is kept. Words that the check would not let out are refused. A file of export says what it\n"
                              "is by its name, and import changes only what is different in it: all of it, or nothing.");
    const QStringList changing{QStringLiteral("set"), QStringLiteral("import")};
    command.options = {{QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("With set and import: who does it, a manager."), false, false, true, changing},
                       {QStringLiteral("all"), {}, Cli::tr("With list: also what was never changed nor sent.")},
                       {QStringLiteral("file"), QStringLiteral("FILE"), Cli::tr("With set: the words; of an e-mail the first line is \"Subject: …\".")},
                       {QStringLiteral("as-shipped"), {}, Cli::tr("With set: back to what was shipped; the store's own are gone.")},
                       {QStringLiteral("take-out"), {}, Cli::tr("With set: this wording of a message is used no more.")},
                       {QStringLiteral("dry-run"), {}, Cli::tr("With set and import: says what would change, and changes nothing.")},
                       {QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("With set and import: why; it is kept with the change."), false, false, false, changing}};
    command.leastArguments = 0;
    command.mostArguments = -1;
    command.run = run;
    return command;
}

} // namespace beback::app
