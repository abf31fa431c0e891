#include "core/intake/find_person.h"

#include "core/history/match_key.h"

#include <algorithm>
#include <array>

namespace beback {

namespace {

constexpr std::array<const char *, 4> KeyPlaces = {":key1", ":key2", ":key3", ":key4"};
constexpr std::array<const char *, 4> PointPlaces = {":point1", ":point2", ":point3", ":point4"};

QStringList wordsOf(const QString &name)
{
    QStringList words;
    QString word;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber()) {
            word += c.toCaseFolded();
        } else if (c.isSpace() || c == QLatin1Char('-')) {
            if (word.size() > 1)
                words.append(word);
            word.clear();
        }
    }
    if (word.size() > 1)
        words.append(word);
    return words;
}

// What is looked up at once: some keys, some points, perhaps a name. Most leads need one look.
struct Look {
    QStringList keys;
    QStringList points;
    QString match;
};

QVector<Look> looksFor(const LeadDraft &lead)
{
    QStringList points;
    for (const ContactPoint &point : lead.points)
        if (!point.value.isEmpty())
            points.append(point.value); // "+1505…" and "a@b.example" cannot be mistaken for each other
    QVector<Look> looks(1);
    const bool named = lead.name.business || (!lead.name.first.isEmpty() && !lead.name.last.isEmpty());
    if (named)
        looks[0].match = matchKey(lead.name, lead.address);
    for (qsizetype from = 0; from < std::max(points.size(), lead.keys.size()); from += 4) {
        if (from > 0)
            looks.append(Look());
        looks.last().keys = lead.keys.mid(from, 4);
        looks.last().points = points.mid(from, 4);
    }
    return looks;
}

template <size_t N> void bindAll(Statement &statement, const std::array<const char *, N> &places, const QStringList &values)
{
    for (size_t i = 0; i < N; ++i)
        statement.bind(places[i], qsizetype(i) < values.size() ? values[qsizetype(i)] : QString());
}

PersonMatch &matchOf(QVector<PersonMatch> &people, CustomerId customer, const QString &name)
{
    for (PersonMatch &person : people)
        if (person.customer == customer)
            return person;
    people.append(PersonMatch{customer, name, 0, false, false});
    return people.last();
}

Result<void> look(Connection &db, RooftopId rooftop, const Look &what, PersonFound &found)
{
    BEBACK_TRY(find, db.statement("intake/find"));
    bindAll(find, KeyPlaces, what.keys);
    bindAll(find, PointPlaces, what.points);
    BEBACK_CHECK(find.bind(":match_key", what.match).bind(":rooftop_id", rooftop).exec());
    while (find.next()) {
        Columns columns = find.columns();
        const QString by = columns.text();
        const QString value = columns.text();
        const CustomerId customer = columns.id<CustomerId>();
        const QString name = columns.text();
        if (by == QLatin1String("key")) {
            found.keys.insert(value, customer);
            continue;
        }
        PersonMatch &person = matchOf(found.people, customer, name);
        if (by == QLatin1String("point"))
            ++person.points;
        else
            person.sameName = true;
    }
    return find.finished();
}

} // namespace

bool namesDiffer(const QString &a, const QString &b)
{
    const QStringList one = wordsOf(a);
    const QStringList other = wordsOf(b);
    if (one.size() < 2 || other.size() < 2)
        return false;
    return std::none_of(one.cbegin(), one.cend(), [&other](const QString &word) { return other.contains(word); });
}

const PersonMatch *PersonFound::match(CustomerId customer) const
{
    for (const PersonMatch &person : people)
        if (person.customer == customer)
            return &person;
    return nullptr;
}

Result<PersonFound> findPerson(Connection &db, RooftopId rooftop, const LeadDraft &lead)
{
    PersonFound found;
    for (const Look &what : looksFor(lead))
        BEBACK_CHECK(look(db, rooftop, what, found));
    const QString name = lead.name.display();
    for (PersonMatch &person : found.people)
        person.nameDiffers = namesDiffer(name, person.name);
    std::sort(found.people.begin(), found.people.end(), [](const PersonMatch &a, const PersonMatch &b) {
        if (a.nameDiffers != b.nameDiffers)
            return b.nameDiffers;
        if (a.points != b.points)
            return a.points > b.points;
        if (a.sameName != b.sameName)
            return a.sameName;
        return a.customer < b.customer; // ids grow with time
    });
    return found;
}

} // namespace beback
