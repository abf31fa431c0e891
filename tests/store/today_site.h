#pragma once

#include "core/desk/workplace.h"
#include "core/history/check.h"
#include "core/time/zones.h"
#include "tests/support/temp_store.h"

#include <QJsonArray>

#include <algorithm>

// A small site whose manager asks how the day goes, and what happens there, one thing after the other.

namespace beback::test {

using namespace Qt::StringLiterals;

struct TodaySite : TempStore {
    inline static const QString Zone = u"America/Chicago"_s;
    const QDate today{2026, 11, 16}; // a Monday
    std::unique_ptr<Workplace> place;
    int known = 0; // people

    TodaySite()
    {
        addPerson(u"dana"_s, u"Dana Whitfield"_s, u"manager"_s);
        addPerson(u"luis"_s, u"Luis Ortega"_s, u"agent"_s);
        addPerson(u"priya"_s, u"Priya Natarajan"_s, u"agent"_s);
        addPerson(u"ray"_s, u"Ray Sosa"_s, u"agent"_s);
        place = take(Workplace::open(url(), Workplace::Open::CreateOrUpgrade, clock, random));
    }

    template <class T> static T take(Result<T> result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message + result.error().detail));
        return std::move(*result);
    }
    static void must(const Result<void> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message + result.error().detail));
    }

    void addPerson(const QString &login, const QString &name, const QString &role)
    {
        must(db->inTransaction("person", [&]() -> Result<void> {
            BEBACK_TRY(add, db->statement("people/user_add"));
            add.bind(":login", login).bind(":rooftop_id", RooftopId{1}).bind(":name", name).bind(":role", role).bind(":active", true);
            if (db->engine() == Engine::Postgresql)
                add.bind(":verifier", QString());
            return add.exec();
        }));
    }

    void goTo(QDate day, QTime time) { clock.set(zones::instantOf(day, time, Zone).value()); }
    void goTo(QTime time) { goTo(today, time); }
    Instant at(QTime time) const { return zones::instantOf(today, time, Zone).value(); }

    // Reached by e-mail alone, at any hour.
    Recorded lead(const QString &name, const QString &owner = {})
    {
        return arrive(draftNamed(name, {}, u"person%1@example.com"_s.arg(++known)), owner);
    }
    Recorded leadWithPhone(const QString &name, const QString &owner = {})
    {
        return arrive(draftNamed(name, u"+13165550%1"_s.arg(++known, 3, 10, QLatin1Char('0'))), owner);
    }
    Recorded arrive(LeadDraft draft, const QString &owner)
    {
        draft.ownerLogin = owner;
        return take(recorder->recordNewCustomer(draft, u"system"_s));
    }

    static EventDraft about(const Recorded &on, EventKind kind, const QString &who, const QJsonObject &body = {})
    {
        EventDraft draft;
        draft.customer = on.customer;
        draft.lead = on.state.leads.first().id;
        draft.kind = kind;
        draft.actor = who;
        draft.body = body;
        return draft;
    }
    EventId write(const EventDraft &draft) { return take(recorder->record(draft)).events.first(); }
    EventId attempt(const Recorded &on, const QString &who, Medium medium = Medium::Email, Outcome outcome = Outcome::Sent, const QJsonObject &body = {})
    {
        EventDraft draft = about(on, EventKind::Attempt, who, body);
        draft.medium = medium;
        draft.direction = Direction::Out;
        draft.outcome = outcome;
        return write(draft);
    }
    EventId promise(const Recorded &on, const QString &who, Instant when)
    {
        return attempt(on, who, Medium::Call, Outcome::CallBack, {{u"next_at"_s, when.toIso()}});
    }
    EventId reply(const Recorded &on, Medium medium)
    {
        EventDraft draft = about(on, EventKind::Reply, u"system"_s);
        draft.medium = medium;
        draft.direction = Direction::In;
        return write(draft);
    }
    EventId setVisit(const Recorded &on, Instant when)
    {
        EventDraft draft = about(on, EventKind::AppointmentSet, u"priya"_s, {{u"at"_s, when.toIso()}});
        draft.medium = Medium::Visit;
        return write(draft);
    }
    EventId visited(const Recorded &on, const QJsonObject &body = {}) { return attempt(on, u"ray"_s, Medium::Visit, Outcome::Kept, body); }
    EventId close(const Recorded &on, LeadStatus status)
    {
        return write(about(on, EventKind::LeadClosed, u"ray"_s, {{u"status"_s, toText(status)}, {u"reason"_s, u"It is over."_s}}));
    }
    void undo(EventId event) { take(recorder->undo(event, u"dana"_s, u"slip"_s)); }

    // As the guard of a shared database does with what its sender had no right to.
    void hold(EventId event)
    {
        if (engineUnderTest() == Engine::Postgresql) {
            TempPostgres::server().sql(database, u"INSERT INTO event_flag (event_id, rooftop_id, flag, held) VALUES ('%1', 1, 'managers_only', TRUE)"_s
                                                     .arg(event.toString()));
            return;
        }
        must(db->inTransaction("hold", [&]() -> Result<void> {
            BEBACK_TRY(put, db->statement("exchange/flag_put"));
            return put.bind(":event_id", event).bind(":rooftop_id", RooftopId{1}).bind(":flag", u"managers_only"_s).bind(":held", true).exec();
        }));
    }

    static QJsonObject kept(const QString &what, const QString &because)
    {
        return {{u"kept"_s, QJsonArray{what}}, {u"kept_because"_s, because}};
    }
    static QJsonObject ofService(QJsonObject body = {})
    {
        body.insert(u"department"_s, u"service"_s);
        return body;
    }

    TodayPage page(const QString &login = u"dana"_s) { return take(place->todayPage(login)); }
    LeadId leadOf(const Recorded &on) const { return on.state.leads.first().id; }
    void verifyClean()
    {
        const auto report = checkStore(*db, RooftopId{1}, plans, false);
        VERIFY_OK(report);
        QVERIFY2(report->differences == 0, qPrintable(report->findings.join(QLatin1Char('\n'))));
    }
    QString ownerOf(const Recorded &on) { return take(place->customer(on.customer)).leads.first().owner; }
};

inline QVector<NeedsYou> needsOf(const TodayPage &page, NeedsYou::Kind kind)
{
    QVector<NeedsYou> needs;
    std::copy_if(page.needs.cbegin(), page.needs.cend(), std::back_inserter(needs), [kind](const NeedsYou &need) { return need.kind == kind; });
    return needs;
}

} // namespace beback::test
