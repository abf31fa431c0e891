// The words everybody uses, over a shared database: said once by a manager, used at every desk, guarded there.

#include "core/stock/stock_store.h"
#include "core/words/word_store.h"
#include "tests/support/shared_history.h"

using namespace beback;
using namespace beback::test;

namespace {

const QString First = QStringLiteral("inquiry.first/text/en/1");

WordWish wishFor(const QString &question)
{
    const WordTemplate words{.body = QStringLiteral("Hi {{first_name}}, {{agent}} here. [[%1]]").arg(question)};
    return {WordKind::Message, First, bodyOf(words), QStringLiteral("Shorter."), -1};
}

QString usedAt(SharedPlace &desk)
{
    return desk.own().words()->messages.byId(First)->body;
}

} // namespace

class SharedWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDeskUsesWhatAManagerSaid()
    {
        SharedWorld world;
        world.add(QStringLiteral("dana"), QStringLiteral("manager"));
        world.add(QStringLiteral("tanya"));
        const auto dana = world.desk(QStringLiteral("dana")), tanya = world.desk(QStringLiteral("tanya"));
        QVERIFY(!*tanya->fetchWords());
        VERIFY_OK(dana->sayWords({wishFor(QStringLiteral("When can you come by?"))}));
        QVERIFY(usedAt(*dana).contains(QStringLiteral("come by")));
        QVERIFY(*tanya->fetchWords());
        QVERIFY(usedAt(*tanya).contains(QStringLiteral("come by")));
        QVERIFY(!*tanya->fetchWords());
        // A desk that joins later has them, and so has one without the line; there nobody changes them.
        world.add(QStringLiteral("omar"));
        QVERIFY(usedAt(*world.desk(QStringLiteral("omar"))).contains(QStringLiteral("come by")));
        const auto offline = SharedPlace::openOffline(world.urlOf(QStringLiteral("tanya")), world.clock, world.random);
        VERIFY_OK(offline);
        QVERIFY(usedAt(**offline).contains(QStringLiteral("come by")));
        const auto refused = (*offline)->own().sayWords({wishFor(QStringLiteral("Which day?"))}, QStringLiteral("dana"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Unavailable);
    }

    void allOfThemOrNone()
    {
        SharedWorld world;
        world.add(QStringLiteral("dana"), QStringLiteral("manager"));
        const auto dana = world.desk(QStringLiteral("dana"));
        WordWish empty = wishFor(QStringLiteral("When can you come by?"));
        empty.id = QStringLiteral("inquiry.first/text/en/77");
        WordWish bad = empty;
        bad.id = First;
        bad.body = bodyOf(WordTemplate{.body = QStringLiteral("Just checking in. [[Any news?]]")});
        QVERIFY(!dana->sayWords({empty, bad}));
        QCOMPARE(world.sql(QStringLiteral("SELECT count(*) FROM own_words")), QStringLiteral("0"));
        VERIFY_OK(dana->sayWords({empty}));
        QCOMPARE(world.sql(QStringLiteral("SELECT count(*) FROM own_words")), QStringLiteral("1"));
    }

    void theStockListIsEverybodys()
    {
        SharedWorld world;
        world.add(QStringLiteral("dana"), QStringLiteral("manager"));
        world.add(QStringLiteral("tanya"));
        const auto dana = world.desk(QStringLiteral("dana")), tanya = world.desk(QStringLiteral("tanya"));
        StockList list;
        list.vehicles << StockVehicle{};
        list.vehicles[0].vehicle.stock = QStringLiteral("H2417");
        list.vehicles[0].vehicle.year = QStringLiteral("2024");
        list.vehicles[0].vehicle.make = QStringLiteral("Honda");
        list.vehicles[0].vehicle.model = QStringLiteral("CR-V");
        QCOMPARE(tanya->putStock(list).error().code, Code::Denied);
        QVERIFY(!tanya->own().stock());
        QCOMPARE(*dana->putStock(list), 1);
        QVERIFY(*tanya->fetchStock());
        QCOMPARE(tanya->own().stock()->vehicles, list.vehicles);
        QCOMPARE(tanya->own().stock()->by, QStringLiteral("dana"));
        QCOMPARE(*dana->putStock(list), 2);
        QCOMPARE(world.sql(QStringLiteral("SELECT count(*) || ' ' || max(version) FROM stock_list")), QStringLiteral("1 2"));
        // Around the program: an agent may not, and a manager not over a list they have not seen.
        list.version = 3;
        list.by = QStringLiteral("dana");
        QCOMPARE(putStock(tanya->exchange().shared().db(), tanya->exchange().person().rooftop, list).error().code, Code::Denied);
        list.version = 2;
        QCOMPARE(putStock(dana->exchange().shared().db(), dana->exchange().person().rooftop, list).error().code, Code::Conflict);
    }

    void theDatabaseItselfRefusesAnAgent()
    {
        SharedWorld world;
        world.add(QStringLiteral("dana"), QStringLiteral("manager"));
        world.add(QStringLiteral("tanya"));
        const auto tanya = world.desk(QStringLiteral("tanya"));
        const WordWish wish = wishFor(QStringLiteral("When can you come by?"));
        QCOMPARE(tanya->sayWords({wish}).error().code, Code::Denied);
        WordChange change = changeOf({}, wish);
        change.by = QStringLiteral("dana");
        const auto around = addWordChange(tanya->exchange().shared().db(), tanya->exchange().person().rooftop, change);
        QVERIFY(!around);
        QCOMPARE(around.error().code, Code::Denied);
        QCOMPARE(world.sql(QStringLiteral("SELECT count(*) FROM own_words")), QStringLiteral("0"));
        // Of two who speak at once one is told to look again, and who it was is the database's to say.
        const auto dana = world.desk(QStringLiteral("dana"));
        Connection &db = dana->exchange().shared().db();
        change.by = QStringLiteral("tanya");
        VERIFY_OK(addWordChange(db, dana->exchange().person().rooftop, change));
        const auto twice = addWordChange(db, dana->exchange().person().rooftop, change);
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, Code::Conflict);
        QCOMPARE(world.sql(QStringLiteral("SELECT by_login FROM own_words")), QStringLiteral("dana"));
    }
};

QTEST_GUILESS_MAIN(SharedWordsTest)
#include "shared_words_test.moc"
