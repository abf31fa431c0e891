#include "ui/shell/link_facts.h"

#include "core/time/wording.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QLocale>

namespace beback::ui {

namespace {

constexpr Duration OnTheirWay = std::chrono::seconds(4); // what is sent at once is not worth a word

QString tr(const char *text)
{
    return QCoreApplication::translate("LinkFacts", text);
}

QString whenLeft(Instant since, const QString &zone, Instant now)
{
    const auto left = zones::local(since, zone), today = zones::local(now, zone);
    return left.date == today.date ? QLocale().toString(left.time, QStringLiteral("h:mm")) : wording::dayAndTime(since, zone, now);
}

void offline(LinkFacts &facts, const LinkState &state, const QString &zone, Instant now)
{
    facts.place = state.since.us > 0 ? tr("Not connected since %1.").arg(whenLeft(state.since, zone, now)) : tr("Not connected.");
    if (state.refused)
        facts.more << state.trouble;
    facts.more << (state.waiting > 0 ? QCoreApplication::translate("LinkFacts", "What you record is kept on this computer: %n entries wait.",
                                                                       nullptr, state.waiting)
                                     : tr("What you record is kept on this computer."));
    if (state.refused)
        facts.link = tr("Enter the password again");
    else
        facts.more << tr("The queue goes on when %1 answers.").arg(state.host);
}

void away(LinkFacts &facts, const LinkState &state, const StripTrip &trip, const QString &zone, Instant now)
{
    facts.place = state.since.us > 0 ? tr("Away since %1").arg(wording::dayAndTime(state.since, zone, now)) : tr("Away");
    QStringList more;
    more << (trip.until > now ? QCoreApplication::translate("LinkFacts", "%1 of %n leads to go until %2", nullptr, trip.along).arg(trip.toGo).arg(wording::dayAndTime(trip.until, zone, now))
                              : tr("the trip was over at %1").arg(wording::dayAndTime(trip.until, zone, now)));
    more << (state.waiting > 0 ? QCoreApplication::translate("LinkFacts", "%n entries wait to be sent", nullptr, state.waiting) : tr("nothing waits to be sent"));
    if (state.refused) {
        more << state.trouble;
        facts.link = tr("Enter the password again");
    }
    facts.more << more.join(QStringLiteral(" · "));
}

void sending(LinkFacts &facts, const LinkState &state, const StripTrip &trip, const QString &zone, Instant now)
{
    facts.isStuck = trip.stuckSince.us > 0;
    if (facts.isStuck)
        facts.chip = QCoreApplication::translate("LinkFacts", "%n entries are not sent since %1", nullptr, state.waiting).arg(wording::dayAndTime(trip.stuckSince, zone, now));
    else if (trip.of > 0)
        facts.chip = tr("Sending %1 of %2").arg(trip.sending).arg(trip.of);
    else if (state.waiting > 0 && state.oldestWaiting.us > 0 && now - state.oldestWaiting > OnTheirWay)
        facts.chip = QCoreApplication::translate("LinkFacts", "%n entries on their way", nullptr, state.waiting);
}

} // namespace

LinkFacts linkFacts(const LinkState &state, const QString &zone, Instant now, const StripTrip &trip)
{
    LinkFacts facts;
    switch (state.mode) {
    case LinkState::Mode::Embedded: facts.place = tr("On this computer"); break;
    case LinkState::Mode::Connecting: facts.place = tr("Connecting to %1").arg(state.host); break;
    case LinkState::Mode::Offline:
        if (trip.along > 0)
            away(facts, state, trip, zone, now);
        else
            offline(facts, state, zone, now);
        break;
    case LinkState::Mode::Online:
        facts.place = tr("Connected");
        facts.more << state.host;
        sending(facts, state, trip, zone, now);
        if (state.unverified)
            facts.certificate = tr("Certificate not checked");
        break;
    }
    if (trip.along > 0)
        facts.trip = state.mode == LinkState::Mode::Offline
                         ? tr("What is with you")
                         : QCoreApplication::translate("LinkFacts", "%n leads along until %1", nullptr, trip.along).arg(wording::dayAndTime(trip.until, zone, now));
    return facts;
}

} // namespace beback::ui
