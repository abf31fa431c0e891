// Joining a shared database, and what a desk of one looks like when it is well and when it is not.
#include "tests/support/sample_views.h"
#include "tests/ui/screens/stage.h"
#include "ui/lead/work_room.h"
#include "ui/shell/bottom_strip.h"
#include "ui/shell/first_run.h"
#include "ui/shell/join_form.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>

namespace beback::screens {

using namespace beback::ui;

namespace {

const QString Host = QStringLiteral("bdc.example.com");

void shootForm(FirstRun &page, const QString &folder, const QString &name, const QString &suffix, bool &ok)
{
    page.show();
    Stage::settle();
    ok &= page.grab().save(folder + QLatin1Char('/') + name + QLatin1Char('-') + suffix + QStringLiteral(".png"));
}

LinkState linked(LinkState::Mode mode)
{
    LinkState state;
    state.mode = mode;
    state.host = Host;
    state.since = {samples::now().us - qint64(60) * 1'000'000};
    return state;
}

} // namespace

bool shootJoining(const QString &folder, const QString &suffix)
{
    test::QuietSeams quiet;
    FirstRun page(quiet.seams());
    page.resize(1366, 768);
    bool ok = true;
    const auto shoot = [&](const char *name) { shootForm(page, folder, QLatin1String(name), suffix, ok); };
    page.showJoinForm({});
    shoot("join-empty");
    page.findChild<QAbstractButton *>(QStringLiteral("first.start"))->click();
    shoot("join-something-missing");
    const JoinEntry entry{Host, QStringLiteral("beback"), QStringLiteral("tanya"), false};
    page.showJoinForm(entry);
    page.showProblem(QStringLiteral("The keyring of this computer could not be used"), QStringLiteral("Enter your password. Nothing else is missing."));
    shoot("join-password-only");
    const auto fail = [&](const char *name, Code code, const char *detail, const QString &sentence) {
        page.showJoinForm(entry);
        page.findChild<QLineEdit *>(QStringLiteral("join.password"))->setText(QStringLiteral("something"));
        page.showJoinProblem({code, sentence, QLatin1String(detail)});
        shoot(name);
    };
    fail("join-wrong-password", Code::Denied, "open: wrong password",
         QStringLiteral("bdc.example.com does not know “tanya” with this password. Check both."));
    fail("join-unknown-host", Code::Unavailable, "open: unknown host",
         QStringLiteral("There is no computer named bdc.example.com, or this one is not on the network. Check the name and the network."));
    fail("join-no-answer", Code::Unavailable, "open: no answer",
         QStringLiteral("The database at bdc.example.com does not answer in time. Check the network, or a firewall in between."));
    fail("join-no-such-database", Code::NotFound, "open: no such database",
         QStringLiteral("There is no database “beback” at bdc.example.com. Check its name, or have an administrator make it with createdb."));
    fail("join-not-from-here", Code::Denied, "open: not from here",
         QStringLiteral("bdc.example.com does not let “tanya” in from this computer. An administrator allows it in pg_hba.conf."));
    fail("join-certificate", Code::Denied, "open: certificate not trusted",
         QStringLiteral("The certificate of bdc.example.com is not signed by an authority this computer trusts. Ask an administrator for the "
                        "authority's file and name it with sslrootcert."));
    page.findChild<QCheckBox *>(QStringLiteral("join.unverified"))->setChecked(true);
    page.setBusy(QStringLiteral("Joining."));
    shoot("join-busy");
    return ok;
}

bool shootLinks(Stage &stage)
{
    WorkRoom &room = stage.window().work();
    auto *strip = stage.window().findChild<BottomStrip *>();
    const Instant now = samples::now();
    const auto shoot = [&](const LinkState &state, const char *name) {
        strip->setLink(state, samples::zone(), now);
        stage.shoot(QLatin1String(name));
    };
    room.setZone(samples::zone());
    room.showQueue(samples::queue());
    room.showLead(samples::call(), {});
    strip->setSaved(QStringLiteral("Everything saved 11:41:58"));
    LinkState online = linked(LinkState::Mode::Online);
    shoot(online, "shared-connected");
    online.waiting = 2;
    online.oldestWaiting = {now.us - qint64(9) * 1'000'000};
    online.unverified = true;
    shoot(online, "shared-on-their-way-certificate");
    shoot(linked(LinkState::Mode::Connecting), "shared-connecting");
    LinkState offline = linked(LinkState::Mode::Offline);
    offline.waiting = 3;
    strip->setSaved(QStringLiteral("Saved here 11:42:07"));
    shoot(offline, "shared-offline");
    room.showUnreachable(Host);
    stage.shoot(QStringLiteral("shared-offline-nobody-held"));
    LinkState refused = linked(LinkState::Mode::Offline);
    refused.refused = true;
    refused.trouble = QStringLiteral("bdc.example.com does not know “tanya” with this password. Check both.");
    room.showLead(samples::call(), {});
    shoot(refused, "shared-password-refused");
    strip->setSaved(QStringLiteral("Everything saved 11:41:58"));
    LeadView held = samples::held();
    held.heldSince = {now.us - qint64(600) * 1'000'000};
    room.showLead(held, {});
    shoot(linked(LinkState::Mode::Online), "shared-presence");
    room.showLead(samples::call(), {});
    strip->setLink({}, samples::zone(), now);
    return !stage.failed();
}

} // namespace beback::screens
