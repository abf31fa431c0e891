#pragma once

#include "core/history/customer_state.h"
#include "core/plan/plan.h"

#include <QTest>

// Invented people for tests of decisions: 555-01xx numbers and example.com only.
namespace beback::sample {

inline Instant utc(const char *text)
{
    bool ok = false;
    const Instant at = Instant::fromIso(QString::fromLatin1(text), &ok);
    if (!ok)
        qFatal("bad instant in a test: %s", text);
    return at;
}

inline ContactPoint phone(const char *value, const char *label = "")
{
    ContactPoint point;
    point.value = QString::fromLatin1(value);
    point.label = QString::fromLatin1(label);
    return point;
}

inline ContactPoint email(const char *value)
{
    ContactPoint point;
    point.type = ContactPoint::Type::Email;
    point.value = QString::fromLatin1(value);
    return point;
}

inline LeadId leadId(int number)
{
    return LeadId(QUuid(0x018f0000u + uint(number), 0x7000, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, uchar(number)));
}

// Elena in Tucson (no summer time), one open lead that came in on a Monday at 10:00 local, never touched.
inline CustomerState elena()
{
    CustomerState customer;
    customer.name.first = QStringLiteral("Elena");
    customer.name.last = QStringLiteral("Ruiz");
    customer.address.street = QStringLiteral("12 Mesquite St");
    customer.address.city = QStringLiteral("Tucson");
    customer.address.region = QStringLiteral("AZ");
    customer.zones = {QStringLiteral("America/Phoenix")};
    customer.points = {phone("+15205550142", "mobile"), email("elena@example.com")};
    LeadState lead;
    lead.id = leadId(1);
    lead.arrivedAt = lead.requestedAt = lead.askedAt = lead.planStartedAt = utc("2026-11-23T17:00:00Z");
    lead.planId = QStringLiteral("sample");
    lead.planVersion = 1;
    lead.wanted.year = QStringLiteral("2024");
    lead.wanted.make = QStringLiteral("Honda");
    lead.wanted.model = QStringLiteral("CR-V");
    customer.leads = {lead};
    return customer;
}

// What recording a touch does to a lead, as far as the next step looks at it.
inline void touch(LeadState &lead, Medium medium, Instant at, bool answered = false, bool stepDone = true)
{
    ++lead.attempts;
    ++lead.attemptsByMedium[size_t(medium)];
    lead.lastAttemptAt = at;
    lead.lastAttemptMedium = medium;
    lead.marks << AttemptMark{medium, answered, false};
    if (medium == Medium::Call)
        lead.lastCallAt = at;
    if (answered) {
        ++lead.reached;
        lead.lastReachedAt = at;
    }
    lead.waitingReply.reset();
    lead.promise.reset();
    if (stepDone)
        ++lead.stepsDone;
}

inline PlanStep step(int day, Medium medium, const char *part)
{
    PlanStep step;
    step.day = day;
    step.medium = medium;
    step.part = QString::fromLatin1(part);
    step.purpose = QStringLiteral("Why.");
    step.result = QStringLiteral("What.");
    return step;
}

inline Plan plan()
{
    Plan plan;
    plan.id = QStringLiteral("sample");
    plan.name = QStringLiteral("Sample");
    plan.steps = {step(0, Medium::Call, "now"),      step(0, Medium::Text, "now"),     step(0, Medium::Email, "now"),
                  step(1, Medium::Call, "evening"),  step(3, Medium::Text, "midday"),  step(6, Medium::Call, "morning"),
                  step(9, Medium::Note, "afternoon"), step(20, Medium::Email, "morning")};
    return plan;
}

inline DoNotContact refusal(const char *point, std::optional<Medium> medium, const char *since = "2026-11-16T18:00:00Z")
{
    return {EventId(), QString::fromLatin1(point), medium, utc(since), QString()};
}

} // namespace beback::sample
