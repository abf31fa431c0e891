#pragma once

#include "core/report/duty.h"
#include "core/time/zones.h"

// What happened, written as a script, and the duties of managers that follow from it.

namespace beback::test {

using namespace Qt::StringLiterals;

inline const QString Zone = u"America/Chicago"_s;
inline const QString Own = u"0198f2c4-0000-7000-8000-000000000001"_s; // the id of one that somebody set

inline Instant at(const QString &text) // "11-16 09:00", in 2026
{
    const QDateTime then = QDateTime::fromString(u"2026-"_s + text, u"yyyy-MM-dd HH:mm"_s);
    return zones::instantOf(then.date(), then.time(), Zone).value();
}

inline CustomerId customer(int n)
{
    return CustomerId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}

inline LeadId lead(int n)
{
    return LeadId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 2));
}

inline DutyEvent event(EventKind kind, const QString &actor, const QString &when, int person = 1)
{
    DutyEvent made;
    made.kind = kind;
    made.actor = actor;
    made.customer = customer(person);
    made.lead = lead(person);
    made.name = u"Person %1"_s.arg(person);
    made.at = at(when);
    return made;
}

inline DutyEvent attempt(const QString &actor, const QString &when, int person = 1, Medium medium = Medium::Call, Outcome outcome = Outcome::NoAnswer)
{
    DutyEvent made = event(EventKind::Attempt, actor, when, person);
    made.medium = medium;
    made.outcome = outcome;
    return made;
}

// "visit:ray:11-16 15:00", "call:dana:…", "reached:…", "sold:…", "lost:…", "reopened:…", "promise:priya:11-16 09:00>11-16 15:00", "skip:…",
// "stop:…"; a number behind the word is the person, else 1, and a + behind all that says that it is about another lead of theirs. "mail" as
// "call"; "repromise" is one that was made when nobody answered.
inline DutyEvent scripted(const QString &text)
{
    if (text.section(u':', 0, 0).endsWith(u'+')) {
        DutyEvent other = scripted(QString(text).remove(u'+'));
        other.lead = LeadId(QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3));
        return other;
    }
    const QString word = text.section(u':', 0, 0), actor = text.section(u':', 1, 1), when = text.section(u':', 2);
    const bool another = word.back().isDigit();
    const int person = another ? word.back().digitValue() : 1;
    const QString what = another ? word.chopped(1) : word;
    if (what == u"visit"_s)
        return attempt(actor, when, person, Medium::Visit, Outcome::Kept);
    if (what == u"mail"_s)
        return attempt(actor, when, person, Medium::Email, Outcome::Sent);
    if (what == u"call"_s || what == u"reached"_s)
        return attempt(actor, when, person, Medium::Call, what == u"call"_s ? Outcome::NoAnswer : Outcome::Reached);
    if (what == u"skip"_s)
        return event(EventKind::Skipped, actor, when, person);
    if (what == u"promise"_s || what == u"repromise"_s) {
        DutyEvent made = attempt(actor, when.section(u'>', 0, 0), person, Medium::Call, what == u"promise"_s ? Outcome::CallBack : Outcome::NoAnswer);
        made.nextAt = at(when.section(u'>', 1));
        return made;
    }
    if (what == u"reopened"_s)
        return event(EventKind::LeadReopened, actor, when, person);
    DutyEvent ended = event(what == u"stop"_s ? EventKind::DoNotContactSet : EventKind::LeadClosed, actor, when, person);
    ended.endsAll = what != u"lost"_s;
    return ended;
}

inline DutyFacts facts(const QString &script, const QString &now)
{
    DutyFacts facts;
    facts.zone = Zone;
    facts.now = at(now);
    facts.from = at(u"11-01 00:00"_s);
    facts.names = {{u"dana"_s, u"Dana Whitfield"_s}, {u"kim"_s, u"Kim Park"_s}, {u"ray"_s, u"Ray Sosa"_s}};
    facts.managers = {u"dana"_s, u"kim"_s};
    facts.working = facts.managers;
    for (const QString &one : script.split(u' ' + u"| "_s, Qt::SkipEmptyParts))
        facts.events << scripted(one);
    for (const DutyEvent &event : std::as_const(facts.events))
        facts.begun = facts.begun.us == 0 ? event.at : std::min(facts.begun, event.at);
    return facts;
}

inline QVector<Duty> ofKind(const QVector<Duty> &duties, Duty::Kind kind)
{
    QVector<Duty> found;
    std::copy_if(duties.cbegin(), duties.cend(), std::back_inserter(found), [kind](const Duty &duty) { return duty.kind == kind; });
    return found;
}

// "none", "open", "overdue", "past", "done dana", "late dana", "left out dana"
inline QString stateOf(const QVector<Duty> &duties, Instant now)
{
    if (duties.isEmpty())
        return u"none"_s;
    const Duty &duty = duties.last();
    if (duty.state == Duty::State::Open)
        return duty.isOverdue(now) ? u"overdue"_s : duty.isOpen(now) ? u"open"_s : u"past"_s;
    if (duty.state == Duty::State::LeftOut)
        return u"left out "_s + duty.endedBy;
    return (duty.endedAt > duty.due ? u"late "_s : u"done "_s) + duty.endedBy;
}

inline DutyWord word(const QString &duty, DutyWord::Says says, const QString &by, const QString &when, const QString &text = {})
{
    DutyWord made;
    made.duty = duty;
    made.says = says;
    made.by = by;
    made.at = at(when);
    made.due = at(u"11-17 12:00"_s);
    made.text = text;
    return made;
}

} // namespace beback::test
