// Every speed the program promises, as a ratio to a floor measured in the same run. Build Release.
//   beback_bench [--full | --quick] [--dir DIR] [--beback PROGRAM] [GOAL...]

#include "bench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <cstdio>
#include <exception>
#include <utility>

namespace {

using Measure = void (*)(const bench::Options &);
constexpr std::pair<const char *, Measure> Goals[] = {
    {"record", bench::claimAndRecord},
    {"pick", bench::pickNext},
    {"page", bench::listPage},
    {"open", bench::openCustomer},
    {"replan", bench::planAnew},
    {"words", bench::checkWords},
    {"charts", bench::drawCharts},
    {"search", bench::searchFragments},
    {"adf", bench::importAdf},
    {"csv", bench::importCsv},
    {"memory", bench::importMemory},
#ifdef BEBACK_UI
    {"start", bench::startWindow},
    {"draw", bench::drawOnScreen},
#endif
    {"shared-claim", bench::sharedClaim},
    {"shared-record", bench::sharedRecord},
    {"shared-live", bench::sharedLive},
    {"shared-push", bench::sharedPush},
    {"shared-rights", bench::sharedRights},
    {"shared-open", bench::sharedOpen},
    {"shared-line", bench::sharedLine},
    {"check-out", bench::checkOut},
    {"return", bench::comeBack},
    {"carried", bench::carryMuch},
};

bench::Options read(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Prints each speed as a ratio to its floor."));
    parser.addHelpOption();
    const QCommandLineOption full(QStringLiteral("full"), QStringLiteral("A million leads, large imports."));
    const QCommandLineOption quick(QStringLiteral("quick"), QStringLiteral("A hundred thousand leads (the default)."));
    const QCommandLineOption dir(QStringLiteral("dir"), QStringLiteral("Where stores are built and kept."),
                                 QStringLiteral("DIR"), QDir::tempPath() + QStringLiteral("/beback-bench"));
    const QCommandLineOption beback(QStringLiteral("beback"), QStringLiteral("The program."), QStringLiteral("PROGRAM"),
                                    QStringLiteral(BEBACK_PROGRAM));
    parser.addOptions({full, quick, dir, beback});
    parser.addPositionalArgument(QStringLiteral("goal"), QStringLiteral("record pick page open replan words charts search adf csv memory start draw "
                                                                         "shared-claim shared-record shared-live "
                                                                         "shared-push shared-rights shared-open shared-line "
                                                                         "check-out return carried"),
                                 QStringLiteral("[GOAL...]"));
    parser.process(app);
    bench::Options options;
    options.full = parser.isSet(full);
    options.dir = QDir(parser.value(dir)).absolutePath();
    options.beback = parser.value(beback);
    options.only = parser.positionalArguments();
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const bench::Options options = read(app);
    if (!QDir().mkpath(options.dir)) {
        std::fprintf(stderr, "The folder %s cannot be made. Name another with --dir.\n", qUtf8Printable(options.dir));
        return 1;
    }
    int failed = 0;
    for (const auto &[name, measure] : Goals) {
        if (!options.only.isEmpty() && !options.only.contains(QLatin1String(name)))
            continue;
        try {
            measure(options);
        } catch (const std::exception &error) {
            std::fprintf(stderr, "%s: %s\n", name, error.what());
            ++failed;
        }
    }
    return failed == 0 ? 0 : 1;
}
