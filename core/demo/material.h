#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>
#include <QVector>

namespace beback::demo {

struct Named {
    QString name;
    QString tradition; // names of one tradition go together more often than not
};

struct City {
    enum class Ring { Near, Region, Far };
    Ring ring = Ring::Near;
    QString name, region;
    QStringList postcodes, areaCodes;
    double weight = 1;
};

struct Model {
    QString make, model;
    QStringList trims;
    int lowest = 0, highest = 0; // price new, dollars
    double weight = 1;
};

struct Source {
    QString name;
    double weight = 1;
};

struct StaffMember {
    QString login, name, role;
};

// The lists the demo world is made from (resources/demo/*.tsv), read once.
struct Material {
    QVector<Named> firstNames, lastNames;
    QVector<City> cities;
    QStringList areaCodes; // people bring their number along when they move
    QVector<Model> models;
    QVector<Source> sources;
    QStringList streets;
    QVector<StaffMember> staff;
    QHash<QString, QStringList> phrases; // by purpose: "reply.stop" …

    // Errors: Internal, naming the list and the line; the lists are shipped.
    static Result<Material> load();
};

} // namespace beback::demo
