#pragma once

#include "core/store/connection.h"

#include <QVector>

namespace beback {

// Somebody who works at the site.
struct SitePerson {
    QString login, name;
    bool isManager = false;
    friend bool operator==(const SitePerson &, const SitePerson &) = default;
};
// Those who work there now, by name. Thread: the connection's.
Result<QVector<SitePerson>> readPeople(Connection &db, RooftopId rooftop);

} // namespace beback
