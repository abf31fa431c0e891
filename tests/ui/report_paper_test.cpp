#include "core/report/measures.h"
#include "tests/support/painted_words.h"
#include "tests/ui/charts_sample.h"
#include "ui/charts/monday_page.h"
#include "ui/charts/paper_page.h"
#include "ui/charts/report_paper.h"
#include "ui/style/theme.h"
#include "ui/today/today_paper.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace beback;
using namespace beback::ui;
using namespace beback::test;

namespace {

ReportHead head()
{
    return {QStringLiteral("Cedar Hill Motors, Wichita"), QStringLiteral("America/Chicago"), At, QStringLiteral("Last 90 days")};
}

qsizetype pagesOf(const QByteArray &pdf)
{
    return QString::fromLatin1(pdf).count(QRegularExpression(QStringLiteral("/Type\\s*/Page\\b")));
}

// More than finds room.
MondayPage crowded(int people, int needs, int managers = 0)
{
    MondayPage page;
    page.at = At;
    page.week.from = QDate(2026, 11, 9);
    page.before.from = QDate(2026, 11, 2);
    page.attempts = attempts();
    for (int i = 0; i < 3; ++i)
        page.toDo << QStringLiteral("Bring the many open leads with fewer than five attempts up to them, one after the other. Luis Ortega holds all of them.");
    for (int i = 0; i < people; ++i)
        page.people << MondayPerson{QString::number(i), QStringLiteral("Somebody called number %1").arg(i), 1, 2, 3, 4, 5, 6};
    for (int i = 0; i < needs; ++i) {
        NeedsYou need;
        need.title = QStringLiteral("Callback to number %1").arg(i);
        need.detail = QStringLiteral("It was promised to them.").repeated(20);
        page.needs << need;
    }
    for (int i = 0; i < managers; ++i) {
        DutyCount one;
        one.login = QString::number(i);
        one.name = QStringLiteral("Manager %1").arg(i);
        one.inTime = i + 1;
        page.duties << one;
    }
    page.counted = QStringLiteral("A week is Monday to Sunday. ").repeated(8) + QStringLiteral("\nMore of it.");
    return page;
}

// Longer than any picture.
Table numbered(int rows)
{
    Table table;
    table.columns = {{QStringLiteral("number"), {}, false, false}};
    for (int i = 0; i < rows; ++i)
        table.rows << QVector<TableCell>{double(i)};
    return table;
}

// What stands on the page that is printed, and how far down the last of it is.
template <class Write> PaintedWords printed(const Write &write)
{
    const QRectF area(QPointF(), paperLayout(QPageLayout::Portrait).paintRect(QPageLayout::Inch).size() * 96);
    PaintedWords words;
    QPainter painter(&words);
    PaperPage page(&painter, area, head(), {});
    write(page);
    painter.end();
    words.bottom = area.bottom();
    return words;
}

struct Written {
    qsizetype rows = 0;
    double y = 0, bottom = 0; // where it ended, and where the page does
};
// On a page after which there is none.
Written onTheOnlyPage(int rows)
{
    QImage image(1000, 600, QImage::Format_RGB32);
    QPainter painter(&image);
    PaperPage page(&painter, QRectF(0, 0, 1000, 600), head(), {});
    const qsizetype written = page.table(paperTable(numbered(rows)));
    return {written, page.y(), page.area().bottom()};
}

} // namespace

// Reports on paper and as pictures.
class ReportPaperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanup() { Theme::apply(Theme::Choice::Light); }

    void theMondayPageIsOnePage_data()
    {
        QTest::addColumn<int>("people");
        QTest::addColumn<int>("needs");
        QTest::addColumn<int>("managers");
        QTest::newRow("nobody") << 0 << 0 << 0;
        QTest::newRow("a few") << 5 << 3 << 2;
        QTest::newRow("many") << 40 << 12 << 0;
        QTest::newRow("a demo store") << 9 << 10 << 1;
        QTest::newRow("many of all") << 40 << 12 << 6;
    }
    void theMondayPageIsOnePage()
    {
        QFETCH(int, people);
        QFETCH(int, needs);
        QFETCH(int, managers);
        const QByteArray pdf = mondayPdf(crowded(people, needs, managers), head());
        QVERIFY(pdf.startsWith("%PDF"));
        QCOMPARE(pagesOf(pdf), 1);
        QVERIFY(colorsIn(mondayPicture(crowded(people, needs, managers), head())) > 8);
    }

    void theMondayPageHasWhatNeedsAManagerAndWhoHasWhatToDo_data() { theMondayPageIsOnePage_data(); }
    void theMondayPageHasWhatNeedsAManagerAndWhoHasWhatToDo()
    {
        QFETCH(int, people);
        QFETCH(int, needs);
        QFETCH(int, managers);
        const MondayPage monday = crowded(people, needs, managers);
        const PaintedWords page = printed([&](PaperPage &on) { writeMonday(on, monday, head()); });
        QVERIFY2(page.lowest <= page.bottom, qPrintable(QStringLiteral("%1 > %2").arg(page.lowest).arg(page.bottom)));
        QVERIFY(page.has(needs > 0 ? QStringLiteral("Needs a manager now") : QStringLiteral("Nothing needs a manager now")));
        QCOMPARE(page.has(QStringLiteral("By person")), people > 0);
        const auto shown = [&page](const QString &name, int most) {
            int rows = 0;
            while (rows < most && page.has(name.arg(rows))) // the first of them, none left out between
                ++rows;
            return rows;
        };
        const int needRows = shown(QStringLiteral("Callback to number %1"), needs), personRows = shown(QStringLiteral("Somebody called number %1"), people);
        QVERIFY2(needRows >= std::min(needs, 3) && personRows >= std::min(people, 3), qPrintable(QStringLiteral("%1, %2").arg(needRows).arg(personRows)));
        QCOMPARE(page.count(QStringLiteral("and %1 more").arg(needs - needRows)) > 0, needs > needRows + 1);
        QCOMPARE(page.count(QStringLiteral("and %1 more").arg(people - personRows)) > 0, people > personRows + 1);
        if (people > personRows) // nobody's numbers are left out
            QVERIFY(page.has(QLocale().toString(6 * (people - personRows))));
    }

    void theMondayPageSaysWhatADutyIs()
    {
        const QString without = mondayFoot(crowded(1, 1)), with = mondayFoot(crowded(1, 1, 1));
        QVERIFY(!without.contains(textOf(Measure::Duty).definition));
        QVERIFY(with.startsWith(without) && with.contains(textOf(Measure::Duty).definition));
    }

    void todayIsAPageForPeople()
    {
        TodayPage today;
        today.at = At;
        today.touches = 3;
        today.planned = 17;
        today.unsoldThisMonth = 9;
        today.needs = crowded(0, 14).needs;
        Duty duty;
        duty.text = QStringLiteral("Call Mrs. Alvarez");
        duty.due = At - std::chrono::hours(1);
        today.duties << duty;
        today.people << PersonToday{QStringLiteral("luis"), QStringLiteral("Luis Ortega"), 3, 12, At, 41};
        const PaintedWords page = printed([&](PaperPage &on) { writeToday(on, today, head()); });
        for (const char *words : {"Touches today", "of 17 planned", "Needs a manager now", "Callback to number 0", "Callback to number 13", "Call Mrs. Alvarez",
                                  "By person", "Luis Ortega", "41"})
            QVERIFY2(page.has(QLatin1String(words)), words);
        for (const char *key : {"tile", "need", "promise", "duty", "person", "new_waiting"}) // as scripts have them
            QVERIFY2(!page.has(QLatin1String(key)), key);
        QVERIFY(todayPdf(today, head()).startsWith("%PDF"));
        QVERIFY(colorsIn(todayPicture(today, head())) > 8);
    }

    void everyChartIsAFile()
    {
        for (const Chart &chart : page().charts) {
            const QByteArray pdf = chartPdf(chart, head());
            QVERIFY2(pdf.startsWith("%PDF") && pagesOf(pdf) >= 1, qPrintable(chart.id));
            QVERIFY(colorsIn(chartPicture(chart, head())) > 8);
        }
        QCOMPARE(pagesOf(chartPdf(people(), head())), 1);
        QVERIFY(pagesOf(chartPdf(hours(), head())) > 1); // its table is long
    }

    void aPictureSaysWhoseNumbersItShows()
    {
        ReportHead narrowed = head();
        narrowed.filter = QStringLiteral("Last 30 days; held or made by Ray Sosa");
        QVERIFY(chartPicture(attempts(), narrowed) != chartPicture(attempts(), head()));
        QVERIFY(chartPicture(attempts(), head()).height() > chartPicture(attempts(), {}).height());
    }

    void paperIsLightWhateverTheWindowShows()
    {
        Theme::apply(Theme::Choice::Light);
        const QImage light = chartPicture(attempts(), head());
        Theme::apply(Theme::Choice::Dark);
        QCOMPARE(chartPicture(attempts(), head()), light);
        QVERIFY(Theme::current().dark); // and the window is as it was
    }

    void aTableLeavesOutWhatIsEmpty()
    {
        Table table;
        table.columns = {{QStringLiteral("not_asked"), {}, false, false}, {QStringLiteral("empty"), {}, false, false}, {QStringLiteral("share"), {}, true, false}};
        table.rows = {{QStringLiteral("one"), {}, 0.25}, {QStringLiteral("two"), {}, {}}};
        const PaperTable paper = paperTable(table);
        QCOMPARE(paper.columns.size(), 2);
        QCOMPARE(paper.columns.first().head, QStringLiteral("Not asked"));
        QVERIFY(paper.columns.last().isNumber);
        QCOMPARE(paper.rows.first().last(), QStringLiteral("25.0 %"));
        QVERIFY(tablePdf(table, QStringLiteral("A table"), head()).startsWith("%PDF"));
        QVERIFY(!tablePicture(table, QStringLiteral("A table"), head()).isNull());
    }

    void aTableThatDoesNotFitSaysSoInItsLastLine()
    {
        const Written cut = onTheOnlyPage(1000);
        QVERIFY(cut.rows > 10 && cut.rows < 1000);
        QVERIFY(cut.y <= cut.bottom);
        const Written whole = onTheOnlyPage(int(cut.rows));
        QCOMPARE(whole.rows, cut.rows);
        QVERIFY(cut.y > whole.y); // the sentence
        QCOMPARE(onTheOnlyPage(int(cut.rows) + 1).rows, cut.rows + 1); // in place of which one more row finds room
        QCOMPARE(cutText(1644, 2000), QStringLiteral("The first 1,644 of 2,000 rows; the whole table is in the CSV and the XLSX file of this report."));
    }

    void aPictureOfALongTableEndsWhereItsSentenceDoes()
    {
        const auto picture = [](int rows) { return tablePicture(numbered(rows), QStringLiteral("Numbers"), head()); };
        const QImage cut = picture(2000), longer = picture(5000);
        QVERIFY(cut.height() > 20000 && cut.height() < 32767); // what Qt paints
        QCOMPARE(longer.height(), cut.height());
        QVERIFY(longer != cut); // they say how many there are
    }

    void aPdfHasEveryRow()
    {
        const auto pages = [](int rows) { return pagesOf(tablePdf(numbered(rows), QStringLiteral("Numbers"), head())); };
        QVERIFY(pages(2000) > pages(1000) && pages(1000) > 1);
    }

    void textOnPaperHasTheSizeOfTheDesign()
    {
        const QImage plain = chartPicture(attempts(), head());
        Theme::setTextScale(1.5);
        const QImage large = chartPicture(attempts(), head());
        Theme::setTextScale(1.0);
        QCOMPARE(large, plain);
    }
};

QTEST_MAIN(ReportPaperTest)
#include "report_paper_test.moc"
