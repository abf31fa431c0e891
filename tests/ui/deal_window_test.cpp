// A deal to save between two windows on one real PostgreSQL: an agent's and a manager's, through every branch of the conversation.
#include "core/desk/deliver.h"
#include "tests/support/quiet_seams.h"
#include "tests/support/shared_world.h"
#include "ui/lead/guide_panel.h"
#include "ui/lead/lead_pane.h"
#include "ui/lead/touch_draft.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

namespace {

const QString Tanya = QStringLiteral("tanya"), Marcus = QStringLiteral("marcus");
constexpr int ASecond = 1000;

struct Place {
    QuietSeams quiet;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<MainWindow> window;
    LinkState link;
    const LeadView *lead() { return window->session().lead(); }
    GuidePanel &guide() { return *window->work().pane()->guide(); }
    QString heading() { return window->findChild<QLabel *>(QStringLiteral("alert.heading"))->text(); }
};

} // namespace

class DealWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theManagersAnswerReachesTheAgent_data();
    void theManagersAnswerReachesTheAgent();
    void everyWayThroughEndsOnAPlan_data();
    void everyWayThroughEndsOnAPlan();

private:
    std::unique_ptr<Place> at(const QString &login);
    void answer(Place &it, const QString &key, const QString &text);
    // On a call, whatever the hour is where the test runs.
    static void theySayTheyBought(Place &it)
    {
        TouchDraft draft;
        draft.medium = Medium::Call;
        draft.outcome = Outcome::BoughtElsewhere;
        it.window->work().showLead(*it.lead(), draft);
    }

    std::unique_ptr<SharedWorld> world;
};

void DealWindowTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(Theme::Choice::Light);
}

void DealWindowTest::init()
{
    world = std::make_unique<SharedWorld>(true);
    world->add(Tanya);
    world->add(Marcus, QStringLiteral("manager"));
    const auto desk = world->desk(Marcus);
    world->addLead(*desk, 0);
    const auto sent = desk->exchange().sync();
    if (!sent)
        qFatal("%s", qPrintable(sent.error().message + sent.error().detail));
}

void DealWindowTest::cleanup()
{
    const CheckReport report = world->check();
    QVERIFY2(report.differences == 0, qPrintable(report.findings.join(QLatin1Char('\n'))));
    world.reset();
}

std::unique_ptr<Place> DealWindowTest::at(const QString &login)
{
    auto it = std::make_unique<Place>();
    it->desk = std::make_unique<Desk>(world->clock);
    connect(it->desk.get(), &Desk::linkChanged, it->desk.get(), [place = it.get()](const LinkState &state) { place->link = state; });
    it->window = std::make_unique<MainWindow>(*it->desk, world->clock, it->quiet.seams());
    it->window->show();
    if (!QTest::qWaitForWindowExposed(it->window.get()))
        qFatal("no window");
    it->window->begin({world->urlOf(login).uri, true, {}});
    return it;
}

// As a person would: the question is shown, and takes its answer.
void DealWindowTest::answer(Place &it, const QString &key, const QString &text)
{
    const GuideStep *step = it.guide().guide().step(key);
    QVERIFY2(step, qPrintable(key));
    QTRY_VERIFY2(it.guide().findChild<QWidget *>(QStringLiteral("guide.question")), qPrintable(key));
    for (int i = 0; i < 20; ++i) { // whatever need not be asked is left for later
        const bool choice = step->kind == AnswerKind::Choice || step->kind == AnswerKind::YesNo;
        const auto asked = it.guide().findChild<QLabel *>(QStringLiteral("guide.ask"));
        if (asked && asked->text() == fillIn(step->ask.in(it.lead()->language), it.lead()->facts)) {
            if (choice) {
                auto *button = it.guide().findChild<QAbstractButton *>(QStringLiteral("guide.choice.") + text);
                QVERIFY2(button, qPrintable(key + QLatin1Char('=') + text));
                button->click();
            } else {
                auto *field = it.guide().findChild<QLineEdit *>(QStringLiteral("guide.answer"));
                field->setText(text);
                QTest::keyClick(field, Qt::Key_Return);
            }
            QTRY_VERIFY(it.guide().state().answers.contains(key));
            QTest::qWait(1);
            return;
        }
        for (auto *button : it.guide().findChildren<QAbstractButton *>())
            if (button->text() == QStringLiteral("Not now") && button->isVisible()) {
                button->click();
                break;
            }
        QTest::qWait(1);
    }
    QFAIL(qPrintable(key + QStringLiteral(" was never asked")));
}

void DealWindowTest::theManagersAnswerReachesTheAgent_data()
{
    QTest::addColumn<bool>("offer");
    QTest::newRow("an offer") << true;
    QTest::newRow("a release") << false;
}

void DealWindowTest::theManagersAnswerReachesTheAgent()
{
    QFETCH(bool, offer);
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->lead() && tanya->lead()->claim, 10 * ASecond);
    const auto marcus = at(Marcus);
    QTRY_COMPARE(marcus->link.mode, LinkState::Mode::Online);
    QTRY_VERIFY(marcus->window->work().isVisible());
    theySayTheyBought(*tanya);
    QTRY_COMPARE(tanya->guide().guide().id, QStringLiteral("bought-elsewhere"));

    auto *banner = marcus->window->findChild<Banner *>(QStringLiteral("window.alert"));
    QVERIFY(!banner->isVisible());
    answer(*tanya, QStringLiteral("delivered"), QStringLiteral("no"));
    QElapsedTimer watch;
    watch.start();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 10 * ASecond);
    const qint64 heard = watch.elapsed();
    QTRY_VERIFY_WITH_TIMEOUT(tanya->heading().contains(QStringLiteral("Marcus")) || tanya->heading().contains(Marcus), 10 * ASecond); // who has it
    qInfo("on the manager's screen after %lld ms", heard);

    QTest::keyClick(banner->button(), Qt::Key_Space);
    Pane *pane = marcus->window->pane();
    QVERIFY(pane);
    pane->findChild<SegmentedControl *>(QStringLiteral("alert.answer"))->setCurrentIndex(offer ? 0 : 1);
    pane->findChild<QPlainTextEdit *>()->setPlainText(offer ? QStringLiteral("$470 a month, same terms") : QString());
    pane->accept();
    QTRY_VERIFY_WITH_TIMEOUT(tanya->heading().contains(offer ? QStringLiteral("$470 a month") : QStringLiteral("releases")), 10 * ASecond);
    QTRY_VERIFY(!banner->isVisible());
}

void DealWindowTest::everyWayThroughEndsOnAPlan_data()
{
    QTest::addColumn<QStringList>("answers"); // key=value, in order
    QTest::addColumn<QString>("plan");        // afterwards; empty: they are left alone
    QTest::newRow("not delivered, ours if matched") << QStringList{QStringLiteral("delivered=no"), QStringLiteral("decided_by=payment"), QStringLiteral("match_choice=ours"), QStringLiteral("drive_time=tomorrow 5:30 pm")} << QStringLiteral("be-back");
    QTest::newRow("not delivered, theirs") << QStringList{QStringLiteral("delivered=no"), QStringLiteral("decided_by=stock"), QStringLiteral("match_choice=theirs")} << QStringLiteral("bought-elsewhere-open");
    QTest::newRow("not delivered, unsure") << QStringList{QStringLiteral("delivered=no"), QStringLiteral("decided_by=price"), QStringLiteral("match_choice=unsure"), QStringLiteral("callback_time=tomorrow 3 pm")} << QStringLiteral("bought-elsewhere-open");
    QTest::newRow("delivered, stays in touch") << QStringList{QStringLiteral("delivered=yes"), QStringLiteral("decided_by=trade"), QStringLiteral("keep_in_touch=yes")} << QStringLiteral("bought-elsewhere-delivered");
    QTest::newRow("delivered, names somebody") << QStringList{QStringLiteral("delivered=yes"), QStringLiteral("decided_by=payment"), QStringLiteral("knows_someone=yes"), QStringLiteral("referral=Jordan Vega, 505 555 0142"), QStringLiteral("keep_in_touch=yes")} << QStringLiteral("bought-elsewhere-delivered");
    QTest::newRow("delivered, wants no more") << QStringList{QStringLiteral("delivered=yes"), QStringLiteral("decided_by=payment"), QStringLiteral("keep_in_touch=no"), QStringLiteral("stop=yes")} << QString();
}

void DealWindowTest::everyWayThroughEndsOnAPlan()
{
    QFETCH(QStringList, answers);
    QFETCH(QString, plan);
    const auto tanya = at(Tanya);
    QTRY_VERIFY_WITH_TIMEOUT(tanya->lead() && tanya->lead()->claim, 10 * ASecond);
    const auto marcus = at(Marcus);
    QTRY_COMPARE(marcus->link.mode, LinkState::Mode::Online);
    const CustomerId customer = tanya->lead()->customer.id;
    const LeadId lead = tanya->lead()->lead;
    theySayTheyBought(*tanya);
    QTRY_COMPARE(tanya->guide().guide().id, QStringLiteral("bought-elsewhere"));
    for (const QString &one : std::as_const(answers))
        answer(*tanya, one.section(QLatin1Char('='), 0, 0), one.section(QLatin1Char('='), 1));
    tanya->window->act(Act::SaveNext);

    const auto seen = [&]() -> LeadView { // at the other desk
        std::optional<Result<LeadView>> view;
        deliver(marcus->desk->view(customer, lead), this, [&view](const Result<LeadView> &given) { view = given; });
        if (!QTest::qWaitFor([&view] { return view.has_value(); }, 10 * ASecond) || !*view)
            qFatal("no answer");
        return **view;
    };
    QTRY_VERIFY_WITH_TIMEOUT(seen().leadState()->attempts == 1, 10 * ASecond);
    const LeadView after = seen();
    QCOMPARE(after.leadState()->answers.value(QStringLiteral("decided_by")).value.isEmpty(), false);
    QVERIFY(after.leadState()->objection);
    if (plan.isEmpty()) {
        QVERIFY(after.customer.refusal({}, {}));
        return;
    }
    QCOMPARE(after.leadState()->planId, plan);
    QVERIFY(after.step);
}

QTEST_MAIN(DealWindowTest)
#include "deal_window_test.moc"
