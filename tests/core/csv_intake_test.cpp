#include "core/intake/csv_reader.h"
#include "core/intake/csv_stream.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace beback;

namespace {

QString pathOf(const char *name)
{
    return QStringLiteral(BEBACK_TEST_DATA "/csv/") + QLatin1String(name);
}

struct Csv {
    QVector<Reading> readings;
    QStringList unmapped;
    std::optional<Error> error;
};

Csv readFrom(QIODevice &device, const std::optional<CsvMapping> &mapping = {})
{
    CsvContext context;
    context.mapping = mapping;
    context.zone = QStringLiteral("America/Denver");
    context.source = QStringLiteral("list");
    Csv csv;
    context.unmapped = [&csv](const QStringList &heads) { csv.unmapped += heads; };
    const auto read = forEachCsvLead(device, context, [&csv](Reading &&reading) {
        csv.readings.append(std::move(reading));
        return true;
    });
    if (!read)
        csv.error = read.error();
    return csv;
}

Csv read(const char *name, const std::optional<CsvMapping> &mapping = {})
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no test input %s", name);
    return readFrom(file, mapping);
}

Csv readText(QByteArray text, const std::optional<CsvMapping> &mapping = {})
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return readFrom(buffer, mapping);
}

// Gives out the same row again and again, without holding the file in memory.
class EndlessRows : public QIODevice
{
public:
    explicit EndlessRows(qint64 rows) : m_rows(rows) { open(QIODevice::ReadOnly); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const QByteArray row = m_given == 0 ? QByteArrayLiteral("Name,Phone,Notes\n")
                                            : QByteArrayLiteral("Ann Example,505-555-0101,") + QByteArray(400, 'n') + '\n';
        qint64 given = 0;
        while (m_given < m_rows && given + row.size() <= most) {
            memcpy(data + given, row.constData(), size_t(row.size()));
            given += row.size();
            ++m_given;
            if (m_given == 1)
                break; // the heads are another row
        }
        return given;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_rows;
    qint64 m_given = 0;
};

#if defined(__SANITIZE_ADDRESS__)
constexpr qint64 HeldBack = 400'000; // the sanitizer keeps freed memory for a while
#else
constexpr qint64 HeldBack = 0;
#endif

qint64 residentKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').at(0).toLongLong();
    return -1;
}

} // namespace

class CsvIntakeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsNobodyMappedAreNamed()
    {
        const Csv csv = readText("Name,Phone,Desk log,,Priority\nAnn Example,505-555-0101,called twice,,7\n");
        QCOMPARE(csv.unmapped, (QStringList{QStringLiteral("Desk log"), QStringLiteral("Priority")}));
        QCOMPARE(csv.readings.at(0).lead->extra.value(QStringLiteral("Desk log")), QStringLiteral("called twice"));
        QVERIFY(readText("Name,Phone\nAnn Example,505-555-0101\n").unmapped.isEmpty());
    }
    void quotesCommasAndLineBreaksInsideACellAreItsText()
    {
        const Csv csv = read("comma_quotes.csv");
        QVERIFY(!csv.error);
        QCOMPARE(csv.readings.size(), 2);
        const LeadDraft &lead = *csv.readings[0].lead;
        QCOMPARE(lead.name.display(), QStringLiteral("Ann Example"));
        QCOMPARE(lead.points[0].value, QStringLiteral("+15055550101"));
        QCOMPARE(lead.points[0].label, QStringLiteral("mobile"));
        QCOMPARE(lead.wanted.label(), QStringLiteral("2024 Honda CR-V"));
        QCOMPARE(lead.comments, QStringLiteral("Wants \"blue\", not red\nand soon"));
        QCOMPARE(lead.requestedAt->toIso(), QStringLiteral("2024-03-30T21:30:00Z"));
        QVERIFY(lead.requestZoneAssumed);
        QCOMPARE(lead.source, QStringLiteral("list"));
    }
    void separatorAndCharacterSetAreFound()
    {
        const Csv csv = read("semicolon_1252.csv");
        QCOMPARE(csv.readings.size(), 1);
        QCOMPARE(csv.readings[0].lead->name.display(), QString::fromUtf8("Zoë Muñoz"));
        QCOMPARE(csv.readings[0].lead->address.city, QString::fromUtf8("Española"));
        QCOMPARE(csv.readings[0].lead->extra.value(QLatin1String("Vorname")).toString(), QStringLiteral("x"));
    }
    void tabsInUtf16AreRead()
    {
        const Csv csv = read("tab_utf16.tsv");
        QCOMPARE(csv.readings.size(), 2);
        QCOMPARE(csv.readings[1].lead->name.last, QStringLiteral("Example"));
        QCOMPARE(csv.readings[1].lead->points[0].value, QStringLiteral("+15055550105"));
    }
    void oneGuardBeforeAFormulaIsTakenOffAndOnlyThat()
    {
        const Csv csv = read("formula_guard.csv");
        QCOMPARE(csv.readings[0].lead->points[0].value, QStringLiteral("+15055550106"));
        QCOMPARE(csv.readings[0].lead->comments, QStringLiteral("=SUM(A1)"));
        QCOMPARE(csv.readings[1].lead->comments, QStringLiteral("'plain"));
    }
    void rowsWithNothingInThemAreNoLeads()
    {
        const Csv csv = read("bom_empty_rows.csv");
        QCOMPARE(csv.readings.size(), 1);
        QCOMPARE(csv.readings[0].lead->name.first, QStringLiteral("Ida"));
        QCOMPARE(csv.readings[0].lead->extra.value(QLatin1String("Favorite color")).toString(), QStringLiteral("Teal"));
    }
    void aRowNobodyCanBeReachedByIsRefusedAndCanBeReadAgain()
    {
        const Csv csv = read("nobody.csv");
        QCOMPARE(csv.readings.size(), 2);
        QVERIFY(!csv.readings[0].lead);
        QCOMPARE(csv.readings[0].place, QStringLiteral("row 2"));
        QVERIFY(csv.readings[1].lead);
        QByteArray mended = csv.readings[0].content;
        QVERIFY(mended.contains("first_name"));
        mended.replace("\"Example\",\"\"", "\"Example\",\"505-555-0199\"");
        const Csv again = readText(mended);
        QCOMPARE(again.readings.size(), 1);
        QCOMPARE(again.readings[0].lead->points[0].value, QStringLiteral("+15055550199"));
        QCOMPARE(again.readings[0].lead->source, QStringLiteral("list"));
    }
    void headsNobodyKnowsAreAQuestionForAPerson()
    {
        const Csv csv = read("unknown_heads.csv");
        QVERIFY(csv.error);
        QVERIFY(csv.error->message.contains(QLatin1String("columns")));
    }
    void theSeparatorASpreadsheetNamesIsUsed()
    {
        const Csv csv = read("sep_line.csv");
        QCOMPARE(csv.readings.size(), 1);
        QCOMPARE(csv.readings[0].lead->name.first, QStringLiteral("Lou"));
    }
    void aChosenMappingDecides()
    {
        CsvMapping mapping;
        mapping.columnOf = {{QStringLiteral("full_name"), QStringLiteral("beta")}, {QStringLiteral("phone"), QStringLiteral("gamma")},
                            {QStringLiteral("request_date"), QStringLiteral("alpha")}};
        mapping.dateOrder = QStringLiteral("dmy");
        mapping.zone = QStringLiteral("America/Toronto");
        mapping.source = QStringLiteral("Tent sale");
        const Csv csv = readText("alpha,beta,gamma\n02/04/2024 9:00,Ann Example,505-555-0101\n", mapping);
        QCOMPARE(csv.readings.size(), 1);
        QCOMPARE(csv.readings[0].lead->requestedAt->toIso(), QStringLiteral("2024-04-02T13:00:00Z"));
        QCOMPARE(csv.readings[0].lead->source, QStringLiteral("Tent sale"));
        QCOMPARE(csv.readings[0].format, QStringLiteral("csv dmy America/Toronto"));
    }
    void aMappingSurvivesBeingWrittenAndRead()
    {
        CsvMapping mapping = CsvMapping::guess({QStringLiteral("First Name"), QStringLiteral("E-Mail Address"), QStringLiteral("Zip Code")});
        QCOMPARE(mapping.columnOf.value(QStringLiteral("email")), QStringLiteral("E-Mail Address"));
        QCOMPARE(mapping.columnOf.value(QStringLiteral("postcode")), QStringLiteral("Zip Code"));
        mapping.name = QStringLiteral("Expo");
        mapping.dateOrder = QStringLiteral("ymd");
        const CsvMapping again = CsvMapping::fromJson(mapping.toJson());
        QCOMPARE(again.columnOf, mapping.columnOf);
        QCOMPARE(again.name, mapping.name);
        QCOMPARE(again.dateOrder, mapping.dateOrder);
    }
    void everyFieldHasALabelAndIsGuessedByItsOwnName()
    {
        const QStringList fields = CsvMapping::fields();
        QVERIFY(fields.size() > 30);
        const CsvMapping mapping = CsvMapping::guess(fields);
        for (const QString &field : fields) {
            QVERIFY2(CsvMapping::fieldLabel(field) != field, qPrintable(field));
            QCOMPARE(mapping.columnOf.value(field), field);
        }
    }
    void theFirstRowsAreShownBeforeAMappingIsChosen()
    {
        const auto preview = previewCsv(pathOf("semicolon_1252.csv"));
        QVERIFY(preview);
        QCOMPARE(preview->separator, QLatin1Char(';'));
        QCOMPARE(preview->charset.toLower(), QStringLiteral("windows-1252"));
        QCOMPARE(preview->heads.size(), 6);
        QCOMPARE(preview->rows.size(), 1);
        QVERIFY(!previewCsv(pathOf("not there.csv")));
    }
    void aCellThatIsTooLongCostsItsRowOnly()
    {
        const Csv csv = readText("Name,Phone,Notes\nAnn Example,505-555-0101,\"" + QByteArray(70'000, 'x')
                                 + "\"\nBen Example,505-555-0102,ok\n");
        QVERIFY(!csv.error);
        QCOMPARE(csv.readings.size(), 2);
        QVERIFY(!csv.readings[0].lead);
        QVERIFY(csv.readings[1].lead);
    }
    void aQuoteThatIsNeverClosedEndsTheFileInBoundedMemory()
    {
        const QByteArray text = "Name,Phone\nAnn Example,505-555-0101\nBen Example,\"505-555-0102\n" + QByteArray(60'000'000, 'x');
        const qint64 before = residentKilobytes();
        const Csv csv = readText(text);
        QVERIFY(csv.error);
        QCOMPARE(csv.readings.size(), 1);
        QVERIFY2(residentKilobytes() - before < 30'000 + HeldBack, qPrintable(QString::number(residentKilobytes() - before)));
    }
    void memoryStaysFlatOverALongFile()
    {
        EndlessRows rows(60'000); // 26 MB
        const qint64 before = residentKilobytes();
        qint64 most = 0;
        int count = 0;
        CsvContext context;
        const auto done = forEachCsvLead(rows, context, [&](Reading &&reading) {
            count += reading.lead ? 1 : 0;
            if (count % 5'000 == 0)
                most = std::max(most, residentKilobytes());
            return true;
        });
        QVERIFY(done);
        QCOMPARE(count, 59'999);
        QVERIFY2(most - before < 30'000 + HeldBack, qPrintable(QString::number(most - before)));
    }
    void binaryIsRefused()
    {
        QVERIFY(readText(QByteArray("PK\x03\x04\0\0\0", 7).repeated(50)).error);
    }
};

QTEST_GUILESS_MAIN(CsvIntakeTest)
#include "csv_intake_test.moc"
