#include "tests/ui/away_stage.h"
#include "ui/campaigns/campaigns_room.h"
#include "ui/plans/manager_rooms.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace beback;
using namespace beback::test;
using namespace beback::ui;
using namespace Qt::StringLiterals;

// A manager and the campaigns of a shared database, in the real window, by the keyboard; and what it says while the line is cut.
class SharedCampaignsWindowTest : public AwayStage
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init() { fresh(); }
    void cleanup() { leave(); }

    void oneIsDescribedStartedAndStopped();
    void itWaitsWhileTheLineIsCut();

private:
    void lose(int people);
    std::unique_ptr<Place> inTheRoom();
    static CampaignsRoom &room(Place &it) { return it.window->campaigns(); }
    static QAbstractButton *button(Place &it, const char *name) { return room(it).findChild<QAbstractButton *>(QLatin1String(name)); }
    void describe(Place &it);
    QString lost() const { return world->sql(u"SELECT count(*) FROM lead WHERE status = 'lost'"_s); }
};

// They were written to once, and are lost.
void SharedCampaignsWindowTest::lose(int people)
{
    const auto desk = world->desk(Tanya);
    for (int i = 0; i < people; ++i) {
        const CustomerId customer = world->addLead(*desk, i);
        const LeadId lead = desk->own().customer(customer)->leads.first().id;
        VERIFY_OK(desk->own().record(emailTo(Claim{customer, lead, 0, {}}), Tanya));
        VERIFY_OK(desk->own().closeLead(customer, lead, LeadStatus::Lost, u"Too dear"_s, Tanya));
    }
    VERIFY_OK(desk->exchange().sync());
}

std::unique_ptr<AwayStage::Place> SharedCampaignsWindowTest::inTheRoom()
{
    auto it = at(Marcus);
    if (!QTest::qWaitFor([&] { return it->window->work().isVisible() && it->away().link().mode == LinkState::Mode::Online; }, Long))
        qFatal("the window does not come on line");
    it->window->act(Act::Room4);
    auto *rooms = it->window->managing().findChild<SegmentedControl *>(u"manager.rooms"_s);
    QAbstractButton *first = rooms->findChild<QAbstractButton *>();
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    return it;
}

void SharedCampaignsWindowTest::describe(Place &it)
{
    QTRY_VERIFY_WITH_TIMEOUT(button(it, "campaigns.first")->isVisible(), Long);
    press(it, button(it, "campaigns.first"));
    QTRY_VERIFY_WITH_TIMEOUT(room(it).isDraft() && qobject_cast<QLineEdit *>(it.window->focusWidget()), Long);
    QTest::keyClicks(it.window->focusWidget(), u"Rates in November"_s);
    room(it).findChild<QPlainTextEdit *>(u"campaign.says"_s)->setFocus();
    QTest::keyClicks(it.window->focusWidget(), u"The CR-V is at 0.9 percent now"_s);
    QTRY_VERIFY_WITH_TIMEOUT(room(it).isWeighed(), Long);
}

void SharedCampaignsWindowTest::oneIsDescribedStartedAndStopped()
{
    lose(4);
    const auto it = inTheRoom();
    describe(*it);
    QVERIFY2(it->text("campaigns.heading").contains(u"4 people"_s), qPrintable(it->text("campaigns.heading")));
    press(*it, button(*it, "campaigns.start"));
    QVERIFY(it->window->pane());
    key(*it, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!it->window->pane() && !room(*it).isDraft(), Long);
    QTRY_COMPARE_WITH_TIMEOUT(it->text("campaigns.stands"), u"4 people"_s, Long);
    QCOMPARE(lost(), u"0"_s);
    QCOMPARE(world->sql(u"SELECT count(*) FROM lead WHERE plan_id = 're-engagement'"_s), u"4"_s);

    press(*it, button(*it, "campaigns.stop"));
    key(*it, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!it->window->pane() && !button(*it, "campaigns.stop")->isVisible(), Long);
    QCOMPARE(lost(), u"4"_s);
}

void SharedCampaignsWindowTest::itWaitsWhileTheLineIsCut()
{
    lose(2);
    const auto it = inTheRoom();
    describe(*it);
    line->setDown(true);
    QTRY_VERIFY_WITH_TIMEOUT(it->away().link().mode != LinkState::Mode::Online, Long);
    room(*it).refresh();
    auto *problem = room(*it).findChild<Banner *>(u"campaigns.problem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible() && static_cast<KeyButton *>(button(*it, "campaigns.start"))->isBlocked(), Long);
    press(*it, button(*it, "campaigns.start"));
    QVERIFY(!it->window->pane()); // it says why instead
    QCOMPARE(room(*it).campaign().says, u"The CR-V is at 0.9 percent now"_s);
    line->setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(it->away().link().mode == LinkState::Mode::Online, Long);
    QTRY_VERIFY_WITH_TIMEOUT(!problem->isVisible() && room(*it).isWeighed(), Long);
    QTRY_VERIFY_WITH_TIMEOUT(world->sql(u"SELECT body FROM campaign"_s).contains(u"0.9 percent"_s), Long); // what was typed last is kept, too
    press(*it, button(*it, "campaigns.start"));
    key(*it, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!it->window->pane() && !room(*it).isDraft(), Long);
    QCOMPARE(lost(), u"0"_s);
}

QTEST_MAIN(SharedCampaignsWindowTest)
#include "shared_campaigns_window_test.moc"
