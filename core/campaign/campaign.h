#pragma once

#include "core/base/result.h"
#include "core/history/objection.h"

#include <QByteArray>
#include <QDate>
#include <QVector>

namespace beback {

// A change in the facts, described once, and the people it speaks to: those we lost or lost sight of. See audience.h for who
// they are, spread.h for when their turn comes, campaign_run.h for how they are put on its plan.

// What changed. The text form is what the store keeps.
enum class ChangeKind {
    Program, // the maker's: rates, rebates, leases
    Price,
    SaleEvent,
    NewStock,
    Special // the manager's own
};
inline constexpr std::array AllChangeKinds = {ChangeKind::Program, ChangeKind::Price, ChangeKind::SaleEvent, ChangeKind::NewStock,
                                              ChangeKind::Special};
QString toText(ChangeKind kind); // "program" "price" "sale_event" "new_stock" "special"
std::optional<ChangeKind> changeKindFromText(const QString &text);
QString changeKindText(ChangeKind kind); // "Maker's program"
// The objections such a change answers, the closest first: whoever raised one of them is spoken to before anybody else.
QVector<Objection> objectionsAnsweredBy(ChangeKind kind);

// Whom it speaks to. The histories have no payments in figures, so a gap between payments is spoken to by its objection.
struct CampaignWho {
    QVector<Objection> objections; // the last they raised is one of these; empty: any, or none
    QString make, model;           // of the car they asked about, whatever the case; empty: any
    int yearFrom = 0, yearTo = 0;  // of that car; 0: no bound
    QString condition;             // "new" "used"; empty: either
    int ageFrom = 0, ageTo = 0;    // days since the lead came; 0: no bound
    bool lost = true;              // closed as lost
    bool sleeping = true;          // open, and its plan is done, or nobody touched it for quietDays
    int quietDays = 30;
    friend bool operator==(const CampaignWho &, const CampaignWho &) = default;
};

struct Campaign {
    QString id;    // a word for the command line: "crv-0-9-percent"
    ChangeKind kind = ChangeKind::Program;
    QString title; // for the people here
    QString says;  // what changed, as it is said to the customer: whole sentences, at most SaysMost letters
    QDate from;    // the first day anybody's turn comes, by the site's calendar
    QDate until;   // the last day on which it is so; invalid: no end is known
    CampaignWho who;
    QString plan = QStringLiteral("re-engagement");
    int perDay = 20;     // people whose turn comes on one day, at most
    int againAfter = 60; // days in which nobody is in a second campaign
    friend bool operator==(const Campaign &, const Campaign &) = default;

    QByteArray toJson() const;
    // Errors: Corrupt, for what this program did not write.
    static Result<Campaign> fromJson(const QByteArray &json);
};

inline constexpr int SaysMost = 140; // with the words around it, two text messages' worth
inline constexpr int PerDayMost = 500;

// What keeps a campaign from being started: the first thing that is wrong, and which field it is about, as in the file.
struct CampaignFault {
    QString field, sentence;
};
std::optional<CampaignFault> faultOf(const Campaign &campaign);
// `says` as it is said: spaces put right, and a full stop where it has no end.
QString wholeSentence(const QString &says);
// A word of letters, figures and dashes for a title, which none of `taken` is.
QString campaignIdFor(const QString &title, const QStringList &taken);

} // namespace beback
