// Charts as files: what another program reads in them is what the chart counts. Needs LibreOffice (soffice).

#include "core/report/charts.h"
#include "core/report/csv_text.h"
#include "core/report/report_head.h"
#include "core/report/workbook.h"
#include "core/words/word_shelf.h"
#include "tests/store/charts_plain.h"
#include "tests/support/calc.h"

using namespace beback;
using namespace beback::test;

namespace {

const QStringList Heads{u"name"_s, u"series"_s, u"key"_s, u"row"_s, u"label"_s, u"count"_s, u"of"_s, u"value"_s, u"low"_s, u"high"_s, u"too_few"_s, u"leads"_s};

bool put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

Table words(const QStringList &texts)
{
    Table table;
    table.name = u"Names"_s;
    table.columns = {{u"name"_s, {}, false, false}, {u"number"_s, {}, false, false}};
    for (const QString &text : texts)
        table.rows << QVector<TableCell>{text, -1.0};
    return table;
}

} // namespace

class WorkbookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyChartReadsBackNumberForNumber();
    void nothingIsAFormula();
    void sheetsHaveNamesOfTheirOwn();
    void theSameNumbersMakeTheSameFile();
    void everyChartSaysOfWhatTimeItIs();
    void nothingCountedIsAFileToo();

private:
    void compareRow(const QStringList &cells, const Chart &chart, const ChartSeries &series, const ChartMark &mark, bool isSheet);

    QTemporaryDir m_folder;
    Calc m_calc;
};

void WorkbookTest::compareRow(const QStringList &cells, const Chart &chart, const ChartSeries &series, const ChartMark &mark, bool isSheet)
{
    const QString where = chart.id + u' ' + series.key + u' ' + mark.key;
    const auto cell = [&](const QString &column) { return cells.value(Heads.indexOf(column) - !isSheet); };
    const auto number = [&](const QString &column, double expected) {
        const auto read = numberIn(cell(column));
        QVERIFY2(read && isSame(*read, expected), qPrintable(u"%1 %2: %3, not %4"_s.arg(where, column, cell(column)).arg(expected)));
    };
    QCOMPARE(cell(u"series"_s), series.key);
    QCOMPARE(cell(u"key"_s), mark.key);
    number(u"count"_s, mark.count);
    number(u"of"_s, mark.of);
    number(u"leads"_s, double(mark.leads.size()));
    const bool hidden = isSheet && chart.isShare && mark.tooFew;
    if (hidden)
        QVERIFY2(cell(u"value"_s).isEmpty() && cell(u"low"_s).isEmpty() && cell(u"high"_s).isEmpty(), qPrintable(where));
    else
        number(u"value"_s, mark.value);
    if (mark.low && !hidden && !(isSheet && mark.tooFew)) {
        number(u"low"_s, *mark.low);
        number(u"high"_s, *mark.high);
    }
}

void WorkbookTest::everyChartReadsBackNumberForNumber()
{
    World world;
    const auto page = readCharts(*world.db, RooftopId{1}, world.plans, *WordShelf::shipped(), {}, Zone, world.clock.now());
    VERIFY_OK(page);
    const ReportHead head = reportHead(*page, nullptr, u"Cedar Hill Motors"_s, Zone);
    QStringList files;
    for (const Chart &chart : page->charts) {
        const auto bytes = xlsxOf(workbookOf({chart}, head));
        VERIFY_OK(bytes);
        files << m_folder.filePath(chart.id + u".xlsx"_s);
        QVERIFY(put(files.last(), *bytes));
    }
    const QMap<QString, Rows> sheets = m_calc.open(files);
    for (const Chart &chart : page->charts) {
        const Rows csv = rowsOfCsv(chartCsv(chart));
        Rows sheet;
        bool hasSummary = false;
        for (auto it = sheets.cbegin(); it != sheets.cend(); ++it)
            if (it.key() == chart.id + u"/Summary"_s) {
                hasSummary = true;
                QCOMPARE(it->value(0).value(0), chart.says);
            } else if (it.key().startsWith(chart.id + u'/')) {
                sheet = *it;
            }
        QVERIFY2(hasSummary, qPrintable(chart.id));
        qsizetype row = 1;
        for (const ChartSeries &series : chart.series)
            for (const ChartMark &mark : series.marks) {
                compareRow(csv.value(row), chart, series, mark, false);
                compareRow(sheet.value(row), chart, series, mark, true);
                if (QTest::currentTestFailed())
                    return;
                ++row;
            }
        QCOMPARE(csv.size(), row);
        QVERIFY2(sheet.size() >= row, qPrintable(chart.id));
    }
}

void WorkbookTest::nothingIsAFormula()
{
    const QStringList texts{u"=1+1"_s, u"+1-2"_s, u"-2+3"_s, u"@SUM(A1)"_s, u"\t=1+1"_s, u"=HYPERLINK(\"http://example.com\",\"x\")"_s, u"Ann, \"the boss\""_s};
    const Table table = words(texts);
    for (const QString &line : csvOf(table).split(u"\r\n"_s).mid(1, 6))
        QVERIFY2(line.startsWith(u'\'') || line.startsWith(u"\"'"_s), qPrintable(line));
    QCOMPARE(csvField(u"\r=1"_s), u"\"'\r=1\""_s);
    QVERIFY(csvOf(table).contains(u",-1\r\n"_s)); // a number stays one
    Chart chart;
    chart.id = chart.says = chart.beneath = chart.axis = u"=1+1"_s;
    ChartMark mark;
    mark.key = mark.label = u"=2+2"_s;
    mark.count = 3;
    mark.value = 3;
    chart.series = {{u"=3+3"_s, u"=3+3"_s, {mark}}};
    Workbook book = workbookOf({table}, u"=5+5"_s, u"=6+6"_s, {u"=7+7"_s, Zone, Instant{0}, {}});
    book.tables << tableOf(chart);
    const auto bytes = xlsxOf(book);
    VERIFY_OK(bytes);
    const QString path = m_folder.filePath(u"names.xlsx"_s);
    QVERIFY(put(path, *bytes));
    const QMap<QString, Rows> sheets = m_calc.open({path});
    const Rows names = sheets.value(u"names/Names"_s);
    QCOMPARE(names.size(), texts.size() + 1);
    for (qsizetype i = 0; i < texts.size(); ++i)
        QCOMPARE(names[i + 1], (QStringList{texts[i], u"-1"_s}));
    QCOMPARE(sheets.value(u"names/Summary"_s).value(0).value(0), u"=5+5"_s);
    const Rows drawn = sheets.value(u"names/=1+1"_s);
    QCOMPARE(drawn.value(1).value(0), u"=3+3"_s);
    QCOMPARE(drawn.value(1).value(4), u"=2+2"_s);
}

void WorkbookTest::sheetsHaveNamesOfTheirOwn()
{
    Workbook book;
    for (const QString &name : {u"Calls/Texts: [all]"_s, u"calls texts  all"_s, QString(40, u'x'), QString(40, u'X'), QString(), u"Summary"_s}) {
        Table table = words({u"one"_s});
        table.name = name;
        book.tables << table;
    }
    const auto bytes = xlsxOf(book);
    VERIFY_OK(bytes);
    const QString path = m_folder.filePath(u"sheets.xlsx"_s);
    QVERIFY(put(path, *bytes));
    QCOMPARE(m_calc.open({path}).size(), 1 + book.tables.size());
}

void WorkbookTest::theSameNumbersMakeTheSameFile()
{
    const Workbook book = workbookOf({words({u"one"_s})}, u"Title"_s, {}, {u"Store"_s, Zone, Instant{qint64(1794844800) * 1000000}, {}});
    const auto once = xlsxOf(book), again = xlsxOf(book);
    VERIFY_OK(once);
    VERIFY_OK(again);
    QCOMPARE(*once, *again);
}

// Of what time its numbers are, wherever a chart leaves the program: days that do not count are not named.
void WorkbookTest::everyChartSaysOfWhatTimeItIs()
{
    TempStore store;
    const ChartFilter filter{30, 14, u"luis"_s, {}, {}, toText(Medium::Call)};
    const auto page = readCharts(*store.db, RooftopId{1}, store.plans, *WordShelf::shipped(), filter, Zone, store.clock.now());
    VERIFY_OK(page);
    const QString open = u"Open leads, as of now; open 14 days or longer; held or made by luis; attempts by call"_s;
    const QMap<QString, QString> others{{u"attempts-per-lead"_s, open}, {u"under-minimum-by-person"_s, open}, {u"neglect"_s, open},
                                        {u"load"_s, u"The next four weeks; held or made by luis; attempts by call"_s},
                                        {u"hour-of-power"_s, u"This month so far; of luis"_s},
                                        {u"duties"_s, u"Last 30 days; of luis"_s}, {u"objections"_s, u"Last 30 days; of luis"_s}};
    QString all;
    for (const Workbook::Line &line : workbookOf(page->charts, reportHead(*page, nullptr, u"A store"_s, Zone)).about)
        all += line.name + u": "_s + line.text + u'\n';
    for (const Chart &chart : page->charts) {
        const QString asked = reportHead(*page, &chart, u"A store"_s, Zone).filter;
        QCOMPARE(asked, others.value(chart.id, u"Last 30 days; held or made by luis; attempts by call"_s));
        QVERIFY2(all.contains(chart.says + u" ("_s + asked.section(u';', 0, 0) + u')'), qPrintable(all));
    }
}

void WorkbookTest::nothingCountedIsAFileToo()
{
    TempStore store;
    const auto page = readCharts(*store.db, RooftopId{1}, store.plans, *WordShelf::shipped(), {}, Zone, store.clock.now());
    VERIFY_OK(page);
    const auto bytes = xlsxOf(workbookOf(page->charts, reportHead(*page, nullptr, u"Cedar Hill Motors"_s, Zone)));
    VERIFY_OK(bytes);
    const QString path = m_folder.filePath(u"empty.xlsx"_s);
    QVERIFY(put(path, *bytes));
    QCOMPARE(m_calc.open({path}).size(), 1 + page->charts.size());
}

QTEST_GUILESS_MAIN(WorkbookTest)
#include "workbook_test.moc"
