// Save and next on a long line: what was recorded goes out and the next person comes back in one answer. What the desk does
// in the background meanwhile, reading the feed until its entry came back, is not measured. The floor is the least that can
// be asked of the server on the same line.

#include "long_line.h"
#include "shared_desk.h"

namespace bench {

using namespace beback;

namespace {

constexpr int Rounds = 7;
constexpr int Times = 10;
constexpr std::chrono::milliseconds RoundTrip(20);

} // namespace

void sharedLine(const Options &options)
{
    const Dealership place = Dealership::withLeads(options);
    const LongLine line(options, QStringLiteral("line"), {RoundTrip, 0});
    const StoreUrl far = line.through(place.urlOf(Dealership::deskName(0)));
    SharedDesk desk(options, far);
    PgFloor floor(far.uri.toStdString());
    floor.prepare("one", "SELECT 1");
    desk.claimNext();
    QVector<double> ours, floorTimes, ratio;
    for (int round = 0; round <= Rounds; ++round) {
        double o = 0;
        for (int i = 0; i < Times; ++i) {
            o += timeOf([&] { desk.saveAndNext(); }) / Times;
            desk.confirm();
        }
        const double f = timeOf([&] { for (int i = 0; i < Times; ++i) floor.ask("one", {}); }) / Times;
        if (round == 0)
            continue;
        ours << o;
        floorTimes << f;
        ratio << o / f;
    }
    const double middle = median(ratio);
    print({QStringLiteral("shared save and next, 20 ms away"), duration(median(ours)), duration(median(floorTimes)), middle,
           QStringLiteral("<= 1.5 round trips"), middle <= 1.5});
}

} // namespace bench
