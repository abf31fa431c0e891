#pragma once

#include "tests/support/nothing_asked.h"
#include "tests/support/temp_store.h"

#include "core/desk/workplace.h"

#include <vector>

namespace beback::test {

// One who does at a store of this computer whatever writes to it.
class Clerk
{
public:
    using Deed = Result<EventId> (Clerk::*)();
    struct NamedDeed {
        const char *name;
        Deed deed;
    };
    static const std::vector<NamedDeed> &deeds()
    {
        static const std::vector<NamedDeed> all = {
            {"record a call", &Clerk::call}, {"take a lead in", &Clerk::takeIn},       {"write a note down", &Clerk::note},
            {"take a reply", &Clerk::reply}, {"stop a phone", &Clerk::stopPhone},      {"label a phone", &Clerk::labelPhone},
            {"take back", &Clerk::takeBack}, {"hold and record", &Clerk::holdAndCall},
        };
        return all;
    }

    // A store of this computer with one manager and some people, as it lies in its file afterwards.
    static void make(const StoreUrl &url, const Clock &clock, Random &random, int people)
    {
        auto place = opened(url, clock, random, Workplace::Open::CreateOrUpgrade);
        RooftopFacts site;
        site.name = QStringLiteral("Mesa Honda");
        site.city = QStringLiteral("Albuquerque");
        site.zone = QStringLiteral("America/Denver");
        must(place->setUpRooftop(site));
        must(place->addUser(Agent{QStringLiteral("priya"), QStringLiteral("Priya"), QStringLiteral("manager")}, {}));
        Clerk clerk(*place);
        for (int i = 0; i < people; ++i)
            if (const auto taken = clerk.takeIn(); !taken)
                qFatal("%s", qPrintable(taken.error().message + taken.error().detail));
    }
    static std::unique_ptr<Workplace> opened(const StoreUrl &url, const Clock &clock, Random &random, Workplace::Open how = Workplace::Open::Existing)
    {
        auto place = Workplace::open(url, how, clock, random);
        if (!place)
            qFatal("%s", qPrintable(place.error().message + place.error().detail));
        return std::move(*place);
    }

    explicit Clerk(Workplace &place) : m_place(place)
    {
        auto all = place.db().statement("history/check_customers");
        if (!all || !all->bind(":rooftop_id", place.rooftopId()).exec())
            qFatal("The people cannot be read.");
        while (all->next())
            m_people << all->columns().id<CustomerId>();
    }

    Result<EventId> takeIn()
    {
        const int n = int(m_people.size()) + m_tries++;
        const LeadDraft draft = draftNamed(QStringLiteral("Person %1").arg(n), QStringLiteral("+1505555%1").arg(1000 + n), QStringLiteral("p%1@example.com").arg(n));
        BEBACK_TRY(recorded, m_place.recorder().recordNewCustomer(draft, QStringLiteral("system")));
        m_people << recorded.customer;
        return recorded.events.first();
    }
    Result<EventId> call() { return callTo(next()); }
    Result<EventId> holdAndCall()
    {
        BEBACK_TRY(claim, m_place.queue().claimNext(Login));
        return callTo(claim ? claim->customer : next());
    }
    Result<EventId> note()
    {
        BEBACK_TRY(state, m_place.customer(next()));
        return event(m_place.note(state.id, state.leads.first().id, QStringLiteral("note %1").arg(++m_tries), Login));
    }
    Result<EventId> reply()
    {
        BEBACK_TRY(state, m_place.customer(next()));
        return event(m_place.reply(state.id, state.leads.first().id, Medium::Email, QStringLiteral("Is it still there?"), Login));
    }
    Result<EventId> stopPhone()
    {
        BEBACK_TRY(state, m_place.customer(next()));
        return event(m_place.setDoNotContact(state.id, state.points.first().key(), {}, QStringLiteral("asked %1").arg(++m_tries), Login));
    }
    Result<EventId> labelPhone()
    {
        BEBACK_TRY(state, m_place.customer(next()));
        const ContactPoint &point = state.points.first();
        return event(m_place.setContactPoint(state.id, point.type, point.value, QStringLiteral("label %1").arg(++m_tries), point.key(), Login));
    }
    // What was written down last about somebody: a note for the purpose.
    Result<EventId> takeBack()
    {
        if (m_last.isNull()) {
            BEBACK_TRY(written, note());
            m_last = written;
            return written;
        }
        BEBACK_TRY(undone, m_place.recorder().undo(m_last, Login, QStringLiteral("taken back")));
        m_last = {};
        return undone.events.first();
    }

private:
    static inline const QString Login = QStringLiteral("priya");

    static void must(const Result<void> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message + result.error().detail));
    }
    static Result<EventId> event(const Result<RecordReceipt> &receipt)
    {
        return receipt ? Result<EventId>(receipt->event) : receipt.error();
    }
    CustomerId next() { return m_people.at(m_turn++ % m_people.size()); }
    Result<EventId> callTo(CustomerId customer)
    {
        BEBACK_TRY(state, m_place.customer(customer));
        RecordRequest request;
        request.customer = customer;
        request.lead = state.leads.first().id;
        request.medium = Medium::Call;
        request.outcome = Outcome::NoAnswer;
        return event(m_place.record(nothingAsked(request), Login));
    }

    Workplace &m_place;
    QVector<CustomerId> m_people;
    qsizetype m_turn = 0;
    int m_tries = 0;
    EventId m_last;
};

} // namespace beback::test
