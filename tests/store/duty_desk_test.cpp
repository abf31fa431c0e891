// What managers have to do themselves, at a desk of a store of its own; of a shared database see tests/exchange.

#include "core/desk/desk.h"
#include "tests/store/duty_words.h"

using namespace beback;
using namespace beback::test;

class DutyDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeskDoesTheSame();
};

void DutyDeskTest::aDeskDoesTheSame()
{
    Managed site;
    Desk desk(site.clock);
    const auto answer = [](auto future) {
        for (int i = 0; i < 2000 && !future.isFinished(); ++i)
            QTest::qWait(5);
        if (!future.isFinished())
            qFatal("the desk did not answer within ten seconds");
        return future.result();
    };
    VERIFY_OK(answer(desk.open(asText(site.url()), false)));
    VERIFY_OK(answer(desk.signIn(u"dana"_s)));
    const auto set = answer(desk.sayDuty(toSet(u"Call"_s, site.at(QTime(16, 0)))));
    VERIFY_OK(set);
    QCOMPARE(textsOf(answer(desk.todayPage())->duties), QStringList{u"Call"_s});
    VERIFY_OK(answer(desk.sayDuty(toEnd(set->duty))));
    QVERIFY(answer(desk.todayPage())->duties.isEmpty());
    VERIFY_OK(answer(desk.signIn(u"luis"_s)));
    QCOMPARE(codeOf(answer(desk.sayDuty(toSet(u"Call"_s, site.at(QTime(16, 0)))))), Code::Denied);
}

QTEST_GUILESS_MAIN(DutyDeskTest)
#include "duty_desk_test.moc"
