// The made-up dealership: the same every time, believable, and nobody in it is real.

#include "core/campaign/came_of_it.h"
#include "core/demo/demo_world.h"
#include "core/demo/rooftop.h"
#include "core/desk/event_drafts.h"
#include "core/desk/message_facts.h"
#include "core/desk/word_facts.h"
#include "core/history/check.h"
#include "core/history/event_store.h"
#include "core/history/fold.h"
#include "core/report/answers_report.h"
#include "core/report/duty_store.h"
#include "core/report/hour_report.h"
#include "core/report/wordings_report.h"
#include "tests/support/temp_store.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

using namespace beback;
using namespace beback::test;

namespace {

const Instant Until = Instant::fromIso(QStringLiteral("2026-11-17T00:00:00Z")); // Monday, 18:00 in Wichita
constexpr int Customers = 370; // they keep four agents busy; making them is most of this test's time

// Every row of a query, columns parted by "|".
QStringList rows(const QString &path, const QString &sql)
{
    QStringList all;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("look"));
        db.setDatabaseName(path);
        if (!db.open())
            qFatal("%s", qPrintable(db.lastError().text()));
        QSqlQuery query(db);
        query.setForwardOnly(true);
        if (!query.exec(sql))
            qFatal("%s", qPrintable(query.lastError().text()));
        const int columns = query.record().count();
        while (query.next()) {
            QStringList row;
            for (int i = 0; i < columns; ++i)
                row << query.value(i).toString();
            all << row.join(QLatin1Char('|'));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("look"));
    return all;
}

int number(const QString &path, const QString &sql)
{
    return rows(path, sql).value(0).toInt();
}

QHash<QString, Agent> staffOf(const QString &path)
{
    QHash<QString, Agent> staff;
    for (const QString &row : rows(path, QStringLiteral("SELECT login, name, role FROM app_user"))) {
        const QStringList parts = row.split(QLatin1Char('|'));
        staff.insert(parts.at(0), Agent{parts.at(0), parts.at(1), parts.at(2)});
    }
    return staff;
}

// What the program finds against this message by what it knew then: as Workplace::record() asks it.
QVector<Finding> findingsAgainst(const Event &sent, const QVector<Event> &earlier, const Agent &writer)
{
    const auto said = [&sent](const char *name) { return sent.body.value(QLatin1String(name)).toString(); };
    const CustomerState before = fold(earlier);
    const LeadState &lead = *before.lead(sent.lead);
    MessageFacts facts = messageFacts(before, lead, earlier, demo::rooftop(), writer, std::nullopt, sent.occurredAt);
    const WordBook &book = WordShelf::shipped()->messages;
    if (const WordTemplate *wording = book.byId(said("wording")))
        facts.mustAsk = prepareWords(book, *wording, wordFacts(before, lead, demo::rooftop(), writer, sent.occurredAt)).mustAsk;
    const QString subject = said("subject");
    return checkMessage({*sent.medium, subject, subject.isEmpty() ? said("words") : said("words").mid(subject.size() + 2)}, facts);
}

// What the program would have held back in this history, what went out in spite of a finding and does not say so, or the other way
// round, and what is in a language they do not speak; mostly empty.
QStringList wrongMessages(const QVector<Event> &events, const QHash<QString, Agent> &staff)
{
    QStringList wrong;
    for (qsizetype i = 0; i < events.size(); ++i) {
        const Event &sent = events[i];
        const QString words = sent.body.value(QLatin1String("words")).toString();
        if (sent.kind != EventKind::Attempt || words.isEmpty())
            continue;
        const QVector<Finding> findings = findingsAgainst(sent, events.mid(0, i), staff.value(sent.actor));
        const bool excused = !sent.body.value(QLatin1String("kept_because")).toString().isEmpty();
        for (const Finding &finding : standingBlocks(findings, excused))
            wrong << finding.fact + QLatin1String(": ") + words;
        for (const Finding &finding : findings)
            if (finding.kind == Finding::Kind::Language)
                wrong << finding.fact + QLatin1String(": ") + words;
        if (excused && sent.body.value(QLatin1String("kept")) != QJsonArray::fromStringList(blockKinds(findings)))
            wrong << QStringLiteral("It was kept, and not for what is found: ") + words;
    }
    return wrong;
}

Result<void> make(TempStore &store, int customers, quint64 seed)
{
    return makeDemoWorld(*store.db, DemoWorld{customers, seed, Until}, store.plans);
}

} // namespace

class DemoWorldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_store = std::make_unique<TempStore>();
        VERIFY_OK(make(*m_store, Customers, 1));
    }

    void theSameSeedTellsTheSameStory()
    {
        TempStore one(5), other(6); // whatever else is random around it
        VERIFY_OK(make(one, 30, 3));
        VERIFY_OK(make(other, 30, 3));
        for (const char *table : {"event ORDER BY origin, n", "duty_word ORDER BY duty, ends", "power_hour ORDER BY login, from_day",
                                  "campaign ORDER BY id", "campaign_person ORDER BY campaign_id, customer_id"}) {
            const QString everything = QLatin1String("SELECT * FROM ") + QLatin1String(table);
            QVERIFY2(!rows(one.path(), everything).isEmpty(), table);
            QCOMPARE(rows(one.path(), everything), rows(other.path(), everything));
        }
    }

    void anotherSeedTellsAnotherStory()
    {
        TempStore one, other;
        VERIFY_OK(make(one, 10, 3));
        VERIFY_OK(make(other, 10, 4));
        const QString names = QStringLiteral("SELECT name FROM customer ORDER BY name");
        QVERIFY(rows(one.path(), names) != rows(other.path(), names));
    }

    void everyDerivedRowIsWhatTheHistorySays()
    {
        const auto report = checkStore(*m_store->db, RooftopId{1}, m_store->plans, false);
        VERIFY_OK(report);
        QCOMPARE(report->findings, QStringList());
        QCOMPARE(report->customers, Customers);
    }

    void everyNumberIsOneKeptForStories()
    {
        static const QRegularExpression story(QStringLiteral("^\\+1[2-9][0-9]{2}55501[0-9]{2}$"));
        const QStringList numbers = look("SELECT value FROM contact_point WHERE kind = 'phone'");
        QVERIFY(numbers.size() > Customers / 2);
        for (const QString &value : numbers)
            QVERIFY2(story.match(value).hasMatch(), qPrintable(value));
    }

    void onlyOneRoofSharesANumber()
    {
        const QStringList shared = look("SELECT a.value FROM contact_point a JOIN contact_point b ON b.kind = 'phone' "
                                        "AND b.value = a.value AND b.customer_id > a.customer_id "
                                        "JOIN customer c ON c.id = a.customer_id JOIN customer d ON d.id = b.customer_id "
                                        "WHERE a.kind = 'phone' AND substr(c.match_key, instr(c.match_key, '|')) <> "
                                        "substr(d.match_key, instr(d.match_key, '|'))");
        QCOMPARE(shared, QStringList());
    }

    void everyAddressIsAnExampleAndOnePersons()
    {
        QCOMPARE(look("SELECT value FROM contact_point WHERE kind = 'email' AND value NOT LIKE '%_@example.com'"), QStringList());
        QCOMPARE(look("SELECT value FROM contact_point WHERE kind = 'email' GROUP BY value HAVING COUNT(*) > 1"), QStringList());
    }

    void everyoneCanBeReachedSomehowAtFirst()
    {
        QCOMPARE(look("SELECT id FROM event WHERE kind = 'lead_arrived' AND customer_id NOT IN "
                      "(SELECT customer_id FROM contact_point)"), QStringList());
    }

    void whatHappensIsWrittenInTheOrderItHappens()
    {
        QCOMPARE(look("SELECT a.n FROM event a JOIN event b ON b.origin = a.origin AND b.n = a.n + 1 "
                      "WHERE b.recorded_at < a.recorded_at"), QStringList());
        QCOMPARE(count(QStringLiteral("SELECT COUNT(*) FROM event WHERE recorded_at >= %1").arg(Until.us)), 0);
    }

    void nobodyIsCalledOrTextedOutsideTheirHours()
    {
        const QStringList touches = look("SELECT e.occurred_at, c.zones FROM event e JOIN customer c ON c.id = e.customer_id "
                                         "WHERE e.kind = 'attempt' AND e.medium IN ('call', 'text')");
        QVERIFY(touches.size() > Customers);
        for (const QString &touch : touches) {
            const QStringList parts = touch.split(QLatin1Char('|'));
            const QStringList zoneSet = parts.at(1).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            QVERIFY2(isOpen(DailyWindow{}, zoneSet, Instant{parts.at(0).toLongLong()}), qPrintable(touch));
        }
    }

    void attemptsThinOutAsTheyGetMore()
    {
        const int few = attemptsBetween(2, 5), some = attemptsBetween(7, 10), many = attemptsBetween(12, 15);
        QVERIFY2(few > some && some > many && many > 0,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(few).arg(some).arg(many)));
    }

    void someAreReachedAndSomeBuy()
    {
        const int leads = count("SELECT COUNT(*) FROM lead");
        const int reached = count("SELECT COUNT(*) FROM lead WHERE reached > 0");
        const int sold = count("SELECT COUNT(*) FROM lead WHERE status = 'sold'");
        const int refused = count("SELECT COUNT(DISTINCT customer_id) FROM event WHERE kind = 'dnc_set' OR outcome = 'asked_to_stop'");
        QVERIFY2(reached > leads / 4 && reached < leads * 9 / 10, qPrintable(QString::number(reached)));
        QVERIFY2(sold > leads / 33 && sold < leads / 4, qPrintable(QString::number(sold)));
        QVERIFY2(refused > 0 && refused < leads / 8, qPrintable(QString::number(refused)));
    }

    void theNextTwoDaysHaveEveryKindOfWork()
    {
        for (const Band band : {Band::Promise, Band::Reply, Band::New, Band::Fresh, Band::Plan})
            QVERIFY2(dueWithin(48, band) > 0, qPrintable(QStringLiteral("band %1").arg(int(band))));
        QVERIFY(dueWithin(24 * 30, Band::LongTerm) > 0); // one each month, of the few whose plan is done
        QVERIFY(count(QStringLiteral("SELECT COUNT(*) FROM lead WHERE appointment_at > %1").arg(Until.us)) > 0);
    }

    void agentsAndManagersWorkThere()
    {
        QCOMPARE(count("SELECT COUNT(*) FROM app_user WHERE role = 'agent' AND active"), 4);
        QCOMPARE(count("SELECT COUNT(*) FROM app_user WHERE role = 'manager' AND active"), 2);
        QCOMPARE(count("SELECT COUNT(DISTINCT actor) FROM event WHERE kind = 'attempt'"), 6); // managers contact who left without a car
        QCOMPARE(look("SELECT value FROM setting WHERE name = 'demo'"), QStringList{QStringLiteral("1")});
    }

    void aSmallRooftopEmploysFewerPeople()
    {
        TempStore small;
        VERIFY_OK(make(small, 10, 1));
        QCOMPARE(number(small.path(), QStringLiteral("SELECT COUNT(*) FROM app_user WHERE role = 'agent'")), 3);
        QCOMPARE(number(small.path(), QStringLiteral("SELECT COUNT(*) FROM app_user WHERE role = 'manager'")), 2);
    }

    void mostMessagesAreMadeFromPreparedWords()
    {
        const int sent = count("SELECT COUNT(*) FROM event WHERE kind = 'attempt' AND medium IN ('text', 'email', 'note')");
        const auto messages = wordedMessages(*m_store->db, RooftopId{1}, Instant{});
        VERIFY_OK(messages);
        QVERIFY2(messages->size() > sent * 3 / 4 && messages->size() < sent, qPrintable(QStringLiteral("%1 of %2").arg(messages->size()).arg(sent)));
        int answered = 0;
        for (const WordedMessage &one : *messages) {
            QVERIFY2(WordBook::shipped().byId(one.wording), qPrintable(one.wording));
            answered += one.answered;
        }
        QVERIFY2(answered > messages->size() / 30, qPrintable(QString::number(answered)));
    }

    void noMessageIsOneTheProgramWouldHoldBack()
    {
        const QHash<QString, Agent> staff = staffOf(m_store->path());
        QStringList wrong;
        for (const QString &customer : look("SELECT DISTINCT customer_id FROM event ORDER BY customer_id")) {
            const auto events = event_store::ofCustomer(*m_store->db, RooftopId{1}, CustomerId::fromString(customer));
            VERIFY_OK(events);
            wrong += wrongMessages(*events, staff);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1:\n%2").arg(wrong.size()).arg(wrong.join(QStringLiteral("\n--\n")))));
    }

    void fewMessagesGoOutInSpiteOfTheCheck()
    {
        const int sent = count("SELECT COUNT(*) FROM event WHERE kind = 'attempt' AND medium IN ('text', 'email', 'note')");
        const int kept = count("SELECT COUNT(*) FROM event WHERE kind = 'attempt' AND body LIKE '%\"kept_because\":%'");
        QVERIFY2(kept < sent / 20, qPrintable(QStringLiteral("%1 of %2").arg(kept).arg(sent)));
    }

    void nobodyWhoBoughtIsAskedToComeAndBuy()
    {
        const QStringList freely = look("SELECT e.body FROM event e WHERE e.kind = 'attempt' AND e.medium IN ('text', 'email', 'note') "
                                        "AND e.body NOT LIKE '%\"wording\":%' AND EXISTS (SELECT 1 FROM event s WHERE s.rooftop_id = e.rooftop_id "
                                        "AND s.customer_id = e.customer_id AND s.lead_id = e.lead_id AND s.kind = 'lead_closed' "
                                        "AND s.body LIKE '%\"sold\"%' AND s.recorded_at < e.recorded_at)");
        QCOMPARE(freely, QStringList());
    }

    void whoWasReachedWasAskedWhatTheGuideAsks()
    {
        const int reached = count("SELECT COUNT(*) FROM event WHERE kind = 'attempt' AND medium = 'call' AND outcome = 'reached'");
        const auto calls = guidedCalls(*m_store->db, RooftopId{1}, Instant{});
        VERIFY_OK(calls);
        QVERIFY2(calls->size() > reached * 9 / 10, qPrintable(QStringLiteral("%1 of %2").arg(calls->size()).arg(reached)));
        int answered = 0, notAsked = 0;
        for (const GuidedCall &call : *calls) {
            answered += int(call.answers.size());
            notAsked += int(call.notAsked.size());
        }
        QVERIFY2(answered > notAsked && notAsked > calls->size() / 5, qPrintable(QStringLiteral("%1 %2").arg(answered).arg(notAsked)));
    }

    void theHourOfPowerIsKeptOnMostDaysAndByEverybody()
    {
        const auto report = readHourReport(*m_store->db, RooftopId{1}, demo::rooftop().zone, Until);
        VERIFY_OK(report);
        int keepers = 0, days = 0, kept = 0;
        for (const HourReport::Person &person : report->people) {
            if (person.who.isManager)
                continue;
            keepers += person.kept > 0;
            kept += person.kept;
            days += person.expected;
        }
        QCOMPARE(keepers, 4);
        QVERIFY2(kept * 2 > days && kept < days, qPrintable(QStringLiteral("%1 of %2 days").arg(kept).arg(days)));
    }

    void aCampaignIsOverAndAnotherOneGoesOn()
    {
        const auto campaigns = campaign_store::all(*m_store->db, RooftopId{1});
        VERIFY_OK(campaigns);
        int over = 0, on = 0;
        for (const StoredCampaign &stored : *campaigns) {
            const auto result = readResult(*m_store->db, RooftopId{1}, demo::rooftop().zone, stored, Until);
            VERIFY_OK(result);
            QVERIFY(result->people.size() > Customers / 50 && !result->of(Came::Touched).isEmpty());
            const bool isOver = stored.campaign.until < QDate(2026, 11, 16);
            (isOver ? over : on) += 1;
            QVERIFY(!isOver || !result->of(Came::Reached).isEmpty() || !result->of(Came::Replied).isEmpty());
        }
        QCOMPARE(over, 1);
        QCOMPARE(on, 1);
    }

    void managersDoSomeOfTheirDutiesInTimeSomeLateAndLeaveOneOut()
    {
        const auto facts = readDutyFacts(*m_store->db, RooftopId{1}, demo::rooftop().zone, Until, Until - std::chrono::hours(24 * 30));
        VERIFY_OK(facts);
        DutyCount all;
        for (const DutyCount &one : countDuties(dutiesFrom(*facts), *facts, Until - std::chrono::hours(24 * 30), Until)) {
            all.inTime += one.inTime;
            all.late += one.late;
            all.leftOut += one.leftOut;
        }
        QVERIFY2(all.inTime > all.late && all.late > 0 && all.leftOut == 1,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(all.inTime).arg(all.late).arg(all.leftOut)));
    }

    void mostOpenLeadsAreSomebodysAndSomeAreNobodys()
    {
        const int open = count("SELECT COUNT(*) FROM lead WHERE status = 'open'");
        const int nobodys = count("SELECT COUNT(*) FROM lead WHERE status = 'open' AND owner = ''");
        QVERIFY2(nobodys > 0 && nobodys < open / 3, qPrintable(QStringLiteral("%1 of %2").arg(nobodys).arg(open)));
    }

    void aStoreInUseIsLeftAlone()
    {
        const int before = count("SELECT COUNT(*) FROM event");
        const auto again = make(*m_store, 5, 1);
        QVERIFY(!again);
        QCOMPARE(again.error().code, Code::Conflict);
        QCOMPARE(count("SELECT COUNT(*) FROM event"), before);
    }

    void anImpossibleNumberOfCustomersIsRefused()
    {
        TempStore empty;
        const auto made = make(empty, 0, 1);
        QVERIFY(!made);
        QCOMPARE(made.error().code, Code::Invalid);
    }

private:
    QStringList look(const char *sql) const { return rows(m_store->path(), QLatin1String(sql)); }
    int count(const QString &sql) const { return number(m_store->path(), sql); }
    int count(const char *sql) const { return count(QString::fromLatin1(sql)); }
    int dueWithin(int hours, Band band) const
    {
        const Instant soon = Until + std::chrono::hours(hours);
        return count(QStringLiteral("SELECT COUNT(*) FROM queue WHERE band = %1 AND due_at <= %2").arg(int(band)).arg(soon.us));
    }
    int attemptsBetween(int from, int to) const
    {
        return count(QStringLiteral("SELECT COUNT(*) FROM lead WHERE attempts BETWEEN %1 AND %2").arg(from).arg(to));
    }

    std::unique_ptr<TempStore> m_store;
};

QTEST_GUILESS_MAIN(DemoWorldTest)
#include "demo_world_test.moc"
