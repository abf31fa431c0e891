// What people wish and agree to, who may leave a step out, and what other departments did.

#include "core/desk/workplace.h"
#include "core/history/check.h"
#include "core/intake/touch_list.h"
#include "core/plan/permission.h"
#include "tests/support/temp_store.h"

#include <QBuffer>

using namespace beback;
using namespace beback::test;
using namespace Qt::StringLiterals;

namespace {

const QString Priya = u"priya"_s, Boss = u"marcus"_s;

// A store with an agent and a manager, and one lead in it.
struct Office {
    Office()
    {
        auto opened = Workplace::open(store.url(), Workplace::Open::CreateOrUpgrade, store.clock, store.random);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        place = std::move(*opened);
        for (const auto &[login, role] : {std::pair(Priya, u"agent"_s), std::pair(Boss, u"manager"_s)})
            if (const auto added = place->addUser({login, login, role}); !added)
                qFatal("%s", qPrintable(added.error().message));
        auto recorded = place->recorder().recordNewCustomer(draftNamed(u"Elena Vasquez"_s, u"+15055550142"_s, u"elena@example.com"_s), Priya);
        if (!recorded)
            qFatal("%s", qPrintable(recorded.error().message));
        customer = recorded->customer;
        lead = recorded->state.leads.first().id;
        store.clock.advance(std::chrono::minutes(5));
    }

    CustomerState state()
    {
        const auto known = place->customer(customer);
        if (!known)
            qFatal("%s", qPrintable(known.error().message));
        return *known;
    }

    Result<TouchesTaken> take(const QByteArray &csv, const QString &department = u"marketing"_s)
    {
        QBuffer file;
        file.setData(csv);
        file.open(QIODevice::ReadOnly);
        BEBACK_TRY(list, readTouches(file, department, u"America/Denver"_s, store.clock.now()));
        refused = list.refused;
        return place->takeTouches(list.touches, Priya, false);
    }

    bool isClean()
    {
        const auto report = checkStore(place->db(), place->rooftopId(), place->plans(), false);
        if (!report)
            qFatal("%s", qPrintable(report.error().message));
        for (const QString &finding : report->findings)
            qWarning("%s", qPrintable(finding));
        return report->differences == 0;
    }

    TempStore store;
    std::unique_ptr<Workplace> place;
    CustomerId customer;
    LeadId lead;
    QVector<TouchList::Refused> refused;
};

// A plan whose second step only a manager may leave out, and its third nobody.
Plan strictPlan()
{
    Plan plan;
    plan.id = u"strict"_s;
    plan.name = u"Strict"_s;
    for (const PlanStep::Skip skip : {PlanStep::Skip::Anybody, PlanStep::Skip::Manager, PlanStep::Skip::Nobody}) {
        PlanStep step;
        step.medium = Medium::Email;
        step.part = u"now"_s;
        step.purpose = u"They asked."_s;
        step.result = u"An answer."_s;
        step.skip = skip;
        plan.steps << step;
    }
    return plan;
}

} // namespace

class AgreedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void consentIsKeptAndEndsWithARefusal()
    {
        Office office;
        QCOMPARE(office.place->giveConsent(office.customer, Medium::Text, u"  "_s, Priya).error().code, Code::Invalid);
        QVERIFY(office.place->giveConsent(office.customer, Medium::Text, u"“Sure, text me.”"_s, Priya));
        QVERIFY(office.state().consent(Medium::Text));
        QCOMPARE(office.state().consent(Medium::Text)->how, u"“Sure, text me.”"_s);
        QVERIFY(!office.state().consent(Medium::Call));
        QVERIFY(office.place->setDoNotContact(office.customer, {}, Medium::Text, u"By text"_s, Priya));
        QVERIFY(!office.state().consent(Medium::Text));
        QCOMPARE(office.place->giveConsent(office.customer, Medium::Text, u"Again"_s, Priya).error().code, Code::Conflict);
        QVERIFY(office.place->giveConsent(office.customer, Medium::Call, u"On the phone"_s, Priya));
        QVERIFY(office.isClean());
    }

    void aWishMovesTheNextStepAndEndsWhenItIsCleared()
    {
        Office office;
        Wish wish;
        wish.medium = Medium::Email;
        wish.text = u"E-mail is easier for me."_s;
        const auto kept = office.place->setWish(office.customer, wish, Priya);
        QVERIFY(kept);
        QCOMPARE(kept->next->step.medium, Medium::Email);
        QCOMPARE(office.state().wish, wish);
        const auto over = office.place->setWish(office.customer, {}, Priya);
        QVERIFY(over);
        QVERIFY(office.state().wish.isEmpty());
        QVERIFY(over->next->step.medium != Medium::Email);
        wish.after = QTime(18, 0);
        wish.before = QTime(12, 0);
        QCOMPARE(office.place->setWish(office.customer, wish, Priya).error().code, Code::Invalid);
        QVERIFY(office.isClean());
    }

    void theySayAgainWhenTheyCameToUs()
    {
        Office office;
        const Instant asked = office.state().leads.first().askedAt;
        QVERIFY(asked.us > 0);
        office.store.clock.advance(std::chrono::hours(48));
        QVERIFY(office.place->reply(office.customer, office.lead, Medium::Text, u"Is it still there?"_s, Priya));
        QCOMPARE(office.state().leads.first().askedAt, office.store.clock.now());
        office.store.clock.advance(std::chrono::hours(1));
        RecordRequest request;
        request.customer = office.customer;
        request.lead = office.lead;
        request.medium = Medium::Visit;
        request.outcome = Outcome::Kept;
        request.sold = true;
        QVERIFY(office.place->record(request, Priya));
        QCOMPARE(office.state().leads.first().boughtAt, office.store.clock.now());
    }

    void aStepIsLeftOutByWhomThePlanLets()
    {
        Office office;
        QVERIFY(office.place->keepPlanDraft(strictPlan(), Boss));
        QVERIFY(office.place->switchOnPlan(u"strict"_s, std::nullopt, Boss));
        QVERIFY(office.place->choosePlan(office.customer, office.lead, u"strict"_s, u"They want it"_s, Boss));
        QVERIFY(office.place->skip(office.customer, office.lead, u"Talked to them"_s, Priya));
        QCOMPARE(office.place->skip(office.customer, office.lead, u"No time"_s, Priya).error().code, Code::Denied);
        QVERIFY(office.place->skip(office.customer, office.lead, u"Talked to them"_s, Boss));
        const auto never = office.place->skip(office.customer, office.lead, u"No time"_s, Boss);
        QCOMPARE(never.error().code, Code::Denied);
        QVERIFY2(never.error().message.contains(u"nobody"_s), qPrintable(never.error().message));
        QCOMPARE(office.state().leads.first().stepsDone, 2);
        QVERIFY(office.isClean());
    }

    void oldLeadsOfASalespersonGoOnAtTheBdc()
    {
        Office office;
        EventDraft mine;
        mine.customer = office.customer;
        mine.lead = office.lead;
        mine.kind = EventKind::Assigned;
        mine.actor = Boss;
        mine.body = {{u"to"_s, Priya}};
        QVERIFY(office.place->recorder().record(mine));
        office.store.clock.advance(std::chrono::hours(24 * 13));
        QCOMPARE(*office.place->passLeadsOf(Priya, 14, Boss), 0);
        office.store.clock.advance(std::chrono::hours(24 * 2));
        QVERIFY(office.place->reply(office.customer, office.lead, Medium::Text, u"Is it still there?"_s, Priya));
        QCOMPARE(*office.place->passLeadsOf(Priya, 14, Boss), 0); // somebody waits for an answer
        RecordRequest answer;
        answer.customer = office.customer;
        answer.lead = office.lead;
        answer.medium = Medium::Text;
        answer.outcome = Outcome::Sent;
        answer.checkReason = u"Sent from a phone of the store."_s;
        QVERIFY(office.place->record(answer, Priya));
        QCOMPARE(*office.place->passLeadsOf(Priya, 14, Boss), 1);
        QVERIFY(office.state().leads.first().owner.isEmpty());
        QCOMPARE(*office.place->passLeadsOf(Priya, 14, Boss), 0);
        QVERIFY(office.isClean());
    }

    void touchesOfOthersCountOnceAndAreNoStepOfOurs()
    {
        Office office;
        const QByteArray list = "When,E-mail,Phone,Channel,Subject\n"
                                "2026-11-15 10:00,ELENA@example.com,,e-mail,Winter sale\n"
                                "2026-11-15 11:00,,505-555-0142,sms,\n"
                                "2026-11-15 11:00,nobody@example.com,,,\n"
                                "yesterday,elena@example.com,,,\n"
                                "2026-11-15 12:00,,,,\n"
                                "2026-11-15 12:00,elena@example.com,,pigeon,\n";
        const auto taken = office.take(list);
        QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().message));
        QCOMPARE(taken->taken, 2);
        QCOMPARE(taken->strangers, QVector<int>{4});
        QCOMPARE(office.refused.size(), 3);
        const CustomerState state = office.state();
        QCOMPARE(state.touches.size(), 2);
        QCOMPARE(state.touches.at(0).department, u"marketing"_s);
        QCOMPARE(state.touches.at(0).at.toIso(), u"2026-11-15T17:00:00Z"_s);
        QCOMPARE(state.touches.at(1).medium, Medium::Text);
        QCOMPARE(state.leads.first().attempts, 0);
        const auto again = office.take(list);
        QVERIFY(again);
        QCOMPARE(again->taken, 0);
        QCOMPARE(again->known, 2);
        QVERIFY(office.isClean());
    }

    void aListWithoutItsHeadsIsRefusedWhole()
    {
        Office office;
        const auto refused = office.take("first name,last name\nElena,Vasquez\n");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Invalid);
        QVERIFY(!office.take(QByteArray()));
        QCOMPARE(office.state().touches.size(), 0);
    }

    void fiveTouchesOfOthersAreTheMostTheHouseAllows()
    {
        Office office;
        QByteArray list = "when,email\n";
        for (int hour = 10; hour < 15; ++hour)
            list += "2026-11-16T" + QByteArray::number(hour) + ":00:00Z,elena@example.com\n";
        const auto taken = office.take(list);
        QVERIFY(taken);
        QCOMPARE(taken->taken, 5);
        const Permission permission = mayContact(office.state(), office.place->plans().rules(), Medium::Email, {}, office.store.clock.now());
        QCOMPARE(permission.code, u"house_limit"_s);
    }
};

QTEST_GUILESS_MAIN(AgreedTest)
#include "agreed_test.moc"
