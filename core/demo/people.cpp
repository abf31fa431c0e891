#include "core/demo/people.h"

#include "core/demo/rooftop.h"
#include "core/time/zones.h"

#include <algorithm>

namespace beback::demo {

using namespace std::chrono_literals;

namespace {

struct Share {
    const char *tradition;
    double weight;
};
constexpr Share Traditions[] = {{"en", 54}, {"es", 17}, {"af", 10}, {"vi", 5}, {"in", 4},
                                {"zh", 3},  {"ar", 3},  {"ko", 2},  {"hm", 1}, {"na", 1}};

QString oneOf(const QVector<Named> &names, const QString &tradition, Dice &dice)
{
    QVector<QString> fitting;
    for (const Named &entry : names)
        if (entry.tradition == tradition)
            fitting << entry.name;
    return dice.pick(fitting);
}

// "Peña" -> "pena": what people put into a mail address.
QString plainLetters(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (c.isLetter() && c.unicode() < 128)
            plain += c.toLower();
    return plain;
}

const QStringList Colors = {QStringLiteral("white"), QStringLiteral("black"), QStringLiteral("gray"),
                            QStringLiteral("silver"), QStringLiteral("blue"), QStringLiteral("red"),
                            QStringLiteral("green")};

} // namespace

QString about(QString words, const Vehicle &wanted, const std::optional<Vehicle> &trade)
{
    words.replace(QLatin1String("{model}"), wanted.model);
    words.replace(QLatin1String("{vehicle}"), wanted.label());
    words.replace(QLatin1String("{color}"), wanted.color);
    words.replace(QLatin1String("{stock}"), wanted.stock);
    words.replace(QLatin1String("{trade}"), trade ? trade->label() : QString());
    return words;
}

QString People::tradition()
{
    QVector<double> weights;
    for (const Share &share : Traditions)
        weights << share.weight;
    return QLatin1String(Traditions[size_t(m_dice.weighted(weights))].tradition);
}

PersonName People::name(const QString &tradition, const QString &lastName, const QString &postcode)
{
    const QString english = QStringLiteral("en");
    for (;;) {
        PersonName name;
        name.first = oneOf(m_material.firstNames, m_dice.chance(0.22) ? english : tradition, m_dice);
        name.last = !lastName.isEmpty() ? lastName
                                        : oneOf(m_material.lastNames, m_dice.chance(0.1) ? english : tradition, m_dice);
        // Two people of one name at one place would be taken for one person.
        const QString key = name.display() + QLatin1Char('|') + postcode;
        if (m_names.contains(key))
            continue;
        m_names.insert(key);
        return name;
    }
}

QString People::takeFrom(const QString &areaCode)
{
    auto free = m_freeLines.find(areaCode);
    if (free == m_freeLines.end()) {
        QVector<int> lines;
        for (int line = 101; line < 200; ++line) // 0100 is for stores
            lines << line;
        free = m_freeLines.insert(areaCode, lines);
    }
    if (free->isEmpty())
        return {};
    const int line = free->takeAt(qsizetype(m_dice.between(0, int(free->size()) - 1)));
    return QStringLiteral("+1") + areaCode + QStringLiteral("555") + QString::number(line).rightJustified(4, QLatin1Char('0'));
}

QString People::takeNumber(const City &city)
{
    if (!m_dice.chance(0.06))
        for (const QString &code : city.areaCodes)
            if (const QString number = takeFrom(code); !number.isEmpty())
                return number;
    if (city.ring == City::Ring::Far)
        return {};
    // Only a hundred numbers of an area code are kept free for stories, so many of these people moved here with theirs.
    const int codes = int(m_material.areaCodes.size());
    for (int tries = 0; tries < codes; ++tries)
        if (const QString number = takeFrom(m_material.areaCodes.at(m_dice.between(0, std::min(10 + tries, codes) - 1)));
            !number.isEmpty())
            return number;
    for (const QString &code : m_material.areaCodes)
        if (const QString number = takeFrom(code); !number.isEmpty())
            return number;
    return {};
}

ContactPoint People::phone(const QString &number, const char *label) const
{
    ContactPoint point;
    point.value = number;
    if (!number.isEmpty())
        point.raw = QStringLiteral("(%1) %2-%3").arg(number.mid(2, 3), number.mid(5, 3), number.mid(8));
    point.label = QLatin1String(label);
    return point;
}

ContactPoint People::anotherPhone()
{
    return phone(takeNumber(m_material.cities.constFirst()), "mobile");
}

ContactPoint People::anotherEmail(const PersonName &name)
{
    const QString first = plainLetters(name.first), last = plainLetters(name.last);
    QString local;
    switch (m_dice.between(0, 3)) {
    case 0: local = first + QLatin1Char('.') + last; break;
    case 1: local = first.left(1) + last; break;
    case 2: local = first + QLatin1Char('_') + last; break;
    default: local = last + first.left(1); break;
    }
    QString address = local + QStringLiteral("@example.com");
    while (m_addresses.contains(address))
        address = local + QString::number(m_dice.between(2, 999)) + QStringLiteral("@example.com");
    m_addresses.insert(address);
    ContactPoint point;
    point.type = ContactPoint::Type::Email;
    point.value = point.raw = address;
    return point;
}

People::Home People::home()
{
    if (m_lastHome && m_dice.chance(0.2))
        return *m_lastHome; // another one under the same roof, with the same home phone
    QVector<double> weights;
    for (const City &city : m_material.cities)
        weights << city.weight;
    Home home;
    home.city = m_dice.weighted(weights);
    const City &city = m_material.cities.at(home.city);
    home.address.city = city.name;
    home.address.region = city.region;
    home.address.postcode = m_dice.pick(city.postcodes);
    home.address.country = QStringLiteral("US");
    if (m_dice.chance(0.7))
        home.address.street = QStringLiteral("%1 %2").arg(m_dice.between(101, 9899)).arg(m_dice.pick(m_material.streets));
    home.tradition = tradition();
    return home;
}

void People::addPoints(LeadDraft &draft, const Home &home)
{
    const City &city = m_material.cities.at(home.city);
    if (!home.phone.value.isEmpty())
        draft.points << home.phone;
    else if (m_dice.chance(0.93))
        if (const QString number = takeNumber(city); !number.isEmpty())
            draft.points << phone(number, m_dice.chance(0.86) ? "mobile" : "home");
    if (!draft.points.isEmpty() && m_dice.chance(0.08))
        if (const QString number = takeNumber(city); !number.isEmpty())
            draft.points << phone(number, "work");
    if (draft.points.isEmpty() || m_dice.chance(0.82))
        draft.points << anotherEmail(draft.name);
    QStringList numbers;
    for (const ContactPoint &point : std::as_const(draft.points))
        if (point.type == ContactPoint::Type::Phone)
            numbers << point.value;
    draft.zones = zones::candidates(numbers, draft.address.country, draft.address.region);
}

Vehicle People::vehicle()
{
    QVector<double> weights;
    for (const Model &model : m_material.models)
        weights << model.weight;
    const Model &model = m_material.models.at(m_dice.weighted(weights));
    const bool used = m_dice.chance(0.45);
    const int age = used ? m_dice.between(1, 7) : 0;
    Vehicle v;
    v.make = model.make;
    v.model = model.model;
    v.trim = m_dice.pick(model.trims);
    v.year = QString::number(m_year - age + (used ? 0 : m_dice.between(0, 1)));
    v.color = m_dice.pick(Colors);
    v.condition = used ? QStringLiteral("used") : QStringLiteral("new");
    v.stock = QStringLiteral("%1%2").arg(used ? QLatin1Char('U') : QLatin1Char('C')).arg(++m_stock);
    double price = m_dice.real(model.lowest, model.highest);
    for (int year = 0; year < age; ++year)
        price *= 0.88;
    v.priceCents = qint64(price / 10) * 1000 + 500;
    if (used)
        v.odometer = QString::number(age * m_dice.between(7000, 15000));
    return v;
}

Vehicle People::oldVehicle()
{
    const Model &model = m_dice.pick(m_material.models);
    const int age = m_dice.between(4, 14);
    Vehicle v;
    v.make = model.make;
    v.model = model.model;
    v.year = QString::number(m_year - age);
    v.condition = QStringLiteral("used");
    v.odometer = QString::number(age * m_dice.between(8000, 16000));
    return v;
}

QString People::comment(const LeadDraft &draft, bool spanish)
{
    const char *purpose = draft.source == QLatin1String("Phone-up") ? "comment.phone"
        : draft.source == QLatin1String("Walk-in")                  ? "comment.walkin"
        : draft.source == QLatin1String("Referral")                 ? "comment.referral"
        : spanish                                                   ? "comment.web.es"
        : draft.trade                                               ? "comment.web.trade"
                                                                    : "comment.web";
    const bool listing = draft.source.contains(QLatin1Char('.')) || draft.source.startsWith(QLatin1String("Auto"));
    if (listing && m_dice.chance(0.4))
        return {}; // listings often send no more than the car
    return about(m_dice.pick(m_material.phrases.value(QLatin1String(purpose))), draft.wanted, draft.trade);
}

LeadDraft People::interest(const QString &source, Instant arrival, bool spanish)
{
    m_year = zones::local(arrival, QLatin1String(RooftopZone)).date.year();
    LeadDraft draft;
    draft.source = source;
    draft.vendor = QLatin1String(RooftopName);
    draft.wanted = vehicle();
    if (m_dice.chance(0.3))
        draft.trade = oldVehicle();
    draft.comments = comment(draft, spanish);
    draft.requestedAt = arrival - m_dice.wait(40s);
    if (m_dice.chance(0.12))
        draft.timeframe = m_dice.chance(0.5) ? QStringLiteral("within 2 weeks") : QStringLiteral("within 3 months");
    if (source != QLatin1String("Phone-up") && source != QLatin1String("Walk-in"))
        draft.keys << QStringLiteral("adf:%1/%2").arg(source).arg(m_request += m_dice.between(1, 40));
    return draft;
}

Habits People::habits(const LeadDraft &draft, Instant arrival)
{
    Habits h;
    const bool inPerson = draft.source == QLatin1String("Walk-in") || draft.source == QLatin1String("Referral");
    h.interest = std::min(1.0, m_dice.real(0.05, 0.85) + (inPerson ? 0.15 : 0.0));
    const qsizetype favourite = m_dice.weighted({0.35, 0.45, 0.2});
    h.answersCall = (favourite == 0 ? 0.62 : 0.22) * (0.5 + h.interest);
    h.answersText = (favourite == 1 ? 0.6 : 0.2) * (0.5 + h.interest);
    h.answersEmail = (favourite == 2 ? 0.5 : 0.1) * (0.5 + h.interest);
    const QVector<QPair<int, int>> dayParts = {{8, 11}, {11, 14}, {14, 17}, {17, 21}};
    const auto part = dayParts.at(m_dice.weighted({0.2, 0.22, 0.15, 0.43}));
    h.goodFrom = part.first;
    h.goodUntil = part.second;
    h.textDelay = std::chrono::minutes(m_dice.between(4, 90));
    h.emailDelay = std::chrono::minutes(m_dice.between(50, 1500));
    h.wrongNumber = m_dice.chance(0.025);
    h.badAddress = m_dice.chance(0.03);
    h.patience = m_dice.between(6, 60);
    if (m_dice.chance(0.6))
        h.buysElsewhere = arrival + m_dice.wait(24h * 24) + 12h;
    return h;
}

Person People::make(const QString &source, Instant arrival)
{
    Home where = home();
    const bool spanish = where.tradition == QLatin1String("es") && m_dice.chance(0.2);
    Person person;
    person.draft = interest(source, arrival, spanish);
    person.draft.name = name(where.tradition, where.lastName, where.address.postcode);
    person.draft.address = where.address;
    if (spanish)
        person.draft.language = QStringLiteral("es");
    addPoints(person.draft, where);
    person.habits = habits(person.draft, arrival);
    where.lastName = person.draft.name.last;
    where.phone = person.draft.points.constFirst();
    m_lastHome.reset();
    if (where.phone.label == QLatin1String("home"))
        m_lastHome = where;
    return person;
}

} // namespace beback::demo
