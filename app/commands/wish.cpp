#include "app/present.h"
#include "app/session.h"
#include "core/plan/wish_words.h"

namespace beback::app {

namespace {

// Their own time of the day: "18:00" or "6 pm". Invalid: no such time.
QTime timeOf(const QString &text)
{
    for (const char *form : {"H:mm", "h:mm ap", "h ap", "hap", "h:mmap"})
        if (const QTime time = QTime::fromString(text.trimmed().toLower(), QLatin1String(form)); time.isValid())
            return time;
    return {};
}

// A fault is a sentence for wrong usage.
QString read(const Invocation &invocation, Wish &wish)
{
    const auto given = [&](const char *option) { return invocation.value(QLatin1String(option)).trimmed(); };
    const auto has = [&](const char *option) { return invocation.has(QLatin1String(option)); };
    const bool bounds = has("medium") || has("after") || has("before");
    if (has("none"))
        return bounds || has("words") ? Cli::tr("--none ends a wish; leave the rest out") : QString();
    if (has("words"))
        wish = bounds ? Wish{given("words"), {}, {}, {}} : readWish(given("words"));
    if (has("medium")) {
        wish.medium = mediumFromText(given("medium"));
        if (!wish.medium)
            return Cli::tr("there is no medium \"%1\"").arg(given("medium"));
    }
    for (const auto &[option, time] : {std::pair("after", &wish.after), std::pair("before", &wish.before)}) {
        if (has(option))
            *time = timeOf(given(option));
        if (has(option) && !time->isValid())
            return Cli::tr("\"%1\" is no time of the day. Write it like 18:00 or 6 pm").arg(given(option));
    }
    return wish.isEmpty() ? Cli::tr("what do they wish? Say it with --medium, --after or --before, or by --words like \"text me after six\"") : QString();
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    Wish wish;
    if (const QString fault = read(invocation, wish); !fault.isEmpty())
        return terminal.refuse(fault, Exit::Usage);
    return inSession(invocation, terminal, [&](Session &session) {
        const auto who = session.personAndLead(invocation);
        if (!who)
            return terminal.refuse(who.error());
        const auto &[person, lead] = *who;
        const auto receipt = session.place().setWish(lead.customer, wish, person.login);
        if (!receipt)
            return terminal.refuse(receipt.error());
        const bool confirmed = session.confirm(terminal);
        if (terminal.json()) {
            QJsonObject json = wish.toBody();
            json.insert(QStringLiteral("event"), receipt->event.toString());
            json.insert(QStringLiteral("confirmed"), confirmed);
            terminal.print(json);
        } else {
            const QString next = receipt->next ? stepLine(receipt->next->step, session.zone(), session.now())
                                               : Cli::tr("nothing; no interest of this customer is open");
            terminal.print((wish.isEmpty() ? Cli::tr("They wish nothing any more.\n") : Cli::tr("They wish: %1.\n").arg(wishText(wish)))
                           + Cli::tr("Next for this customer: %1\n").arg(next));
        }
        return Exit::Done;
    });
}

} // namespace

Command wishCommand()
{
    Command command;
    command.name = QStringLiteral("wish");
    command.summary = Cli::tr("Keep by which medium and when somebody wants to hear from us. It goes before every plan.");
    command.details = Cli::tr("Words alone are read where they are plain: --words \"text me after six\". Times are theirs.");
    command.options = {
        {QStringLiteral("as"), QStringLiteral("LOGIN"), Cli::tr("Who was told; on a shared database its user, and may be left out."), true, false, true},
        {QStringLiteral("lead"), QStringLiteral("ID"), Cli::tr("A lead of theirs, or the beginning of its id."), true},
        {QStringLiteral("medium"), QStringLiteral("call|text|email"), Cli::tr("By what.")},
        {QStringLiteral("after"), QStringLiteral("TIME"), Cli::tr("Not before that.")},
        {QStringLiteral("before"), QStringLiteral("TIME"), Cli::tr("Not after that.")},
        {QStringLiteral("words"), QStringLiteral("TEXT"), Cli::tr("In their words.")},
        {QStringLiteral("none"), {}, Cli::tr("They wish nothing any more.")}};
    command.run = run;
    return command;
}

} // namespace beback::app
