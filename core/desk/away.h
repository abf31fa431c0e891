#pragma once

#include "core/desk/desk_types.h"
#include "core/exchange/trip.h"

namespace beback {

// How old the news of opt-outs may be before nobody is called or texted from here any more; a setting of the store in hours, 1 to
// 168. What a day says is the most a desk that is away may not know: nobody can tell it who asked meanwhile. The law gives the
// seller ten business days (47 CFR 64.1200(d)(3), (a)(10)); a house that works people on several desks does not wait so long.
inline const QString OptOutsAgeSetting = QStringLiteral("dnc_max_age_hours");
constexpr int OptOutsAgeHours = 24, MostOptOutsAgeHours = 168;
Duration optOutsMaxAge(const QString &setting); // anything else than such a number: OptOutsAgeHours

// In Error::detail: nobody of those along is handed out now, and the sentence says why.
inline const QString NobodyAlong = QStringLiteral("nobody along");

// Why nobody may be called or texted without the shared database, and what to do; empty: they may. `readAt` us 0: never. Pure.
QString noDialling(Instant readAt, Duration maxAge, Instant now);
// The same for what a view offers; what happened is recorded all the same.
void stopDialling(LeadView &view, const QString &reason);
QString whyNotDialled(const LeadView &view); // the reason that was given there; empty: none
inline bool isDialled(Medium medium) { return medium == Medium::Call || medium == Medium::Text; }

// What a desk has with it while the shared database does not answer, and what it can do with that.
struct AwayView {
    std::optional<Trip> trip;     // none: nobody was taken along
    QVector<QueueItem> carried;   // those of the trip, then whoever else is held; each in the order they are handed out now,
                                  // who may be contacted now first
    Instant optOutsReadAt;        // how old do-not-contact is; us 0: not known
    Duration optOutsMaxAge{0};
    QString noDialling;           // why nobody is called or texted; empty: they may be
    bool isFileSealed = false;           // its own store is encrypted (own_seal.h), whatever the disk is
    std::optional<bool> isDiskEncrypted; // the one its own store is on; none: not known
    bool isInTheClear() const { return !isFileSealed && !isDiskEncrypted.value_or(true); } // to be warned of
    int waiting = 0;              // own events that wait to be sent
    Instant oldestWaiting;        // us 0: none
    QStringList cannot;           // sentences: what cannot be done without the shared database
    QStringList leftBehind;       // answer of taking along: sentences about who was named and stays
};

QStringList cannotBeDoneAway();
QString leftBehindText(const LeftBehind &left, const QString &zone, Instant now); // sentence, without the lead's name

} // namespace beback
