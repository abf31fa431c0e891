#include "core/desk/campaign_office.h"
#include "tests/support/nothing_asked.h"
#include "tests/support/window_stage.h"
#include "ui/campaigns/campaign_list.h"
#include "ui/campaigns/campaigns_room.h"
#include "ui/campaigns/days_chart.h"
#include "ui/plans/manager_rooms.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

using namespace beback;
using namespace beback::ui;

// A manager and the campaigns, in the real window on a real desk and store, by the keyboard.
class CampaignsWindowTest : public test::WindowStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init() { fresh(); }
    void cleanup() { leave(); }

    void aChangeIsDescribedWeighedStartedAndReported();
    void whatIsWrongStandsByItsField();
    void aDraftIsThereAgainAfterTheProgramEnded();
    void aRunningCampaignIsStopped();
    void behindANumberStandItsPeople();
    void everyControlHasAName();

private:
    void start();
    void enter();
    QVector<CustomerId> lose(int people);
    void describe();
    CampaignsRoom &room() { return m_window->campaigns(); }
    QString text(const char *label) { return room().findChild<TextLabel *>(QLatin1String(label))->text(); }
    template <class T> T *part(const char *name) { return room().findChild<T *>(QLatin1String(name)); }
    QString fault();
    void press(const char *button) { pressIn(room(), button); }

    QVector<CustomerId> m_lost;
};

// Through the switch above the rooms, as a person would.
void CampaignsWindowTest::enter()
{
    m_window->act(Act::Room4);
    auto *rooms = m_window->managing().findChild<SegmentedControl *>(QStringLiteral("manager.rooms"));
    QVERIFY(rooms && rooms->isVisible());
    QAbstractButton *first = rooms->findChild<QAbstractButton *>();
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QVERIFY(room().isVisible());
}

// A store with one manager and eleven people who were called once and are lost; one of them asked not to be contacted.
void CampaignsWindowTest::start()
{
    create({QStringLiteral("karen"), QStringLiteral("Karen Lindqvist"), QStringLiteral("manager")});
    open();
    m_lost = lose(11);
    ask(m_desk->setDoNotContact(m_lost.first(), {}, {}, QStringLiteral("asked")));
    enter();
}

QVector<CustomerId> CampaignsWindowTest::lose(int people)
{
    QVector<CustomerId> lost;
    for (int i = 0; i < people; ++i) {
        LeadDraft draft = person();
        const bool wantsCrv = m_count % 2;
        draft.wanted.make = QStringLiteral("Honda");
        draft.wanted.model = wantsCrv ? QStringLiteral("CR-V") : QStringLiteral("Civic");
        const IntakeItem item = ask(m_desk->addLead(draft));
        RecordRequest call;
        call.customer = item.customer;
        call.lead = item.lead;
        call.outcome = Outcome::NoAnswer;
        ask(m_desk->record(test::nothingAsked(call)));
        ask(m_desk->closeLead(item.customer, item.lead, LeadStatus::Lost, QStringLiteral("Too dear")));
        lost << item.customer;
    }
    return lost;
}

QString CampaignsWindowTest::fault()
{
    QStringList said;
    for (const FieldError *error : room().findChildren<FieldError *>())
        if (error->hasError())
            said << error->text();
    return said.join(QLatin1Char(' '));
}

// A new one with a name and something to say.
void CampaignsWindowTest::describe()
{
    QTRY_VERIFY(part<QAbstractButton>("campaigns.first")->isVisible());
    press("campaigns.first");
    QTRY_VERIFY(room().isDraft());
    QTRY_COMPARE(m_window->focusWidget(), static_cast<QWidget *>(part<QLineEdit>("campaigns.title")));
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("Rates in November")); // over the name it was given
    part<QPlainTextEdit>("campaign.says")->setFocus();
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("The CR-V is at 0.9 percent now"));
    QTRY_VERIFY(room().isWeighed());
}

void CampaignsWindowTest::aChangeIsDescribedWeighedStartedAndReported()
{
    start();
    describe();
    QVERIFY2(text("campaigns.heading").contains(QLatin1String("10 people")), qPrintable(text("campaigns.heading")));
    auto *counts = part<QListWidget>("campaigns.audience");
    QCOMPARE(counts->count(), 2); // who is in, and who asked not to be contacted
    counts->setFocus();
    key(Qt::Key_Down);
    auto *people = part<QListWidget>("campaigns.audience.people");
    QCOMPARE(people->count(), 1);
    QCOMPARE(people->item(0)->text(), QStringLiteral("Customer Number1"));
    // Only those who asked about a CR-V.
    part<QLineEdit>("campaign.model")->setFocus();
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("cr-v"));
    QTRY_VERIFY(room().isWeighed() && text("campaigns.heading").contains(QLatin1String("5 people")));
    auto *perDay = part<QLineEdit>("campaign.per_day");
    perDay->setFocus();
    perDay->selectAll();
    QTest::keyClicks(perDay, QStringLiteral("2"));
    QTRY_VERIFY(room().isWeighed() && text("campaigns.heading").contains(QLatin1String("from Tue, Nov 17 to Thu, Nov 19")));
    QVERIFY(room().findChild<DaysChart *>()->accessibleDescription().contains(QLatin1String("Tue, Nov 17")));
    QTRY_VERIFY(text("campaigns.kept").startsWith(QLatin1String("Draft kept")));

    press("campaigns.start");
    QVERIFY(m_window->pane());
    const QString will = m_window->pane()->findChild<TextLabel *>(QStringLiteral("campaigns.will"))->text();
    QVERIFY2(will.contains(QLatin1String("5 people")) && will.contains(QLatin1String("5 lost leads are opened again")), qPrintable(will));
    QVERIFY2(will.contains(QLatin1String("20 touches in all")) && will.contains(QStringLiteral("“The CR-V is at 0.9 percent now.”")), qPrintable(will));
    QCOMPARE(ask(m_desk->view(m_lost.at(2), {})).leadState()->status, LeadStatus::Lost); // nothing is done before it is said
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->pane());
    QTRY_VERIFY(!room().isDraft());
    QTRY_COMPARE(text("campaigns.stands"), QStringLiteral("5 people"));
    const LeadView view = ask(m_desk->view(m_lost.at(2), {}));
    QCOMPARE(view.leadState()->planId, QStringLiteral("re-engagement"));
    QVERIFY(view.words.value(Medium::Text).body.contains(QLatin1String("0.9 percent now.")));
    QCOMPARE(ask(m_desk->view(m_lost.at(1), {})).leadState()->status, LeadStatus::Lost); // a Civic
}

void CampaignsWindowTest::whatIsWrongStandsByItsField()
{
    start();
    describe();
    QVERIFY(fault().isEmpty());
    auto *until = part<QLineEdit>("campaign.until");
    until->setFocus();
    QTest::keyClicks(until, QStringLiteral("soon"));
    QVERIFY2(fault().contains(QStringLiteral("“soon” is no day")), qPrintable(fault()));
    press("campaigns.start"); // leads to what is wrong instead
    QVERIFY(!m_window->pane());
    QCOMPARE(m_window->focusWidget(), static_cast<QWidget *>(until));
    until->selectAll();
    QTest::keyClicks(until, QStringLiteral("11/30"));
    QVERIFY(fault().isEmpty());
    QCOMPARE(room().campaign().until, QDate(2026, 11, 30));
    auto *years = part<QLineEdit>("campaign.year_from");
    years->setFocus();
    QTest::keyClicks(years, QStringLiteral("20x"));
    QVERIFY2(fault().contains(QLatin1String("model year")), qPrintable(fault()));
    years->clear();
    Q_EMIT years->textEdited({});
    part<QLineEdit>("campaign.make")->setFocus();
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("Lada"));
    QTRY_VERIFY(room().isWeighed());
    QCOMPARE(text("campaigns.heading"), QStringLiteral("It speaks to nobody"));
    press("campaigns.start");
    QVERIFY(!m_window->pane());
}

void CampaignsWindowTest::aDraftIsThereAgainAfterTheProgramEnded()
{
    start();
    describe();
    const Campaign typed = room().campaign();
    m_window->close(); // at once: what was changed last is kept on the way out
    m_window.reset();
    m_desk.reset();
    open();
    enter();
    QTRY_VERIFY(room().isDraft());
    QCOMPARE(room().campaign(), typed);
    press("campaigns.drop");
    QVERIFY(m_window->pane());
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!room().isDraft());
    QTRY_VERIFY(part<QAbstractButton>("campaigns.first")->isVisible());
}

void CampaignsWindowTest::aRunningCampaignIsStopped()
{
    start();
    describe();
    press("campaigns.start");
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!room().isDraft() && part<QAbstractButton>("campaigns.stop")->isVisible());
    press("campaigns.stop");
    QVERIFY(m_window->pane());
    const QString will = m_window->pane()->findChild<TextLabel *>(QStringLiteral("campaigns.will"))->text();
    QVERIFY2(will.contains(QLatin1String("10 people")), qPrintable(will));
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->pane());
    QTRY_VERIFY(!part<QAbstractButton>("campaigns.stop")->isVisible());
    QVERIFY2(text("campaigns.sum").contains(QLatin1String("10 people went back")), qPrintable(text("campaigns.sum")));
    QCOMPARE(ask(m_desk->view(m_lost.at(2), {})).leadState()->status, LeadStatus::Lost);
    press("campaigns.copy"); // and once more, with the same words
    QTRY_VERIFY(room().isDraft());
    QCOMPARE(room().campaign().says, QStringLiteral("The CR-V is at 0.9 percent now."));
}

void CampaignsWindowTest::behindANumberStandItsPeople()
{
    start();
    describe();
    press("campaigns.start");
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!room().isDraft());
    m_clock.advance(std::chrono::hours(24));
    const LeadView view = ask(m_desk->view(m_lost.at(3), {}));
    RecordRequest call;
    call.customer = view.customer.id;
    call.lead = view.lead;
    call.outcome = Outcome::Reached;
    ask(m_desk->record(test::nothingAsked(call)));
    room().refresh();
    auto *counts = part<QListWidget>("campaigns.results");
    QTRY_VERIFY(counts->count() > 3);
    counts->setFocus();
    const auto reached = counts->findItems(QStringLiteral("Reached"), Qt::MatchExactly);
    QCOMPARE(reached.size(), 1);
    auto *people = part<QListWidget>("campaigns.results.people");
    QTRY_VERIFY(counts->count() > 3 && (counts->setCurrentItem(counts->findItems(QStringLiteral("Reached"), Qt::MatchExactly).first()), people->count() == 1));
    QCOMPARE(people->item(0)->text(), QStringLiteral("Customer Number4"));
    people->setFocus();
    people->setCurrentRow(0);
    key(Qt::Key_Return); // and leads to them
    QTRY_VERIFY(m_window->work().isVisible());
}

void CampaignsWindowTest::everyControlHasAName()
{
    start();
    describe();
    everyControlOfTheWindowHasAName();
}

QTEST_MAIN(CampaignsWindowTest)
#include "campaigns_window_test.moc"
