#include "app/present.h"
#include "app/session.h"

namespace beback::app {

namespace {

// None: no status a lead can be closed with.
std::optional<LeadStatus> closingStatus(const QString &word)
{
    for (const LeadStatus status : {LeadStatus::Sold, LeadStatus::Lost, LeadStatus::Duplicate})
        if (word.toLower() == toText(status))
            return status;
    return std::nullopt;
}

Exit print(const RecordReceipt &receipt, LeadStatus status, Session &session, Terminal &terminal)
{
    if (terminal.json()) {
        terminal.print(QJsonObject{{QStringLiteral("event"), receipt.event.toString()},
                                   {QStringLiteral("lead"), receipt.lead.toString()},
                                   {QStringLiteral("status"), toText(status)},
                                   {QStringLiteral("next"), receipt.next ? QJsonValue(toJson(*receipt.next)) : QJsonValue()}});
        return Exit::Done;
    }
    const QString next = receipt.next ? stepLine(receipt.next->step, session.zone(), session.now())
                                      : Cli::tr("nothing; no interest of this customer is open");
    terminal.print(Cli::tr("Closed as %1.\nNext for this customer: %2\n").arg(toText(status), next));
    return Exit::Done;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    const QString word = invocation.value(QStringLiteral("status"));
    const auto status = closingStatus(word);
    if (!status)
        return terminal.refuse(Cli::tr("there is no status \"%1\". There are: sold, lost, duplicate.").arg(word), Exit::Usage);
    if (*status != LeadStatus::Sold && invocation.value(QStringLiteral("reason")).trimmed().isEmpty())
        return terminal.refuse(Cli::tr("--reason is missing: why is this lead closed? A manager will see it."), Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const auto who = session.personAndLead(invocation);
        if (!who)
            return terminal.refuse(who.error());
        const auto &[person, lead] = *who;
        auto receipt = session.place().closeLead(lead.customer, lead.lead, *status,
                                                       invocation.value(QStringLiteral("reason")), person.login);
        if (!receipt)
            return terminal.refuse(receipt.error());
        receipt->confirmed = session.confirm(terminal);
        return print(*receipt, *status, session, terminal);
    });
}

} // namespace

Command closeCommand()
{
    Command command;
    command.name = QStringLiteral("close");
    command.summary = Cli::tr("Close a lead: sold here, lost, or the same as another one.");
    command.details = Cli::tr("Nothing more is planned for it; other interests of the person go on.");
    command.options = {
        {QStringLiteral("as"), QStringLiteral("LOGIN"),
         Cli::tr("Who closes it; on a shared database its user, and may be left out."), true, false, true},
        {QStringLiteral("lead"), QStringLiteral("ID"), Cli::tr("The lead, or the beginning of its id."), true},
        {QStringLiteral("status"), QStringLiteral("sold|lost|duplicate"), Cli::tr("What became of it."), true},
        {QStringLiteral("reason"), QStringLiteral("TEXT"), Cli::tr("Why; needed for everything but sold.")}};
    command.run = run;
    return command;
}

} // namespace beback::app
