// The real window of a desk that is taken along: it takes leads, loses the network in the middle of a call, works on, and comes back.
#include "core/exchange/desks.h"
#include "tests/ui/away_stage.h"

#include <QLabel>
#include <QTreeWidget>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

class AwayWindowTest : public AwayStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init() { fresh(); }
    void cleanup() { leave(); }

    void offlineInTheMiddleOfACallThreeAreWorkedAndArriveOnceInOrder();
    void leadsAreTakenByTheKeyboardAlone();
    void whoeverIsTickedOffStays();
    void theTripIsEndedBeforeItsTime();
    void callsAreStoppedWhereTheButtonIs();
    void roomsOfEverybodySaySoAtOnce();
    void aComputerThatWasTakenOutSaysSoAndHasNothing();
};

void AwayWindowTest::offlineInTheMiddleOfACallThreeAreWorkedAndArriveOnceInOrder()
{
    addLeads(5, 1);
    auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working(), Long);
    take(*tanya, 4);
    const qsizetype along = tanya->away().view()->trip->leads.size(); // whoever is called far from here is not in the queue's order
    QVERIFY(along >= 3);
    // Whoever can be called.
    const QString callable = world->sql(QStringLiteral("SELECT customer_id FROM contact_point WHERE kind = 'phone'"));
    tanya->session().take(CustomerId::fromString(callable));
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working() && tanya->session().lead()->customer.id.toString() == callable, Long);
    key(*tanya, Qt::Key_F5);
    QTRY_VERIFY(!tanya->quiet.opener->opened.isEmpty());

    line->setDown(true); // in the middle of the call
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().isAway(), Long);
    QVERIFY(tanya->working());
    QStringList worked{callable};
    key(*tanya, Qt::Key_3, Qt::AltModifier); // no answer
    key(*tanya, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!tanya->session().lead() || tanya->session().lead()->customer.id.toString() != callable, Long);
    saveOne(*tanya, worked);
    saveOne(*tanya, worked);
    QTRY_COMPARE_WITH_TIMEOUT(tanya->away().link().waiting, 3, Long);
    QTRY_VERIFY2(tanya->text("strip.place").contains(QStringLiteral("Away since")), qPrintable(tanya->text("strip.place")));
    QVERIFY2(tanya->text("strip.more").contains(QStringLiteral("3 entries wait to be sent")), qPrintable(tanya->text("strip.more")));
    QCOMPARE(attempts("count(*)"), QStringLiteral("0"));

    tanya->window->close();
    tanya.reset();
    tanya = at(Tanya); // and there is no network
    QTRY_VERIFY_WITH_TIMEOUT(tanya->window->work().isVisible() && tanya->away().hasTrip(), Long);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().isAway() && tanya->away().link().waiting == 3, Long);
    QCOMPARE(tanya->away().view()->trip->leads.size(), along);

    line->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().link().mode == LinkState::Mode::Online && tanya->away().link().waiting == 0, 2 * Long);
    QCOMPARE(attempts("count(*)"), QStringLiteral("3"));
    QCOMPARE(attempts("string_agg(customer_id, ' ' ORDER BY hlc)"), worked.join(QLatin1Char(' ')));
    const auto luis = at(Luis);
    QTRY_VERIFY_WITH_TIMEOUT(luis->window->work().isVisible() && luis->away().link().mode == LinkState::Mode::Online, Long);
    luis->session().setReady(false); // he only looks
    for (const QString &customer : std::as_const(worked)) {
        luis->session().look(CustomerId::fromString(customer), {});
        QTRY_VERIFY_WITH_TIMEOUT(luis->session().lead() && luis->session().lead()->customer.id.toString() == customer, Long);
        const auto &items = luis->session().lead()->timeline;
        QCOMPARE(std::count_if(items.cbegin(), items.cend(), [](const TimelineItem &item) { return item.kind == EventKind::Attempt; }), 1);
    }
}

void AwayWindowTest::leadsAreTakenByTheKeyboardAlone()
{
    addLeads(6);
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working(), Long);
    take(*tanya, 3);
    QCOMPARE(held(), QStringLiteral("3"));
    auto *strip = tanya->window->findChild<QAbstractButton *>(QStringLiteral("strip.trip"));
    QTRY_VERIFY2(strip->isVisible() && strip->text().startsWith(QStringLiteral("3 leads along until")), qPrintable(strip->text()));
    // The same key shows who is along, and Enter opens one.
    key(*tanya, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(tanya->window->pane() && tanya->window->pane()->objectName() == QStringLiteral("trip.pane"));
    QTRY_VERIFY(tanya->window->findChild<QListWidget *>(QStringLiteral("trip.list"))->hasFocus());
    const CustomerId first = tanya->away().view()->carried.first().customer;
    key(*tanya, Qt::Key_Return);
    QTRY_VERIFY(!tanya->window->pane());
    QTRY_VERIFY_WITH_TIMEOUT(tanya->session().lead() && tanya->session().lead()->customer.id == first, Long);
}

void AwayWindowTest::whoeverIsTickedOffStays()
{
    addLeads(5);
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working() && tanya->away().view() && tanya->session().page().next.size() == 4, Long);
    QTRY_COMPARE_WITH_TIMEOUT(tanya->away().link().mode, LinkState::Mode::Online, Long);
    const CustomerId stays = tanya->session().page().next.first().customer;
    key(*tanya, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(tanya->window->pane());
    auto *list = tanya->window->findChild<QTreeWidget *>(QStringLiteral("take.list"));
    list->setFocus();
    list->setCurrentItem(list->topLevelItem(0));
    key(*tanya, Qt::Key_Space);
    QCOMPARE(list->topLevelItem(0)->checkState(0), Qt::Unchecked);
    QCOMPARE(tanya->window->findChild<QAbstractButton *>(QStringLiteral("pane.do"))->text(), QStringLiteral("Take 3 leads along"));
    key(*tanya, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().hasTrip() && tanya->away().view()->trip->isWhole(), Long);
    QCOMPARE(tanya->away().view()->trip->leads.size(), 3);
    QVERIFY(!tanya->away().view()->trip->of(stays));
}

void AwayWindowTest::theTripIsEndedBeforeItsTime()
{
    addLeads(5);
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working(), Long);
    take(*tanya, 3);
    QSignalSpy back(&tanya->away(), &AwaySession::cameBack);
    key(*tanya, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(tanya->window->pane());
    tanya->window->findChild<QAbstractButton *>(QStringLiteral("trip.end"))->setFocus();
    key(*tanya, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, Long);
    QCOMPARE(held(), QStringLiteral("0"));
    QTRY_VERIFY(!tanya->away().hasTrip());
    QTRY_VERIFY(!tanya->window->pane());
    QVERIFY(!tanya->window->findChild<QAbstractButton *>(QStringLiteral("strip.trip"))->isVisible());
}

void AwayWindowTest::callsAreStoppedWhereTheButtonIs()
{
    VERIFY_OK(world->admin->setSetting(OptOutsAgeSetting, QStringLiteral("1")));
    addLeads(3, 1);
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working(), Long);
    take(*tanya, 2);
    const auto along = CustomerId::fromString(world->sql(QStringLiteral("SELECT customer_id FROM contact_point WHERE kind = 'phone'")));
    tanya->session().take(along);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working() && tanya->session().lead()->customer.id == along, Long);
    line->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().isAway(), Long);
    auto *stopped = tanya->window->findChild<QWidget *>(QStringLiteral("lead.nodialling"));
    QVERIFY(!stopped->isVisible());
    clock->pass(std::chrono::minutes(62));
    tanya->away().refresh(); // as it does by the minute
    QTRY_VERIFY_WITH_TIMEOUT(stopped->isVisible(), Long);
    QVERIFY2(stopped->accessibleDescription().contains(QStringLiteral("Connect once")), qPrintable(stopped->accessibleDescription()));
    key(*tanya, Qt::Key_F5);
    QVERIFY(tanya->quiet.opener->opened.isEmpty());
}

void AwayWindowTest::roomsOfEverybodySaySoAtOnce()
{
    const auto marcus = at(Marcus);
    QTRY_COMPARE_WITH_TIMEOUT(marcus->away().link().mode, LinkState::Mode::Online, Long);
    line->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(marcus->away().isAway(), Long);
    for (const Qt::Key room : {Qt::Key_7, Qt::Key_8}) {
        key(*marcus, room, Qt::ControlModifier | Qt::ShiftModifier);
        auto *page = marcus->window->findChild<QWidget *>(QStringLiteral("away.page"));
        QVERIFY(page && page->isVisible());
        QVERIFY2(page->accessibleName().contains(QStringLiteral("waits until you are back")), qPrintable(page->accessibleName()));
    }
    line->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(!marcus->window->findChild<QWidget *>(QStringLiteral("away.page"))->isVisible(), 2 * Long);
}

void AwayWindowTest::aComputerThatWasTakenOutSaysSoAndHasNothing()
{
    addLeads(2);
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working(), Long);
    QTRY_COMPARE_WITH_TIMEOUT(tanya->away().link().mode, LinkState::Mode::Online, Long);
    line->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->away().isAway(), Long);
    {
        const auto marcus = world->desk(Marcus);
        const QString origin = world->sql(QStringLiteral("SELECT origin FROM replica WHERE login = 'tanya'"));
        VERIFY_OK(takeOutDesk(marcus->exchange().shared().db(), world->admin->rooftopId(), origin, QStringLiteral("Left in a taxi.")));
    }
    line->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->window->findChild<QWidget *>(QStringLiteral("out.page")), 2 * Long);
    auto *page = tanya->window->findChild<QWidget *>(QStringLiteral("out.page"));
    QTRY_VERIFY(page->isVisible());
    QTRY_VERIFY2(page->accessibleDescription().contains(QStringLiteral("Left in a taxi.")), qPrintable(page->accessibleDescription()));
    QVERIFY(!tanya->session().lead());
    tanya->window->findChild<QAbstractButton *>(QStringLiteral("out.join"))->click();
    QTRY_COMPARE(tanya->window->focusWidget()->objectName(), QStringLiteral("join.password"));
    for (const QChar c : Password)
        QTest::sendKeyEvent(QTest::Click, tanya->window->focusWidget(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    key(*tanya, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->window->work().isVisible(), Long);
    QTRY_COMPARE_WITH_TIMEOUT(tanya->away().link().mode, LinkState::Mode::Online, Long);
}

QTEST_MAIN(AwayWindowTest)
#include "away_window_test.moc"
