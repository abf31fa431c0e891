#include "core/base/disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace beback;

// What the system tells of block devices, made up.
class DiskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeviceIsEncryptedWhereItIsAMappedOne()
    {
        put(QStringLiteral("253:0/dm/uuid"), QStringLiteral("CRYPT-LUKS2-0123-home\n"));
        QCOMPARE(isDeviceEncrypted(QStringLiteral("253:0"), m_blocks.path()), std::optional(true));
    }
    void aVolumeIsWhereWhatLiesBelowItIs()
    {
        put(QStringLiteral("253:1/dm/uuid"), QStringLiteral("LVM-abc"));
        put(QStringLiteral("253:1/slaves/dm-0/dm/uuid"), QStringLiteral("CRYPT-LUKS1-4567-disk"));
        QCOMPARE(isDeviceEncrypted(QStringLiteral("253:1"), m_blocks.path()), std::optional(true));
        put(QStringLiteral("253:1/slaves/sdb1/size"), QStringLiteral("1"));
        QCOMPARE(isDeviceEncrypted(QStringLiteral("253:1"), m_blocks.path()), std::optional(false)); // half of it is open
    }
    void aPartitionByItselfIsNot()
    {
        put(QStringLiteral("8:1/size"), QStringLiteral("1"));
        QCOMPARE(isDeviceEncrypted(QStringLiteral("8:1"), m_blocks.path()), std::optional(false));
    }
    void whatTheSystemDoesNotTellOfIsNotKnown()
    {
        QCOMPARE(isDeviceEncrypted(QStringLiteral("0:42"), m_blocks.path()), std::optional<bool>());
        QCOMPARE(isDiskEncrypted(m_blocks.filePath(QStringLiteral("nothing is here"))), std::optional<bool>());
    }

private:
    void put(const QString &path, const QString &text)
    {
        const QString whole = m_blocks.filePath(path);
        QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0);
    }
    QTemporaryDir m_blocks;
};

QTEST_GUILESS_MAIN(DiskTest)
#include "disk_test.moc"
