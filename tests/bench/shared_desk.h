#pragma once

#include "dealership.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/desk/shared_place.h"

namespace bench {

// A desk of the shared database with its own store, as the program opens it.
class SharedDesk
{
public:
    enum class Own { Anew, AsItIs }; // its store in options.dir
    SharedDesk(const Options &options, const beback::StoreUrl &url, Own own = Own::Anew);

    beback::SharedPlace &place() { return *m_place; }
    void claimNext();
    beback::EventId record(); // a touch with whoever was claimed first and not worked on yet, in the own store
    void saveAndNext(); // that, and the next person, as one exchange with the shared database
    void confirm();     // sends what was recorded and reads until it came back

private:
    beback::SystemClock m_clock;
    beback::SystemRandom m_random;
    std::unique_ptr<beback::SharedPlace> m_place;
    QVector<beback::Claim> m_claims;
};

} // namespace bench
