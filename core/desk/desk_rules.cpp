// Contact rules, as a manager sees and changes them.
#include "core/desk/desk_ask.h"

namespace beback {

void Desk::Body::planAnew()
{
    intake.post([this] {
        const auto at = intakePlace();
        if (!at)
            return; // whoever opens the store next goes on
        const auto fresh = (*at)->freshRules();
        const auto changed = fresh ? (*at)->replanByRules() : Result<int>(fresh.error());
        if (!changed)
            qWarning("%s", qPrintable(changed.error().message)); // the next one who opens the store goes on; `check` says what is left
        else if (*changed > 0)
            announce({});
    });
}

QFuture<Result<RuleShelf>> Desk::ruleShelf()
{
    return m_body->ask([](Workplace &at) { return at.ruleShelf(); });
}

// In the intake thread: reading everybody takes its time, and what is recorded meanwhile does not wait for it.
QFuture<Result<RuleWeight>> Desk::weighRule(RuleWish wish)
{
    return m_body->intake.run([body = m_body.get(), wish]() -> Result<RuleWeight> {
        BEBACK_TRY(at, body->intakePlace());
        return at->weighRule(wish);
    });
}

QFuture<Result<void>> Desk::setRule(RuleWish wish)
{
    return m_body->askShared(
        [wish, body = m_body.get()](SharedPlace &at) -> Result<void> {
            BEBACK_CHECK(at.setRule(wish));
            if (SharedLink *shared = body->link)
                shared->planOthersAnew();
            body->announce({});
            return {};
        },
        [wish, body = m_body.get()](Workplace &at) -> Result<void> {
            BEBACK_CHECK(at.sayRule(wish, body->login));
            body->planAnew();
            body->announce({});
            return {};
        });
}

} // namespace beback
