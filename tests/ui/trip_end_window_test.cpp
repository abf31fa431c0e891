// How a trip goes on that broke off in the middle, and what one is told who comes back from one; and what is said before.
#include "tests/ui/away_stage.h"
#include "ui/away/take_pane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/toast.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

class TripEndWindowTest : public AwayStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init() { fresh(); }
    void cleanup() { leave(); }

    void whatBrokeOffGoesOn();
    void theRestOfWhatBrokeOffIsGivenBack();
    void whoeverIsInHandWhenTheRestIsGivenBackStaysThere();
    void aFileThatCannotBeReadIsSaidAndNobodyIsBroughtAnyMore();
    void whoComesBackIsToldWhatCameOfIt();
    void aTripThatIsOverEndsByItself();
    void aDiskThatIsNotEncryptedIsSaidBefore_data();
    void aDiskThatIsNotEncryptedIsSaidBefore();

private:
    void runOnOwn(const QString &statement);
    void closeTo(CustomerId customer);
    void open() { runOnOwn(QStringLiteral("DROP TRIGGER closed")); }
    std::unique_ptr<Place> withPart();
    CustomerId closed; // the one of them
    static QString said(Place &it);
};

// On Tanya's own file, past her desk.
void TripEndWindowTest::runOnOwn(const QString &statement)
{
    const auto own = SharedPlace::ownStoreOf(SharedWorld::parsed(urlOf(Tanya)));
    VERIFY_OK(own);
    const QString name = QStringLiteral("beside");
    {
        QSqlDatabase beside = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        beside.setDatabaseName(own->path);
        QVERIFY(beside.open() && QSqlQuery(beside).exec(statement));
    }
    QSqlDatabase::removeDatabase(name);
}

// Nothing about them can be written to her file, as where a disk is full.
void TripEndWindowTest::closeTo(CustomerId customer)
{
    runOnOwn(QStringLiteral("CREATE TRIGGER closed BEFORE INSERT ON event WHEN NEW.customer_id = '%1' BEGIN SELECT RAISE(ABORT, 'closed'); END")
                 .arg(customer.toString()));
}

// Twelve are leased, and of those who come second (ten come at once) one cannot be brought.
std::unique_ptr<AwayStage::Place> TripEndWindowTest::withPart()
{
    addLeads(14);
    auto tanya = at(Tanya);
    const auto lists = [&tanya] { return tanya->working() && tanya->session().page().next.size() == 13; };
    if (!QTest::qWaitFor(lists, Long))
        qFatal("the queue is not listed");
    closed = tanya->session().page().next.at(11).customer;
    closeTo(closed);
    askToTake(*tanya, 12);
    const auto broken = [&tanya] {
        const QWidget *pane = tanya->window->pane();
        return tanya->away().hasTrip() && !tanya->away().isTaking() && pane && pane->objectName() == QLatin1String("trip.pane");
    };
    if (!QTest::qWaitFor(broken, Long))
        qFatal("it did not break off");
    return tanya;
}

QString TripEndWindowTest::said(Place &it)
{
    QStringList lines;
    for (const QLabel *label : it.window->findChild<Toast *>()->findChildren<QLabel *>())
        lines << label->text();
    return lines.join(QLatin1Char(' '));
}

void TripEndWindowTest::whatBrokeOffGoesOn()
{
    const auto tanya = withPart();
    QCOMPARE(tanya->away().view()->trip->leads.size(), 12);
    QCOMPARE(tanya->away().view()->trip->brought(), 10);
    auto *part = tanya->window->findChild<Banner *>(QStringLiteral("trip.part"));
    QVERIFY(part->isVisible());
    QVERIFY2(part->accessibleName().contains(QStringLiteral("10 of 12 are here")), qPrintable(part->accessibleName()));
    QCOMPARE(held(), QStringLiteral("12")); // nobody else works them meanwhile
    open();
    press(*tanya, part->button());
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().hasTrip() && tanya->away().view()->trip->isWhole() && !tanya->away().isTaking(), Long);
    QCOMPARE(tanya->away().view()->trip->leads.size(), 12);
    QTRY_VERIFY(!part->isVisible());
    QCOMPARE(held(), QStringLiteral("12"));
}

void TripEndWindowTest::theRestOfWhatBrokeOffIsGivenBack()
{
    const auto tanya = withPart();
    QSignalSpy gaveBack(&tanya->away(), &AwaySession::gaveBack);
    auto *part = tanya->window->findChild<Banner *>(QStringLiteral("trip.part"));
    press(*tanya, part->findChild<LinkButton *>());
    QTRY_COMPARE_WITH_TIMEOUT(gaveBack.size(), 1, Long);
    QCOMPARE(gaveBack.first().first().toInt(), 2);
    QTRY_VERIFY(tanya->away().view()->trip->isWhole() && !part->isVisible());
    QCOMPARE(tanya->away().view()->trip->leads.size(), 10);
    QCOMPARE(held(), QStringLiteral("10"));
    QVERIFY2(said(*tanya).contains(QStringLiteral("2 leads no longer held for the trip. The others are along.")), qPrintable(said(*tanya)));
    open();
}

void TripEndWindowTest::whoeverIsInHandWhenTheRestIsGivenBackStaysThere()
{
    const auto tanya = withPart();
    CustomerId along; // the other one who is not here
    for (const TripLead &lead : tanya->away().view()->trip->leads)
        if (!lead.isBrought && lead.customer != closed)
            along = lead.customer;
    QVERIFY(!along.isNull());
    takeInHand(*tanya, along);
    const qint64 before = tanya->session().lead()->claim->epoch;
    press(*tanya, tanya->window->findChild<Banner *>(QStringLiteral("trip.part"))->findChild<LinkButton *>());
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().view()->trip->isWhole(), Long);
    QTRY_VERIFY_WITH_TIMEOUT(!tanya->working() || tanya->session().lead()->claim->epoch > before, Long);
    QVERIFY(tanya->working());
    QCOMPARE(tanya->session().lead()->customer.id, along);
    QCOMPARE(claimOf(along), QStringLiteral("tanya %1").arg(before + 1));
    QCOMPARE(held(), QStringLiteral("10"));
    open();
}

// Nobody can be taken along then, and what is along cannot be looked at either.
void TripEndWindowTest::aFileThatCannotBeReadIsSaidAndNobodyIsBroughtAnyMore()
{
    addLeads(3);
    bool isShownTaking = true, wasShownFirst = false;
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working() && tanya->away().view() && tanya->away().link().mode == LinkState::Mode::Online, Long);
    connect(&tanya->away(), &AwaySession::changed, this, [&] { isShownTaking = tanya->away().isTaking(); });
    connect(&tanya->away(), &AwaySession::notTaken, this, [&] { wasShownFirst = !isShownTaking; });
    QSignalSpy notTaken(&tanya->away(), &AwaySession::notTaken), notBack(&tanya->away(), &AwaySession::notBack);
    runOnOwn(QStringLiteral("ALTER TABLE trip RENAME TO trip_elsewhere"));
    isShownTaking = true;
    tanya->away().take(2, TakePane::UsualHours, {});
    QTRY_COMPARE_WITH_TIMEOUT(notTaken.size(), 1, Long);
    QVERIFY(wasShownFirst);
    QVERIFY(!notBack.isEmpty());
    runOnOwn(QStringLiteral("ALTER TABLE trip_elsewhere RENAME TO trip"));
}

void TripEndWindowTest::whoComesBackIsToldWhatCameOfIt()
{
    addLeads(5);
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working(), Long);
    take(*tanya, 3);
    line->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().isAway(), Long);
    const Trip trip = *tanya->away().view()->trip;
    {
        const auto luis = world->desk(Luis);
        for (const TripLead &lead : trip.leads) {
            VERIFY_OK(luis->exchange().bring({lead.customer.toString()}));
            VERIFY_OK(luis->own().record(emailTo(Claim{lead.customer, lead.lead, 0, {}}), Luis));
            VERIFY_OK(luis->own().note(lead.customer, lead.lead, QStringLiteral("asked about the tow bar"), Luis));
        }
        VERIFY_OK(luis->exchange().sync());
    }
    QStringList worked; // and whoever was in hand before
    for (int i = 0; i < 2; ++i)
        saveOne(*tanya, worked);
    worked.removeIf([&](const QString &id) { return !trip.of(CustomerId::fromString(id)); });
    QVERIFY(!worked.isEmpty());
    tanya->session().setReady(false);
    line->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().link().mode == LinkState::Mode::Online && tanya->away().link().waiting == 0, 2 * Long);
    // As if she had been away for longer than WaitedLong: until then nobody is told that they met.
    world->sql(QStringLiteral("ALTER TABLE feed DISABLE TRIGGER USER; "
                              "UPDATE feed f SET waited = TRUE FROM event e WHERE e.id = f.event_id AND e.actor = 'tanya'; "
                              "ALTER TABLE feed ENABLE TRIGGER USER"));
    QSignalSpy back(&tanya->away(), &AwaySession::cameBack);
    endTrip(*tanya);
    QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, Long);
    const auto found = back.first().first().value<TripReturn>();
    QCOMPARE(found.sent, 2);
    QCOMPARE(found.came, 2 * int(trip.leads.size()));
    QCOMPARE(found.look.size(), worked.size());
    for (const Look &look : found.look)
        QVERIFY(look.what == Look::What::SameDay && worked.contains(look.customer.toString()));
    QTRY_VERIFY(tanya->window->pane() && tanya->window->pane()->objectName() == QLatin1String("return.pane"));
    QStringList sentences;
    for (const QLabel *label : tanya->window->pane()->findChildren<QLabel *>())
        sentences << label->text();
    const QString whole = sentences.join(QLatin1Char('\n')), looks = worked.size() == 1 ? QStringLiteral("1 needs a look") : QStringLiteral("2 need a look");
    for (const QString &part : {QStringLiteral("2 entries sent"), QStringLiteral("6 came in"), QStringLiteral("no longer held for the trip"), looks,
                                QStringLiteral("was contacted twice on one day")})
        QVERIFY2(whole.contains(part), qPrintable(whole));
    press(*tanya, tanya->window->findChild<QAbstractButton *>(QStringLiteral("return.open.0")));
    const QString first = found.look.first().customer.toString();
    QTRY_VERIFY_WITH_TIMEOUT(tanya->session().lead() && tanya->session().lead()->customer.id.toString() == first, Long);
}

void TripEndWindowTest::aTripThatIsOverEndsByItself()
{
    addLeads(5);
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working(), Long);
    take(*tanya, 3);
    line->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().isAway(), Long);
    clock->pass(std::chrono::hours(TakePane::UsualHours) + std::chrono::minutes(1));
    key(*tanya, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(tanya->window->pane());
    QStringList sentences;
    for (const QLabel *label : tanya->window->pane()->findChildren<QLabel *>())
        sentences << label->text();
    QVERIFY2(sentences.join(QLatin1Char('\n')).contains(QStringLiteral("The trip was over at")), qPrintable(sentences.join(QLatin1Char('\n'))));
    QVERIFY(!tanya->window->findChild<QAbstractButton *>(QStringLiteral("trip.end"))->isEnabled()); // nobody answers
    QSignalSpy back(&tanya->away(), &AwaySession::cameBack);
    line->setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, 2 * Long);
    QCOMPARE(back.first().first().value<TripReturn>().givenBack, 3); // the shared database's clock is right, and holds them still
    QCOMPARE(held(), QStringLiteral("0"));
    QTRY_VERIFY(!tanya->away().hasTrip());
    QTRY_VERIFY2(said(*tanya).contains(QStringLiteral("Back: ")), qPrintable(said(*tanya)));
}

void TripEndWindowTest::aDiskThatIsNotEncryptedIsSaidBefore_data()
{
    QTest::addColumn<int>("encrypted"); // -1: not known
    QTest::addColumn<bool>("sealed");
    QTest::addColumn<bool>("said");
    QTest::newRow("it is not") << 0 << false << true;
    QTest::newRow("it is not, and the file is") << 0 << true << false;
    QTest::newRow("it is") << 1 << false << false;
    QTest::newRow("nobody knows") << -1 << false << false;
}

void TripEndWindowTest::aDiskThatIsNotEncryptedIsSaidBefore()
{
    QFETCH(int, encrypted);
    QFETCH(bool, sealed);
    QFETCH(bool, said);
    AwayView away;
    away.isFileSealed = sealed;
    if (encrypted >= 0)
        away.isDiskEncrypted = encrypted == 1;
    QWidget host;
    host.resize(1280, 800);
    host.show();
    TakePane pane(&host, {}, away, QStringLiteral("America/Chicago"), clock->now());
    pane.open();
    const auto *banner = pane.findChild<Banner *>(QStringLiteral("take.disk"));
    QCOMPARE(banner && banner->isVisible(), said);
    if (said)
        QVERIFY2(banner->accessibleName().contains(QStringLiteral("Neither this desk's file nor the disk is encrypted")), qPrintable(banner->accessibleName()));
}

QTEST_MAIN(TripEndWindowTest)
#include "trip_end_window_test.moc"
