#include "app/present_campaign.h"
#include "app/session.h"

namespace beback::app {

namespace {

constexpr int NamesShown = 20;

const QStringList Actions = {QStringLiteral("list"), QStringLiteral("preview"), QStringLiteral("keep"), QStringLiteral("start"),
                             QStringLiteral("stop"), QStringLiteral("drop")};

Error invalid(const QString &sentence)
{
    return {Code::Invalid, sentence, {}};
}

Result<QDate> readDay(const Invocation &invocation, const char *option, QDate otherwise)
{
    const QString text = invocation.value(QLatin1String(option));
    if (text.isEmpty())
        return otherwise;
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return invalid(Cli::tr("\"%1\" is no day. Write it like 2026-12-01.").arg(text));
    return day;
}

Result<int> readNumber(const QString &text, int otherwise)
{
    if (text.isEmpty())
        return otherwise;
    bool ok = false;
    const int number = text.toInt(&ok);
    if (!ok || number < 0)
        return invalid(Cli::tr("\"%1\" is no number.").arg(text));
    return number;
}

// "2021-2024", "2021-", "-2024", "2021": from and to; 0: no bound.
Result<std::pair<int, int>> readRange(const QString &text)
{
    if (text.isEmpty())
        return std::pair(0, 0);
    const bool isRange = text.contains(QLatin1Char('-'));
    BEBACK_TRY(from, readNumber(text.section(QLatin1Char('-'), 0, 0), 0));
    BEBACK_TRY(to, readNumber(isRange ? text.section(QLatin1Char('-'), 1) : text, 0));
    return std::pair(from, to);
}

Result<QVector<Objection>> readObjections(const QStringList &values)
{
    QVector<Objection> all;
    for (const QString &value : values)
        for (const QString &word : value.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const auto objection = objectionFromText(word);
            if (!objection) {
                QStringList known;
                for (const Objection one : AllObjections)
                    known << toText(one);
                return invalid(Cli::tr("There is no objection \"%1\". There are: %2.").arg(word, known.join(QStringLiteral(", "))));
            }
            if (!all.contains(*objection))
                all << *objection;
        }
    return all;
}

Result<CampaignWho> readWho(const Invocation &invocation)
{
    CampaignWho who;
    BEBACK_TRY(objections, readObjections(invocation.values(QStringLiteral("objection"))));
    BEBACK_TRY(years, readRange(invocation.value(QStringLiteral("years"))));
    BEBACK_TRY(age, readRange(invocation.value(QStringLiteral("age"))));
    BEBACK_TRY(quiet, readNumber(invocation.value(QStringLiteral("quiet-days")), who.quietDays));
    who.objections = objections;
    who.make = invocation.value(QStringLiteral("make"));
    who.model = invocation.value(QStringLiteral("model"));
    who.yearFrom = years.first;
    who.yearTo = years.second;
    who.ageFrom = age.first;
    who.ageTo = age.second;
    who.quietDays = quiet;
    who.condition = invocation.value(QStringLiteral("condition")).toLower();
    if (!who.condition.isEmpty() && who.condition != QLatin1String("new") && who.condition != QLatin1String("used"))
        return invalid(Cli::tr("A car is new or used, not \"%1\".").arg(who.condition));
    const QString only = invocation.value(QStringLiteral("only"));
    if (!only.isEmpty() && only != QLatin1String("lost") && only != QLatin1String("sleeping"))
        return invalid(Cli::tr("--only takes lost or sleeping, not \"%1\".").arg(only));
    who.lost = only != QLatin1String("sleeping");
    who.sleeping = only != QLatin1String("lost");
    return who;
}

// As the options describe it.
Result<Campaign> readCampaign(const Invocation &invocation, CampaignOffice &office)
{
    BEBACK_TRY(campaign, office.blank(invocation.value(QStringLiteral("title")).simplified()));
    campaign.says = invocation.value(QStringLiteral("says"));
    if (const QString kind = invocation.value(QStringLiteral("kind")); !kind.isEmpty()) {
        const auto known = changeKindFromText(kind);
        if (!known)
            return invalid(Cli::tr("There is no kind of change \"%1\". There are: program, price, sale_event, new_stock, special.").arg(kind));
        campaign.kind = *known;
    }
    BEBACK_TRY(from, readDay(invocation, "from", campaign.from));
    BEBACK_TRY(until, readDay(invocation, "until", campaign.until));
    BEBACK_TRY(perDay, readNumber(invocation.value(QStringLiteral("per-day")), campaign.perDay));
    BEBACK_TRY(who, readWho(invocation));
    campaign.from = from;
    campaign.until = until;
    campaign.perDay = perDay;
    campaign.who = who;
    if (invocation.has(QStringLiteral("plan")))
        campaign.plan = invocation.value(QStringLiteral("plan"));
    if (const auto fault = faultOf(campaign))
        return invalid(fault->sentence);
    return campaign;
}

// By its id, or as the options describe it.
Result<Campaign> named(const Invocation &invocation, CampaignOffice &office)
{
    const QString id = invocation.arguments.value(1);
    if (id.isEmpty())
        return readCampaign(invocation, office);
    BEBACK_TRY(known, office.result(id));
    return known.stored.campaign;
}

Exit list(Session &session, CampaignOffice &office, Terminal &terminal)
{
    const auto shelf = office.shelf();
    if (!shelf)
        return terminal.refuse(shelf.error());
    if (terminal.json()) {
        QJsonArray all;
        for (const CampaignResult &one : shelf->campaigns)
            all << toJson(one);
        terminal.print(QJsonObject{{QStringLiteral("campaigns"), all}});
        return Exit::Done;
    }
    if (shelf->campaigns.isEmpty()) {
        terminal.print(Cli::tr("There is no campaign yet. See whom one would speak to with: beback campaign preview --title TEXT --says TEXT\n"));
        return Exit::Done;
    }
    QVector<QStringList> rows{{Cli::tr("Id"), Cli::tr("Campaign"), Cli::tr("State"), Cli::tr("People"), Cli::tr("Reached"), Cli::tr("Visits set"), Cli::tr("Sold")}};
    for (const CampaignResult &one : shelf->campaigns)
        rows << QStringList{one.stored.campaign.id, one.stored.campaign.title, stateText(one, session.zone()), QString::number(one.people.size()),
                            QString::number(one.of(Came::Reached).size()), QString::number(one.of(Came::Appointment).size()),
                            QString::number(one.of(Came::Sold).size())};
    terminal.print(aligned(rows));
    return Exit::Done;
}

Exit preview(const Invocation &invocation, CampaignOffice &office, Terminal &terminal)
{
    const auto campaign = named(invocation, office);
    if (!campaign)
        return terminal.refuse(campaign.error());
    const auto preview = office.preview(*campaign);
    if (!preview)
        return terminal.refuse(preview.error());
    if (terminal.json()) {
        QJsonObject json = toJson(*preview);
        json.insert(QStringLiteral("campaign"), toJson(*campaign));
        terminal.print(json);
    } else {
        terminal.print(previewText(*preview, NamesShown));
    }
    return Exit::Done;
}

// Keeps what the options describe; its id.
Result<QString> keep(const Invocation &invocation, CampaignOffice &office, const QString &login)
{
    BEBACK_TRY(campaign, readCampaign(invocation, office));
    BEBACK_CHECK(office.keep(campaign, login));
    return campaign.id;
}

Exit print(const CampaignMove &move, const QString &id, bool stopping, Terminal &terminal)
{
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("campaign"), id}, {QStringLiteral("done"), move.done}, {QStringLiteral("out"), move.out},
                                   {QStringLiteral("left"), move.left}});
    else if (stopping)
        terminal.print(Cli::tr("Stopped %1: %2 taken back to where they were; left, because they were spoken with already: %3.\n").arg(id).arg(move.done).arg(move.out));
    else
        terminal.print(Cli::tr("Started %1: %2 on its plan, %3 left out because something came between.\n").arg(id).arg(move.done).arg(move.out));
    return Exit::Done;
}

// All of its people, part by part.
Exit moveAll(CampaignOffice &office, const QString &id, bool stopping, const QString &login, Terminal &terminal)
{
    for (;;) {
        const auto move = stopping ? office.stop(id, login) : office.start(id, login);
        if (!move)
            return terminal.refuse(move.error());
        if (move->left == 0)
            return print(*move, id, stopping, terminal);
        terminal.progress(Cli::tr("%1 done, %2 to go").arg(move->done).arg(move->left));
    }
}

Exit start(const Invocation &invocation, CampaignOffice &office, const QString &login, Terminal &terminal)
{
    QString id = invocation.arguments.value(1);
    const bool described = id.isEmpty();
    if (described) {
        const auto kept = keep(invocation, office, login);
        if (!kept)
            return terminal.refuse(kept.error());
        id = *kept;
    }
    const Exit exit = moveAll(office, id, false, login, terminal);
    if (exit == Exit::Refused && described) // what was described here and speaks to nobody is not left behind as a draft
        (void)office.drop(id, login);
    return exit;
}

Exit asManager(const Invocation &invocation, Session &session, CampaignOffice &office, Terminal &terminal)
{
    const QString action = invocation.arguments.first(), id = invocation.arguments.value(1);
    const auto person = session.person(invocation);
    if (!person)
        return terminal.refuse(person.error());
    if (action == QLatin1String("start"))
        return start(invocation, office, person->login, terminal);
    if (action == QLatin1String("stop"))
        return moveAll(office, id, true, person->login, terminal);
    Result<QString> done = id;
    if (action == QLatin1String("keep"))
        done = keep(invocation, office, person->login);
    else if (const auto dropped = office.drop(id, person->login); !dropped)
        done = dropped.error();
    if (!done)
        return terminal.refuse(done.error());
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("campaign"), *done}});
    else
        terminal.print(action == QLatin1String("keep") ? Cli::tr("Kept as %1. Start it with: beback campaign start %1 --as LOGIN\n").arg(*done)
                                                       : Cli::tr("Dropped %1.\n").arg(*done));
    return Exit::Done;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const QString action = invocation.arguments.first();
    if (!Actions.contains(action))
        return terminal.refuse(Cli::tr("beback campaign can %1, not \"%2\"").arg(Actions.join(QStringLiteral(", ")), action), Exit::Usage);
    const bool hasId = invocation.arguments.size() > 1;
    const bool needsId = action == QLatin1String("stop") || action == QLatin1String("drop");
    const bool takesId = needsId || action == QLatin1String("preview") || action == QLatin1String("start");
    if ((needsId && !hasId) || (hasId && !takesId))
        return terminal.refuse(Cli::tr("beback campaign %1 is written differently; see beback campaign --help").arg(action), Exit::Usage);
    if (takesId && !needsId && hasId == invocation.has(QStringLiteral("title")))
        return terminal.refuse(Cli::tr("Name a campaign by its id, or describe one with --title and --says."), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        CampaignOffice office(session.place(), session.campaigns());
        if (action == QLatin1String("list"))
            return list(session, office, terminal);
        return action == QLatin1String("preview") ? preview(invocation, office, terminal) : asManager(invocation, session, office, terminal);
    });
}

} // namespace

Command campaignCommand()
{
    Command command;
    command.name = QStringLiteral("campaign");
    command.arguments = QStringLiteral("list | preview [ID] | keep | start [ID] | stop ID | drop ID");
    command.summary = Cli::tr("Bring a change in the facts to the lost and sleeping leads it speaks to.");
    command.details = Cli::tr("A campaign is described by --title and --says and by whom it is for. preview shows whom it would speak to,\n"
                              "who is left out and why, and what it asks of each day; keep writes it down; start puts its people on\n"
                              "the plan, spread over the days that have room; stop takes back whoever was not spoken with since.\n"
                              "start and stop that were cut short go on where they were when they are repeated. What came of it:\n"
                              "beback report campaign. Managers only.");
    const auto option = [](const char *name, const char *value, const QString &help) { return Option{QLatin1String(name), QLatin1String(value), help}; };
    command.options = {Option{QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("The manager who does it; not needed for list and preview."), false, false, true,
                              {QStringLiteral("keep"), QStringLiteral("start"), QStringLiteral("stop"), QStringLiteral("drop")}},
                       option("title", "TEXT", Cli::tr("Its name, for the people here.")),
                       option("says", "TEXT", Cli::tr("What changed, as it is said to the customer; at most %1 letters.").arg(SaysMost)),
                       option("kind", "KIND", Cli::tr("program (the maker's; when left out), price, sale_event, new_stock or special.")),
                       option("from", "DAY", Cli::tr("First day of a turn; the next business day when left out.")),
                       option("until", "DAY", Cli::tr("Last day on which it is so.")),
                       Option{QStringLiteral("objection"), QStringLiteral("WORD,..."), Cli::tr("Only who last raised one of these."), false, true},
                       option("make", "TEXT", Cli::tr("Only who asked about this make.")),
                       option("model", "TEXT", Cli::tr("Only who asked about this model.")),
                       option("years", "FROM-TO", Cli::tr("Model years of that car; either may be left out.")),
                       option("condition", "new|used", Cli::tr("Only new or only used cars.")),
                       option("age", "FROM-TO", Cli::tr("Days since the lead came; either may be left out.")),
                       option("only", "lost|sleeping", Cli::tr("Only closed leads, or only open ones that are asleep; both when left out.")),
                       option("quiet-days", "N", Cli::tr("An open lead sleeps after so many days without a touch; 30 when left out.")),
                       option("plan", "ID", Cli::tr("The plan they are put on; re-engagement when left out.")),
                       option("per-day", "N", Cli::tr("People whose turn comes on one day, at most; 20 when left out."))};
    command.leastArguments = 1;
    command.mostArguments = 2;
    command.run = run;
    return command;
}

} // namespace beback::app
