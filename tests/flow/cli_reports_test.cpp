#include "program.h"
#include "tests/support/calc.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>

using namespace beback::test;

// Every report in every format, as a scheduler has them written, and what another program reads in them. Needs LibreOffice (soffice).
class CliReportsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_store.reset(); }
    void everyReportIsWrittenInEveryFormat();
    void theNumbersComeBackEqual();
    void mondayIsOnePage();
    void itSaysOfWhatTimeItIs();
    void aFunnelSaysHowManyGotAsFar();
    void theEndingSaysTheFormat();
    void wrongUsageIsToldApart();
    void allOfItOrNothing();
    void drawingIsQuietAndHidesNoWarning();

private:
    QStringList report(const QString &name) const
    {
        const QStringList line{QStringLiteral("report"), name};
        return name == QLatin1String("today") ? line + QStringList{m_manager} : line;
    }
    QString fileOf(const QString &name, const QString &format) const { return QStringLiteral("%1/%2.%3").arg(m_store->folder(), name, format); }
    QByteArray contentOf(const QString &name, const QString &format) const
    {
        QFile file(fileOf(name, format));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<Program> m_store;
    QString m_manager;
    QStringList m_names, m_formats{QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("xlsx")};
};

void CliReportsTest::initTestCase()
{
#ifdef BEBACK_UI
    m_formats << QStringLiteral("png") << QStringLiteral("pdf");
#endif
    m_store = std::make_unique<Program>();
    QCOMPARE(m_store->run(words("init --demo 60 --seed 7")).status, 0);
    for (const QJsonValue &user : m_store->json(words("user list")).value(QStringLiteral("users")).toArray())
        if (user[QStringLiteral("role")].toString() == QLatin1String("manager"))
            m_manager = user[QStringLiteral("login")].toString();
    QVERIFY(!m_manager.isEmpty());
    const QString refused = m_store->run(words("report nothing")).err;
    m_names = refused.section(QStringLiteral("There are: "), 1).trimmed().chopped(1).split(QStringLiteral(", "));
    QVERIFY2(m_names.contains(QStringLiteral("monday")) && m_names.contains(QStringLiteral("neglect")), qPrintable(refused));
}

void CliReportsTest::everyReportIsWrittenInEveryFormat()
{
    const QHash<QString, QByteArray> begins{{QStringLiteral("json"), "{"}, {QStringLiteral("xlsx"), "PK"}, {QStringLiteral("png"), "\x89PNG"}, {QStringLiteral("pdf"), "%PDF"}};
    for (const QString &name : std::as_const(m_names))
        for (const QString &format : std::as_const(m_formats)) {
            const QString file = fileOf(name, format);
            const Answer answer = m_store->run(report(name) + QStringList{QStringLiteral("--format"), format, QStringLiteral("--out"), file});
            QVERIFY2(answer.status == 0, qPrintable(name + QLatin1Char(' ') + format + QLatin1Char(' ') + answer.err));
            QVERIFY2(answer.err.isEmpty(), qPrintable(answer.err));
            QCOMPARE(answer.out, QStringLiteral("Written: %1\n").arg(file));
            const QByteArray content = contentOf(name, format);
            QVERIFY2(!content.isEmpty() && content.startsWith(begins.value(format)), qPrintable(file));
        }
    const Answer stdOut = m_store->run(words("report neglect --format csv"));
    QCOMPARE(stdOut.out.toUtf8(), contentOf(QStringLiteral("neglect"), QStringLiteral("csv")));
}

void CliReportsTest::theNumbersComeBackEqual()
{
    const Calc calc;
    QStringList sheetFiles, csvFiles;
    for (const QString &name : std::as_const(m_names)) {
        sheetFiles << fileOf(name, QStringLiteral("xlsx"));
        csvFiles << fileOf(name, QStringLiteral("csv"));
    }
    const QMap<QString, Rows> sheets = calc.open(sheetFiles), tables = calc.open(csvFiles);
    int compared = 0;
    for (const QString &name : std::as_const(m_names)) {
        const auto summary = [&](const QString &key) { return key.startsWith(name + QStringLiteral("/Summary")); };
        const Rows csv = rowsOfCsv(QString::fromUtf8(contentOf(name, QStringLiteral("csv"))));
        Rows sheet, table;
        for (auto it = sheets.cbegin(); it != sheets.cend(); ++it)
            if (it.key().startsWith(name + QLatin1Char('/')) && !summary(it.key()))
                sheet = *it;
        for (auto it = tables.cbegin(); it != tables.cend(); ++it)
            if (it.key().startsWith(name + QLatin1Char('/')))
                table = *it;
        QVERIFY2(!sheet.isEmpty(), qPrintable(name));
        QVERIFY2(table.size() >= csv.size(), qPrintable(name));
        for (qsizetype row = 1; row < csv.size(); ++row) // LibreOffice reads the file as it is meant
            for (qsizetype column = 0; column < csv[row].size(); ++column)
                if (const auto number = numberIn(csv[row][column]))
                    QVERIFY2(isSame(*number, numberIn(table[row].value(column)).value_or(-1e9)), qPrintable(name + QLatin1Char(' ') + csv[row].join(QLatin1Char('|'))));
        const QJsonObject json = QJsonDocument::fromJson(contentOf(name, QStringLiteral("json"))).object();
        qsizetype row = 1;
        for (const QJsonValue &series : json.value(QStringLiteral("series")).toArray())
            for (const QJsonValue &mark : series[QStringLiteral("marks")].toArray()) {
                const QStringList &there = sheet.value(row);
                const auto same = [&](int column, const char *key) {
                    const double expected = mark[QLatin1String(key)].toDouble();
                    const bool isHidden = there.value(column).isEmpty() && mark[QStringLiteral("too_few")].toBool();
                    return isHidden || isSame(numberIn(there.value(column)).value_or(-1e9), expected);
                };
                QCOMPARE(there.value(2), mark[QStringLiteral("key")].toString());
                QVERIFY2(same(5, "count") && same(6, "of") && same(7, "value") && same(11, "leads"), qPrintable(name + QLatin1Char(' ') + there.join(QLatin1Char('|'))));
                QVERIFY(isSame(numberIn(csv.value(row).value(6)).value_or(-1e9), mark[QStringLiteral("value")].toDouble()));
                ++row;
                ++compared;
            }
    }
    QVERIFY(compared > 100);
}

void CliReportsTest::mondayIsOnePage()
{
    const QJsonObject monday = m_store->json(words("report monday"));
    QCOMPARE(monday.value(QStringLiteral("report")).toString(), QStringLiteral("monday"));
    const QJsonArray toDo = monday.value(QStringLiteral("to_do")).toArray();
    QVERIFY(!toDo.isEmpty() && toDo.size() <= 3);
    const Answer named = m_store->run(QStringList{QStringLiteral("report"), QStringLiteral("monday"), m_manager});
    QVERIFY2(named.status == 0 && named.out.contains(QStringLiteral("Last week")), qPrintable(named.err));
#ifdef BEBACK_UI
    const QString pdf = QString::fromLatin1(contentOf(QStringLiteral("monday"), QStringLiteral("pdf")));
    QCOMPARE(pdf.count(QRegularExpression(QStringLiteral("/Type\\s*/Page\\b"))), 1);
#endif
}

void CliReportsTest::itSaysOfWhatTimeItIs()
{
    const auto says = [this](const char *line, const char *time) {
        const Answer text = m_store->run(words(line));
        QVERIFY2(text.out.section(QLatin1Char('\n'), 2, 2).startsWith(QLatin1String(time)), qPrintable(text.out));
        QCOMPARE(m_store->json(words(line)).value(QStringLiteral("asked")).toString(), text.out.section(QLatin1Char('\n'), 2, 2));
    };
    says("report media --days 7", "Last 7 days");
    says("report neglect --days 7", "Open leads, as of now");
    says("report under-minimum-by-person --days 7", "Open leads, as of now");
    says("report load --days 7", "The next four weeks");
}

// Each row of how many stood in the one above.
void CliReportsTest::aFunnelSaysHowManyGotAsFar()
{
    const QStringList lines = m_store->run(words("report funnel --days 365")).out.split(QLatin1Char('\n'));
    const auto from = std::find_if(lines.cbegin(), lines.cend(), [](const QString &line) { return line.contains(QStringLiteral("Got at least this far")); });
    QVERIFY(from != lines.cend());
    static const QRegularExpression apart(QStringLiteral(" {2,}"));
    const qsizetype column = from->split(apart).indexOf(QStringLiteral("Got at least this far"));
    QVERIFY(column > 0);
    QString above;
    for (const QString &name : {QStringLiteral("Came"), QStringLiteral("Attempted"), QStringLiteral("Reached"), QStringLiteral("Visit set"),
                                QStringLiteral("Confirmed"), QStringLiteral("Shown"), QStringLiteral("Sold")}) {
        const auto line = std::find_if(from, lines.cend(), [&](const QString &one) { return one.startsWith(name); });
        QVERIFY2(line != lines.cend(), qPrintable(name));
        const QStringList number = line->split(apart).value(column).split(QStringLiteral(" of "));
        if (!above.isEmpty())
            QCOMPARE(number.value(1), above);
        above = number.first();
    }
    QVERIFY(above.toInt() > 0);
}

void CliReportsTest::theEndingSaysTheFormat()
{
    const QString file = m_store->folder() + QStringLiteral("/by-ending.xlsx");
    QCOMPARE(m_store->run(QStringList{QStringLiteral("report"), QStringLiteral("media"), QStringLiteral("--out"), file}).status, 0);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.read(2) == "PK");
}

void CliReportsTest::wrongUsageIsToldApart()
{
    const Answer strange = m_store->run(words("report media --format doc"));
    QCOMPARE(strange.status, 2);
    QVERIFY2(strange.isOneLineRefusal() && strange.err.contains(QStringLiteral("xlsx, png, pdf")), qPrintable(strange.err));
    QCOMPARE(m_store->run(words("report solutions --format csv --days 7")).status, 2);
    const Answer both = m_store->run(words("report media --json --format csv"));
    QCOMPARE(both.status, 2);
    QVERIFY2(both.isOneLineRefusal() && both.err.contains(QStringLiteral("--format csv")), qPrintable(both.err));
    QCOMPARE(m_store->run(words("report media --json --format json")).status, 0); // says the same twice
#ifndef BEBACK_UI
    const Answer undrawn = m_store->run(words("report media --format pdf"));
    QCOMPARE(undrawn.status, 1);
    QVERIFY2(undrawn.isOneLineRefusal() && undrawn.err.contains(QStringLiteral("draws nothing")), qPrintable(undrawn.err));
#endif
}

// What was written before stays until all of the new one is there; where it cannot be written, that is said.
void CliReportsTest::allOfItOrNothing()
{
    const QString file = m_store->folder() + QStringLiteral("/again.csv");
    QVERIFY(write(file, "what was there"));
    const QStringList line = words("report media --format csv --out") << file;
    QCOMPARE(m_store->run(line).status, 0);
    QFile again(file);
    QVERIFY(again.open(QIODevice::ReadOnly));
    QVERIFY(again.readAll().startsWith("series,"));
    const QString pipe = m_store->folder() + QStringLiteral("/pipe"); // as a device: it would be gone
    QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    const Answer piped = m_store->run(words("report media --format csv --out") << pipe);
    QCOMPARE(piped.status, 1);
    QVERIFY2(piped.err.contains(QLatin1String("is no file")), qPrintable(piped.err));
    QVERIFY(!QFileInfo(pipe).isFile());
    const Answer nowhere = m_store->run(words("report media --format csv --out") << m_store->folder() + QStringLiteral("/nowhere/a.csv"));
    QCOMPARE(nowhere.status, 1);
    QVERIFY2(nowhere.isOneLineRefusal(), qPrintable(nowhere.err));
}

// Under a scheduler there is no session, which drawing needs not; what is wrong with the store is said all the same.
void CliReportsTest::drawingIsQuietAndHidesNoWarning()
{
#ifndef BEBACK_UI
    const Answer refused = m_store->run(words("report media --out") << m_store->folder() + QStringLiteral("/media.pdf"));
    QVERIFY2(refused.status != 0 && refused.isOneLineRefusal() && refused.err.contains(QStringLiteral("draws nothing")), qPrintable(refused.err));
    return;
#endif
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    const auto back = qScopeGuard([&runtime] {
        if (!runtime.isNull())
            qputenv("XDG_RUNTIME_DIR", runtime);
    });
    qunsetenv("XDG_RUNTIME_DIR");
    Program program;
    QCOMPARE(program.run(words("init --demo 5")).status, 0);
    const QStringList line = words("report media --out") << program.folder() + QStringLiteral("/media.pdf");
    const Answer quiet = program.run(line);
    QCOMPARE(quiet.status, 0);
    QCOMPARE(quiet.err, QString());
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("broken"));
        db.setDatabaseName(program.file());
        QVERIFY(db.open());
        QSqlQuery query(db);
        QVERIFY(query.exec(QStringLiteral("INSERT INTO own_words (rooftop_id, kind, id, version, body, shipped, reason, by_login, at) "
                                          "SELECT id, 'message', 'broken', 1, '{', '', '', '', 0 FROM rooftop")));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("broken"));
    const Answer warned = program.run(line);
    QCOMPARE(warned.status, 0);
    QVERIFY2(warned.err.contains(QStringLiteral("cannot be used")) && !warned.err.contains(QStringLiteral("XDG_RUNTIME_DIR")), qPrintable(warned.err));
}

QTEST_GUILESS_MAIN(CliReportsTest)
#include "cli_reports_test.moc"
