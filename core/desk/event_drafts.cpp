#include "core/desk/event_drafts.h"

#include "core/intake/normalize.h"
#include "core/intake/person_zones.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QJsonObject textsOf(const QMap<QString, QString> &texts)
{
    QJsonObject json;
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

} // namespace

void put(QJsonObject &body, const char *key, const QString &value)
{
    if (!value.isEmpty())
        body.insert(QLatin1String(key), value);
}

EventDraft draftOf(CustomerId customer, LeadId lead, EventKind kind, const QString &login)
{
    EventDraft draft;
    draft.customer = customer;
    draft.lead = lead;
    draft.kind = kind;
    draft.actor = login;
    return draft;
}

EventDraft optOutDraft(CustomerId id, const QString &pointKey, std::optional<Medium> medium, const QString &reason, const QString &login)
{
    EventDraft draft = draftOf(id, {}, EventKind::DoNotContactSet, login);
    put(draft.body, "point", pointKey);
    if (medium)
        put(draft.body, "medium", toText(*medium));
    put(draft.body, "reason", reason.trimmed());
    return draft;
}

EventDraft planDraft(CustomerId customer, LeadId lead, const Plan &plan, const QString &reason, const QString &login)
{
    EventDraft draft = draftOf(customer, lead, EventKind::PlanChosen, login);
    draft.body = {{QStringLiteral("plan"), plan.id}, {QStringLiteral("version"), plan.version}, {QStringLiteral("name"), plan.name},
                  {QStringLiteral("reason"), reason.trimmed()}};
    return draft;
}

Result<QVector<EventDraft>> contactPointDrafts(const CustomerState &state, ContactPoint::Type type, const QString &raw, const QString &label,
                                               const QString &replaces, const QString &login)
{
    const bool phone = type == ContactPoint::Type::Phone;
    QStringList warnings;
    const QVector<ContactPoint> read = phone ? readPhones(raw, {}, &warnings) : readEmails(raw, &warnings);
    if (read.size() != 1 || read.first().value.isEmpty())
        return Error{Code::Invalid,
                     phone ? tr("“%1” is no phone number that can be dialed. Write it with its area code.").arg(raw.trimmed())
                           : tr("“%1” is no e-mail address. It needs a name, an @ and a domain.").arg(raw.trimmed()),
                     warnings.join(QLatin1Char(' '))};
    ContactPoint point = read.first();
    point.label = label;
    EventDraft draft = draftOf(state.id, {}, EventKind::ContactPointSet, login);
    draft.body.insert(QLatin1String("point"), point.toJson());
    put(draft.body, "replaces", replaces);
    QVector<EventDraft> drafts{draft};
    // A new number may move the person to other zones: the strictest of what is then known, and of what was chosen by hand.
    QVector<ContactPoint> points{point};
    for (const ContactPoint &known : state.points)
        if (known.key() != replaces)
            points << known;
    QStringList zones = zonesOf(points, state.address);
    if (zonesAreChosen(state)) {
        zones += state.zones;
        zones.sort();
        zones.removeDuplicates();
    }
    if (!zones.isEmpty() && zones != state.zones) {
        EventDraft edited = draftOf(state.id, {}, EventKind::CustomerEdited, login);
        edited.body.insert(QLatin1String("zones"), QJsonArray::fromStringList(zones));
        drafts << edited;
    }
    return drafts;
}

void keepAnswers(QJsonObject &body, const RecordRequest &request, const Guide *guide)
{
    if (!request.answers.isEmpty())
        body.insert(QLatin1String("answers"), textsOf(request.answers));
    if (!request.notAsked.isEmpty())
        body.insert(QLatin1String("not_asked"), textsOf(request.notAsked));
    if (guide && !(request.answers.isEmpty() && request.notAsked.isEmpty()))
        body.insert(QLatin1String("guide"), QJsonObject{{QStringLiteral("id"), guide->id}, {QStringLiteral("version"), guide->version}});
}

EventDraft objectionDraft(const RecordRequest &request, const LeadState &lead, const QString &login)
{
    EventDraft draft = draftOf(request.customer, request.lead, EventKind::ObjectionRaised, login);
    put(draft.body, "objection", toText(*request.objection));
    put(draft.body, "text", request.objectionSaid.trimmed());
    if (request.outcome == Outcome::BoughtElsewhere || lead.boughtElsewhereAt.us > 0) // to the other deal: it chooses no plan
        draft.body.insert(QLatin1String("of"), QStringLiteral("bought_elsewhere"));
    return draft;
}

QStringList blockKinds(const QVector<Finding> &findings)
{
    QStringList kinds;
    for (const Finding &finding : findings)
        if (finding.weight == Finding::Weight::Blocks && !kinds.contains(toText(finding.kind)))
            kinds << toText(finding.kind);
    return kinds;
}

void noteKept(EventDraft &draft, const QStringList &kinds, const QString &reason)
{
    if (kinds.isEmpty())
        return;
    draft.body.insert(QLatin1String("kept"), QJsonArray::fromStringList(kinds));
    put(draft.body, "kept_because", reason.trimmed());
}

RecordReceipt receiptOf(const Recorded &recorded, LeadId lead, int act)
{
    RecordReceipt receipt;
    receipt.event = recorded.events.at(act);
    receipt.customer = recorded.customer;
    receipt.lead = lead;
    receipt.next = recorded.next;
    return receipt;
}

} // namespace beback
