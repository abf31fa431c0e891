#pragma once

#include "books.h"
#include "judge.h"
#include "office.h"

#include <memory>

namespace beback::sim {

// What an agent does next.
struct Deed {
    int person = 0;
    Medium medium = Medium::Call;
    QString pointKey; // empty: the best one
    qint64 epoch = 0; // of the claim it is done under; 0: none
};

// All a policy is given. Only the oracle looks at `customers`; only Beback's looks at the store.
struct Stage {
    const World &world;
    const Customers &customers;
    const Office &office;
    Judge &judge;
    Books &books;
};

// A way to work the leads. Every agent of a run asks the same policy, one after the other.
class Policy
{
public:
    virtual ~Policy() = default;
    // What agents learn, as it happens.
    virtual void arrived(int person, Instant at) = 0;
    virtual void wrote(int person, const Coming &coming) = 0; // a stop included
    virtual void touched(int person, Medium medium, const Answer &answer, Instant at) = 0;
    virtual void visited(int person, const Customers::Visit &visit, Instant at) = 0;
    // None: there is nothing to do now.
    virtual Result<std::optional<Deed>> next(const QString &login, Instant at) = 0;
    // Open leads nobody will touch again, as far as this policy goes.
    virtual int givenUp() const { return 0; }
};

// Names, in the order they are run and printed.
QStringList policyNames();
// Null for a name that is none.
std::unique_ptr<Policy> policyNamed(const QString &name, const Stage &stage);

} // namespace beback::sim
