#include "core/intake/adf_reader.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace beback;

namespace {

QByteArray fileOf(const char *name)
{
    QFile file(QStringLiteral(BEBACK_TEST_DATA "/adf/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no test input %s", name);
    return file.readAll();
}

AdfContext inAlbuquerque()
{
    AdfContext context;
    context.zone = QStringLiteral("America/Denver");
    return context;
}

QVector<Reading> read(const char *name)
{
    QByteArray content = fileOf(name);
    return readAdf(content, inAlbuquerque());
}

// The one lead of a file; an empty one, and a failed test, when it is not exactly that.
LeadDraft only(const char *name)
{
    const QVector<Reading> readings = read(name);
    if (readings.size() != 1 || !readings[0].lead) {
        qWarning("%s: %lld readings, %s", name, qlonglong(readings.size()),
                 readings.isEmpty() ? "" : qPrintable(readings[0].refusal.message));
        return {};
    }
    return *readings[0].lead;
}

QStringList valuesOf(const LeadDraft &lead)
{
    QStringList values;
    for (const ContactPoint &point : lead.points)
        values << point.value;
    return values;
}

QString labelsOf(const LeadDraft &lead)
{
    QStringList labels;
    for (const ContactPoint &point : lead.points)
        labels << point.label;
    return labels.join(QLatin1Char(' '));
}

Instant at(const char *iso)
{
    return Instant::fromIso(QLatin1String(iso));
}

} // namespace

class AdfIntakeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a01_anInstructionBeforeTheDeclarationIsPassedOver()
    {
        const LeadDraft lead = only("01_instruction_before_declaration.xml");
        QCOMPARE(lead.name.display(), QStringLiteral("Ann Example"));
        QCOMPARE(lead.wanted.label(), QStringLiteral("2024 Honda CR-V"));
    }
    void a02_aBlankLineBeforeTheDeclarationDoesNoHarm()
    {
        QCOMPARE(valuesOf(only("02_blank_line_before_declaration.xml")),
                 (QStringList{QStringLiteral("+15055550101"), QStringLiteral("ann@example.com")}));
    }
    void a03_aDeclarationThatIsNotClosedDoesNoHarm()
    {
        QCOMPARE(only("03_declaration_not_closed.xml").vendor, QStringLiteral("Sandia Motors"));
    }
    void a04_attributesWithoutOrWithCurlyQuotesAreRead()
    {
        const LeadDraft lead = only("04_unquoted_attributes.xml");
        QCOMPARE(lead.name.first, QStringLiteral("Ben"));
        QCOMPARE(lead.name.last, QStringLiteral("Example"));
        QCOMPARE(lead.wanted.condition, QStringLiteral("used"));
        QCOMPARE(lead.wanted.odometer, QStringLiteral("41200 mi"));
        QCOMPARE(lead.wanted.priceCents.value_or(0), 1850000);
        QCOMPARE(lead.keys.constFirst(), QStringLiteral("adf:portal/0401"));
        QVERIFY(lead.warnings.join(QLatin1Char(' ')).contains(QLatin1String("not quoted")));
    }
    void a05_vendorAndProviderBesideTheProspectAreFound()
    {
        const LeadDraft lead = only("05_vendor_outside_prospect.xml");
        QCOMPARE(lead.vendor, QStringLiteral("Rio Grande Auto"));
        QCOMPARE(lead.source, QStringLiteral("Lead Mill"));
        QCOMPARE(lead.comments, QStringLiteral("Is it still on the lot?"));
    }
    void a06_aLeadWithoutVehicleAndVendorIsTaken()
    {
        const LeadDraft lead = only("06_no_vehicle_no_vendor.xml");
        QVERIFY(lead.wanted.isEmpty());
        QCOMPARE(lead.comments, QStringLiteral("Please send me your hours."));
        QCOMPARE(lead.source, QStringLiteral("ADF"));
    }
    void a07_theOrderOfElementsDoesNotMatter()
    {
        const LeadDraft lead = only("07_free_order.xml");
        QCOMPARE(lead.name.display(), QStringLiteral("Eli Example"));
        QCOMPARE(lead.address.street, QStringLiteral("12 Example Rd"));
        QCOMPARE(lead.address.region, QStringLiteral("NM"));
        QCOMPARE(lead.address.country, QStringLiteral("US"));
        QCOMPARE(*lead.requestedAt, at("2024-03-30T23:30:20Z"));
    }
    void a08_caseAndPrefixOfNamesDoNotMatter()
    {
        const LeadDraft lead = only("08_case_prefix_no_wrapper.xml");
        QCOMPARE(lead.name.display(), QStringLiteral("Fay Example"));
        QCOMPARE(lead.wanted.label(), QStringLiteral("2024 Mazda CX-5"));
        QCOMPARE(lead.wanted.condition, QStringLiteral("new"));
        QCOMPARE(labelsOf(lead), QStringLiteral("mobile"));
    }
    void a09_everyProspectOfAFileIsReadAndAResendIsMarked()
    {
        const QVector<Reading> readings = read("09_several_prospects_resend.xml");
        QCOMPARE(readings.size(), 3);
        QVERIFY(readings[0].lead && readings[1].lead && readings[2].lead);
        QVERIFY(!readings[0].lead->resend);
        QVERIFY(readings[1].lead->resend);
        QCOMPARE(readings[2].lead->name.first, QStringLiteral("Ida"));
        QCOMPARE(readings[2].place, QStringLiteral("prospect 3"));
    }
    void a10_aTradeInIsNeverTakenForTheWantedVehicle()
    {
        const QVector<Reading> readings = read("10_trade_first.xml");
        QCOMPARE(readings.size(), 3);
        QCOMPARE(readings[0].lead->wanted.label(), QStringLiteral("2024 Honda CR-V"));
        QCOMPARE(readings[0].lead->trade->label(), QStringLiteral("2015 Ford Focus"));
        QVERIFY(readings[1].lead->wanted.isEmpty());
        QCOMPARE(readings[1].lead->trade->label(), QStringLiteral("2012 Kia Rio"));
        QVERIFY(!readings[2].lead->trade);
    }
    void a11_statusAndOdometerAreReadInEveryWriting()
    {
        const QVector<Reading> readings = read("11_status_and_odometer.xml");
        QCOMPARE(readings[0].lead->wanted.condition, QStringLiteral("used"));
        QCOMPARE(readings[0].lead->wanted.odometer, QStringLiteral("45210 mi"));
        QCOMPARE(readings[1].lead->wanted.condition, QString());
        QCOMPARE(readings[1].lead->wanted.odometer, QStringLiteral("72000 km"));
        QCOMPARE(readings[1].lead->extra.value(QLatin1String("vehicle finance")).toString(),
                 QStringLiteral("finance, downpayment 2000, downpayment 150"));
        QCOMPARE(readings[2].lead->wanted.condition, QString());
        QCOMPARE(readings[2].lead->wanted.odometer, QString());
    }
    void a12_phoneTypesBecomeLabelsAndExtensionsAreKept()
    {
        const LeadDraft lead = only("12_phone_types.xml");
        QCOMPARE(valuesOf(lead), (QStringList{QStringLiteral("+15055550118"), QStringLiteral("+18002285917"),
                                              QStringLiteral("+15055550119"), QStringLiteral("+15055550120"),
                                              QStringLiteral("+15055550121"), QStringLiteral("+15055550122")}));
        QCOMPARE(labelsOf(lead), QStringLiteral("home work mobile mobile work "));
        QCOMPARE(lead.points[1].extension, QStringLiteral("222"));
    }
    void a13_otherNamesAndUnknownElementsAreKept()
    {
        const LeadDraft lead = only("13_other_element_names.xml");
        QCOMPARE(lead.wanted.stock, QStringLiteral("S4411"));
        QCOMPARE(lead.comments, QStringLiteral("Call after lunch."));
        QCOMPARE(lead.extra.value(QLatin1String("dealix")).toString(), QStringLiteral("West"));
        QCOMPARE(lead.extra.value(QLatin1String("identification")).toString(), QStringLiteral("A-17"));
        QCOMPARE(lead.extra.value(QLatin1String("partner-score")).toString(), QStringLiteral("82"));
        QCOMPARE(lead.extra.value(QLatin1String("vehicle options")).toString(), QStringLiteral("Roof rack"));
    }
    void a14_idsUsedAsATableAreFactsAndNoIdentities()
    {
        const LeadDraft lead = only("14_ids_as_table.xml");
        QCOMPARE(lead.keys.size(), 2);
        QCOMPARE(lead.keys[0], QStringLiteral("adf:car portal/1401"));
        QVERIFY(lead.keys[1].startsWith(QLatin1String("print:")));
        QCOMPARE(lead.extra.value(QLatin1String("IPAddress")).toString(), QStringLiteral("192.0.2.7"));
        QCOMPARE(lead.extra.value(QLatin1String("MediaType")).toString(), QStringLiteral("Web"));
        QCOMPARE(lead.consentSaid, QStringLiteral("TPCA_Consent: Yes"));
    }
    void a15_consentInACommentIsShownAndNothingElse()
    {
        const LeadDraft lead = only("15_cdata_comments.xml");
        QCOMPARE(valuesOf(lead), QStringList{QStringLiteral("+15055550125")});
        QCOMPARE(lead.consentSaid,
                 QStringLiteral("Email opt-in: Yes\nPhone opt-in: No\nPreferred Contact Method: Email"));
        QVERIFY(lead.comments.startsWith(QLatin1String("I like the blue one.\nVIN: ")));
        QVERIFY(!lead.comments.contains(QLatin1String("opt-in")));
        QVERIFY(!lead.points[0].preferred);
        QCOMPARE(lead.wanted.vin, QStringLiteral("1HGCM82633A004352"));
        QCOMPARE(lead.wanted.odometer, QStringLiteral("45,210 & rising"));
    }
    void a16_yearsThatAreNoneAndGluedModelsAreParted()
    {
        const QVector<Reading> readings = read("16_year_and_model.xml");
        QCOMPARE(readings.size(), 4);
        QCOMPARE(readings[0].lead->wanted.label(), QStringLiteral("Honda"));
        const Vehicle &glued = readings[1].lead->wanted;
        QCOMPARE(glued.label(), QStringLiteral("2023 Harley-Davidson Road Glide"));
        QCOMPARE(glued.stock, QStringLiteral("HD1234"));
        QCOMPARE(glued.color, QStringLiteral("Vivid Black"));
        QCOMPARE(readings[2].lead->wanted.label(), QStringLiteral("2019-2022 Honda Civic"));
        QCOMPARE(readings[3].lead->wanted.label(), QStringLiteral("Honda Accord"));
    }
    void a17_textNobodyEscapedIsReadAsItWasMeant()
    {
        const LeadDraft lead = only("17_unescaped_text.xml");
        QCOMPARE(lead.wanted.make, QStringLiteral("Dodge & Ram"));
        QCOMPARE(lead.comments, QStringLiteral("Looking for price < 20000 & under <50k miles, R&D budget <really low"));
    }
    void a18_undeclaredEntitiesBecomeTheirCharacters()
    {
        const LeadDraft lead = only("18_entities.xml");
        QCOMPARE(lead.name.display(), QString::fromUtf8("José Muñoz"));
        QCOMPARE(lead.comments, QString::fromUtf8("Black leather, 3½ years, café & cream"));
    }
    void a20_strayTextBetweenElementsIsPassedOver()
    {
        QCOMPARE(only("20_stray_text.xml").wanted.label(), QStringLiteral("2024 Honda Pilot"));
    }
    void a21_aFileThatDeclaresEntitiesIsRefusedWhole()
    {
        const QVector<Reading> readings = read("21_entity_expansion.xml");
        QCOMPARE(readings.size(), 1);
        QVERIFY(!readings[0].lead);
        QVERIFY(readings[0].refusal.message.contains(QLatin1String("entities")));
        QCOMPARE(readings[0].content, fileOf("21_entity_expansion.xml"));
    }
    void a23_linesThatLookQuotedStayInAPlainLead()
    {
        const LeadDraft lead = only("23_lines_like_quotes.xml");
        QVERIFY(lead.comments.contains(QLatin1String("> is it blue?")));
        QVERIFY(lead.comments.endsWith(QLatin1String("Regards")));
        QCOMPARE(lead.vendor, QStringLiteral("Sandia Motors"));
    }
    void a24_lettersAreReadInTheirCharacterSet()
    {
        const LeadDraft undeclared = only("24_undeclared_letters.xml");
        QCOMPARE(undeclared.wanted.make, QString::fromUtf8("EverGreen®"));
        QCOMPARE(undeclared.name.first, QString::fromUtf8("Chloé"));
        const LeadDraft declared = only("24_declared_windows_1252.xml");
        QCOMPARE(declared.name.display(), QString::fromUtf8("Zoë O’Example"));
        QCOMPARE(declared.comments, QString::fromUtf8("“Quoted” – with a dash, 5 €"));
        QCOMPARE(only("24_utf16.xml").name.first, QString::fromUtf8("Renée"));
    }
    void a25_vinsAreTrimmedAndANumberGivenTwiceIsOnePoint()
    {
        const LeadDraft lead = only("25_vin_and_duplicates.xml");
        QCOMPARE(lead.wanted.vin, QStringLiteral("1HGCM82633A00435"));
        QVERIFY(lead.warnings.join(QLatin1Char(' ')).contains(QLatin1String("16 characters")));
        QCOMPARE(valuesOf(lead), QStringList{QStringLiteral("+15055550139")});
        QCOMPARE(labelsOf(lead), QStringLiteral("mobile"));
        QCOMPARE(lead.name.full, QStringLiteral("Deb Q. Example"));
        QCOMPARE(lead.name.first, QStringLiteral("Deb"));
    }
    void a26_countriesInWordsBecomeCodes()
    {
        const QVector<Reading> readings = read("26_country_words.xml");
        QCOMPARE(readings[0].lead->address.country, QStringLiteral("CA"));
        QCOMPARE(readings[0].lead->address.region, QStringLiteral("ON"));
        QCOMPARE(readings[0].lead->address.city, QStringLiteral("Toronto"));
        QCOMPARE(readings[0].lead->address.postcode, QStringLiteral("M5V 2T6"));
        QCOMPARE(readings[1].lead->address.country, QStringLiteral("US"));
        QCOMPARE(readings[1].lead->address.postcode, QStringLiteral("02134"));
    }
    void a27_aPriceOfZeroIsUnknown()
    {
        const QVector<Reading> readings = read("27_price_zero.xml");
        QVERIFY(!readings[0].lead->wanted.priceCents);
        QCOMPARE(readings[1].lead->wanted.priceCents.value_or(0), 2899550);
    }

    void aLeadInTheFormOfTheSpecificationIsReadWhole()
    {
        const LeadDraft lead = only("spec_form.xml");
        QCOMPARE(lead.name.full, QStringLiteral("Max Q Example Jr"));
        QCOMPARE(valuesOf(lead), (QStringList{QStringLiteral("+15055550147"), QStringLiteral("max@example.com")}));
        QVERIFY(lead.points[1].preferred);
        QCOMPARE(lead.extra.value(QLatin1String("best time to call")).toString(), QStringLiteral("evening"));
        QCOMPARE(lead.address.street, QStringLiteral("1 Example Way, Building C, Apt 4"));
        QCOMPARE(lead.wanted.label(), QStringLiteral("2024 Honda CR-V EX-L"));
        QCOMPARE(lead.wanted.color, QStringLiteral("Blue"));
        QCOMPARE(lead.wanted.priceCents.value_or(0), 3600000);
        QCOMPARE(lead.extra.value(QLatin1String("interest")).toString(), QStringLiteral("lease"));
        QCOMPARE(lead.timeframe, QStringLiteral("Within 2 weeks, from 2024-04-01"));
        QCOMPARE(lead.comments, QStringLiteral("Weekends are best.\nTest drive first"));
        QCOMPARE(*lead.requestedAt, at("2024-03-30T23:30:20Z"));
        QVERIFY(!lead.requestZoneAssumed);
        QVERIFY2(lead.warnings.isEmpty(), qPrintable(lead.warnings.join(QLatin1Char('|'))));
    }
    void aLeadThatBreaksOffIsRefusedWithWhatThereIs()
    {
        const QVector<Reading> readings = read("truncated.xml");
        QCOMPARE(readings.size(), 1);
        QVERIFY(readings[0].refusal.message.contains(QLatin1String("breaks off")));
        QVERIFY(readings[0].content.startsWith("<prospect"));
    }
    void aProspectWithoutItsEndTagDoesNotSwallowTheNext()
    {
        const QVector<Reading> readings = read("end_missing.xml");
        QCOMPARE(readings.size(), 2);
        QVERIFY(readings[0].lead && readings[1].lead);
        QCOMPARE(readings[0].lead->name.first, QStringLiteral("Jan"));
        QCOMPARE(readings[1].lead->name.first, QStringLiteral("Ken"));
        QVERIFY(readings[0].lead->warnings.join(QLatin1Char(' ')).contains(QLatin1String("was missing")));
    }
    void aNameWithoutAnyWayToReachItIsRefused()
    {
        const QVector<Reading> readings = read("nobody.xml");
        QCOMPARE(readings.size(), 1);
        QVERIFY(!readings[0].lead);
        QVERIFY(readings[0].refusal.message.contains(QLatin1String("Add one")));
    }
    void theSameContentHasTheSamePrintWhateverItsIdAndWrapping()
    {
        const QByteArray whole = fileOf("02_blank_line_before_declaration.xml");
        QByteArray other = whole.trimmed();
        other.replace("0201", "9999").replace("<adf>", "<ADF>\n\n").replace("</adf>", "</ADF>");
        const LeadDraft a = *readAdf(whole, inAlbuquerque()).at(0).lead;
        const LeadDraft b = *readAdf(other, inAlbuquerque()).at(0).lead;
        QCOMPARE(a.keys.constLast(), b.keys.constLast());
        QVERIFY(a.keys.constFirst() != b.keys.constFirst());
        other.replace("Honda", "Mazda");
        QVERIFY(readAdf(other, inAlbuquerque()).at(0).lead->keys.constLast() != a.keys.constLast());
    }

    void hostileInputIsRefusedInBoundedTime_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray deep = QByteArray("<x>").repeated(200'000);
        QTest::newRow("deep") << QByteArray("<adf><prospect>" + deep + QByteArray("</x>").repeated(200'000) + "</prospect></adf>");
        QTest::newRow("deep but small")
            << QByteArray("<adf><prospect>" + QByteArray("<x>").repeated(100) + QByteArray("</x>").repeated(100) + "</prospect></adf>");
        QTest::newRow("long tag") << QByteArray("<adf><prospect><id source=\"" + QByteArray(20'000, 'a') + "\">1</id></prospect></adf>");
        QTest::newRow("tag without end") << QByteArray("<adf><prospect><id " + QByteArray(5'000'000, 'a'));
        QTest::newRow("large lead") << QByteArray("<adf><prospect><comments>" + QByteArray(40'000'000, 'a') + "</comments></prospect></adf>");
        QTest::newRow("comment without end") << QByteArray("<adf><!-- " + QByteArray(20'000'000, 'a'));
        QTest::newRow("many angles") << QByteArray("<adf><prospect><customer>" + QByteArray("<a ").repeated(80'000) + "</customer></prospect></adf>");
        QTest::newRow("binary") << QByteArray("PK\x03\x04\0\0\0\0<adf><prospect>", 24).repeated(1000);
        QTest::newRow("entity inside") << QByteArray("<adf><prospect><!ENTITY a SYSTEM \"file:///etc/passwd\"></prospect></adf>");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("Hello, is the car still there?");
    }
    void hostileInputIsRefusedInBoundedTime()
    {
        QFETCH(QByteArray, content);
        QElapsedTimer timer;
        timer.start();
        const QVector<Reading> readings = readAdf(content, inAlbuquerque());
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!readings.isEmpty());
        for (const Reading &reading : readings) {
            QVERIFY(!reading.lead);
            QVERIFY(!reading.refusal.message.isEmpty());
        }
    }
    void aFileOfManyProspectsIsReadOneByOne()
    {
        QByteArray one = fileOf("spec_form.xml");
        one = one.mid(one.indexOf("<prospect"));
        one.truncate(one.indexOf("</adf>"));
        QByteArray many = "<adf>\n" + one.repeated(5000) + "</adf>";
        QBuffer buffer(&many);
        buffer.open(QIODevice::ReadOnly);
        int leads = 0;
        const auto done = forEachProspect(buffer, inAlbuquerque(), [&leads](Reading &&reading) {
            leads += reading.lead ? 1 : 0;
            return leads < 4000;
        });
        QVERIFY(done);
        QCOMPARE(leads, 4000); // and the callback's "stop" was obeyed
    }
    // Cuts and changes at random places (the same ones every time): nothing may crash, hang or lose count.
    void damagedInputNeverCrashes()
    {
        const char *const names[] = {"spec_form.xml", "04_unquoted_attributes.xml", "15_cdata_comments.xml",
                                     "17_unescaped_text.xml", "24_utf16.xml", "09_several_prospects_resend.xml"};
        quint64 state = 1;
        const auto chance = [&state](quint64 below) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            return (state >> 33) % below;
        };
        const QByteArray signs = "<>/&;\"'=![]-?\0 \n\xc3\xff" "a";
        int readings = 0;
        for (const char *name : names) {
            const QByteArray whole = fileOf(name);
            for (int round = 0; round < 300; ++round) {
                QByteArray damaged = whole;
                if (chance(2) == 0)
                    damaged.truncate(qsizetype(chance(quint64(whole.size()))));
                for (quint64 changes = chance(12); changes > 0 && !damaged.isEmpty(); --changes)
                    damaged[qsizetype(chance(quint64(damaged.size())))] = signs[qsizetype(chance(quint64(signs.size())))];
                const QVector<Reading> read = readAdf(damaged, inAlbuquerque());
                for (const Reading &reading : read)
                    QVERIFY(reading.lead.has_value() != !reading.refusal.message.isEmpty());
                readings += int(read.size());
            }
        }
        QVERIFY(readings >= 1800);
    }
};

QTEST_GUILESS_MAIN(AdfIntakeTest)
#include "adf_intake_test.moc"
