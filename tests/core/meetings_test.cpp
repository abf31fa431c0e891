// Two truths that met: which of what two desks wrote about one customer needs a look, as tables of what came in when.

#include "core/desk/look_need.h"
#include "core/exchange/look_words.h"
#include "core/history/lead_draft.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

const QString Zone = u"America/Denver"_s;
const Instant Morning = utc("2026-11-25T16:00:00Z"); // 9:00 am there

using Kind = Meeting::Kind;

// One customer, as the shared database has them. Two desks: 1 is Luis's, 2 is Dana's.
class Shared
{
public:
    // Written `minutes` after 9:00 and sent so many minutes later; before that, its desk was seen last at `reached`.
    Arrived &add(int desk, int minutes, int later, EventKind kind, const QJsonObject &body = {}, std::optional<int> reached = {})
    {
        ++m_count;
        Arrived one;
        Event &event = one.event;
        event.id = EventId(QUuid(0x018f0000u, 0x7000, ushort(m_count), 0x80, 0, 0, 0, 0, 0, 0, 9));
        event.customer = CustomerId(QUuid(0x018f0000u, 0x7000, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 8));
        event.lead = leadId(1);
        event.rooftop = {1};
        event.origin = OriginId(QUuid(0x018f0000u, 0x7000, ushort(desk), 0x80, 0, 0, 0, 0, 0, 0, 7));
        event.occurredAt = event.recordedAt = Morning + std::chrono::minutes(minutes);
        event.hlc = Hlc::next({}, event.recordedAt);
        event.kind = kind;
        event.kindText = toText(kind);
        event.actor = desk == 1 ? u"luis"_s : u"dana"_s;
        event.body = body;
        one.receivedAt = event.recordedAt + std::chrono::minutes(later);
        one.reachedAt = later == 0 ? one.receivedAt : reached ? Morning + std::chrono::minutes(*reached) : Instant();
        m_events << one;
        return m_events.last();
    }
    Arrived &touch(int desk, int minutes, int later, Medium medium = Medium::Call, const QJsonObject &body = {}, std::optional<int> reached = {})
    {
        Arrived &one = add(desk, minutes, later, EventKind::Attempt, body, reached);
        one.event.medium = medium;
        one.event.direction = Direction::Out;
        one.event.outcome = Outcome::Voicemail;
        return one;
    }
    Arrived &setPoint(int desk, int minutes, int later, const QString &address, const QString &replaces)
    {
        ContactPoint point = email(address.toLatin1().constData());
        return add(desk, minutes, later, EventKind::ContactPointSet, {{u"point"_s, point.toJson()}, {u"replaces"_s, replaces}});
    }
    QVector<Meeting> meetings() const
    {
        QVector<Arrived> ordered = m_events;
        std::sort(ordered.begin(), ordered.end(), [](const Arrived &a, const Arrived &b) { return canonicallyBefore(a.event, b.event); });
        return meetingsOf(ordered, Zone);
    }
    // "same_day luis/dana": the one that is looked at before the other.
    QStringList said() const
    {
        static const char *const Names[] = {"after_opt_out", "same_day", "point_met", "plan_met"};
        QStringList all;
        for (const Meeting &one : meetings())
            all << QLatin1String(Names[int(one.kind)]) + u' ' + one.event.actor + u'/' + one.other.actor;
        return all;
    }

private:
    QVector<Arrived> m_events;
    int m_count = 0;
};

const QStringList Nothing;

} // namespace

class MeetingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoWhoCallOnOneDayWithoutKnowingNeedALook()
    {
        Shared away; // Luis called at 9:00 and came back at 11:00; Dana, connected, called at 10:00
        away.touch(1, 0, 120);
        away.touch(2, 60, 0);
        QCOMPARE(away.said(), QStringList{u"same_day dana/luis"_s});
    }

    void whoWasAwayCouldNotKnowWhatCameInAfterTheirLastSign()
    {
        Shared away; // Dana called at 10:00; Luis, away since 9:30 at least, called at 11:00
        away.touch(2, 60, 0);
        away.touch(1, 120, 60, Medium::Call, {}, 30);
        QCOMPARE(away.said(), QStringList{u"same_day luis/dana"_s});
        Shared seen; // the same, but his desk was seen at 10:30: it had read of hers
        seen.touch(2, 60, 0);
        seen.touch(1, 120, 60, Medium::Call, {}, 90);
        QCOMPARE(seen.said(), Nothing);
    }

    void whatIsNoMeeting_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("medium");
        QTest::addColumn<int>("desk");
        QTest::newRow("connected, one after the other") << 0 << int(Medium::Call) << 2;
        QTest::newRow("another medium") << 120 << int(Medium::Text) << 2;
        QTest::newRow("the same desk") << 120 << int(Medium::Call) << 1;
    }
    void whatIsNoMeeting()
    {
        QFETCH(int, minutes);
        QFETCH(int, medium);
        QFETCH(int, desk);
        Shared history;
        history.touch(1, 0, minutes);
        history.touch(desk, 60, 0, Medium(medium));
        QCOMPARE(history.said(), Nothing);
    }

    void theDayIsTheSites()
    {
        Shared evening; // 23:00 and 00:30 in Denver: two days there, one in UTC
        evening.touch(1, 14 * 60, 300);
        evening.touch(2, 15 * 60 + 30, 0);
        QCOMPARE(evening.said(), Nothing);
    }

    void visitsWhatOthersDidAndWhatWasTakenBackMeetNothing()
    {
        Shared visits;
        visits.touch(1, 0, 120, Medium::Visit);
        visits.touch(2, 60, 0, Medium::Visit);
        QCOMPARE(visits.said(), Nothing);
        Shared service;
        service.touch(1, 0, 120, Medium::Call, {{u"department"_s, u"service"_s}});
        service.touch(2, 60, 0);
        QCOMPARE(service.said(), Nothing);
        Shared slip;
        const EventId call = slip.touch(1, 0, 120).event.id;
        slip.touch(2, 60, 0);
        slip.add(1, 130, 0, EventKind::Corrected, {{u"undoes"_s, call.toString()}});
        QCOMPARE(slip.said(), Nothing);
    }

    void aClaimBringsTheWholeHistory()
    {
        Shared history; // Dana's call under an earlier claim had come in when Luis was given the person, away since before
        history.touch(2, 60, 0, Medium::Call, {{u"epoch"_s, 3}});
        history.touch(1, 120, 60, Medium::Call, {{u"epoch"_s, 4}}, 30);
        QCOMPARE(history.said(), Nothing);
        Shared late; // hers was away, too
        late.touch(2, 60, 90, Medium::Call, {{u"epoch"_s, 3}});
        late.touch(1, 120, 60, Medium::Call, {{u"epoch"_s, 4}}, 30);
        QCOMPARE(late.said(), QStringList{u"same_day luis/dana"_s});
    }

    // Ten seconds without a line cannot be told from being connected; but whoever knew would not have been let call.
    void anOptOutThatHadOnlyJustComeInWasNotKnown()
    {
        const auto callAfter = [](std::chrono::seconds since) {
            Shared history;
            history.add(2, 0, 0, EventKind::DoNotContactSet);
            Arrived &call = history.touch(1, 0, 0);
            call.event.occurredAt = call.event.recordedAt = Morning + since;
            call.event.hlc = Hlc::next({}, call.event.recordedAt);
            call.receivedAt = call.reachedAt = call.event.recordedAt + std::chrono::seconds(10);
            return history.said();
        };
        QCOMPARE(callAfter(std::chrono::seconds(1)), QStringList{u"after_opt_out luis/dana"_s});
        QCOMPARE(callAfter(std::chrono::seconds(29)), QStringList{u"after_opt_out luis/dana"_s});
        QCOMPARE(callAfter(std::chrono::seconds(31)), Nothing);
    }

    void contactAfterAnOptOutElsewhereNeedsALook()
    {
        Shared away; // Dana wrote at 9:00 that they asked to be left alone; Luis, away, called at 10:00
        away.add(2, 0, 0, EventKind::DoNotContactSet);
        away.touch(1, 60, 120, Medium::Call, {}, -30);
        QCOMPARE(away.said(), QStringList{u"after_opt_out luis/dana"_s});
        Shared told; // the opt-out was what was away
        told.touch(2, 0, 120).event.outcome = Outcome::AskedToStop;
        told.touch(1, 60, 0, Medium::Text);
        QCOMPARE(told.said(), QStringList{u"after_opt_out luis/dana"_s});
    }

    void anOptOutForbidsWhatItNames_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<QString>("medium");
        QTest::addColumn<bool>("meets");
        QTest::newRow("the person") << QString() << QString() << true;
        QTest::newRow("this number") << u"phone:+15055550142"_s << QString() << true;
        QTest::newRow("another number") << u"phone:+15055550143"_s << QString() << false;
        QTest::newRow("this medium") << QString() << u"call"_s << true;
        QTest::newRow("another medium") << QString() << u"text"_s << false;
    }
    void anOptOutForbidsWhatItNames()
    {
        QFETCH(QString, point);
        QFETCH(QString, medium);
        QFETCH(bool, meets);
        Shared history;
        QJsonObject body;
        if (!point.isEmpty())
            body.insert(u"point"_s, point);
        if (!medium.isEmpty())
            body.insert(u"medium"_s, medium);
        history.add(2, 0, 0, EventKind::DoNotContactSet, body);
        history.touch(1, 60, 120, Medium::Call, {{u"point"_s, u"phone:+15055550142"_s}}, -30);
        QCOMPARE(!history.said().isEmpty(), meets);
    }

    void whatHappenedBeforeTheOptOutOrWasClearedIsNoMeeting()
    {
        Shared before;
        before.touch(1, 0, 120, Medium::Call, {}, -30);
        before.add(2, 60, 0, EventKind::DoNotContactSet);
        QCOMPARE(before.said(), Nothing);
        Shared cleared;
        const EventId refusal = cleared.add(2, 0, 0, EventKind::DoNotContactSet).event.id;
        cleared.touch(1, 60, 120, Medium::Call, {}, -30);
        cleared.add(2, 240, 0, EventKind::DoNotContactCleared, {{u"sets"_s, QJsonArray{refusal.toString()}}});
        QCOMPARE(cleared.said(), Nothing);
    }

    void editsOfOnePointThatMetNeedALook()
    {
        const QString old = u"email:old@example.com"_s;
        Shared met;
        met.setPoint(1, 0, 120, u"luis@example.com"_s, old);
        met.setPoint(2, 60, 0, u"dana@example.com"_s, old);
        QCOMPARE(met.said(), QStringList{u"point_met dana/luis"_s});
        Shared same;
        same.setPoint(1, 0, 120, u"new@example.com"_s, old);
        same.setPoint(2, 60, 0, u"new@example.com"_s, old);
        QCOMPARE(same.said(), Nothing);
        Shared others;
        others.setPoint(1, 0, 120, u"luis@example.com"_s, old);
        others.setPoint(2, 60, 0, u"dana@example.com"_s, u"email:work@example.com"_s);
        QCOMPARE(others.said(), Nothing);
        Shared removed;
        removed.add(1, 0, 120, EventKind::ContactPointRemoved, {{u"point"_s, old}, {u"reason"_s, u"bounced"_s}});
        removed.setPoint(2, 60, 0, u"dana@example.com"_s, old);
        QCOMPARE(removed.said(), QStringList{u"point_met dana/luis"_s});
    }

    void aPlanAndAStepThatMetNeedALookInEitherOrder()
    {
        Shared planLater;
        planLater.touch(1, 0, 120);
        planLater.add(2, 60, 0, EventKind::PlanChosen, {{u"plan"_s, u"long-term"_s}});
        QCOMPARE(planLater.said(), QStringList{u"plan_met dana/luis"_s});
        Shared planFirst;
        planFirst.add(2, 0, 0, EventKind::PlanChosen, {{u"plan"_s, u"long-term"_s}});
        planFirst.add(1, 60, 120, EventKind::Skipped, {}, -30);
        QCOMPARE(planFirst.said(), QStringList{u"plan_met luis/dana"_s});
        Shared otherLead;
        otherLead.touch(1, 0, 120).event.lead = leadId(2);
        otherLead.add(2, 60, 0, EventKind::PlanChosen, {{u"plan"_s, u"long-term"_s}});
        QCOMPARE(otherLead.said(), Nothing);
    }

    void sentencesSayWhoWhenAndWhatCounts()
    {
        Shared history;
        const Event call = history.touch(1, 430, 60).event;
        const LookWords words({{u"luis"_s, u"Luis Ortega"_s}, {u"dana"_s, u"Dana Whitfield"_s}}, Zone, Morning + std::chrono::hours(10));
        QCOMPARE(words.remarked(Look::What::Late, call, u"Mrs Alvarez"_s, u"dana"_s, Morning + std::chrono::minutes(415)),
                 u"Luis Ortega wrote down a call at 4:10 pm. When it came in, Mrs Alvarez had been given to Dana Whitfield (3:55 pm). What both did counts."_s);
        QVERIFY(words.remarked(Look::What::Revoked, call, {}, {}, {}).contains(u"somebody without a name"_s));
        for (const auto what : {Look::What::Late, Look::What::NotYours, Look::What::ManagersOnly, Look::What::Unreadable, Look::What::Revoked})
            QVERIFY(words.remarked(what, call, u"Mrs Alvarez"_s, {}, {}).endsWith(u'.'));
        for (const auto kind : {Kind::AfterOptOut, Kind::SameDay, Kind::PointMet, Kind::PlanMet})
            QVERIFY(words.met({kind, call, call}, u"Mrs Alvarez"_s).endsWith(u'.'));
    }

    void namesOfLooksAreKept()
    {
        for (int what = 0; what <= int(Look::What::PlanMet); ++what)
            QCOMPARE(int(*lookFromText(toText(Look::What(what)))), what);
        QVERIFY(!lookFromText(u"maybe"_s));
    }

    void aHeldOptOutMakesItUrgent()
    {
        QVERIFY(!needOf(QVector<Look>()));
        Look late;
        late.sentence = u"Luis wrote down a call."_s;
        const auto need = needOf(QVector<Look>{late});
        QVERIFY(need && !need->urgent);
        QCOMPARE(need->title, u"1 thing needs a look"_s);
        QCOMPARE(need->detail, late.sentence);
        Look refusal;
        refusal.isHeld = refusal.isOptOut = true;
        const auto urgent = needOf(QVector<Look>{refusal, late});
        QVERIFY(urgent && urgent->urgent);
        NeedsYou alert, promise;
        alert.kind = NeedsYou::Kind::Alert;
        alert.urgent = true;
        QVector<NeedsYou> needs{alert, promise};
        addNeed(needs, *urgent);
        QCOMPARE(needs[1].title, u"2 things need a look"_s);
        addNeed(needs, *need);
        QCOMPARE(needs.last().title, u"1 thing needs a look"_s);
    }
};

QTEST_GUILESS_MAIN(MeetingsTest)
#include "meetings_test.moc"
