#include "core/time/zones.h"

#include "core/base/word_table.h"
#include "core/time/zone_table.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace beback::zones {

namespace {

// Zones this system does not know are left out.
QHash<QString, QStringList> readTable(const QString &path)
{
    QHash<QString, QStringList> table = readWordTable(path);
    for (QStringList &zones : table)
        zones.removeIf([](const QString &zone) { return !isKnown(zone); });
    table.removeIf([](QHash<QString, QStringList>::iterator entry) { return entry.value().isEmpty(); });
    return table;
}

void join(QStringList &set, const QStringList &more)
{
    for (const QString &zone : more)
        if (!set.contains(zone))
            set << zone;
}

// Prefixes of the North American plan: the country code, the area code, and exchanges that lie elsewhere than most of
// their area.
class PhonePrefixes
{
public:
    PhonePrefixes()
    {
        const auto table = readTable(QStringLiteral(":/beback/zones/nanp_zones.tsv"));
        for (auto entry = table.begin(); entry != table.end(); ++entry) {
            const quint64 prefix = entry.key().toULongLong();
            if (entry.key().size() < AreaDigits)
                continue; // "all of North America" is not knowledge
            join(m_own[prefix], entry.value());
            // An exchange that is not listed may be anywhere in its area, also where the listed ones are.
            quint64 shorter = prefix;
            for (qsizetype digits = entry.key().size(); digits >= AreaDigits; --digits, shorter /= 10)
                join(m_below[shorter], entry.value());
        }
    }

    QStringList zonesOf(const QString &e164) const
    {
        quint64 prefix = 0;
        qsizetype digits = 0;
        for (const QChar c : e164) {
            if (!c.isDigit() || digits == ExchangeDigits)
                continue;
            prefix = prefix * 10 + quint64(c.digitValue());
            ++digits;
        }
        for (; digits > AreaDigits; --digits, prefix /= 10)
            if (m_own.contains(prefix))
                break;
        return digits == AreaDigits || m_own.contains(prefix) ? m_below.value(prefix) : QStringList();
    }

    QSet<QString> all() const
    {
        QSet<QString> zones;
        for (const QStringList &some : m_own)
            for (const QString &zone : some)
                zones.insert(zone);
        return zones;
    }

private:
    static constexpr qsizetype AreaDigits = 4;     // "1505"
    static constexpr qsizetype ExchangeDigits = 7; // as long as the longest prefix: "1270781"
    QHash<quint64, QStringList> m_own;
    QHash<quint64, QStringList> m_below;
};

const PhonePrefixes &phonePrefixes()
{
    static const PhonePrefixes prefixes;
    return prefixes;
}

const QHash<QString, QStringList> &states()
{
    static const auto table = readTable(QStringLiteral(":/beback/zones/state_zones.tsv"));
    return table;
}

QStringList zonesOfState(const QString &country, const QString &region)
{
    const auto &table = states();
    if (region.isEmpty())
        return {};
    const QString state = region.trimmed().toUpper();
    const QString land = country.trimmed().toUpper();
    if (const auto found = table.constFind((land.isEmpty() ? QStringLiteral("US") : land) + QLatin1Char('-') + state);
        found != table.constEnd())
        return *found;
    return land.isEmpty() || land == QLatin1String("US") || land == QLatin1String("CA") ? table.value(state) : QStringList();
}

// Those of `places` whose clock one of `others` shares.
QStringList overlap(const QStringList &places, const QStringList &others)
{
    QStringList shared;
    for (const QString &place : places)
        if (others.contains(place)
            || std::any_of(others.begin(), others.end(), [table = ZoneTable::find(place)](const QString &other) {
                   return table->agreesWith(*ZoneTable::find(other));
               }))
            shared << place;
    return shared;
}

// Is this number from another state than the address?
bool isFromElsewhere(const QString &e164, const QString &region)
{
    const QStringList states = areaStates().value(e164.mid(2, 3));
    return !states.isEmpty() && !states.contains(region.trimmed().toUpper());
}

} // namespace

const QHash<QString, QStringList> &areaStates()
{
    static const auto table = readWordTable(QStringLiteral(":/beback/rules/area_states.tsv"));
    return table;
}

QStringList zipStates(const QString &postcode)
{
    static const auto table = readWordTable(QStringLiteral(":/beback/rules/zip_states.tsv"));
    return table.value(postcode.trimmed().left(3));
}

QStringList candidates(const QStringList &e164Phones, const QString &country, const QString &region)
{
    const QStringList byState = zonesOfState(country, region);
    QStringList byPhone, fromElsewhere;
    for (const QString &phone : e164Phones)
        if (phone.startsWith(QLatin1String("+1")))
            join(!byState.isEmpty() && isFromElsewhere(phone, region) ? fromElsewhere : byPhone, phonePrefixes().zonesOf(phone));
    const bool moved = byPhone.isEmpty() && !fromElsewhere.isEmpty();
    if (moved)
        byPhone = fromElsewhere;

    // The state's names are kept where the clocks agree: they are nearer to where the person lives.
    QStringList zones = moved ? QStringList() : overlap(byState, byPhone);
    if (zones.isEmpty()) {
        zones = byPhone;
        join(zones, byState);
    }
    zones.sort();
    return zones;
}

QStringList listed()
{
    static const QStringList all = [] {
        QSet<QString> zones = phonePrefixes().all();
        for (const QStringList &some : states())
            for (const QString &zone : some)
                zones.insert(zone);
        QStringList sorted(zones.cbegin(), zones.cend());
        sorted.sort();
        return sorted;
    }();
    return all;
}

} // namespace beback::zones
