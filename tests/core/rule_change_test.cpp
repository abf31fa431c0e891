// What a store may say about contact rules, and what holds then.

#include "core/plan/permission.h"
#include "core/plan/rule_change.h"
#include "core/plan/rule_text.h"
#include "core/plan/rule_words.h"
#include "tests/core/sample_customer.h"

#include <QJsonDocument>

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

const QDate Today(2026, 11, 23);

ContactRule shipped(const QString &id)
{
    const ContactRule *rule = RuleBook::shipped().find(id);
    if (!rule)
        qFatal("no rule %s", qPrintable(id));
    return *rule;
}

ContactRule hours(const QString &id, const QString &text)
{
    ContactRule rule = shipped(id);
    rule.hours = *rule_text::hoursFromText(text);
    return rule;
}

RuleChange said(const ContactRule &rule, int version = 1)
{
    RuleChange change = changeOf({rule, false, u"because"_s});
    change.version = version;
    return change;
}

Result<void> mayBe(const ContactRule &rule, const QString &reason = u"because"_s)
{
    return checkWish(RuleBook::shipped(), {}, {rule, false, reason});
}

} // namespace

class RuleChangeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Every shipped rule can be written down and read back as it was.
    void aRuleIsReadBackAsItWas()
    {
        for (const ContactRule &rule : RuleBook::shipped().rules()) {
            const auto again = ContactRule::fromJson(rule.toJson());
            QVERIFY2(again, qPrintable(rule.id));
            QCOMPARE(again->toJson(), rule.toJson());
            QCOMPARE(again->valueDigest(), rule.valueDigest());
        }
    }

    void whatIsSaidOfALaw_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QDate>("effective");
        QTest::addColumn<bool>("may");
        const QDate none, day(2026, 10, 1);
        QTest::newRow("stricter") << "fl-hours" << "mon-sat 09:00-19:00" << QString() << none << true;
        QTest::newRow("the same") << "fl-hours" << "mon-sun 08:00-20:00" << QString() << none << true;
        QTest::newRow("later into the evening") << "fl-hours" << "mon-sun 08:00-21:00" << QString() << none << false;
        QTest::newRow("a day more") << "al-hours" << "mon-sun 08:00-20:00" << QString() << none << false;
        QTest::newRow("looser with a source alone") << "fl-hours" << "mon-sun 08:00-21:00" << "Fla. Stat. 501.617" << none << false;
        QTest::newRow("looser with a date alone") << "fl-hours" << "mon-sun 08:00-21:00" << QString() << day << false;
        QTest::newRow("the law changed") << "fl-hours" << "mon-sun 08:00-21:00" << "Fla. Stat. 501.617" << day << true;
    }
    void whatIsSaidOfALaw()
    {
        QFETCH(QString, id);
        QFETCH(QString, hours);
        QFETCH(QString, source);
        QFETCH(QDate, effective);
        QFETCH(bool, may);
        ContactRule rule = ::hours(id, hours);
        rule.hours.onHolidays = shipped(id).hours.onHolidays;
        if (!source.isEmpty())
            rule.source = source;
        if (effective.isValid())
            rule.effective = effective;
        const auto answer = mayBe(rule);
        QCOMPARE(bool(answer), may);
        if (!may)
            QVERIFY2(answer.error().message.contains(u"effective"_s), qPrintable(answer.error().message));
    }

    void capsAndWordsOfALawAreNotLoosenedEither()
    {
        ContactRule cap = shipped(u"fl-24h"_s);
        cap.most = 2;
        QVERIFY(mayBe(cap));
        cap.most = 4;
        QVERIFY(!mayBe(cap));
        cap.most = 3;
        cap.inHours = 12;
        QVERIFY(!mayBe(cap));
        cap.inHours = 24;
        cap.media = {Medium::Call};
        QVERIFY(!mayBe(cap));
        ContactRule stop = shipped(u"us-stop"_s);
        stop.words << u"enough"_s;
        QVERIFY(mayBe(stop));
        stop.words.removeAll(u"quit"_s);
        QVERIFY(!mayBe(stop));
    }

    void theHouseChangesItsOwnRulesAndAddsSome()
    {
        ContactRule week = shipped(u"house-week"_s);
        week.most = 9;
        QVERIFY(mayBe(week));
        QVERIFY(!mayBe(week, u"  "_s)); // but says why
        ContactRule day = week;
        day.id = u"house-day"_s;
        day.most = 2;
        day.inHours = 24;
        QVERIFY(mayBe(day));
        day.media.clear();
        QVERIFY(!mayBe(day));
    }

    void aNewLawIsOfAStateAndHasASource()
    {
        ContactRule law = hours(u"fl-hours"_s, u"mon-sat 09:00-19:00"_s);
        law.id = u"va-hours"_s;
        law.state = u"VA"_s;
        law.place = u"Virginia"_s;
        QVERIFY(mayBe(law));
        law.state.clear();
        QVERIFY(!mayBe(law));
    }

    void anotherRuleIsNotMadeOfOne()
    {
        ContactRule law = shipped(u"fl-24h"_s);
        law.house = true; // which would be nobody's law any more
        law.state.clear();
        QVERIFY(!mayBe(law));
    }

    void theLastWordHolds()
    {
        const RuleBook book = RuleBook::shipped().with({said(hours(u"fl-hours"_s, u"mon-sun 09:00-19:00"_s), 1),
                                                        said(hours(u"fl-hours"_s, u"mon-sun 10:00-18:00"_s), 2)}, Today);
        QCOMPARE(rule_text::hoursText(book.hours(u"FL"_s)), u"mon-sun 10:00-18:00"_s);
        QCOMPARE(book.find(u"fl-hours"_s)->version, 2);
        RuleChange back;
        back.id = u"fl-hours"_s;
        back.version = 3;
        const RuleBook again = RuleBook::shipped().with({said(hours(u"fl-hours"_s, u"mon-sun 10:00-18:00"_s), 2), back}, Today);
        QCOMPARE(again.digest(), RuleBook::shipped().digest());
    }

    void aWordWaitsForItsDay()
    {
        ContactRule later = hours(u"fl-hours"_s, u"mon-sun 09:00-18:00"_s);
        later.effective = Today.addDays(7);
        const QVector<RuleChange> changes{said(hours(u"fl-hours"_s, u"mon-sun 09:00-19:00"_s), 1), said(later, 2)};
        QCOMPARE(rule_text::hoursText(RuleBook::shipped().with(changes, Today.addDays(6)).hours(u"FL"_s)), u"mon-sun 09:00-19:00"_s);
        QCOMPARE(rule_text::hoursText(RuleBook::shipped().with(changes, Today.addDays(7)).hours(u"FL"_s)), u"mon-sun 09:00-18:00"_s);
    }

    // A newer program ships a stricter law than the one the store spoke about: both hold.
    void aLawThatIsShippedAnewIsNotForgotten()
    {
        ContactRule looser = hours(u"fl-hours"_s, u"mon-sun 07:00-21:00"_s);
        RuleChange change = said(looser);
        change.over = "another digest";
        const RuleBook book = RuleBook::shipped().with({change}, Today);
        QCOMPARE(rule_text::hoursText(book.hours(u"FL"_s)), u"mon-sun 08:00-20:00"_s);
    }

    void whatANewerVersionSaidIsPassedOver()
    {
        RuleChange change = said(shipped(u"fl-hours"_s));
        change.body = R"({"id":"fl-hours","kind":"weather"})";
        QCOMPARE(RuleBook::shipped().with({change}, Today).digest(), RuleBook::shipped().digest());
    }

    void aNewSourceAlonePlansNobodyAnew()
    {
        ContactRule checked = shipped(u"fl-hours"_s);
        checked.checkedOn = Today;
        const RuleBook book = RuleBook::shipped().with({said(checked)}, Today);
        QCOMPARE(book.digest(), RuleBook::shipped().digest());
        QCOMPARE(book.find(u"fl-hours"_s)->checkedOn, Today);
    }

    void permissionKeepsTheRulesItIsGiven()
    {
        ContactRule day = shipped(u"house-week"_s);
        day.id = u"house-day"_s;
        day.most = 1;
        day.inHours = 24;
        const RuleBook book = RuleBook::shipped().with({said(day)}, Today);
        CustomerState customer = elena();
        const Instant noon = utc("2026-11-27T19:00:00Z");
        customer.touches << Touch{utc("2026-11-27T16:00:00Z"), Medium::Email, {}, u"service"_s};
        QVERIFY(mayContact(customer, RuleBook::shipped(), Medium::Email, {}, noon).reason.isEmpty());
        const Permission over = mayContact(customer, book, Medium::Email, {}, noon);
        QCOMPARE(over.verdict, Permission::Verdict::Warned);
        QVERIFY(over.house);
        QVERIFY2(over.reason.contains(u"24 hours"_s), qPrintable(over.reason));
        ContactRule words = shipped(u"us-stop"_s);
        words.words << u"enough"_s;
        QVERIFY(!RuleBook::shipped().asksToStop(u"Enough!"_s));
        QVERIFY(RuleBook::shipped().with({said(words)}, Today).asksToStop(u"Enough!"_s));
    }

    void hoursAreWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read"); // empty: no hours
        QTest::newRow("every day") << "mon-sun 08:00-21:00" << "mon-sun 08:00-21:00";
        QTest::newRow("days of their own") << "MON-FRI 08:00-21:00,  sat 08:00-12:00" << "mon-fri 08:00-21:00, sat 08:00-12:00";
        QTest::newRow("one day at a time") << "mon 09:00-17:00, tue 09:00-17:00" << "mon-tue 09:00-17:00";
        QTest::newRow("backwards") << "mon-sun 21:00-08:00" << "";
        QTest::newRow("nothing") << "" << "";
        QTest::newRow("words") << "always" << "";
        QTest::newRow("twice") << "mon 09:00-17:00, mon 10:00-17:00" << "";
    }
    void hoursAreWritten()
    {
        QFETCH(QString, text);
        const auto hours = rule_text::hoursFromText(text);
        QTEST(hours ? rule_text::hoursText(*hours) : QString(), "read");
    }
};

QTEST_GUILESS_MAIN(RuleChangeTest)
#include "rule_change_test.moc"
