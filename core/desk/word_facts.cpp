#include "core/desk/word_facts.h"

#include "core/intake/phone_number.h"
#include "core/plan/contact_rules.h"
#include "core/time/wording.h"
#include "core/words/language.h"

namespace beback {

namespace {

QString firstName(const PersonName &name)
{
    if (name.business)
        return {}; // "Hi Lopez Plumbing" is worse than "Hi there"
    return name.first.isEmpty() ? name.full.simplified().section(QLatin1Char(' '), 0, 0) : name.first;
}

QString joined(const QStringList &parts, const QString &between)
{
    QStringList known = parts;
    known.removeAll(QString());
    return known.join(between);
}

} // namespace

WordFacts wordFacts(const CustomerState &customer, const LeadState &lead, const RooftopFacts &rooftop, const Agent &writer, Instant now)
{
    WordFacts facts;
    facts.insert(QStringLiteral("first_name"), firstName(customer.name));
    facts.insert(QStringLiteral("city"), customer.address.city);
    facts.insert(QStringLiteral("vehicle"), lead.wanted.label());
    facts.insert(QStringLiteral("trade"), lead.trade ? lead.trade->label() : QString());
    if (lead.campaign && lead.campaign->isNews(now))
        facts.insert(QStringLiteral("news"), lead.campaign->says);
    if (lead.appointment) // their clock: they are the ones who come
        facts.insert(QStringLiteral("appointment"), wording::dateAndTime(lead.appointment->at, clockZone(customer), wordLanguage(customer)));
    facts.insert(QStringLiteral("agent"), writer.name);
    facts.insert(QStringLiteral("rooftop"), rooftop.name);
    facts.insert(QStringLiteral("rooftop_phone"),
                 rooftop.phone.startsWith(QLatin1Char('+')) ? displayPhone(rooftop.phone, QString()) : rooftop.phone);
    const QString stateAndCode = joined({rooftop.region, rooftop.postcode}, QStringLiteral(" "));
    // An address without a street is none.
    if (!rooftop.street.isEmpty())
        facts.insert(QStringLiteral("rooftop_address"), joined({rooftop.street, rooftop.city, stateAndCode}, QStringLiteral(", ")));
    return facts;
}

QMap<Medium, PreparedWords> prepareAllWords(const WordBook &book, const QString &key, const CustomerState &customer, const LeadState &lead,
                                            const RooftopFacts &rooftop, const Agent &writer, Instant now, const QHash<QString, int> &used)
{
    const WordFacts facts = wordFacts(customer, lead, rooftop, writer, now);
    QMap<Medium, PreparedWords> all;
    for (const Medium medium : AllMedia)
        if (PreparedWords words = prepareWords(book, key, medium, wordLanguage(customer), facts, used); !words.body.isEmpty())
            all.insert(medium, words);
    return all;
}

} // namespace beback
