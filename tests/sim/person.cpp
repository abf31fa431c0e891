#include "person.h"

#include "core/intake/person_zones.h"
#include "core/time/zones.h"

#include <algorithm>
#include <cmath>

namespace beback::sim {

namespace {

constexpr double DayUs = 24.0 * 3600e6;

template <class List> qsizetype drawn(Random &random, const List &list)
{
    QVector<double> shares;
    for (const auto &one : list)
        shares << one.share;
    return weighted(random.unit(), shares);
}

struct Asking {
    Instant at;
    QString source;
};

Instant momentOn(Random &random, const World &world, const LeadSource &source, QDate day)
{
    const int hour = int(weighted(random.unit(), source.hour));
    const QTime time = QTime(hour, 0).addSecs(int(random.below(3600)));
    return zones::instantOf(day, time, world.zone).value_or(Instant{});
}

// Who asks when: so many of each source over the weeks, and the backlog before the first day.
QVector<Asking> askingsOf(const World &world, Random &random)
{
    QVector<Asking> all;
    QVector<double> rates;
    for (const LeadSource &source : world.sources) {
        rates << source.perWeek;
        const int count = int(std::lround(source.perWeek * world.weeks));
        for (int i = 0; i < count; ++i) {
            const int week = int(random.below(quint64(world.weeks)));
            const int weekday = int(weighted(random.unit(), source.weekday)); // Monday first
            const QDate monday = world.begins.addDays(1 - world.begins.dayOfWeek());
            QDate day = monday.addDays(7 * week + weekday);
            if (day < world.begins)
                day = day.addDays(7 * world.weeks);
            all << Asking{momentOn(random, world, source, day), source.name};
        }
    }
    for (int i = 0; i < world.backlogLeads; ++i) {
        const LeadSource &source = world.sources.at(weighted(random.unit(), rates));
        const QDate day = world.begins.addDays(-1 - int(random.below(quint64(world.backlogDays))));
        all << Asking{momentOn(random, world, source, day), source.name};
    }
    std::sort(all.begin(), all.end(), [](const Asking &a, const Asking &b) { return a.at < b.at; });
    return all;
}

// Numbers nobody has: 555-0100 and the like are too few, so these use the exchange 555 with all its lines.
ContactPoint phoneOf(int number, const QString &areaCode)
{
    ContactPoint point;
    point.value = QStringLiteral("+1") + areaCode + QStringLiteral("555%1").arg(number % 10000, 4, 10, QLatin1Char('0'));
    point.raw = point.value;
    return point;
}

LeadDraft leadOf(Random &random, const World &world, const Person &person)
{
    const Place &home = world.places.at(person.place);
    LeadDraft lead;
    lead.name.first = QStringLiteral("Person");
    lead.name.last = QStringLiteral("No. %1").arg(person.number);
    lead.name.full = lead.name.first + QLatin1Char(' ') + lead.name.last;
    lead.wanted.year = QStringLiteral("2026");
    lead.wanted.make = QStringLiteral("Honda");
    lead.wanted.model = QStringLiteral("CR-V");
    const bool phone = random.unit() < world.known.phone;
    const bool email = random.unit() < world.known.email || !phone; // a lead without either is no lead
    const bool moved = random.unit() < world.known.moved;
    const bool street = random.unit() < world.known.street;
    const bool zip = random.unit() < world.known.zip || street || moved;
    const Place &codes = moved ? world.places.at(qsizetype(random.below(quint64(world.places.size())))) : home;
    const QString code = codes.areaCodes.at(qsizetype(random.below(quint64(codes.areaCodes.size()))));
    if (phone)
        lead.points << phoneOf(person.number, code);
    if (email) {
        const QString address = QStringLiteral("person%1@example.com").arg(person.number);
        lead.points << ContactPoint{ContactPoint::Type::Email, address, address, {}, {}, false};
    }
    if (zip || !phone) { // with no number to go by, the form asked for it
        lead.address.city = home.city;
        lead.address.region = home.state;
        lead.address.postcode = home.zip;
        lead.address.country = QStringLiteral("US");
    }
    if (street)
        lead.address.street = QStringLiteral("%1 Main Street").arg(person.number + 1);
    lead.zones = zonesOf(lead.points, lead.address);
    return lead;
}

void giveHabits(Random &random, const World &world, Person &person)
{
    const Group &group = world.groups.at(person.group);
    for (size_t medium = 0; medium < person.answers.size(); ++medium) {
        const double own = group.differ * normal(random);
        for (size_t day = 0; day < 2; ++day) {
            for (size_t part = 0; part < PartsOfDay; ++part) {
                const double median = group.answers[medium][day][part];
                const double shifted = median <= 0 || median >= 1 ? median : 1.0 / (1.0 + (1.0 - median) / median * std::exp(-own));
                person.answers[medium][day][part] = aroundMedian(random, shifted, group.partsDiffer);
            }
        }
    }
    person.answersNote = aroundMedian(random, group.answersNote, group.differ);
    person.patience = logNormal(random, group.patience, group.patienceSpread);
    person.intent = aroundMedian(random, group.intent, group.intentDiffer);
    person.halfLife = Duration(qint64(logNormal(random, group.halfLifeDays, group.halfLifeSpread) * DayUs));
    person.elsewhere = person.arrives + Duration(qint64(exponential(random.unit(), group.elsewhereDays) * DayUs));
    person.wrongNumber = random.unit() < world.known.wrongNumber;
    person.badEmail = random.unit() < world.known.badEmail;
    person.landline = random.unit() < world.known.landline;
}

bool has(const Person &person, ContactPoint::Type type)
{
    return std::any_of(person.lead.points.begin(), person.lead.points.end(),
                       [type](const ContactPoint &point) { return point.type == type; });
}

} // namespace

bool Person::hasPhone() const
{
    return has(*this, ContactPoint::Type::Phone);
}

bool Person::hasEmail() const
{
    return has(*this, ContactPoint::Type::Email);
}

QVector<Person> peopleOf(const World &world, const Lots &lots)
{
    SeededRandom town = lots.born(-1);
    QVector<Person> people;
    for (const Asking &asking : askingsOf(world, town)) {
        Person person;
        person.number = int(people.size());
        person.arrives = asking.at;
        SeededRandom random = lots.born(person.number);
        person.group = int(drawn(random, world.groups));
        person.place = int(drawn(random, world.places));
        giveHabits(random, world, person);
        person.lead = leadOf(random, world, person);
        person.lead.source = asking.source;
        people << person;
    }
    return people;
}

} // namespace beback::sim
