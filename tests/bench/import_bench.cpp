// Bringing in many leads at once: against a program that parses with the same library and inserts the same rows.

#include "child.h"
#include "floor.h"
#include "lead_files.h"
#include "rows.h"
#include "store_fixture.h"

#include <QFile>

#include <csv.h>
#include <pugixml.hpp>

#include <stdexcept>

namespace bench {

using namespace beback;

namespace {

constexpr int Batch = 200; // leads a transaction, as Intake does

// Both parsers below hand every text over once, as a reader has to.
size_t parseAdf(const QString &path)
{
    pugi::xml_document document;
    if (!document.load_file(path.toUtf8().constData()))
        throw std::runtime_error("The floor cannot read its ADF.");
    struct Walker : pugi::xml_tree_walker {
        size_t bytes = 0;
        bool for_each(pugi::xml_node &node) override
        {
            bytes += std::string(node.value()).size();
            for (const pugi::xml_attribute attribute : node.attributes())
                bytes += std::string(attribute.value()).size();
            return true;
        }
    } walker;
    document.traverse(walker);
    return walker.bytes;
}

size_t parseCsv(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("The floor cannot read its CSV.");
    csv_parser parser;
    csv_init(&parser, CSV_APPEND_NULL);
    size_t bytes = 0;
    const auto cell = [](void *text, size_t length, void *total) {
        *static_cast<size_t *>(total) += std::string(static_cast<const char *>(text), length).size();
    };
    const auto row = [](int, void *) {};
    while (!file.atEnd()) {
        const QByteArray chunk = file.read(256 * 1024);
        csv_parse(&parser, chunk.constData(), size_t(chunk.size()), cell, row, &bytes);
    }
    csv_fini(&parser, cell, row, &bytes);
    csv_free(&parser);
    return bytes;
}

double importOurs(const Options &options, const QString &file, const QString &store)
{
    Desk desk(emptyStore(options, store));
    IntakeReport report;
    const double seconds = timeOf([&] { need(desk.place->intake().importFile(file, {}, report)); });
    if (report.accepted + report.joined < options.imported())
        fail({Code::Internal, QStringLiteral("Only %1 leads were accepted.").arg(report.accepted + report.joined), {}});
    return seconds;
}

double importFloor(const Options &options, const QString &file, size_t (*parse)(const QString &),
                   const std::vector<TableRow> &rows)
{
    FloorDb db(emptyStore(options, QStringLiteral("import-floor.db")).toStdString());
    RowWriter writer(db);
    db.run("INSERT INTO desk (one, origin, last_n, last_hlc) VALUES (1, 'floor', 0, 0)");
    FloorStatement desk(db, "UPDATE desk SET last_n = ?, last_hlc = ? WHERE one = 1");
    return timeOf([&] {
        if (parse(file) == 0)
            throw std::runtime_error("The floor read nothing.");
        int leads = 0;
        db.run("BEGIN IMMEDIATE");
        for (const TableRow &row : rows) {
            if (row.table == EventTable) {
                if (leads > 0 && leads % Batch == 0)
                    db.run("COMMIT; BEGIN IMMEDIATE");
                ++leads;
                desk.number(leads).number(leads).run();
            }
            writer.write(row);
        }
        db.run("COMMIT");
    });
}

void compare(const Options &options, const QString &name, const QString &file, size_t (*parse)(const QString &))
{
    const QString store = QStringLiteral("import-ours.db");
    QVector<double> ours, floor, ratio;
    std::vector<TableRow> rows;
    const int rounds = options.full ? 3 : 5;
    for (int round = 0; round < rounds; ++round) {
        const double o = importOurs(options, file, store);
        if (rows.empty()) {
            FloorDb imported((options.dir + QLatin1Char('/') + store).toStdString());
            rows = rowsOfStore(imported);
        }
        const double f = importFloor(options, file, parse, rows);
        ours << options.imported() / o;
        floor << options.imported() / f;
        ratio << f / o;
    }
    const double middle = median(ratio);
    print({QStringLiteral("import %1 leads, %2").arg(options.imported()).arg(name), perSecond(median(ours)),
           perSecond(median(floor)), middle, QStringLiteral(">= 0.40 x floor"), middle >= 0.4});
}

void memoryLine(const QString &name, double peakMiB)
{
    constexpr double Bound = 300;
    print({name, QStringLiteral("%1 MiB").arg(peakMiB, 0, 'f', 0), QStringLiteral("300 MiB"), peakMiB / Bound,
           QStringLiteral("< 1 x 300 MiB"), peakMiB < Bound});
}

} // namespace

void importAdf(const Options &options)
{
    compare(options, QStringLiteral("ADF"), adfFile(options, options.imported()), parseAdf);
}

void importCsv(const Options &options)
{
    compare(options, QStringLiteral("CSV"), csvFile(options, options.imported()), parseCsv);
}

// A large file is read whole without being written; a smaller one is brought in.
void importMemory(const Options &options)
{
    const QString db = QStringLiteral("sqlite:") + emptyStore(options, QStringLiteral("memory.db"));
    const qint64 bytes = options.full ? qint64(1) << 30 : qint64(32) << 20;
    const QString large = csvFileOfSize(options, bytes);
    memoryLine(QStringLiteral("memory, CSV of %1 MiB read").arg(bytes >> 20),
               runChild(options.beback, {QStringLiteral("import"), large, QStringLiteral("--dry-run"), QStringLiteral("--db"), db}).peakMiB);
    const QString small = csvFile(options, options.imported());
    memoryLine(QStringLiteral("memory, CSV of %1 leads imported").arg(options.imported()),
               runChild(options.beback, {QStringLiteral("import"), small, QStringLiteral("--db"), db}).peakMiB);
}

} // namespace bench
