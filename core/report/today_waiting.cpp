// Who waits for us on their own account: those who got back to us, and those who come in today.
#include "core/history/lead_story.h"
#include "core/history/visit_confirmation.h"
#include "core/report/today_facts.h"
#include "core/report/work_days.h"
#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

constexpr qsizetype Named = 3; // in the line below the title

QString tr(const char *text, const char *meant = nullptr)
{
    return QCoreApplication::translate("beback", text, meant);
}

QString whoHasIt(const QString &owner, const TodayFacts &facts)
{
    if (owner.isEmpty())
        return tr("The lead is anybody’s.");
    return tr("The lead is %1’s.").arg(facts.givenName(owner)); // by name: it hangs on the wall, too
}

// Of one person, theirs; of several, all of them in one.
struct Replies {
    NeedsYou need;
    int all = 0;
    std::optional<Instant> first;
    QStringList waiting;
};

// A call that nobody answered is no answer to them.
QString waitedSince(Instant at, Instant tried, const TodayFacts &facts)
{
    const QString since = wording::dayAndTime(at, facts.zone, facts.now);
    return tried.us == 0 ? tr("They have waited since %1.").arg(since)
                         : tr("They have waited since %1; last tried %2.").arg(since, wording::dayAndTime(tried, facts.zone, facts.now));
}

void addReply(Replies &replies, Columns c, const TodayFacts &facts)
{
    replies.all = c.integer();
    const LeadId lead = c.id<LeadId>();
    const CustomerId customer = c.id<CustomerId>();
    const QString name = customerName(c.text());
    const Instant at = c.instant();
    const QString owner = c.text();
    const Instant tried = c.instant();
    replies.need.leads << lead;
    replies.first = replies.first.value_or(at);
    if (replies.waiting.size() < Named)
        replies.waiting << tr("%1 %2").arg(name, wording::ago(facts.now - at));
    if (replies.all > 1)
        return;
    replies.need.title = tr("%1 got back to us, and nobody has answered").arg(name);
    replies.need.detail = waitedSince(at, tried, facts) + QLatin1Char(' ') + whoHasIt(owner, facts);
    replies.need.lead = lead;
    replies.need.customer = customer;
    replies.need.person = owner;
    replies.need.leads.clear();
}

bool isConfirmed(Instant at, const QString &story)
{
    const auto told = storyFromText(story);
    return told && std::any_of(told->visits.cbegin(), told->visits.cend(), [at](const StoryVisit &visit) {
        return visit.became == StoryVisit::Became::Open && visit.at == at && visit.confirmedAt.us > 0;
    });
}

VisitToday visitFrom(Columns c)
{
    VisitToday visit;
    visit.lead = c.id<LeadId>();
    visit.customer = c.id<CustomerId>();
    visit.name = customerName(c.text());
    visit.at = c.instant();
    visit.owner = c.text();
    visit.isConfirmed = isConfirmed(visit.at, c.text());
    return visit;
}

// One that is to be confirmed, or of which nobody has written down how it went.
DatedNeed visitNeed(const VisitToday &visit, const TodayFacts &facts)
{
    NeedsYou need;
    need.kind = NeedsYou::Kind::Visit;
    need.title = tr("Visit of %1, %2").arg(visit.name, wording::clockTime(visit.at, facts.zone));
    const QString state = visit.at <= facts.now ? tr("Nobody has written down yet whether they came.") : tr("Not confirmed yet.");
    need.detail = state + QLatin1Char(' ') + whoHasIt(visit.owner, facts);
    need.customer = visit.customer;
    need.lead = visit.lead;
    need.person = visit.owner;
    return {need, visit.at, 1};
}

// "3:00 pm Ann Lee, 4:30 pm Bo Tran and 2 more"
QString visitsNamed(const QVector<VisitToday> &visits, const TodayFacts &facts)
{
    QStringList named;
    for (const VisitToday &visit : visits.first(std::min(visits.size(), Named)))
        named << tr("%1 %2", "a time, a name").arg(wording::clockTime(visit.at, facts.zone), visit.name);
    const int more = int(visits.size() - named.size());
    return named.join(QStringLiteral(", ")) + (more > 0 ? tr(" and %1 more").arg(more) : QString());
}

// Those of whom nothing is asked but that the store expects them: all of them in one line.
DatedNeed expected(const QVector<VisitToday> &visits, const TodayFacts &facts)
{
    NeedsYou need;
    need.kind = NeedsYou::Kind::Visit;
    const VisitToday &first = visits.first();
    if (visits.size() == 1) {
        need.title = tr("Expected today: %1, %2").arg(first.name, wording::clockTime(first.at, facts.zone));
        need.detail = tr("Confirmed.") + QLatin1Char(' ') + whoHasIt(first.owner, facts);
        need.customer = first.customer;
        need.lead = first.lead;
        need.person = first.owner;
    } else {
        need.title = tr("%1 confirmed visits are still to come today").arg(visits.size());
        need.detail = visitsNamed(visits, facts);
        for (const VisitToday &visit : visits.first(std::min(visits.size(), qsizetype(LeadsOfNeed))))
            need.leads << visit.lead;
    }
    return {need, first.at, int(visits.size()), true};
}

} // namespace

Result<void> addReplies(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs)
{
    BEBACK_TRY(select, db.statement("report/today_replies"));
    BEBACK_CHECK(select.bind(":rooftop_id", facts.rooftop).bind(":now", facts.now).bind(":limit", LeadsOfNeed).exec());
    Replies replies;
    replies.need.kind = NeedsYou::Kind::Reply;
    while (select.next())
        addReply(replies, select.columns(), facts);
    BEBACK_CHECK(select.finished());
    if (!replies.first)
        return {};
    if (replies.all > 1) {
        replies.need.title = tr("%1 people got back to us, and nobody has answered").arg(replies.all);
        replies.need.detail = replies.waiting.join(QStringLiteral(", "));
        if (const int more = replies.all - int(replies.waiting.size()); more > 0)
            replies.need.detail += tr(" and %1 more").arg(more);
    }
    needs << DatedNeed{replies.need, *replies.first, replies.all};
    return {};
}

Result<void> addVisits(Connection &db, const TodayFacts &facts, TodayPage &page, QVector<DatedNeed> &needs)
{
    const Instant tomorrow = startOfDay(zones::local(facts.now, facts.zone).date.addDays(1), facts.zone);
    BEBACK_TRY(select, db.statement("report/today_appointments"));
    BEBACK_CHECK(select.bind(":rooftop_id", facts.rooftop).bind(":since", facts.midnight).bind(":until", tomorrow).exec());
    QVector<VisitToday> confirmed;
    while (select.next()) {
        page.visits << visitFrom(select.columns());
        const VisitToday &visit = page.visits.last();
        if (visit.at > facts.now && visit.isConfirmed)
            confirmed << visit;
        else if (visit.at > facts.now || visit.at + AfterAppointment <= facts.now)
            needs << visitNeed(visit, facts);
    }
    if (!confirmed.isEmpty())
        needs << expected(confirmed, facts);
    return select.finished();
}

} // namespace beback
