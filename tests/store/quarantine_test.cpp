// What was set aside, listed and tried again.

#include "core/intake/intake.h"
#include "tests/support/temp_store.h"

using namespace beback;
using namespace beback::test;

namespace {

QByteArray prospect(int number, bool reachable)
{
    const QByteArray n = QByteArray::number(number);
    return "<prospect><id source=\"Portal\">" + n + "</id><requestdate>2026-11-10T10:00:00-07:00</requestdate>"
        + "<vehicle><make>Honda</make><model>Pilot</model></vehicle><customer><contact><name part=\"full\">P" + n
        + " Example</name>" + (reachable ? "<phone>505-555-011" + n + "</phone>" : QByteArray())
        + "</contact></customer></prospect>";
}

QString fiveOfWhich(int unreachable)
{
    QByteArray all = "<adf>";
    for (int i = 1; i <= 5; ++i)
        all += prospect(i, i != unreachable);
    return QString::fromLatin1(all + "</adf>");
}

QVector<QuarantineEntry> waiting(Intake &intake)
{
    auto entries = intake.quarantined();
    return entries ? *entries : QVector<QuarantineEntry>();
}

QString contentOf(Intake &intake, const QuarantineEntry &entry)
{
    auto content = intake.quarantineContent(entry.id);
    return content ? content->text : QString();
}

} // namespace

class QuarantineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneBadProspectOfFiveHoldsUpNoOther()
    {
        TempStore store;
        Intake intake(*store.recorder, QStringLiteral("America/Denver"));
        IntakeReport refused;
        VERIFY_OK(intake.importBytes("<adf>" + prospect(9, false) + "</adf>", QStringLiteral("leads.xml"), {}, refused));
        const QuarantineId first = refused.items.at(0).quarantine;
        const auto tried = intake.retry(first, fiveOfWhich(3), QStringLiteral("priya"));
        VERIFY_OK(tried);
        QCOMPARE(tried->accepted, 4);
        QCOMPARE(tried->quarantined, 1);
        const auto left = waiting(intake);
        QCOMPARE(left.size(), 1);
        QVERIFY(left[0].id != first);
        QCOMPARE(left[0].id, tried->items.last().quarantine);
        QVERIFY(left[0].reason.contains(QLatin1String("phone number")));
        QVERIFY(contentOf(intake, left[0]).contains(QLatin1String("P3 Example")));
        QVERIFY(!contentOf(intake, left[0]).contains(QLatin1String("P4 Example")));
        QCOMPARE(intake.retry(first, {}, QStringLiteral("priya")).error().code, Code::Conflict);
        const auto mended = intake.retry(left[0].id, fiveOfWhich(0), QStringLiteral("priya"));
        VERIFY_OK(mended);
        QCOMPARE(mended->accepted, 1);
        QVERIFY(waiting(intake).isEmpty());
    }
    void anEntryOfWhichNothingCouldBeTakenStaysWithItsNewReason()
    {
        TempStore store;
        Intake intake(*store.recorder, QStringLiteral("America/Denver"));
        IntakeReport refused;
        VERIFY_OK(intake.importBytes("<adf>" + prospect(1, false) + "</adf>", QStringLiteral("leads.xml"), {}, refused));
        const QuarantineId id = refused.items.at(0).quarantine;
        const auto tried = intake.retry(id, QStringLiteral("<adf></adf>"), QStringLiteral("priya"));
        VERIFY_OK(tried);
        QCOMPARE(tried->quarantined, 1);
        QCOMPARE(waiting(intake).size(), 1);
        QCOMPARE(waiting(intake)[0].id, id);
        QCOMPARE(waiting(intake)[0].reason, tried->items[0].reason);
    }
    void whatIsStillBadOfAnEntryInItsOwnContentIsNotClosedWithIt()
    {
        TempStore store;
        Intake intake(*store.recorder, QStringLiteral("America/Denver"));
        IntakeReport refused;
        VERIFY_OK(intake.importBytes("<adf>" + prospect(3, false) + "</adf>", QStringLiteral("leads.xml"), {}, refused));
        const QuarantineId id = refused.items.at(0).quarantine;
        const auto tried = intake.retry(id, fiveOfWhich(3), QStringLiteral("priya"));
        VERIFY_OK(tried);
        QCOMPARE(tried->accepted, 4);
        const auto left = waiting(intake);
        QCOMPARE(left.size(), 1);
        QVERIFY(contentOf(intake, left[0]).contains(QLatin1String("P3 Example")));
    }
    void aContentIsReadWhateverBecameOfItsEntry()
    {
        TempStore store;
        Intake intake(*store.recorder, QStringLiteral("America/Denver"));
        IntakeReport refused;
        VERIFY_OK(intake.importBytes("no lead, only words", QStringLiteral("words.xml"), {}, refused));
        const QuarantineId id = refused.items.at(0).quarantine;
        VERIFY_OK(intake.quarantineEntry(id));
        VERIFY_OK(intake.discard(id, QStringLiteral("junk"), QStringLiteral("priya")));
        QCOMPARE(intake.quarantineEntry(id).error().code, Code::Conflict);
        const auto content = intake.quarantineContent(id);
        VERIFY_OK(content);
        QCOMPARE(content->text, QStringLiteral("no lead, only words"));
        QCOMPARE(intake.quarantineContent(QuarantineId(QUuid::createUuid())).error().code, Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(QuarantineTest)
#include "quarantine_test.moc"
