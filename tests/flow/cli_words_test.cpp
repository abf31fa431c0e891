#include "program.h"

#include <QJsonArray>
#include <QTest>

// What is checked before it goes out, what must be asked, what the answers do, and a deal to save, from a terminal.
class CliWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nothingEmptyIsRecordedAsSent_data();
    void nothingEmptyIsRecordedAsSent();
    void aReasonLetsAnEmptyPhraseOutAndStaysWithIt();
    void withoutWordsAReasonIsAsked();
    void theQuestionOfTheTemplateHasToSurvive();
    void theConfirmationOfAnOptOutAsksNothing();
    void aReachedCallNeedsItsAnswers();
    void answersActAndAreReported();
    void aManagerAnswersTheCallForOne();

private:
    QStringList by(const char *line, const QString &who = QStringLiteral("ann")) const
    {
        return words(line) << QStringLiteral("--as") << who << QStringLiteral("--lead") << m_lead;
    }
    Answer send(const QString &text, const QStringList &more = {}) const
    {
        return m_store->run(by("record --medium text --outcome sent") << QStringLiteral("--words") << text << more);
    }
    QJsonObject last() const { return m_store->json({QStringLiteral("history"), m_lead}).value(QStringLiteral("events")).toArray().last().toObject(); }
    QJsonArray events() const { return m_store->json({QStringLiteral("history"), m_lead}).value(QStringLiteral("events")).toArray(); }
    QJsonObject eventOf(const char *kind) const
    {
        QJsonObject found;
        for (const QJsonValue &event : events())
            if (event.toObject().value(QStringLiteral("kind")).toString() == QLatin1String(kind))
                found = event.toObject();
        return found;
    }

    std::unique_ptr<Program> m_store;
    QString m_lead;
    QJsonObject m_next;
};

void CliWordsTest::init()
{
    m_store = std::make_unique<Program>();
    m_store->at(QStringLiteral("2026-03-10T16:00:00Z"));
    QCOMPARE(m_store->run(words("init --training --rooftop Example --zone America/Chicago")).status, 0);
    QCOMPARE(m_store->run(words("user add ann --name Ann")).status, 0);
    QCOMPARE(m_store->run(words("user add kim --name Kim --role manager")).status, 0);
    const QString adf = m_store->folder() + QStringLiteral("/lead.adf");
    QVERIFY(write(adf, Adf));
    QCOMPARE(m_store->run({QStringLiteral("import"), adf}).status, 0);
    m_next = m_store->json(words("next --as ann"));
    m_lead = m_next.value(QStringLiteral("lead")).toString();
    QVERIFY(!m_lead.isEmpty());
}

void CliWordsTest::nothingEmptyIsRecordedAsSent_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no question") << QStringLiteral("The one you asked about is here, and I kept it for you. Ann");
    QTest::newRow("an empty phrase") << QStringLiteral("Just following up on your inquiry. Which day suits you?");
    QTest::newRow("a question in a link only") << QStringLiteral("The sheet is at https://example.com/car?id=4 for you. Ann");
    QTest::newRow("a gap") << QStringLiteral("It comes to {{figures}} with everything in. Which day suits you?");
    QTest::newRow("a wrong name") << QStringLiteral("Hi Marjorie, I have it in front of me. What would you like to know first?");
}

void CliWordsTest::nothingEmptyIsRecordedAsSent()
{
    QFETCH(QString, text);
    const Answer answer = send(text);
    QCOMPARE(answer.status, 1);
    QVERIFY(answer.isOneLineRefusal());
    QVERIFY(eventOf("attempt").isEmpty());
}

void CliWordsTest::withoutWordsAReasonIsAsked()
{
    for (const char *medium : {"text", "email", "note"}) {
        const QStringList sent = by((QByteArray("record --outcome sent --medium ") + medium).constData());
        QVERIFY(m_store->run(sent).isOneLineRefusal());
        QVERIFY(eventOf("attempt").isEmpty());
    }
    QCOMPARE(m_store->run(by("record --medium text --outcome sent") << QStringLiteral("--keep") << QStringLiteral("Sent from the CRM")).status, 0);
    const QJsonObject body = eventOf("attempt").value(QStringLiteral("body")).toObject();
    QCOMPARE(body.value(QStringLiteral("kept_because")).toString(), QStringLiteral("Sent from the CRM"));
    QCOMPARE(body.value(QStringLiteral("kept")).toArray(), QJsonArray{QStringLiteral("unseen")});
}

void CliWordsTest::aReasonLetsAnEmptyPhraseOutAndStaysWithIt()
{
    QCOMPARE(send(QStringLiteral("Just following up on your inquiry. Which day suits you?"), {QStringLiteral("--keep"), QStringLiteral("she asked me to")}).status, 0);
    const QJsonObject body = eventOf("attempt").value(QStringLiteral("body")).toObject();
    QCOMPARE(body.value(QStringLiteral("kept")).toArray(), QJsonArray{QStringLiteral("empty")});
    QCOMPARE(body.value(QStringLiteral("kept_because")).toString(), QStringLiteral("she asked me to"));
    QCOMPARE(send(QStringLiteral("The one you asked about is here."), {QStringLiteral("--keep"), QStringLiteral("no time")}).status, 1); // a question is no matter of taste
}

void CliWordsTest::theQuestionOfTheTemplateHasToSurvive()
{
    const QJsonObject text = m_next.value(QStringLiteral("words")).toObject().value(QStringLiteral("text")).toObject();
    const QString wording = text.value(QStringLiteral("wording")).toString();
    QVERIFY(!wording.isEmpty());
    QVERIFY(!text.value(QStringLiteral("must_ask")).toArray().isEmpty());
    QCOMPARE(send(QStringLiteral("The car is in front of me. Shall I park it in the shade?"), {QStringLiteral("--wording"), wording}).status, 1);
    QCOMPARE(send(text.value(QStringLiteral("body")).toString(), {QStringLiteral("--wording"), wording}).status, 0);
    QCOMPARE(eventOf("attempt").value(QStringLiteral("body")).toObject().value(QStringLiteral("wording")).toString(), wording);
}

void CliWordsTest::theConfirmationOfAnOptOutAsksNothing()
{
    QCOMPARE(m_store->run(by("record --medium call --outcome asked_to_stop")).status, 0);
    QCOMPARE(send(QStringLiteral("You will get no more texts from us. Was it something we said?")).status, 1);
    QCOMPARE(send(QStringLiteral("You will get no more texts from us.")).status, 0);
    m_store->at(QStringLiteral("2026-03-10T16:20:00Z")); // five minutes are over: it would be a message like any other
    QCOMPARE(send(QStringLiteral("You will get no more texts from us.")).status, 1);
}

void CliWordsTest::aReachedCallNeedsItsAnswers()
{
    QStringList must;
    for (const QJsonValue &question : m_next.value(QStringLiteral("questions")).toArray())
        if (question.toObject().value(QStringLiteral("must")).toBool() && question.toObject().value(QStringLiteral("when")).toObject().isEmpty())
            must << question.toObject().value(QStringLiteral("key")).toString();
    QVERIFY(must.size() >= 2);
    const Answer bare = m_store->run(by("record --medium call --outcome reached"));
    QCOMPARE(bare.status, 1);
    for (const QString &key : must)
        QVERIFY2(bare.err.contains(key), qPrintable(key));
    QVERIFY(eventOf("attempt").isEmpty());
    QStringList excused = by("record --medium call --outcome reached");
    for (const QString &key : must)
        excused << QStringLiteral("--could-not-ask") << key + QStringLiteral("=she was driving");
    QCOMPARE(m_store->run(excused).status, 0);
    QCOMPARE(eventOf("attempt").value(QStringLiteral("body")).toObject().value(QStringLiteral("not_asked")).toObject().size(), must.size());
}

void CliWordsTest::answersActAndAreReported()
{
    const QStringList answers = {QStringLiteral("standout=cargo room"), QStringLiteral("who_decides=partner"), QStringLiteral("next_step=visit"), QStringLiteral("drive_time=Saturday 10 am")};
    QStringList line = by("record --medium call --outcome reached --result-came yes");
    for (const QString &answer : answers)
        line << QStringLiteral("--answer") << answer;
    const Answer recorded = m_store->run(line);
    QVERIFY2(recorded.status == 0, qPrintable(recorded.err));
    const QJsonObject set = eventOf("appointment_set").value(QStringLiteral("body")).toObject();
    QCOMPARE(set.value(QStringLiteral("at")).toString(), QStringLiteral("2026-03-14T15:00:00Z"));
    const QJsonObject body = eventOf("attempt").value(QStringLiteral("body")).toObject();
    QCOMPARE(body.value(QStringLiteral("answers")).toObject().value(QStringLiteral("standout")).toString(), QStringLiteral("cargo room"));
    QCOMPARE(body.value(QStringLiteral("guide")).toObject().value(QStringLiteral("id")).toString(), QStringLiteral("fresh-internet"));
    const QJsonObject report = m_store->json(words("report answers standout"));
    QCOMPARE(report.value(QStringLiteral("calls")).toInt(), 1);
    const QJsonObject question = report.value(QStringLiteral("questions")).toArray().first().toObject();
    QCOMPARE(question.value(QStringLiteral("answers")).toArray().first().toObject().value(QStringLiteral("value")).toString(), QStringLiteral("cargo room"));
    // Taken back, it counts no more.
    QVERIFY(m_store->json(words("check")).value(QStringLiteral("clean")).toBool());
}

void CliWordsTest::aManagerAnswersTheCallForOne()
{
    const char *bought = "record --medium call --outcome bought_elsewhere --answer delivered=no --answer their_payment=489 --answer match_choice=ours";
    QVERIFY(m_store->run(by(bought)).isOneLineRefusal()); // what decided, and when they drive, is still to be asked
    QCOMPARE(m_store->run(by(bought) << QStringLiteral("--answer") << QStringLiteral("decided_by=payment") << QStringLiteral("--could-not-ask")
                                     << QStringLiteral("drive_time=they had to go")).status, 0);
    const QJsonObject alert = m_store->json(words("alert")).value(QStringLiteral("alerts")).toArray().first().toObject();
    QCOMPARE(alert.value(QStringLiteral("lead")).toString(), m_lead);
    QVERIFY(alert.value(QStringLiteral("deal")).toString().contains(QStringLiteral("$489")));
    QVERIFY(m_store->run(by("alert offer") << QStringLiteral("--text") << QStringLiteral("$470 a month")).isOneLineRefusal()); // an agent
    QVERIFY(m_store->run(by("alert offer", QStringLiteral("kim"))).isOneLineRefusal());                                      // without words
    QCOMPARE(m_store->run(by("alert offer", QStringLiteral("kim")) << QStringLiteral("--text") << QStringLiteral("$470 a month")).status, 0);
    QVERIFY(m_store->run(by("alert release", QStringLiteral("kim"))).isOneLineRefusal()); // it is answered
    QCOMPARE(m_store->json(words("alert")).value(QStringLiteral("alerts")).toArray().first().toObject().value(QStringLiteral("answer")).toString(), QStringLiteral("offer"));
    QVERIFY(m_store->json(words("check")).value(QStringLiteral("clean")).toBool());
}

QTEST_GUILESS_MAIN(CliWordsTest)
#include "cli_words_test.moc"
