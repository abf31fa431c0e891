// A store's own words beside the shipped ones: what counts, what may be said, and words as files.
#include "core/words/language.h"
#include "core/words/word_files.h"
#include "core/words/words.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

const QString First = u"inquiry.first/text/en/1"_s;

QByteArray textOf(const QString &body)
{
    return bodyOf(WordTemplate{.medium = Medium::Text, .body = body});
}

WordWish wishFor(const QByteArray &body, const QString &id = First, WordKind kind = WordKind::Message)
{
    return {kind, id, body, u"Ours is friendlier."_s, -1};
}

QVector<WordChange> said(QVector<WordChange> changes, const WordWish &wish)
{
    const WordChange change = changeOf(changes, wish);
    return changes << change;
}

const QByteArray Ours = textOf(u"Hi {{first_name}}, {{agent}} at {{rooftop}}. I have the {{vehicle|one you asked about}} in front of me. [[What should I look at for you first?]]"_s);

} // namespace

class WordShelfTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNewestVersionCounts()
    {
        const auto shipped = WordShelf::shipped();
        QVERIFY(shipped->messages.byId(First));
        QVector<WordChange> changes = said({}, wishFor(Ours));
        QCOMPARE(changes.last().version, 1);
        QCOMPARE(changes.last().over, digestOf(shipped->body(WordKind::Message, First)));
        auto shelf = WordShelf::with(changes);
        QCOMPARE(shelf->body(WordKind::Message, First), Ours);
        QCOMPARE(shelf->messages.byId(First)->reference(), First + u"@1"_s);
        changes = said(changes, wishFor(textOf(u"Hi {{first_name}}, which color is it to be? [[When can you come by?]]"_s)));
        QCOMPARE(changes.last().version, 2);
        shelf = WordShelf::with(changes);
        QVERIFY(shelf->messages.byId(First)->body.contains(u"which color"_s));
        // What was sent before still knows what it was made from.
        QCOMPARE(bodyOf(*wordingOf(changes, *shelf, First + u"@1"_s)), Ours);
        QCOMPARE(wordingOf(changes, *shelf, First)->body, WordBook::shipped().byId(First)->body);
        QVERIFY(!wordingOf(changes, *shelf, First + u"@9"_s));
        changes = said(changes, wishFor({}));
        QCOMPARE(WordShelf::with(changes)->body(WordKind::Message, First), shipped->body(WordKind::Message, First));
        QCOMPARE(WordShelf::with(changes)->messages.byId(First)->version, 0);
    }

    void aWordingMoreIsOneToChooseFrom()
    {
        const auto before = WordShelf::shipped()->messages.find(u"inquiry.first"_s, Medium::Text, u"en"_s);
        const QString id = u"inquiry.first/text/en/42"_s;
        QVector<WordChange> changes = said({}, wishFor(Ours, id));
        QCOMPARE(WordShelf::with(changes)->messages.find(u"inquiry.first"_s, Medium::Text, u"en"_s).size(), before.size() + 1);
        changes = said(changes, wishFor({}, id));
        QVERIFY(!WordShelf::with(changes)->messages.byId(id));
    }

    void takingOutLeavesOne()
    {
        QVector<WordChange> changes = said({}, wishFor(Ours, u"inquiry.first/text/en/42"_s));
        const auto all = WordShelf::with(changes)->messages.find(u"inquiry.first"_s, Medium::Text, u"en"_s);
        for (qsizetype i = 0; i + 1 < all.size(); ++i) {
            const WordWish out = wishFor(TakenOut, all[i].id());
            QVERIFY(checkWish(changes, out));
            changes = said(changes, out);
            QVERIFY(!WordShelf::with(changes)->messages.byId(all[i].id()));
        }
        const auto refused = checkWish(changes, wishFor(TakenOut, all.last().id()));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"last words"_s), qPrintable(refused.error().message));
        // Nor by going back to what was never shipped.
        QCOMPARE(all.last().id(), u"inquiry.first/text/en/42"_s);
        const auto gone = checkWish(changes, wishFor({}, all.last().id()));
        QVERIFY(!gone);
        QVERIFY2(gone.error().message.contains(u"last words"_s), qPrintable(gone.error().message));
    }

    void whatMayNotBeSaid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("asks nothing") << textOf(u"Hi {{first_name}}, it is here."_s) << u"[[ and ]]"_s;
        QTest::newRow("an empty phrase") << textOf(u"Hi {{first_name}}, just checking in. [[When can you come by?]]"_s) << u"checking in"_s;
        QTest::newRow("an unknown placeholder") << textOf(u"Hi {{firstname}}, [[when can you come by?]]"_s) << u"{{firstname}}"_s;
        QTest::newRow("no words") << textOf(u"  "_s) << u"no words"_s;
        QTest::newRow("a comment line") << textOf(u"#1 in town. [[When can you come by?]]"_s) << u"begin with #"_s;
        QTest::newRow("as it is") << WordShelf::shipped()->body(WordKind::Message, First) << u"Nothing is changed"_s;
        QTest::newRow("as it was shipped already") << QByteArray() << u"as they were shipped"_s;
        QTest::newRow("no JSON") << QByteArray("Hello?") << u"no words"_s;
    }

    void whatMayNotBeSaid()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        const auto refused = checkWish({}, wishFor(body));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Invalid);
        QVERIFY2(refused.error().message.contains(says, Qt::CaseInsensitive), qPrintable(refused.error().message));
    }

    void whoLookedAtAnotherVersionLooksAgain()
    {
        WordWish wish = wishFor(Ours);
        wish.after = 0;
        QVERIFY(checkWish({}, wish));
        const QVector<WordChange> changes = said({}, wishFor(textOf(u"Hi {{first_name}}. [[When can you come by?]]"_s)));
        const auto refused = checkWish(changes, wish);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Conflict);
        wish.reason = u"  "_s;
        wish.after = 1;
        QCOMPARE(checkWish(changes, wish).error().code, Code::Invalid);
    }

    void theDealIsSavedByTheGuide()
    {
        Guide guide = *GuideBook::shipped().find(u"bought-elsewhere"_s);
        guide.name = u"They bought elsewhere"_s;
        QVERIFY(checkWish({}, wishFor(guide.toJson(), guide.id, WordKind::Guide)));
        guide.steps.removeIf([](const GuideStep &step) { return step.act == GuideAct::SaveDeal || !step.when.isEmpty(); });
        const auto refused = checkWish({}, wishFor(guide.toJson(), guide.id, WordKind::Guide));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"save_deal"_s), qPrintable(refused.error().message));
        QVERIFY(!checkWish({}, wishFor(guide.toJson(), u"walk-in"_s, WordKind::Guide))); // another guide's
    }

    void ownPhrasesAreFound()
    {
        const QByteArray phrases = PhraseBook::shippedText(u"en"_s).toUtf8() + "\nwarm regards\n";
        QVERIFY(checkWish({}, wishFor(phrases, u"en"_s, WordKind::Phrases)));
        const QVector<WordChange> changes = said({}, wishFor(phrases, u"en"_s, WordKind::Phrases));
        const auto shelf = WordShelf::with(changes);
        QVERIFY(shelf->phrases.find(wordsOf(u"With warm regards to you"_s), 0, u"en"_s));
        QVERIFY(!PhraseBook::shipped().find(wordsOf(u"With warm regards to you"_s), 0, u"en"_s));
        QVERIFY(shelf->phrases.find(wordsOf(u"just checking in"_s), 0, u"en"_s));
        QVERIFY(!checkWish({}, wishFor("word? first\n", u"en"_s, WordKind::Phrases)));
        QVERIFY(!checkWish({}, wishFor("Hi {{first_name}}, [[when can you come?]]\n", u"en"_s, WordKind::Phrases))); // another file
        QVERIFY(!checkWish({}, wishFor("bonjour\n", u"fr"_s, WordKind::Phrases)));
    }

    void anOfferEndsOnItsDay()
    {
        ObjectionGuide guide = *SolutionBook::shipped().find(Objection::Payment);
        guide.ways << Solution{u"november-special"_s, {{{u"en"_s, u"November special"_s}}}, {{{u"en"_s, u"This month the first payment waits until February."_s}}}, {}, QDate(2026, 11, 30)};
        QVERIFY(checkWish({}, wishFor(guide.toJson(), u"payment"_s, WordKind::Solutions)));
        const auto shelf = WordShelf::with(said({}, wishFor(guide.toJson(), u"payment"_s, WordKind::Solutions)));
        QCOMPARE(shelf->solutions.search(u"november"_s, u"en"_s, QDate(2026, 11, 30)).size(), 1);
        QCOMPARE(shelf->solutions.search(u"november"_s, u"en"_s, QDate(2026, 12, 1)).size(), 0);
    }

    void whatCannotBeReadLeavesTheShipped()
    {
        WordChange strange = changeOf({}, wishFor(Ours));
        strange.body = "{\"newer\": true}";
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be used"_s));
        QCOMPARE(WordShelf::with({strange})->body(WordKind::Message, First), WordShelf::shipped()->body(WordKind::Message, First));
    }

    void entriesTellWhatWasShippedAnew()
    {
        WordChange change = changeOf({}, wishFor(Ours));
        const auto find = [](const QVector<WordEntry> &entries) {
            return *std::find_if(entries.cbegin(), entries.cend(), [](const WordEntry &one) { return one.id == First; });
        };
        QVERIFY(!find(wordEntries({change})).shippedAnew);
        change.over = u"0123456789abcdef"_s;
        QVERIFY(find(wordEntries({change})).shippedAnew);
        QCOMPARE(find(wordEntries({change})).version(), 1);
        QCOMPARE(find(wordEntries({})).version(), 0);
    }

    void filesSayItAll()
    {
        const auto shelf = WordShelf::shipped();
        const QMap<QString, QByteArray> files = wordFiles(*shelf);
        QCOMPARE(files.size(), qsizetype(2 * WordLanguages.size()) + shelf->guides.all().size() + shelf->solutions.all().size());
        for (auto it = files.cbegin(); it != files.cend(); ++it) {
            const auto same = wishesOfFile(it.key(), *it, *shelf);
            QVERIFY2(same, same ? "" : qPrintable(same.error().message));
            QVERIFY2(same->isEmpty(), qPrintable(it.key()));
        }
        QByteArray words = files.value(u"words-en.txt"_s);
        words.replace("Subject: ", "Subject: Ours: ");
        const auto changed = wishesOfFile(u"/some/where/words-en.txt"_s, words, *shelf);
        QVERIFY(changed);
        const auto mails = shelf->messages.all();
        QCOMPARE(changed->size(), std::count_if(mails.cbegin(), mails.cend(), [](const WordTemplate &one) { return one.language == u"en"_s && !one.subject.isEmpty(); }));
        const auto unknown = wishesOfFile(u"notes.txt"_s, "hello", *shelf);
        QVERIFY(!unknown);
        QVERIFY(unknown.error().message.startsWith(u"notes.txt"_s));
        const auto broken = wishesOfFile(u"words-en.txt"_s, "== inquiry.first text\nNo question here.\n", *shelf);
        QVERIFY(!broken);
        QVERIFY2(broken.error().message.contains(u"Line 1"_s), qPrintable(broken.error().message));
    }
};

QTEST_GUILESS_MAIN(WordShelfTest)
#include "word_shelf_test.moc"
