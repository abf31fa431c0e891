#include "app/session.h"

#include "app/present.h"

namespace beback::app {

Result<StoreUrl> storeOf(const Invocation &invocation)
{
    if (invocation.has(QStringLiteral("db")))
        return StoreUrl::parse(invocation.value(QStringLiteral("db")));
    return StoreUrl::standard();
}

Result<void> Session::open(const Invocation &invocation, Workplace::Open how)
{
    BEBACK_TRY(url, storeOf(invocation));
    BEBACK_TRY(place, Workplace::open(url, how, m_clock, m_random));
    m_place = std::move(place);
    return {};
}

Result<void> Session::setClock(const Invocation &invocation)
{
    if (!invocation.has(QStringLiteral("at")))
        return {};
    BEBACK_TRY(training, m_place->isTraining());
    if (!training)
        return Error{Code::Denied,
                     Cli::tr("--at works in a training database only, and this is none. Make one with: "
                             "beback init --training --db sqlite:PATH"),
                     {}};
    const QString text = invocation.value(QStringLiteral("at"));
    const auto at = readTime(text, zone(), m_clock.now());
    if (!at)
        return Error{Code::Invalid, Cli::tr("\"%1\" is no moment. Write it like 2026-11-24T15:00:00Z.").arg(text), {}};
    m_clock.fix(*at);
    return {};
}

Exit inSession(const Invocation &invocation, Terminal &terminal, const std::function<Exit(Session &)> &work)
{
    Session session;
    if (const auto opened = session.open(invocation, Workplace::Open::Existing); !opened)
        return terminal.refuse(opened.error().message, Exit::NoStore);
    if (const auto set = session.setClock(invocation); !set)
        return terminal.refuse(set.error());
    return work(session);
}

} // namespace beback::app
