#pragma once

#include "customers.h"

namespace beback::sim {

// Who is paid when.
class Office final : public OpenHours
{
public:
    explicit Office(const World &world);

    struct Shift {
        int agent = 0; // index into World::agents
        Instant from, until;
    };
    const QVector<Shift> &shifts() const { return m_shifts; } // by time
    bool isOpen(Instant at) const override;
    double paidHours() const;
    Instant begins() const { return m_begins; }
    Instant ends() const { return m_ends; }

private:
    QVector<Shift> m_shifts;
    Instant m_begins, m_ends;
};

} // namespace beback::sim
