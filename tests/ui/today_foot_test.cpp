#include "tests/ui/charts_sample.h"
#include "ui/charts/chart_export.h"
#include "ui/style/theme.h"
#include "ui/today/today_room.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

namespace {

// A dialog that always names the same file.
struct FixedAsker final : SaveAsker {
    void ask(QWidget *, const QString &, const QString &, const QString &, std::function<void(const QString &)> then) override
    {
        ++asked;
        then(QStringLiteral("/nowhere/monday.pdf"));
    }
    int asked = 0;
};

// Its sentences take two lines each, as they do in a store with some history.
ChartPage talkative()
{
    ChartPage all = page();
    Chart neglect = attempts();
    neglect.id = QStringLiteral("neglect");
    all.charts << neglect;
    for (Chart &chart : all.charts)
        chart.says = QStringLiteral("No hour clearly brings twice as many answers as another; 22 % of 271 calls were answered");
    return all;
}

} // namespace

// What stands below the lists of Today, and that the charts beside them have the height for all they say.
class TodayFootTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        Theme::setTextScale(1.0);
        Theme::apply(Theme::Choice::Light);
        m_desk = std::make_unique<Desk>(m_clock);
        m_room = std::make_unique<TodayRoom>(*m_desk, m_clock);
        m_room->resize(1280, 620); // a window of 1280 × 690, as at 150 %
        TodayPage nothing;
        nothing.at = At;
        m_room->show(nothing);
        m_room->showCharts(talkative());
        m_room->setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(m_room.get()));
    }
    void cleanup() { m_room.reset(); }

    void fourChartsNeedNoScrolling()
    {
        const auto *area = part<QScrollArea>("today.charts");
        QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
        m_room->resize(1280, 420); // where there is no room, they scroll
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
    }

    void anUnsavedMondayPageIsSaidAtItsButton()
    {
        const auto asker = std::make_shared<FixedAsker>();
        m_room->setAsker(asker);
        QSignalSpy said(m_room.get(), &TodayRoom::said);
        auto *problem = part<Banner>("today.monday.problem");
        const auto *button = part<KeyButton>("today.monday");
        QVERIFY(!problem->isVisible());
        part<KeyButton>("today.monday")->click(); // no store is open: there is no page
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->accessibleName().contains(QLatin1String("The Monday page is not saved")));
        const auto bottom = [this](const QWidget *one) { return one->mapTo(m_room.get(), QPoint(0, one->height())).y(); };
        QTRY_VERIFY(bottom(problem) <= button->mapTo(m_room.get(), QPoint()).y());
        QVERIFY(said.isEmpty());
        problem->button()->click();
        QTRY_COMPARE(asker->asked, 2);
    }

private:
    template <class T> T *part(const char *name) const { return m_room->findChild<T *>(QLatin1String(name)); }

    ManualClock m_clock{At};
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<TodayRoom> m_room;
};

QTEST_MAIN(TodayFootTest)
#include "today_foot_test.moc"
