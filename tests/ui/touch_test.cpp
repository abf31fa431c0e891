#include "core/outreach/handover.h"
#include "ui/lead/outcome_choices.h"
#include "ui/lead/touch_draft.h"
#include "ui/shell/first_run.h"

#include "tests/support/sample_views.h"

#include <QTest>

using namespace beback;
using namespace beback::ui;

// What an agent enters about a touch: pure parts, no widget.
class TouchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMediumKeepsADigitForTheSameOutcome();
    void noDigitOfACallClosesAnAddress();
    void everyOutcomeThatFitsIsOffered();
    void aCallHasNineOutcomes();
    void aReachedTouchAsksForItsResult();
    void aCallBackAsksWhen();
    void noAnswerNeedsNothingElse();
    void draftSurvivesItsText();
    void emptyDraftIsForgotten();
    void requestCarriesTheChangedResult();
    void wordsGoIntoTheRequestOnlyWhenHandedOver();
    void choicesOfTimeStayInTheirDay();
    void choicesOfTimeAreInTheFuture();
    void telAddressCarriesTheExtension();
    void mailAddressKeepsLinesAndSigns();
    void smsAddressKeepsTheWords();
    void loginIsMadeOfTheName();
};

void TouchTest::everyMediumKeepsADigitForTheSameOutcome()
{
    QMap<Outcome, int> digits;
    for (const Medium medium : AllMedia)
        for (const OutcomeChoice &choice : outcomeChoices(medium)) {
            QVERIFY(choice.digit >= 0 && choice.digit <= 9);
            if (digits.contains(choice.outcome))
                QCOMPARE(choice.digit, digits[choice.outcome]);
            digits.insert(choice.outcome, choice.digit);
        }
}

void TouchTest::noDigitOfACallClosesAnAddress()
{
    for (const Medium medium : AllMedia)
        for (const OutcomeChoice &choice : outcomeChoices(medium))
            if (choice.outcome == Outcome::Bounced)
                QCOMPARE(choice.digit, 0);
}

void TouchTest::everyOutcomeThatFitsIsOffered()
{
    for (const Medium medium : AllMedia) {
        QVector<Outcome> offered;
        for (const OutcomeChoice &choice : outcomeChoices(medium))
            offered << choice.outcome;
        std::sort(offered.begin(), offered.end());
        QCOMPARE(offered, outcomesOf(medium));
    }
}

void TouchTest::aCallHasNineOutcomes()
{
    QCOMPARE(outcomeChoices(Medium::Call).size(), 9);
    QCOMPARE(outcomeChoices(Medium::Call)[2].outcome, Outcome::NoAnswer);
    QCOMPARE(outcomeChoices(Medium::Call)[2].digit, 3);
}

void TouchTest::aReachedTouchAsksForItsResult()
{
    RecordRequest request;
    request.outcome = Outcome::Reached;
    QCOMPARE(whatIsMissing(request), QVector<Missing>{Missing::ResultCame});
    request.resultCame = false;
    QVERIFY(whatIsMissing(request).isEmpty());
}

void TouchTest::aCallBackAsksWhen()
{
    RecordRequest request;
    request.outcome = Outcome::CallBack;
    QCOMPARE(whatIsMissing(request), QVector<Missing>{Missing::NextTime});
}

void TouchTest::noAnswerNeedsNothingElse()
{
    RecordRequest request;
    QCOMPARE(whatIsMissing(request), QVector<Missing>{Missing::Outcome});
    request.outcome = Outcome::NoAnswer;
    QVERIFY(whatIsMissing(request).isEmpty());
}

void TouchTest::draftSurvivesItsText()
{
    TouchDraft draft;
    draft.medium = Medium::Email;
    draft.outcome = Outcome::Sent;
    draft.pointKey = QStringLiteral("email:elena.vasquez@example.com");
    draft.note = QStringLiteral("Said “Thursday”, twice");
    draft.wanted = QStringLiteral("A day for a drive");
    draft.resultCame = true;
    draft.nextAt = samples::now();
    draft.writing = Medium::Email;
    draft.words.insert(Medium::Email, {QStringLiteral("Subject"), QStringLiteral("Line one\nline two"), {}});
    draft.handedOver = true;
    const TouchDraft back = TouchDraft::fromText(draft.toText());
    QCOMPARE(back.medium, draft.medium);
    QCOMPARE(back.outcome, draft.outcome);
    QCOMPARE(back.note, draft.note);
    QCOMPARE(back.wanted, draft.wanted);
    QCOMPARE(back.resultCame, draft.resultCame);
    QVERIFY(back.nextAt == draft.nextAt);
    QCOMPARE(back.writing, draft.writing);
    QCOMPARE(back.words[Medium::Email].body, draft.words[Medium::Email].body);
    QVERIFY(back == draft);
}

void TouchTest::emptyDraftIsForgotten()
{
    TouchDraft draft;
    QVERIFY(draft.isEmpty());
    draft.note = QStringLiteral("x");
    QVERIFY(!draft.isEmpty());
}

void TouchTest::requestCarriesTheChangedResult()
{
    const LeadView view = samples::call();
    TouchDraft draft;
    QCOMPARE(toRequest(draft, view).result, view.step->result);
    draft.wanted = QStringLiteral("Her budget");
    QCOMPARE(toRequest(draft, view).result, QStringLiteral("Her budget"));
    QCOMPARE(toRequest(draft, view).why, view.step->purpose);
    QCOMPARE(toRequest(draft, view).epoch, view.claim->epoch);
}

void TouchTest::wordsGoIntoTheRequestOnlyWhenHandedOver()
{
    TouchDraft draft;
    draft.medium = Medium::Text;
    draft.words.insert(Medium::Text, {{}, QStringLiteral("Hi Elena"), {}});
    QVERIFY(toRequest(draft, samples::call()).words.isEmpty());
    draft.handedOver = true;
    QCOMPARE(toRequest(draft, samples::call()).words, QStringLiteral("Hi Elena"));
}

void TouchTest::choicesOfTimeStayInTheirDay()
{
    const QString zone = QStringLiteral("America/Denver");
    for (int hour = 0; hour < 48; ++hour)
        for (const WhenChoice &choice : whenChoices(samples::now() + std::chrono::hours(hour), zone)) {
            const QTime local = zones::local(choice.at, zone).time;
            QVERIFY2(local >= QTime(8, 0) && local < QTime(21, 0), qPrintable(choice.text));
        }
}

void TouchTest::choicesOfTimeAreInTheFuture()
{
    const auto choices = whenChoices(samples::now(), samples::zone());
    QVERIFY(choices.size() >= 5);
    for (qsizetype i = 0; i < choices.size(); ++i) {
        QVERIFY(choices[i].at > samples::now());
        if (i > 0)
            QVERIFY(choices[i - 1].at < choices[i].at);
    }
}

void TouchTest::telAddressCarriesTheExtension()
{
    QCOMPARE(telUrl(QStringLiteral("+15055550142")).toString(), QStringLiteral("tel:+15055550142"));
    QCOMPARE(telUrl(QStringLiteral("+15055550142"), QStringLiteral("12")).toString(), QStringLiteral("tel:+15055550142;ext=12"));
}

void TouchTest::mailAddressKeepsLinesAndSigns()
{
    const QUrl url = mailUrl(QStringLiteral("a+b@example.com"), QStringLiteral("50 % & more"), QStringLiteral("Hi,\nyou?"));
    QCOMPARE(url.toEncoded(), QByteArray("mailto:a%2Bb@example.com?subject=50%20%25%20%26%20more&body=Hi%2C%0D%0Ayou%3F"));
}

void TouchTest::smsAddressKeepsTheWords()
{
    QCOMPARE(smsUrl(QStringLiteral("+15055550142"), QStringLiteral("5:30 & ok?")).toEncoded(), QByteArray("sms:+15055550142?body=5%3A30%20%26%20ok%3F"));
}

void TouchTest::loginIsMadeOfTheName()
{
    QCOMPARE(loginFor(QStringLiteral("Priya Natarajan")), QStringLiteral("priya.natarajan"));
    QCOMPARE(loginFor(QStringLiteral("José  Ñuñez")), QStringLiteral("jose.nunez"));
    QCOMPARE(loginFor(QStringLiteral("李")), QStringLiteral("first"));
}

QTEST_MAIN(TouchTest)
#include "touch_test.moc"
