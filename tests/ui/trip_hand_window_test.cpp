// Who is in hand, or put aside, when their lease ends under this window: because a trip ends, or an answer was lost on the way.
#include "tests/ui/away_stage.h"
#include "ui/away/take_pane.h"

#include <QLineEdit>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

class TripHandWindowTest : public AwayStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init() { fresh(); }
    void cleanup() { leave(); }

    void whoeverIsInHandWhenATripEndsStaysThere();
    void whoeverWasPutAsideBeforeStaysToo();
    void whoeverIsPutAsideInThatMomentStaysToo();
    void whoeverSomebodyElseHasWhenATripEndsIsNotWorkedOn();
    void whoeverWasPutAsideAndIsWithSomebodyElseIsSaid();
    void aLeaseThatEndedIsTakenAgain_data();
    void aLeaseThatEndedIsTakenAgain();
    void whoeverIsLetGoOfInThatMomentIsFree();
    void whoeverAskedToBeLeftAloneIsNotTakenAgain();

private:
    std::unique_ptr<Place> withThree();
    CustomerId along(Place &it, int which = 0) { return it.away().view()->trip->leads.at(which).customer; }
    void endClaim(CustomerId customer, const QString &how)
    {
        world->sql(QStringLiteral("UPDATE claim SET %1 WHERE customer_id = '%2'").arg(how, customer.toString()));
    }
    void giveToLuis(CustomerId customer);
};

// Tanya's window, with three of five along.
std::unique_ptr<AwayStage::Place> TripHandWindowTest::withThree()
{
    addLeads(5);
    auto tanya = at(Tanya);
    if (!QTest::qWaitFor([&] { return tanya->working(); }, Long))
        qFatal("nobody is handed out");
    take(*tanya, 3);
    if (!tanya->away().hasTrip())
        qFatal("nobody is along");
    return tanya;
}

void TripHandWindowTest::giveToLuis(CustomerId customer)
{
    endClaim(customer, QStringLiteral("until = 0, login = ''"));
    VERIFY_OK(world->desk(Luis)->claim(customer, {}));
}

// What is being entered stays, and is saved under the lease there is now: nobody has to look at it.
void TripHandWindowTest::whoeverIsInHandWhenATripEndsStaysThere()
{
    const auto tanya = withThree();
    const CustomerId customer = along(*tanya);
    takeInHand(*tanya, customer);
    const qint64 before = tanya->session().lead()->claim->epoch;
    auto *note = tanya->window->findChild<QLineEdit *>(QStringLiteral("outcome.note"));
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("wants the gray one"));
    endTrip(*tanya);
    QTRY_VERIFY_WITH_TIMEOUT(!tanya->away().hasTrip(), Long);
    QTRY_VERIFY_WITH_TIMEOUT(!tanya->working() || tanya->session().lead()->claim->epoch > before, Long);
    QVERIFY(tanya->working());
    QCOMPARE(tanya->session().lead()->customer.id, customer);
    QCOMPARE(claimOf(customer), QStringLiteral("tanya %1").arg(before + 1));
    QCOMPARE(note->text(), QStringLiteral("wants the gray one"));
    QTRY_VERIFY(!tanya->window->pane());
    key(*tanya, Qt::Key_7, Qt::AltModifier); // not interested
    key(*tanya, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(attempts("count(*)"), QStringLiteral("1"), Long);
    QCOMPARE(attempts("body::jsonb ->> 'note'"), QStringLiteral("wants the gray one"));
    QCOMPARE(attempts("body::jsonb ->> 'epoch'"), QString::number(before + 1));
    QCOMPARE(attempts("count(*) FILTER (WHERE body::jsonb ? 'lease')"), QStringLiteral("0"));
    QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event_flag")), QStringLiteral("0"));
}

void TripHandWindowTest::whoeverWasPutAsideBeforeStaysToo()
{
    const auto tanya = withThree();
    const CustomerId first = along(*tanya, 0), second = along(*tanya, 1);
    takeInHand(*tanya, first);
    const qint64 before = tanya->session().lead()->claim->epoch;
    takeInHand(*tanya, second);
    QSignalSpy failed(&tanya->session(), &WorkSession::failed);
    endTrip(*tanya);
    QTRY_VERIFY_WITH_TIMEOUT(!tanya->away().hasTrip(), Long);
    QTRY_COMPARE_WITH_TIMEOUT(claimOf(first), QStringLiteral("tanya %1").arg(before + 1), Long);
    QTRY_VERIFY_WITH_TIMEOUT(claimOf(second).startsWith(QStringLiteral("tanya ")), Long);
    tanya->session().giveBack();
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working() && tanya->session().lead()->customer.id == first, Long);
    QCOMPARE(tanya->session().lead()->claim->epoch, before + 1);
    QVERIFY(failed.isEmpty());
}

void TripHandWindowTest::whoeverIsPutAsideInThatMomentStaysToo()
{
    const auto tanya = withThree();
    const CustomerId customer = along(*tanya);
    takeInHand(*tanya, customer);
    const qint64 before = tanya->session().lead()->claim->epoch;
    CustomerId other;
    for (const QueueItem &item : tanya->session().page().next)
        if (!tanya->away().view()->trip->of(item.customer))
            other = item.customer;
    QVERIFY(!other.isNull());
    connect(&tanya->away(), &AwaySession::cameBack, this, [&] { tanya->session().take(other); }); // before it is known who stays
    endTrip(*tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working() && tanya->session().lead()->customer.id == other, Long);
    hearEverything(*tanya, other); // nothing is on its way any more that would give them back
    QCOMPARE(claimOf(customer), QStringLiteral("tanya %1").arg(before + 1)); // given back with the trip, and taken again
    tanya->session().giveBack();
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working() && tanya->session().lead()->customer.id == customer, Long);
    QCOMPARE(claimOf(customer), QStringLiteral("tanya %1").arg(tanya->session().lead()->claim->epoch));
}

void TripHandWindowTest::whoeverSomebodyElseHasWhenATripEndsIsNotWorkedOn()
{
    const auto tanya = withThree();
    const CustomerId customer = along(*tanya);
    takeInHand(*tanya, customer);
    line->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().isAway(), Long);
    clock->pass(std::chrono::hours(TakePane::UsualHours) + std::chrono::minutes(1));
    world->sql(QStringLiteral("UPDATE claim SET until = now_us() - 1 WHERE trip <> ''")); // there, too
    const auto luis = world->desk(Luis);
    VERIFY_OK(luis->claim(customer, {}));
    QSignalSpy back(&tanya->away(), &AwaySession::cameBack), failed(&tanya->session(), &WorkSession::failed);
    line->setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, 2 * Long);
    QTRY_VERIFY_WITH_TIMEOUT(!tanya->working(), Long);
    QVERIFY(tanya->session().lead() && tanya->session().lead()->customer.id == customer); // one may read on
    QTRY_COMPARE_WITH_TIMEOUT(tanya->session().lead()->heldBy, QStringLiteral("Luis"), Long);
    QVERIFY(!failed.isEmpty());
    QVERIFY2(failed.first().first().value<Error>().message.contains(QStringLiteral("Luis")), qPrintable(failed.first().first().value<Error>().message));
}

void TripHandWindowTest::whoeverWasPutAsideAndIsWithSomebodyElseIsSaid()
{
    const auto tanya = withThree();
    const CustomerId first = along(*tanya, 0), second = along(*tanya, 1);
    takeInHand(*tanya, first);
    takeInHand(*tanya, second);
    giveToLuis(first);
    QSignalSpy failed(&tanya->session(), &WorkSession::failed);
    tanya->session().renewClaims();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Long);
    const QString message = failed.first().first().value<Error>().message;
    QVERIFY2(message.contains(QStringLiteral("put aside")) && message.contains(QStringLiteral("Luis")), qPrintable(message));
    QVERIFY(tanya->working()); // the one in hand is as before
    QCOMPARE(tanya->session().lead()->customer.id, second);
    QVERIFY(claimOf(first).startsWith(QStringLiteral("luis ")));
}

void TripHandWindowTest::aLeaseThatEndedIsTakenAgain_data()
{
    QTest::addColumn<QString>("ended");
    QTest::addColumn<bool>("isAway");
    QTest::newRow("as the end of a trip ends it") << QStringLiteral("until = 0, login = ''") << false;
    QTest::newRow("it was granted anew, and the answer was lost") << QStringLiteral("epoch = epoch + 1") << false;
    QTest::newRow("while the line was down") << QStringLiteral("until = 0, login = ''") << true;
    QTest::newRow("granted anew before the line went down") << QStringLiteral("epoch = epoch + 1") << true;
}

void TripHandWindowTest::aLeaseThatEndedIsTakenAgain()
{
    QFETCH(QString, ended);
    QFETCH(bool, isAway);
    addLeads(2);
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working() && tanya->away().link().mode == LinkState::Mode::Online, Long);
    const CustomerId customer = tanya->session().lead()->customer.id;
    const qint64 before = tanya->session().lead()->claim->epoch;
    QSignalSpy failed(&tanya->session(), &WorkSession::failed);
    if (isAway) {
        line->setDown(true);
        QTRY_VERIFY_WITH_TIMEOUT(tanya->away().isAway(), Long);
    }
    endClaim(customer, ended);
    if (isAway)
        line->setDown(false); // and nobody waits for the timer
    else
        tanya->session().renewClaims();
    QTRY_VERIFY_WITH_TIMEOUT(!tanya->working() || tanya->session().lead()->claim->epoch > before, 2 * Long);
    QVERIFY(tanya->working());
    QCOMPARE(tanya->session().lead()->customer.id, customer);
    QCOMPARE(tanya->window->work().lead()->claim->epoch, before + 1); // as it is saved
    QCOMPARE(claimOf(customer), QStringLiteral("tanya %1").arg(before + 1));
    QVERIFY(failed.isEmpty());
}

// What the shared database granted by then, and nobody waits for, is free again.
void TripHandWindowTest::whoeverIsLetGoOfInThatMomentIsFree()
{
    addLeads(2);
    bool isGranted = false;
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working() && tanya->away().link().mode == LinkState::Mode::Online, Long);
    const CustomerId customer = tanya->session().lead()->customer.id;
    hearEverything(*tanya, customer);
    connect(tanya->desk.get(), &Desk::changed, this, [&isGranted, &tanya, customer](const QVector<CustomerId> &customers) {
        if (customers == QVector<CustomerId>{customer} && !std::exchange(isGranted, true)) // said before the answer
            tanya->session().setReady(false);
    });
    endClaim(customer, QStringLiteral("until = 0, login = ''"));
    tanya->session().renewClaims();
    QTRY_VERIFY_WITH_TIMEOUT(isGranted, Long);
    hearEverything(*tanya, customer);
    QVERIFY(!tanya->working());
    QCOMPARE(claimOf(customer), QString());
}

// Their wish ended the lease: it is not for a window to take it back.
void TripHandWindowTest::whoeverAskedToBeLeftAloneIsNotTakenAgain()
{
    const auto tanya = withThree();
    const CustomerId customer = along(*tanya);
    takeInHand(*tanya, customer);
    {
        const auto luis = world->desk(Luis);
        VERIFY_OK(luis->exchange().bring({customer.toString()}));
        VERIFY_OK(luis->own().setDoNotContact(customer, {}, {}, QStringLiteral("asked"), Luis));
        VERIFY_OK(luis->exchange().sync());
    }
    QCOMPARE(claimOf(customer), QString());
    tanya->session().renewClaims();
    QTRY_VERIFY_WITH_TIMEOUT(!tanya->working(), Long);
    hearEverything(*tanya, customer);
    QVERIFY(tanya->session().lead() && tanya->session().lead()->customer.id == customer); // one may read why
    QCOMPARE(claimOf(customer), QString());
}

QTEST_MAIN(TripHandWindowTest)
#include "trip_hand_window_test.moc"
