#include "core/desk/workplace.h"
#include "program.h"

#include <QJsonArray>
#include <QTest>

using namespace beback;

// Views of the charts that a manager saved, from a terminal.
class CliViewsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void viewsAreListed();
    void aChartIsAskedAsTheViewIs();
    void wrongUsageIsToldApart_data();
    void wrongUsageIsToldApart();
    void aViewThereIsNotIsRefused();

private:
    void save(const SavedView &view);

    std::unique_ptr<Program> m_store;
};

void CliViewsTest::init()
{
    m_store = std::make_unique<Program>();
    m_store->at(QStringLiteral("2026-03-10T16:00:00Z"));
    QCOMPARE(m_store->run(words("init --training --rooftop Example --zone America/Chicago")).status, 0);
    QCOMPARE(m_store->run(words("user add ann --name Ann")).status, 0);
    QCOMPARE(m_store->run(words("user add kim --name Kim --role manager")).status, 0);
    const QString adf = m_store->folder() + QStringLiteral("/lead.adf");
    QVERIFY(write(adf, Adf));
    QCOMPARE(m_store->run({QStringLiteral("import"), adf}).status, 0);
}

// As the window does it: there is no command that saves one.
void CliViewsTest::save(const SavedView &view)
{
    SystemClock clock;
    SystemRandom random;
    const auto place = Workplace::open(StoreUrl{Engine::Sqlite, m_store->file(), {}}, Workplace::Open::Existing, clock, random);
    QVERIFY(place);
    QVERIFY((*place)->saveView(view, false, QStringLiteral("kim")));
}

void CliViewsTest::viewsAreListed()
{
    const Answer none = m_store->run(words("report views"));
    QCOMPARE(none.status, 0);
    QVERIFY2(none.out.startsWith(QStringLiteral("No view is saved yet.")), qPrintable(none.out));
    SavedView view;
    view.name = QStringLiteral("Ann, texts");
    view.chart = QStringLiteral("media");
    view.filter.days = 30;
    view.filter.person = QStringLiteral("ann");
    view.filter.source = QStringLiteral("Example Motors");
    save(view);
    const QJsonArray views = m_store->json(words("report views")).value(QStringLiteral("views")).toArray();
    QCOMPARE(views.size(), 1);
    const QJsonObject one = views.first().toObject();
    QCOMPARE(one.value(QStringLiteral("name")).toString(), view.name);
    QCOMPARE(one.value(QStringLiteral("chart")).toString(), view.chart);
    QCOMPARE(one.value(QStringLiteral("by")).toString(), QStringLiteral("kim"));
    QCOMPARE(one.value(QStringLiteral("filter")).toObject(), toJson(view.filter));
    const Answer csv = m_store->run(words("report views --format csv"));
    QVERIFY2(csv.out.startsWith(QStringLiteral("name,chart,days,open_days,person,plan,source,medium,by,at\r\n\"Ann, texts\",media,30,0,ann,,Example Motors,,kim,")),
             qPrintable(csv.out));
    const Answer text = m_store->run(words("report views"));
    QVERIFY2(text.out.contains(QStringLiteral("--days 30 --person ann --source \"Example Motors\"")), qPrintable(text.out));
}

void CliViewsTest::aChartIsAskedAsTheViewIs()
{
    SavedView view;
    view.name = QStringLiteral("Monday look");
    view.chart = QStringLiteral("media");
    view.filter.days = 7;
    view.filter.openDays = 3;
    view.filter.medium = QStringLiteral("text");
    save(view);
    const auto asked = [this](const char *chart, const QString &name) {
        return m_store->json(QStringList{QStringLiteral("report"), QString::fromLatin1(chart), QStringLiteral("--view"), name})
            .value(QStringLiteral("filter"))
            .toObject();
    };
    QCOMPARE(asked("media", view.name), toJson(view.filter));
    QCOMPARE(asked("neglect", view.name), toJson(view.filter)); // another chart, asked the same
    QCOMPARE(asked("media", QStringLiteral("monday look")), toJson(view.filter));
    const QJsonObject byView = m_store->json({QStringLiteral("report"), QStringLiteral("neglect"), QStringLiteral("--view"), view.name});
    QCOMPARE(byView, m_store->json(words("report neglect --days 7 --open-days 3 --medium text")));
}

void CliViewsTest::wrongUsageIsToldApart_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("a view and more") << "report media --view Mondays --days 7" << "--days";
    QTest::newRow("no chart") << "report capacity --view Mondays" << "--view";
    QTest::newRow("the list itself") << "report views --view Mondays" << "--view";
}

void CliViewsTest::wrongUsageIsToldApart()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const Answer answer = m_store->run(words(qPrintable(line)));
    QCOMPARE(answer.status, 2);
    QVERIFY2(answer.isOneLineRefusal() && answer.err.contains(says), qPrintable(answer.err));
}

void CliViewsTest::aViewThereIsNotIsRefused()
{
    const Answer none = m_store->run(words("report media --view Mondays"));
    QCOMPARE(none.status, 1);
    QVERIFY2(none.isOneLineRefusal() && none.err.contains(QStringLiteral("There are: none")), qPrintable(none.err));
    SavedView view;
    view.name = QStringLiteral("Fridays");
    view.chart = QStringLiteral("neglect");
    view.filter.person = QStringLiteral("amy"); // she never worked here
    save(view);
    QVERIFY(m_store->run(words("report media --view Mondays")).err.contains(QStringLiteral("There are: Fridays")));
    const Answer gone = m_store->run(words("report media --view Fridays"));
    QCOMPARE(gone.status, 1);
    QVERIFY2(gone.isOneLineRefusal() && gone.err.contains(QStringLiteral("amy")), qPrintable(gone.err));
}

QTEST_GUILESS_MAIN(CliViewsTest)
#include "cli_views_test.moc"
