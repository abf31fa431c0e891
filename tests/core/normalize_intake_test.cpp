#include "core/intake/charset.h"
#include "core/intake/clean_text.h"
#include "core/intake/consent_words.h"
#include "core/intake/find_person.h"
#include "core/intake/lenient_date.h"
#include "core/intake/normalize.h"
#include "core/intake/regions.h"

#include <QTest>

using namespace beback;

namespace {

QString phoneOf(const QString &raw, const QString &country = {})
{
    const QVector<ContactPoint> points = readPhones(raw, country, nullptr);
    QStringList values;
    for (const ContactPoint &point : points)
        values << (point.extension.isEmpty() ? point.value : point.value + QLatin1Char('x') + point.extension);
    return values.join(QLatin1Char(' '));
}

QString emailOf(const char *raw)
{
    const QVector<ContactPoint> points = readEmails(QString::fromUtf8(raw), nullptr);
    QStringList values;
    for (const ContactPoint &point : points)
        values << point.value;
    return values.join(QLatin1Char(' '));
}

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class NormalizeIntakeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void phonesBecomeE164_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u("(505) 555-0142") << QString() << u("+15055550142");
        QTest::newRow("dots") << u("505.555.0142") << QString() << u("+15055550142");
        QTest::newRow("with 1") << u("1-505-555-0142") << QString() << u("+15055550142");
        QTest::newRow("with +1") << u("+1 (505) 555 0142") << QString() << u("+15055550142");
        QTest::newRow("no-break blanks") << u("505\u00a0555\u00a00142") << QString() << u("+15055550142");
        QTest::newRow("extension") << u("505-555-0142 ext. 77") << QString() << u("+15055550142x77");
        QTest::newRow("glued extension") << u("8002285917x222") << QString() << u("+18002285917x222");
        QTest::newRow("letters") << u("1-800-FLOWERS") << QString() << u("+18003569377");
        QTest::newRow("two") << u("505-555-0142 / 505-555-0143") << QString() << u("+15055550142 +15055550143");
        QTest::newRow("slash inside") << u("505/555-0142") << QString() << u("+15055550142");
        QTest::newRow("Britain") << u("+44 20 7946 0018") << QString() << u("+442079460018");
        QTest::newRow("Mexico at home") << u("55 5123 4567") << u("MX") << u("+525551234567");
        QTest::newRow("Canada") << u("416-555-0140") << u("CA") << u("+14165550140");
        QTest::newRow("short") << u("305555123") << QString() << QString();
        QTest::newRow("one figure") << u("999-999-9999") << QString() << QString();
        QTest::newRow("area 555") << u("555-555-0100") << QString() << QString();
        QTest::newRow("service exchange") << u("505-911-0100") << QString() << QString();
        QTest::newRow("starts with 1") << u("123-456-7890") << QString() << QString();
        QTest::newRow("words") << u("call me") << QString() << QString();
        QTest::newRow("new area code") << u("324-234-5678") << QString() << u("+13242345678");
    }
    void phonesBecomeE164()
    {
        QFETCH(QString, raw);
        QFETCH(QString, country);
        QFETCH(QString, expected);
        QCOMPARE(phoneOf(raw, country), expected);
    }
    void aNumberThatIsNoneIsKeptToBeMendedAndSaid()
    {
        QStringList warnings;
        const QVector<ContactPoint> points = readPhones(u("12"), {}, &warnings);
        QCOMPARE(points.size(), 1);
        QCOMPARE(points[0].raw, u("12"));
        QVERIFY(points[0].value.isEmpty());
        QCOMPARE(warnings.size(), 1);
        QVERIFY(readPhones(u(" n/a "), {}, &warnings).isEmpty());
    }
    // The quick way for plain numbers and the library's own reading must never part.
    void theQuickWayAgreesWithTheLibrary()
    {
        quint64 state = 3;
        for (int i = 0; i < 3000; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            const QString ten = QString::number(2'000'000'000ULL + (state >> 20) % 7'999'999'999ULL);
            const QString plain = phoneOf(ten);
            const QString slow = phoneOf(QStringLiteral("tel:") + ten); // letters send it through the library
            QCOMPARE(plain, slow);
        }
    }
    void numbersAreShownAsPeopleWriteThem()
    {
        QCOMPARE(displayPhone(u("+15055550142")), u("(505) 555-0142"));
        QCOMPARE(displayPhone(u("+15055550142"), u("7")), u("(505) 555-0142 ext. 7"));
        QCOMPARE(displayPhone(u("+442079460018")), u("+44 20 7946 0018"));
        QCOMPARE(displayPhone(u("12")), u("12"));
    }
    void addressesOfMailAreComparable()
    {
        QCOMPARE(emailOf(" Ann.Example@Example.COM "), u("ann.example@example.com"));
        QCOMPARE(emailOf("Ann <ANN@example.com>"), u("ann@example.com"));
        QCOMPARE(emailOf("mailto:ann@example.com"), u("ann@example.com"));
        QCOMPARE(emailOf("ann@example.com; ben@example.com"), u("ann@example.com ben@example.com"));
        QCOMPARE(emailOf("ann@example"), QString());
        QCOMPARE(emailOf("ann@@example.com"), QString());
        QCOMPARE(emailOf("ann example.com"), QString());
        QCOMPARE(readEmails(u("not an address"), nullptr).size(), 1);
        QCOMPARE(readEmails(u("none@none.com"), nullptr).size(), 0);
        QCOMPARE(readEmails(u("noemail@example.com"), nullptr).size(), 0);
    }
    void namesInOneCaseAreWrittenAsNamesAre_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("expected");
        QTest::newRow("caps") << u("JUAN DE LA CRUZ") << u("Juan de la Cruz");
        QTest::newRow("small") << u("mary-jane o'example") << u("Mary-Jane O'Example");
        QTest::newRow("mc") << u("SEAN MCEXAMPLE III") << u("Sean McExample III");
        QTest::newRow("as written") << u("LaToya deVries") << u("LaToya deVries");
        QTest::newRow("turned") << u("Example, Ann B.") << u("Ann B. Example");
        QTest::newRow("suffix") << u("Ann Example, Jr.") << u("Ann Example, Jr.");
        QTest::newRow("Null is a name") << u("Ann Null") << u("Ann Null");
        QTest::newRow("template") << u("[first_name]") << QString();
    }
    void namesInOneCaseAreWrittenAsNamesAre()
    {
        QFETCH(QString, written);
        QFETCH(QString, expected);
        QCOMPARE(readName({written, {}, {}, {}, {}, false}).display(), expected);
    }
    void aFullNameIsPartedWhereItsPartsAreMissing()
    {
        const PersonName name = readName({u("Dr. Juan Carlos de la Cruz Jr."), {}, {}, {}, {}, false});
        QCOMPARE(name.first, u("Juan"));
        QCOMPARE(name.last, u("de la Cruz"));
        const PersonName business = readName({u("ABC MOTORS LLC"), {}, {}, {}, {}, true});
        QCOMPARE(business.full, u("ABC MOTORS LLC"));
        QVERIFY(business.first.isEmpty());
        QCOMPARE(readName({{}, {}, {}, u("Null"), {}, false}).last, u("Null"));
    }
    void controlsAndLoneSurrogatesAreTakenOut()
    {
        QString text = u("a\tb\r\n c");
        text.insert(1, QChar(0));
        text.insert(1, QChar(0xd800));
        text += QChar(0xfeff);
        QCOMPARE(cleanLine(text), u("a b c"));
        QCOMPARE(cleanText(text), u("a b\nc"));
        QCOMPARE(cleanText(u("a\n\n\n\nb")), u("a\n\nb"));
        QCOMPARE(cleanLine(u("\U0001F697 car")), u("\U0001F697 car"));
    }
    void placeholdersMeanNothing()
    {
        for (const char *nothing : {"", " ", "null", "N/A", "not specified", "[stock_type]", "{{year}}", "%%model%%", "-"})
            QVERIFY2(meansNothing(u(nothing)), nothing);
        for (const char *something : {"Nova", "none of these", "[", "0"})
            QVERIFY2(!meansNothing(u(something)), something);
    }
    void datesAreReadInEveryFormSeen_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("assumed");
        QTest::newRow("basic") << u("20000330T153020-0800") << u("2000-03-30T23:30:20Z") << false;
        QTest::newRow("extended") << u("2000-03-30T15:30:20-08:00") << u("2000-03-30T23:30:20Z") << false;
        QTest::newRow("one-digit offset") << u("2000-03-30T15:30:20-08:0") << u("2000-03-30T23:30:20Z") << false;
        QTest::newRow("no zone, one-digit hour") << u("2008-06-25T8:47:50") << u("2008-06-25T14:47:50Z") << true;
        QTest::newRow("PM behind") << u("2014-04-07T4:35:52 PM") << u("2014-04-07T22:35:52Z") << true;
        QTest::newRow("milliseconds, Z") << u("2025-08-14T14:28:21.045Z") << u("2025-08-14T14:28:21.045000Z") << false;
        QTest::newRow("milliseconds, offset") << u("2025-08-14T14:28:21.045-03:00") << u("2025-08-14T17:28:21.045000Z") << false;
        QTest::newRow("blank for T") << u("2024-01-15 09:05:00") << u("2024-01-15T16:05:00Z") << true;
        QTest::newRow("m-d-Y") << u("03-30-2024") << u("2024-03-30T06:00:00Z") << true;
        QTest::newRow("m/d/y") << u("3/30/24 3:30 pm") << u("2024-03-30T21:30:00Z") << true;
        QTest::newRow("day first by force") << u("30/03/2024") << u("2024-03-30T06:00:00Z") << true;
        QTest::newRow("microseconds") << u("2024-01-15T09:05:00.123456") << u("2024-01-15T16:05:00.123456Z") << true;
        QTest::newRow("mail") << u("Sat, 30 Mar 2024 16:31:00 -0700") << u("2024-03-30T23:31:00Z") << false;
        QTest::newRow("words") << u("March 30, 2024 3:30 PM PST") << u("2024-03-30T23:30:00Z") << false;
        QTest::newRow("noon") << u("2024-01-15 12:00 AM") << u("2024-01-15T07:00:00Z") << true;
    }
    void datesAreReadInEveryFormSeen()
    {
        QFETCH(QString, written);
        QFETCH(QString, expected);
        QFETCH(bool, assumed);
        const std::optional<ReadDate> date = readDate(written, u("America/Denver"));
        QVERIFY(date);
        QCOMPARE(date->at.toIso(), expected);
        QCOMPARE(date->zoneAssumed, assumed);
    }
    void whatIsNoDateIsNone()
    {
        for (const char *text : {"", "yesterday", "13/45/2024", "2024-02-30", "0000-00-00 00:00:00", "12345", "1970-01-01",
                                 "2024-03-30T25:00:00Z", "Smith, 30"})
            QVERIFY2(!readDate(u(text), u("America/Denver")), text);
        QVERIFY(!readDate(u("2024-03-30 10:00"), u("Nowhere/Else")));
    }
    void aMissingHourInSpringIsTheFirstOneAfterIt()
    {
        QCOMPARE(readDate(u("2026-03-08 02:30"), u("America/Denver"))->at.toIso(), u("2026-03-08T09:00:00Z"));
        QCOMPARE(readDate(u("2026-11-01 01:30"), u("America/Denver"))->at.toIso(), u("2026-11-01T07:30:00Z"));
    }
    void addressesAreWrittenInCodes()
    {
        const Address address = readAddress({u("1 Example Way"), u("SANTA FE"), u("New Mexico"), u("875010000"), u("usa")});
        QCOMPARE(address.city, u("Santa Fe"));
        QCOMPARE(address.region, u("NM"));
        QCOMPARE(address.postcode, u("87501-0000"));
        QCOMPARE(address.country, u("US"));
        QCOMPARE(regionCode(u("Québec")), u("QC"));
        QCOMPARE(countryOfRegion(u("BC")), u("CA"));
        QCOMPARE(regionCode(u("Bavaria")), QString());
    }
    void pricesAreReadInCents()
    {
        QCOMPARE(readPrice(u("$23,995.50")).value_or(0), 2399550);
        QCOMPARE(readPrice(u("23995")).value_or(0), 2399500);
        QCOMPARE(readPrice(u("18.5")).value_or(0), 1850);
        for (const char *none : {"", "0.00", "call", "-5", "20k"})
            QVERIFY2(!readPrice(u(none)), none);
    }
    void charactersAreDecodedByTheSurestSign()
    {
        QCOMPARE(decode("\xef\xbb\xbf" "abc").text, u("abc"));
        QCOMPARE(decode(QByteArray("a\0b\0", 4)).text, u("ab"));
        QCOMPARE(decode("caf\xc3\xa9", "iso-8859-1").text, u("café")); // declared wrongly: valid UTF-8 wins
        QVERIFY(decode("caf\xc3\xa9", "iso-8859-1").mended);
        QCOMPARE(decode("caf\xe9", "utf-8").text, u("café"));
        QVERIFY(decode("caf\xe9", "utf-8").mended);
        QCOMPARE(decode("\x93hi\x94").text, u("“hi”"));
        QCOMPARE(decode("caf\xe9", "iso-8859-1").how, u("declared"));
        QVERIFY(looksBinary(QByteArray("\x89PNG\0\0", 6)));
        QVERIFY(!looksBinary("plain\r\ntext\t"));
    }
    void onlyLinesOfAFormLeaveTheCustomersWords()
    {
        const CommentParts parts = partComment(u("Please do not call me at work.\nText opt-in: yes\nBlue one"));
        QCOMPARE(parts.own, u("Please do not call me at work.\nBlue one"));
        QCOMPARE(parts.consentSaid, u("Please do not call me at work.\nText opt-in: yes"));
    }
    void namesDifferOnlyWhenTheyShareNothing()
    {
        QVERIFY(namesDiffer(u("Ann Example"), u("Carlos Vega")));
        QVERIFY(!namesDiffer(u("Ann Example"), u("Bob EXAMPLE")));
        QVERIFY(!namesDiffer(u("José Vega"), u("Jose V.")));
        QVERIFY(!namesDiffer(u("Ann"), u("Carlos Vega")));
    }
    void aLeadSurvivesBeingWrittenAsAnEventsBody()
    {
        LeadDraft lead;
        lead.name = {u("Ann Example"), u("Ann"), u("Example"), false};
        lead.points = {{ContactPoint::Type::Phone, u("+15055550101"), u("505-555-0101"), u("mobile"), u("7"), true},
                       {ContactPoint::Type::Email, {}, u("ann at home"), {}, {}, false}};
        lead.address = {u("1 Way"), u("Santa Fe"), u("NM"), u("87501"), u("US")};
        lead.zones = {u("America/Denver")};
        lead.language = u("es");
        lead.wanted = {u("2024"), u("Honda"), u("CR-V"), u("EX"), u("Blue"), u("H1"), u("VIN"), u("new"), u("12 mi"), 3600000};
        lead.alsoWanted = {Vehicle{{}, u("Kia"), {}, {}, {}, {}, {}, {}, {}, {}}};
        lead.trade = Vehicle{};
        lead.source = u("Website");
        lead.vendor = u("Store");
        lead.comments = u("Hi");
        lead.timeframe = u("soon");
        lead.consentSaid = u("yes");
        lead.warnings = {u("w")};
        lead.extra = {{u("a"), u("b")}};
        lead.requestedAt = Instant{1'700'000'000'123'456};
        lead.requestZoneAssumed = true;
        lead.resend = true;
        lead.keys = {u("adf:a/1"), u("print:x")};
        lead.ownerLogin = u("ann");
        lead.planId = u("fresh");
        const LeadDraft again = LeadDraft::fromBody(lead.toBody());
        QCOMPARE(again.toBody(), lead.toBody());
        QCOMPARE(again.points, lead.points);
        QCOMPARE(again.name, lead.name);
        QCOMPARE(again.address, lead.address);
        QCOMPARE(again.wanted, lead.wanted);
        QCOMPARE(again.alsoWanted, lead.alsoWanted);
        QVERIFY(again.trade && *again.trade == *lead.trade);
        QCOMPARE(again.requestedAt->us, lead.requestedAt->us);
        QCOMPARE(again.zones, lead.zones);
        QCOMPARE(again.keys, lead.keys);
        QVERIFY(again.resend && again.requestZoneAssumed);
        QVERIFY(LeadDraft().toBody().isEmpty());
    }
};

QTEST_GUILESS_MAIN(NormalizeIntakeTest)
#include "normalize_intake_test.moc"
