#pragma once

#include "card_list.h"

namespace beback::sim {

// A new lead is called at once, again at ten on the next two days of work, and gets one e-mail. Then it is given up.
class ThreeStrikes final : public CardList
{
public:
    using CardList::CardList;

private:
    std::optional<Deed> nextOf(Instant at) override;
    bool isDone(const Card &card) const override;
};

// A new lead is called at once, and then every day at that same hour until somebody answers, for thirty days.
class SameHourDaily final : public CardList
{
public:
    using CardList::CardList;

private:
    std::optional<Deed> nextOf(Instant at) override;
    bool isDone(const Card &card) const override;
};

// The list from the top, always by telephone, and from the top again; nobody twice on one day.
class FirstInFirstOut final : public CardList
{
public:
    using CardList::CardList;

private:
    std::optional<Deed> nextOf(Instant at) override;
    bool isDone(const Card &) const override { return false; }
    int m_next = 0;
};

} // namespace beback::sim
