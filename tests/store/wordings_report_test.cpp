// How messages fare by their wording, counted from the history.

#include "core/report/wordings_report.h"
#include "tests/support/temp_store.h"

#include <QMap>

using namespace beback;
using namespace beback::test;
using namespace Qt::StringLiterals;

namespace {

const QString A = u"inquiry.first/text/en/1"_s, B = u"inquiry.first/text/en/1@2"_s;

struct Person {
    Person(TempStore &of, int i) : store(of)
    {
        const auto lead = store.recorder->recordNewCustomer(draftNamed(u"Person %1"_s.arg(i), u"+131655502%1"_s.arg(i, 2, 10, QLatin1Char('0'))), u"system"_s);
        if (!lead)
            qFatal("%s", qPrintable(lead.error().message));
        draft.customer = lead->customer;
        draft.lead = lead->state.leads.first().id;
        draft.medium = Medium::Text;
        draft.actor = u"system"_s;
    }
    EventId sent(const QString &wording)
    {
        draft.kind = EventKind::Attempt;
        draft.direction = Direction::Out;
        draft.outcome = Outcome::Sent;
        draft.body = {{u"words"_s, u"Hello?"_s}, {u"wording"_s, wording}};
        return record();
    }
    EventId replied()
    {
        draft.kind = EventKind::Reply;
        draft.direction = Direction::In;
        draft.outcome = Outcome::None;
        draft.body = {{u"text"_s, u"Yes."_s}};
        return record();
    }
    EventId record()
    {
        const auto recorded = store.recorder->record(draft);
        if (!recorded)
            qFatal("%s", qPrintable(recorded.error().message));
        store.clock.advance(std::chrono::hours(1));
        return recorded->events.first();
    }
    TempStore &store;
    EventDraft draft;
};

} // namespace

class WordingsReportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReplyBelongsToTheLastWords()
    {
        TempStore store;
        const Instant begun = store.clock.now();
        Person one(store, 1), two(store, 2), three(store, 3);
        one.sent(A);
        one.sent(B);
        one.replied();
        one.replied(); // the same conversation
        two.replied(); // to nothing of ours
        two.sent(A);
        three.sent(A);
        store.clock.advance(std::chrono::hours(24 * 8));
        three.replied(); // too late to be about it
        const auto uses = wordingUses(*store.db, RooftopId{1}, begun);
        VERIFY_OK(uses);
        QCOMPARE(uses->size(), 2);
        QCOMPARE(uses->value(A), (WordingUse{3, 0}));
        QCOMPARE(uses->value(B), (WordingUse{1, 1}));
    }

    void whatWasTakenBackCountsNowhere()
    {
        TempStore store;
        const Instant begun = store.clock.now();
        Person one(store, 1), two(store, 2);
        const EventId slip = one.sent(A);
        VERIFY_OK(store.recorder->undo(slip, u"system"_s, u"slip"_s));
        two.sent(A);
        VERIFY_OK(store.recorder->undo(two.replied(), u"system"_s, u"slip"_s));
        const auto uses = wordingUses(*store.db, RooftopId{1}, begun);
        VERIFY_OK(uses);
        QCOMPARE(uses->value(A), (WordingUse{1, 0}));
        const auto later = wordingUses(*store.db, RooftopId{1}, store.clock.now());
        VERIFY_OK(later);
        QVERIFY(later->isEmpty());
    }
};

QTEST_GUILESS_MAIN(WordingsReportTest)
#include "wordings_report_test.moc"
