#include "core/desk/desk_ask.h"

#include "core/demo/demo_world.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Error notCarried()
{
    return {Code::Unavailable, tr("This person is not on this computer, and the shared database does not answer."), {}};
}

// A wish not to be contacted ends the lease of whoever has them, and it is not taken again by itself.
Result<void> mayStayInHand(Workplace &at, CustomerId customer)
{
    BEBACK_TRY(state, at.customer(customer));
    if (state.refusal({}, {}))
        return Error{Code::NotFound, tr("They have asked meanwhile not to be contacted at all, so they are not in hand any more."), {}};
    return {};
}

} // namespace

Desk::Desk(const Clock &clock, QObject *parent) : QObject(parent), m_body(std::make_unique<Body>(*this, clock)) {}

Desk::~Desk()
{
    m_body->ending = true;
}

// A write: says who changed once it is committed.
template <class Job> QFuture<Result<RecordReceipt>> Desk::Body::write(CustomerId customer, Job job)
{
    return ask([this, customer, job = std::move(job), waiting = pending.begin()](Workplace &at) -> Result<RecordReceipt> {
        auto receipt = job(at);
        if (receipt) {
            announce({customer.isNull() ? receipt->customer : customer});
            if (SharedLink *shared = link) {
                receipt->confirmed = false;
                shared->nudge();
            }
        }
        return receipt;
    });
}

void Desk::Body::announce(const QVector<CustomerId> &customers)
{
    QMetaObject::invokeMethod(&owner, [this, customers] { Q_EMIT owner.changed(customers); }, Qt::QueuedConnection);
}

QFuture<Result<DeskOpened>> Desk::open(const QString &storeUrl, bool create)
{
    return m_body->desk.run([body = m_body.get(), storeUrl, create]() -> Result<DeskOpened> {
        return body->openHere(storeUrl, create ? Workplace::Open::CreateOrUpgrade : Workplace::Open::Existing);
    });
}

QFuture<Result<DeskOpened>> Desk::join(const QString &storeUrl)
{
    return m_body->desk.run([body = m_body.get(), storeUrl]() -> Result<DeskOpened> {
        BEBACK_TRY(shared, StoreUrl::parse(storeUrl));
        if (shared.engine == Engine::Postgresql)
            BEBACK_CHECK(body->joinAnew(shared));
        return body->openHere(storeUrl, Workplace::Open::CreateOrUpgrade);
    });
}

QFuture<Result<void>> Desk::leave()
{
    return m_body->desk.run([body = m_body.get()]() -> Result<void> {
        body->endLink();
        body->place.reset();
        body->login.clear();
        body->intake.post([body] {
            body->watched.clear();
            body->intakeStore.reset();
        });
        return {};
    });
}

QFuture<Result<DeskOpened>> Desk::createDemo(const QString &storeUrl, int customers, quint64 seed)
{
    return m_body->desk.run([body = m_body.get(), storeUrl, customers, seed]() -> Result<DeskOpened> {
        BEBACK_TRY(opened, body->openHere(storeUrl, Workplace::Open::CreateOrUpgrade));
        if (!opened.rooftop.name.isEmpty())
            return Error{Code::Conflict, tr("%1 belongs to %2 already. Choose another file for the demo.").arg(opened.store, opened.rooftop.name), {}};
        constexpr qint64 DayUs = qint64(86400) * 1000000;
        const Instant midnight{body->clock.now().us / DayUs * DayUs};
        BEBACK_CHECK(makeDemoWorld(body->place->db(), DemoWorld{customers, seed, midnight}, body->place->plans()));
        BEBACK_CHECK(body->place->reload());
        return body->facts();
    });
}

QFuture<Result<DeskOpened>> Desk::createEmpty(const QString &storeUrl, const RooftopFacts &rooftop, const Agent &first)
{
    return m_body->desk.run([body = m_body.get(), storeUrl, rooftop, first]() -> Result<DeskOpened> {
        BEBACK_CHECK(body->openHere(storeUrl, Workplace::Open::CreateOrUpgrade));
        Workplace &place = *body->place;
        BEBACK_TRY(people, place.users(true));
        // A site that somebody set up from the command line, and nobody yet in it: only the person is missing.
        const bool onlyThePerson = place.isSetUp() && people.isEmpty();
        BEBACK_CHECK(place.db().inTransaction("first person", [&]() -> Result<void> {
            if (!onlyThePerson)
                BEBACK_CHECK(place.setUpRooftop(rooftop));
            return place.addUser(first);
        }));
        BEBACK_CHECK(place.reload());
        return body->facts();
    });
}

QFuture<Result<Agent>> Desk::signIn(const QString &login)
{
    return m_body->ask([body = m_body.get(), login](Workplace &at) -> Result<Agent> {
        BEBACK_TRY(agent, at.user(login));
        if (SharedLink *shared = body->link; shared && login != body->connectedAs)
            return Error{Code::Denied, tr("This desk is connected as %1. Another person joins from their own account.").arg(body->connectedAs), {}};
        body->login = login;
        BEBACK_CHECK(at.setSetting(QStringLiteral("last_login"), login));
        return agent;
    });
}

QFuture<Result<QueuePage>> Desk::queue(int limit)
{
    return m_body->askShared(
        [limit](SharedPlace &at) { return at.queuePage(limit); },
        [body = m_body.get(), limit](Workplace &at) { return body->link ? at.awayPage(body->login, limit) : at.queue().page(body->login, limit); });
}

QFuture<Result<TodayCount>> Desk::today()
{
    return m_body->askShared([](SharedPlace &at) { return at.today(); },
                             [body = m_body.get()](Workplace &at) { return at.today(body->login); });
}

QFuture<Result<LeadView>> Desk::claim(CustomerId customer, LeadId lead, Claiming how)
{
    return m_body->askShared(
        [body = m_body.get(), customer, lead, how](SharedPlace &at) -> Result<LeadView> {
            if (how == Claiming::Again) {
                BEBACK_CHECK(at.exchange().bring({customer.toString()}));
                BEBACK_CHECK(mayStayInHand(at.own(), customer));
            }
            BEBACK_TRY(view, at.claim(customer, lead));
            body->announce({customer});
            return view;
        },
        [body = m_body.get(), customer, lead, how](Workplace &at) -> Result<LeadView> {
            if (body->link) {
                auto held = at.held(customer, body->login);
                return !held && held.error().code == Code::NotFound ? Result<LeadView>(notCarried()) : held;
            }
            if (how == Claiming::Again)
                BEBACK_CHECK(mayStayInHand(at, customer));
            BEBACK_TRY(claim, at.queue().claim(customer, body->login));
            body->announce({customer});
            return at.view(customer, lead.isNull() ? claim.lead : lead, body->login);
        });
}

QFuture<Result<LeadView>> Desk::view(CustomerId customer, LeadId lead)
{
    return m_body->askShared([customer, lead](SharedPlace &at) { return at.view(customer, lead); },
                             [body = m_body.get(), customer, lead](Workplace &at) -> Result<LeadView> {
                                 auto view = body->link ? at.awayView(customer, lead, body->login) : at.view(customer, lead, body->login);
                                 return !view && body->link && view.error().code == Code::NotFound ? Result<LeadView>(notCarried()) : view;
                             });
}

QFuture<Result<Claim>> Desk::renew(Claim claim)
{
    return m_body->askShared([claim](SharedPlace &at) { return at.exchange().renew(claim); },
                             [body = m_body.get(), claim](Workplace &at) -> Result<Claim> {
                                 if (body->link)
                                     return claim; // nobody can be asked; what is recorded late is kept and says so
                                 return at.queue().renew(claim, body->login);
                             },
                             SharedLink::Turn::First);
}

QFuture<Result<void>> Desk::release(CustomerId customer)
{
    const auto own = [body = m_body.get(), customer](Workplace &at) -> Result<void> {
        BEBACK_CHECK(at.queue().release(customer, body->login));
        body->announce({customer});
        return {};
    };
    return m_body->askShared(
        [body = m_body.get(), customer](SharedPlace &at) -> Result<void> {
            body->pending.waitForNone(PendingWrites::Within); // else what is written later comes in late, and is kept all the same
            BEBACK_TRY(changed, at.release(customer));
            body->announce(changed << customer);
            return {};
        },
        own); // in the shared database the lease runs out by itself
}

QFuture<Result<RecordReceipt>> Desk::record(RecordRequest request)
{
    return m_body->write(request.customer, [body = m_body.get(), request](Workplace &at) { return at.record(request, body->login); });
}

QFuture<Result<RecordReceipt>> Desk::undo(EventId event)
{
    return m_body->write({}, [body = m_body.get(), event](Workplace &at) { return at.undo(event, body->login); });
}

QFuture<Result<RecordReceipt>> Desk::skip(CustomerId customer, LeadId lead, QString reason)
{
    return m_body->write(customer, [body = m_body.get(), customer, lead, reason](Workplace &at) {
        return at.skip(customer, lead, reason, body->login);
    });
}

QFuture<Result<RecordReceipt>> Desk::note(CustomerId customer, LeadId lead, QString text)
{
    return m_body->write(customer, [body = m_body.get(), customer, lead, text](Workplace &at) {
        return at.note(customer, lead, text, body->login);
    });
}

QFuture<Result<RecordReceipt>> Desk::reply(CustomerId customer, LeadId lead, Medium medium, QString text)
{
    return m_body->write(customer, [body = m_body.get(), customer, lead, medium, text](Workplace &at) {
        return at.reply(customer, lead, medium, text, body->login);
    });
}

QFuture<Result<RecordReceipt>> Desk::setAppointment(CustomerId customer, LeadId lead, Instant at, QString what)
{
    return m_body->write(customer, [body = m_body.get(), customer, lead, at, what](Workplace &place) {
        return place.setAppointment(customer, lead, at, what, body->login);
    });
}

QFuture<Result<RecordReceipt>> Desk::closeLead(CustomerId customer, LeadId lead, LeadStatus status, QString reason)
{
    return m_body->write(customer, [body = m_body.get(), customer, lead, status, reason](Workplace &at) {
        return at.closeLead(customer, lead, status, reason, body->login);
    });
}

QFuture<Result<RecordReceipt>> Desk::setContactPoint(CustomerId customer, ContactPoint::Type type, QString raw,
                                                     QString label, QString replaces)
{
    return m_body->write(customer, [body = m_body.get(), customer, type, raw, label, replaces](Workplace &at) {
        return at.setContactPoint(customer, type, raw, label, replaces, body->login);
    });
}

QFuture<Result<RecordReceipt>> Desk::removeContactPoint(CustomerId customer, QString pointKey, QString reason)
{
    return m_body->write(customer, [body = m_body.get(), customer, pointKey, reason](Workplace &at) {
        return at.removeContactPoint(customer, pointKey, reason, body->login);
    });
}

QFuture<Result<RecordReceipt>> Desk::setDoNotContact(CustomerId customer, QString pointKey, std::optional<Medium> medium,
                                                     QString reason)
{
    return m_body->write(customer, [body = m_body.get(), customer, pointKey, medium, reason](Workplace &at) {
        return at.setDoNotContact(customer, pointKey, medium, reason, body->login);
    });
}

QFuture<Result<RecordReceipt>> Desk::setWish(CustomerId customer, Wish wish)
{
    return m_body->write(customer, [body = m_body.get(), customer, wish](Workplace &at) { return at.setWish(customer, wish, body->login); });
}

QFuture<Result<RecordReceipt>> Desk::giveConsent(CustomerId customer, Medium medium, QString how)
{
    return m_body->write(customer, [body = m_body.get(), customer, medium, how](Workplace &at) {
        return at.giveConsent(customer, medium, how, body->login);
    });
}

QFuture<Result<IntakeItem>> Desk::addLead(LeadDraft draft)
{
    const auto take = [body = m_body.get(), draft](Workplace &at) -> Result<IntakeItem> {
        BEBACK_TRY(item, at.intake().take(draft, tr("typed in"), body->login));
        body->announce({item.customer});
        if (SharedLink *shared = body->link)
            shared->nudge();
        return item;
    };
    return m_body->askShared(
        [draft, take](SharedPlace &at) -> Result<IntakeItem> {
            BEBACK_CHECK(at.bringKnown(draft));
            return take(at.own());
        },
        take);
}

QFuture<Result<QuarantineContent>> Desk::quarantineContent(QuarantineId id)
{
    return m_body->intake.run([body = m_body.get(), id]() -> Result<QuarantineContent> {
        BEBACK_TRY(at, body->intakePlace());
        return at->intake().quarantineContent(id);
    });
}

QFuture<Result<QVector<SearchHit>>> Desk::search(QString fragment, int limit)
{
    return m_body->askShared([fragment, limit](SharedPlace &at) { return at.search(fragment, limit); },
                             [fragment, limit](Workplace &at) { return at.search(fragment, limit); });
}

QFuture<Result<PlanShelf>> Desk::planShelf()
{
    return m_body->ask([](Workplace &at) { return at.planShelf(); });
}

QFuture<Result<void>> Desk::keepPlanDraft(Plan plan)
{
    return m_body->ask([body = m_body.get(), plan](Workplace &at) { return at.keepPlanDraft(plan, body->login); });
}

QFuture<Result<void>> Desk::dropPlanDraft(QString id)
{
    return m_body->ask([body = m_body.get(), id](Workplace &at) { return at.dropPlanDraft(id, body->login); });
}

QFuture<Result<Plan>> Desk::switchOnPlan(QString id, std::optional<LeadKind> kind)
{
    return m_body->ask([body = m_body.get(), id, kind](Workplace &at) -> Result<Plan> {
        BEBACK_TRY(on, at.switchOnPlan(id, kind, body->login));
        body->intake.post([body] { // what comes in by itself begins on it too
            if (body->intakeStore)
                (void)body->intakeStore->freshPlans();
        });
        body->announce({});
        return on;
    });
}

QFuture<Result<void>> Desk::keepDraft(QString key, QString value)
{
    return m_body->ask([key, value](Workplace &at) { return at.setSetting(DraftSettings + key, value); });
}

QFuture<Result<QMap<QString, QString>>> Desk::drafts()
{
    return m_body->ask([](Workplace &at) { return at.settingsUnder(DraftSettings); });
}

} // namespace beback
