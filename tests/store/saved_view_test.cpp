// Views of the charts that all managers of a store have.

#include "core/desk/desk.h"
#include "core/report/saved_view.h"
#include "tests/store/today_site.h"
#include "tests/support/shared_world.h"

#include <QJsonDocument>

using namespace beback;
using namespace beback::test;

namespace {

template <class T> T answer(QFuture<T> future)
{
    for (int i = 0; i < 2000 && !future.isFinished(); ++i)
        QTest::qWait(5);
    if (!future.isFinished())
        qFatal("the desk did not answer within ten seconds");
    return future.result();
}

SavedView view(const QString &name, const QString &chart = u"media"_s, int days = 30)
{
    SavedView made;
    made.name = name;
    made.chart = chart;
    made.filter.days = days;
    made.filter.openDays = 14;
    made.filter.person = u"luis"_s;
    made.filter.plan = u"internet"_s;
    made.filter.source = u"Website & “Partner”"_s;
    made.filter.medium = u"text"_s;
    return made;
}

QStringList namesOf(const QVector<SavedView> &views)
{
    QStringList names;
    for (const SavedView &one : views)
        names << one.name;
    return names;
}

template <class T> Code codeOf(const Result<T> &result)
{
    return result ? Code::Internal : result.error().code;
}

} // namespace

class SavedViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSavedComesBack();
    void oneIsReplacedOnlyWhenThatIsMeant();
    void oneThatReadsAlikeIsRefused_data();
    void oneThatReadsAlikeIsRefused();
    void twoOfAnOlderProgramCanBeReplaced();
    void aNameIsNeeded_data();
    void aNameIsNeeded();
    void aFilterOfAnotherVersionIsReadAsFarAsItGoes_data();
    void aFilterOfAnotherVersionIsReadAsFarAsItGoes();
    void aViewIsFoundByItsName();
    void onlyAManagerSaves();
    void anotherStoreHasItsOwn();
    void aDeskDoesTheSame();
    void managersOfASharedDatabaseHaveTheSame();
    void theDatabaseItselfRefusesAnAgent();
    void withoutTheLineTheyAreReadOnly();
};

void SavedViewTest::whatIsSavedComesBack()
{
    TodaySite site;
    VERIFY_OK(site.place->saveView(view(u"  Texts   of Luis "_s), false, u"dana"_s));
    VERIFY_OK(site.place->saveView(view(u"a first look"_s, u"neglect"_s, 7), false, u"dana"_s));
    const auto views = site.place->savedViews(u"dana"_s);
    VERIFY_OK(views);
    QCOMPARE(namesOf(*views), (QStringList{u"a first look"_s, u"Texts of Luis"_s})); // by name, as a person reads them
    const SavedView &texts = views->last();
    QVERIFY(texts.isOf(u"media"_s, view({}).filter));
    QCOMPARE(texts.by, u"dana"_s);
    QVERIFY(texts.at.us > 0);
    VERIFY_OK(site.place->removeView(u"Texts of Luis"_s, u"dana"_s));
    VERIFY_OK(site.place->removeView(u"Texts of Luis"_s, u"dana"_s)); // it is gone already
    QCOMPARE(namesOf(*site.place->savedViews(u"dana"_s)), QStringList{u"a first look"_s});
}

void SavedViewTest::oneIsReplacedOnlyWhenThatIsMeant()
{
    TodaySite site;
    VERIFY_OK(site.place->saveView(view(u"Mondays"_s), false, u"dana"_s));
    const auto refused = site.place->saveView(view(u"Mondays"_s, u"neglect"_s), false, u"dana"_s);
    QCOMPARE(codeOf(refused), Code::Conflict);
    QVERIFY2(refused.error().message.contains(u"“Mondays”"_s), qPrintable(refused.error().message));
    QCOMPARE(site.place->savedViews(u"dana"_s)->first().chart, u"media"_s);
    VERIFY_OK(site.place->saveView(view(u"Mondays"_s, u"neglect"_s), true, u"dana"_s));
    VERIFY_OK(site.place->saveView(view(u"Fridays"_s), true, u"dana"_s)); // there was none to replace
    const auto views = site.place->savedViews(u"dana"_s);
    QCOMPARE(namesOf(*views), (QStringList{u"Fridays"_s, u"Mondays"_s}));
    QCOMPARE(views->last().chart, u"neglect"_s);
}

void SavedViewTest::oneThatReadsAlikeIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isAlike");
    QTest::newRow("small letters") << u"Mondays"_s << u"mondays"_s << true;
    QTest::newRow("capital letters") << u"Mondays"_s << u"MONDAYS"_s << true;
    QTest::newRow("accents") << u"Mañanas"_s << u"mananas"_s << true;
    QTest::newRow("capital letters with accents") << u"Éric"_s << u"éric"_s << true;
    QTest::newRow("other letters") << u"Понедельник"_s << u"понедельник"_s << true;
    QTest::newRow("a blank more") << u"Mon days"_s << u"Mondays"_s << false;
    QTest::newRow("another") << u"Mondays"_s << u"Monday"_s << false;
}

void SavedViewTest::oneThatReadsAlikeIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, other);
    QFETCH(bool, isAlike);
    TodaySite site;
    VERIFY_OK(site.place->saveView(view(name), false, u"dana"_s));
    for (const bool over : {false, true}) { // there is none of exactly that name to be replaced
        const auto second = site.place->saveView(view(other, u"neglect"_s), over, u"dana"_s);
        QCOMPARE(codeOf(second), isAlike ? Code::Conflict : Code::Internal);
        if (isAlike)
            QVERIFY2(second.error().message.contains(u"“%1” already, and “%2” reads the same"_s.arg(name, other)), qPrintable(second.error().message));
        else
            VERIFY_OK(site.place->removeView(other, u"dana"_s));
    }
    QCOMPARE(namesOf(*site.place->savedViews(u"dana"_s)), QStringList{name});
}

void SavedViewTest::twoOfAnOlderProgramCanBeReplaced()
{
    TempStore store;
    VERIFY_OK(keepViews(*store.db, RooftopId{1}, {view(u"mondays"_s), view(u"Mondays"_s)}));
    VERIFY_OK(putView(*store.db, RooftopId{1}, view(u"Mondays"_s, u"neglect"_s), true));
    const auto views = readViews(*store.db, RooftopId{1});
    VERIFY_OK(views);
    QCOMPARE(views->size(), 2);
    QCOMPARE(findView(*views, u"Mondays"_s)->chart, u"neglect"_s);
    QCOMPARE(findView(*views, u"mondays"_s)->chart, u"media"_s);
}

void SavedViewTest::aNameIsNeeded_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("chart");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("none") << u""_s << u"media"_s << false;
    QTest::newRow("blanks") << u" \t "_s << u"media"_s << false;
    QTest::newRow("as long as may be") << QString(MostViewName, u'x') << u"media"_s << true;
    QTest::newRow("too long") << QString(MostViewName + 1, u'x') << u"media"_s << false;
    QTest::newRow("no such chart") << u"Mondays"_s << u"medium"_s << false;
}

void SavedViewTest::aNameIsNeeded()
{
    QFETCH(QString, name);
    QFETCH(QString, chart);
    QFETCH(bool, isTaken);
    TempStore store;
    const auto put = putView(*store.db, RooftopId{1}, view(name, chart), false);
    if (!isTaken)
        QCOMPARE(codeOf(put), Code::Invalid);
    QCOMPARE(readViews(*store.db, RooftopId{1})->size(), isTaken ? 1 : 0);
}

void SavedViewTest::aFilterOfAnotherVersionIsReadAsFarAsItGoes_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("medium");
    QTest::newRow("ours") << QByteArray(R"({"days":7,"medium":"text"})") << 7 << u"text"_s;
    QTest::newRow("nothing") << QByteArray("{}") << 90 << QString();
    QTest::newRow("no filter") << QByteArray("[7]") << 90 << QString();
    QTest::newRow("what there is not") << QByteArray(R"({"days":0,"medium":"pigeon","moon":"full"})") << 90 << QString();
    QTest::newRow("more than ten years") << QByteArray(R"({"days":99999})") << 90 << QString();
    QTest::newRow("words for a number") << QByteArray(R"({"days":"7"})") << 90 << QString();
}

void SavedViewTest::aFilterOfAnotherVersionIsReadAsFarAsItGoes()
{
    QFETCH(QByteArray, kept);
    QFETCH(int, days);
    QFETCH(QString, medium);
    const ChartFilter filter = filterFromJson(QJsonDocument::fromJson(kept).object());
    QCOMPARE(filter.days, days);
    QCOMPARE(filter.openDays, 0);
    QCOMPARE(filter.medium, medium);
    QVERIFY(filterFromJson(toJson(filter)) == filter);
    QVERIFY(filterFromJson(toJson(view({}).filter)) == view({}).filter);
}

void SavedViewTest::aViewIsFoundByItsName()
{
    const QVector<SavedView> views{view(u"mondays"_s, u"neglect"_s), view(u"Mondays"_s)};
    QCOMPARE(findView(views, u" Mondays "_s)->chart, u"media"_s); // exactly this one before one with other letters
    QCOMPARE(findView(views, u"MONDAYS"_s)->chart, u"neglect"_s);
    QCOMPARE(findView(views, u"Mondäys"_s)->chart, u"neglect"_s); // as search has it
    QVERIFY(!findView(views, u"Monday"_s));
}

void SavedViewTest::onlyAManagerSaves()
{
    TodaySite site;
    VERIFY_OK(site.place->saveView(view(u"Mondays"_s), false, u"dana"_s));
    QCOMPARE(codeOf(site.place->saveView(view(u"Fridays"_s), false, u"luis"_s)), Code::Denied);
    QCOMPARE(codeOf(site.place->removeView(u"Mondays"_s, u"luis"_s)), Code::Denied);
    QCOMPARE(codeOf(site.place->savedViews(u"luis"_s)), Code::Denied);
    QCOMPARE(codeOf(site.place->savedViews(u"nobody"_s)), Code::NotFound);
    QCOMPARE(namesOf(*site.place->savedViews(u"dana"_s)), QStringList{u"Mondays"_s});
}

void SavedViewTest::anotherStoreHasItsOwn()
{
    TempStore store;
    VERIFY_OK(putView(*store.db, RooftopId{1}, view(u"Mondays"_s), false));
    VERIFY_OK(putView(*store.db, RooftopId{2}, view(u"Mondays"_s, u"neglect"_s), false));
    VERIFY_OK(removeView(*store.db, RooftopId{1}, u"Mondays"_s));
    QVERIFY(readViews(*store.db, RooftopId{1})->isEmpty());
    QCOMPARE(readViews(*store.db, RooftopId{2})->first().chart, u"neglect"_s);
}

void SavedViewTest::aDeskDoesTheSame()
{
    if (engineUnderTest() == Engine::Postgresql)
        return; // there a desk is one of a shared database: below
    TodaySite site;
    Desk desk(site.clock);
    VERIFY_OK(answer(desk.open(asText(site.url()), false)));
    VERIFY_OK(answer(desk.signIn(u"dana"_s)));
    VERIFY_OK(answer(desk.saveView(view(u"Mondays"_s), false)));
    QCOMPARE(codeOf(answer(desk.saveView(view(u"Mondays"_s), false))), Code::Conflict);
    QCOMPARE(namesOf(*answer(desk.savedViews())), QStringList{u"Mondays"_s});
    VERIFY_OK(answer(desk.removeView(u"Mondays"_s)));
    QVERIFY(answer(desk.savedViews())->isEmpty());
    VERIFY_OK(answer(desk.signIn(u"luis"_s)));
    QCOMPARE(codeOf(answer(desk.saveView(view(u"Mondays"_s), false))), Code::Denied);
}

void SavedViewTest::managersOfASharedDatabaseHaveTheSame()
{
    if (engineUnderTest() == Engine::Sqlite)
        return; // only PostgreSQL is shared, and the run on it does this
    SharedWorld world;
    world.add(u"dana"_s, u"manager"_s);
    world.add(u"mike"_s, u"manager"_s);
    const auto dana = world.desk(u"dana"_s), mike = world.desk(u"mike"_s);
    VERIFY_OK(dana->saveView(view(u"Mondays"_s), false));
    const auto seen = mike->savedViews();
    VERIFY_OK(seen);
    QCOMPARE(namesOf(*seen), QStringList{u"Mondays"_s});
    QCOMPARE(seen->first().by, u"dana"_s);
    QVERIFY(seen->first().filter == view({}).filter);
    QCOMPARE(codeOf(mike->saveView(view(u"Mondays"_s, u"neglect"_s), false)), Code::Conflict);
    VERIFY_OK(mike->saveView(view(u"Mondays"_s, u"neglect"_s), true));
    QCOMPARE(dana->savedViews()->first().chart, u"neglect"_s);
    QCOMPARE(world.sql(u"SELECT by_login FROM saved_view"_s), u"mike"_s);
    VERIFY_OK(dana->removeView(u"Mondays"_s));
    QVERIFY(mike->savedViews()->isEmpty());
}

void SavedViewTest::theDatabaseItselfRefusesAnAgent()
{
    if (engineUnderTest() == Engine::Sqlite)
        return;
    SharedWorld world;
    world.add(u"dana"_s, u"manager"_s);
    world.add(u"tanya"_s);
    const auto dana = world.desk(u"dana"_s), tanya = world.desk(u"tanya"_s);
    VERIFY_OK(dana->saveView(view(u"Mondays"_s), false));
    QCOMPARE(codeOf(tanya->savedViews()), Code::Denied);
    QCOMPARE(codeOf(tanya->saveView(view(u"Fridays"_s), false)), Code::Denied);
    QCOMPARE(codeOf(tanya->removeView(u"Mondays"_s)), Code::Denied);
    // Around the program, and as somebody else.
    Connection &db = tanya->exchange().shared().db();
    const RooftopId rooftop = tanya->exchange().person().rooftop;
    SavedView asDana = view(u"Fridays"_s);
    asDana.by = u"dana"_s;
    QCOMPARE(codeOf(putView(db, rooftop, asDana, true)), Code::Denied);
    QCOMPARE(codeOf(removeView(db, rooftop, u"Mondays"_s)), Code::Denied);
    QCOMPARE(codeOf(readViews(db, rooftop)), Code::Denied);
    QCOMPARE(world.sql(u"SELECT name FROM saved_view"_s), u"Mondays"_s);
    // Who saved one is the database's to say.
    asDana.by = u"tanya"_s;
    VERIFY_OK(putView(dana->exchange().shared().db(), rooftop, asDana, false));
    QCOMPARE(world.sql(u"SELECT by_login FROM saved_view WHERE name = 'Fridays'"_s), u"dana"_s);
}

void SavedViewTest::withoutTheLineTheyAreReadOnly()
{
    if (engineUnderTest() == Engine::Sqlite)
        return;
    SharedWorld world;
    world.add(u"dana"_s, u"manager"_s);
    {
        const auto dana = world.desk(u"dana"_s);
        VERIFY_OK(dana->saveView(view(u"Mondays"_s), false));
        VERIFY_OK(dana->saveView(view(u"Fridays"_s), false));
        VERIFY_OK(dana->removeView(u"Fridays"_s));
    }
    const auto offline = SharedPlace::openOffline(world.urlOf(u"dana"_s), world.clock, world.random);
    VERIFY_OK(offline);
    Workplace &own = (*offline)->own();
    QCOMPARE(namesOf(*own.savedViews(u"dana"_s)), QStringList{u"Mondays"_s});
    QCOMPARE(codeOf(own.saveView(view(u"Fridays"_s), false, u"dana"_s)), Code::Unavailable);
    QCOMPARE(codeOf(own.removeView(u"Mondays"_s, u"dana"_s)), Code::Unavailable);
    QCOMPARE(own.savedViews(u"dana"_s)->size(), 1);
}

QTEST_GUILESS_MAIN(SavedViewTest)
#include "saved_view_test.moc"
