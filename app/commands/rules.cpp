#include "app/present.h"
#include "app/session.h"
#include "core/plan/rule_text.h"
#include "core/plan/rule_words.h"

#include <QJsonDocument>

namespace beback::app {

namespace {

QString dateText(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QJsonObject toJson(const ContactRule &rule)
{
    QJsonObject json = rule.toJson();
    json.insert(QStringLiteral("says"), ruleValueText(rule));
    json.insert(QStringLiteral("version"), rule.version);
    return json;
}

QJsonObject toJson(const RuleOnShelf &one)
{
    QJsonObject json = toJson(one.rule);
    json.insert(QStringLiteral("shipped"), one.shipped ? QJsonValue(toJson(*one.shipped)) : QJsonValue());
    json.insert(QStringLiteral("coming"), one.coming ? QJsonValue(toJson(*one.coming)) : QJsonValue());
    json.insert(QStringLiteral("shipped_anew"), one.shippedAnew);
    return json;
}

QString listText(const RuleShelf &shelf)
{
    QVector<QStringList> rows{{Cli::tr("RULE"), Cli::tr("PLACE"), Cli::tr("WHAT IT SAYS"), Cli::tr("CHECKED"), Cli::tr("SOURCE")}};
    for (const RuleOnShelf &one : shelf.rules) {
        const QString says = one.rule.version > 0 ? Cli::tr("%1 (changed here)").arg(ruleValueText(one.rule)) : ruleValueText(one.rule);
        rows << QStringList{one.rule.id, one.rule.place, says, dateText(one.rule.checkedOn), one.rule.source};
    }
    QString text = aligned(rows);
    for (const RuleOnShelf &one : shelf.rules) {
        if (one.coming)
            text += Cli::tr("%1 changes on %2: %3.\n").arg(one.rule.id, dateText(one.coming->effective), ruleValueText(*one.coming));
        if (one.shippedAnew)
            text += Cli::tr("%1 was shipped anew since it was changed here; the stricter of both holds. Look at it.\n").arg(one.rule.id);
    }
    return text;
}

Exit list(Session &session, Terminal &terminal)
{
    const auto shelf = session.place().ruleShelf();
    if (!shelf)
        return terminal.refuse(shelf.error());
    if (!terminal.json()) {
        terminal.print(listText(*shelf));
        return Exit::Done;
    }
    QJsonArray rules;
    for (const RuleOnShelf &one : shelf->rules)
        rules.append(toJson(one));
    terminal.print(QJsonObject{{QStringLiteral("rules"), rules}});
    return Exit::Done;
}

Exit history(Session &session, const QString &id, Terminal &terminal)
{
    const auto shelf = session.place().ruleShelf();
    if (!shelf)
        return terminal.refuse(shelf.error());
    QJsonArray changes;
    QVector<QStringList> rows{{Cli::tr("VERSION"), Cli::tr("WHEN"), Cli::tr("WHO"), Cli::tr("WHAT IT SAYS"), Cli::tr("WHY")}};
    for (const RuleChange &change : session.place().ruleChanges()) {
        if (change.id != id)
            continue;
        const auto rule = ContactRule::fromJson(QJsonDocument::fromJson(change.body).object());
        const QString says = change.body.isEmpty() ? Cli::tr("as shipped") : rule ? ruleValueText(*rule) : Cli::tr("written by a newer version");
        changes.append(QJsonObject{{QStringLiteral("version"), change.version},
                                   {QStringLiteral("rule"), rule ? QJsonValue(toJson(*rule)) : QJsonValue()},
                                   {QStringLiteral("says"), says},
                                   {QStringLiteral("reason"), change.reason},
                                   {QStringLiteral("by"), change.by},
                                   {QStringLiteral("at"), change.at.toIso()}});
        rows << QStringList{QString::number(change.version), change.at.toIso(), change.by, says, change.reason};
    }
    if (changes.isEmpty() && !shelf->find(id))
        return terminal.refuse(Cli::tr("There is no rule \"%1\". See beback rules.").arg(id));
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("changes"), changes}});
    else
        terminal.print(changes.isEmpty() ? Cli::tr("It is as it was shipped.\n") : aligned(rows));
    return Exit::Done;
}

// A cap of the house, or with --where the law of a state.
ContactRule newRule(const QString &id, const Invocation &invocation)
{
    ContactRule rule;
    rule.id = id;
    const QString where = invocation.value(QStringLiteral("where")).toUpper();
    rule.house = where.isEmpty();
    rule.state = where.startsWith(QLatin1String("US-")) ? where.mid(3) : where;
    rule.place = rule.house ? Cli::tr("the house") : invocation.has(QStringLiteral("place")) ? invocation.value(QStringLiteral("place")) : rule.state;
    rule.kind = invocation.has(QStringLiteral("hours")) ? ContactRule::Kind::Hours : ContactRule::Kind::Cap;
    if (rule.kind == ContactRule::Kind::Cap)
        rule.media = QVector<Medium>(AllMedia.cbegin(), AllMedia.cend());
    rule.source = rule.house ? Cli::tr("Rule of the house") : QString();
    return rule;
}

// What the options say over what the rule is. A fault is a sentence for wrong usage.
QString change(ContactRule &rule, const Invocation &invocation)
{
    const auto given = [&](const char *option) { return invocation.value(QLatin1String(option)).trimmed(); };
    const auto has = [&](const char *option) { return invocation.has(QLatin1String(option)); };
    const bool aboutHours = has("hours") || has("holidays"), aboutCap = has("most") || has("in-hours"),
               aboutRelation = has("asked-days") || has("bought-days") || has("then");
    using Kind = ContactRule::Kind;
    if ((aboutHours && rule.kind != Kind::Hours) || (aboutCap && rule.kind != Kind::Cap) || (aboutRelation && rule.kind != Kind::Relation)
        || (has("media") && rule.kind != Kind::Cap && rule.kind != Kind::Relation))
        return Cli::tr("rule %1 says \"%2\"; --hours and --holidays change hours, --most, --in-hours and --media a limit, --asked-days, "
                       "--bought-days, --then and --media how long after they asked").arg(rule.id, ruleValueText(rule));
    if (has("then") && given("then") != QLatin1String("warn") && given("then") != QLatin1String("block"))
        return Cli::tr("--then takes warn or block, not \"%1\"").arg(given("then"));
    if (has("then"))
        rule.blocks = given("then") == QLatin1String("block");
    if (has("hours")) {
        const auto hours = rule_text::hoursFromText(given("hours"));
        if (!hours)
            return Cli::tr("\"%1\" are no hours. Write them like \"mon-fri 09:00-20:00, sat 10:00-17:00\"").arg(given("hours"));
        const bool onHolidays = rule.hours.onHolidays;
        rule.hours = *hours;
        rule.hours.onHolidays = onHolidays;
    }
    if (has("holidays"))
        rule.hours.onHolidays = given("holidays") == QLatin1String("yes");
    for (const auto &[option, number] : {std::pair("most", &rule.most), std::pair("in-hours", &rule.inHours), std::pair("asked-days", &rule.askedDays),
                                        std::pair("bought-days", &rule.boughtDays)}) {
        bool isNumber = true;
        if (has(option))
            *number = given(option).toInt(&isNumber);
        if (!isNumber || (has(option) && *number < 1))
            return Cli::tr("--%1 takes a number from 1 on").arg(QLatin1String(option));
    }
    if (has("media")) {
        rule.media.clear();
        for (const QString &word : given("media").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const auto medium = mediumFromText(word.trimmed());
            if (!medium)
                return Cli::tr("there is no medium \"%1\"").arg(word);
            rule.media << *medium;
        }
    }
    for (const auto &[option, date] : {std::pair("effective", &rule.effective), std::pair("checked", &rule.checkedOn)}) {
        if (has(option))
            *date = QDate::fromString(given(option), Qt::ISODate);
        if (has(option) && !date->isValid())
            return Cli::tr("\"%1\" is no day. Write it like 2026-11-24").arg(given(option));
    }
    if (has("source"))
        rule.source = given("source");
    return {};
}

Exit set(Session &session, const Invocation &invocation, Terminal &terminal)
{
    const auto person = session.person(invocation);
    if (!person)
        return terminal.refuse(person.error());
    session.sayIfOffline(terminal);
    const auto shelf = session.place().ruleShelf();
    if (!shelf)
        return terminal.refuse(shelf.error());
    const QString id = invocation.arguments.value(1);
    const RuleOnShelf *known = shelf->find(id);
    RuleWish wish;
    wish.rule = !known ? newRule(id, invocation) : known->coming ? *known->coming : known->rule;
    wish.reason = invocation.value(QStringLiteral("reason"));
    wish.asShipped = invocation.has(QStringLiteral("as-shipped"));
    if (const QString fault = change(wish.rule, invocation); !fault.isEmpty())
        return terminal.refuse(fault, Exit::Usage);
    if (const auto said = session.setRule(wish, person->login); !said)
        return terminal.refuse(said.error());
    const auto now = session.place().ruleShelf();
    if (!now)
        return terminal.refuse(now.error());
    const RuleOnShelf *one = now->find(id);
    if (terminal.json())
        terminal.print(one ? toJson(*one) : QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("withdrawn"), wish.asShipped}});
    else if (!one) // a new one that holds later is in no list yet
        terminal.print(wish.asShipped ? Cli::tr("%1 is withdrawn.\n").arg(id)
                                      : Cli::tr("%1 is kept, and holds from %2 on.\n").arg(id, dateText(wish.rule.effective)));
    else if (one->coming)
        terminal.print(Cli::tr("%1, from %2 on: %3.\n").arg(ruleName(one->rule), dateText(one->coming->effective), ruleValueText(*one->coming)));
    else
        terminal.print(Cli::tr("%1: %2.\n").arg(ruleName(one->rule), ruleValueText(one->rule)));
    return Exit::Done;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const QString action = invocation.arguments.value(0, QStringLiteral("list"));
    const bool lists = action == QLatin1String("list");
    if (!lists && action != QLatin1String("set") && action != QLatin1String("history"))
        return terminal.refuse(Cli::tr("beback rules can list, set and history, not \"%1\"").arg(action), Exit::Usage);
    if (invocation.arguments.size() > (lists ? 1 : 2) || (!lists && invocation.arguments.size() < 2))
        return terminal.refuse(Cli::tr("beback rules %1 is written differently; see beback rules --help").arg(action), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        if (action == QLatin1String("set"))
            return set(session, invocation, terminal);
        session.sayIfOffline(terminal);
        return lists ? list(session, terminal) : history(session, invocation.arguments.value(1), terminal);
    });
}

} // namespace

Command rulesCommand()
{
    Command command;
    command.name = QStringLiteral("rules");
    command.arguments = QStringLiteral("[list] | set ID | history ID");
    command.summary = Cli::tr("The contact rules: what holds where, by which source, and what was changed here.");
    command.details = Cli::tr("A manager may make a law stricter, renew its source and the day it was checked, and change the rules of\n"
                              "the house at will. A law looser than shipped needs its new source and its effective date. A limit of\n"
                              "the house is added by a new ID, the law of a state by a new ID with --where. Every version is kept,\n"
                              "and everybody is planned anew by the change.");
    command.options = {{QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("With set: who does it, a manager."), false, false, true, {QStringLiteral("set")}},
                       {QStringLiteral("hours"), QStringLiteral("HOURS"), Cli::tr("When calls and texts may be made: \"mon-fri 09:00-20:00, sat 10:00-17:00\".")},
                       {QStringLiteral("holidays"), QStringLiteral("yes|no"), Cli::tr("Also on federal holidays?")},
                       {QStringLiteral("most"), QStringLiteral("N"), Cli::tr("The most touches.")},
                       {QStringLiteral("in-hours"), QStringLiteral("N"), Cli::tr("In how many hours.")},
                       {QStringLiteral("media"), QStringLiteral("M,M"), Cli::tr("Which media are counted; of a new limit all, unless said.")},
                       {QStringLiteral("asked-days"), QStringLiteral("N"), Cli::tr("How many days after they asked they may be called and texted.")},
                       {QStringLiteral("bought-days"), QStringLiteral("N"), Cli::tr("How many days after they bought.")},
                       {QStringLiteral("then"), QStringLiteral("warn|block"), Cli::tr("And after that, without their consent.")},
                       {QStringLiteral("where"), QStringLiteral("US-XX"), Cli::tr("Of a new law: the state.")},
                       {QStringLiteral("place"), QStringLiteral("NAME"), Cli::tr("Of a new law: how the state is called.")},
                       {QStringLiteral("source"), QStringLiteral("TEXT"), Cli::tr("Where the law can be read.")},
                       {QStringLiteral("effective"), QStringLiteral("DAY"), Cli::tr("Since when it holds, or from when on.")},
                       {QStringLiteral("checked"), QStringLiteral("DAY"), Cli::tr("When it was last compared with its source.")},
                       {QStringLiteral("as-shipped"), {}, Cli::tr("Back to what was shipped; a rule of the store's own is withdrawn.")},
                       {QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("With set: why; it is kept with the change."), false, false, false, {QStringLiteral("set")}}};
    command.leastArguments = 0;
    command.mostArguments = 2;
    command.run = run;
    return command;
}

} // namespace beback::app
