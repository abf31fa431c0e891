// The Hour of Power on a store: set, worked, scored; on a file, and on a database of the test's own.

#include "core/desk/workplace.h"
#include "tests/support/temp_store.h"

using namespace beback;
using namespace beback::test;

namespace {

const Agent Priya{QStringLiteral("priya"), QStringLiteral("Priya Natarajan"), QStringLiteral("agent")};
const Agent Ray{QStringLiteral("ray"), QStringLiteral("Ray Ochoa"), QStringLiteral("agent")};
const Agent Dana{QStringLiteral("dana"), QStringLiteral("Dana Whitfield"), QStringLiteral("manager")};

void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message + result.error().detail));
}

// A workplace with three people, on the engine under test.
struct Shop {
    Shop()
    {
        auto opened = Workplace::open(emptyStore(folder), Workplace::Open::CreateOrUpgrade, clock, random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
        place = std::move(*opened);
        RooftopFacts site;
        site.name = QStringLiteral("Cedar Hill Motors");
        site.zone = QStringLiteral("America/Chicago");
        must(place->setUpRooftop(site));
        for (const Agent &agent : {Priya, Ray, Dana})
            must(place->addUser(agent));
        for (int i = 0; i < 12; ++i) {
            const auto made = place->recorder().recordNewCustomer(
                draftNamed(QStringLiteral("Person %1").arg(i), {}, QStringLiteral("person%1@example.com").arg(i)), QStringLiteral("system"));
            if (!made)
                qFatal("%s", qPrintable(made.error().message));
        }
    }
    // Works the next of the hour's list.
    void work(const Agent &who, std::optional<Instant> hour)
    {
        const auto claim = place->claimInHour(who.login);
        if (!claim || !*claim)
            qFatal("nobody to work");
        RecordRequest request;
        request.customer = (*claim)->customer;
        request.lead = (*claim)->lead;
        request.medium = Medium::Email;
        request.outcome = Outcome::Sent;
        request.checkReason = QStringLiteral("Sent from a phone of the store.");
        request.hour = hour;
        const auto receipt = place->record(request, who.login);
        if (!receipt)
            qFatal("%s", qPrintable(receipt.error().message));
        clock.advance(std::chrono::minutes(3));
    }
    HourToday today(const Agent &who) { return *place->hours().today(place->hourWhere(), who.login); }

    QTemporaryDir folder;
    ManualClock clock{Instant{qint64(1794844800) * 1000000}}; // Monday 2026-11-16, 10:00 in Chicago
    SeededRandom random{1};
    std::unique_ptr<Workplace> place;
};

} // namespace

class HourDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aManagerSetsItForAllAndAPersonForThemselves()
    {
        Shop shop;
        QVERIFY(!shop.today(Priya).span);
        VERIFY_OK(shop.place->setHour(Dana, {}, QTime(10, 0)));
        QVERIFY(shop.today(Priya).span && !shop.today(Priya).isOwn);
        VERIFY_OK(shop.place->setHour(Priya, Priya.login, QTime(14, 30)));
        QVERIFY(shop.today(Priya).isOwn);
        QVERIFY(shop.today(Priya).span->begin - shop.today(Ray).span->begin == std::chrono::minutes(270));
        VERIFY_OK(shop.place->setHour(Priya, Priya.login, {}));
        QVERIFY(!shop.today(Priya).isOwn && shop.today(Priya).span);
        const auto denied = shop.place->setHour(Priya, {}, QTime(9, 0));
        QVERIFY(!denied && denied.error().code == Code::Denied);
        const auto others = shop.place->setHour(Priya, Ray.login, QTime(9, 0));
        QVERIFY(!others && others.error().code == Code::Denied);
        const auto nobody = shop.place->setHour(Dana, QStringLiteral("nobody"), QTime(9, 0));
        QVERIFY(!nobody && nobody.error().code == Code::NotFound);
        VERIFY_OK(shop.place->setHour(Dana, {}, {}));
        QVERIFY(!shop.today(Ray).span);
    }

    void anHourIsWorkedAndScored()
    {
        Shop shop;
        VERIFY_OK(shop.place->setHour(Dana, {}, QTime(10, 0)));
        const Instant begun = shop.today(Priya).span->begin;
        for (int i = 0; i < 5; ++i)
            shop.work(Priya, begun);
        shop.work(Ray, begun);
        auto view = shop.place->hours().view(shop.place->hourWhere(), Priya.login, begun);
        VERIFY_OK(view);
        QCOMPARE(view->score.touches, 5);
        QCOMPARE(view->score.byMedium[size_t(Medium::Email)], 5);
        QVERIFY(!view->keptToday);
        QCOMPARE(view->toKeep, 1);
        QCOMPARE(view->streak, 0);
        QCOMPARE(view->others, QStringList{QStringLiteral("Ray")});
        shop.work(Priya, begun);
        view = shop.place->hours().view(shop.place->hourWhere(), Priya.login, {});
        VERIFY_OK(view);
        QVERIFY(view->keptToday && shop.today(Priya).isKept);
        QCOMPARE(view->streak, 1);
        QCOMPARE(view->days.size(), 7);
        QVERIFY(view->days.last().kept);
        // The next day it is measured against.
        shop.clock.set(begun + std::chrono::hours(24) + std::chrono::minutes(10));
        const auto next = shop.place->hours().view(shop.place->hourWhere(), Priya.login, {});
        VERIFY_OK(next);
        QCOMPARE(next->streak, 1); // today is not over
        QVERIFY(next->before.has_value());
        QCOMPARE(next->before->touches, 4); // at 0, 3, 6 and 9 minutes
        shop.clock.set(begun + std::chrono::hours(48));
        QCOMPARE(shop.place->hours().view(shop.place->hourWhere(), Priya.login, {})->streak, 0);
    }

    void anHourBegunByHandIsKnownByItsTouches()
    {
        Shop shop;
        const auto none = shop.place->hours().view(shop.place->hourWhere(), Priya.login, {});
        QVERIFY(!none && none.error().code == Code::NotFound);
        const Instant begun = shop.clock.now();
        for (int i = 0; i < 6; ++i)
            shop.work(Priya, begun);
        const auto view = shop.place->hours().view(shop.place->hourWhere(), Priya.login, {});
        VERIFY_OK(view);
        QCOMPARE(view->span.begin, begun);
        QVERIFY(view->keptToday);
    }

    void nobodyIsHandedOutTwice()
    {
        Shop shop;
        QSet<CustomerId> handed;
        for (int i = 0; i < 6; ++i) {
            for (const Agent &who : {Priya, Ray}) {
                const auto claim = shop.place->claimInHour(who.login);
                VERIFY_OK(claim);
                QVERIFY(claim->has_value());
                if (i == 0)
                    handed.insert((*claim)->customer);
            }
        }
        QCOMPARE(handed.size(), 2);
        const auto list = shop.place->hourList(Ray.login, 60);
        VERIFY_OK(list);
        QVERIFY(std::none_of(list->cbegin(), list->cend(), [](const QueueItem &item) { return !item.heldBy.isEmpty(); }));
    }
};

QTEST_GUILESS_MAIN(HourDeskTest)
#include "hour_desk_test.moc"
