#pragma once

#include "policy.h"

namespace beback::sim {

// As the program says: the lead the queue hands out, by the medium of its next step, when it may be contacted.
class BebackPolicy final : public Policy
{
public:
    explicit BebackPolicy(const Stage &stage) : m_books(stage.books) {}

    void arrived(int, Instant) override {} // the store knows all of it
    void wrote(int, const Coming &) override {}
    void touched(int, Medium, const Answer &, Instant) override {}
    void visited(int, const Customers::Visit &, Instant) override {}
    Result<std::optional<Deed>> next(const QString &login, Instant at) override;

private:
    Books &m_books;
};

} // namespace beback::sim
