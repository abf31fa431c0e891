#include "ui/shell/join_form.h"
#include "ui/shell/link_facts.h"
#include "ui/shell/spoken_language.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QTest>

Q_DECLARE_METATYPE(beback::ui::LinkFacts)

using namespace beback;
using namespace beback::ui;

// What is typed to join a database, and what the strip says of the line to it. No desk, no server.
class JoinFormTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anAddressIsBuilt_data();
    void anAddressIsBuilt();
    void aPasswordOfAnyKindGoesThrough();
    void anErrorConcernsAField_data();
    void anErrorConcernsAField();
    void aPastedAddressFillsTheFields();
    void aWeakerCheckIsWrittenOutAndGoesWithTheChoice();
    void theStripSaysAFactASentence_data();
    void theStripSaysAFactASentence();
    void entriesAreOnTheirWayOnlyAfterSomeSeconds();
};

namespace {

constexpr qint64 Second = 1'000'000;
const Instant Now{qint64(1794844800) * Second}; // Monday 2026-11-16, 10:00 in Chicago
const QString Zone = QStringLiteral("America/Chicago");

LinkState linked(LinkState::Mode mode)
{
    LinkState state;
    state.mode = mode;
    state.host = QStringLiteral("bdc.example.com");
    return state;
}

} // namespace

void JoinFormTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(Theme::Choice::Light);
    loadTranslations();
}

void JoinFormTest::anAddressIsBuilt_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("url"); // empty: not an address
    QTest::newRow("host") << QStringLiteral("bdc.example.com") << QStringLiteral("postgresql://tanya@bdc.example.com/beback");
    QTest::newRow("host and port") << QStringLiteral(" bdc.example.com:5433 ") << QStringLiteral("postgresql://tanya@bdc.example.com:5433/beback");
    QTest::newRow("IPv6") << QStringLiteral("[fd00::2]:5433") << QStringLiteral("postgresql://tanya@[fd00::2]:5433/beback");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("two words") << QStringLiteral("the server") << QString();
    QTest::newRow("a path") << QStringLiteral("bdc.example.com/beback") << QString();
    QTest::newRow("a setting") << QStringLiteral("bdc.example.com?sslmode=disable") << QString();
    QTest::newRow("no port") << QStringLiteral("bdc.example.com:99999") << QString();
}

void JoinFormTest::anAddressIsBuilt()
{
    QFETCH(QString, server);
    QFETCH(QString, url);
    const QUrl built = JoinEntry{server, QStringLiteral("beback"), QStringLiteral("tanya"), false}.url();
    QCOMPARE(built.isValid() && !built.isEmpty(), !url.isEmpty());
    QCOMPARE(built.toString(), url);
    if (!url.isEmpty())
        QCOMPARE(JoinEntry::of(built).server, server.trimmed());
}

void JoinFormTest::aPasswordOfAnyKindGoesThrough()
{
    const QString password = QStringLiteral("a:b@c/d?e#f%20 g&ü\"'\\[]");
    const JoinEntry entry{QStringLiteral("bdc.example.com"), QStringLiteral("über beback"), QStringLiteral("tanya@store"), true};
    const QString whole = withPassword(entry.url(), password);
    QVERIFY(!whole.contains(QLatin1Char(' ')));
    const QUrl back(whole, QUrl::StrictMode);
    QCOMPARE(back.password(QUrl::FullyDecoded), password);
    QCOMPARE(back.host(), QStringLiteral("bdc.example.com"));
    QCOMPARE(JoinEntry::of(back).login, entry.login);
    QCOMPARE(JoinEntry::of(back).database, entry.database);
    QVERIFY(JoinEntry::of(back).unverified);
    // What libpq takes apart at these signs has none of them left inside a part.
    const QString person = whole.section(QStringLiteral("//"), 1).section(QLatin1Char('@'), 0, 0);
    QCOMPARE(whole.count(QLatin1Char('@')), 1);
    QCOMPARE(person.section(QLatin1Char(':'), 0, 0), QStringLiteral("tanya%40store"));
    QVERIFY(!person.contains(QLatin1Char('/')) && !person.contains(QLatin1Char('?')) && !person.contains(QLatin1Char('#')));
}

void JoinFormTest::anErrorConcernsAField_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("field");
    const auto row = [](const char *detail, Code code, JoinField field) { QTest::newRow(detail) << int(code) << QString::fromLatin1(detail) << int(field); };
    row("open: wrong password", Code::Denied, JoinField::Password);
    row("open: no such database", Code::NotFound, JoinField::Database);
    row("open: unknown host", Code::Unavailable, JoinField::Server);
    row("open: no answer", Code::Unavailable, JoinField::Server);
    row("open: no tls", Code::Denied, JoinField::Server);
    row("open: not from here", Code::Denied, JoinField::Login);
    row("open: not allowed", Code::Denied, JoinField::Login);
    row("open: certificate not trusted", Code::Denied, JoinField::Certificate);
    row("open: certificate of another host", Code::Denied, JoinField::Server);
    row("open: no authority", Code::Denied, JoinField::Certificate);
    row("", Code::NotFound, JoinField::Login);
    row("handshake", Code::Stale, JoinField::None);
}

void JoinFormTest::anErrorConcernsAField()
{
    QFETCH(int, code);
    QFETCH(QString, detail);
    QFETCH(int, field);
    QCOMPARE(int(joinFieldOf({Code(code), QStringLiteral("A sentence."), detail})), field);
}

void JoinFormTest::aPastedAddressFillsTheFields()
{
    JoinForm form;
    auto *server = form.findChild<QLineEdit *>(QStringLiteral("join.server"));
    server->setText(QStringLiteral("postgresql://tanya@bdc.example.com:5433/mesa"));
    QVERIFY(!form.check()); // the password is missing
    QCOMPARE(form.entry().server, QStringLiteral("bdc.example.com:5433"));
    QCOMPARE(form.entry().database, QStringLiteral("mesa"));
    QCOMPARE(form.entry().login, QStringLiteral("tanya"));
}

void JoinFormTest::aWeakerCheckIsWrittenOutAndGoesWithTheChoice()
{
    JoinForm form;
    form.fill({QStringLiteral("bdc.example.com"), QStringLiteral("beback"), QStringLiteral("tanya"), false});
    QCOMPARE(form.entry().url().query(), QString());
    auto *open = form.findChild<QAbstractButton *>(QStringLiteral("join.certificate"));
    auto *unverified = form.findChild<QCheckBox *>(QStringLiteral("join.unverified"));
    open->click();
    QVERIFY(!unverified->isHidden());
    unverified->setChecked(true);
    QCOMPARE(form.entry().url().query(), QStringLiteral("sslmode=require"));
    open->click(); // closed again, nothing weaker stays behind it
    QCOMPARE(form.entry().url().query(), QString());
}

void JoinFormTest::theStripSaysAFactASentence_data()
{
    QTest::addColumn<LinkFacts>("facts");
    QTest::addColumn<LinkFacts>("expected");
    LinkState offline = linked(LinkState::Mode::Offline);
    offline.since = Now;
    offline.waiting = 3;
    const auto facts = [](const LinkState &state) { return linkFacts(state, Zone, Instant{Now.us + 1000 * Second}); };
    QTest::newRow("embedded") << facts({}) << LinkFacts{QStringLiteral("On this computer"), {}, {}, {}, {}};
    QTest::newRow("connecting") << facts(linked(LinkState::Mode::Connecting)) << LinkFacts{QStringLiteral("Connecting to bdc.example.com"), {}, {}, {}, {}};
    QTest::newRow("online") << facts(linked(LinkState::Mode::Online)) << LinkFacts{QStringLiteral("Connected"), {QStringLiteral("bdc.example.com")}, {}, {}, {}};
    LinkState weak = linked(LinkState::Mode::Online);
    weak.unverified = true;
    QTest::newRow("certificate") << facts(weak)
                                 << LinkFacts{QStringLiteral("Connected"), {QStringLiteral("bdc.example.com")}, {}, QStringLiteral("Certificate not checked"), {}};
    const QString goesOn = QStringLiteral("The queue goes on when bdc.example.com answers.");
    QTest::newRow("offline") << facts(offline)
                             << LinkFacts{QStringLiteral("Not connected since 10:00."),
                                          {QStringLiteral("What you record is kept on this computer: 3 entries wait."), goesOn}, {}, {}, {}};
    offline.waiting = 1;
    QTest::newRow("one entry") << facts(offline)
                               << LinkFacts{QStringLiteral("Not connected since 10:00."),
                                            {QStringLiteral("What you record is kept on this computer: 1 entry waits."), goesOn}, {}, {}, {}};
    QTest::newRow("never connected") << facts(linked(LinkState::Mode::Offline))
                                     << LinkFacts{QStringLiteral("Not connected."), {QStringLiteral("What you record is kept on this computer."), goesOn}, {}, {}, {}};
    LinkState refused = linked(LinkState::Mode::Offline);
    refused.refused = true;
    refused.trouble = QStringLiteral("bdc.example.com does not know “tanya” with this password. Check both.");
    QTest::newRow("refused") << facts(refused)
                             << LinkFacts{QStringLiteral("Not connected."), {refused.trouble, QStringLiteral("What you record is kept on this computer.")},
                                          {}, {}, QStringLiteral("Enter the password again")};
}

void JoinFormTest::theStripSaysAFactASentence()
{
    QFETCH(LinkFacts, facts);
    QFETCH(LinkFacts, expected);
    QCOMPARE(facts.place, expected.place);
    QCOMPARE(facts.more, expected.more);
    QCOMPARE(facts.certificate, expected.certificate);
    QCOMPARE(facts.link, expected.link);
    QCOMPARE(facts, expected);
}

void JoinFormTest::entriesAreOnTheirWayOnlyAfterSomeSeconds()
{
    LinkState state = linked(LinkState::Mode::Online);
    state.waiting = 2;
    state.oldestWaiting = Now;
    QCOMPARE(linkFacts(state, Zone, Instant{Now.us + Second}).chip, QString());
    QCOMPARE(linkFacts(state, Zone, Instant{Now.us + 10 * Second}).chip, QStringLiteral("2 entries on their way"));
}

QTEST_MAIN(JoinFormTest)
#include "join_form_test.moc"
