// Taking leads along, being away with them, and coming back; and a computer that was taken out.
#include "core/desk/away.h"
#include "tests/support/sample_views.h"
#include "tests/ui/screens/stage.h"
#include "ui/away/away_page.h"
#include "ui/away/return_pane.h"
#include "ui/away/take_pane.h"
#include "ui/away/taken_out_page.h"
#include "ui/away/trip_pane.h"
#include "ui/lead/work_room.h"
#include "ui/shell/bottom_strip.h"

namespace beback::screens {

using namespace beback::ui;

namespace {

constexpr Duration Hour = std::chrono::hours(1);

AwayView along(int leads, int brought)
{
    AwayView view;
    view.trip.emplace();
    view.trip->begun = samples::now() - Hour;
    view.trip->until = samples::now() + 5 * Hour;
    view.trip->wanted = leads;
    view.trip->isGranted = true;
    view.carried = samples::queue().next;
    for (int i = 0; i < leads; ++i) {
        TripLead lead;
        if (i < view.carried.size())
            lead.customer = view.carried[i].customer;
        lead.isBrought = i < brought;
        view.trip->leads << lead;
    }
    view.optOutsReadAt = samples::now() - Hour;
    view.optOutsMaxAge = OptOutsAgeHours * Hour;
    view.cannot = cannotBeDoneAway();
    view.isDiskEncrypted = false;
    view.waiting = 3;
    view.oldestWaiting = samples::now() - std::chrono::minutes(40);
    return view;
}

Look looked(Look::What what, const QString &sentence)
{
    Look look;
    look.what = what;
    look.sentence = sentence;
    return look;
}

void shootTaking(Stage &stage)
{
    auto *take = new TakePane(&stage.window(), samples::queue(), along(0, 0), samples::zone(), samples::now());
    take->open();
    stage.shoot(QStringLiteral("away-check-out"));
    take->accept();
    take->showProgress(along(20, 12));
    stage.shoot(QStringLiteral("away-check-out-bringing"));
    take->finish();
}

void shootTrip(Stage &stage, const AwayView &view, bool isAway, const char *name)
{
    auto *trip = new TripPane(&stage.window(), samples::zone());
    trip->show(view, isAway, false, samples::now());
    trip->open();
    stage.shoot(QLatin1String(name));
    trip->finish();
}

void shootBack(Stage &stage)
{
    TripReturn back;
    back.sent = 7;
    back.came = 3;
    back.givenBack = 6;
    back.look = {looked(Look::What::AfterOptOut, QStringLiteral("Tanya Brooks wrote down a call at 2:10 pm, and Noor Rahman had asked before (1:40 pm) not to be "
                                                             "contacted. Dana wrote that down at another desk, and it was not known yet.")),
                 looked(Look::What::SameDay, QStringLiteral("Yolanda Pierce was contacted twice on one day the same way, from two desks: an e-mail by Luis (1:05 pm) "
                                                        "and an e-mail by Tanya Brooks (2:20 pm). Both count."))};
    auto *pane = new ReturnPane(&stage.window(), back);
    static_cast<Pane *>(pane)->open();
    stage.shoot(QStringLiteral("away-back-needs-a-look"));
    pane->finish();
}

void shootPages(Stage &stage)
{
    AwayPage room;
    room.resize(stage.window().size());
    room.show(QStringLiteral("Charts"), QStringLiteral("bdc.example.com"));
    static_cast<QWidget &>(room).show();
    stage.shoot(room, QStringLiteral("away-room-waits"));
    TakenOutPage out;
    out.resize(stage.window().size());
    out.show(QStringLiteral("This computer was taken out of Cedar Hill Motors by Karen Whitfield on Tuesday, November 18 at 11:40 am: Left in a taxi. The 3 "
                            "entries that waited here were sent, and a manager looks at them; what it had of customers was removed. To work at it "
                            "again, ask a manager and join anew."));
    stage.shoot(out, QStringLiteral("away-taken-out"));
}

} // namespace

bool shootAway(Stage &stage)
{
    WorkRoom &room = stage.window().work();
    auto *strip = stage.window().findChild<BottomStrip *>();
    const Instant now = samples::now();
    room.setZone(samples::zone());
    QueuePage queue = samples::queue();
    room.showQueue(queue);
    room.showLead(samples::call(), {});
    LinkState link;
    link.mode = LinkState::Mode::Online;
    link.host = QStringLiteral("bdc.example.com");
    strip->setLink(link, samples::zone(), now);
    shootTaking(stage);
    shootTrip(stage, along(20, 12), false, "away-broken-off");

    StripTrip trip;
    trip.along = 20;
    trip.toGo = 14;
    trip.until = now + 5 * Hour;
    link.mode = LinkState::Mode::Offline;
    link.since = now - Hour;
    link.waiting = 3;
    link.oldestWaiting = now - std::chrono::minutes(40);
    strip->setLink(link, samples::zone(), now);
    strip->setTrip(trip);
    queue.mine += queue.next;
    queue.next.clear();
    room.showQueue(queue);
    stage.shoot(QStringLiteral("away-work-room"));
    shootTrip(stage, along(9, 9), true, "away-what-is-with-you");
    LeadView stopped = samples::call();
    stopDialling(stopped, noDialling(now - 25 * Hour, 24 * Hour, now));
    room.showLead(stopped, {});
    stage.shoot(QStringLiteral("away-no-dialling"));
    room.showUnreachable(link.host, QStringLiteral("Nobody you have along may be contacted now; the next is Gary Lindholm, 2:00 pm."));
    stage.shoot(QStringLiteral("away-nobody-now"));

    room.showLead(samples::call(), {});
    link.mode = LinkState::Mode::Online;
    trip.sending = 3;
    trip.of = 7;
    strip->setLink(link, samples::zone(), now);
    strip->setTrip(trip);
    stage.shoot(QStringLiteral("away-exchanging"));
    trip.stuckSince = now - std::chrono::minutes(4);
    strip->setTrip(trip);
    stage.shoot(QStringLiteral("away-stuck"));
    shootBack(stage);
    shootPages(stage);
    strip->setTrip({});
    return !stage.failed();
}

} // namespace beback::screens
