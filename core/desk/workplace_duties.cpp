// What managers have to do themselves, and what they say about it.
#include "core/desk/workplace.h"
#include "core/report/duty_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Result<void> mayHaveDuties(Workplace &place, const QString &login)
{
    return place.mustBeManager(login, tr("Duties are for managers. Ask one of yours."));
}

// At a desk of a shared database: its duties are everybody's, and somebody may have been first.
Result<void> areKeptHere(Workplace &place)
{
    BEBACK_TRY(shared, place.setting(QStringLiteral("rooftop_id")));
    if (!shared.isEmpty())
        return Error{Code::Unavailable,
                     tr("All managers of a shared database have the same duties, so what is said about them is kept there, and it does not "
                        "answer. Try again when it is back."), {}};
    return {};
}

Result<void> checkText(const DutyWord &word)
{
    if (word.text.size() > MostDutyText)
        return Error{Code::Invalid, tr("That is too long: at most %1 characters.").arg(MostDutyText), {}};
    if (word.says == DutyWord::Says::Set && word.text.isEmpty())
        return Error{Code::Invalid, tr("What is to be done? Say it in a few words."), {}};
    if (word.says == DutyWord::Says::LeftOut && word.text.isEmpty())
        return Error{Code::Invalid, tr("Why is it left out? Give a reason; it is kept."), {}};
    return {};
}

Result<void> checkWho(Workplace &place, const QString &who)
{
    if (who.isEmpty())
        return {};
    BEBACK_TRY(agent, place.user(who));
    if (agent.role != QLatin1String("manager"))
        return Error{Code::Invalid, tr("%1 is no manager. Duties are for managers; give an agent a lead instead.").arg(agent.name), {}};
    return {};
}

} // namespace

Result<DutyFacts> Workplace::dutyFacts(Connection *from)
{
    BEBACK_TRY(entries, m_intake->quarantined());
    QVector<Instant> setAside;
    for (const QuarantineEntry &entry : std::as_const(entries))
        setAside << entry.at;
    const Instant now = m_clock.now();
    return readDutyFacts(from ? *from : *m_db, m_station.rooftop, m_rooftop.zone, now, dutiesSince(m_rooftop.zone, now), setAside);
}

Result<QVector<Duty>> Workplace::duties(const QString &login, Connection *from)
{
    BEBACK_CHECK(mayHaveDuties(*this, login));
    BEBACK_TRY(facts, dutyFacts(from));
    QVector<Duty> open = dutiesFrom(facts);
    open.removeIf([&](const Duty &duty) { return !duty.isOpen(facts.now); });
    return open;
}

Result<DutyWord> Workplace::dutyToSay(const DutyWord &word, const QString &login, Connection *from)
{
    BEBACK_CHECK(mayHaveDuties(*this, login));
    DutyWord kept = word;
    kept.text = word.text.simplified();
    kept.by = login;
    kept.at = m_clock.now();
    BEBACK_CHECK(checkText(kept));
    if (kept.says == DutyWord::Says::Set) {
        if (kept.due <= kept.at)
            return Error{Code::Invalid, tr("That time is past. Say when it is to be done."), {}};
        BEBACK_CHECK(checkWho(*this, kept.who));
        if (!kept.lead.isNull())
            BEBACK_CHECK(findLeadIn(from ? *from : *m_db, kept.lead.toString()));
        if (kept.duty.isEmpty())
            kept.duty = newDutyId(m_random, kept.at);
        if (!isOwnDutyId(kept.duty))
            return Error{Code::Invalid, tr("A duty that is set is called by an id of its own (a UUID), and \"%1\" is none.").arg(kept.duty), {}};
        return kept;
    }
    BEBACK_TRY(facts, dutyFacts(from));
    const QVector<Duty> all = dutiesFrom(facts);
    const auto duty = std::find_if(all.cbegin(), all.cend(), [&](const Duty &one) { return one.id == kept.duty; });
    if (duty == all.cend())
        return Error{Code::NotFound, tr("There is no such duty any more."), {}};
    if (duty->kind == Duty::Kind::Quarantine) // each computer has its own, so nobody says it for all of them
        return Error{Code::Invalid, tr("Nobody has to say so: this ends by itself when nothing lies there any more. Mend or discard what was set "
                                       "aside in the room Leads in."), {}};
    kept.who = duty->who;
    kept.lead = duty->lead;
    kept.due = duty->due;
    const auto saidAgain = [&kept](const DutyWord &before) { return isSaidAgain(kept, before); }; // the answer to the first time was lost
    if (!duty->isOpen(facts.now) && std::none_of(facts.words.cbegin(), facts.words.cend(), saidAgain))
        return Error{Code::Conflict, tr("Somebody was first: this duty is done or left out already."), {}};
    return kept;
}

Result<DutyWord> Workplace::sayDuty(const DutyWord &word, const QString &login)
{
    BEBACK_CHECK(mayHaveDuties(*this, login));
    BEBACK_CHECK(areKeptHere(*this)); // before the duty is looked for: not all of theirs are known here
    BEBACK_TRY(kept, dutyToSay(word, login));
    BEBACK_CHECK(putDutyWord(*m_db, m_station.rooftop, kept));
    return kept;
}

Result<void> Workplace::takeDuties(const QVector<DutyWord> &words)
{
    return keepDutyWords(*m_db, m_station.rooftop, words);
}

} // namespace beback
