// What a desk that is away decides by itself: whether anybody may be called, in which order, and what needs a look afterwards.

#include "core/desk/away.h"
#include "core/desk/trip_return.h"
#include "core/queue/queue_order.h"
#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;

namespace {

constexpr Duration Hour = std::chrono::hours(1);
const Instant Now = utc("2026-11-24T18:00:00Z");

Event happened(EventKind kind, const char *actor, Duration before, std::optional<Medium> medium = {})
{
    static int number = 0;
    Event event;
    event.id = EventId(QUuid(0x018f0000u + uint(++number), 0x7000, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    event.kind = kind;
    event.actor = QString::fromLatin1(actor);
    event.occurredAt = event.recordedAt = Now - before;
    event.medium = medium;
    event.direction = kind == EventKind::Attempt ? Direction::Out : Direction::None;
    return event;
}

} // namespace

class AwayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void doNotContactIsTooOldAfterItsHours()
    {
        QCOMPARE(noDialling(Now - 24 * Hour, 24 * Hour, Now), QString());
        QVERIFY(!noDialling(Now - 24 * Hour - Duration(1), 24 * Hour, Now).isEmpty());
        QVERIFY(!noDialling(Instant{}, 24 * Hour, Now).isEmpty());
        QVERIFY2(!noDialling(Now + Hour, 24 * Hour, Now).isEmpty(), "read in the future: nobody knows when it was");
    }

    void theSettingIsHoursOrTheUsualOnes()
    {
        QVERIFY(optOutsMaxAge(QStringLiteral("36")) == 36 * Hour);
        for (const char *odd : {"", "0", "-3", "169", "soon"})
            QVERIFY(optOutsMaxAge(QString::fromLatin1(odd)) == OptOutsAgeHours * Hour);
    }

    void whereDiallingStopsMailAndWhatIsForbiddenAnywayStayAsTheyAre()
    {
        LeadView view;
        for (const ContactPoint &point : {phone("+15205550142"), email("elena@example.com")}) {
            PointView shown;
            shown.point = point;
            view.points << shown;
        }
        view.points[0].text.verdict = Permission::Verdict::Blocked;
        view.points[0].text.code = QStringLiteral("asked_not_to");
        view.step = NextStep();
        view.step->medium = Medium::Call;
        LeadView before = view;
        stopDialling(before, {});
        QVERIFY(before.points.at(0).call.allowed() && before.stepPermission.allowed());
        stopDialling(view, QStringLiteral("too old"));
        QVERIFY(!view.points.at(0).call.allowed());
        QCOMPARE(view.points.at(0).call.reason, QStringLiteral("too old"));
        QCOMPARE(view.points.at(0).text.code, QStringLiteral("asked_not_to"));
        QVERIFY(view.points.at(1).email.allowed());
        QVERIFY(!view.stepPermission.allowed());
        view.step->medium = Medium::Email;
        view.stepPermission = {};
        stopDialling(view, QStringLiteral("too old"));
        QVERIFY(view.stepPermission.allowed());
    }

    // The slices of core/queue/queue_order.h, one of each.
    void theOrderIsThatOfTheSlices()
    {
        using queue_order::Place;
        const QVector<Place> inOrder{{Band::Promise, Now - 2 * Hour}, {Band::Promise, Now - Hour},        {Band::Reply, Now - Hour},
                                     {Band::Reply, Now - 2 * Hour},   {Band::New, Now - Hour},            {Band::Fresh, Now - 71 * Hour},
                                     {Band::Appointment, Now - Hour}, {Band::Reply, Now - 73 * Hour},     {Band::Reply, Now - 90 * Hour},
                                     {Band::New, Now - 80 * Hour},    {Band::Fresh, Now - 80 * Hour},     {Band::Plan, Now - 200 * Hour},
                                     {Band::Plan, Now - Hour},        {Band::LongTerm, Now - 300 * Hour}};
        for (qsizetype i = 0; i < inOrder.size(); ++i)
            for (qsizetype j = 0; j < inOrder.size(); ++j)
                QVERIFY2(queue_order::isBefore(inOrder.at(i), inOrder.at(j), Now) == (i < j), qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
    }

    void whatOthersWroteSinceIsCounted()
    {
        const QVector<Event> events{happened(EventKind::Attempt, "luis", 9 * Hour, Medium::Call), // before the trip
                                    happened(EventKind::Attempt, "tanya", 2 * Hour, Medium::Call),
                                    happened(EventKind::Noted, "luis", Hour)};
        QCOMPARE(othersSince(events, QStringLiteral("tanya"), Now - 4 * Hour), 1);
    }
};

QTEST_GUILESS_MAIN(AwayTest)
#include "away_test.moc"
