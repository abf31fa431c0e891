#include "tests/support/quiet_seams.h"
#include "tests/support/sample_views.h"
#include "ui/intake/mapping_pane.h"
#include "ui/intake/quarantine_panel.h"
#include "ui/lead/add_lead_pane.h"
#include "ui/lead/lead_panes.h"
#include "ui/lead/wish_panes.h"
#include "ui/shell/key_bindings.h"
#include "ui/style/theme.h"
#include "ui/widgets/key_button.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimeEdit>

using namespace beback;
using namespace beback::ui;

// The panes laid over the window, and the table of keys.
class PanesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::apply(Theme::Choice::Light); }
    void init();
    void cleanup() { m_window.reset(); }

    void aLeadNeedsANameAndAWayToReachThem();
    void aLeadIsTypedWithTheKeyboardAlone();
    void missingDigitsAreCounted();
    void anAppointmentIsNotInThePast();
    void aSkipNeedsAReason();
    void theirWordsFillInTheWish();
    void aWishOfNothingButWordsIsAskedAbout();
    void aReplyOffersTheWishInIt();
    void consentNeedsItsProof();
    void tabStaysInThePane();
    void escapeLeaves();
    void aMappingIsProposedAndSaved();
    void whatWasSetAsideIsReadOnceItIsLookedAt();
    void whatIsBeingMendedOutlivesANewList();
    void keysAreUnique();
    void aKeyMovesToItsNewPlace();
    void boundKeysAreRemembered();

private:
    std::unique_ptr<QMainWindow> m_window;
    ManualClock m_clock{samples::now()};
    test::QuietSeams m_quiet;
};

void PanesTest::init()
{
    m_quiet = test::QuietSeams();
    m_window = std::make_unique<QMainWindow>();
    m_window->setCentralWidget(new QLineEdit);
    m_window->resize(1280, 690);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void PanesTest::aLeadNeedsANameAndAWayToReachThem()
{
    auto *pane = new AddLeadPane(m_window.get());
    QSignalSpy done(pane, &AddLeadPane::done);
    pane->open();
    pane->accept();
    QCOMPARE(done.size(), 0);
    pane->findChild<QLineEdit *>(QStringLiteral("add.first"))->setText(QStringLiteral("Gary"));
    pane->accept();
    QCOMPARE(done.size(), 0);
    pane->findChild<QLineEdit *>(QStringLiteral("add.mail"))->setText(QStringLiteral("gary@example.com"));
    pane->accept();
    QCOMPARE(done.size(), 1);
}

void PanesTest::aLeadIsTypedWithTheKeyboardAlone()
{
    auto *pane = new AddLeadPane(m_window.get());
    LeadDraft taken;
    connect(pane, &AddLeadPane::done, this, [&](const LeadDraft &draft) { taken = draft; });
    pane->open();
    // From the source to the first name, and on through the fields.
    for (const QString &text : {QString(), QStringLiteral("Gary"), QStringLiteral("Lindholm"), QStringLiteral("(316) 555-0120"),
                                QStringLiteral("gary@example.com"), QStringLiteral("2021"), QStringLiteral("Chevrolet"), QStringLiteral("Silverado")}) {
        if (!text.isEmpty())
            QTest::keyClicks(m_window->focusWidget(), text);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
    }
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QCOMPARE(taken.name.full, QStringLiteral("Gary Lindholm"));
    QCOMPARE(taken.points.size(), 2);
    QCOMPARE(taken.wanted.model, QStringLiteral("Silverado"));
    QCOMPARE(taken.source, QStringLiteral("Walk-in"));
}

void PanesTest::missingDigitsAreCounted()
{
    auto *pane = new AddLeadPane(m_window.get());
    pane->open();
    pane->findChild<QLineEdit *>(QStringLiteral("add.first"))->setText(QStringLiteral("Gary"));
    auto *phone = pane->findChild<QLineEdit *>(QStringLiteral("add.phone"));
    phone->setText(QStringLiteral("(505) 555-01"));
    pane->accept();
    QVERIFY(isFieldWrong(phone));
    QVERIFY(phone->hasFocus());
}

void PanesTest::anAppointmentIsNotInThePast()
{
    auto *pane = new AppointmentPane(m_window.get(), QStringLiteral("Elena"), m_clock, samples::zone(), samples::zone());
    QSignalSpy done(pane, &AppointmentPane::done);
    pane->open();
    auto *when = pane->findChild<QDateTimeEdit *>(QStringLiteral("pane.when"));
    when->setDate(zones::local(m_clock.now(), samples::zone()).date.addDays(-1));
    pane->accept();
    QCOMPARE(done.size(), 0);
    when->setDate(zones::local(m_clock.now(), samples::zone()).date.addDays(2));
    pane->accept();
    QCOMPARE(done.size(), 1);
}

void PanesTest::aSkipNeedsAReason()
{
    auto *pane = new TextPane(m_window.get(), {QStringLiteral("Skip"), {}, QStringLiteral("Why"), QStringLiteral("Skip"), QStringLiteral("A reason.")}, true);
    QSignalSpy done(pane, &TextPane::done);
    pane->open();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QCOMPARE(done.size(), 0);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("away"));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QCOMPARE(done.size(), 1);
}

void PanesTest::theirWordsFillInTheWish()
{
    auto *pane = new WishPane(m_window.get(), QStringLiteral("Elena"), {});
    Wish kept;
    connect(pane, &WishPane::done, this, [&](const Wish &wish) { kept = wish; });
    pane->open();
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("text me after six"));
    QCOMPARE(pane->findChild<QComboBox *>(QStringLiteral("wish.medium"))->currentData().toInt(), int(Medium::Text));
    QVERIFY(pane->findChild<QCheckBox *>(QStringLiteral("wish.after"))->isChecked());
    pane->accept();
    QCOMPARE(kept.medium, std::optional(Medium::Text));
    QCOMPARE(kept.after, QTime(18, 0));
    QVERIFY(!kept.before.isValid());
    QCOMPARE(kept.text, QStringLiteral("text me after six"));
}

void PanesTest::aWishOfNothingButWordsIsAskedAbout()
{
    auto *pane = new WishPane(m_window.get(), QStringLiteral("Elena"), {});
    QSignalSpy done(pane, &WishPane::done);
    pane->open();
    auto *words = pane->findChild<QLineEdit *>(QStringLiteral("pane.text"));
    QTest::keyClicks(words, QStringLiteral("the blue one"));
    pane->accept();
    QCOMPARE(done.size(), 0);
    QVERIFY(isFieldWrong(words));
    auto *medium = pane->findChild<QComboBox *>(QStringLiteral("wish.medium"));
    QVERIFY(medium->hasFocus());
    medium->setCurrentIndex(medium->findData(int(Medium::Call)));
    Q_EMIT medium->activated(medium->currentIndex());
    QTest::keyClicks(words, QStringLiteral(", text me")); // what was set by hand stays
    QCOMPARE(medium->currentData().toInt(), int(Medium::Call));
    pane->accept();
    QCOMPARE(done.size(), 1);
}

void PanesTest::aReplyOffersTheWishInIt()
{
    auto *pane = new ReplyPane(m_window.get(), QStringLiteral("Elena"), Medium::Text);
    Wish kept;
    connect(pane, &ReplyPane::done, this, [&](Medium, const QString &, const Wish &wish) { kept = wish; });
    pane->open();
    auto *words = pane->findChild<QPlainTextEdit *>(QStringLiteral("pane.text"));
    auto *offer = pane->findChild<QCheckBox *>(QStringLiteral("pane.wish"));
    words->setPlainText(QStringLiteral("Is it still there?"));
    QVERIFY(!offer->isVisible());
    words->setPlainText(QStringLiteral("Please don't call before 10"));
    QVERIFY(offer->isVisible());
    QVERIFY2(offer->text().contains(QStringLiteral("10:00 am")), qPrintable(offer->text()));
    pane->accept();
    QCOMPARE(kept.after, QTime(10, 0));
}

void PanesTest::consentNeedsItsProof()
{
    auto *pane = new ConsentPane(m_window.get(), QStringLiteral("Elena"), {});
    QSignalSpy done(pane, &ConsentPane::done);
    pane->open();
    pane->accept();
    QCOMPARE(done.size(), 0);
    auto *how = pane->findChild<QLineEdit *>(QStringLiteral("pane.text"));
    QVERIFY(isFieldWrong(how));
    QVERIFY(how->hasFocus());
    QTest::keyClicks(how, QStringLiteral("On the phone"));
    pane->accept();
    QCOMPARE(done.size(), 1);
}

void PanesTest::tabStaysInThePane()
{
    auto *pane = new PointPane(m_window.get(), QStringLiteral("Elena"), std::nullopt);
    pane->open();
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(m_window->focusWidget(), i % 3 ? Qt::Key_Tab : Qt::Key_Backtab);
        QVERIFY(pane->isAncestorOf(m_window->focusWidget()));
    }
}

void PanesTest::escapeLeaves()
{
    m_window->centralWidget()->setFocus();
    auto *pane = new PointPane(m_window.get(), QStringLiteral("Elena"), std::nullopt);
    QSignalSpy closed(pane, &Pane::closed);
    pane->open();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(m_window->focusWidget(), m_window->centralWidget());
}

void PanesTest::aMappingIsProposedAndSaved()
{
    CsvPreview preview;
    preview.heads = {QStringLiteral("First Name"), QStringLiteral("Phone"), QStringLiteral("E-Mail Address")};
    auto *pane = new MappingPane(m_window.get(), QStringLiteral("/tmp/monday.csv"), preview, m_quiet.memory);
    CsvMapping taken;
    connect(pane, &MappingPane::done, this, [&](const CsvMapping &mapping) { taken = mapping; });
    pane->open();
    pane->findChild<QLineEdit *>(QStringLiteral("mapping.name"))->setText(QStringLiteral("Monday list"));
    pane->accept();
    QCOMPARE(taken.columnOf, CsvMapping::guess(preview.heads).columnOf);
    QCOMPARE(savedMappings(*m_quiet.memory).size(), 1);
    QCOMPARE(savedMappings(*m_quiet.memory).first().name, QStringLiteral("Monday list"));
}

void PanesTest::whatWasSetAsideIsReadOnceItIsLookedAt()
{
    QuarantinePanel panel;
    QSignalSpy asked(&panel, &QuarantinePanel::contentAsked);
    panel.show(samples::quarantine());
    QCOMPARE(asked.size(), 0);
    panel.setVisible(true);
    QCOMPARE(asked.size(), 1);
    panel.show(samples::quarantine());
    QCOMPARE(asked.size(), 1);
    auto *list = panel.findChild<QListWidget *>(QStringLiteral("quarantine.list"));
    auto *content = panel.findChild<QPlainTextEdit *>(QStringLiteral("quarantine.content"));
    list->setCurrentRow(1);
    QCOMPARE(asked.size(), 2);
    // The answer for the one looked at before comes late.
    panel.showContent(samples::quarantine()[0].id, samples::quarantined());
    QVERIFY(content->toPlainText().isEmpty());
    QVERIFY(content->isReadOnly());
    panel.showContent(samples::quarantine()[1].id, samples::quarantined());
    QCOMPARE(content->toPlainText(), samples::quarantined().text);
    QVERIFY(!content->isReadOnly());
}

void PanesTest::whatIsBeingMendedOutlivesANewList()
{
    QuarantinePanel panel;
    QSignalSpy retried(&panel, &QuarantinePanel::retryAsked);
    panel.show(samples::quarantine());
    panel.setVisible(true);
    const QuarantineId id = samples::quarantine()[0].id;
    panel.showContent(id, samples::quarantined());
    auto *content = panel.findChild<QPlainTextEdit *>(QStringLiteral("quarantine.content"));
    auto *retry = panel.findChild<QAbstractButton *>(QStringLiteral("quarantine.retry"));
    retry->click();
    content->setPlainText(QStringLiteral("<adf/>"));
    panel.show(samples::quarantine());
    QCOMPARE(content->toPlainText(), QStringLiteral("<adf/>"));
    retry->click();
    QCOMPARE(retried.size(), 2);
    QCOMPARE(retried[0][0].value<QuarantineId>(), id);
    QCOMPARE(retried[0][1].toString(), QString()); // as it was
    QCOMPARE(retried[1][1].toString(), QStringLiteral("<adf/>"));
}

void PanesTest::keysAreUnique()
{
    QMap<QString, QString> seen;
    for (const KeyEntry &entry : keyTable()) {
        const QString key = entry.normal.toString();
        QVERIFY2(!seen.contains(key), qPrintable(entry.id + QLatin1Char(' ') + seen.value(key)));
        seen.insert(key, entry.id);
    }
}

void PanesTest::aKeyMovesToItsNewPlace()
{
    KeyBindings keys(m_window.get(), m_quiet.memory);
    const auto loser = keys.bind(Act::Search, QKeySequence(Qt::Key_F5));
    QCOMPARE(loser, std::optional(Act::Call));
    QVERIFY(keys.sequence(Act::Call).isEmpty());
    keys.restoreAll();
    QCOMPARE(keys.sequence(Act::Call), QKeySequence(Qt::Key_F5));
}

void PanesTest::boundKeysAreRemembered()
{
    {
        KeyBindings keys(m_window.get(), m_quiet.memory);
        keys.bind(Act::Search, QKeySequence(int(Qt::CTRL) | Qt::Key_F));
    }
    KeyBindings again(m_window.get(), m_quiet.memory);
    QCOMPARE(again.sequence(Act::Search), QKeySequence(int(Qt::CTRL) | Qt::Key_F));
}

QTEST_MAIN(PanesTest)
#include "panes_test.moc"
