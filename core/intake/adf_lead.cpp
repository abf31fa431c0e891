#include "core/intake/adf_lead.h"

#include "core/intake/clean_text.h"
#include "core/intake/consent_words.h"
#include "core/intake/lenient_date.h"
#include "core/intake/normalize.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback::adf {

namespace {

constexpr qsizetype CommentLimit = 16000; // characters; what is longer is a page somebody pasted
constexpr qsizetype ExtraLimit = 1000;    // of one value
constexpr qsizetype ExtraCount = 60;

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

void warn(LeadDraft &draft, const QString &warning)
{
    if (!draft.warnings.contains(warning))
        draft.warnings.append(warning);
}

void keepExtra(LeadDraft &draft, const QString &key, const QString &value)
{
    if (!value.isEmpty() && draft.extra.size() < ExtraCount && !draft.extra.contains(key))
        draft.extra.insert(key.left(80), value.left(ExtraLimit));
}

// vendor or provider, wherever the sender put it.
Node beside(const Surroundings &around, const char *name)
{
    for (const Node place : {around.prospect, around.tail, around.prologue}) {
        if (const Node node = child(place, name))
            return node;
        if (const Node node = child(child(place, "adf"), name))
            return node;
    }
    return {};
}

NameParts nameParts(Node contact)
{
    NameParts parts;
    for (const Node node : children(contact, "name")) {
        const QString part = attribute(node, "part").toLower();
        const QString text = anyLine(node);
        QString &place = part == QLatin1String("first")                                        ? parts.first
            : part == QLatin1String("middle")                                                  ? parts.middle
            : part == QLatin1String("last") || part == QLatin1String("surname")                ? parts.last
            : part == QLatin1String("suffix")                                                  ? parts.suffix
                                                                                               : parts.full;
        if (place.isEmpty())
            place = text;
        parts.business = parts.business || attribute(node, "type").toLower() == QLatin1String("business");
    }
    if (parts.first.isEmpty())
        parts.first = anyLine(child(contact, {"firstname", "first_name"}));
    if (parts.last.isEmpty())
        parts.last = anyLine(child(contact, {"lastname", "last_name"}));
    return parts;
}

Address addressOf(Node contact)
{
    const Node node = child(contact, "address");
    Address written;
    QStringList streets;
    for (const Node street : children(node, "street"))
        if (const QString text = line(street); !text.isEmpty() && !streets.contains(text))
            streets.append(text);
    if (const QString apartment = line(node, {"apartment"}); !apartment.isEmpty())
        streets.append(apartment.front().isDigit() ? say("Apt %1").arg(apartment) : apartment);
    written.street = streets.join(QLatin1String(", "));
    written.city = line(node, {"city"});
    written.region = line(node, {"regioncode", "region", "state", "province"});
    written.postcode = line(node, {"postalcode", "postcode", "zip", "zipcode"});
    written.country = line(node, {"country", "countrycode"});
    return readAddress(written);
}

void readPoints(Node contact, LeadDraft &draft)
{
    for (const Node node : children(contact, "phone")) {
        for (ContactPoint point : readPhones(line(node), draft.address.country, &draft.warnings)) {
            point.label = phoneLabel(attribute(node, "type"));
            point.preferred = isYes(attribute(node, "preferredcontact"));
            addPoint(draft.points, point);
        }
        QString time = attribute(node, "time").toLower();
        if (time.isEmpty() && isYes(attribute(node, "besttime")))
            time = say("the number above");
        if (!time.isEmpty() && time != QLatin1String("nopreference"))
            keepExtra(draft, QStringLiteral("best time to call"), time);
    }
    for (const Node node : children(contact, "email")) {
        for (ContactPoint point : readEmails(line(node), &draft.warnings)) {
            point.preferred = isYes(attribute(node, "preferredcontact"));
            addPoint(draft.points, point);
        }
    }
}

// The contact to work with: the one said to be primary, else the first; the customer itself where there is none.
Node contactOf(Node customer)
{
    Node first;
    for (const Node contact : children(customer, "contact")) {
        if (isYes(attribute(contact, "primarycontact")))
            return contact;
        if (!first)
            first = contact;
    }
    return first ? first : customer;
}

void readCustomer(Node prospect, LeadDraft &draft)
{
    Node customer = child(prospect, "customer");
    if (!customer)
        customer = prospect;
    const Node contact = contactOf(customer);
    draft.name = readName(nameParts(contact));
    draft.address = addressOf(contact);
    if (draft.address.isEmpty() && contact != customer)
        draft.address = addressOf(customer);
    readPoints(contact, draft);
    if (contact != customer)
        readPoints(customer, draft);
    if (draft.name.display().isEmpty())
        warn(draft, say("No name was given."));

    const Node frame = child(customer, "timeframe");
    QStringList parts{line(frame, {"description"})};
    if (parts.constFirst().isEmpty())
        parts[0] = line(frame);
    const QString from = line(frame, {"earliestdate"});
    const QString until = line(frame, {"latestdate"});
    if (!from.isEmpty())
        parts.append(say("from %1").arg(from));
    if (!until.isEmpty())
        parts.append(say("until %1").arg(until));
    parts.removeAll(QString());
    draft.timeframe = parts.join(QLatin1String(", ")).left(500);
}

void gatherComments(Node node, QStringList &comments)
{
    for (const char *name : {"comments", "comment"})
        for (const Node found : children(node, name))
            if (const QString text = words(found); !text.isEmpty() && !comments.contains(text))
                comments.append(text);
}

void readComments(Node prospect, LeadDraft &draft)
{
    QStringList comments;
    const Node customer = child(prospect, "customer");
    for (const Node place : {customer, contactOf(customer), child(prospect, "contact"), prospect})
        gatherComments(place, comments);
    for (const Node vehicle : children(prospect, "vehicle"))
        gatherComments(vehicle, comments);
    QString all = comments.join(QLatin1Char('\n'));
    if (all.size() > CommentLimit) {
        all.truncate(CommentLimit);
        warn(draft, say("The comment was longer than 16,000 characters and was cut."));
    }
    const CommentParts parts = partComment(all);
    draft.comments = parts.own;
    draft.consentSaid = parts.consentSaid;
    if (const QString vin = labelledValue(all, "vin").toUpper(); draft.wanted.vin.isEmpty() && vin.size() == 17)
        draft.wanted.vin = vin;
    if (const QString mileage = labelledValue(all, "mileage"); draft.wanted.odometer.isEmpty())
        draft.wanted.odometer = mileage.left(30);
}

// Some senders keep a whole table in <id source="key">value</id>. Those are no identities.
bool isFact(const QString &source)
{
    static const char *const words[] = {"ip",      "agent",    "consent", "program", "media",   "session", "cookie",
                                        "url",     "referr",   "campaign", "utm",    "device",  "browser", "opt",
                                        "language", "dealer",  "store",   "zip",     "tcpa",    "page",    "keyword"};
    for (const char *word : words)
        if (source.contains(QLatin1String(word), Qt::CaseInsensitive))
            return true;
    return false;
}

void readIds(Node prospect, const QString &provider, LeadDraft &draft)
{
    for (const Node node : children(prospect, "id")) {
        const QString value = line(node).left(200);
        const QString source = attribute(node, "source").left(100);
        if (value.isEmpty())
            continue;
        if (isFact(source)) {
            keepExtra(draft, source, value);
            if (source.contains(QLatin1String("consent"), Qt::CaseInsensitive)
                || source.contains(QLatin1String("opt"), Qt::CaseInsensitive)) {
                const QString said = source + QLatin1String(": ") + value;
                draft.consentSaid += draft.consentSaid.isEmpty() ? said : QLatin1Char('\n') + said;
            }
            continue;
        }
        const QString giver = source.isEmpty() ? provider : source;
        // A short number from nobody ("1") is everybody's.
        if (giver.isEmpty() && value.size() < 6)
            continue;
        const QString key = QStringLiteral("adf:%1/%2").arg(giver.toLower(), value);
        if (!draft.keys.contains(key) && draft.keys.size() < 5)
            draft.keys.append(key);
    }
}

bool isKnown(Node node)
{
    static const char *const known[] = {"id",      "requestdate", "vehicle", "customer", "vendor", "provider", "contact", "comments",
                                        "comment", "name",        "email",   "phone",    "address", "timeframe", "year",   "make",
                                        "model",   "trim",        "vin",     "stock",    "firstname", "lastname"};
    return std::any_of(std::begin(known), std::end(known), [node](const char *name) { return isNamed(node, name); });
}

// Elements the format does not have, kept by name: <dealix>, <identification>, <partner-score> …
void keepUnknown(Node parent, LeadDraft &draft)
{
    for (const Node node : parent.children()) {
        if (node.type() != pugi::node_element)
            continue;
        if (!isKnown(node))
            keepExtra(draft, localName(node), cleanLine(words(node)));
    }
}

void readSender(const Surroundings &around, const AdfContext &context, LeadDraft &draft)
{
    const Node provider = beside(around, "provider");
    const QString name = line(provider, {"name", "service"});
    readIds(around.prospect, name, draft);
    draft.source = name.isEmpty() ? attribute(child(around.prospect, "id"), "source") : name;
    if (draft.source.isEmpty() || isFact(draft.source))
        draft.source = name.isEmpty() ? context.source : name;
    if (draft.source.isEmpty())
        draft.source = QStringLiteral("ADF");
    draft.source.truncate(120);
    const Node vendor = beside(around, "vendor");
    draft.vendor = line(vendor, {"vendorname", "name"});
    if (draft.vendor.isEmpty())
        draft.vendor = line(child(vendor, "contact"), {"name"});
    if (const QString service = line(provider, {"service"}); service != name)
        keepExtra(draft, QStringLiteral("service"), service);
}

QString readRequestDate(Node prospect, const AdfContext &context, LeadDraft &draft)
{
    const QString written = line(prospect, {"requestdate", "request_date", "requesttime", "date"});
    if (const std::optional<ReadDate> date = readDate(written, context.zone)) {
        draft.requestedAt = date->at;
        draft.requestZoneAssumed = date->zoneAssumed;
        if (date->zoneAssumed)
            keepExtra(draft, QStringLiteral("request date as written"), written);
        return written;
    }
    if (!written.isEmpty()) {
        warn(draft, say("The request date “%1” was not understood.").arg(written.left(60)));
        keepExtra(draft, QStringLiteral("request date as written"), written);
    }
    draft.requestedAt = context.mailDate;
    return written;
}

} // namespace

LeadParts leadFrom(const Surroundings &around, const AdfContext &context)
{
    LeadParts parts;
    LeadDraft &draft = parts.draft;
    readVehicles(around.prospect, draft);
    readCustomer(around.prospect, draft);
    readComments(around.prospect, draft);
    readSender(around, context, draft);
    parts.statedDate = readRequestDate(around.prospect, context, draft);
    draft.resend = attribute(around.prospect, "status").toLower() == QLatin1String("resend");
    const Node customer = child(around.prospect, "customer");
    keepUnknown(around.prospect, draft);
    keepUnknown(customer, draft);
    if (const Node contact = contactOf(customer); contact != customer)
        keepUnknown(contact, draft);
    if (const QString language = attribute(customer, "language").toLower(); language.size() == 2)
        draft.language = language;
    return parts;
}

} // namespace beback::adf
