// How a manager sets a duty, and says why one is left out.
#include "tests/ui/today_duties.h"

using namespace beback;
using namespace beback::ui;

class DutySheetTest : public test::TodayDuties
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { inEnglish(); }
    void init() { open(); }
    void cleanup() { close(); }

    void oneIsLeftOutWithAReason();
    void whatIsMissingIsSaid();
    void aLeadIsFoundByItsName();
    void escapeLeavesEverythingAsItIs();
    void escapeEndsTheSearchForAName();
    void whatARowIsToldIsNotForTheSheet();
    void aSecondEnterSetsNothingTwice();
    void pressedAgainAfterALostAnswerItIsTheSameDuty();
};

void DutySheetTest::oneIsLeftOutWithAReason()
{
    set(QStringLiteral("Look at the lot"), QStringLiteral("3 pm"));
    QTRY_VERIFY(isShown("today.duty.0.row"));
    press("today.duty.0.leave_out");
    QVERIFY(isShown("today.sheet") && !isShown("today.sheet.until"));
    QTest::keyClick(part<QLineEdit>("today.sheet.text"), Qt::Key_Return); // without one
    QVERIFY(isShown("today.sheet"));
    type("today.sheet.text", QStringLiteral("It rained"));
    QTest::keyClick(part<QLineEdit>("today.sheet.text"), Qt::Key_Return);
    QTRY_VERIFY(!isShown("today.sheet"));
    QTRY_VERIFY(!isShown("today.duties"));
}

void DutySheetTest::whatIsMissingIsSaid()
{
    press("today.duty.set");
    press("today.sheet.do");
    QVERIFY(part<QLineEdit>("today.sheet.text")->hasFocus());
    type("today.sheet.text", QStringLiteral("Call"));
    type("today.sheet.until", QStringLiteral("whenever"));
    press("today.sheet.do");
    QVERIFY(part<QLineEdit>("today.sheet.until")->hasFocus());
    type("today.sheet.until", QStringLiteral("today 9:00 am")); // an hour ago
    press("today.sheet.do");
    QVERIFY(isShown("today.sheet"));
    QVERIFY(ask(m_desk->todayPage()).duties.isEmpty());
}

void DutySheetTest::aLeadIsFoundByItsName()
{
    ask(m_desk->addLead(person()));
    ask(m_desk->addLead(person()));
    QSignalSpy said(m_room.get(), &TodayRoom::said);
    press("today.duty.set");
    type("today.sheet.text", QStringLiteral("Call about the trade"));
    type("today.sheet.until", QStringLiteral("3 pm"));
    const auto tryWith = [this](const char *name) {
        type("today.sheet.about", QLatin1String(name));
        QTest::keyClick(part<QLineEdit>("today.sheet.about"), Qt::Key_Return);
    };
    const auto says = [this](const char *words) {
        const auto labels = part<DutySheet>("today.sheet")->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [words](const QLabel *label) { return label->isVisible() && label->text().contains(QLatin1String(words)); });
    };
    tryWith("Nobody Atall");
    QTRY_VERIFY(says("Nobody here is called"));
    tryWith("Customer");
    QTRY_VERIFY(says("Several fit"));
    tryWith("Number2");
    QTRY_VERIFY(!isShown("today.sheet"));
    QCOMPARE(said.size(), 1);
    const QString kept = said[0][0].toString();
    QVERIFY2(kept.startsWith(QStringLiteral("Set about ")) && kept.contains(QStringLiteral("Number2")), qPrintable(kept));
    QTRY_VERIFY(isShown("today.duty.0.open"));
    QVERIFY2(text("today.duty.0.why").contains(QStringLiteral("Number2")), qPrintable(text("today.duty.0.why")));
    QSignalSpy looked(m_room.get(), &TodayRoom::lookAsked);
    press("today.duty.0.open");
    QCOMPARE(looked.size(), 1);
    QCOMPARE(looked[0][1].value<LeadId>(), m_room->page().duties.first().lead);
}

void DutySheetTest::escapeLeavesEverythingAsItIs()
{
    press("today.duty.set");
    type("today.sheet.text", QStringLiteral("Call"));
    QTest::keyClick(part<QLineEdit>("today.sheet.text"), Qt::Key_Escape);
    QVERIFY(!isShown("today.sheet"));
    QVERIFY(button("today.duty.set")->hasFocus());
    QVERIFY(ask(m_desk->todayPage()).duties.isEmpty());
}

void DutySheetTest::escapeEndsTheSearchForAName()
{
    ask(m_desk->addLead(person()));
    QSignalSpy said(m_room.get(), &TodayRoom::said);
    press("today.duty.set");
    type("today.sheet.text", QStringLiteral("Call about the trade"));
    type("today.sheet.until", QStringLiteral("3 pm"));
    type("today.sheet.about", QStringLiteral("Number1"));
    QTest::keyClick(part<QLineEdit>("today.sheet.about"), Qt::Key_Return);
    QTest::keyClick(part<QLineEdit>("today.sheet.about"), Qt::Key_Escape); // before it is answered
    QVERIFY(!isShown("today.sheet"));
    for (int i = 0; i < 2; ++i) // what was asked for before is answered by now, and what that would have led to
        QCOMPARE(ask(m_desk->search(QStringLiteral("Number1"), 8)).size(), 1);
    QVERIFY(ask(m_desk->todayPage()).duties.isEmpty());
    QCOMPARE(said.size(), 0);
}

void DutySheetTest::whatARowIsToldIsNotForTheSheet()
{
    const auto openSheet = [this] {
        press("today.duty.set");
        type("today.sheet.text", QStringLiteral("Look at the lot"));
    };
    const auto holdsIt = [this] { return isShown("today.sheet") && part<QLineEdit>("today.sheet.text")->text() == QStringLiteral("Look at the lot"); };
    set(QStringLiteral("Call the county"), QStringLiteral("3 pm"));
    QTRY_VERIFY(isShown("today.duty.0.row"));
    QSignalSpy said(m_room.get(), &TodayRoom::said);
    press("today.duty.0.done");
    openSheet();
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(said[0][0].toString(), QStringLiteral("Done."));
    QVERIFY(holdsIt());
    QTRY_VERIFY(!isShown("today.duties"));
    part<DutySheet>("today.sheet")->leave();
    TodayPage page = m_room->page();
    page.duties = {duty("there is none", "Gone", Begins)};
    m_room->show(page);
    press("today.duty.0.done");
    openSheet();
    QTRY_COMPARE(said.size(), 2);
    const QString why = said[1][0].toString();
    QVERIFY(!why.isEmpty() && why != QStringLiteral("Done."));
    QVERIFY(holdsIt());
    for (const QLabel *label : part<DutySheet>("today.sheet")->findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(why), qPrintable(label->text()));
}

void DutySheetTest::aSecondEnterSetsNothingTwice()
{
    QSignalSpy said(m_room.get(), &TodayRoom::said);
    press("today.duty.set");
    type("today.sheet.text", QStringLiteral("Call the county"));
    type("today.sheet.until", QStringLiteral("3 pm"));
    QTest::keyClick(part<QLineEdit>("today.sheet.until"), Qt::Key_Return);
    QVERIFY(button("today.sheet.do")->isBlocked()); // and says why
    QTest::keyClick(part<QLineEdit>("today.sheet.until"), Qt::Key_Return);
    QTRY_VERIFY(isShown("today.duty.0.row"));
    ask(m_desk->search(QStringLiteral("county"), 8)); // whatever was asked for before is answered by now
    QCOMPARE(ask(m_desk->todayPage()).duties.size(), 1);
    QCOMPARE(said.size(), 1);
    press("today.duty.set");
    QVERIFY(!button("today.sheet.do")->isBlocked());
}

// What was kept, and nobody heard so.
void DutySheetTest::pressedAgainAfterALostAnswerItIsTheSameDuty()
{
    auto *sheet = part<DutySheet>("today.sheet");
    QSignalSpy asked(sheet, &DutySheet::said);
    press("today.duty.set");
    type("today.sheet.text", QStringLiteral("Call the county"));
    type("today.sheet.until", QStringLiteral("3 pm"));
    QTest::keyClick(part<QLineEdit>("today.sheet.until"), Qt::Key_Return);
    sheet->refuse(QStringLiteral("The line broke."));
    QTest::keyClick(part<QLineEdit>("today.sheet.until"), Qt::Key_Return);
    QCOMPARE(asked.size(), 2);
    const QString id = asked[0][0].value<DutyWord>().duty;
    QVERIFY2(isOwnDutyId(id), qPrintable(id));
    QCOMPARE(asked[1][0].value<DutyWord>().duty, id);
    QTRY_VERIFY(isShown("today.duty.0.row"));
    ask(m_desk->search(QStringLiteral("county"), 8)); // both are answered by now
    QCOMPARE(ask(m_desk->todayPage()).duties.size(), 1);
    QTRY_VERIFY(!isShown("today.sheet"));
    set(QStringLiteral("Call the county"), QStringLiteral("3 pm")); // as somebody who means another one
    QVERIFY(asked[2][0].value<DutyWord>().duty != id);
    QTRY_COMPARE(ask(m_desk->todayPage()).duties.size(), 2);
}

QTEST_MAIN(DutySheetTest)
#include "duty_sheet_test.moc"
