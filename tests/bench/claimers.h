#pragma once

#include "dealership.h"

#include "core/exchange/shared_store.h"

namespace bench {

// A desk that claims and has nothing to send, in the program's own way: SharedStore::pushAndClaim on its connection.
class OurClaimer
{
public:
    explicit OurClaimer(const beback::StoreUrl &url);
    void claim(); // throws std::runtime_error when there is nobody

private:
    std::unique_ptr<beback::SharedStore> m_store;
    beback::OriginId m_origin;
    QStringList m_open = everyPlaceList();
};

// The floor: libpq, the same statement, prepared once, and every field of the answer read as text.
class FloorClaimer
{
public:
    explicit FloorClaimer(const std::string &uri);
    void claim();

private:
    PgFloor m_db;
    std::string m_origin, m_open = everyZone();
};

} // namespace bench
