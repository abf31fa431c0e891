#include "card_list.h"

#include "core/time/zones.h"

namespace beback::sim {

void CardList::arrived(int person, Instant at)
{
    const Person &who = m_stage.customers.person(person);
    Card card;
    card.person = person;
    card.arrivedOn = zones::local(at, zone()).date;
    card.phone = who.hasPhone();
    card.email = who.hasEmail();
    Q_ASSERT(person == m_cards.size());
    m_cards << card;
}

void CardList::wrote(int person, const Coming &coming)
{
    Card &card = m_cards[person];
    card.off = card.off || coming.stop;
    card.reached = true;
    if (!coming.stop)
        card.wrote = coming.at;
}

void CardList::touched(int person, Medium medium, const Answer &answer, Instant at)
{
    Card &card = m_cards[person];
    if (medium == Medium::Call) {
        card.wrote.reset();
        if (card.promised && at >= *card.promised)
            card.promised.reset();
        const zones::Local here = zones::local(at, zone());
        if (card.calls++ == 0)
            card.firstCallAt = here.time;
        card.lastCallOn = here.date;
        card.reached = card.reached || answer.human;
        if (answer.outcome == Outcome::WrongNumber)
            card.phone = false;
    } else {
        ++card.emails;
        if (answer.outcome == Outcome::Bounced)
            card.email = false;
    }
    if (answer.callAt)
        card.promised = answer.callAt;
    if (answer.appointment)
        card.visit = true;
    if (answer.outcome == Outcome::AskedToStop || answer.outcome == Outcome::BoughtElsewhere || answer.outcome == Outcome::NotInterested)
        card.off = true;
}

void CardList::visited(int person, const Customers::Visit &visit, Instant)
{
    m_cards[person].visit = false;
    m_cards[person].off = m_cards.at(person).off || visit.bought;
}

Result<std::optional<Deed>> CardList::next(const QString &, Instant at)
{
    const Card *promised = nullptr, *wrote = nullptr;
    for (const Card &card : std::as_const(m_cards)) {
        if (card.off || card.visit || !card.phone)
            continue;
        if (card.promised && *card.promised <= at && (!promised || *card.promised < *promised->promised))
            promised = &card;
        if (card.wrote && (!wrote || *card.wrote < *wrote->wrote))
            wrote = &card;
    }
    if (const Card *first = promised ? promised : wrote)
        return std::optional(Deed{first->person, Medium::Call, {}, 0});
    return nextOf(at);
}

int CardList::givenUp() const
{
    return int(std::count_if(m_cards.begin(), m_cards.end(), [this](const Card &card) {
        return !card.off && !card.visit && !card.promised && (!card.phone || isDone(card));
    }));
}

} // namespace beback::sim
