// What needs a look, one after the other on a manager's screen.
#include "ui/shell/looks_pane.h"
#include "ui/today/need_row.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace beback;
using namespace beback::ui;

namespace {

Look look(Look::What what, bool held, const char *sentence)
{
    Look one;
    one.what = what;
    one.isHeld = held;
    one.sentence = QString::fromUtf8(sentence);
    return one;
}

} // namespace

class LooksPaneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_host = std::make_unique<QWidget>();
        m_host->resize(900, 640);
        m_host->show();
    }
    void cleanup() { m_host.reset(); }

    void whatCountsIsSeenWithoutAWord()
    {
        LooksPane &pane = shown({look(Look::What::Late, false, "Luis wrote down a call.")});
        QCOMPARE(pane.findChild<TextLabel *>(QStringLiteral("looks.said"))->text(), QStringLiteral("Luis wrote down a call."));
        QVERIFY(pane.findChild<SegmentedControl *>(QStringLiteral("looks.verdict"))->isHidden());
        QSignalSpy done(&pane, &LooksPane::doneAsked), in(&pane, &LooksPane::letInAsked), closed(&pane, &Pane::closed);
        pane.accept();
        QCOMPARE(done.size(), 1);
        QCOMPARE(in.size(), 0);
        QVERIFY(!pane.doer()->isEnabled()); // asked, not answered yet
        pane.next();
        QCOMPARE(closed.size(), 1);
        QCOMPARE(pane.done(), 1);
    }

    void whatIsHeldNeedsADecisionAndAReason()
    {
        LooksPane &pane = shown({look(Look::What::Revoked, true, "Held.")});
        auto *verdict = pane.findChild<SegmentedControl *>(QStringLiteral("looks.verdict"));
        auto *reason = pane.findChild<QLineEdit *>(QStringLiteral("looks.reason"));
        QSignalSpy done(&pane, &LooksPane::doneAsked), in(&pane, &LooksPane::letInAsked);
        QVERIFY(!verdict->isHidden());
        pane.accept();
        QCOMPARE(done.size() + in.size(), 0);
        reason->setText(QStringLiteral("  She told me of it. "));
        pane.accept();
        QCOMPARE(in.size(), 1);
        QCOMPARE(in.first().at(1).toString(), QStringLiteral("She told me of it."));
        pane.setProblem(QStringLiteral("Not kept"), QStringLiteral("The line broke."));
        QCOMPARE(reason->text(), QStringLiteral("  She told me of it. ")); // what was typed is not lost
        verdict->setCurrentIndex(1);
        pane.accept();
        QCOMPARE(done.size(), 1);
    }

    void whatStaysOutForGoodOffersNoLettingIn()
    {
        LooksPane &pane = shown({look(Look::What::Unreadable, true, "Nobody can read it.")});
        QVERIFY(pane.findChild<SegmentedControl *>(QStringLiteral("looks.verdict"))->isHidden());
        QSignalSpy done(&pane, &LooksPane::doneAsked), in(&pane, &LooksPane::letInAsked);
        pane.findChild<QLineEdit *>(QStringLiteral("looks.reason"))->setText(QStringLiteral("A broken program"));
        pane.accept();
        QCOMPARE(done.size(), 1);
        QCOMPARE(in.size(), 0);
    }

    void oneComesAfterTheOtherAndMayBePassedOver()
    {
        LooksPane &pane = shown({look(Look::What::Late, false, "First."), look(Look::What::SameDay, false, "Second."), look(Look::What::PointMet, false, "Third.")});
        auto *said = pane.findChild<TextLabel *>(QStringLiteral("looks.said"));
        auto *pass = pane.findChild<LinkButton *>(QStringLiteral("looks.pass"));
        QCOMPARE(pane.findChild<TextLabel *>(QStringLiteral("looks.place"))->text(), QStringLiteral("1 of 3"));
        pass->click();
        QCOMPARE(said->text(), QStringLiteral("Second."));
        QCOMPARE(pane.done(), 0);
        pane.accept();
        pane.next();
        QCOMPARE(said->text(), QStringLiteral("Third."));
        QVERIFY(pane.doer()->isEnabled());
        QVERIFY(pass->isHidden()); // there is no other
    }

    void todayHasAButtonForIt()
    {
        NeedsYou need;
        need.kind = NeedsYou::Kind::Look;
        need.title = QStringLiteral("3 things need a look");
        QCOMPARE(deedOf(need), NeedDeed::WorkOff);
        QVERIFY(!deedText(need).isEmpty());
    }

private:
    LooksPane &shown(const QVector<Look> &looks)
    {
        auto *pane = new LooksPane(m_host.get(), looks);
        pane->open();
        return *pane;
    }
    std::unique_ptr<QWidget> m_host;
};

QTEST_MAIN(LooksPaneTest)
#include "looks_pane_test.moc"
