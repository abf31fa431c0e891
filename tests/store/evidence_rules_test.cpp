// What counts as something behind a touch, as a burst and as a streak.

#include "core/report/evidence.h"
#include "core/report/touch_runs.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

TouchFact touchBy(const QString &actor, Instant at)
{
    TouchFact touch;
    touch.actor = actor;
    touch.at = at;
    touch.outcome = Outcome::NoAnswer;
    return touch;
}

// A star for each touch that is in a run, a dot for each that is in none; runs parted by other runs are not told apart.
QString drawn(const QVector<TouchRun> &runs, qsizetype touches)
{
    QString drawing(touches, QLatin1Char('.'));
    for (const TouchRun &run : runs)
        for (const qsizetype place : run)
            drawing[place] = QLatin1Char('*');
    return drawing;
}

} // namespace

class EvidenceRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsBehindATouch_data()
    {
        QTest::addColumn<TouchFact>("touch");
        QTest::addColumn<Evidence>("evidence");
        const auto row = [](const char *name, Medium medium, Outcome outcome, Evidence evidence, void (*change)(TouchFact &touch) = nullptr) {
            TouchFact touch;
            touch.medium = medium;
            touch.outcome = outcome;
            touch.answeredAt = isAnswered(outcome) ? Instant{1} : Instant{};
            if (change)
                change(touch);
            QTest::newRow(name) << touch << evidence;
        };
        row("a call nobody picked up", Medium::Call, Outcome::NoAnswer, Evidence::OnlyTicked);
        row("a voicemail", Medium::Call, Outcome::Voicemail, Evidence::OnlyTicked);
        row("a text without its words", Medium::Text, Outcome::Sent, Evidence::OnlyTicked);
        row("a visit that was missed", Medium::Visit, Outcome::Missed, Evidence::OnlyTicked);
        row("a person answered", Medium::Call, Outcome::Reached, Evidence::Answered);
        row("they came", Medium::Visit, Outcome::Kept, Evidence::Answered);
        row("they called back later", Medium::Call, Outcome::Voicemail, Evidence::Answered, [](TouchFact &t) { t.answeredAt = Instant{1}; });
        row("answered, with a short note", Medium::Call, Outcome::Reached, Evidence::Answered, [](TouchFact &t) { t.noteLength = 2; });
        row("a text with its words", Medium::Text, Outcome::Sent, Evidence::SomethingKept, [](TouchFact &t) { t.wordsLength = 1; });
        row("a mail that bounced", Medium::Email, Outcome::Bounced, Evidence::SomethingKept, [](TouchFact &t) { t.wordsLength = 90; });
        row("an answer of the guide", Medium::Call, Outcome::WrongNumber, Evidence::SomethingKept, [](TouchFact &t) { t.answers = 1; });
        row("a note of 11", Medium::Call, Outcome::NoAnswer, Evidence::ShortNote, [](TouchFact &t) { t.noteLength = 11; });
        row("a note of 12", Medium::Call, Outcome::NoAnswer, Evidence::SomethingKept, [](TouchFact &t) { t.noteLength = 12; });
        row("9 seconds of voicemail", Medium::Call, Outcome::Voicemail, Evidence::OnlyTicked, [](TouchFact &t) { t.talkSeconds = 9; });
        row("10 seconds of voicemail", Medium::Call, Outcome::Voicemail, Evidence::SomethingKept, [](TouchFact &t) { t.talkSeconds = 10; });
        row("9 seconds and a short note", Medium::Call, Outcome::Voicemail, Evidence::ShortNote, [](TouchFact &t) {
            t.talkSeconds = 9;
            t.noteLength = 2;
        });
        row("10 seconds of somebody else", Medium::Call, Outcome::WrongNumber, Evidence::SomethingKept, [](TouchFact &t) { t.talkSeconds = 10; });
        row("a minute of ringing", Medium::Call, Outcome::NoAnswer, Evidence::OnlyTicked, [](TouchFact &t) { t.talkSeconds = 60; });
        row("a minute of the busy tone", Medium::Call, Outcome::Busy, Evidence::OnlyTicked, [](TouchFact &t) { t.talkSeconds = 60; });
    }
    void whatIsBehindATouch()
    {
        QFETCH(TouchFact, touch);
        QFETCH(Evidence, evidence);
        QCOMPARE(evidenceOf(touch), evidence);
    }

    void bursts_data()
    {
        QTest::addColumn<QString>("touches"); // second and person, "w" behind it: its words are kept
        QTest::addColumn<QString>("drawing");
        const auto row = [](const char *name, const char *touches, const char *drawing) {
            QTest::newRow(name) << QString::fromLatin1(touches) << QString::fromLatin1(drawing);
        };
        row("none", "", "");
        row("three", "0L 1L 2L", "...");
        row("four", "0L 1L 2L 3L", "****");
        row("at the same second", "5L 5L 5L 5L", "****");
        row("just close enough", "0L 20L 40L 60L", "****");
        row("just too far apart", "0L 20L 41L 61L", "....");
        row("a longer one with stragglers", "0L 21L 22L 30L 41L 55L 76L", ".*****.");
        row("two of them", "0L 1L 2L 3L 60L 61L 62L 63L", "********");
        row("by two people", "0L 1R 2L 3R 4L 5R", "......");
        row("one amid the other's", "0L 1R 2L 3L 4L 30R 31L", "*.***..");
        row("words among them", "0L 5Lw 10L 15L 20L", "*.***");
        row("words make none", "0L 5Lw 10L 15L", "....");
        row("words bridge nothing", "0L 10L 18Lw 31L 32L", ".....");
    }
    void bursts()
    {
        QFETCH(QString, touches);
        QFETCH(QString, drawing);
        QVector<TouchFact> made;
        for (QString one : touches.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const bool words = one.endsWith(QLatin1Char('w'));
            one.chop(words ? 1 : 0);
            made << touchBy(one.right(1), Instant{} + std::chrono::seconds(one.chopped(1).toInt()));
            made.last().wordsLength = words ? 40 : 0;
        }
        QCOMPARE(drawn(burstsAmong(made), made.size()), drawing);
    }

    void streaks_data()
    {
        QTest::addColumn<QString>("touches"); // no answer, voicemail, busy, reached, called back, text; capitals: by somebody else
        QTest::addColumn<QString>("drawing");
        const auto row = [](const char *name, const char *touches, const char *drawing) {
            QTest::newRow(name) << QString::fromLatin1(touches) << QString::fromLatin1(drawing);
        };
        row("none", "", "");
        row("eleven", "nnnnnnnnnnn", "...........");
        row("twelve", "nnnnnnnnnnnn", "************");
        row("thirteen voicemails", "vvvvvvvvvvvvv", "*************");
        row("another outcome before and behind", "vnnnnnnnnnnnnb", ".************.");
        row("another outcome between", "nnnnnnvnnnnnn", ".............");
        row("reached between", "nnnnnnrnnnnnn", ".............");
        row("called back between", "nnnnnncnnnnnn", ".............");
        row("texts do not count", "nnnnnntnnnnnn", "******.******");
        row("reached every time", "rrrrrrrrrrrrr", ".............");
        row("by two people", "nNnNnNnNnNnNnNnNnNnNnNn", "*.*.*.*.*.*.*.*.*.*.*.*");
        row("two of them", "nnnnnnnnnnnnrnnnnnnnnnnnn", "************.************");
        row("one turns into another", "nnnnnnnnnnnnbbbbbbbbbbbb", "************************");
    }
    void streaks()
    {
        QFETCH(QString, touches);
        QFETCH(QString, drawing);
        QVector<TouchFact> made;
        for (const QChar one : touches) {
            TouchFact touch = touchBy(one.isUpper() ? u"ray"_s : u"luis"_s, Instant{made.size() * 60'000'000});
            const QChar what = one.toLower();
            touch.medium = what == u't' ? Medium::Text : Medium::Call;
            touch.outcome = what == u'v' ? Outcome::Voicemail : what == u'b' ? Outcome::Busy : what == u'r' ? Outcome::Reached
                            : what == u't' ? Outcome::Sent : Outcome::NoAnswer;
            touch.answeredAt = what == u'r' || what == u'c' ? Instant{1} : Instant{};
            made << touch;
        }
        QCOMPARE(drawn(streaksAmong(made), made.size()), drawing);
    }

    void runsAreToldApart()
    {
        QVector<TouchFact> made;
        for (int i = 0; i < 4; ++i)
            made << touchBy(u"ray"_s, Instant{} + std::chrono::seconds(2 * i)) << touchBy(u"luis"_s, Instant{} + std::chrono::seconds(2 * i + 1));
        QCOMPARE(burstsAmong(made), (QVector<TouchRun>{{0, 2, 4, 6}, {1, 3, 5, 7}}));
    }
};

QTEST_GUILESS_MAIN(EvidenceRulesTest)
#include "evidence_rules_test.moc"
