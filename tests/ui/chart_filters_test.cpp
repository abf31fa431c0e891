#include "core/report/filter_words.h"
#include "tests/support/quiet_seams.h"
#include "tests/ui/charts_sample.h"
#include "ui/lead/ground.h"
#include "ui/charts/chart_filter_row.h"
#include "ui/charts/charts_room.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

// What charts are asked, above them: remembered, in one line, and in the same words as on what is saved.
class ChartFiltersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void filtersAreRemembered();
    void filesSayWhatTheRowSays();
    void aChartOfAnotherTimeSaysSo();
    void filtersShareOneLine_data();
    void filtersShareOneLine();
    void tooNarrowALineGoesOnToTheNext();

private:
    std::unique_ptr<ChartsRoom> room();
    template <class T> static T *part(QWidget &in, const char *name) { return in.findChild<T *>(QLatin1String(name)); }

    ManualClock m_clock{At};
    std::unique_ptr<Desk> m_desk;
    QuietSeams m_quiet;
};

void ChartFiltersTest::init()
{
    Theme::setTextScale(1.0);
    Theme::apply(Theme::Choice::Light);
    m_quiet = QuietSeams();
    m_desk = std::make_unique<Desk>(m_clock);
}

// A desk without a store: what is asked of it fails, and a test shows its own numbers.
std::unique_ptr<ChartsRoom> ChartFiltersTest::room()
{
    auto made = std::make_unique<ChartsRoom>(*m_desk, m_clock, m_quiet.memory, m_quiet.paper);
    made->resize(1280, 640);
    made->show(page());
    made->setVisible(true);
    return made;
}

void ChartFiltersTest::filtersAreRemembered()
{
    auto made = room();
    auto *open = part<QComboBox>(*made, "charts.filter.open");
    open->setCurrentIndex(open->findData(14));
    auto *who = part<QComboBox>(*made, "charts.filter.person");
    who->setCurrentIndex(who->findData(QStringLiteral("luis")));
    auto *medium = part<QComboBox>(*made, "charts.filter.medium");
    medium->setCurrentIndex(medium->findData(QStringLiteral("text")));
    QCOMPARE(made->filter().openDays, 14);
    ChartsRoom again(*m_desk, m_clock, m_quiet.memory, m_quiet.paper);
    QCOMPARE(again.filter(), made->filter());
    QCOMPARE(part<QComboBox>(again, "charts.filter.person")->currentData().toString(), QStringLiteral("luis"));
    part<QAbstractButton>(*made, "charts.filter.reset")->click();
    QCOMPARE(made->filter(), ChartFilter());
    QCOMPARE(rememberedFilter(*m_quiet.memory), ChartFilter());
    m_quiet.memory->keep(QStringLiteral("charts/filter"), QByteArray("{\"days\":13,\"medium\":\"pigeon\"}"));
    QCOMPARE(rememberedFilter(*m_quiet.memory), ChartFilter()); // nothing this version knows
}

void ChartFiltersTest::filesSayWhatTheRowSays()
{
    auto made = room();
    const auto *days = part<QComboBox>(*made, "charts.filter.days"), *open = part<QComboBox>(*made, "charts.filter.open");
    QVERIFY(days->count() > 2 && open->count() > 2);
    for (int i = 0; i < days->count(); ++i) {
        ChartFilter filter;
        filter.days = days->itemData(i).toInt();
        QCOMPARE(filterText(filter, {}, Chart()), days->itemText(i));
    }
    for (int i = 1; i < open->count(); ++i) {
        ChartFilter filter;
        filter.openDays = open->itemData(i).toInt();
        Chart ofOpen;
        ofOpen.range = Chart::Range::AsOfNow;
        const QString text = filterText(filter, {}, ofOpen);
        QVERIFY2(text.endsWith(open->itemText(i), Qt::CaseInsensitive), qPrintable(text));
    }
}

// The days stay what is asked for the others.
void ChartFiltersTest::aChartOfAnotherTimeSaysSo()
{
    auto made = room();
    ChartPage other = page();
    QVERIFY(other.charts.size() > 2);
    other.charts[1].range = Chart::Range::AsOfNow;
    other.charts[2].range = Chart::Range::ThisMonth;
    other.charts[2].asksLeads = other.charts[2].asksMedium = false;
    made->show(other);
    const auto *days = part<QComboBox>(*made, "charts.filter.days"), *open = part<QComboBox>(*made, "charts.filter.open"), *plan = part<QComboBox>(*made, "charts.filter.plan");
    const int choices = days->count();
    made->chooseChart(other.charts[0].id);
    QCOMPARE(days->currentText(), QStringLiteral("Last 90 days"));
    QVERIFY(!open->isEnabled() && open->toolTip().endsWith(QStringLiteral("This does not count in the chart shown.")));
    made->chooseChart(other.charts[1].id);
    QCOMPARE(days->currentText(), QStringLiteral("Open leads, as of now"));
    QVERIFY(!days->isEnabled() && open->isEnabled() && plan->isEnabled());
    made->show(other); // read anew
    QCOMPARE(days->currentText(), QStringLiteral("Open leads, as of now"));
    QCOMPARE(days->count(), choices + 1);
    made->chooseChart(other.charts[2].id);
    QCOMPARE(days->currentText(), QStringLiteral("This month so far"));
    QVERIFY(!days->isEnabled() && !open->isEnabled() && !plan->isEnabled());
    QCOMPARE(made->filter(), ChartFilter());
    made->chooseChart(other.charts[0].id);
    QCOMPARE(days->currentText(), QStringLiteral("Last 90 days"));
    QCOMPARE(days->count(), choices);
    QVERIFY(days->isEnabled() && !open->isEnabled() && plan->isEnabled());
    QCOMPARE(plan->toolTip(), QStringLiteral("Plan: All plans"));
}

void ChartFiltersTest::filtersShareOneLine_data()
{
    QTest::addColumn<int>("wide");
    QTest::newRow("1440") << 1440;
    QTest::newRow("1366") << 1366;
    QTest::newRow("1280, as at 150 %") << 1280;
}

// Long names are cut; the buttons stay at the end of the line.
void ChartFiltersTest::filtersShareOneLine()
{
    QFETCH(int, wide);
    auto made = room();
    made->resize(wide, 640);
    ChartPage crowded = page();
    crowded.choices.people << ChartChoices::Choice{QStringLiteral("maximiliane"), QStringLiteral("Maximiliane Featherstonehaugh-Whitfield")};
    crowded.choices.plans << ChartChoices::Choice{QStringLiteral("sleeping"), QStringLiteral("Re-engagement of sleeping leads of last winter")};
    crowded.choices.sources << ChartChoices::Choice{QStringLiteral("event"), QStringLiteral("Spring event at the county fairgrounds")};
    crowded.filter.plan = QStringLiteral("sleeping"); // so that Reset stands there, too
    made->show(crowded);
    const auto combos = made->findChild<ChartFilterRow *>()->findChildren<QComboBox *>();
    QCOMPARE(combos.size(), 6);
    const auto placeOf = [&](const QWidget *one) { return QRect(one->mapTo(made.get(), QPoint()), one->size()); };
    QRect before;
    const auto isInLine = [&](const QComboBox *combo) {
        const QRect now = placeOf(combo), last = std::exchange(before, now);
        return combo->width() >= 72 && (last.isNull() || (now.y() == last.y() && now.x() > last.right()));
    };
    const auto shareOneLine = [&] {
        before = {};
        return std::all_of(combos.cbegin(), combos.cend(), isInLine);
    };
    QTRY_VERIFY(shareOneLine()); // once it is laid out
    const QRect views = placeOf(part<QAbstractButton>(*made, "charts.views"));
    const QRect reset = placeOf(part<QAbstractButton>(*made, "charts.filter.reset"));
    QVERIFY(reset.y() == before.y() && reset.x() > before.right() && reset.right() < views.x());
    QVERIFY(std::abs(views.center().y() - before.center().y()) <= 2);
    QVERIFY(placeOf(part<QAbstractButton>(*made, "charts.export")).right() <= wide);
}

// Where not even the least of each has its place in a line, they go on to the next.
void ChartFiltersTest::tooNarrowALineGoesOnToTheNext()
{
    QWidget host;
    auto *row = new WrapLayout(8, &host);
    row->setContentsMargins(0, 0, 0, 0);
    row->setShares(true);
    for (int i = 0; i < 3; ++i) {
        auto *combo = new QComboBox;
        combo->addItem(QStringLiteral("Re-engagement of sleeping leads of last winter"));
        combo->setMinimumWidth(100);
        row->addWidget(combo);
    }
    QCOMPARE(row->heightForWidth(2000), row->heightForWidth(320));
    QVERIFY(row->heightForWidth(300) > row->heightForWidth(320));
}

QTEST_MAIN(ChartFiltersTest)
#include "chart_filters_test.moc"
