#include "core/plan/habits.h"

#include "core/base/beta.h"
#include "core/base/result.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace beback {

namespace {

struct PartFacts {
    const char *name;
    PartSpan span;
    int until; // minutes after midnight: what is later belongs to the next part
};
constexpr std::array Facts = {PartFacts{"morning", {9 * 60, 150}, 11 * 60 + 30}, PartFacts{"midday", {11 * 60 + 30, 120}, 14 * 60},
                              PartFacts{"afternoon", {14 * 60, 180}, 17 * 60 + 15}, PartFacts{"evening", {17 * 60 + 30, 135}, 24 * 60}};
static_assert(Facts.size() == AllDayParts.size());

// Too few people, or touches a person, say nothing about how much people differ.
constexpr int FewestPeople = 30;
// Then a rooftop's experience counts like one touch of the person's own (a unit-information prior: Kass and Wasserman 1995,
// JASA 90:928).
constexpr double UnitInformation = 1;
// An estimate at the edge of its range is noise: people differ somewhat, and are not each a law of their own.
constexpr double LeastSpread = 0.02, MostSpread = 0.5;

double meanOf(const Experience::Prior &prior, const HabitTally &own)
{
    return (prior.a + own.answered) / (prior.a + prior.b + own.tried);
}

// Moments of the shares answered, weighted by how often each was tried (Kleinman 1973).
Experience::Prior priorFrom(const QVector<HabitTally> &people)
{
    double tried = 0, answered = 0, squares = 0;
    for (const HabitTally &one : people) {
        tried += one.tried;
        answered += one.answered;
        squares += one.tried * one.tried;
    }
    const double count = double(people.size());
    if (count < FewestPeople)
        return {};
    const double mean = (answered + 0.5) / (tried + 1); // Jeffreys: never quite 0 or 1
    double spread = 0;
    for (const HabitTally &one : people)
        spread += one.tried * std::pow(one.answered / one.tried - mean, 2);
    // Spread beyond what chance alone makes, as a share of the most there can be.
    const double chance = mean * (1 - mean), again = tried - squares / tried - (count - 1); // touches after the first
    double strength = UnitInformation;
    if (again >= FewestPeople)
        strength = 1 / std::clamp((spread - chance * (count - 1)) / (chance * again), LeastSpread, MostSpread) - 1;
    return {mean * strength, (1 - mean) * strength};
}

// The parts too few people were tried in: what the medium's other parts say on average, counting like one touch. Jeffreys'
// there would promise one answer in two at exactly the hours nobody works in, and every step would be put there.
void fillFromOthers(std::array<Experience::Prior, AllDayParts.size()> &parts)
{
    double known = 0, means = 0;
    for (const Experience::Prior &prior : parts) {
        if (prior == Experience::Prior())
            continue;
        known += 1;
        means += prior.a / (prior.a + prior.b);
    }
    if (known == 0)
        return;
    const double mean = means / known;
    std::replace(parts.begin(), parts.end(), Experience::Prior(),
                 Experience::Prior{mean * UnitInformation, (1 - mean) * UnitInformation});
}

} // namespace

QString toText(DayPart part)
{
    return QLatin1String(Facts.at(size_t(part)).name);
}

std::optional<DayPart> dayPartFromText(const QString &text)
{
    for (const DayPart part : AllDayParts)
        if (text == QLatin1String(Facts.at(size_t(part)).name))
            return part;
    return std::nullopt;
}

DayPart dayPartOf(QTime time)
{
    const int minute = time.msecsSinceStartOfDay() / 60000;
    for (const DayPart part : AllDayParts)
        if (minute < Facts.at(size_t(part)).until)
            return part;
    return DayPart::Evening;
}

PartSpan spanOf(DayPart part)
{
    return Facts.at(size_t(part)).span;
}

Tallies habitsOf(const CustomerState &customer, const QString &zone)
{
    Tallies habits{};
    for (const Touch &touch : customer.touches) {
        HabitTally &tally = at(habits, touch.medium, dayPartOf(zones::local(touch.at, zone).time));
        tally.tried += 1;
        tally.answered += touch.answeredAt.us > 0 ? 1 : 0;
    }
    return habits;
}

Experience Experience::from(const QVector<Tallies> &people)
{
    Experience experience;
    for (const Medium medium : AllMedia) {
        for (const DayPart part : AllDayParts) {
            QVector<HabitTally> tried;
            for (const Tallies &one : people)
                if (const HabitTally &tally = at(one, medium, part); tally.tried > 0)
                    tried << tally;
            experience.m_priors[size_t(medium)][size_t(part)] = priorFrom(tried);
        }
        fillFromOthers(experience.m_priors[size_t(medium)]);
    }
    return experience;
}

Result<Experience> Experience::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Experience experience;
    for (const Medium medium : AllMedia)
        for (const DayPart part : AllDayParts) {
            const QJsonArray pair = object.value(toText(medium)).toObject().value(toText(part)).toArray();
            if (pair.isEmpty())
                continue;
            const Prior prior{pair.at(0).toDouble(), pair.at(1).toDouble()};
            if (pair.size() != 2 || !(prior.a > 0) || !(prior.b > 0))
                return Error{Code::Invalid, QCoreApplication::translate("beback", "What was learned about hours and media cannot be read."), {}};
            experience.m_priors[size_t(medium)][size_t(part)] = prior;
        }
    return experience;
}

QByteArray Experience::toJson() const
{
    QJsonObject object;
    for (const Medium medium : AllMedia) {
        QJsonObject parts;
        for (const DayPart part : AllDayParts)
            if (const Prior &known = m_priors[size_t(medium)][size_t(part)]; known != Prior())
                parts.insert(toText(part), QJsonArray{known.a, known.b});
        if (!parts.isEmpty())
            object.insert(toText(medium), parts);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Chance chanceOf(const Tallies &habits, const Experience &experience, Medium medium, DayPart part)
{
    const HabitTally &own = at(habits, medium, part);
    const Experience::Prior prior = experience.prior(medium, part);
    const double a = prior.a + own.answered, b = prior.b + own.tried - own.answered;
    return {a / (a + b), betaQuantile(a, b, 0.1), betaQuantile(a, b, 0.9), int(own.tried), int(own.answered)};
}

DayPart bestPart(const Tallies &habits, const Experience &experience, Medium medium, DayPart wanted, std::optional<DayPart> avoid)
{
    double tries = 0;
    for (const DayPart part : AllDayParts)
        tries += at(habits, medium, part).tried;
    if (tries == 0 && experience.isEmpty())
        return wanted; // nothing is known: the plan's own word
    const double quantile = 1 - 1 / (tries + 2);
    std::optional<DayPart> best;
    double highest = 0;
    for (const DayPart part : {wanted, DayPart::Evening, DayPart::Midday, DayPart::Afternoon, DayPart::Morning}) {
        if (part == avoid)
            continue;
        const HabitTally &own = at(habits, medium, part);
        const Experience::Prior prior = experience.prior(medium, part);
        const double index = betaQuantile(prior.a + own.answered, prior.b + own.tried - own.answered, quantile);
        if (!best || index > highest + 1e-6) {
            best = part;
            highest = index;
        }
    }
    return best.value_or(wanted);
}

Medium bestMedium(const Tallies &habits, const Experience &experience, Medium wanted, const QVector<Medium> &others)
{
    const auto chance = [&](Medium medium) {
        double sum = 0;
        for (const DayPart part : AllDayParts)
            sum += meanOf(experience.prior(medium, part), at(habits, medium, part));
        return sum / double(AllDayParts.size());
    };
    const auto isKnown = [&](Medium medium) {
        return std::any_of(AllDayParts.begin(), AllDayParts.end(),
                           [&](DayPart part) { return experience.prior(medium, part) != Experience::Prior(); });
    };
    const auto hasAnswered = [&](Medium medium) {
        return std::any_of(AllDayParts.begin(), AllDayParts.end(), [&](DayPart part) { return at(habits, medium, part).answered > 0; });
    };
    const bool comparable = isKnown(wanted);
    Medium best = wanted;
    double highest = others.isEmpty() ? 1 : chance(wanted);
    for (const Medium medium : others)
        if ((hasAnswered(medium) || (comparable && isKnown(medium))) && chance(medium) > highest) {
            best = medium;
            highest = chance(medium);
        }
    return best;
}

} // namespace beback
