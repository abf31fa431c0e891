#include "core/demo/material.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace beback::demo {

namespace {

// Rows of a tab-separated list; the first line is its head.
Result<QVector<QStringList>> rowsOf(const char *name, qsizetype columns)
{
    QFile file(QStringLiteral(":/beback/demo/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Code::Internal, QStringLiteral("The demo list %1 is missing.").arg(QLatin1String(name)), {}};
    QVector<QStringList> rows;
    int number = 1;
    file.readLine();
    while (!file.atEnd()) {
        ++number;
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty())
            continue;
        rows << line.split(QLatin1Char('\t'));
        if (rows.constLast().size() < columns)
            return Error{Code::Internal, QStringLiteral("Line %1 of the demo list %2 is incomplete.")
                                             .arg(QString::number(number), QLatin1String(name)), {}};
    }
    return rows;
}

City cityFrom(const QStringList &row)
{
    City city;
    city.ring = row.at(0) == QLatin1String("near") ? City::Ring::Near
        : row.at(0) == QLatin1String("region")     ? City::Ring::Region
                                                    : City::Ring::Far;
    city.name = row.at(1);
    city.region = row.at(2);
    city.postcodes = row.at(3).split(QLatin1Char(' '));
    city.areaCodes = row.at(4).split(QLatin1Char(' '));
    city.weight = row.at(5).toDouble();
    return city;
}

template <class List, class Make> Result<void> fill(List &list, const char *name, qsizetype columns, Make make)
{
    BEBACK_TRY(rows, rowsOf(name, columns));
    for (const QStringList &row : std::as_const(rows))
        list << make(row);
    return {};
}

} // namespace

Result<Material> Material::load()
{
    Material m;
    const auto first = [](const QStringList &row) { return row.at(0); };
    const auto named = [](const QStringList &row) { return Named{row.at(0), row.at(1)}; };
    BEBACK_CHECK(fill(m.firstNames, "first_names.tsv", 2, named));
    BEBACK_CHECK(fill(m.lastNames, "last_names.tsv", 2, named));
    BEBACK_CHECK(fill(m.cities, "cities.tsv", 6, cityFrom));
    BEBACK_CHECK(fill(m.areaCodes, "area_codes.tsv", 1, first));
    BEBACK_CHECK(fill(m.streets, "streets.tsv", 1, first));
    BEBACK_CHECK(fill(m.models, "vehicles.tsv", 6, [](const QStringList &row) {
        return Model{row.at(0), row.at(1), row.at(2).split(QLatin1Char(',')), row.at(3).toInt(), row.at(4).toInt(),
                     row.at(5).toDouble()};
    }));
    BEBACK_CHECK(fill(m.sources, "sources.tsv", 2,
                      [](const QStringList &row) { return Source{row.at(0), row.at(1).toDouble()}; }));
    BEBACK_CHECK(fill(m.staff, "staff.tsv", 3,
                      [](const QStringList &row) { return StaffMember{row.at(0), row.at(1), row.at(2)}; }));
    BEBACK_TRY(phrases, rowsOf("phrases.tsv", 2));
    for (const QStringList &row : std::as_const(phrases))
        m.phrases[row.at(0)] << row.at(1);
    return m;
}

} // namespace beback::demo
