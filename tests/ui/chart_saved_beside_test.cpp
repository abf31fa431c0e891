// What is saved as a page or a picture is painted beside the window, which goes on meanwhile and looks as it did.

#include "core/desk/desk.h"
#include "tests/support/quiet_seams.h"
#include "tests/ui/charts_sample.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/charts_room.h"
#include "ui/charts/report_paper.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <ctime>
#include <thread>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

namespace {

struct FixedAsker final : SaveAsker {
    void ask(QWidget *, const QString &, const QString &, const QString &, std::function<void(const QString &)> then) override { then(path); }
    QString path;
};

// What this thread has worked, in milliseconds; what others work beside it is not in it.
double worked()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

// As of a group of stores: a row for each of very many people, and all of them in the table.
Chart crowd(int many)
{
    Chart chart = people();
    for (ChartSeries &series : chart.series) {
        const ChartMark one = series.marks.first();
        series.marks.clear();
        for (int i = 0; i < many; ++i) {
            series.marks << one;
            series.marks.last().key = QString::number(i);
            series.marks.last().label = QStringLiteral("Somebody with a rather long name %1").arg(i);
        }
    }
    return chart;
}

} // namespace

class ChartSavedBesideTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { Theme::apply(Theme::Choice::Light); }

    void theWindowDoesNotWaitForALongPage_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("page") << QStringLiteral("pdf");
        QTest::newRow("picture") << QStringLiteral("png");
    }
    void theWindowDoesNotWaitForALongPage()
    {
        QFETCH(QString, suffix);
        const QTemporaryDir folder;
        ManualClock clock(At);
        QuietSeams quiet;
        Desk desk(clock);
        ChartsRoom room(desk, clock, quiet.memory, quiet.paper);
        const auto asker = std::make_shared<FixedAsker>();
        asker->path = folder.filePath(QStringLiteral("long.") + suffix);
        room.setAsker(asker);
        const Chart chart = crowd(suffix == QLatin1String("pdf") ? 1500 : 400);
        ChartPage shown;
        shown.at = At;
        shown.charts = {chart};
        room.show(shown);
        QSignalSpy said(&room, &ChartsRoom::said);
        const ReportHead head{QStringLiteral("Cedar Hill Motors"), QStringLiteral("America/Chicago"), At, {}};
        double before = worked();
        const bool isPage = suffix == QLatin1String("pdf");
        QVERIFY(!(isPage ? chartPdf(chart, head) : pngOf(chartPicture(chart, head))).isEmpty());
        const double painting = worked() - before;
        before = worked();
        room.findChild<QAction *>(QStringLiteral("charts.export.") + suffix)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 60000);
        const double held = worked() - before;
        QVERIFY2(held < painting / 10, qPrintable(QStringLiteral("%1 ms of %2 ms").arg(held).arg(painting)));
        QFile file(asker->path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.size() > 1000);
    }

    void whatIsPaintedBesideLeavesTheWindowAsItIs()
    {
        const QImage paper = chartPicture(attempts(), {});
        Theme::setTextScale(1.5);
        Theme::apply(Theme::Choice::Dark);
        std::atomic<int> same = 0, painters = 3;
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i)
            threads.emplace_back([&] {
                for (int round = 0; round < 5; ++round)
                    same += chartPicture(attempts(), {}) == paper;
                --painters;
            });
        bool isDark = true;
        while (painters > 0)
            isDark = isDark && Theme::current().dark && Theme::textScale() > 1.4;
        for (std::thread &thread : threads)
            thread.join();
        Theme::setTextScale(1.0);
        QCOMPARE(same.load(), 15);
        QVERIFY(isDark);
    }
};

QTEST_MAIN(ChartSavedBesideTest)
#include "chart_saved_beside_test.moc"
