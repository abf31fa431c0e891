// What comes in is taken once, joined to the person it belongs to, and lost never: against a real store.

#include "core/history/check.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/intake/intake.h"
#include "core/intake/normalize.h"
#include "core/intake/saved_mappings.h"
#include "tests/support/temp_store.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace beback;
using namespace beback::test;

namespace {

const QString Denver = QStringLiteral("America/Denver");

QString dataFile(const char *name)
{
    return QStringLiteral(BEBACK_TEST_DATA "/") + QLatin1String(name);
}

// One prospect; empty parts are left out.
QByteArray adf(const char *id, const char *first, const char *last, const char *phone, const char *email,
               const QByteArray &more = {}, const char *vehicle = "CR-V")
{
    QByteArray text = "<adf><prospect><id source=\"Portal\">" + QByteArray(id) + "</id>"
        + "<requestdate>2026-11-10T10:00:00-07:00</requestdate><vehicle><year>2024</year><make>Honda</make><model>"
        + QByteArray(vehicle) + "</model></vehicle><customer><contact><name part=\"first\">" + QByteArray(first)
        + "</name><name part=\"last\">" + QByteArray(last) + "</name>";
    if (*phone)
        text += "<phone>" + QByteArray(phone) + "</phone>";
    if (*email)
        text += "<email>" + QByteArray(email) + "</email>";
    return text + "</contact>" + more + "</customer><vendor><vendorname>Store</vendorname></vendor></prospect></adf>";
}

QString counts(const IntakeReport &report)
{
    return QStringLiteral("%1 %2 %3 %4").arg(report.accepted).arg(report.joined).arg(report.resent).arg(report.quarantined);
}

class Room
{
public:
    Room() : intake(*store.recorder, Denver) {}

    IntakeReport take(const QByteArray &content, const Intake::Options &options = {})
    {
        IntakeReport report;
        const auto done = intake.importBytes(content, QStringLiteral("lead.xml"), options, report);
        if (!done)
            qWarning("%s", qPrintable(done.error().message + done.error().detail));
        return report;
    }
    IntakeReport takeFolder(const char *folder)
    {
        IntakeReport report;
        const QDir dir(dataFile(folder));
        for (const QFileInfo &file : dir.entryInfoList(QDir::Files, QDir::Name)) {
            const auto done = intake.importFile(file.filePath(), {}, report);
            if (!done)
                qWarning("%s: %s", qPrintable(file.fileName()), qPrintable(done.error().message));
        }
        return report;
    }
    CustomerState state(CustomerId customer)
    {
        auto events = event_store::ofCustomer(*store.db, RooftopId{1}, customer);
        return events ? fold(std::move(*events)) : CustomerState();
    }
    qint64 count(const QString &sql)
    {
        if (engineUnderTest() == Engine::Postgresql)
            return TempPostgres::server().sql(store.database, sql).toLongLong();
        QSqlQuery query(QSqlDatabase::database(other()));
        return query.exec(sql) && query.next() ? query.value(0).toLongLong() : -1;
    }

    TempStore store;
    Intake intake;

private:
    // A second look at the file, past everything of ours; the server's has its own way.
    QString other()
    {
        const QString name = QStringLiteral("look-") + store.path();
        if (!QSqlDatabase::contains(name)) {
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
            db.setDatabaseName(store.path());
            db.open();
        }
        return name;
    }
};

} // namespace

class IntakeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStrangerBecomesACustomerWithAZoneAndAnId()
    {
        Room room;
        const IntakeReport report = room.take(adf("1", "Ann", "Example", "505-555-0101", "ann@example.com"));
        QCOMPARE(counts(report), QStringLiteral("1 0 0 0"));
        QCOMPARE(report.items[0].source, QStringLiteral("lead.xml, prospect 1"));
        const CustomerState state = room.state(report.items[0].customer);
        QCOMPARE(state.name.display(), QStringLiteral("Ann Example"));
        QVERIFY(state.zones.contains(Denver));
        QVERIFY(state.intakeKeys.contains(QStringLiteral("adf:portal/1")));
        QCOMPARE(state.leads.constFirst().id, report.items[0].lead);
    }
    void theSameInputTwiceChangesNothing()
    {
        Room room;
        const IntakeReport first = room.takeFolder("adf");
        QVERIFY(first.accepted > 30);
        const qint64 events = room.count(QStringLiteral("SELECT count(*) FROM event"));
        const qint64 kept = room.count(QStringLiteral("SELECT count(*) FROM quarantine"));
        const IntakeReport second = room.takeFolder("adf");
        QCOMPARE(second.accepted, 0);
        QCOMPARE(second.joined, 0);
        QCOMPARE(second.quarantined, first.quarantined);
        QCOMPARE(second.resent, first.accepted + first.joined + first.resent);
        QCOMPARE(room.count(QStringLiteral("SELECT count(*) FROM event")), events);
        QCOMPARE(room.count(QStringLiteral("SELECT count(*) FROM quarantine")), kept);
    }
    void mailsAndListsTwiceChangeNothing()
    {
        for (const char *folder : {"mail", "csv"}) {
            Room room;
            const IntakeReport first = room.takeFolder(folder);
            const qint64 events = room.count(QStringLiteral("SELECT count(*) FROM event"));
            QVERIFY2(events > 5, folder);
            const IntakeReport second = room.takeFolder(folder);
            QCOMPARE(second.accepted + second.joined, 0);
            QCOMPARE(second.resent, first.accepted + first.joined + first.resent);
            QCOMPARE(room.count(QStringLiteral("SELECT count(*) FROM event")), events);
        }
    }
    void escapedAdfInAFileIsRead()
    {
        Room room;
        IntakeReport report;
        VERIFY_OK(room.intake.importFile(dataFile("adf/19_escaped_in_html.xml"), {}, report));
        QCOMPARE(counts(report), QStringLiteral("1 0 0 0"));
        QCOMPARE(report.items[0].name, QStringLiteral("Yan Example"));
    }
    void everythingDerivedAgreesWithTheHistoryAfterAnImport()
    {
        Room room;
        room.takeFolder("adf");
        room.takeFolder("mail");
        room.takeFolder("csv");
        room.take(adf("1", "Ann", "Example", "505-555-0101", "ann@example.com", "<comments>again</comments>"));
        const auto found = checkStore(*room.store.db, RooftopId{1}, room.store.plans, false);
        QVERIFY(found);
        QVERIFY2(found->findings.isEmpty(), qPrintable(found->findings.join(QLatin1Char('\n'))));
        QVERIFY(found->customers > 50);
    }
    void aKnownNumberOrAddressJoinsWhateverTheWriting()
    {
        Room room;
        room.take(adf("1", "Ann", "Example", "505-555-0101", "ann@example.com"));
        const IntakeReport byPhone = room.take(adf("2", "Ann", "Example", "+1 (505) 555.0101", "", {}, "Pilot"));
        QCOMPARE(counts(byPhone), QStringLiteral("0 1 0 0"));
        const IntakeReport byMail = room.take(adf("3", "A.", "Example", "", "ANN@Example.com", {}, "Civic"));
        QCOMPARE(counts(byMail), QStringLiteral("0 1 0 0"));
        QCOMPARE(room.state(byMail.items[0].customer).leads.size(), 3);
        QVERIFY(byMail.items[0].warnings.isEmpty());
    }
    void nameAndPostcodeJoinAndSayso()
    {
        Room room;
        const QByteArray address = "<address><postalcode>87102</postalcode></address>";
        QByteArray first = adf("1", "Ann", "Example", "505-555-0101", "");
        first.replace("</contact>", address + "</contact>");
        QByteArray second = adf("2", "ANN", "EXAMPLE", "505-555-0102", "", {}, "Pilot");
        second.replace("</contact>", "<address><postalcode>87102-1234</postalcode></address></contact>");
        room.take(first);
        const IntakeReport report = room.take(second);
        QCOMPARE(counts(report), QStringLiteral("0 1 0 0"));
        QVERIFY(report.items[0].warnings.join(QLatin1Char(' ')).contains(QLatin1String("postal code")));
        QByteArray single = adf("3", "Ann", "", "505-555-0103", "", {}, "Fit");
        single.replace("</contact>", address + "</contact>");
        QCOMPARE(counts(room.take(single)), QStringLiteral("1 0 0 0")); // every Ann of a postcode is not one person
    }
    // A household shares a number: refusals and limits belong to the number, so one record, and the agent is told.
    void anotherNameOnAKnownNumberJoinsAndIsSaid()
    {
        Room room;
        room.take(adf("1", "Ann", "Example", "505-555-0101", "ann@example.com"));
        const IntakeReport report = room.take(adf("2", "Carlos", "Vega", "505-555-0101", "carlos@example.com", {}, "Pilot"));
        QCOMPARE(counts(report), QStringLiteral("0 1 0 0"));
        QVERIFY(report.items[0].warnings.join(QLatin1Char(' ')).contains(QLatin1String("Carlos Vega")));
        const CustomerState state = room.state(report.items[0].customer);
        QCOMPARE(state.name.display(), QStringLiteral("Ann Example"));
        QVERIFY(state.leads[1].warnings.join(QLatin1Char(' ')).contains(QLatin1String("Ann Example")));
    }
    void ofSeveralKnownPeopleTheOneOfThatNameIsMeant()
    {
        Room room;
        const auto ann = room.take(adf("1", "Ann", "Example", "505-555-0101", "")).items[0].customer;
        const auto carlos = room.take(adf("2", "Carlos", "Vega", "505-555-0102", "")).items[0].customer;
        EventDraft both;
        both.customer = carlos;
        both.kind = EventKind::ContactPointSet;
        both.actor = QStringLiteral("priya");
        both.body = {{QStringLiteral("point"), readPhones(QStringLiteral("505-555-0101"), {}, nullptr)[0].toJson()}};
        VERIFY_OK(room.store.recorder->record(both));
        QCOMPARE(room.take(adf("3", "Carlos", "Vega", "505-555-0101", "", {}, "Pilot")).items[0].customer, carlos);
        QCOMPARE(room.take(adf("4", "Ann", "Example", "505-555-0101", "", {}, "Pilot")).items[0].customer, ann);
    }
    void theSameIdWithOtherWordsIsAResendAndNoSecondLead()
    {
        Room room;
        room.take(adf("1", "Ann", "Example", "505-555-0101", ""));
        const QByteArray again = adf("1", "Ann", "Example", "505-555-0101", "new@example.com", "<comments>Still there?</comments>");
        const IntakeReport report = room.take(again);
        QCOMPARE(counts(report), QStringLiteral("0 0 1 0"));
        const CustomerState state = room.state(report.items[0].customer);
        QCOMPARE(state.leads.size(), 1);
        QCOMPARE(state.leads[0].resent, 1);
        QCOMPARE(report.items[0].lead, state.leads[0].id);
        QCOMPARE(state.points.size(), 2); // the new address is known from now on
        const qint64 events = room.count(QStringLiteral("SELECT count(*) FROM event"));
        QCOMPARE(counts(room.take(again)), QStringLiteral("0 0 1 0"));
        QCOMPARE(room.count(QStringLiteral("SELECT count(*) FROM event")), events);
    }
    void aResendTheSenderSpeaksOfIsTheOpenLeadOfThatVehicle()
    {
        Room room;
        room.take(adf("1", "Ann", "Example", "505-555-0101", ""));
        QByteArray again = adf("77", "Ann", "Example", "505-555-0101", "", "<comments>Hello?</comments>");
        again.replace("<prospect>", "<prospect status=\"resend\">");
        QCOMPARE(counts(room.take(again)), QStringLiteral("0 0 1 0"));
        QByteArray other = adf("78", "Ann", "Example", "505-555-0101", "", {}, "Pilot");
        other.replace("<prospect>", "<prospect status=\"resend\">");
        QCOMPARE(counts(room.take(other)), QStringLiteral("0 1 0 0"));
    }
    void anIdUsedTwiceForTwoPeopleHidesNobody()
    {
        Room room;
        room.take(adf("1", "Ann", "Example", "505-555-0101", ""));
        const QByteArray other = adf("1", "Carlos", "Vega", "505-555-0102", "");
        const IntakeReport report = room.take(other);
        QCOMPARE(counts(report), QStringLiteral("1 0 0 0"));
        QVERIFY(report.items[0].warnings.join(QLatin1Char(' ')).contains(QLatin1String("another person")));
        QCOMPARE(counts(room.take(other)), QStringLiteral("0 0 1 0"));
        QCOMPARE(checkStore(*room.store.db, RooftopId{1}, room.store.plans, false)->differences, 0);
    }
    void whatCannotBeTakenIsKeptMendedAndTaken()
    {
        Room room;
        const QByteArray nobody = adf("1", "Ann", "Example", "", "");
        const IntakeReport refused = room.take(nobody);
        QCOMPARE(counts(refused), QStringLiteral("0 0 0 1"));
        const auto waiting = room.intake.quarantined();
        QVERIFY(waiting && waiting->size() == 1);
        QCOMPARE(waiting->at(0).id, refused.items[0].quarantine);
        QString mended = room.intake.quarantineContent(waiting->at(0).id)->text;
        QVERIFY(mended.contains(QLatin1String("<prospect>")));
        const auto still = room.intake.retry(waiting->at(0).id, {}, QStringLiteral("priya"));
        QVERIFY(still && still->quarantined == 1);
        mended.replace(QLatin1String("</contact>"), QLatin1String("<phone>505-555-0101</phone></contact>"));
        const auto taken = room.intake.retry(waiting->at(0).id, mended, QStringLiteral("priya"));
        QVERIFY(taken);
        QCOMPARE(counts(*taken), QStringLiteral("1 0 0 0"));
        QVERIFY(room.intake.quarantined()->isEmpty());
        QCOMPARE(room.intake.retry(waiting->at(0).id, mended, QStringLiteral("priya")).error().code, Code::Conflict);
        QCOMPARE(counts(room.take(nobody)), QStringLiteral("0 0 0 1"));
        QVERIFY(room.intake.quarantined()->isEmpty()); // the same refusal does not come back
    }
    void anEntryCanBeDiscardedButStaysOnRecord()
    {
        Room room;
        const auto id = room.take("no lead in here, only words").items[0].quarantine;
        VERIFY_OK(room.intake.discard(id, QStringLiteral("junk"), QStringLiteral("priya")));
        QVERIFY(room.intake.quarantined()->isEmpty());
        QCOMPARE(room.count(QStringLiteral("SELECT count(*) FROM quarantine WHERE status = 'discarded'")), 1);
        QCOMPARE(room.intake.discard(QuarantineId(QUuid::createUuid()), {}, QStringLiteral("priya")).error().code, Code::NotFound);
    }
    void binaryInputIsKeptByteForByte()
    {
        Room room;
        const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
        QCOMPARE(counts(room.take(png)), QStringLiteral("0 0 0 1"));
        const auto content = room.intake.quarantineContent(room.intake.quarantined()->at(0).id);
        QVERIFY(content && content->binary);
        QCOMPARE(QByteArray::fromBase64(content->text.toLatin1()), png);
    }
    void aListKeepsItsDateOrderWhenARowIsMended()
    {
        Room room;
        Intake::Options options;
        CsvMapping mapping = CsvMapping::guess({QStringLiteral("Name"), QStringLiteral("Phone"), QStringLiteral("Date")});
        mapping.dateOrder = QStringLiteral("dmy");
        mapping.source = QStringLiteral("Expo");
        options.mapping = mapping;
        options.format = QStringLiteral("csv");
        QCOMPARE(counts(room.take("Name,Phone,Date\nAnn Example,,02/04/2024\n", options)), QStringLiteral("0 0 0 1"));
        const auto entry = room.intake.quarantined()->at(0);
        QString mended = room.intake.quarantineContent(entry.id)->text;
        mended.replace(QLatin1String("\"Ann Example\",\"\""), QLatin1String("\"Ann Example\",\"505-555-0101\""));
        const auto taken = room.intake.retry(entry.id, mended, QStringLiteral("priya"));
        QVERIFY(taken && taken->accepted == 1);
        const LeadState lead = room.state(taken->items[0].customer).leads.constFirst();
        QCOMPARE(lead.requestedAt.toIso(), QStringLiteral("2024-04-02T06:00:00Z"));
        QCOMPARE(lead.source, QStringLiteral("Expo"));
    }
    void aDryRunWritesNothingAndTellsTheSame()
    {
        Room room;
        Intake::Options dry;
        dry.dryRun = true;
        const QByteArray first = adf("1", "Ann", "Example", "505-555-0101", "");
        const QByteArray join = adf("2", "Ann", "Example", "505-555-0101", "", {}, "Pilot");
        QByteArray all = first + join + first + adf("3", "Ben", "Example", "", "");
        all.replace("</adf><adf>", "");
        const IntakeReport told = room.take(all, dry);
        QCOMPARE(room.count(QStringLiteral("SELECT count(*) FROM event")), 0);
        QCOMPARE(room.count(QStringLiteral("SELECT count(*) FROM quarantine")), 0);
        QCOMPARE(counts(told), QStringLiteral("1 1 1 1"));
        QCOMPARE(counts(room.take(all)), counts(told));
    }
    void importingStopsBetweenBatchesWhenToldTo()
    {
        Room room;
        QByteArray many;
        for (int i = 0; i < 25; ++i)
            many += adf(QByteArray::number(1000 + i).constData(), "P", "Example",
                        ("505-555-01" + QByteArray::number(10 + i)).constData(), "");
        many.replace("</adf><adf>", "");
        Intake::Options options;
        options.batch = 10;
        int calls = 0;
        options.progress = [&calls](const IntakeReport &) { return ++calls < 2; };
        QCOMPARE(counts(room.take(many, options)), QStringLiteral("20 0 0 0"));
        QCOMPARE(calls, 2);
        QCOMPARE(counts(room.take(many)), QStringLiteral("5 0 20 0"));
    }
    void aLeadTypedInTwiceIsOneAndTheNextVisitIsAnother()
    {
        Room room;
        LeadDraft walkIn = draftNamed(QStringLiteral("Ann Example"), QStringLiteral("+15055550101"));
        walkIn.source = QStringLiteral("Walk-in");
        const auto take = [&] { return room.intake.take(walkIn, QStringLiteral("form"), QStringLiteral("priya")); };
        QCOMPARE(take()->fate, IntakeItem::Fate::Accepted);
        QCOMPARE(take()->fate, IntakeItem::Fate::Resent);
        room.store.clock.advance(std::chrono::hours(24));
        QCOMPARE(take()->fate, IntakeItem::Fate::Joined);
        QCOMPARE(room.intake.take(LeadDraft(), QStringLiteral("form"), QStringLiteral("priya")).error().code, Code::Invalid);
    }
    void anOwnerNobodyKnowsLeavesTheLeadToAnybody()
    {
        Room room;
        LeadDraft lead = draftNamed(QStringLiteral("Ann Example"), QStringLiteral("+15055550101"));
        lead.ownerLogin = QStringLiteral("somebody");
        const auto item = room.intake.take(lead, QStringLiteral("form"), QStringLiteral("priya"));
        QVERIFY(item);
        QVERIFY(room.state(item->customer).leads[0].owner.isEmpty());
        QVERIFY(item->warnings.join(QLatin1Char(' ')).contains(QLatin1String("somebody")));
    }
    void aRequestFromTheFutureIsNotBelieved()
    {
        Room room;
        QByteArray lead = adf("1", "Ann", "Example", "505-555-0101", "");
        lead.replace("2026-11-10T10:00:00-07:00", "2031-01-01T10:00:00-07:00");
        const IntakeReport report = room.take(lead);
        const LeadState state = room.state(report.items[0].customer).leads.constFirst();
        QCOMPARE(state.requestedAt, room.store.clock.now());
    }
    void consentInACommentChangesNobodysPermission()
    {
        Room room;
        const IntakeReport report = room.take(
            adf("1", "Ann", "Example", "505-555-0101", "", "<comments>Text opt-in: yes\nPhone opt-in: no\nDo not call</comments>"));
        const CustomerState state = room.state(report.items[0].customer);
        QVERIFY(state.doNotContact.isEmpty());
        QVERIFY(state.leads[0].consentSaid.contains(QLatin1String("Text opt-in: yes")));
    }
    void mappingsAreSavedByName()
    {
        TempStore store;
        CsvMapping mapping = CsvMapping::guess({QStringLiteral("Name"), QStringLiteral("Phone")});
        QCOMPARE(saved_mappings::save(*store.db, mapping).error().code, Code::Invalid);
        mapping.name = QStringLiteral("Expo / 2026");
        VERIFY_OK(saved_mappings::save(*store.db, mapping));
        mapping.source = QStringLiteral("Expo");
        VERIFY_OK(saved_mappings::save(*store.db, mapping));
        QCOMPARE(saved_mappings::all(*store.db)->size(), 1);
        QCOMPARE(saved_mappings::load(*store.db, mapping.name)->source, QStringLiteral("Expo"));
        VERIFY_OK(saved_mappings::remove(*store.db, mapping.name));
        QCOMPARE(saved_mappings::load(*store.db, mapping.name).error().code, Code::NotFound);
    }
    void aFileThatIsNotThereConcernsTheRun()
    {
        Room room;
        IntakeReport report;
        QCOMPARE(room.intake.importFile(QStringLiteral("/nowhere/lead.xml"), {}, report).error().code, Code::NotFound);
        Intake::Options odd;
        odd.format = QStringLiteral("pdf");
        QCOMPARE(room.intake.importBytes("x", QStringLiteral("x"), odd, report).error().code, Code::Invalid);
    }
};

QTEST_GUILESS_MAIN(IntakeTest)
#include "intake_test.moc"
