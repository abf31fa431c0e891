#pragma once

#include "core/history/customer_state.h"
#include "core/time/zones.h"

namespace beback {

// How much one person will still do today, judged by what they really finished. All of it is pure. Thread: any.
//
// Every day of the four weeks before today on which somebody finished anything is one observation: how many touches they
// finished on it from this time of the day until its end. Of those the weighted median is taken: weights fall off evenly
// over the four weeks (the triangular kernel; Bartlett, "Periodogram analysis and continuous spectra", 1950), and half of
// the observed days may be as odd as they like without moving it far (the median's breakdown point; Hampel, 1971). The
// median of each hour by itself, added up, would be simpler and wrong: whoever works in bursts has a median of 0 in every
// hour of a good day. Between two equal halves the smaller counts: less is more.
//
// Which days are looked at, the first of these of which there are at least three: their own on this weekday (so each hour
// of the week stands for itself), their own on any day, those of everybody at the site on this weekday, on any day. Three,
// because the median of fewer is decided by a single one. Nobody has three days: nothing is known, and nothing is cut.

// A day on which somebody finished something, by the wall clock of the site.
struct WorkDay {
    QDate date;
    struct Done {
        QTime time;
        Medium medium = Medium::Call;
    };
    QVector<Done> done; // at least one, by time
};

// One person's days in the four weeks before `today`, oldest first. `touches` in any order.
QVector<WorkDay> workDays(const QVector<Touch> &touches, const QString &zone, QDate today);

struct Capacity {
    enum class Basis {
        Unknown,        // nobody here has worked long enough
        OwnWeekday,     // their own days on this weekday
        Own,            // their own days
        RooftopWeekday, // everybody's days on this weekday
        Rooftop,        // everybody's days
        DayOff          // not expected today
    };
    Basis basis = Basis::Unknown;
    int left = 0;                  // touches still to be finished today
    int days = 0;                  // how many days that rests upon
    double perHour = 0;            // touches in an hour in which anything is done; weighted median over the same days
    std::array<int, 24> byHour{};  // `left` by the hour of today's wall clock, in proportion to those days
    std::array<int, 6> byMedium{}; // `left` by Medium, likewise
    friend bool operator==(const Capacity &, const Capacity &) = default;
    bool isKnown() const { return basis != Basis::Unknown; }
};

// `everybody`: the days of all people of the site, the person's own among them or not. `here`: they did something today. Who did
// not is not expected on a federal holiday, nor on a weekday on which they did not work in any of three weeks or more.
Capacity capacityLeft(const QVector<WorkDay> &own, const QVector<WorkDay> &everybody, Instant now, const QString &zone, bool here);

// What the estimate rests upon, as a sentence: "Measured from what you finished after this time of
// day on the last 4 of your Mondays."
// `name` empty: said to the person.
QString basisText(const Capacity &capacity, QDate today, const QString &name = {});

} // namespace beback
