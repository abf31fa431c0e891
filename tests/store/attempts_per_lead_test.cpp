// The number managers ask for first, counted a second way from the history.

#include "core/history/event_store.h"
#include "core/report/attempts_per_lead.h"
#include "tests/support/temp_store.h"

#include <QMap>

using namespace beback;
using namespace beback::test;

class AttemptsPerLeadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheHistory()
    {
        TempStore store;
        QMap<int, int> expected; // attempts -> leads
        SeededRandom chance(11);
        for (int i = 0; i < 40; ++i) {
            const auto lead = store.recorder->recordNewCustomer(
                draftNamed(QStringLiteral("Person %1").arg(i), QStringLiteral("+131655501%1").arg(i, 2, 10, QLatin1Char('0'))), QStringLiteral("priya"));
            VERIFY_OK(lead);
            const int attempts = int(chance.below(5));
            int kept = 0;
            for (int a = 0; a < attempts; ++a) {
                EventDraft draft;
                draft.customer = lead->customer;
                draft.lead = lead->state.leads.first().id;
                draft.kind = EventKind::Attempt;
                draft.medium = Medium::Email;
                draft.direction = Direction::Out;
                draft.outcome = Outcome::Sent;
                draft.actor = QStringLiteral("priya");
                const auto recorded = store.recorder->record(draft);
                VERIFY_OK(recorded);
                const bool takenBack = chance.below(4) == 0;
                if (takenBack)
                    VERIFY_OK(store.recorder->undo(recorded->events.first(), QStringLiteral("priya"), QStringLiteral("slip")));
                kept += !takenBack;
            }
            ++expected[kept];
        }
        const auto report = attemptsPerLead(*store.db, RooftopId{1});
        VERIFY_OK(report);
        QMap<int, int> counted;
        for (const AttemptsPerLead::Bin &bin : report->bins)
            counted[bin.attempts] = bin.leads;
        QCOMPARE(counted, expected);
        QCOMPARE(report->leads, 40);
    }

    void anEmptyStoreHasNoBins()
    {
        TempStore store;
        const auto report = attemptsPerLead(*store.db, RooftopId{1});
        VERIFY_OK(report);
        QVERIFY(report->bins.isEmpty());
        QCOMPARE(report->perLead(), 0.0);
    }
};

QTEST_GUILESS_MAIN(AttemptsPerLeadTest)
#include "attempts_per_lead_test.moc"
