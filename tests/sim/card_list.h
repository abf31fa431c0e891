#pragma once

#include "policy.h"

namespace beback::sim {

// What the naive ways have in common: a list of cards in the order of arrival, worked by telephone. Promised calls are made
// when they are due, whoever wrote or called is called back, and who asked to hear no more is taken off the list. Of the
// hours where a customer lives such a list knows nothing.
class CardList : public Policy
{
public:
    explicit CardList(const Stage &stage) : m_stage(stage) {}

    void arrived(int person, Instant at) override;
    void wrote(int person, const Coming &coming) override;
    void touched(int person, Medium medium, const Answer &answer, Instant at) override;
    void visited(int person, const Customers::Visit &visit, Instant at) override;
    Result<std::optional<Deed>> next(const QString &login, Instant at) override;
    int givenUp() const override;

protected:
    struct Card {
        int person = 0;
        bool phone = false, email = false; // usable, as far as is known
        bool off = false;     // asked to stop, bought, or said no: never again
        bool visit = false;   // has an appointment
        bool reached = false; // spoke with us
        std::optional<Instant> wrote;    // they wrote or called then, and nobody called back
        std::optional<Instant> promised; // a call then
        int calls = 0, emails = 0;
        QTime firstCallAt;              // these on the store's clock
        QDate arrivedOn, lastCallOn;
    };

    // The card to work when nothing was promised and nobody wrote.
    virtual std::optional<Deed> nextOf(Instant at) = 0;
    // Will this card, which is open, ever be worked again?
    virtual bool isDone(const Card &card) const = 0;

    const QVector<Card> &cards() const { return m_cards; }
    const QString &zone() const { return m_stage.world.zone; }

private:
    Stage m_stage;
    QVector<Card> m_cards; // by person, who are numbered by arrival
};

} // namespace beback::sim
