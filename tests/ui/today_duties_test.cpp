// What a manager has to do by themselves, in the room of today: the list, its rows and the tile.
#include "tests/ui/today_duties.h"

using namespace beback;
using namespace beback::ui;

class TodayDutiesTest : public test::TodayDuties
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init() { open(); }
    void cleanup() { close(); }

    void oneIsSetAndDone();
    void anUnsoldVisitLeadsToItsLead();
    void whatCouldNotBeReadIsOnlyMended();
    void whatIsOverdueStandsOut();
    void theTileCountsEverybodys();
    void theTileAndTheListSayTheSame_data();
    void theTileAndTheListSayTheSame();
    void rowsThatStayKeepTheKeyboard();
    void everyPressIsKeptAndTheSameOneOnce();
    void itPaints_data();
    void itPaints();
    void everyControlHasAName();
};

void TodayDutiesTest::oneIsSetAndDone()
{
    QVERIFY(!isShown("today.duties")); // nothing to do takes no room
    QSignalSpy said(m_room.get(), &TodayRoom::said);
    set(QStringLiteral("Call the county"), QStringLiteral("thursday 4 pm"));
    QTRY_VERIFY(isShown("today.duty.0.row"));
    QVERIFY(button("today.duty.set")->hasFocus()); // back where it was
    QCOMPARE(text("today.duty.0.title"), QStringLiteral("Call the county"));
    QVERIFY2(text("today.duty.0.due").contains(QStringLiteral("4:00 pm")), qPrintable(text("today.duty.0.due")));
    QCOMPARE(said.size(), 1);
    QCOMPARE(m_room->page().duties.first().who, QStringLiteral("dana")); // oneself, where nobody else is chosen
    QVERIFY(!isShown("today.duty.0.open")); // it is about nobody in particular
    press("today.duty.0.done");
    QTRY_VERIFY(!isShown("today.duties"));
    QVERIFY(ask(m_desk->todayPage()).duties.isEmpty());
}

void TodayDutiesTest::anUnsoldVisitLeadsToItsLead()
{
    TodayPage page = m_room->page();
    Duty visit = duty("unsold", "Contact Victor Hale, who came in and did not buy", Begins + std::chrono::hours(2));
    visit.kind = Duty::Kind::Unsold;
    visit.customer = CustomerId(QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2));
    visit.lead = LeadId(QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4));
    Duty skips = duty("skips", "Look at 2 steps left out without an attempt", Begins + std::chrono::hours(2));
    skips.kind = Duty::Kind::Skips;
    skips.leads = {visit.lead, LeadId(QUuid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4))};
    Duty lies = duty("quarantine", "Mend a lead that could not be read", Begins + std::chrono::hours(2));
    lies.kind = Duty::Kind::Quarantine;
    page.duties = {visit, skips, lies};
    m_room->show(page);
    QSignalSpy looked(m_room.get(), &TodayRoom::lookAsked), listed(m_room.get(), &TodayRoom::leadsAsked), entered(m_room.get(), &TodayRoom::roomAsked);
    for (const char *name : {"today.duty.0.open", "today.duty.1.open", "today.duty.2.open"})
        button(name)->click();
    QCOMPARE(looked.size(), 1);
    QCOMPARE(looked[0][0].value<CustomerId>(), visit.customer);
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed[0][1].value<QVector<LeadId>>(), skips.leads);
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered[0][0].toString(), QStringLiteral("leads-in"));
    QVERIFY2(text("today.duty.0.due").contains(QStringLiteral("whichever manager is first")), qPrintable(text("today.duty.0.due")));
}

void TodayDutiesTest::whatCouldNotBeReadIsOnlyMended()
{
    TodayPage page = m_room->page();
    Duty lies = duty("quarantine", "Mend a lead that could not be read", Begins);
    lies.kind = Duty::Kind::Quarantine;
    page.duties = {duty("a", "One", Begins), lies};
    m_room->show(page);
    QVERIFY(isShown("today.duty.0.done") && isShown("today.duty.0.leave_out"));
    QVERIFY(isShown("today.duty.1.open") && !isShown("today.duty.1.done") && !isShown("today.duty.1.leave_out"));
    button("today.duty.0.done")->setFocus(Qt::TabFocusReason);
    page.duties.removeFirst();
    m_room->show(page);
    QVERIFY(button("today.duty.0.open")->hasFocus()); // the keyboard is at what can be done
}

void TodayDutiesTest::whatIsOverdueStandsOut()
{
    TodayPage page = m_room->page();
    page.duties = {duty("a", "Call the county", Begins - std::chrono::hours(1), "dana"), duty("b", "Look at the lot", Begins + std::chrono::hours(1), "dana")};
    m_room->show(page);
    QCOMPARE(text("today.duties.overdue"), QStringLiteral("1 overdue"));
    QCOMPARE(text("today.duty.0.due"), QStringLiteral("Was due 9:00 am"));
    QCOMPARE(text("today.duty.1.due"), QStringLiteral("Due 11:00 am"));
    QCOMPARE(part<TextLabel>("today.duty.0.due")->ink(), Ink::Danger);
    QCOMPARE(part<TextLabel>("today.duty.1.due")->ink(), Ink::Muted);
    page.duties.removeFirst();
    m_room->show(page);
    QCOMPARE(text("today.duties.overdue"), QString());
}

void TodayDutiesTest::theTileCountsEverybodys()
{
    QCOMPARE(text("today.overdue.figure"), QStringLiteral("0"));
    QCOMPARE(text("today.overdue.beside"), QStringLiteral("none"));
    TodayPage page = m_room->page();
    page.overdue = {{QStringLiteral("kim"), QStringLiteral("Kim Park"), 3}, {QStringLiteral("dana"), QStringLiteral("Dana Whitfield"), 2}, {QString(), QStringLiteral("Anybody"), 1}};
    m_room->show(page);
    QCOMPARE(text("today.overdue.figure"), QStringLiteral("6"));
    QCOMPARE(text("today.overdue.beside"), QStringLiteral("3 yours or anybody's"));
    QCOMPARE(text("today.overdue.below"), QStringLiteral("Kim Park: 3"));
    QCOMPARE(part<TextLabel>("today.overdue.figure")->ink(), Ink::Danger);
}

void TodayDutiesTest::theTileAndTheListSayTheSame_data()
{
    QTest::addColumn<int>("mine");
    QTest::addColumn<int>("anybodys");
    QTest::addColumn<QString>("tile");
    QTest::addColumn<QString>("list");
    QTest::newRow("of others alone") << 0 << 0 << "none of yours" << "";
    QTest::newRow("mine") << 2 << 0 << "2 yours" << "2 overdue";
    QTest::newRow("anybody's") << 0 << 3 << "3 anybody's" << "3 overdue";
    QTest::newRow("both") << 2 << 1 << "3 yours or anybody's" << "3 overdue";
}

void TodayDutiesTest::theTileAndTheListSayTheSame()
{
    QFETCH(int, mine);
    QFETCH(int, anybodys);
    QFETCH(QString, tile);
    QFETCH(QString, list);
    TodayPage page = m_room->page();
    page.overdue = {{QStringLiteral("kim"), QStringLiteral("Kim Park"), 4}, {QStringLiteral("dana"), QStringLiteral("Dana Whitfield"), mine}, {QString(), QStringLiteral("Anybody"), anybodys}};
    for (int i = 0; i < mine + anybodys; ++i)
        page.duties << duty(qPrintable(QString::number(i)), "Call the county", Begins - std::chrono::hours(1), i < mine ? "dana" : "");
    m_room->show(page);
    QCOMPARE(text("today.overdue.figure"), QString::number(4 + mine + anybodys));
    QCOMPARE(text("today.overdue.beside"), tile);
    QCOMPARE(text("today.duties.overdue"), list);
    QCOMPARE(text("today.overdue.below"), QStringLiteral("Kim Park: 4"));
}

void TodayDutiesTest::rowsThatStayKeepTheKeyboard()
{
    TodayPage page = m_room->page();
    page.duties = {duty("a", "One", Begins), duty("b", "Two", Begins), duty("c", "Three", Begins)};
    m_room->show(page);
    KeyButton *held = button("today.duty.1.done");
    held->setFocus(Qt::TabFocusReason);
    page.duties.removeFirst();
    m_room->show(page);
    QVERIFY(held->hasFocus());
    QCOMPARE(held->objectName(), QStringLiteral("today.duty.0.done"));
    page.duties.removeFirst(); // its own
    m_room->show(page);
    QVERIFY(button("today.duty.0.done")->hasFocus());
    QCOMPARE(text("today.duty.0.title"), QStringLiteral("Three"));
}

void TodayDutiesTest::everyPressIsKeptAndTheSameOneOnce()
{
    set(QStringLiteral("Call the county"), QStringLiteral("3 pm"));
    set(QStringLiteral("Look at the lot"), QStringLiteral("4 pm"));
    QTRY_VERIFY(isShown("today.duty.1.row"));
    QSignalSpy said(m_room.get(), &TodayRoom::said);
    for (const char *name : {"today.duty.0.done", "today.duty.1.done", "today.duty.0.done"}) // before the first is answered
        button(name)->click();
    QTRY_VERIFY(!isShown("today.duties"));
    QVERIFY(ask(m_desk->todayPage()).duties.isEmpty());
    QCOMPARE(said.size(), 2);
    for (const QVariantList &one : said)
        QCOMPARE(one[0].toString(), QStringLiteral("Done."));
}

void TodayDutiesTest::itPaints_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    for (const bool dark : {false, true})
        for (const double scale : {1.0, 1.5})
            QTest::addRow("%s, %d %%", dark ? "dark" : "light", int(100 * scale)) << dark << scale;
}

void TodayDutiesTest::itPaints()
{
    QFETCH(bool, dark);
    QFETCH(double, scale);
    Theme::setTextScale(scale);
    Theme::apply(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    TodayPage page = m_room->page();
    page.duties = {duty("a", "Call the county", Begins - std::chrono::hours(1)), duty("b", "Look at the lot", Begins + std::chrono::hours(1))};
    m_room->show(page);
    press("today.duty.set");
    QTest::qWait(20);
    const QImage late = part<DutyRow>("today.duty.0.row")->grab().toImage();
    QCOMPARE(late.pixelColor(2, late.height() / 2).name(), Theme::current().dangerSoft.name());
    for (const char *name : {"today.duty.0.done", "today.duty.0.leave_out"}) // whole, and inside their row
        QVERIFY2(part<DutyRow>("today.duty.0.row")->rect().contains(button(name)->geometry()), name);
    QVERIFY(m_room->rect().contains(part<QWidget>("today.sheet")->geometry().translated(part<QWidget>("today.sheet")->parentWidget()->pos())));
}

void TodayDutiesTest::everyControlHasAName()
{
    TodayPage page = m_room->page();
    page.duties = {duty("a", "Call the county", Begins)};
    m_room->show(page);
    press("today.duty.set");
    for (const QWidget *control : m_room->findChildren<QWidget *>()) {
        if (control->focusPolicy() == Qt::NoFocus || !control->isVisible() || control->focusProxy())
            continue;
        const auto *named = qobject_cast<const QAbstractButton *>(control);
        const QString what = QLatin1String(control->metaObject()->className()) + QLatin1Char(' ') + control->objectName();
        QVERIFY2(!control->accessibleName().isEmpty() || (named && !named->text().isEmpty()), qPrintable(what));
    }
    QCOMPARE(button("today.duty.0.done")->accessibleName(), QStringLiteral("Done: Call the county"));
}

QTEST_MAIN(TodayDutiesTest)
#include "today_duties_test.moc"
