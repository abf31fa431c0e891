#include "app/present.h"
#include "app/session.h"
#include "core/time/wording.h"

namespace beback::app {

namespace {

QString pointLine(const PointView &point)
{
    const bool phone = point.point.type == ContactPoint::Type::Phone;
    QStringList refused;
    if (phone && !point.call.allowed())
        refused.append(Cli::tr("no call: %1").arg(point.call.reason));
    if (phone && !point.text.allowed())
        refused.append(Cli::tr("no text: %1").arg(point.text.reason));
    if (!phone && !point.email.allowed())
        refused.append(Cli::tr("no e-mail: %1").arg(point.email.reason));
    QString line = QStringLiteral("  %1%2").arg(point.offered ? QStringLiteral("> ") : QStringLiteral("  "), point.shown);
    if (!point.point.label.isEmpty())
        line += QStringLiteral(" (%1)").arg(point.point.label);
    if (!refused.isEmpty())
        line += QStringLiteral("  ") + refused.join(QStringLiteral("; "));
    return line + QLatin1Char('\n');
}

QString wordsText(const LeadView &view)
{
    if (!view.step || !view.words.contains(view.step->medium))
        return {};
    const PreparedWords words = view.words.value(view.step->medium);
    QString text = Cli::tr("\nWords:\n");
    if (!words.subject.isEmpty())
        text += Cli::tr("  Subject: %1\n").arg(words.subject);
    for (const QString &line : words.body.split(QLatin1Char('\n')))
        text += QStringLiteral("  ") + line + QLatin1Char('\n');
    if (!words.missing.isEmpty())
        text += Cli::tr("  Still to fill in: %1\n").arg(words.missing.join(QStringLiteral(", ")));
    return text;
}

QString questionsText(const LeadView &view)
{
    if (!view.guide || !view.step || view.step->medium != Medium::Call)
        return {};
    QString text = Cli::tr("\nCall guide: %1\n").arg(view.guide->name);
    const GuideState state{{}, view.known, {}};
    for (const GuideStep *step : pathOf(*view.guide, state)) {
        QStringList choices;
        for (const GuideChoice &choice : step->choices)
            choices << QStringLiteral("%1 (%2)").arg(choice.key, choice.text.in(view.language));
        if (step->kind == AnswerKind::YesNo)
            choices << QStringLiteral("yes") << QStringLiteral("no");
        text += QStringLiteral("  %1 %2: %3%4\n").arg(step->must ? QStringLiteral("*") : QStringLiteral(" "), step->key, fillIn(step->ask.in(view.language), view.facts),
                                                     choices.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(choices.join(QStringLiteral(", "))));
        if (const QString known = answerOf(*step, state); !known.isEmpty())
            text += Cli::tr("      known: %1\n").arg(shownAnswer(*step, known, view.language, view.zone, {}));
    }
    return text + Cli::tr("  * must be asked: give answers with record --answer KEY=TEXT.\n");
}

QString leadText(const LeadView &view, Session &session)
{
    const LeadState *lead = view.leadState();
    QString text = view.customer.name.display();
    if (lead && !lead->wanted.isEmpty())
        text += QStringLiteral(", ") + lead->wanted.label();
    text += QLatin1Char('\n') + view.arrived + QLatin1Char('\n');
    text += Cli::tr("Lead %1\n\n").arg(view.lead.toString());
    if (view.step) {
        text += Cli::tr("Now:     %1\nWhy:     %2\nWanted:  %3\n")
                    .arg(mediumLabel(view.step->medium), view.step->purpose, view.step->result);
        if (!view.planLine.isEmpty())
            text += Cli::tr("Plan:    %1\n").arg(view.planLine);
    }
    text += QLatin1Char('\n');
    for (const QString &sentence : view.why)
        text += QStringLiteral("  ") + sentence + QLatin1Char('\n');
    for (const QString &note : view.coach)
        text += QStringLiteral("  ") + Cli::tr("Not for the customer. %1").arg(note) + QLatin1Char('\n');
    text += QLatin1Char('\n');
    for (const PointView &point : view.points)
        text += pointLine(point);
    text += wordsText(view);
    text += questionsText(view);
    if (view.claim)
        text += Cli::tr("\nYours until %1.\n").arg(wording::dayAndTime(view.claim->until, session.zone(), session.now()));
    return text;
}

Exit nobody(Session &session, const QString &login, Terminal &terminal)
{
    const auto page = session.queuePage(login, 1);
    if (!page)
        return terminal.refuse(page.error());
    if (terminal.json())
        terminal.print(QJsonObject{{QStringLiteral("lead"), QJsonValue()},
                                   {QStringLiteral("customer"), QJsonValue()},
                                   {QStringLiteral("step"), QJsonValue()},
                                   {QStringLiteral("why"), QJsonArray()},
                                   {QStringLiteral("because"), toJson(page->because)}});
    else
        terminal.print(Cli::tr("Nobody may be contacted now.\n") + becauseText(page->because));
    return Exit::Done;
}

Exit run(const Invocation &invocation, Terminal &terminal)
{
    return inSession(invocation, terminal, [&](Session &session) {
        const auto person = session.person(invocation);
        if (!person)
            return terminal.refuse(person.error());
        const auto view = session.next(person->login);
        if (!view)
            return terminal.refuse(view.error());
        if (!*view)
            return nobody(session, person->login, terminal);
        session.sayIfOffline(terminal);
        if (terminal.json())
            terminal.print(toJson(**view));
        else
            terminal.print(leadText(**view, session));
        return Exit::Done;
    });
}

} // namespace

Command nextCommand()
{
    Command command;
    command.name = QStringLiteral("next");
    command.summary = Cli::tr("Claim the next lead; print it, why, and the words.");
    command.details = Cli::tr("Every call claims one more person for this login. A claim runs out by itself after ten\n"
                              "minutes; record and release give the person back. Without the shared database it is the next of those\n"
                              "who were taken along (beback away).");
    command.options = {{QStringLiteral("as"), QStringLiteral("LOGIN"),
         Cli::tr("Who will contact them; on a shared database its user, and may be left out."), true, false, true}};
    command.run = run;
    return command;
}

} // namespace beback::app
