// Who gives how many leads to whom, so that nobody has more today than fits: numbers in, moves out.

#include "core/report/balance.h"

#include "sample_customer.h"

using namespace beback;
using namespace beback::sample;
using namespace Qt::StringLiterals;

namespace {

CapacityReport::Person person(const QString &login, int due, int left)
{
    CapacityReport::Person one;
    one.who = {login, login.left(1).toUpper() + login.mid(1), false};
    one.due = due;
    one.capacity.basis = Capacity::Basis::Own;
    one.capacity.left = left;
    return one;
}

QVector<LeadId> leadsFrom(int first, int count)
{
    QVector<LeadId> leads;
    for (int i = 0; i < count; ++i)
        leads << leadId(first + i);
    return leads;
}

LoadBalance balanceOf(const QVector<CapacityReport::Person> &people, int anybody = 0)
{
    const CapacityReport report = weighLoad(people, anybody);
    QHash<QString, QVector<LeadId>> leftOver;
    int first = 1;
    for (const CapacityReport::Person &one : report.people) {
        leftOver.insert(one.who.login, leadsFrom(first, one.over));
        first += one.over;
    }
    return balanceLoad(report, leftOver);
}

// "luis>ray 4, …"
QString shown(const LoadBalance &balance)
{
    QStringList moves;
    for (const LoadMove &move : balance.moves)
        moves << u"%1>%2 %3"_s.arg(move.from.login, move.to.login).arg(move.leads.size());
    return moves.join(u", "_s);
}

} // namespace

class BalanceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoGivesWhatToWhom_data();
    void whoGivesWhatToWhom();
    void nobodyIsOverAfterwardsWhereThereIsRoom();
    void whatTheQueuePutsLastMovesFirst();
    void aMoveIsNoLargerThanWhatIsGivenAtOnce();
    void itIsSaidInWords();
};

void BalanceTest::whoGivesWhatToWhom_data()
{
    QTest::addColumn<QVector<CapacityReport::Person>>("people");
    QTest::addColumn<QString>("moves");
    QTest::addColumn<int>("left");
    using People = QVector<CapacityReport::Person>;
    QTest::newRow("nobody is over") << People{person(u"luis"_s, 5, 8), person(u"ray"_s, 2, 9)} << QString() << 0;
    QTest::newRow("one has room") << People{person(u"luis"_s, 12, 8), person(u"ray"_s, 2, 9)} << u"luis>ray 4"_s << 0;
    QTest::newRow("the most room first") << People{person(u"luis"_s, 12, 2), person(u"priya"_s, 1, 4), person(u"ray"_s, 1, 9)} << u"luis>ray 8, luis>priya 2"_s << 0;
    QTest::newRow("the most overloaded first") << People{person(u"luis"_s, 4, 2), person(u"priya"_s, 9, 2), person(u"ray"_s, 0, 8)} << u"priya>ray 7, luis>ray 1"_s << 1;
    QTest::newRow("nobody has room") << People{person(u"luis"_s, 12, 8), person(u"ray"_s, 9, 9)} << QString() << 4;
    QTest::newRow("who is off gives all") << People{person(u"luis"_s, 3, 0), person(u"ray"_s, 0, 9)} << u"luis>ray 3"_s << 0;
    QTest::newRow("nobody there") << People{} << QString() << 0;
}

void BalanceTest::whoGivesWhatToWhom()
{
    QFETCH(QVector<CapacityReport::Person>, people);
    const LoadBalance balance = balanceOf(people, 3); // what is anybody's takes no room
    QTEST(shown(balance), "moves");
    QTEST(balance.left, "left");
    QCOMPARE(balance.over, balance.moved() + balance.left);
}

void BalanceTest::nobodyIsOverAfterwardsWhereThereIsRoom()
{
    QVector<CapacityReport::Person> people{person(u"ann"_s, 14, 3), person(u"ben"_s, 9, 8), person(u"cai"_s, 1, 7), person(u"dee"_s, 0, 5), person(u"eli"_s, 6, 10)};
    const LoadBalance balance = balanceOf(people);
    QCOMPARE(balance.left, 0);
    QSet<LeadId> moved;
    for (const LoadMove &move : balance.moves) {
        for (const LeadId lead : move.leads)
            QVERIFY(!moved.contains(lead) && (moved.insert(lead), true));
        for (CapacityReport::Person &one : people)
            one.due += int(move.leads.size()) * (int(one.who == move.to) - int(one.who == move.from));
    }
    QCOMPARE(weighLoad(people, 0).over(), 0);
}

void BalanceTest::whatTheQueuePutsLastMovesFirst()
{
    const CapacityReport report = weighLoad({person(u"luis"_s, 9, 4), person(u"ray"_s, 0, 2)}, 0);
    const LoadBalance balance = balanceLoad(report, {{u"luis"_s, leadsFrom(1, 5)}});
    QCOMPARE(balance.moves.size(), 1);
    QCOMPARE(balance.moves.first().leads, leadsFrom(1, 2));
    QCOMPARE(balance.left, 3);
}

void BalanceTest::aMoveIsNoLargerThanWhatIsGivenAtOnce()
{
    const CapacityReport report = weighLoad({person(u"luis"_s, 250, 0), person(u"ray"_s, 0, 240)}, 0);
    const LoadBalance balance = balanceLoad(report, {{u"luis"_s, QVector<LeadId>(250, leadId(1))}});
    QCOMPARE(shown(balance), u"luis>ray 200, luis>ray 40"_s);
    QCOMPARE(balance.left, 10);
}

void BalanceTest::itIsSaidInWords()
{
    const auto wordsOf = [](const QVector<CapacityReport::Person> &people) { return balanceWords(balanceOf(people)).join(u' '); };
    QCOMPARE(wordsOf({person(u"luis"_s, 12, 8), person(u"ray"_s, 2, 5)}), u"Luis gives 3 leads to Ray. 1 more does not fit, and nobody has room for it."_s);
    QCOMPARE(wordsOf({person(u"luis"_s, 9, 8), person(u"ray"_s, 2, 5)}), u"Luis gives 1 lead to Ray."_s);
    QCOMPARE(wordsOf({person(u"luis"_s, 12, 8), person(u"ray"_s, 2, 2)}), u"4 leads do not fit today, and nobody has room for them."_s);
    QCOMPARE(wordsOf({person(u"luis"_s, 1, 8)}), u"Nobody has more today than fits."_s);
    QVERIFY(wordsOf({}).contains(u"not known yet"_s));
}

QTEST_APPLESS_MAIN(BalanceTest)
#include "balance_test.moc"
