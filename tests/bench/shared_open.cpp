// What one report that is never finished does to claiming: it keeps the server from clearing away whatever was worked on
// since, and a claim that walked over all of that would take longer with every other.

#include "claimers.h"

#include <cstdio>

namespace bench {

namespace {

constexpr int AtOnce = 50;

// One session that claims and goes on claiming; what it claimed is worked on.
double claimTime(OurClaimer &claimer, PgFloor &administrator, QVector<double> &all)
{
    QVector<double> times;
    for (int i = 0; i < AtOnce; ++i)
        times << timeOf([&] { claimer.claim(); });
    Dealership::workedOn(administrator);
    all += times;
    return median(times);
}

void claimBesideReport(const Options &options, int band, const char *order)
{
    const int claimed = options.full ? 100000 : 10000;
    const Dealership place = Dealership::withQueue(options, claimed + claimed / 10, band);
    PgFloor administrator = place.administrator(), report(place.adminUrl().uri.toStdString());
    OurClaimer claimer(place.urlOf(Dealership::deskName(0)));
    QVector<double> fresh, all, late;
    for (int i = 0; i < 5; ++i)
        claimTime(claimer, administrator, fresh);
    report.run("BEGIN ISOLATION LEVEL REPEATABLE READ");
    report.run("SELECT count(*) FROM rooftop"); // takes the snapshot
    for (int done = 0; done < claimed; done += AtOnce) {
        QVector<double> &into = done >= claimed * 9 / 10 ? late : all;
        claimTime(claimer, administrator, into);
    }
    OurClaimer newcomer(place.urlOf(Dealership::deskName(1)));
    newcomer.claim(); // its statements are prepared; it knows no marks yet
    OurClaimer another(place.urlOf(Dealership::deskName(2)));
    const double first = timeOf([&] { another.claim(); });
    report.run("COMMIT");
    const double f = median(fresh), l = median(late);
    print({QStringLiteral("shared claim, report open, %1, %2 done").arg(QLatin1String(order)).arg(claimed), duration(l), duration(f),
           l / f, QStringLiteral("<= 4 x fresh"), l / f <= 4});
    std::fprintf(stderr, "the slowest of the last tenth: %s; a new session's first: %s\n",
                 qUtf8Printable(duration(percentile(late, 1))), qUtf8Printable(duration(first)));
}

} // namespace

void sharedOpen(const Options &options)
{
    claimBesideReport(options, 5, "oldest first");
    claimBesideReport(options, 2, "newest first");
}

} // namespace bench
