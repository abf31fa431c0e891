#pragma once

#include "core/desk/away.h"
#include "tests/exchange/staffed_world.h"
#include "tests/support/laptop_clock.h"

namespace beback::test {

inline constexpr Duration Hour = std::chrono::hours(1);

inline TripWish wishOf(int leads, int hours = 4)
{
    TripWish wish;
    wish.leads = leads;
    wish.lasts = hours * Hour;
    return wish;
}

inline QVector<CustomerId> customersOf(const AwayView &view)
{
    QVector<CustomerId> customers;
    for (const QueueItem &item : view.carried)
        customers << item.customer;
    return customers;
}

// Tanya and Luis at their desks, of whom one goes away with some leads.
struct TripWorld : StaffedWorld {
    void found()
    {
        StaffedWorld::found({.agents = {Tanya, Luis}});
        people.clear();
    }
    void takeIn(SharedPlace &desk, int count)
    {
        for (int i = 0; i < count; ++i)
            people << world->addLead(desk, i);
        VERIFY_OK(desk.exchange().sync());
    }
    LeadId leadOf(SharedPlace &desk, CustomerId person) { return desk.own().customer(person)->leads.first().id; }
    int held() const { return world->sql(QStringLiteral("SELECT count(*) FROM claim WHERE until > now_us()")).toInt(); }

    QVector<CustomerId> people;
};

} // namespace beback::test
