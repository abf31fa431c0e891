#pragma once

#include "customers.h"

#include "core/desk/workplace.h"
#include "core/history/check.h"

#include <QTemporaryDir>

namespace beback::sim {

// The store of one run, in a folder of its own that goes away with it. Everything is written down as the program's own desk
// writes it (Workplace), whatever the policy.
class Books
{
public:
    // Errors: those of the store.
    static Result<std::unique_ptr<Books>> open(const World &world, ManualClock &clock, Random &random);

    Result<void> arrived(const Person &person);
    // `claim`: under which it was made, where one was held.
    Result<void> touched(int person, Medium medium, const QString &pointKey, const Answer &answer, const QString &login, qint64 epoch);
    Result<void> wrote(int person, const Coming &coming);
    Result<void> visited(int person, const Customers::Visit &visit);

    // So many simulated hours become one commit: nothing here has to outlive a power cut.
    template <class Work> Result<void> atOnce(Work work) { return m_place->db().inTransaction("simulated time", work); }

    Workplace &place() { return *m_place; }
    int personOf(CustomerId customer) const { return m_numbers.value(customer, -1); }
    CustomerId customerOf(int person) const { return m_customers.at(person); }

    Result<int> openWithoutNextStep(); // leads, by the rows in the store
    Result<CheckReport> check();

private:
    Books() = default;

    QTemporaryDir m_folder;
    std::unique_ptr<Workplace> m_place;
    QVector<CustomerId> m_customers;
    QVector<LeadId> m_leads;
    QHash<CustomerId, int> m_numbers;
};

} // namespace beback::sim
