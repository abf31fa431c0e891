#include "app/present.h"
#include "app/session.h"
#include "core/plan/permission.h"

namespace beback::app {

namespace {

QString outcomeWords()
{
    QStringList words;
    for (int i = int(Outcome::Reached); i <= int(Outcome::Missed); ++i)
        words.append(toText(Outcome(i)));
    return words.join(QStringLiteral(", "));
}

QString mediumWords()
{
    QStringList words;
    for (Medium medium : AllMedia)
        words.append(toText(medium));
    return words.join(QStringLiteral(", "));
}

// What the options say, as far as it can be read without the store. A fault is a sentence for wrong usage.
QString objectionWords()
{
    QStringList words;
    for (const Objection objection : AllObjections)
        words.append(toText(objection));
    return words.join(QStringLiteral(", "));
}

struct Wanted {
    RecordRequest request;
    QString fault;
};

Wanted read(const Invocation &invocation)
{
    Wanted wanted;
    RecordRequest &request = wanted.request;
    const auto medium = mediumFromText(invocation.value(QStringLiteral("medium")));
    if (!medium)
        return {{}, Cli::tr("there is no medium \"%1\". There are: %2.")
                        .arg(invocation.value(QStringLiteral("medium")), mediumWords())};
    const bool aboutVisit = invocation.has(QStringLiteral("objection")) || invocation.has(QStringLiteral("sold"));
    const bool laterSaid = aboutVisit && !invocation.has(QStringLiteral("outcome")); // of a visit that is on the history already
    const auto outcome = laterSaid ? std::optional(Outcome::None) : outcomeFromText(invocation.value(QStringLiteral("outcome")));
    if (!outcome || (*outcome == Outcome::None && !laterSaid))
        return {{}, Cli::tr("there is no outcome \"%1\". There are: %2.")
                        .arg(invocation.value(QStringLiteral("outcome")), outcomeWords())};
    request.medium = *medium;
    request.outcome = *outcome;
    request.note = invocation.value(QStringLiteral("note"));
    request.why = invocation.value(QStringLiteral("why"));
    request.result = invocation.value(QStringLiteral("result"));
    if (invocation.has(QStringLiteral("result-came"))) {
        const QString came = invocation.value(QStringLiteral("result-came")).toLower();
        if (came != QLatin1String("yes") && came != QLatin1String("no"))
            return {{}, Cli::tr("--result-came takes yes or no, not \"%1\"").arg(came)};
        request.resultCame = came == QLatin1String("yes");
    }
    if (invocation.has(QStringLiteral("objection"))) {
        request.objection = objectionFromText(invocation.value(QStringLiteral("objection")));
        if (!request.objection)
            return {{}, Cli::tr("there is no objection \"%1\". There are: %2.")
                            .arg(invocation.value(QStringLiteral("objection")), objectionWords())};
    }
    request.objectionSaid = invocation.value(QStringLiteral("said"));
    request.sold = invocation.has(QStringLiteral("sold"));
    request.department = invocation.value(QStringLiteral("department"));
    request.overrule = invocation.value(QStringLiteral("overrule")).trimmed();
    if (invocation.has(QStringLiteral("overrule")) && request.overrule.isEmpty())
        return {{}, Cli::tr("--overrule takes the reason, which is kept")};
    for (const QString &answer : invocation.values(QStringLiteral("answer"))) {
        const qsizetype sign = answer.indexOf(QLatin1Char('='));
        if (sign < 1)
            return {{}, Cli::tr("--answer takes KEY=TEXT, not \"%1\"").arg(answer)};
        request.answers.insert(answer.left(sign).trimmed(), answer.mid(sign + 1).trimmed());
    }
    for (const QString &reason : invocation.values(QStringLiteral("could-not-ask"))) {
        const qsizetype sign = reason.indexOf(QLatin1Char('='));
        if (sign < 1 || reason.mid(sign + 1).trimmed().isEmpty())
            return {{}, Cli::tr("--could-not-ask takes KEY=REASON, not \"%1\"").arg(reason)};
        request.notAsked.insert(reason.left(sign).trimmed(), reason.mid(sign + 1).trimmed());
    }
    request.subject = invocation.value(QStringLiteral("subject"));
    request.words = invocation.value(QStringLiteral("words"));
    request.wording = invocation.value(QStringLiteral("wording"));
    request.checkReason = invocation.value(QStringLiteral("keep"));
    request.solutions = invocation.values(QStringLiteral("solution"));
    return wanted;
}

QString receiptText(const RecordReceipt &receipt, Session &session)
{
    const QString next = receipt.next ? stepLine(receipt.next->step, session.zone(), session.now())
                                      : Cli::tr("nothing; no interest of this customer is open");
    return Cli::tr("Recorded.\nNext for this customer: %1\n").arg(next);
}

// The plan's reason and wanted result count where the caller gives none, provided this was the planned step.
void fillFromPlan(RecordRequest &request, const LeadView &view)
{
    if (!view.step || view.step->medium != request.medium)
        return;
    if (request.why.isEmpty())
        request.why = view.step->purpose;
    if (request.result.isEmpty())
        request.result = view.step->result;
}

// What happened is kept, whatever stood against it; but nobody shall think that nothing did. Empty: nothing, or a reason was given.
QString against(const RecordRequest &request, const CustomerState &before, const RuleBook &rules, Instant now)
{
    if (request.outcome == Outcome::None || !request.overrule.isEmpty())
        return {};
    const Permission stands = mayContact(before, rules, request.medium, request.pointKey, now);
    if (stands.allowed() && stands.code != QLatin1String("house_limit")) // the other warnings forbid nothing
        return {};
    return stands.house ? Cli::tr("Recorded, though a rule of the house stands against it: %1. Next time, --overrule REASON keeps why.").arg(stands.reason)
                        : Cli::tr("Recorded, though this stands against it: %1.").arg(stands.reason);
}

Exit print(const RecordReceipt &receipt, Session &session, Terminal &terminal)
{
    if (!terminal.json()) {
        terminal.print(receiptText(receipt, session));
        return Exit::Done;
    }
    terminal.print(QJsonObject{{QStringLiteral("event"), receipt.event.toString()},
                               {QStringLiteral("lead"), receipt.lead.toString()},
                               {QStringLiteral("customer"), receipt.customer.toString()},
                               {QStringLiteral("confirmed"), receipt.confirmed},
                               {QStringLiteral("next"), receipt.next ? QJsonValue(toJson(*receipt.next)) : QJsonValue()}});
    return Exit::Done;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    Wanted wanted = read(invocation);
    if (!wanted.fault.isEmpty())
        return terminal.refuse(wanted.fault, Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        RecordRequest &request = wanted.request;
        const auto who = session.personAndLead(invocation);
        if (!who)
            return terminal.refuse(who.error());
        const auto &[person, lead] = *who;
        if (invocation.has(QStringLiteral("next-at"))) {
            const QString text = invocation.value(QStringLiteral("next-at"));
            request.nextAt = readTime(text, session.zone(), session.now());
            if (!request.nextAt)
                return terminal.refuse(
                    Cli::tr("\"%1\" is no time. Write it like 2026-11-24 15:00, tomorrow 9:30 am, or 15:00.").arg(text),
                    Exit::Usage);
        }
        request.customer = lead.customer;
        request.lead = lead.lead;
        const auto view = session.place().view(lead.customer, lead.lead, person.login);
        if (!view)
            return terminal.refuse(view.error());
        fillFromPlan(request, *view);
        if (view->claim)
            request.epoch = view->claim->epoch;
        const QString stood = against(request, view->customer, session.place().plans().rules(), session.now());
        auto receipt = session.place().record(request, person.login);
        if (!receipt)
            return terminal.refuse(receipt.error());
        receipt->confirmed = session.confirm(terminal);
        for (const QString &besides : {receipt->besides, stood})
            if (!besides.isEmpty())
                terminal.say(besides);
        // What happened is on the history whoever did it; that two are at work on one person is worth a word.
        if (!view->heldBy.isEmpty())
            terminal.say(Cli::tr("Recorded, but %1 has this customer now. Talk to them.").arg(view->heldBy));
        return print(*receipt, session, terminal);
    });
}

} // namespace

Command recordCommand()
{
    Command command;
    command.name = QStringLiteral("record");
    command.summary = Cli::tr("Write down what came of an attempt, and give the person back.");
    command.details = Cli::tr("It prints once the event is safely on the disk.");
    command.options = {
        {QStringLiteral("as"), QStringLiteral("LOGIN"),
         Cli::tr("Who contacted them; on a shared database its user, and may be left out."), true, false, true},
        {QStringLiteral("lead"), QStringLiteral("ID"), Cli::tr("The lead, or the beginning of its id."), true},
        {QStringLiteral("medium"), QStringLiteral("M"), Cli::tr("How: %1.").arg(mediumWords()), true},
        {QStringLiteral("outcome"), QStringLiteral("O"), Cli::tr("What came of it: %1.").arg(outcomeWords())},
        {QStringLiteral("why"), QStringLiteral("TEXT"), Cli::tr("The reason; the plan's when left out.")},
        {QStringLiteral("result"), QStringLiteral("TEXT"), Cli::tr("The wanted result; the plan's when left out.")},
        {QStringLiteral("result-came"), QStringLiteral("yes|no"), Cli::tr("Did the wanted result come?")},
        {QStringLiteral("note"), QStringLiteral("TEXT"), Cli::tr("A note.")},
        {QStringLiteral("objection"), QStringLiteral("WHY"),
         Cli::tr("They came in and did not buy: what kept them: %1. Without --outcome: about a visit on the history.").arg(objectionWords())},
        {QStringLiteral("said"), QStringLiteral("TEXT"), Cli::tr("The objection in their words.")},
        {QStringLiteral("sold"), {}, Cli::tr("They bought; the lead is closed as sold.")},
        {QStringLiteral("department"), QStringLiteral("NAME"),
         Cli::tr("Who contacted them, when not the BDC: sales, service, marketing. It counts for their limits.")},
        {QStringLiteral("overrule"), QStringLiteral("REASON"),
         Cli::tr("Why a rule of the house was gone beyond; it is kept. A law or what they asked for cannot be overruled.")},
        {QStringLiteral("next-at"), QStringLiteral("TIME"),
         Cli::tr("A time that was promised: 2026-11-24 15:00, tomorrow 9:30 am, 15:00, or an ISO instant.")},
        {QStringLiteral("answer"), QStringLiteral("KEY=TEXT"),
         Cli::tr("An answer to a question of the call guide; \"next\" prints them. A call that reached them needs one to each that must be asked."), false, true},
        {QStringLiteral("could-not-ask"), QStringLiteral("KEY=REASON"), Cli::tr("Why a question that must be asked could not be."), false, true},
        {QStringLiteral("words"), QStringLiteral("TEXT"), Cli::tr("What was sent. It is checked: what asks nothing, or says nothing, is not recorded as sent.")},
        {QStringLiteral("subject"), QStringLiteral("TEXT"), Cli::tr("The subject of an e-mail.")},
        {QStringLiteral("wording"), QStringLiteral("ID"), Cli::tr("The template it was made from, as \"next --json\" names it: its question has to be in the words.")},
        {QStringLiteral("keep"), QStringLiteral("REASON"), Cli::tr("Why words go out that the check holds to be empty, repeated or wrongly addressed; managers see it.")},
        {QStringLiteral("solution"), QStringLiteral("ID"), Cli::tr("What was offered against an objection."), false, true}};
    command.run = run;
    return command;
}

} // namespace beback::app
