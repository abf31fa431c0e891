#pragma once

#include "core/desk/away.h"
#include "tests/support/laptop_clock.h"
#include "tests/support/shared_history.h"

namespace beback::test {

inline const QString Tanya = QStringLiteral("tanya");
inline const QString Luis = QStringLiteral("luis");
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

// Two people at their desks, of whom one goes away with some leads.
struct TripWorld {
    void found()
    {
        world = std::make_unique<SharedWorld>();
        world->add(Tanya);
        world->add(Luis);
        people.clear();
    }
    void leave()
    {
        NO_FAULTS(serverFaults(*world));
        world.reset();
    }
    void takeIn(SharedPlace &desk, int count)
    {
        for (int i = 0; i < count; ++i)
            people << world->addLead(desk, i);
        VERIFY_OK(desk.exchange().sync());
    }
    LeadId leadOf(SharedPlace &desk, CustomerId person) { return desk.own().customer(person)->leads.first().id; }
    int held() const { return world->sql(QStringLiteral("SELECT count(*) FROM claim WHERE until > now_us()")).toInt(); }

    std::unique_ptr<SharedWorld> world;
    QVector<CustomerId> people;
};

} // namespace beback::test
