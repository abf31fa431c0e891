#include "core/desk/word_facts.h"
#include "core/desk/desk_types.h"
#include "core/plan/next_step.h"
#include "core/plan/starter_plans.h"
#include "core/words/word_book.h"
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
        const PreparedWords words = prepareWords(u"visit.invite"_s, Medium::Email, facts);
        QVERIFY(words.missing.isEmpty());
        QCOMPARE(words.subject, u"Half an hour with the 2024 Honda CR-V"_s);
        QVERIFY(words.body.startsWith(u"Hi Elena,"_s));
    }

    void endsEveryEmailWithSignatureAddressAndAWayOut()
    {
        for (const QString &key : WordBook::shipped().keys()) {
            if (key.startsWith(u'_'))
                continue;
            const PreparedWords words = prepareWords(key, Medium::Email, allFacts());
            QVERIFY2(words.body.contains(u"<agent>\n<rooftop>\n<rooftop_phone>\n<rooftop_address>\n"_s), qPrintable(key));
            QVERIFY2(words.body.contains(u"STOP"_s), qPrintable(key));
        }
    }

    void listsWhatIsMissingOnceAndLeavesItVisible()
    {
        WordFacts facts = allFacts();
        facts.remove(u"agent"_s);
        facts.insert(u"rooftop_phone"_s, u"  "_s);
        const PreparedWords words = prepareWords(u"inquiry.first"_s, Medium::Call, facts);
        QCOMPARE(words.missing, (QStringList{u"agent"_s, u"rooftop_phone"_s}));
        QVERIFY(words.body.contains(u"{{agent}}"_s));
    }

    void leavesTheAnswerToTheWriter()
    {
        const PreparedWords words = prepareWords(u"answer"_s, Medium::Email, allFacts());
        QCOMPARE(words.missing, QStringList{u"answer"_s});
    }

    void putsTheSparePhraseWhereNothingIsKnown()
    {
        WordFacts facts = allFacts();
        facts.remove(u"first_name"_s);
        facts.remove(u"vehicle"_s);
        const PreparedWords words = prepareWords(u"vehicle.show"_s, Medium::Text, facts);
        QVERIFY(words.missing.isEmpty());
        QVERIFY(words.body.startsWith(u"Hi there, "_s));
        QVERIFY(words.body.contains(u"the car you asked about"_s));
    }

    void neverReadsAnInsertedValueForPlaceholders()
    {
        WordFacts facts = allFacts();
        facts.insert(u"first_name"_s, u"{{agent}} {{nothing}}"_s);
        const PreparedWords words = prepareWords(u"vehicle.show"_s, Medium::Text, facts);
        QVERIFY(words.body.startsWith(u"Hi {{agent}} {{nothing}}, "_s));
        QVERIFY(words.missing.isEmpty());
    }

    void keepsASubjectOnOneLine()
    {
        WordFacts facts = allFacts();
        facts.insert(u"vehicle"_s, u"CR-V\r\nBcc: somebody@example.com"_s);
        QVERIFY(!prepareWords(u"inquiry.first"_s, Medium::Email, facts).subject.contains(u'\n'));
    }

    void hasNothingForAnUnknownKey()
    {
        const PreparedWords words = prepareWords(u"no.such.words"_s, Medium::Text, allFacts());
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
        const auto all = prepareAllWords(u"appointment.confirm"_s, customer, customer.leads[0], rooftop, writer, Instant());
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
                QVERIFY2(WordBook::shipped().find(key, medium), qPrintable(key + u' ' + toText(medium)));
    }

    void asksSomethingInEveryMessage()
    {
        for (const QString &key : WordBook::shipped().keys()) {
            if (key.startsWith(u'_'))
                continue;
            for (const Medium medium : {Medium::Call, Medium::Text, Medium::Email, Medium::Note})
                if (const WordTemplate *words = WordBook::shipped().find(key, medium))
                    // A voicemail may name what to call back about instead.
                    QVERIFY2(words->body.contains(u'?') || (medium == Medium::Call && words->body.contains(u"rooftop_phone"_s)),
                             qPrintable(key + u' ' + toText(medium)));
        }
    }

    void saysNothingEmptyAndShoutsNothing()
    {
        static const QRegularExpression empty(
            u"following up|follow up|checking in|check in with|touch(ing)? base|reaching out|circling back|made (up your mind|a decision)|"
            "have you decided|just wanted|are you still interested|!|\\bplease\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
        for (const QString &key : WordBook::shipped().keys())
            for (const Medium medium : {Medium::Call, Medium::Text, Medium::Email, Medium::Note})
                if (const WordTemplate *words = WordBook::shipped().find(key, medium))
                    QVERIFY2(!empty.match(words->subject + u' ' + words->body).hasMatch(), qPrintable(key + u' ' + toText(medium)));
    }

    void usesOnlyPlaceholdersThatExistAndTextsThatFit()
    {
        static const QRegularExpression placeholder(u"\\{\\{([a-z_]*)"_s);
        for (const QString &key : WordBook::shipped().keys()) {
            for (const Medium medium : {Medium::Call, Medium::Text, Medium::Email, Medium::Note}) {
                const WordTemplate *words = WordBook::shipped().find(key, medium);
                if (!words)
                    continue;
                for (auto match = placeholder.globalMatch(words->subject + words->body); match.hasNext();) {
                    const QString name = match.next().captured(1);
                    QVERIFY2(Placeholders.contains(name) || WritersOwn.contains(name), qPrintable(key + u' ' + name));
                }
                // Two text messages' worth at most, long names included.
                const PreparedWords filled = prepareWords(key, medium, allFacts());
                QVERIFY2(medium != Medium::Text || filled.body.size() <= 306, qPrintable(key));
            }
        }
    }

    void refusesABrokenFile_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("words before an entry") << u"# fine\nHello"_s << u"Line 2"_s;
        QTest::newRow("no medium") << u"== key\nHello"_s << u"Line 1"_s;
        QTest::newRow("an unknown medium") << u"\n== key pigeon\nHello"_s << u"Line 2"_s;
        QTest::newRow("no words") << u"== a text\n\n== b text\nHello"_s << u"Line 1"_s;
        QTest::newRow("an e-mail without subject") << u"== a email\nHello"_s << u"subject"_s;
        QTest::newRow("a text with one") << u"== a text\nSubject: Hi\nHello"_s << u"subject"_s;
        QTest::newRow("twice") << u"== a text\nHello\n== a text\nAgain"_s << u"Line 3"_s;
    }
    void refusesABrokenFile()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        WordBook book;
        const auto read = book.read(text);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(said), qPrintable(read.error().message));
    }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"
