#pragma once

#include "core/base/result.h"
#include "core/history/customer_state.h"

#include <array>

namespace beback {

// Parts of the day by the customer's clock, all inside the hours of calls and texts.
enum class DayPart { Morning, Midday, Afternoon, Evening };
inline constexpr std::array AllDayParts = {DayPart::Morning, DayPart::Midday, DayPart::Afternoon, DayPart::Evening};
QString toText(DayPart part); // "morning" "midday" "afternoon" "evening"
std::optional<DayPart> dayPartFromText(const QString &text);
// Which part a time of the day belongs to: the early morning to the morning, the night to the evening.
DayPart dayPartOf(QTime time);
// When touches of a part are placed: [from, from + minutes), minutes after midnight.
struct PartSpan {
    int from = 0, minutes = 0;
};
PartSpan spanOf(DayPart part);

struct HabitTally {
    double tried = 0, answered = 0;
    friend bool operator==(const HabitTally &, const HabitTally &) = default;
};
using Tallies = std::array<std::array<HabitTally, AllDayParts.size()>, AllMedia.size()>; // by medium and part
constexpr HabitTally &at(Tallies &tallies, Medium medium, DayPart part) { return tallies[size_t(medium)][size_t(part)]; }
constexpr const HabitTally &at(const Tallies &tallies, Medium medium, DayPart part) { return tallies[size_t(medium)][size_t(part)]; }

// What one person was tried by and answered to: the part a touch was made in. `zone`: theirs.
Tallies habitsOf(const CustomerState &customer, const QString &zone);

// What all the customers of a rooftop answer to: the ground a single person's few touches are judged on. A beta-binomial model:
// each person has a chance of their own, drawn from Beta(a, b) for the medium and part; a and b are estimated from the people by
// the method of moments (Kleinman 1973, JASA 68:46), so that how much this counts against a person's own is read from how much
// people differ. A part too few were tried in: as the others of the medium; none known: Jeffreys' Beta(1/2, 1/2). A value.
class Experience
{
public:
    struct Prior {
        double a = 0.5, b = 0.5;
        friend bool operator==(const Prior &, const Prior &) = default;
    };
    static Experience from(const QVector<Tallies> &people);
    Prior prior(Medium medium, DayPart part) const { return m_priors[size_t(medium)][size_t(part)]; }
    bool isEmpty() const { return *this == Experience(); }

    static Result<Experience> fromJson(const QByteArray &json); // Errors: Invalid
    QByteArray toJson() const;
    friend bool operator==(const Experience &, const Experience &) = default;

private:
    std::array<std::array<Prior, AllDayParts.size()>, AllMedia.size()> m_priors{};
};

// How likely a person is to answer, with the interval that holds it four times of five.
struct Chance {
    double mean = 0, low = 0, high = 0;
    int tried = 0, answered = 0; // of this person
};
Chance chanceOf(const Tallies &habits, const Experience &experience, Medium medium, DayPart part);

// The part of the day to try this medium in: the one with the highest upper quantile 1 - 1/(t+1) of its chance, t the touches
// so far (Bayes-UCB; Kaufmann, Cappé, Garivier, AISTATS 2012), so that a part never tried goes before one that failed, and one
// that answers is returned to; `wanted` where nothing is better. `avoid` is passed over as long as another may be used.
DayPart bestPart(const Tallies &habits, const Experience &experience, Medium medium, DayPart wanted, std::optional<DayPart> avoid);

// The medium to use in place of `wanted`: the one of `others` this person is likelier to answer by (mean over the parts of the
// day), if they have answered by it, or if the store knows how people answer by both; else `wanted` itself.
Medium bestMedium(const Tallies &habits, const Experience &experience, Medium wanted, const QVector<Medium> &others);

} // namespace beback
