// One file, two programs: whatever the window does with it, what it saved stays when another program was there.

#include "core/desk/workplace.h"
#include "core/intake/csv_mapping.h"
#include "tests/flow/program.h"
#include "tests/support/temp_store.h"

#include <QDir>
#include <QTest>

using namespace beback;

namespace {

// Files of this process that another program removed under its hands.
QStringList removedFiles(const QString &folder)
{
    QStringList removed;
    const QDir descriptors(QStringLiteral("/proc/self/fd"));
    for (const QString &name : descriptors.entryList(QDir::Files | QDir::System)) {
        const QString target = QFileInfo(descriptors.filePath(name)).symLinkTarget();
        if (target.startsWith(folder) && target.endsWith(QLatin1String("(deleted)")))
            removed << target;
    }
    return removed;
}

} // namespace

class TwoProgramsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSavedStays_data()
    {
        QTest::addColumn<QString>("meanwhile");
        for (const char *what : {"nothing", "a second connection", "a second connection that fails", "a file is made anew",
                                 "the store is imported", "its log is imported", "its columns are looked at"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void whatWasSavedStays()
    {
        QFETCH(QString, meanwhile);
        Program program;
        QCOMPARE(program.run(words("init --demo 20")).status, 0);
        const auto url = StoreUrl::parse(QStringLiteral("sqlite:") + program.file());
        SystemClock clock;
        SystemRandom random;
        auto place = Workplace::open(*url, Workplace::Open::Existing, clock, random);
        VERIFY_OK(place);
        const auto hits = (*place)->search(QStringLiteral("55501"), 1); // anybody: at night nobody is due
        VERIFY_OK(hits);
        QVERIFY(!hits->isEmpty());
        const SearchHit &lead = hits->first();

        happen(meanwhile, **place, *url, program.file());
        QCOMPARE(program.run(words("queue")).status, 0); // comes, looks and goes

        QCOMPARE(removedFiles(program.folder()), QStringList());
        VERIFY_OK((*place)->note(lead.customer, lead.lead, QStringLiteral("Saved after the other was gone"), QStringLiteral("priya")));
        const Answer history = program.run(words("history") << lead.lead.toString());
        QVERIFY2(history.out.contains(QLatin1String("Saved after the other was gone")), qPrintable(history.out + history.err));
    }

private:
    static void happen(const QString &what, Workplace &place, const StoreUrl &url, const QString &file)
    {
        IntakeReport report;
        if (what == QLatin1String("a second connection")) {
            VERIFY_OK(Connection::open(url, Connection::Mode::ReadWrite));
        } else if (what == QLatin1String("a second connection that fails")) {
            const QString linked = file + QStringLiteral(".link"); // the same file by another name
            QVERIFY(QFile::link(file, linked));
            (void)Connection::open({Engine::Sqlite, linked, {}}, Connection::Mode::Create);
            QVERIFY(!Connection::open({Engine::Sqlite, QFileInfo(file).path(), {}}, Connection::Mode::Create));
        } else if (what == QLatin1String("a file is made anew")) {
            VERIFY_OK(Connection::open(url, Connection::Mode::Create));
        } else if (what == QLatin1String("the store is imported")) {
            QVERIFY(!place.intake().importFile(file, {}, report));
        } else if (what == QLatin1String("its log is imported")) {
            QVERIFY(!place.intake().importFile(file + QStringLiteral("-wal"), {}, report));
        } else if (what == QLatin1String("its columns are looked at")) {
            QVERIFY(!previewCsv(file));
        }
    }
};

QTEST_GUILESS_MAIN(TwoProgramsTest)
#include "two_programs_test.moc"
