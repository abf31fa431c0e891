// Instants, ids and chance: what everything else stands on.

#include "core/base/id.h"
#include "core/base/random.h"
#include "core/history/event.h"

#include <QSet>
#include <QTest>

using namespace beback;

class BaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void instantsSurviveTheirText_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::newRow("epoch") << qint64(0);
        QTest::newRow("second") << qint64(1795450923) * 1000000;
        QTest::newRow("microsecond") << qint64(1795450923) * 1000000 + 1;
        QTest::newRow("before 1970") << qint64(-1);
    }
    void instantsSurviveTheirText()
    {
        QFETCH(qint64, us);
        bool ok = false;
        QCOMPARE(Instant::fromIso(Instant{us}.toIso(), &ok).us, us);
        QVERIFY(ok);
    }

    void anInstantNeedsAZone()
    {
        bool ok = true;
        QCOMPARE(Instant::fromIso(QStringLiteral("2026-11-23T10:00:00"), &ok).us, qint64(0));
        QVERIFY(!ok);
        QCOMPARE(Instant::fromIso(QStringLiteral("2026-11-23T10:00:00-06:00"), &ok).us,
                 Instant::fromIso(QStringLiteral("2026-11-23T16:00:00Z")).us);
        QVERIFY(ok);
    }

    void idsAreUniqueAndVersionSeven()
    {
        SeededRandom random(1);
        QSet<QString> seen;
        for (int i = 0; i < 10000; ++i) {
            const auto id = random.id<LeadId>(Instant{qint64(1795450923) * 1000000});
            QCOMPARE(id.uuid().variant(), QUuid::DCE);
            QCOMPARE(id.toString().at(14), QLatin1Char('7'));
            QVERIFY(!seen.contains(id.toString()));
            seen.insert(id.toString());
        }
    }

    void theSameSeedGivesTheSameSequence()
    {
        SeededRandom a(42), b(42), c(43);
        QCOMPARE(a.next(), b.next());
        QVERIFY(a.next() != c.next());
    }

    void belowStaysBelowAndReachesEverything()
    {
        SeededRandom random(5);
        QVector<int> hits(7);
        for (int i = 0; i < 7000; ++i)
            ++hits[int(random.below(7))];
        for (int count : hits)
            QVERIFY(count > 800 && count < 1200);
    }

    void theHybridClockNeverRunsBack()
    {
        Hlc last;
        const Instant now{qint64(1795450923) * 1000000};
        for (const qint64 shift : {0, 5000000, -9000000, 0, 1}) {
            const Hlc next = Hlc::next(last, now + Duration(shift));
            QVERIFY(next > last);
            last = next;
        }
    }
};

QTEST_APPLESS_MAIN(BaseTest)
#include "base_test.moc"
