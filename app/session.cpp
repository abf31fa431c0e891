#include "app/session.h"

#include "app/present.h"

namespace beback::app {

namespace {

constexpr int ShortestBeginning = 6; // of a lead's id

} // namespace

Result<StoreUrl> storeOf(const Invocation &invocation)
{
    if (invocation.has(QStringLiteral("db")))
        return StoreUrl::parse(invocation.value(QStringLiteral("db")));
    return StoreUrl::standard();
}

Result<Agent> Session::person(const QString &login)
{
    BEBACK_TRY(people, m_place->people());
    QStringList known;
    for (const Person &person : people) {
        if (person.agent.login == login) {
            if (person.active)
                return person.agent;
            return Error{Code::Denied,
                         Cli::tr("%1 does not work here any more. To let them back in: beback user enable %1").arg(login),
                         {}};
        }
        if (person.active)
            known.append(person.agent.login);
    }
    if (known.isEmpty())
        return Error{Code::NotFound,
                     Cli::tr("Nobody works here yet. Add somebody with: beback user add %1 --name NAME").arg(login), {}};
    return Error{Code::NotFound,
                 Cli::tr("There is nobody with the login \"%1\" here. Those who are: %2.")
                     .arg(login, known.join(QStringLiteral(", "))),
                 {}};
}

Result<FoundLead> Session::lead(const QString &idOrBeginning)
{
    const QString text = idOrBeginning.trimmed().toLower();
    if (text.size() < ShortestBeginning)
        return Error{Code::Invalid,
                     Cli::tr("\"%1\" is too short for a lead. Give its id, or at least its first %2 characters.")
                         .arg(idOrBeginning)
                         .arg(ShortestBeginning),
                     {}};
    BEBACK_TRY(found, m_place->findLeads(text));
    if (found.isEmpty())
        return Error{Code::NotFound,
                     Cli::tr("There is no lead \"%1\" here. beback queue lists those that are due.").arg(idOrBeginning), {}};
    if (found.size() > 1)
        return Error{Code::Invalid,
                     Cli::tr("Several leads begin with \"%1\". Give more of the id, for example %2.")
                         .arg(idOrBeginning, found.first().lead.toString()),
                     {}};
    return found.first();
}

Exit inSession(const Invocation &invocation, Terminal &terminal, const std::function<Exit(Session &)> &work)
{
    const auto url = storeOf(invocation);
    if (!url)
        return terminal.refuse(url.error().message, Exit::NoStore);
    Session session;
    auto place = Workplace::open(*url, session.m_clock, session.m_random);
    if (!place)
        return terminal.refuse(place.error().message, Exit::NoStore);
    session.m_place = std::move(*place);
    session.m_zone = session.m_place->rooftop().zone;

    if (invocation.has(QStringLiteral("at"))) {
        const QString text = invocation.value(QStringLiteral("at"));
        if (!session.m_place->training())
            return terminal.refuse(Cli::tr("--at works in a training database only, and this is none. Make one with: "
                                           "beback init --training --db sqlite:PATH"));
        const auto at = readTime(text, session.m_zone, session.m_clock.now());
        if (!at)
            return terminal.refuse(Cli::tr("\"%1\" is no moment. Write it like 2026-11-24T15:00:00Z.").arg(text),
                                   Exit::Usage);
        session.m_clock.fix(*at);
    }
    return work(session);
}

} // namespace beback::app
