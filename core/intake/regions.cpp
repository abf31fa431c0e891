#include "core/intake/regions.h"

#include <QHash>

namespace beback {

namespace {

struct Region {
    const char *code;
    const char *name; // letters only, lower case
    bool canada = false;
};

constexpr Region Regions[] = {
    {"AL", "alabama"}, {"AK", "alaska"}, {"AZ", "arizona"}, {"AR", "arkansas"}, {"CA", "california"},
    {"CO", "colorado"}, {"CT", "connecticut"}, {"DE", "delaware"}, {"DC", "districtofcolumbia"},
    {"DC", "washingtondc"}, {"FL", "florida"}, {"GA", "georgia"}, {"HI", "hawaii"}, {"ID", "idaho"},
    {"IL", "illinois"}, {"IN", "indiana"}, {"IA", "iowa"}, {"KS", "kansas"}, {"KY", "kentucky"}, {"LA", "louisiana"},
    {"ME", "maine"}, {"MD", "maryland"}, {"MA", "massachusetts"}, {"MI", "michigan"}, {"MN", "minnesota"},
    {"MS", "mississippi"}, {"MO", "missouri"}, {"MT", "montana"}, {"NE", "nebraska"}, {"NV", "nevada"},
    {"NH", "newhampshire"}, {"NJ", "newjersey"}, {"NM", "newmexico"}, {"NY", "newyork"}, {"NC", "northcarolina"},
    {"ND", "northdakota"}, {"OH", "ohio"}, {"OK", "oklahoma"}, {"OR", "oregon"}, {"PA", "pennsylvania"},
    {"RI", "rhodeisland"}, {"SC", "southcarolina"}, {"SD", "southdakota"}, {"TN", "tennessee"}, {"TX", "texas"},
    {"UT", "utah"}, {"VT", "vermont"}, {"VA", "virginia"}, {"WA", "washington"}, {"WV", "westvirginia"},
    {"WI", "wisconsin"}, {"WY", "wyoming"}, {"AS", "americansamoa"}, {"GU", "guam"},
    {"MP", "northernmarianaislands"}, {"PR", "puertorico"}, {"UM", "minoroutlyingislands"}, {"VI", "virginislands"},
    {"VI", "usvirginislands"},
    {"AB", "alberta", true}, {"BC", "britishcolumbia", true}, {"MB", "manitoba", true}, {"NB", "newbrunswick", true},
    {"NL", "newfoundlandandlabrador", true}, {"NL", "newfoundland", true}, {"NS", "novascotia", true},
    {"NT", "northwestterritories", true}, {"NU", "nunavut", true}, {"ON", "ontario", true},
    {"PE", "princeedwardisland", true}, {"QC", "quebec", true}, {"SK", "saskatchewan", true}, {"YT", "yukon", true},
};

QString lettersOf(const QString &written)
{
    QString letters;
    for (const QChar c : written.normalized(QString::NormalizationForm_KD))
        if (c.isLetter())
            letters += c.toLower();
    return letters;
}

// Code and name, both in lower-case letters, to the entry.
const QHash<QString, const Region *> &byName()
{
    static const QHash<QString, const Region *> table = [] {
        QHash<QString, const Region *> made;
        for (const Region &region : Regions) {
            made.insert(QLatin1String(region.name), &region);
            made.insert(QString(QLatin1String(region.code)).toLower(), &region);
        }
        return made;
    }();
    return table;
}

} // namespace

QString regionCode(const QString &written)
{
    const Region *region = byName().value(lettersOf(written), nullptr);
    return region ? QString(QLatin1String(region->code)) : QString();
}

QString countryOfRegion(const QString &code)
{
    const Region *region = code.size() == 2 ? byName().value(code.toLower(), nullptr) : nullptr;
    if (!region)
        return {};
    return region->canada ? QStringLiteral("CA") : QStringLiteral("US");
}

QString countryCode(const QString &written)
{
    static const QHash<QString, QString> names = {
        {QStringLiteral("usa"), QStringLiteral("US")},
        {QStringLiteral("unitedstates"), QStringLiteral("US")},
        {QStringLiteral("unitedstatesofamerica"), QStringLiteral("US")},
        {QStringLiteral("america"), QStringLiteral("US")},
        {QStringLiteral("can"), QStringLiteral("CA")},
        {QStringLiteral("canada"), QStringLiteral("CA")},
        {QStringLiteral("mex"), QStringLiteral("MX")},
        {QStringLiteral("mexico"), QStringLiteral("MX")},
        {QStringLiteral("puertorico"), QStringLiteral("PR")},
    };
    const QString letters = lettersOf(written);
    if (letters.size() == 2)
        return letters.toUpper();
    return names.value(letters, written);
}

} // namespace beback
