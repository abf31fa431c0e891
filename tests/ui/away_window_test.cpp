// The real window of a desk that is taken along: it takes leads, loses the network in the middle of a call, works on, and comes back.
#include "core/desk/away.h"
#include "core/exchange/desks.h"
#include "tests/support/cutting_proxy.h"
#include "tests/support/laptop_clock.h"
#include "tests/support/quiet_seams.h"
#include "tests/support/shared_world.h"
#include "ui/away/away_session.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTimeZone>
#include <QTreeWidget>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

namespace {

const QString Tanya = QStringLiteral("tanya"), Luis = QStringLiteral("luis"), Marcus = QStringLiteral("marcus");
const QString Password = QStringLiteral("correct horse");
constexpr int Long = 30000; // a line that is taken up again

// Somewhere it is day now and for the next hours, whenever the test runs.
QString zoneByDay()
{
    for (const char *zone : {"America/New_York", "America/Los_Angeles", "Pacific/Honolulu", "Pacific/Guam", "Asia/Tokyo", "Asia/Karachi", "Europe/Berlin"}) {
        const int hour = QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone(zone)).time().hour();
        if (hour >= 9 && hour <= 17)
            return QString::fromLatin1(zone);
    }
    qFatal("it is night everywhere");
    return {};
}

} // namespace

class AwayWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void offlineInTheMiddleOfACallThreeAreWorkedAndArriveOnceInOrder();
    void leadsAreTakenByTheKeyboardAlone();
    void whoeverIsTickedOffStays();
    void theTripIsEndedBeforeItsTime();
    void callsAreStoppedWhereTheButtonIs();
    void roomsOfEverybodySaySoAtOnce();
    void aComputerThatWasTakenOutSaysSoAndHasNothing();

private:
    struct Place {
        QuietSeams quiet;
        std::unique_ptr<Desk> desk;
        std::unique_ptr<MainWindow> window;
        WorkSession &session() { return window->session(); }
        AwaySession &away() { return window->away(); }
        bool working() { return session().lead() && session().lead()->claim; }
        QString text(const char *name) { return window->findChild<QLabel *>(QLatin1String(name))->text(); }
    };
    std::unique_ptr<Place> at(const QString &login);
    void addLeads(int count, int callable = 0);
    static void key(Place &it, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void take(Place &it, int leads);
    static void saveOne(Place &it, QStringList &worked);
    QString attempts(const char *what) const
    {
        return world->sql(QStringLiteral("SELECT %1 FROM event WHERE kind = 'attempt'").arg(QLatin1String(what)));
    }
    QString held() const { return world->sql(QStringLiteral("SELECT count(*) FROM claim WHERE trip <> '' AND login = 'tanya'")); }

    std::unique_ptr<SharedWorld> world;
    std::unique_ptr<CuttingProxy> line;
    std::unique_ptr<LaptopClock> clock;
};

void AwayWindowTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(Theme::Choice::Light);
}

void AwayWindowTest::init()
{
    world = std::make_unique<SharedWorld>(true);
    for (const QString &login : {Tanya, Luis})
        world->add(login, QStringLiteral("agent"), Password);
    world->add(Marcus, QStringLiteral("manager"), Password);
    line = std::make_unique<CuttingProxy>(TempPostgres::server().port());
    clock = std::make_unique<LaptopClock>();
}

void AwayWindowTest::cleanup()
{
    const CheckReport report = world->check();
    QVERIFY2(report.differences == 0, qPrintable(report.findings.join(QLatin1Char('\n'))));
    line.reset();
    world.reset();
}

// Everybody through the line that can be cut.
std::unique_ptr<AwayWindowTest::Place> AwayWindowTest::at(const QString &login)
{
    auto it = std::make_unique<Place>();
    it->desk = std::make_unique<Desk>(*clock);
    it->window = std::make_unique<MainWindow>(*it->desk, *clock, it->quiet.seams());
    it->window->show();
    if (!QTest::qWaitForWindowActive(it->window.get()))
        qFatal("the window does not become active");
    it->window->begin({QStringLiteral("postgresql://%1:correct%20horse@127.0.0.1:%2/%3").arg(login, QString::number(line->port()), world->database), true, {}});
    return it;
}

// The first can be called, now; all can be written to.
void AwayWindowTest::addLeads(int count, int callable)
{
    const auto desk = world->desk(Marcus);
    for (int i = 0; i < count; ++i) {
        LeadDraft draft = SharedWorld::reachable(i);
        if (i < callable) {
            draft = draftNamed(QStringLiteral("Person %1").arg(i), QStringLiteral("+1312555014%1").arg(i), QStringLiteral("person%1@example.com").arg(i));
            draft.zones = QStringList{zoneByDay()};
        }
        VERIFY_OK(desk->own().recorder().recordNewCustomer(draft, QStringLiteral("system")));
    }
    VERIFY_OK(desk->exchange().sync());
}

void AwayWindowTest::key(Place &it, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = it.window->focusWidget();
    QTest::keyClick(focus ? focus : static_cast<QWidget *>(it.window.get()), key, modifiers);
}

// The key, how many, Enter; everybody is here.
void AwayWindowTest::take(Place &it, int leads)
{
    QTRY_VERIFY_WITH_TIMEOUT(it.away().link().mode == LinkState::Mode::Online && it.away().view() && !it.session().page().next.isEmpty(), Long);
    key(it, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(it.window->pane() && it.window->pane()->objectName() == QStringLiteral("take.pane"));
    auto *count = it.window->findChild<QSpinBox *>(QStringLiteral("take.leads"));
    QVERIFY(count->hasFocus());
    count->selectAll();
    for (const QChar digit : QString::number(leads))
        QTest::keyClick(it.window->focusWidget(), Qt::Key(digit.unicode()));
    QCOMPARE(count->value(), leads);
    key(it, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(it.away().hasTrip() && it.away().view()->trip->isWhole() && !it.away().isTaking(), Long);
    QTRY_VERIFY(!it.window->pane());
}

void AwayWindowTest::saveOne(Place &it, QStringList &worked)
{
    QTRY_VERIFY_WITH_TIMEOUT(it.working() && !worked.contains(it.session().lead()->customer.id.toString()), Long);
    worked << it.session().lead()->customer.id.toString();
    it.session().save(emailTo(*it.session().lead()->claim), false);
}

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
