#include "core/desk/word_facts.h"
#include "core/desk/desk_types.h"
#include "core/plan/next_step.h"
#include "core/plan/starter_plans.h"
#include "core/words/word_book.h"
#include "core/words/message_check.h"
#include "core/words/words.h"

#include "sample_customer.h"

#include <QRegularExpression>

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

const QStringList Placeholders = {u"first_name"_s, u"city"_s,    u"vehicle"_s,       u"trade"_s,          u"appointment"_s,
                                  u"agent"_s,      u"rooftop"_s, u"rooftop_phone"_s, u"rooftop_address"_s,
                                  u"news"_s};

const QStringList WritersOwn = {u"answer"_s, u"figures"_s}; // what no fact can fill in

PreparedWords prepare(const QString &key, Medium medium, const WordFacts &facts, const QString &language = u"en"_s)
{
    return prepareWords(WordBook::shipped(), key, medium, language, facts);
}

WordFacts allFacts()
{
    WordFacts facts;
    for (const QString &name : Placeholders)
        facts.insert(name, u"<%1>"_s.arg(name));
    return facts;
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsInWhatIsKnown()
    {
        WordFacts facts = allFacts();
        facts.insert(u"first_name"_s, u"Elena"_s);
        facts.insert(u"vehicle"_s, u"2024 Honda CR-V"_s);
        const PreparedWords words = prepare(u"visit.invite"_s, Medium::Email, facts);
        QVERIFY(words.missing.isEmpty());
        QCOMPARE(words.subject, u"Half an hour with the 2024 Honda CR-V"_s);
        QVERIFY(words.body.startsWith(u"Hi Elena,"_s));
    }

    // A step may be done days after its day: how long ago something was is for the writer to say.
    void claimsNoDayThatMayBeAnother()
    {
        static const QRegularExpression claim(u"\\b(yesterday|moment ago|ayer|hace un momento)\\b"_s, QRegularExpression::CaseInsensitiveOption);
        for (const WordTemplate &words : WordBook::shipped().all())
            QVERIFY2(!claim.match(words.body).hasMatch(), qPrintable(words.id() + u": "_s + words.body));
    }

    void endsEveryEmailWithSignatureAddressAndAWayOut()
    {
        for (const WordTemplate &words : WordBook::shipped().all()) {
            if (words.medium != Medium::Email || words.key.startsWith(u'_'))
                continue;
            const PreparedWords prepared = prepareWords(WordBook::shipped(), words, allFacts());
            QVERIFY2(prepared.body.contains(u"<agent>\n<rooftop>\n<rooftop_phone>\n<rooftop_address>\n"_s), qPrintable(words.id()));
            QVERIFY2(prepared.body.contains(u"STOP"_s), qPrintable(words.id()));
        }
    }

    void listsWhatIsMissingOnceAndLeavesItVisible()
    {
        WordFacts facts = allFacts();
        facts.remove(u"agent"_s);
        facts.insert(u"rooftop_phone"_s, u"  "_s);
        const PreparedWords words = prepare(u"inquiry.first"_s, Medium::Call, facts);
        QCOMPARE(words.missing, (QStringList{u"agent"_s, u"rooftop_phone"_s}));
        QVERIFY(words.body.contains(u"{{agent}}"_s));
    }

    void leavesTheAnswerToTheWriter()
    {
        const PreparedWords words = prepare(u"answer"_s, Medium::Email, allFacts());
        QCOMPARE(words.missing, QStringList{u"answer"_s});
    }

    void putsTheSparePhraseWhereNothingIsKnown()
    {
        WordFacts facts = allFacts();
        facts.remove(u"first_name"_s);
        facts.remove(u"vehicle"_s);
        const PreparedWords words = prepare(u"vehicle.show"_s, Medium::Text, facts);
        QVERIFY(words.missing.isEmpty());
        QVERIFY(words.body.startsWith(u"Hi there, "_s));
        QVERIFY(words.body.contains(u"the car you asked about"_s));
    }

    void neverReadsAnInsertedValueForPlaceholders()
    {
        WordFacts facts = allFacts();
        facts.insert(u"first_name"_s, u"{{agent}} {{nothing}}"_s);
        const PreparedWords words = prepare(u"vehicle.show"_s, Medium::Text, facts);
        QVERIFY(words.body.startsWith(u"Hi {{agent}} {{nothing}}, "_s));
        QVERIFY(words.missing.isEmpty());
    }

    void keepsASubjectOnOneLine()
    {
        WordFacts facts = allFacts();
        facts.insert(u"vehicle"_s, u"CR-V\r\nBcc: somebody@example.com"_s);
        QVERIFY(!prepare(u"inquiry.first"_s, Medium::Email, facts).subject.contains(u'\n'));
    }

    void hasNothingForAnUnknownKey()
    {
        const PreparedWords words = prepare(u"no.such.words"_s, Medium::Text, allFacts());
        QVERIFY(words.body.isEmpty() && words.subject.isEmpty() && words.missing.isEmpty());
    }

    void gathersTheFactsOfALead()
    {
        CustomerState customer = elena();
        customer.leads[0].appointment = Appointment{EventId(), utc("2026-11-28T17:00:00Z"), u"Drive"_s, false};
        RooftopFacts rooftop;
        rooftop.name = u"Mesa Honda"_s;
        rooftop.street = u"1 Speedway Blvd"_s;
        rooftop.city = u"Tucson"_s;
        rooftop.region = u"AZ"_s;
        rooftop.postcode = u"85705"_s;
        rooftop.phone = u"+15205550100"_s;
        const Agent writer{u"marcus"_s, u"Marcus"_s, u"agent"_s};
        const WordFacts facts = wordFacts(customer, customer.leads[0], rooftop, writer, Instant());
        QCOMPARE(facts[u"first_name"_s], u"Elena"_s);
        QCOMPARE(facts[u"vehicle"_s], u"2024 Honda CR-V"_s);
        QCOMPARE(facts[u"appointment"_s], u"Saturday, Nov 28 at 10:00 am"_s);
        QCOMPARE(facts[u"rooftop_phone"_s], u"(520) 555-0100"_s);
        QCOMPARE(facts[u"rooftop_address"_s], u"1 Speedway Blvd, Tucson, AZ 85705"_s);
        const auto all = prepareAllWords(WordBook::shipped(), u"appointment.confirm"_s, customer, customer.leads[0], rooftop, writer, Instant());
        QCOMPARE(all.keys(), (QList{Medium::Call, Medium::Text, Medium::Email, Medium::Note}));
        for (const PreparedWords &words : all)
            QVERIFY(words.missing.isEmpty());
    }

    void greetsABusinessWithoutAName()
    {
        CustomerState customer = elena();
        customer.name.full = u"Mesquite Plumbing"_s;
        customer.name.first.clear();
        customer.name.business = true;
        QVERIFY(wordFacts(customer, customer.leads[0], RooftopFacts(), Agent(), Instant()).value(u"first_name"_s).isEmpty());
        customer.name.business = false;
        QCOMPARE(wordFacts(customer, customer.leads[0], RooftopFacts(), Agent(), Instant()).value(u"first_name"_s), u"Mesquite"_s);
    }

    void hasWordsForEveryStepByEveryMedium()
    {
        const auto plans = loadShippedPlans();
        QVERIFY(plans);
        QStringList keys = {u"promised"_s, u"answer"_s, u"appointment.confirm"_s, u"appointment.after"_s, u"appointment.missed"_s,
                            u"later.trade"_s, u"later.arrivals"_s, u"later.service"_s, u"later.timing"_s};
        for (const Plan &plan : *plans)
            for (const PlanStep &step : plan.steps)
                keys << step.words;
        for (const QString &key : keys)
            for (const Medium medium : {Medium::Call, Medium::Text, Medium::Email, Medium::Note})
                for (const QString &language : {u"en"_s, u"es"_s}) {
                    const auto found = WordBook::shipped().find(key, medium, language);
                    QVERIFY2(!found.isEmpty() && found.first().language == language, qPrintable(key + u' ' + toText(medium) + u' ' + language));
                }
    }

    void hasTheSameWordingsInBothLanguages()
    {
        for (const WordTemplate &words : WordBook::shipped().all()) {
            WordTemplate other = words;
            other.language = words.language == u"en" ? u"es"_s : u"en"_s;
            QVERIFY2(WordBook::shipped().byId(other.id()), qPrintable(other.id()));
        }
    }

    // The check is what decides whether a message goes out: none that comes with Beback may be stopped by it.
    void passesItsOwnCheck()
    {
        static const QRegularExpression please(u"!|\\bplease\\b|por favor"_s, QRegularExpression::CaseInsensitiveOption);
        WordFacts known = allFacts();
        known.insert(u"first_name"_s, u"Elena"_s);
        known.insert(u"agent"_s, u"Marcus Webb"_s);
        known.insert(u"rooftop"_s, u"Mesa Honda"_s);
        known.insert(u"rooftop_address"_s, u"1 Speedway Blvd, Tucson, AZ 85705"_s);
        known.insert(u"vehicle"_s, u"2024 Honda CR-V"_s);
        known.insert(u"trade"_s, u"2017 Ford Escape"_s);
        known.insert(u"city"_s, u"Tucson"_s);
        known.insert(u"rooftop_phone"_s, u"(520) 555-0100"_s);
        known.insert(u"appointment"_s, u"Saturday, Nov 28 at 10:00 am"_s);
        known.insert(u"news"_s, u"A new program began."_s);
        known.insert(u"answer"_s, u"It has four new tires."_s);
        known.insert(u"figures"_s, u"Mileage, condition and market."_s);
        for (const WordTemplate &words : WordBook::shipped().all()) {
            if (words.key.startsWith(u'_'))
                continue;
            const PreparedWords prepared = prepareWords(WordBook::shipped(), words, known);
            QCOMPARE(prepared.mustAsk.size(), 1);
            QVERIFY2(!please.match(prepared.subject + prepared.body).hasMatch(), qPrintable(words.id()));
            if (words.medium == Medium::Call)
                continue;
            MessageFacts facts;
            facts.language = words.language;
            facts.languageKnown = true;
            facts.names = {u"elena"_s, u"vasquez"_s};
            facts.agent = u"Marcus Webb"_s;
            facts.rooftop = u"Mesa Honda"_s;
            facts.address = known.value(u"rooftop_address"_s);
            facts.mustAsk = prepared.mustAsk;
            for (const Finding &finding : checkMessage({words.medium, prepared.subject, prepared.body}, facts))
                QVERIFY2(finding.weight == Finding::Weight::Warns && finding.kind != Finding::Kind::Language, qPrintable(words.id() + u": "_s + finding.fact + u" in: "_s + prepared.body));
        }
    }

    void usesOnlyPlaceholdersThatExistAndTextsThatFit()
    {
        for (const WordTemplate &words : WordBook::shipped().all()) {
            for (const QString &name : placeholdersOf(words.subject + words.body))
                QVERIFY2(Placeholders.contains(name) || WritersOwn.contains(name), qPrintable(words.id() + u' ' + name));
            // Two text messages' worth at most, long names included; with Spanish accents it is cut into more of them.
            const PreparedWords filled = prepareWords(WordBook::shipped(), words, allFacts());
            QVERIFY2(words.medium != Medium::Text || filled.body.size() <= 306, qPrintable(words.id()));
        }
    }

    void takesAnotherWordingForWhoGotTheFirst()
    {
        const WordFacts facts = allFacts();
        const PreparedWords first = prepareWords(WordBook::shipped(), u"later.keep"_s, Medium::Text, u"en"_s, facts);
        QCOMPARE(first.which, 1);
        QCOMPARE(first.of, 2);
        const PreparedWords second = prepareWords(WordBook::shipped(), u"later.keep"_s, Medium::Text, u"en"_s, facts, {{first.wording, 1}});
        QCOMPARE(second.which, 2);
        QVERIFY(second.body != first.body);
        const PreparedWords again = prepareWords(WordBook::shipped(), u"later.keep"_s, Medium::Text, u"en"_s, facts, {{first.wording, 1}, {second.wording, 2}});
        QCOMPARE(again.which, 1);
    }

    void writesInTheirLanguageWhereThereAreWords()
    {
        QVERIFY(prepare(u"inquiry.first"_s, Medium::Text, allFacts(), u"es"_s).body.contains(u'\u00BF'));
        QCOMPARE(prepare(u"inquiry.first"_s, Medium::Text, allFacts(), u"fr"_s).body, prepare(u"inquiry.first"_s, Medium::Text, allFacts()).body);
    }

    void refusesABrokenFile_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("words before an entry") << u"# fine\nHello"_s << u"Line 2"_s;
        QTest::newRow("no medium") << u"== key\nHello"_s << u"Line 1"_s;
        QTest::newRow("an unknown medium") << u"\n== key pigeon\nHello"_s << u"Line 2"_s;
        QTest::newRow("no words") << u"== a text\n\n== b text\n[[Hello?]]"_s << u"Line 1"_s;
        QTest::newRow("an e-mail without subject") << u"== a email\n[[Hello?]]"_s << u"subject"_s;
        QTest::newRow("a text with one") << u"== a text\nSubject: Hi\n[[Hello?]]"_s << u"subject"_s;
        QTest::newRow("nothing that must be asked") << u"== a text\nHow are you?"_s << u"has to be asked"_s;
        QTest::newRow("no question between the brackets") << u"== a text\n[[Hello.]]"_s << u"question mark"_s;
        QTest::newRow("brackets that stay open") << u"== a text\n[[Hello?"_s << u"not closed"_s;
        QTest::newRow("a placeholder nobody fills") << u"== a text\n[[Hello, {{nickname}}?]]"_s << u"nickname"_s;
        QTest::newRow("twice") << u"== a text\n[[Hello?]]\n== a text\n[[Again?]]"_s << u"Line 3"_s;
    }
    void refusesABrokenFile()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        WordBook book;
        const auto read = book.read(text, u"en"_s);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(said), qPrintable(read.error().message));
    }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"
