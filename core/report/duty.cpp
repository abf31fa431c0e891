#include "core/report/duty.h"

#include "core/base/random.h"
#include "core/time/calendar.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <array>
#include <tuple>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

struct SaysText {
    DutyWord::Says says;
    const char *text;
};
constexpr std::array SaysTexts = {SaysText{DutyWord::Says::Set, "set"}, SaysText{DutyWord::Says::Done, "done"},
                                  SaysText{DutyWord::Says::LeftOut, "left_out"}};

// Whose row a duty belongs to: who had to do it, else the manager who did.
QString loginOf(const Duty &duty, const QSet<QString> &managers)
{
    if (!duty.who.isEmpty())
        return duty.who;
    return managers.contains(duty.endedBy) ? duty.endedBy : QString();
}

QSet<LeadId> leadsOf(const Duty &duty)
{
    QSet<LeadId> leads(duty.leads.cbegin(), duty.leads.cend());
    if (!duty.lead.isNull())
        leads.insert(duty.lead);
    return leads;
}

void count(DutyCount &into, const Duty &duty)
{
    const bool late = duty.state == Duty::State::Done && duty.endedAt > duty.due;
    int &number = duty.state == Duty::State::Open ? into.notDone : duty.state == Duty::State::LeftOut ? into.leftOut : late ? into.late : into.inTime;
    QSet<LeadId> &leads = duty.state == Duty::State::Open      ? into.notDoneLeads
                          : duty.state == Duty::State::LeftOut ? into.leftOutLeads
                          : late                               ? into.lateLeads
                                                               : into.inTimeLeads;
    ++number;
    leads += leadsOf(duty);
}

QString nameFor(const QString &login, const DutyFacts &facts)
{
    return login.isEmpty() ? tr("Anybody") : facts.nameOf(login);
}

} // namespace

QString toText(Duty::Kind kind)
{
    switch (kind) {
    case Duty::Kind::Set: return QStringLiteral("set");
    case Duty::Kind::Unsold: return QStringLiteral("unsold");
    case Duty::Kind::Promise: return QStringLiteral("promise");
    case Duty::Kind::Skips: return QStringLiteral("skips");
    case Duty::Kind::Quarantine: return QStringLiteral("quarantine");
    case Duty::Kind::Monday: return QStringLiteral("monday");
    }
    return {};
}

QString toText(DutyWord::Says says)
{
    const auto known = std::find_if(SaysTexts.begin(), SaysTexts.end(), [says](const SaysText &one) { return one.says == says; });
    return known == SaysTexts.end() ? QString() : QString::fromLatin1(known->text);
}

std::optional<DutyWord::Says> dutySaysFromText(const QString &text)
{
    const auto known = std::find_if(SaysTexts.begin(), SaysTexts.end(), [&](const SaysText &one) { return text == QLatin1String(one.text); });
    return known == SaysTexts.end() ? std::nullopt : std::optional(known->says);
}

bool isOwnDutyId(const QString &duty)
{
    const QUuid id(duty);
    return !id.isNull() && id.toString(QUuid::WithoutBraces) == duty;
}

QString newDutyId(Random &random, Instant now)
{
    return random.uuid(now).toString(QUuid::WithoutBraces);
}

bool isSaidAgain(const DutyWord &word, const DutyWord &before)
{
    const bool isSame = std::tie(word.duty, word.says, word.text, word.by) == std::tie(before.duty, before.says, before.text, before.by);
    // Whom it was for when it was ended may have left since; of one that is set all of it is what was said.
    return isSame && (word.says != DutyWord::Says::Set || std::tie(word.who, word.lead, word.due) == std::tie(before.who, before.lead, before.due));
}

std::optional<Instant> dueAfter(QDate day, const QString &zone)
{
    return zones::instantOf(calendar::addBusinessDays(day, 1), QTime(DutyHour, 0), zone);
}

QVector<Duty> dutiesFor(const QVector<Duty> &duties, const QString &manager, Instant now)
{
    QVector<Duty> mine;
    std::copy_if(duties.cbegin(), duties.cend(), std::back_inserter(mine), [&](const Duty &duty) {
        return duty.isOpen(now) && (duty.who.isEmpty() || duty.who == manager);
    });
    return mine;
}

QVector<DutyCount> countDuties(const QVector<Duty> &duties, const DutyFacts &facts, Instant from, Instant until)
{
    QMap<QString, DutyCount> by;
    for (const Duty &duty : duties) {
        if (duty.kind == Duty::Kind::Quarantine || duty.due < from || duty.due >= until || duty.due > facts.now)
            continue;
        const QString login = loginOf(duty, facts.managers);
        DutyCount &one = by[login];
        one.login = login;
        one.name = nameFor(login, facts);
        count(one, duty);
    }
    QVector<DutyCount> counts(by.cbegin(), by.cend());
    std::sort(counts.begin(), counts.end(), [](const DutyCount &a, const DutyCount &b) {
        return std::tie(b.notDone, b.late, a.name, a.login) < std::tie(a.notDone, a.late, b.name, b.login);
    });
    return counts;
}

QVector<DutiesOverdue> overdueBy(const QVector<Duty> &duties, const DutyFacts &facts)
{
    QMap<QString, DutiesOverdue> by;
    for (const Duty &duty : duties)
        if (duty.isOverdue(facts.now)) {
            DutiesOverdue &one = by[duty.who];
            one.login = duty.who;
            one.name = nameFor(duty.who, facts);
            ++one.count;
        }
    QVector<DutiesOverdue> overdue(by.cbegin(), by.cend());
    std::sort(overdue.begin(), overdue.end(), [](const DutiesOverdue &a, const DutiesOverdue &b) {
        return std::tie(b.count, a.name, a.login) < std::tie(a.count, b.name, b.login);
    });
    return overdue;
}

} // namespace beback
