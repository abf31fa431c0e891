#include "core/intake/mail_reader.h"

#include <QFile>
#include <QTest>

using namespace beback;

namespace {

QByteArray mailOf(const QString &name)
{
    QFile file(QStringLiteral(BEBACK_TEST_DATA "/mail/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no test input %s", qPrintable(name));
    return file.readAll();
}

QVector<Reading> read(const QString &name)
{
    AdfContext context;
    context.zone = QStringLiteral("America/Denver");
    context.source = QStringLiteral("E-mail");
    return readMail(mailOf(name), context);
}

} // namespace

class MailIntakeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLeadIsFoundHoweverTheMailCarriesIt_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *file, const QString &name, const char *phone, const char *message) {
            QTest::newRow(file) << QString(QLatin1String(file) + QLatin1String(".eml")) << name << QString(QLatin1String(phone))
                                << QString(QLatin1String(message));
        };
        row("attachment", QStringLiteral("Nia"), "+15055550150", "m01@example.com");
        row("attachment_octet_stream", QStringLiteral("Omar"), "+15055550151", "m02@example.com");
        row("whole_body", QStringLiteral("Pia"), "+15055550152", "m03@example.com");
        row("html_escaped", QStringLiteral("Ravi"), "+15055550153", "m04@example.com");
        row("quoted_printable", QString::fromUtf8("Sofía"), "+15055550154", "m05@example.com");
        row("nested_multipart", QStringLiteral("Tara"), "+15055550155", "m06@example.com");
        row("forwarded_message", QStringLiteral("Uri"), "+15055550156", "m07-inner@example.com");
        row("forwarded_inline", QStringLiteral("Vera"), "+15055550157", "m08@example.com");
        row("wrong_boundary", QStringLiteral("Walt"), "+15055550158", "m09@example.com");
        row("wrong_boundary_base64", QStringLiteral("Xia"), "+15055550159", "m10@example.com");
        row("body_and_attachment", QStringLiteral("Burt"), "+15055550163", "m14@example.com");
        row("windows_1252", QString::fromUtf8("Cléo"), "+15055550164", "m15@example.com");
        row("quoted_comment", QStringLiteral("Dirk"), "+15055550165", "m16@example.com");
    }
    void aLeadIsFoundHoweverTheMailCarriesIt()
    {
        QFETCH(QString, file);
        QFETCH(QString, name);
        QFETCH(QString, phone);
        QFETCH(QString, message);
        const QVector<Reading> readings = read(file);
        QCOMPARE(readings.size(), 1);
        QVERIFY2(readings[0].lead, qPrintable(readings[0].refusal.message));
        const LeadDraft &lead = *readings[0].lead;
        QCOMPARE(lead.name.first, name);
        QCOMPARE(lead.points.constFirst().value, phone);
        QCOMPARE(lead.vendor, QStringLiteral("Sandia Motors"));
        QVERIFY2(lead.keys.contains(QStringLiteral("mail:%1#1").arg(message)), qPrintable(lead.keys.join(QLatin1Char(' '))));
        QVERIFY(lead.keys.constFirst().startsWith(QLatin1String("adf:car portal/")));
    }
    void quotedLinesOfTheCustomersOwnWordsAreKept()
    {
        const QVector<Reading> readings = read(QStringLiteral("quoted_comment.eml"));
        QCOMPARE(readings[0].lead->comments, QStringLiteral("On Monday Ann wrote:\n> is it blue?\nYes\n--\nDirk"));
    }
    void theDateOfTheMailStandsInForAMissingRequestDate()
    {
        const QVector<Reading> readings = read(QStringLiteral("no_request_date.eml"));
        QCOMPARE(readings.size(), 1);
        QCOMPARE(readings[0].lead->requestedAt->toIso(), QStringLiteral("2024-03-30T23:31:00Z"));
    }
    void everyProspectOfAMailHasItsOwnIdentity()
    {
        const QVector<Reading> readings = read(QStringLiteral("two_prospects.eml"));
        QCOMPARE(readings.size(), 2);
        QVERIFY(readings[0].lead->keys.contains(QStringLiteral("mail:m13@example.com#1")));
        QVERIFY(readings[1].lead->keys.contains(QStringLiteral("mail:m13@example.com#2")));
    }
    void aMailWithoutALeadIsRefusedWhole()
    {
        const QVector<Reading> readings = read(QStringLiteral("no_lead.eml"));
        QCOMPARE(readings.size(), 1);
        QVERIFY(!readings[0].lead);
        QVERIFY(readings[0].refusal.message.contains(QLatin1String("no lead")));
        QCOMPARE(readings[0].content, mailOf(QStringLiteral("no_lead.eml")));
        QCOMPARE(readings[0].format, QStringLiteral("eml"));
    }
    void everyMailOfAMailboxIsRead()
    {
        QByteArray box;
        for (const char *name : {"whole_body.eml", "no_lead.eml", "attachment.eml"})
            box += "From leads@example.com Sat Mar 30 16:31:00 2024\r\n" + mailOf(QLatin1String(name)) + "\r\n\r\n";
        AdfContext context;
        context.zone = QStringLiteral("America/Denver");
        const QVector<Reading> readings = readMail(box, context);
        QCOMPARE(readings.size(), 3);
        QCOMPARE(readings[0].lead->name.first, QStringLiteral("Pia"));
        QVERIFY(!readings[1].lead);
        QVERIFY(readings[1].content.contains("Are you coming") && !readings[1].content.contains("Pia"));
        QCOMPARE(readings[2].lead->name.first, QStringLiteral("Nia"));
        QVERIFY(readings[2].place.startsWith(QLatin1String("mail 3, part 2")));
    }
    void mailIsTakenForMailAndNothingElse()
    {
        QVERIFY(looksLikeMail(mailOf(QStringLiteral("whole_body.eml"))));
        QVERIFY(!looksLikeMail("<?xml version=\"1.0\"?>\n<adf><prospect>"));
        QVERIFY(!looksLikeMail("First Name,Last Name,Date:\nAnn,Example,Subject: x\n"));
    }
    void damagedMailNeverCrashes()
    {
        quint64 state = 7;
        const auto chance = [&state](quint64 below) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            return (state >> 33) % below;
        };
        AdfContext context;
        context.zone = QStringLiteral("America/Denver");
        for (const char *name : {"attachment.eml", "nested_multipart.eml", "forwarded_message.eml", "html_escaped.eml",
                                 "wrong_boundary_base64.eml"}) {
            const QByteArray whole = mailOf(QLatin1String(name));
            for (int round = 0; round < 120; ++round) {
                QByteArray damaged = whole.left(qsizetype(chance(quint64(whole.size())) + 1));
                for (quint64 changes = chance(10); changes > 0; --changes)
                    damaged[qsizetype(chance(quint64(damaged.size())))] = char(chance(256));
                QVERIFY(!readMail(damaged, context).isEmpty());
            }
        }
    }
    void partsInsidePartsAreFollowedOnlySoDeep()
    {
        QByteArray mail = "From: a@example.com\nTo: b@example.com\nMIME-Version: 1.0\n";
        for (int i = 0; i < 3000; ++i)
            mail += "Content-Type: multipart/mixed; boundary=\"b" + QByteArray::number(i) + "\"\n\n--b" + QByteArray::number(i) + "\n";
        const QVector<Reading> readings = readMail(mail, {});
        QCOMPARE(readings.size(), 1);
        QVERIFY(!readings[0].lead);
    }
};

QTEST_GUILESS_MAIN(MailIntakeTest)
#include "mail_intake_test.moc"
