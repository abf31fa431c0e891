#include "core/desk/workplace.h"
#include "tests/support/nothing_asked.h"
#include "tests/support/window_stage.h"
#include "ui/charts/act_row.h"
#include "ui/charts/act_sheet.h"
#include "ui/charts/chart_leads.h"
#include "ui/charts/charts_room.h"
#include "ui/lead/lead_pane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>

#include <algorithm>

using namespace beback;
using namespace beback::ui;

// A manager does things with the leads of a list, by the keyboard, in the real window on a real desk and store.
class ManagerActsWindowTest : public test::WindowStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init() { fresh(); }
    void cleanup() { leave(); }

    void aNudgeIsAskedForAndTakenBack();
    void aPlanIsChosenForAll();
    void aNoteGoesToWhoHoldsThem();
    void whatBrokeOffMidwayIsSaidAndCanBeUndone();
    void anUndoThatBreaksOffSaysHowFarItCame();
    void undoIsPressedOnce();
    void aProposalLeavesWhatIsTyped();
    void withoutAChoiceNothingIsAsked();
    void withoutAReasonNothingIsDone();
    void escLeavesEverythingAsItWas();
    void nothingIsDoneWithLeadsOutOfSight();
    void theLoadIsShownBeforeAnythingChanges();
    void aNoteStandsApartAtTheLead();
    void everyControlHasAName();

private:
    void start();
    bool runBeside(const QString &sql);
    void list(int select = 3);
    ChartsRoom &room() { return m_window->charts(); }
    template <class T> T *part(const char *name) { return room().findChild<T *>(QLatin1String(name)); }
    QTableView *table() { return part<QTableView>("charts.leads"); }
    ActSheet *sheet() { return part<ActSheet>("charts.sheet"); }
    QString title() { return part<QLabel>("charts.sheet.title")->text(); }
    QString gave() { return part<Banner>("charts.gave")->accessibleName(); }
    LeadView view(int lead) { return ask(m_desk->view(m_people.at(lead), m_leads.at(lead))); }
    void say(const char *text) { QTest::keyClicks(part<QLineEdit>("charts.sheet.text"), QString::fromUtf8(text)); }

    QVector<CustomerId> m_people;
    QVector<LeadId> m_leads;
};

// A manager, an agent, and three leads that were called once.
void ManagerActsWindowTest::start()
{
    create({QStringLiteral("karen"), QStringLiteral("Karen Lindqvist"), QStringLiteral("manager")});
    {
        SystemRandom random;
        const auto place = Workplace::open(*StoreUrl::parse(url()), Workplace::Open::Existing, m_clock, random);
        QVERIFY(place);
        QVERIFY((*place)->addUser({QStringLiteral("luis"), QStringLiteral("Luis Ortega"), QStringLiteral("agent")}));
    }
    open(QStringLiteral("karen"));
    m_people.clear();
    m_leads.clear();
    for (int i = 0; i < 3; ++i) {
        const IntakeItem item = ask(m_desk->addLead(person()));
        RecordRequest call;
        call.customer = item.customer;
        call.lead = item.lead;
        call.outcome = Outcome::NoAnswer;
        ask(m_desk->record(test::nothingAsked(call)));
        m_people << item.customer;
        m_leads << item.lead;
    }
}

// On a connection of its own, as another program would.
bool ManagerActsWindowTest::runBeside(const QString &sql)
{
    bool done = false;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("beside"));
        other.setDatabaseName(m_folder->filePath(QStringLiteral("store.beback")));
        done = other.open() && QSqlQuery(other).exec(sql);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("beside"));
    return done;
}

// All of them below the charts, so many chosen.
void ManagerActsWindowTest::list(int select)
{
    m_window->act(Act::Room7);
    QTRY_VERIFY(room().isVisible());
    QTRY_VERIFY(!part<QLabel>("charts.as_of")->text().isEmpty()); // the charts are read
    room().showLeads(QStringLiteral("Three of them"), m_leads);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QTRY_VERIFY(table()->isVisible());
    table()->setFocus();
    table()->clearSelection();
    for (int row = 0; row < select; ++row)
        table()->selectionModel()->select(table()->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), select);
}

void ManagerActsWindowTest::aNudgeIsAskedForAndTakenBack()
{
    start();
    list();
    QCOMPARE(part<KeyButton>("charts.acts.nudge")->text(), QStringLiteral("Nudge 3…"));
    QCOMPARE(part<KeyButton>("charts.acts.nudge")->key(), QStringLiteral("N"));
    QTest::keyClick(table(), Qt::Key_N);
    QVERIFY(sheet()->isVisible());
    QCOMPARE(title(), QStringLiteral("Nudge: 3 leads"));
    QCOMPARE(m_window->focusWidget(), static_cast<QWidget *>(part<QLineEdit>("charts.sheet.text")));
    say("They asked for a price");
    key(Qt::Key_Return);
    QVERIFY(!sheet()->isVisible());
    QTRY_VERIFY(part<Banner>("charts.gave")->isVisible());
    QVERIFY2(gave().contains(QLatin1String("3 leads are to be worked now.")), qPrintable(gave()));
    QVERIFY(view(0).why.contains(QStringLiteral("Karen Lindqvist asks you to work this one: They asked for a price")));
    QVERIFY(view(2).step->nudged || view(2).customer.leads.first().nudge);
    part<Banner>("charts.gave")->button()->click();
    QTRY_VERIFY(!part<Banner>("charts.gave")->isVisible());
    for (int i = 0; i < 3; ++i)
        QVERIFY(!view(i).customer.leads.first().nudge);
}

void ManagerActsWindowTest::aPlanIsChosenForAll()
{
    start();
    list(2);
    QTest::keyClick(table(), Qt::Key_P);
    QCOMPARE(title(), QStringLiteral("Change the plan of 2 leads"));
    auto *plans = part<QComboBox>("charts.sheet.choice");
    QTRY_VERIFY(plans->count() > 5); // all there are, as the desk answers
    QCOMPARE(m_window->focusWidget(), static_cast<QWidget *>(plans));
    plans->setCurrentIndex(plans->findData(QStringLiteral("re-engagement")));
    say("They wait for the new model");
    QTest::keyClick(part<QLineEdit>("charts.sheet.text"), Qt::Key_Return);
    QTRY_VERIFY(part<Banner>("charts.gave")->isVisible());
    QVERIFY2(gave().contains(QLatin1String("2 leads begin on another plan.")), qPrintable(gave()));
    QStringList now;
    for (int i = 0; i < 3; ++i)
        now << view(i).customer.leads.first().planId;
    QCOMPARE(now.count(QStringLiteral("re-engagement")), 2);
}

void ManagerActsWindowTest::aNoteGoesToWhoHoldsThem()
{
    start();
    ask(m_desk->assignLeads(m_leads.mid(0, 2), QStringLiteral("luis"), QStringLiteral("He knows them")));
    list();
    QTest::keyClick(table(), Qt::Key_C);
    QCOMPARE(title(), QStringLiteral("Coach note at 3 leads"));
    QCOMPARE(part<QComboBox>("charts.sheet.choice")->currentText(), QStringLiteral("Whoever holds it"));
    say("Ask about the trade first");
    QTest::keyClick(part<QLineEdit>("charts.sheet.text"), Qt::Key_Return);
    QTRY_VERIFY(part<Banner>("charts.gave")->isVisible());
    QVERIFY2(gave().contains(QLatin1String("Notes stand at 2 leads.")), qPrintable(gave()));
    QVERIFY2(gave().contains(QLatin1String("1 lead without a new one")), qPrintable(gave()));
    QCOMPARE(view(0).timeline.first().title, QStringLiteral("Coach note from you to Luis"));
    QVERIFY(view(0).coach.isEmpty()); // it is for him
    ask(m_desk->signIn(QStringLiteral("luis")));
    QCOMPARE(view(0).coach, QStringList{QStringLiteral("Coach note from Karen Lindqvist: Ask about the trade first")});
}

// Acts take people in the order of their ids: nothing can be written about the second of three.
void ManagerActsWindowTest::whatBrokeOffMidwayIsSaidAndCanBeUndone()
{
    start();
    QVector<CustomerId> order = m_people;
    std::sort(order.begin(), order.end());
    QVERIFY(runBeside(QStringLiteral("CREATE TRIGGER broken BEFORE INSERT ON event WHEN NEW.customer_id = '%1' BEGIN SELECT RAISE(ABORT, 'broken'); END")
                          .arg(order[1].toString())));
    list();
    QTest::keyClick(table(), Qt::Key_N);
    say("They asked for a price");
    key(Qt::Key_Return);
    QTRY_VERIFY(part<Banner>("charts.gave")->isVisible());
    QVERIFY2(gave().contains(QLatin1String("To be worked now: 1 of 3 leads")), qPrintable(gave()));
    const QString then = part<Banner>("charts.gave")->accessibleDescription();
    QVERIFY2(then.startsWith(QLatin1String("Then: ")) && then.contains(QLatin1String("Do the same again for the rest, or undo.")), qPrintable(then));
    QVERIFY(!part<Banner>("charts.problem")->isVisible());
    const auto nudged = [&] {
        int count = 0;
        for (int i = 0; i < 3; ++i)
            count += view(i).customer.leads.first().nudge.has_value();
        return count;
    };
    QCOMPARE(nudged(), 1);
    part<Banner>("charts.gave")->button()->click();
    QTRY_VERIFY(!part<Banner>("charts.gave")->isVisible());
    QCOMPARE(nudged(), 0);
}

// Nothing can be written any more about the second of three.
void ManagerActsWindowTest::anUndoThatBreaksOffSaysHowFarItCame()
{
    start();
    QVector<CustomerId> order = m_people;
    std::sort(order.begin(), order.end());
    const auto nudged = [&] {
        int count = 0;
        for (int i = 0; i < 3; ++i)
            count += view(i).customer.leads.first().nudge.has_value();
        return count;
    };
    list();
    QTest::keyClick(table(), Qt::Key_N);
    say("They asked for a price");
    key(Qt::Key_Return);
    QTRY_VERIFY(part<Banner>("charts.gave")->isVisible());
    QCOMPARE(nudged(), 3);
    QVERIFY(runBeside(QStringLiteral("CREATE TRIGGER broken BEFORE INSERT ON event WHEN NEW.customer_id = '%1' BEGIN SELECT RAISE(ABORT, 'broken'); END")
                          .arg(order[1].toString())));
    auto *problem = part<Banner>("charts.problem");
    part<Banner>("charts.gave")->button()->click();
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->accessibleDescription().startsWith(QLatin1String("1 of 3 were taken back; then: ")), qPrintable(problem->accessibleDescription()));
    QCOMPARE(nudged(), 2);
    QVERIFY(runBeside(QStringLiteral("DROP TRIGGER broken")));
    part<Banner>("charts.gave")->button()->click(); // it is offered again for the rest
    QTRY_VERIFY(!part<Banner>("charts.gave")->isVisible());
    QVERIFY(!problem->isVisible());
    QCOMPARE(nudged(), 0);
}

void ManagerActsWindowTest::undoIsPressedOnce()
{
    start();
    list();
    QTest::keyClick(table(), Qt::Key_N);
    say("They asked for a price");
    key(Qt::Key_Return);
    QTRY_VERIFY(part<Banner>("charts.gave")->isVisible());
    QSignalSpy said(&room(), &ChartsRoom::said);
    part<Banner>("charts.gave")->button()->click();
    QVERIFY(!part<Banner>("charts.gave")->button()->isVisible());
    part<Banner>("charts.gave")->button()->click(); // before it is answered
    QTRY_VERIFY(!part<Banner>("charts.gave")->isVisible());
    ask(m_desk->loadBalance()); // whatever was asked for before it is answered by now
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.first().first().toString(), QStringLiteral("Taken back: 3 leads."));
}

void ManagerActsWindowTest::aProposalLeavesWhatIsTyped()
{
    start();
    list();
    QSignalSpy said(&room(), &ChartsRoom::said);
    QTest::keyClick(table(), Qt::Key_B);
    QTest::keyClick(table(), Qt::Key_N); // before the load is weighed
    QVERIFY(sheet()->isVisible());
    say("They asked for a price");
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(said.first().first().toString().startsWith(QLatin1String("Finish what is asked")));
    QCOMPARE(title(), QStringLiteral("Nudge: 3 leads"));
    QCOMPARE(part<QLineEdit>("charts.sheet.text")->text(), QStringLiteral("They asked for a price"));
}

void ManagerActsWindowTest::withoutAChoiceNothingIsAsked()
{
    start();
    list(0);
    QSignalSpy said(&room(), &ChartsRoom::said);
    QTest::keyClick(table(), Qt::Key_N);
    QVERIFY(!sheet()->isVisible());
    QCOMPARE(said.size(), 1);
    QVERIFY(said.first().first().toString().startsWith(QLatin1String("Choose leads")));
}

void ManagerActsWindowTest::withoutAReasonNothingIsDone()
{
    start();
    list();
    QTest::keyClick(table(), Qt::Key_N);
    key(Qt::Key_Return);
    QVERIFY(sheet()->isVisible()); // it asks for one
    say("A reason");
    QSignalSpy done(sheet(), &ActSheet::said);
    key(Qt::Key_Return);
    QCOMPARE(done.size(), 1); // once
    QTRY_VERIFY(part<Banner>("charts.gave")->isVisible());
}

void ManagerActsWindowTest::escLeavesEverythingAsItWas()
{
    start();
    list();
    QTest::keyClick(table(), Qt::Key_N);
    say("Half a rea");
    key(Qt::Key_Escape);
    QVERIFY(!sheet()->isVisible());
    QCOMPARE(m_window->focusWidget(), static_cast<QWidget *>(table())); // back in the list, with the same chosen
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 3);
    QVERIFY(!part<Banner>("charts.gave")->isVisible());
    QVERIFY(!view(0).customer.leads.first().nudge);
    QTest::keyClick(table(), Qt::Key_N);
    QVERIFY(part<QLineEdit>("charts.sheet.text")->text().isEmpty());
}

void ManagerActsWindowTest::nothingIsDoneWithLeadsOutOfSight()
{
    start();
    list();
    QTest::keyClick(table(), Qt::Key_N);
    QVERIFY(sheet()->isVisible());
    room().showLeads(QStringLiteral("One of them"), m_leads.mid(0, 1));
    QVERIFY(!sheet()->isVisible());
}

void ManagerActsWindowTest::theLoadIsShownBeforeAnythingChanges()
{
    start();
    list();
    QTest::keyClick(table(), Qt::Key_B);
    QTRY_VERIFY(sheet()->isVisible());
    QVERIFY(part<QLabel>("charts.sheet.hint")->text().contains(QLatin1String("not known yet"))); // nobody has worked for three days
    key(Qt::Key_Return);
    QVERIFY(!sheet()->isVisible());

    LoadMove move; // as it comes where it is known
    move.from = {QStringLiteral("karen"), QStringLiteral("Karen Lindqvist"), true};
    move.to = {QStringLiteral("luis"), QStringLiteral("Luis Ortega"), false};
    move.leads = m_leads.mid(0, 2);
    LoadBalance balance;
    balance.isKnown = true;
    balance.over = 2;
    balance.moves << move;
    ask(m_desk->assignLeads(m_leads, QStringLiteral("karen"), QStringLiteral("Hers")));
    room().findChild<ChartLeads *>()->propose(balance);
    QCOMPARE(part<QLabel>("charts.sheet.hint")->text(), QStringLiteral("Karen Lindqvist gives 2 leads to Luis Ortega."));
    QCOMPARE(view(0).customer.leads.first().owner, QStringLiteral("karen"));
    QCOMPARE(part<KeyButton>("charts.sheet.do")->text(), QStringLiteral("Give 2 leads"));
    QTest::keyClick(part<QLineEdit>("charts.sheet.text"), Qt::Key_Return);
    QTRY_VERIFY(part<Banner>("charts.gave")->isVisible());
    QCOMPARE(view(0).customer.leads.first().owner, QStringLiteral("luis"));
    QCOMPARE(view(2).customer.leads.first().owner, QStringLiteral("karen"));
    part<Banner>("charts.gave")->button()->click();
    QTRY_VERIFY(!part<Banner>("charts.gave")->isVisible());
    QCOMPARE(view(0).customer.leads.first().owner, QStringLiteral("karen"));
}

void ManagerActsWindowTest::aNoteStandsApartAtTheLead()
{
    start();
    ManagerAct note = giving({m_leads.first()}, QStringLiteral("karen"), QStringLiteral("Ask about the trade first")); // she called them
    note.kind = ManagerAct::Kind::Coach;
    ask(m_desk->act({note}));
    LeadPane pane;
    pane.show(view(0), {}, m_clock.now());
    const auto *line = pane.findChild<QWidget *>(QStringLiteral("lead.coach"));
    QVERIFY(line && !line->isHidden());
    QCOMPARE(line->findChild<QLabel *>(QStringLiteral("lead.coach.notes"))->text(),
             QStringLiteral("Coach note from Karen Lindqvist: Ask about the trade first"));
    pane.show(view(1), {}, m_clock.now());
    QVERIFY(line->isHidden());
}

void ManagerActsWindowTest::everyControlHasAName()
{
    start();
    list();
    QTest::keyClick(table(), Qt::Key_P);
    QVERIFY(sheet()->isVisible());
    everyControlOfTheWindowHasAName();
}

QTEST_MAIN(ManagerActsWindowTest)
#include "manager_acts_window_test.moc"
