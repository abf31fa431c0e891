// The watched folder takes each file once, when it has stopped growing, and never loses one.

#include "core/intake/intake.h"
#include "tests/support/temp_store.h"

#include <QDir>
#include <QFile>

using namespace beback;
using namespace beback::test;

namespace {

QByteArray lead(const char *id, const char *phone)
{
    return "<adf><prospect><id source=\"Portal\">" + QByteArray(id) + "</id><customer><contact><name part=\"full\">Ann Example"
           "</name><phone>" + QByteArray(phone) + "</phone></contact></customer></prospect></adf>";
}

class Folder
{
public:
    Folder() : intake(*store.recorder, QStringLiteral("America/Denver")) {}

    QString path(const char *name) const { return folder.filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test's own file");
    }
    QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool has(const char *name) const { return QFile::exists(path(name)); }
    IntakeReport sweep()
    {
        const auto report = intake.sweepFolder(folder.path(), {});
        if (!report)
            qWarning("%s", qPrintable(report.error().message));
        return report ? *report : IntakeReport();
    }

    TempStore store;
    QTemporaryDir folder;
    Intake intake;
};

} // namespace

class WatchedFolderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileIsTakenOnceItHasStoppedGrowing()
    {
        Folder f;
        f.write("a.xml", lead("1", "505-555-0101").left(60));
        QCOMPARE(f.sweep().items.size(), 0); // first seen
        f.write("a.xml", lead("1", "505-555-0101"));
        QCOMPARE(f.sweep().items.size(), 0); // still growing
        QCOMPARE(f.sweep().accepted, 1);
        QVERIFY(!f.has("a.xml"));
        QCOMPARE(f.read("done/a.xml"), lead("1", "505-555-0101"));
        QVERIFY(!f.has("done/a.xml.reason.txt"));
        QCOMPARE(f.sweep().items.size(), 0);
    }
    void aFileThatCannotBeTakenIsMovedWithItsReasonBesideIt()
    {
        Folder f;
        f.write("b.txt", "only words");
        f.sweep();
        QCOMPARE(f.sweep().quarantined, 1);
        QVERIFY(f.has("refused/b.txt"));
        QVERIFY(f.read("refused/b.txt.reason.txt").contains("neither ADF"));
        QCOMPARE(f.intake.quarantined()->size(), 1);
    }
    void aFileTakenInPartIsDoneAndSaysWhatIsMissing()
    {
        Folder f;
        QByteArray both = lead("1", "505-555-0101") + lead("2", "");
        both.replace("</adf><adf>", "");
        f.write("c.xml", both);
        f.sweep();
        const IntakeReport report = f.sweep();
        QCOMPARE(report.accepted, 1);
        QCOMPARE(report.quarantined, 1);
        QVERIFY(f.has("done/c.xml"));
        QVERIFY(f.read("done/c.xml.reason.txt").contains("prospect 2"));
    }
    void aNameThatIsTakenGetsANumber()
    {
        Folder f;
        for (const char *phone : {"505-555-0101", "505-555-0102", "505-555-0103"}) {
            f.write("lead.xml", lead(phone, phone));
            f.sweep();
            QCOMPARE(f.sweep().accepted, 1);
        }
        QVERIFY(f.has("done/lead.xml") && f.has("done/lead-2.xml") && f.has("done/lead-3.xml"));
    }
    void aFileTakenBeforeTheMachineWentDownChangesNothing()
    {
        Folder f;
        f.write("d.xml", lead("1", "505-555-0101"));
        IntakeReport before;
        VERIFY_OK(f.intake.importFile(f.path("d.xml"), {}, before)); // taken, and not moved any more
        Intake restarted(*f.store.recorder, QStringLiteral("America/Denver"));
        VERIFY_OK(restarted.sweepFolder(f.folder.path(), {}));
        const auto report = restarted.sweepFolder(f.folder.path(), {});
        QVERIFY(report);
        QCOMPARE(report->resent, 1);
        QCOMPARE(report->accepted + report->joined, 0);
        QVERIFY(f.has("done/d.xml"));
    }
    void unfinishedHiddenAndLinkedFilesAreLeftAlone()
    {
        Folder f;
        for (const char *name : {".hidden.xml", "e.xml.part", "e.xml.tmp", "e.xml.crdownload"})
            f.write(name, lead("1", "505-555-0101"));
        QTemporaryDir elsewhere;
        QFile target(elsewhere.filePath(QStringLiteral("real.xml")));
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.close();
        QVERIFY(QFile::link(target.fileName(), f.path("link.xml")));
        f.sweep();
        QCOMPARE(f.sweep().items.size(), 0);
        QVERIFY(f.has(".hidden.xml") && f.has("e.xml.part") && f.has("link.xml"));
    }
    void whereNothingCanBeMovedAFileIsStillReadOnlyOnce()
    {
        Folder f;
        f.write("g.xml", lead("1", "505-555-0101"));
        f.write("done", "a file in the way of the folder");
        f.write("refused", "another");
        f.sweep();
        const auto first = f.intake.sweepFolder(f.folder.path(), {});
        QVERIFY(!first);
        QCOMPARE(first.error().code, Code::Denied);
        const auto second = f.intake.sweepFolder(f.folder.path(), {});
        QVERIFY(f.has("g.xml"));
        for (const IntakeItem &item : second ? second->items : QVector<IntakeItem>())
            QVERIFY(!item.source.startsWith(QLatin1String("g.xml")));
    }
    void aFolderThatIsNotThereIsSaid()
    {
        Folder f;
        QCOMPARE(f.intake.sweepFolder(QStringLiteral("/nowhere/at/all"), {}).error().code, Code::Unavailable);
    }
};

QTEST_GUILESS_MAIN(WatchedFolderTest)
#include "watched_folder_test.moc"
