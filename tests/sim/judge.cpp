#include "judge.h"

namespace beback::sim {

namespace {

bool isPhoned(Medium medium)
{
    return medium == Medium::Call || medium == Medium::Text;
}

} // namespace

QString Judge::nameOf(Fault fault)
{
    switch (fault) {
    case Fault::Stopped: return QStringLiteral("after_stop");
    case Fault::Hours: return QStringLiteral("hours");
    case Fault::Cap: return QStringLiteral("cap");
    case Fault::SecondCall: return QStringLiteral("second_call");
    }
    return {};
}

Judge::Judge(const World &world, QVector<int> placeOf)
    : m_world(world), m_placeOf(std::move(placeOf)), m_records(m_placeOf.size()), m_lastAsked(world.places.size())
{
    for (const Place &place : world.places)
        m_caps << RuleBook::shipped().laws(ContactRule::Kind::Cap, {place.state});
}

void Judge::stopped(int person)
{
    m_records[person].stopped = true;
}

void Judge::wrote(int person)
{
    m_records[person].mayCallOnceMore = true;
}

void Judge::promised(int person, Instant at)
{
    m_records[person].promised = at;
}

bool Judge::isOpenAt(int place, Instant at)
{
    Asked &last = m_lastAsked[place];
    if (last.at != at) {
        const Place &there = m_world.places.at(place);
        last = {at, isOpen({HoursThere{there.zone, RuleBook::shipped().hours(there.state)}}, at)};
    }
    return last.open;
}

bool Judge::overCap(const Record &record, int place, Medium medium, Instant at) const
{
    for (const ContactRule *cap : m_caps.at(place)) {
        if (!cap->media.contains(medium))
            continue;
        const auto counted = std::count_if(record.touches.begin(), record.touches.end(), [&](const std::pair<Instant, Medium> &touch) {
            return cap->media.contains(touch.second) && touch.first > at - std::chrono::hours(cap->inHours);
        });
        if (counted >= cap->most)
            return true;
    }
    return false;
}

bool Judge::isAsked(const Record &record, const QString &zone, Instant at) const
{
    return record.mayCallOnceMore || (record.promised && zones::local(*record.promised, zone).date <= zones::local(at, zone).date);
}

std::optional<Judge::Fault> Judge::wouldBe(int person, Medium medium, Instant at)
{
    const Record &record = m_records.at(person);
    if (medium == Medium::Visit)
        return std::nullopt; // nobody is contacted: it is looked up whether they came
    if (record.stopped)
        return Fault::Stopped;
    if (!isPhoned(medium))
        return std::nullopt;
    const int place = m_placeOf.at(person);
    if (!isOpenAt(place, at))
        return Fault::Hours;
    if (overCap(record, place, medium, at))
        return Fault::Cap;
    const QString &zone = m_world.places.at(place).zone;
    const bool again = medium == Medium::Call && record.lastCall.isValid() && record.lastCall == zones::local(at, zone).date;
    return again && !isAsked(record, zone, at) ? std::optional(Fault::SecondCall) : std::nullopt;
}

void Judge::touched(int person, Medium medium, Instant at)
{
    if (const auto fault = wouldBe(person, medium, at))
        ++m_faults[size_t(*fault)];
    Record &record = m_records[person];
    if (!isPhoned(medium))
        return;
    record.touches.removeIf([at](const std::pair<Instant, Medium> &touch) { return touch.first < at - std::chrono::hours(48); });
    record.touches << std::pair(at, medium);
    if (medium != Medium::Call)
        return;
    const QString &zone = m_world.places.at(m_placeOf.at(person)).zone;
    if (record.promised && zones::local(*record.promised, zone).date <= zones::local(at, zone).date)
        record.promised.reset();
    record.mayCallOnceMore = false;
    record.lastCall = zones::local(at, zone).date;
}

int Judge::violations() const
{
    int all = 0;
    for (const int count : m_faults)
        all += count;
    return all;
}

} // namespace beback::sim
