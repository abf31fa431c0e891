// Real windows on one real PostgreSQL: joining it, working side by side, and going on without it.
#include "core/desk/deliver.h"
#include "tests/support/beat_watch.h"
#include "tests/support/quiet_seams.h"
#include "tests/support/shared_world.h"
#include "ui/lead/timeline_model.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/shell/first_run.h"
#include "ui/shell/join_form.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/text_label.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

#include <csignal>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

namespace {

const QString Tanya = QStringLiteral("tanya"), Luis = QStringLiteral("luis"), Marcus = QStringLiteral("marcus");
const QString Password = QStringLiteral("p@ss:wörd/ 100%?#");
constexpr int ASecond = 1000;

// Everything the server consists of, stopped in the middle of what it does.
void signalServer(int signal)
{
    const qint64 postmaster = TempPostgres::server().pid();
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(name));
        if (name.toLongLong() <= 0 || !stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = stat.readAll();
        if (text.mid(text.lastIndexOf(')') + 2).split(' ').value(1).toLongLong() == postmaster)
            ::kill(pid_t(name.toLongLong()), signal);
    }
    ::kill(pid_t(postmaster), signal);
}

} // namespace

class SharedWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void joiningByTheKeyboardAlone();
    void whatIsWrongIsSaidWhereItIs_data();
    void whatIsWrongIsSaidWhereItIs();
    void theNextStartNeedsNoPassword();
    void withoutAKeyringOnlyThePasswordIsAsked();
    void aFileWhoseLeadsWereMovedLeadsToWhereTheyAre();
    void leavingForgetsBoth();
    void aPasswordThatChangedIsAskedForAgain();
    void aLeadTakenAtOneIsWithThemAtTheOther();
    void aReplyShowsInTheOthersOpenLead();
    void lookingAtSomebodysLeadSaysWhoHasThem();
    void aServerThatStopsChangesTheStripAndNotTheWork();

private:
    struct Place {
        QuietSeams quiet;
        std::unique_ptr<Desk> desk;
        std::unique_ptr<MainWindow> window;
        LinkState link;
        WorkSession &session() { return window->session(); }
        const LeadView *lead() { return session().lead(); }
        bool working() { return lead() && lead()->claim; }
        QString text(const char *name) { return window->findChild<QLabel *>(QLatin1String(name))->text(); }
    };
    std::unique_ptr<Place> place(const MainWindow::Start &start, const QuietSeams &quiet = {});
    std::unique_ptr<Place> at(const QString &login) { return place({world->urlOf(login).uri, true, {}}); }
    MainWindow::Start unnamed() const
    {
        return {QStringLiteral("sqlite:") + world->folder.filePath(QStringLiteral("own.db")), false, {}, std::nullopt, false};
    }
    QUrl tcp(const QString &login) const
    {
        return JoinEntry{QStringLiteral("127.0.0.1:%1").arg(TempPostgres::server().port()), world->database, login, false}.url();
    }
    void addLeads(int count);
    void key(Place &it, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(Place &it, const QString &text);
    const QueueItem *row(Place &it, CustomerId customer);

    std::unique_ptr<SharedWorld> world;
};

void SharedWindowTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(Theme::Choice::Light);
}

void SharedWindowTest::init()
{
    world = std::make_unique<SharedWorld>(true);
    world->add(Tanya, QStringLiteral("agent"), Password);
    world->add(Luis, QStringLiteral("agent"), Password);
    world->add(Marcus, QStringLiteral("manager"), Password);
}

void SharedWindowTest::cleanup()
{
    signalServer(SIGCONT); // whatever a test that failed left stopped
    const CheckReport report = world->check();
    QVERIFY2(report.differences == 0, qPrintable(report.findings.join(QLatin1Char('\n'))));
    world.reset();
}

std::unique_ptr<SharedWindowTest::Place> SharedWindowTest::place(const MainWindow::Start &start, const QuietSeams &quiet)
{
    auto it = std::make_unique<Place>();
    it->quiet = quiet;
    it->desk = std::make_unique<Desk>(world->clock);
    connect(it->desk.get(), &Desk::linkChanged, it->desk.get(), [place = it.get()](const LinkState &state) { place->link = state; });
    it->window = std::make_unique<MainWindow>(*it->desk, world->clock, it->quiet.seams());
    it->window->show();
    if (!QTest::qWaitForWindowActive(it->window.get()))
        qFatal("the window does not become active");
    it->window->begin(start);
    return it;
}

void SharedWindowTest::addLeads(int count)
{
    const auto desk = world->desk(Marcus);
    for (int i = 0; i < count; ++i)
        world->addLead(*desk, i);
    const auto sent = desk->exchange().sync();
    if (!sent)
        qFatal("%s", qPrintable(sent.error().message + sent.error().detail));
}

void SharedWindowTest::key(Place &it, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = it.window->focusWidget();
    QTest::keyClick(focus ? focus : static_cast<QWidget *>(it.window.get()), key, modifiers);
}

void SharedWindowTest::type(Place &it, const QString &text)
{
    for (const QChar c : text) // keyClicks() knows Latin-1 alone
        QTest::sendKeyEvent(QTest::Click, it.window->focusWidget(), Qt::Key_unknown, QString(c), Qt::NoModifier);
}

const QueueItem *SharedWindowTest::row(Place &it, CustomerId customer)
{
    const QueuePage &page = it.session().page();
    for (const QVector<QueueItem> *list : {&page.mine, &page.next})
        for (const QueueItem &item : *list)
            if (item.customer == customer)
                return &item;
    return nullptr;
}

void SharedWindowTest::joiningByTheKeyboardAlone()
{
    addLeads(1);
    const auto it = place(unnamed());
    auto *first = it->window->findChild<FirstRun *>();
    QTRY_VERIFY(first->isVisible());
    key(*it, Qt::Key_Down);
    key(*it, Qt::Key_Down);
    key(*it, Qt::Key_Return);
    QTRY_VERIFY(it->window->focusWidget() && it->window->focusWidget()->objectName() == QStringLiteral("join.server"));
    type(*it, QStringLiteral("127.0.0.1:%1").arg(TempPostgres::server().port()));
    key(*it, Qt::Key_Tab);
    type(*it, world->database);
    key(*it, Qt::Key_Tab);
    type(*it, Tanya);
    key(*it, Qt::Key_Tab);
    type(*it, Password);
    key(*it, Qt::Key_Return);
    QTRY_VERIFY(it->window->work().isVisible());
    QCOMPARE(it->session().agent().login, Tanya);
    QTRY_COMPARE(it->link.mode, LinkState::Mode::Online);
    QCOMPARE(it->link.host, QStringLiteral("127.0.0.1"));
    QTRY_VERIFY(it->working());
    QVERIFY(it->text("strip.place").contains(QStringLiteral("Connected")));

    QCOMPARE(it->quiet.memory->kept.value(QStringLiteral("shared/url")).toString(), tcp(Tanya).toString());
    QCOMPARE(it->quiet.keyring->passwords.value(tcp(Tanya).toString()), Password);
    for (const QVariant &kept : std::as_const(it->quiet.memory->kept))
        QVERIFY(!kept.toString().contains(QStringLiteral("p@ss")) && !kept.toString().contains(QStringLiteral("p%40ss")));
    QVERIFY(!it->window->findChild<QAction *>(QStringLiteral("person.somebody"))->isVisible());
}

void SharedWindowTest::whatIsWrongIsSaidWhereItIs_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("focus");
    const QString here = QStringLiteral("127.0.0.1:%1").arg(TempPostgres::server().port());
    QTest::newRow("wrong password") << here << QString() << Tanya << QStringLiteral("guessed")
                                    << QStringLiteral("127.0.0.1 does not know “tanya” with this password. Check both.") << QStringLiteral("join.password");
    QTest::newRow("no such database") << here << QStringLiteral("nowhere") << Tanya << Password
                                      << QStringLiteral("There is no database “nowhere” at 127.0.0.1.") << QStringLiteral("join.database");
    QTest::newRow("unknown host") << QStringLiteral("no-such-host.invalid") << QString() << Tanya << Password
                                  << QStringLiteral("There is no computer named no-such-host.invalid") << QStringLiteral("join.server");
    QTest::newRow("nobody listens") << QStringLiteral("127.0.0.1:1") << QString() << Tanya << Password
                                    << QStringLiteral("No database answers at 127.0.0.1.") << QStringLiteral("join.server");
    QTest::newRow("nobody of that name works there") << here << QString() << QStringLiteral("stranger") << Password
                                                     << QStringLiteral("Nobody works at") << QStringLiteral("join.login");
    QTest::newRow("not a host") << QStringLiteral("two words") << QString() << Tanya << Password << QString() << QStringLiteral("join.server");
    QTest::newRow("no password") << here << QString() << Tanya << QString() << QString() << QStringLiteral("join.password");
}

void SharedWindowTest::whatIsWrongIsSaidWhereItIs()
{
    QFETCH(QString, server);
    QFETCH(QString, database);
    QFETCH(QString, login);
    QFETCH(QString, password);
    QFETCH(QString, sentence);
    QFETCH(QString, focus);
    const QString stranger = QStringLiteral("stranger");
    if (login == stranger)
        world->sql(QStringLiteral("CREATE ROLE stranger LOGIN IN ROLE beback_agent PASSWORD '%1'").arg(Password));
    const auto it = place(unnamed());
    auto *first = it->window->findChild<FirstRun *>();
    first->showJoinForm({server, database.isEmpty() ? world->database : database, login, false});
    auto *field = it->window->findChild<QLineEdit *>(QStringLiteral("join.password"));
    QTRY_VERIFY(field->hasFocus());
    field->setText(password);
    key(*it, Qt::Key_Return);
    if (sentence.isEmpty())
        QVERIFY(!first->isJoining());
    QTRY_VERIFY_WITH_TIMEOUT(!first->isJoining(), 20000);
    auto *banner = first->findChild<Banner *>();
    QCOMPARE(banner->isVisible(), !sentence.isEmpty());
    QVERIFY2(banner->accessibleDescription().startsWith(sentence), qPrintable(banner->accessibleDescription()));
    QCOMPARE(it->window->focusWidget()->objectName(), focus);
    QVERIFY(!banner->accessibleDescription().contains(Password));
    QVERIFY(it->quiet.keyring->passwords.isEmpty());
    // Back, and the choices are there again.
    it->window->findChild<QAbstractButton *>(QStringLiteral("first.quit"))->click();
    QVERIFY(it->window->findChild<QWidget *>(QStringLiteral("first.join"))->isVisible());
    QVERIFY(field->text().isEmpty());
    if (login == stranger)
        world->sql(QStringLiteral("DROP ROLE stranger"));
}

void SharedWindowTest::theNextStartNeedsNoPassword()
{
    QuietSeams quiet;
    quiet.memory->keep(QStringLiteral("shared/url"), tcp(Luis).toString());
    quiet.keyring->passwords.insert(tcp(Luis).toString(), Password);
    const auto it = place(unnamed(), quiet);
    QTRY_VERIFY(it->window->work().isVisible());
    QCOMPARE(it->session().agent().login, Luis);
}

void SharedWindowTest::withoutAKeyringOnlyThePasswordIsAsked()
{
    QuietSeams quiet;
    quiet.memory->keep(QStringLiteral("shared/url"), tcp(Luis).toString());
    quiet.keyring->usable = false;
    const auto it = place(unnamed(), quiet);
    auto *first = it->window->findChild<FirstRun *>();
    QTRY_VERIFY(first->isVisible());
    QCOMPARE(first->findChild<Banner *>()->accessibleName(), QStringLiteral("The keyring of this computer could not be used"));
    QCOMPARE(it->window->focusWidget()->objectName(), QStringLiteral("join.password"));
    type(*it, Password);
    key(*it, Qt::Key_Return);
    QTRY_VERIFY(it->window->work().isVisible());
    QCOMPARE(it->session().agent().login, Luis);
}

void SharedWindowTest::aFileWhoseLeadsWereMovedLeadsToWhereTheyAre()
{
    const QString path = world->folder.filePath(QStringLiteral("own.db"));
    {
        auto own = Workplace::open(SharedWorld::parsed(path), Workplace::Open::CreateOrUpgrade, world->clock, world->random);
        VERIFY_OK(own);
        VERIFY_OK((*own)->setUpRooftop(world->admin->rooftop()));
        VERIFY_OK((*own)->setSetting(QStringLiteral("moved_to"), QStringLiteral("postgresql://bdc.example.com:5433/mesa"))); // as moveInto() does
    }
    MainWindow::Start start = unnamed();
    start.exists = true;
    const auto it = place(start);
    QLineEdit *server = nullptr;
    QTRY_VERIFY((server = it->window->findChild<QLineEdit *>(QStringLiteral("join.server"))) && server->isVisible());
    QCOMPARE(server->text(), QStringLiteral("bdc.example.com:5433"));
    QCOMPARE(it->window->findChild<QLineEdit *>(QStringLiteral("join.database"))->text(), QStringLiteral("mesa"));
    QTRY_VERIFY(it->window->focusWidget() && it->window->focusWidget()->objectName().startsWith(QLatin1String("join.")));
}

void SharedWindowTest::leavingForgetsBoth()
{
    QuietSeams quiet;
    quiet.memory->keep(QStringLiteral("shared/url"), tcp(Luis).toString());
    quiet.keyring->passwords.insert(tcp(Luis).toString(), Password);
    const auto it = place(unnamed(), quiet);
    QTRY_VERIFY(it->window->work().isVisible());
    auto *leave = it->window->findChild<QAction *>(QStringLiteral("person.leave"));
    QVERIFY(leave->isVisible());
    leave->trigger();
    QTRY_VERIFY(it->window->pane());
    it->window->pane()->accept();
    QTRY_VERIFY(it->window->findChild<FirstRun *>() && it->window->findChild<FirstRun *>()->isVisible());
    QVERIFY(!quiet.memory->kept.contains(QStringLiteral("shared/url")));
    QVERIFY(quiet.keyring->passwords.isEmpty());
    // What this desk had stays, and joining again goes on with it.
    auto *first = it->window->findChild<FirstRun *>();
    first->showJoinForm(JoinEntry::of(tcp(Luis)));
    type(*it, Password);
    key(*it, Qt::Key_Return);
    QTRY_VERIFY(it->window->work().isVisible());
    QTRY_COMPARE(it->link.mode, LinkState::Mode::Online);
}

void SharedWindowTest::aPasswordThatChangedIsAskedForAgain()
{
    QuietSeams quiet;
    quiet.memory->keep(QStringLiteral("shared/url"), tcp(Luis).toString());
    quiet.keyring->passwords.insert(tcp(Luis).toString(), Password);
    {
        const auto before = place(unnamed(), quiet);
        QTRY_COMPARE(before->link.mode, LinkState::Mode::Online);
    }
    world->sql(QStringLiteral("ALTER ROLE luis PASSWORD 'another'"));
    const auto it = place(unnamed(), quiet);
    QTRY_VERIFY(it->link.mode == LinkState::Mode::Offline && it->link.refused);
    QTRY_VERIFY(it->window->work().isVisible()); // with what this desk has
    auto *again = it->window->findChild<QAbstractButton *>(QStringLiteral("strip.password"));
    QTRY_VERIFY(again->isVisible());
    again->click();
    QTRY_COMPARE(it->window->focusWidget()->objectName(), QStringLiteral("join.password"));
    type(*it, QStringLiteral("another"));
    key(*it, Qt::Key_Return);
    QTRY_COMPARE(it->link.mode, LinkState::Mode::Online);
    QTRY_VERIFY(it->window->work().isVisible());
    QCOMPARE(quiet.keyring->passwords.value(tcp(Luis).toString()), QStringLiteral("another"));
}

void SharedWindowTest::aLeadTakenAtOneIsWithThemAtTheOther()
{
    addLeads(8);
    const auto tanya = at(Tanya), luis = at(Luis);
    QTRY_VERIFY(tanya->working() && luis->working());
    QVERIFY(tanya->lead()->customer.id != luis->lead()->customer.id);
    qint64 slowest = 0;
    for (int i = 0; i < 3; ++i) {
        const CustomerId before = tanya->lead()->customer.id;
        tanya->session().save(emailTo(*tanya->lead()->claim), false);
        QTRY_VERIFY(tanya->working() && tanya->lead()->customer.id != before);
        QElapsedTimer watch;
        watch.start();
        const CustomerId taken = tanya->lead()->customer.id;
        QTRY_VERIFY_WITH_TIMEOUT(!row(*luis, taken) || row(*luis, taken)->heldBy == QStringLiteral("Tanya"), ASecond);
        slowest = std::max(slowest, watch.elapsed());
        QTRY_VERIFY_WITH_TIMEOUT(!row(*luis, before) || row(*luis, before)->heldBy.isEmpty(), ASecond);
    }
    qInfo("a lead taken at one desk was seen at the other after %lld ms at most", slowest);
    // Given back, it is free at the other.
    const CustomerId last = tanya->lead()->customer.id;
    tanya->session().setReady(false);
    QTRY_VERIFY_WITH_TIMEOUT(row(*luis, last) && row(*luis, last)->heldBy.isEmpty(), ASecond);
}

void SharedWindowTest::aReplyShowsInTheOthersOpenLead()
{
    addLeads(2);
    const auto tanya = at(Tanya);
    QTRY_VERIFY(tanya->working());
    const auto luis = at(Luis);
    QTRY_VERIFY(luis->lead());
    auto *note = tanya->window->findChild<QLineEdit *>(QStringLiteral("outcome.note"));
    tanya->window->activateWindow();
    note->setFocus();
    type(*tanya, QStringLiteral("asked about the Escape"));
    auto *timeline = tanya->window->findChild<QListView *>(QStringLiteral("history.timeline"));
    const QPersistentModelIndex oldest = timeline->model()->index(timeline->model()->rowCount() - 1, 0);
    QSignalSpy shown(&tanya->session(), &WorkSession::leadShown), resets(timeline->model(), &QAbstractItemModel::modelReset);
    QElapsedTimer watch;
    watch.start();
    const CustomerId customer = tanya->lead()->customer.id;
    luis->desk->view(customer, {}).waitForFinished(); // it is not carried here yet
    luis->desk->reply(customer, tanya->lead()->lead, Medium::Email, QStringLiteral("Is the gray one still there?"));
    const auto hasReply = [&] {
        const auto &items = tanya->window->work().lead()->timeline;
        return std::any_of(items.cbegin(), items.cend(), [](const TimelineItem &item) { return item.words.contains(QStringLiteral("gray one")); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasReply(), ASecond);
    qInfo("a reply recorded at one desk was in the other's open lead after %lld ms", watch.elapsed());
    // In place: nothing was drawn anew, and what was being written is as it was.
    QCOMPARE(shown.size(), 0);
    QCOMPARE(resets.size(), 0);
    QVERIFY(oldest.isValid());
    QCOMPARE(note->text(), QStringLiteral("asked about the Escape"));
    QCOMPARE(tanya->window->focusWidget(), static_cast<QWidget *>(note));
    QVERIFY(tanya->working());
}

void SharedWindowTest::lookingAtSomebodysLeadSaysWhoHasThem()
{
    addLeads(2);
    const auto tanya = at(Tanya);
    QTRY_VERIFY(tanya->working());
    const auto luis = at(Luis);
    QTRY_VERIFY(luis->working());
    const CustomerId hers = tanya->lead()->customer.id;
    QTRY_VERIFY(row(*luis, hers) && row(*luis, hers)->heldBy == QStringLiteral("Tanya"));
    luis->session().take(hers); // as Enter on the row does
    QTRY_VERIFY(luis->lead() && luis->lead()->customer.id == hers);
    QVERIFY(!luis->lead()->claim);
    QCOMPARE(luis->lead()->heldBy, QStringLiteral("Tanya"));
    QVERIFY(luis->lead()->heldSince.us > 0);
    auto *held = luis->window->findChild<ChipLabel *>(QStringLiteral("lead.held"));
    QVERIFY2(held->isVisible() && held->chip().text.startsWith(QStringLiteral("With Tanya since ")), qPrintable(held->chip().text));
    // Once she gives them back, they can be taken where they are looked at.
    tanya->session().setReady(false);
    QTRY_VERIFY_WITH_TIMEOUT(luis->window->work().lead()->heldBy.isEmpty(), 2 * ASecond);
    QVERIFY(!held->isVisible());
}

void SharedWindowTest::aServerThatStopsChangesTheStripAndNotTheWork()
{
    addLeads(6);
    const auto tanya = at(Tanya), luis = at(Luis);
    QTRY_VERIFY(tanya->working() && luis->working());
    QTRY_COMPARE(tanya->link.mode, LinkState::Mode::Online);
    const CustomerId customer = tanya->lead()->customer.id;
    const LeadId lead = tanya->lead()->lead;
    QSignalSpy saved(&tanya->session(), &WorkSession::savedAt), failed(&tanya->session(), &WorkSession::failed);
    BeatWatch beat;
    beat.start();

    signalServer(SIGSTOP);
    QElapsedTimer sinceStopped;
    sinceStopped.start();
    tanya->desk->note(customer, lead, QStringLiteral("wants the tow bar"));
    tanya->session().save(emailTo(*tanya->lead()->claim), false);
    QTRY_VERIFY_WITH_TIMEOUT(!saved.isEmpty(), ASecond); // on this computer's disk, whatever the server does
    QTRY_COMPARE_WITH_TIMEOUT(tanya->link.mode, LinkState::Mode::Offline, 20000);
    QVERIFY2(tanya->text("strip.place").contains(QStringLiteral("Not connected since")), qPrintable(tanya->text("strip.place")));
    QTRY_VERIFY2_WITH_TIMEOUT(tanya->text("strip.more").startsWith(QStringLiteral("What you record is kept on this computer: 2 entries wait.")),
                              qPrintable(tanya->text("strip.more")), 20000);
    QVERIFY2(tanya->text("strip.more").contains(QStringLiteral("The queue goes on when this computer answers.")), qPrintable(tanya->text("strip.more")));
    // Nobody else is held: the middle says so calmly, and nothing is called a failure.
    QTRY_VERIFY_WITH_TIMEOUT(!tanya->lead(), 10000);
    QVERIFY(!tanya->window->findChild<QWidget *>(QStringLiteral("work.problem"))->isVisible());
    tanya->desk->note(customer, lead, QStringLiteral("and a roof rack"));
    QTRY_COMPARE_WITH_TIMEOUT(tanya->link.waiting, 3, 20000);
    QVERIFY(failed.isEmpty());

    const qint64 stoodStill = sinceStopped.elapsed();
    signalServer(SIGCONT);
    QTRY_COMPARE_WITH_TIMEOUT(tanya->link.mode, LinkState::Mode::Online, 40000);
    QTRY_COMPARE_WITH_TIMEOUT(tanya->link.waiting, 0, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->working(), 20000); // goes on by itself
    QTRY_COMPARE_WITH_TIMEOUT(luis->link.mode, LinkState::Mode::Online, 40000);
    QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event WHERE kind = 'attempt'")), QStringLiteral("1"));
    QCOMPARE(world->sql(QStringLiteral("SELECT count(*) FROM event WHERE kind = 'noted'")), QStringLiteral("2"));
    qInfo("while the server stood still the event loop stood still for %lld ms at worst, %d beats", beat.worstMs(), beat.beats());
    // A window that waited for it would stand still for as long as a call may take, seconds each time.
    QVERIFY2(beat.worstMs() * 10 < stoodStill, qPrintable(QStringLiteral("%1 of %2 ms").arg(beat.worstMs()).arg(stoodStill)));
}

QTEST_MAIN(SharedWindowTest)
#include "shared_window_test.moc"
