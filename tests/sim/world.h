#pragma once

#include "core/base/result.h"
#include "core/history/medium.h"
#include "core/time/week_hours.h"

#include <QByteArray>
#include <QDate>
#include <QStringList>
#include <QVector>

#include <array>

namespace beback::sim {

// A dealership's Business Development Center and the people who ask it about cars, as a JSON file. Every field is required
// unless said otherwise, and a field that is not listed here is refused. Chances and shares "of one" lie between 0 and 1;
// "share" is a weight among its list. Wall-clock times are the rooftop's, unless they are about a customer's day.
//
//   name, about        texts; what kind of world this is
//   basis              object of texts: for every value that needs it, whether it rests on a source (which) or is an
//                      assumption. Read by people only.
//   zone               IANA zone of the rooftop
//   begins             "2026-03-02": the first day of work; leads arrive from its midnight on
//   weeks              1 to 26
//   sources[]          source        as leads name it: "Website", "Phone-up" …
//                      per_week      leads a week, 0 to 5000
//                      weekday       7 weights, Monday first
//                      hour          24 weights, the hours of the rooftop's clock at which they ask
//   backlog            leads, days: so many leads lie there unworked at the beginning, of the last so many days
//   places[]           share, city, state ("IL"), zip, zone, area_codes[]: where customers live
//   known              what a lead says: phone, email, street (chance that it is given; the state and ZIP come with the
//                      street or, of one, with "zip"), moved (chance that the number has another place's area code; such a
//                      lead gives its ZIP, since nobody could know otherwise), wrong_number, bad_email, landline (chances
//                      that what is given is somebody else's, comes back, takes no texts)
//   agents[]           login, hours {"mon-fri": "09:00-18:00", …}: paid hours; nobody works on a federal holiday
//   minutes            of an agent's work, everything included (looking at the lead, dialing, writing it down):
//                      call (nobody answers), talk (a call that is answered), short_call (answered, and soon over: call me
//                      later, wrong number, stop), text, email, note, answer_text, answer_email (a message they wrote is
//                      answered, to and fro), visit (looking up whether somebody came). 0 to 120
//   irritation         weight {call, text, email, note}: what a touch nobody asked for adds; same_hour: what a call adds
//                      besides when it comes within an hour of the clock time of another one of the seven days before;
//                      same_day: what one adds besides when there was one on the same day;
//                      stops: chance to ask to stop at a touch that brings irritation to twice the patience (in proportion
//                      to the excess, 0.6 at most); sours: the multiple of the patience at which nothing is left of the
//                      readiness to answer or to come (all of it is there up to the patience, and it falls evenly from
//                      there), 1.1 to 10. Irritation fades by the factor e in a week, so a steady load of so many
//                      weights a week keeps it at that number.
//   groups[]           customers of one kind:
//     name, share
//     answers          call, text, email: each {weekday: [4], weekend: [4]}, the chance that one touch is answered, by the
//                      part of the customer's day it comes in: before 11:30, before 14:00, before 17:30, later;
//                      note: one chance
//     differ           how far people of the group are from each other, as standard deviations in logits, 0 to 3: level, of a
//                      person's own readiness with each medium; part, of each part of the day by itself (who is at work
//                      at ten is there every day at ten)
//     expected         call, text, email: the chance where a touch is expected: just asked, just wrote, or promised
//     fresh_minutes    half of that expectation is gone so long after they asked
//     calls_back       chance that an unanswered call is returned
//     reply_minutes    text, email, call, note: mean time until they reply (not between 22:30 and 7:00 where they live)
//     waits_minutes    half of those who wrote are no longer there after so long without an answer
//     talks_on         chance that a talk in writing without an appointment goes on
//     busy             chance that who answers an unexpected call asks for another time
//     patience         week: weighted touches a week they put up with (median), 0.1 to 50; spread: log-normal sigma, 0 to 2
//     intent           median: how much of a buyer they are when they ask, of one; differ: in logits; half_life_days;
//                      spread: log-normal sigma of the half life
//     elsewhere_days   mean time until they buy at another store (exponential)
//     appointment      call, text, email: chance that a talk makes an appointment, at full intent
//     says_no          chance that who has no intent left says so in a talk
//     shows, reminded  chance that they keep an appointment; the factor on it when somebody was in touch in the 36 hours before
//     buys             chance that who comes buys
// What is drawn for a person is the same for every policy: it hangs on the seed and the person's number alone.

inline constexpr int PartsOfDay = 4;

// Chances by part of the day: [weekday or weekend][part].
using DayTable = std::array<std::array<double, PartsOfDay>, 2>;

struct LeadSource {
    QString name;
    double perWeek = 0;
    QVector<double> weekday, hour;
};

struct Place {
    double share = 0;
    QString city, state, zip, zone;
    QStringList areaCodes;
};

struct WhatIsKnown {
    double phone = 0, email = 0, street = 0, zip = 0, moved = 0, wrongNumber = 0, badEmail = 0, landline = 0;
};

struct AgentHours {
    QString login;
    WeekHours hours; // a day without hours has `until` 0
};

struct WorkMinutes {
    double call = 0, talk = 0, shortCall = 0, text = 0, email = 0, note = 0, answerText = 0, answerEmail = 0, visit = 0;
};

struct Irritation {
    std::array<double, 4> weight{}; // call text email note
    double sameHour = 0, sameDay = 0, stops = 0, sours = 0;
};

struct Group {
    QString name;
    double share = 0;
    std::array<DayTable, 3> answers{}; // call text email
    double answersNote = 0, differ = 0, partsDiffer = 0;
    std::array<double, 3> expected{}; // call text email
    double freshMinutes = 0, callsBack = 0;
    std::array<double, 4> replyMinutes{}; // call text email note
    double waitsMinutes = 0, talksOn = 0, busy = 0;
    double patience = 0, patienceSpread = 0;
    double intent = 0, intentDiffer = 0, halfLifeDays = 0, halfLifeSpread = 0;
    double elsewhereDays = 0;
    std::array<double, 3> appointment{}; // call text email
    double saysNo = 0, shows = 0, reminded = 1, buys = 0;
};

struct World {
    QString name, about, zone;
    QDate begins;
    int weeks = 0;
    QVector<LeadSource> sources;
    int backlogLeads = 0, backlogDays = 0;
    QVector<Place> places;
    WhatIsKnown known;
    QVector<AgentHours> agents;
    WorkMinutes minutes;
    Irritation irritation;
    QVector<Group> groups;

    // Errors: Invalid, naming the field.
    static Result<World> fromJson(const QByteArray &json);
    // Errors besides: NotFound.
    static Result<World> read(const QString &path);
};

} // namespace beback::sim
