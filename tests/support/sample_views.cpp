#include "tests/support/sample_views.h"

#include <QTimeZone>

namespace beback::samples {

namespace {

using namespace std::chrono_literals;

template <class IdType> IdType id(int n)
{
    return IdType(QUuid(quint32(n), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
}

Instant at(int month, int day, int hour, int minute, const char *zone = "America/Chicago")
{
    const QDateTime local(QDate(2025, month, day), QTime(hour, minute), QTimeZone(QByteArray(zone)));
    return {local.toMSecsSinceEpoch() * 1000};
}

QueueItem row(int n, const QString &name, const QString &vehicle, Medium medium, Band band, Instant due, const QString &marks,
              QVector<QueueItem::Reason> reasons)
{
    QueueItem item;
    item.customer = id<CustomerId>(n);
    item.lead = id<LeadId>(n);
    item.name = name;
    item.vehicle = vehicle;
    item.medium = medium;
    item.band = band;
    item.dueAt = due;
    item.due = due <= now();
    item.marks = marksFromText(marks);
    item.attempts = int(item.marks.size());
    item.reasons = std::move(reasons);
    return item;
}

PointView phone(const QString &e164, const QString &shown, const QString &label)
{
    PointView view;
    view.point.type = ContactPoint::Type::Phone;
    view.point.value = e164;
    view.point.label = label;
    view.shown = shown;
    view.email = {Permission::Verdict::Blocked, std::nullopt, {}, {}, QStringLiteral("no_point")};
    return view;
}

PointView mail(const QString &address)
{
    PointView view;
    view.point.type = ContactPoint::Type::Email;
    view.point.value = address;
    view.shown = address;
    view.call = view.text = {Permission::Verdict::Blocked, std::nullopt, {}, {}, QStringLiteral("no_point")};
    return view;
}

int eventNumber = 5000;

TimelineItem entry(EventKind kind, std::optional<Medium> medium, Direction direction, Outcome outcome, Instant when,
                   const QString &title, const QString &who, const QString &line, const QString &words = {})
{
    TimelineItem item;
    item.id = id<EventId>(++eventNumber);
    item.kind = kind;
    item.medium = medium;
    item.direction = direction;
    item.outcome = outcome;
    item.at = when;
    item.title = title;
    item.who = who;
    item.line = line;
    item.words = words;
    return item;
}

LeadView lead(int n, const QString &first, const QString &last, const Vehicle &wanted)
{
    LeadView view;
    view.customer.id = id<CustomerId>(n);
    view.customer.name = {first + QLatin1Char(' ') + last, first, last, false};
    view.lead = id<LeadId>(n);
    LeadState state;
    state.id = view.lead;
    state.wanted = wanted;
    state.source = QStringLiteral("Website");
    state.arrivedAt = state.requestedAt = at(11, 15, 21, 52);
    view.customer.leads = {state};
    view.claim = Claim{view.customer.id, view.lead, 1, now() + 8min};
    return view;
}

// What the window asks again at the moment of the deed has to agree with what the sample shows.
void settle(LeadView &view)
{
    for (const PointView &shown : std::as_const(view.points)) {
        view.customer.points << shown.point;
        if (shown.call.code == QLatin1String("asked_not_to"))
            view.customer.doNotContact << DoNotContact{{}, shown.point.key(), {}, now(), QStringLiteral("not at work")};
    }
    view.customer.zones = QStringList{view.zone};
    view.language = QStringLiteral("en");
    view.message.names = {view.customer.name.first.toLower(), view.customer.name.last.toLower()};
    view.message.agent = QStringLiteral("Priya Natarajan");
    view.message.rooftop = QStringLiteral("Cedar Hill Motors");
    view.message.address = QStringLiteral("2140 Example Avenue, Wichita, KS 67202");
    if (view.step) {
        view.message.why = view.step->purpose;
        view.message.wanted = view.step->result;
    }
    view.facts = {{QStringLiteral("first_name"), view.customer.name.first},   {QStringLiteral("vehicle"), view.customer.leads[0].wanted.label()},
                  {QStringLiteral("agent"), view.message.agent},               {QStringLiteral("rooftop"), view.message.rooftop},
                  {QStringLiteral("rooftop_address"), view.message.address}};
    view.customer.address = {QStringLiteral("12 Example Street"), view.place, QStringLiteral("NM"), QStringLiteral("87101"), QStringLiteral("US")};
}

Vehicle vehicle(const QString &year, const QString &make, const QString &model, const QString &trim)
{
    Vehicle v;
    v.year = year;
    v.make = make;
    v.model = model;
    v.trim = trim;
    return v;
}

NextStep step(Medium medium, int place, const QString &purpose, const QString &result)
{
    NextStep s;
    s.medium = medium;
    s.dueAt = now() - 5min;
    s.step = place;
    s.steps = 12;
    s.purpose = purpose;
    s.result = result;
    return s;
}

QVector<TimelineItem> elenasHistory()
{
    using K = EventKind;
    using D = Direction;
    using O = Outcome;
    return {entry(K::Reply, Medium::Text, D::In, O::None, at(11, 17, 12, 14), QStringLiteral("Text from Elena"), {}, {},
                  QStringLiteral("Trips mostly. Is the gray one still there?")),
            entry(K::Attempt, Medium::Text, D::Out, O::Sent, at(11, 17, 12, 9), QStringLiteral("Text"), QStringLiteral("you"), {},
                  QStringLiteral("Hi Elena, Priya at Cedar Hill Motors. Is the CR-V for every day or more for trips?")),
            entry(K::Attempt, Medium::Call, D::Out, O::NoAnswer, at(11, 17, 9, 20), QStringLiteral("Call"),
                  QStringLiteral("Marcus"), QStringLiteral("No answer, rang 31 s")),
            entry(K::Attempt, Medium::Email, D::Out, O::Sent, at(11, 16, 9, 0), QStringLiteral("E-mail"), QStringLiteral("Marcus"),
                  QStringLiteral("Three photos of your CR-V, one question. No reply.")),
            entry(K::DoNotContactSet, Medium::Call, D::None, O::None, at(11, 16, 8, 41), QStringLiteral("Work number closed"), {},
                  QStringLiteral("Asked not to be called here"), QStringLiteral("Not at work, thank you.")),
            entry(K::LeadArrived, std::nullopt, D::In, O::None, at(11, 15, 21, 52), QStringLiteral("Lead arrived"),
                  QStringLiteral("website"), {}, QStringLiteral("Does it have AWD? I have an Escape to trade."))};
}

} // namespace

Instant now()
{
    return at(11, 18, 11, 42);
}

QString zone()
{
    return QStringLiteral("America/Chicago");
}

RooftopFacts rooftop()
{
    return {QStringLiteral("Cedar Hill Motors"), QStringLiteral("Wichita"), QStringLiteral("KS"), zone(),
            QStringLiteral("2140 Example Avenue"), QStringLiteral("67202"), QStringLiteral("(316) 555-0100"),
            QStringLiteral("bdc@example.com")};
}

QVector<Agent> agents()
{
    return {{QStringLiteral("priya"), QStringLiteral("Priya Natarajan"), QStringLiteral("agent")},
            {QStringLiteral("marcus"), QStringLiteral("Marcus Bell"), QStringLiteral("agent")},
            {QStringLiteral("tanya"), QStringLiteral("Tanya Brooks"), QStringLiteral("agent")},
            {QStringLiteral("karen"), QStringLiteral("Karen Lindqvist"), QStringLiteral("manager")}};
}

QueuePage queue()
{
    using T = QueueItem::Reason::Tone;
    QueuePage page;
    QueueItem elena = row(1, QStringLiteral("Elena Vasquez"), QStringLiteral("2024 CR-V EX-L"), Medium::Call, Band::Reply,
                          now() - 5min, QStringLiteral("e- c- t+"), {{T::Neutral, {}, QStringLiteral("Replied yesterday")}});
    elena.mine = true;
    page.mine = {elena};
    page.next = {
        row(2, QStringLiteral("Robert Tran"), QStringLiteral("2022 F-150 XLT"), Medium::Call, Band::Promise, now() + 3min,
            QStringLiteral("c- t- c+ e-"), {{T::Warning, QStringLiteral("clock"), QStringLiteral("Callback promised, in 3 min")}}),
        row(3, QStringLiteral("Aisha Coleman"), QStringLiteral("2025 Forester Touring"), Medium::Text, Band::Reply, now() - 4min,
            QStringLiteral("c- t+ t+"),
            {{T::Info, QStringLiteral("dialog-messages"), QStringLiteral("Wrote 4 min ago")}, {T::Neutral, {}, QStringLiteral("Waiting for us")}}),
        row(4, QStringLiteral("Gary Lindholm"), QStringLiteral("2021 Silverado LT"), Medium::Call, Band::New, now() - 9min, {},
            {{T::Good, QStringLiteral("flash"), QStringLiteral("New, 9 min")}, {T::Neutral, {}, QStringLiteral("Website")}}),
        row(5, QStringLiteral("Kevin O’Dell"), QStringLiteral("2020 Camry SE"), Medium::Call, Band::Fresh, now() - 3min,
            QStringLiteral("c- e-"), {}),
        row(6, QStringLiteral("Sunita Rao"), QStringLiteral("2023 Pilot EX-L"), Medium::Call, Band::Appointment, at(11, 18, 9, 30),
            QStringLiteral("e+ c+ v+ t-"),
            {{T::Danger, QStringLiteral("view-calendar"), QStringLiteral("Missed visit yesterday")},
             {T::Neutral, {}, QStringLiteral("Overdue 2 h")}}),
        row(7, QStringLiteral("Maria Estrada"), QStringLiteral("2024 Tucson Hybrid"), Medium::Email, Band::Plan, now() - 2h,
            QStringLiteral("c- t- e- c-"),
            {{T::Neutral, {}, QStringLiteral("Step 6, day 6")}, {T::Neutral, {}, QStringLiteral("E-mail not tried since day 1")}}),
        row(8, QStringLiteral("Tom and Ellen Brandt"), QStringLiteral("2022 Sienna XLE"), Medium::Note, Band::Plan, now() - 2h,
            QStringLiteral("v+ c- t- c. e+"),
            {{T::Neutral, {}, QStringLiteral("Was here Nov 12")}, {T::Neutral, {}, QStringLiteral("Trade value")}}),
        row(9, QStringLiteral("Denise Fowler"), QStringLiteral("2019 Escape SEL"), Medium::Call, Band::LongTerm, at(11, 18, 13, 0),
            QStringLiteral("c- c- t- n- e- c-"),
            {{T::Neutral, {}, QStringLiteral("Day 30")}, {T::Neutral, {}, QStringLiteral("Afternoon not tried yet")}}),
        row(10, QStringLiteral("Hassan Idris"), QStringLiteral("2023 Outback"), Medium::Call, Band::LongTerm, at(11, 18, 15, 0),
            QStringLiteral("c- t- c-"), {{T::Neutral, {}, QStringLiteral("Day 60")}}),
    };
    page.next[3].heldBy = QStringLiteral("Tanya Brooks");
    page.next[4].overdue = true;
    page.nowCount = 11;
    page.laterToday = 13;
    return page;
}

QueuePage cutQueue()
{
    QueuePage page = queue();
    for (QueueItem &item : page.next)
        item.fits = item.listed = item.band < Band::LongTerm;
    page.day = DayCut{19, 5, false, QStringLiteral("Measured from what you finished after this time of day on the last 4 of your Tuesdays.")};
    return page;
}

HourView hour()
{
    HourView view;
    view.span = HourSpan::from(now());
    view.score.touches = 14;
    view.score.reached = 5;
    view.score.appointments = 2;
    view.score.byMedium = {8, 4, 1, 1, 0, 0};
    view.score.reachedByMedium = {3, 2, 0, 0, 0, 0};
    view.before = HourScore{11, 3, 1, {}, {}};
    view.beforeDay = QDate(2025, 11, 17);
    view.streak = 7;
    view.keptToday = true;
    for (const int back : {7, 6, 5, 4, 3, 1, 0})
        view.days << HourView::Day{QDate(2025, 11, 18).addDays(-back), true};
    view.others = {QStringLiteral("Ray"), QStringLiteral("Jo")};
    return view;
}

QVector<QueueItem> hourList()
{
    const QueuePage page = queue();
    QVector<QueueItem> list = page.mine;
    for (const QueueItem &item : page.next)
        if (item.heldBy.isEmpty())
            list << item;
    for (int i = 20; list.size() < 19; ++i)
        list << row(i, QStringLiteral("Customer %1").arg(i), QStringLiteral("2022 Outback"), Medium::Call, Band::Plan, now() - 1h, {}, {});
    return list;
}

QueuePage nobody()
{
    QueuePage page = queue();
    page.mine.clear();
    page.next = page.next.mid(7);
    page.nowCount = 0;
    page.laterToday = 148;
    page.because = {{QStringLiteral("quiet_hours"), QStringLiteral("Quiet hours where they live"), 96,
                     QStringLiteral("first: 8:00 am Eastern, Robert Tran"), at(11, 19, 8, 0)},
                    {QStringLiteral("later"), QStringLiteral("Next step is later"), 31,
                     QStringLiteral("first: tomorrow, Sunita Rao"), at(11, 19, 9, 0)},
                    {QStringLiteral("called_today"), QStringLiteral("Called today already"), 14,
                     QStringLiteral("free again tomorrow"), at(11, 19, 8, 0)},
                    {QStringLiteral("held"), QStringLiteral("With somebody else"), 4, QStringLiteral("Dana 2, Tanya 2"), std::nullopt},
                    {QStringLiteral("stuck"), QStringLiteral("Only media they refused are planned"), 3, {}, std::nullopt}};
    return page;
}

LeadView call()
{
    Vehicle wanted = vehicle(QStringLiteral("2024"), QStringLiteral("Honda"), QStringLiteral("CR-V"), QStringLiteral("EX-L"));
    wanted.color = QStringLiteral("gray");
    wanted.stock = QStringLiteral("H2417");
    wanted.priceCents = 3418000;
    LeadView view = lead(1, QStringLiteral("Elena"), QStringLiteral("Vasquez"), wanted);
    Vehicle trade = vehicle(QStringLiteral("2017"), QStringLiteral("Ford"), QStringLiteral("Escape"), QStringLiteral("SE"));
    trade.odometer = QStringLiteral("84,000 mi");
    view.customer.leads[0].trade = trade;
    view.customer.leads[0].comments = QStringLiteral("Does it have AWD? I have an Escape to trade.");
    view.customer.leads[0].timeframe = QStringLiteral("Within two weeks");
    view.step = step(Medium::Call, 4, QStringLiteral("She answered a text yesterday at 11 and asked if the gray one is still here. It is."),
                     QStringLiteral("A day and time for a drive, and the Escape looked at on the same visit."));
    view.zone = QStringLiteral("America/Denver");
    view.place = QStringLiteral("Albuquerque");
    view.arrived = QStringLiteral("Website, Saturday 9:52 pm, 2 days ago. Attempt 4, not yet reached.");
    view.ageChip = QStringLiteral("Fresh, day 3");
    view.planLine = QStringLiteral("Step 4 of 12, fresh internet lead");
    view.callsUntil = QStringLiteral("Calls until 9:00 pm");
    view.why = {view.step->purpose};

    PointView mobile = phone(QStringLiteral("+15055550142"), QStringLiteral("(505) 555-0142"), QStringLiteral("mobile"));
    mobile.offered = true;
    mobile.note = QStringLiteral("Answered 1 of 1 texts");
    PointView work = phone(QStringLiteral("+15055550177"), QStringLiteral("(505) 555-0177"), QStringLiteral("work"));
    work.call = work.text = {Permission::Verdict::Blocked, std::nullopt, QStringLiteral("Asked on Nov 16 not to be called here"),
                             QStringLiteral("Customer"), QStringLiteral("asked_not_to")};
    PointView address = mail(QStringLiteral("elena.vasquez@example.com"));
    address.note = QStringLiteral("No answer yet");
    view.points = {mobile, work, address};
    view.step->pointKey = mobile.point.key();
    view.timeline = elenasHistory();
    view.words = {{Medium::Text, {{}, QStringLiteral("Hi Elena, Priya at Cedar Hill Motors. The gray CR-V is here. Would Thursday 5:30 or Saturday 10:00 suit you better for a drive?"), {}}},
                  {Medium::Email, {QStringLiteral("The gray CR-V is still here"), QStringLiteral("Hi Elena,\n\nthe gray 2024 CR-V EX-L is still on our lot. Which would suit you better for a drive, Thursday at 5:30 or Saturday at 10:00?\n\nPriya Natarajan\nCedar Hill Motors\n2140 Example Avenue, Wichita, KS 67202\n\nIf you would rather not get e-mail from us, answer with the word STOP."), {}}},
                  {Medium::Note, {{}, QStringLiteral("Dear Elena,\n\nthank you for asking about the gray CR-V. What would you like to know before you drive it?\n\nPriya Natarajan"), {}}}};
    settle(view);
    return view;
}

LeadView guided(LeadView view)
{
    view.guide = *GuideBook::shipped().find(QStringLiteral("fresh-internet"));
    view.boughtGuide = *GuideBook::shipped().find(QStringLiteral("bought-elsewhere"));
    view.known = {{QStringLiteral("timing"), QStringLiteral("weeks")}};
    StockVehicle gray, blue;
    gray.vehicle = view.leadState()->wanted;
    gray.vehicle.stock = QStringLiteral("H2417");
    gray.vehicle.color = QStringLiteral("Gray");
    gray.vehicle.priceCents = 29'480'00;
    gray.daysInStock = 41;
    blue = gray;
    blue.vehicle.stock = QStringLiteral("H2533");
    blue.vehicle.color = QStringLiteral("Blue");
    blue.vehicle.year = QStringLiteral("2023");
    blue.vehicle.priceCents = 27'990'00;
    blue.daysInStock = 9;
    view.stock = {{gray, true, QStringLiteral("The one they asked about")}, {blue, false, QStringLiteral("Same model, 1 year older, $1,490 less")}};
    view.stockAt = now() - 20h;
    view.today = QDate(2026, 11, 16);
    return view;
}

LeadView saving(LeadView view, bool answered)
{
    DealAlert alert;
    alert.at = now() - 2min;
    alert.until = alert.at + 5min;
    alert.by = QStringLiteral("priya");
    alert.seenBy = QStringLiteral("karen");
    view.alertSeenBy = QStringLiteral("Karen Lindqvist");
    if (answered) {
        alert.answer = QStringLiteral("offer");
        alert.answerText = QStringLiteral("$470 a month on the same terms, signed before Friday.");
        alert.answeredAt = now();
        view.alertAnsweredBy = view.alertSeenBy;
    }
    view.customer.leads[0].alert = alert;
    return view;
}

LeadView email()
{
    Vehicle wanted = vehicle(QStringLiteral("2024"), QStringLiteral("Hyundai"), QStringLiteral("Tucson Hybrid"), QStringLiteral("SEL"));
    wanted.color = QStringLiteral("white");
    wanted.stock = QStringLiteral("H2398");
    wanted.priceCents = 3345000;
    LeadView view = lead(7, QStringLiteral("Maria"), QStringLiteral("Estrada"), wanted);
    view.step = step(Medium::Email, 6, QStringLiteral("The maker’s $1,000 hybrid program began Saturday. She had asked about the payment."),
                     QStringLiteral("The payment she is aiming for, by reply."));
    view.zone = zone();
    view.place = QStringLiteral("Tulsa");
    view.arrived = QStringLiteral("AutoTrader, Wednesday 4:10 pm, 6 days ago. 4 attempts, none answered.");
    view.ageChip = QStringLiteral("Day 6");
    view.planLine = QStringLiteral("Step 6 of 12, fresh internet lead");
    view.callsUntil = QStringLiteral("Calls until 9:00 pm");
    PointView address = mail(QStringLiteral("maria.estrada@example.com"));
    address.offered = true;
    address.note = QStringLiteral("No answer yet");
    PointView mobile = phone(QStringLiteral("+19185550133"), QStringLiteral("(918) 555-0133"), QStringLiteral("mobile"));
    mobile.call = {Permission::Verdict::Blocked, at(11, 19, 0, 0), QStringLiteral("Called today at 9:40, one call a day"),
                   QStringLiteral("House rule"), QStringLiteral("called_today")};
    view.points = {address, mobile};
    view.step->pointKey = address.point.key();
    view.words = {{Medium::Email,
                   {QStringLiteral("$1,000 off the Tucson Hybrid you looked at"),
                    QStringLiteral("Hi Maria,\n\nHyundai took $1,000 off the white 2024 Tucson Hybrid SEL on Saturday, so the figure "
                                   "you saw on November 12 is no longer the right one.\n\nWhat monthly payment would feel right to "
                                   "you?\n\nWith that number I can show you two ways to get there before Sunday, November 30, when the "
                                   "program ends.\n\nPriya Natarajan\nCedar Hill Motors\n2140 Example Avenue, Wichita, KS 67202\n\n"
                                   "If you would rather not get e-mail from us, answer with the word STOP."),
                    {}}},
                  {Medium::Text, {{}, QStringLiteral("Hi Maria, Priya at Cedar Hill Motors. What monthly payment would feel right to you for the Tucson Hybrid?"), {}}},
                  {Medium::Note, {{}, QStringLiteral("Dear Maria,\n\nwhich payment would feel right to you?\n\nPriya Natarajan"), {}}}};
    view.timeline = elenasHistory().mid(2, 2);
    settle(view);
    return view;
}

LeadView bare()
{
    LeadView view = lead(20, QStringLiteral("Wilhelmina Alexandra"), QStringLiteral("Featherstonehaugh-Montgomery de la Cruz"), {});
    view.step = step(Medium::Call, 1, QStringLiteral("The lead is 9 minutes old and nobody has called yet."),
                     QStringLiteral("What she is looking for, and a time for a visit."));
    view.zone = zone();
    view.zoneGuessed = true;
    view.arrived = QStringLiteral("Phone-up, today 11:33 am, 9 min ago. No attempt yet.");
    view.ageChip = QStringLiteral("New, 9 min");
    view.planLine = QStringLiteral("Step 1 of 12, fresh internet lead");
    view.callsUntil = QStringLiteral("Calls until 9:00 pm");
    PointView number = phone(QStringLiteral("+13165550119"), QStringLiteral("(316) 555-0119"), {});
    number.offered = true;
    view.points = {number};
    view.step->pointKey = number.point.key();
    settle(view);
    return view;
}

LeadView quietHours()
{
    LeadView view = call();
    view.customer.wish.text = QStringLiteral("Text me, I cannot talk at work. Evenings are best.");
    view.customer.wish.medium = Medium::Text;
    view.customer.wish.after = QTime(17, 0);
    view.customer.consents = {Consent{EventId(), Medium::Text, now() - std::chrono::hours(50), QStringLiteral("Sure, text me any time")}};
    view.recordingNotice = QStringLiteral("If this call is recorded, say so first: the law of California.");
    const Permission quiet{Permission::Verdict::Blocked, at(11, 19, 9, 0), QStringLiteral("Quiet hours in Albuquerque until 8:00 am"),
                           QStringLiteral("47 CFR 64.1200(c)(1)"), QStringLiteral("quiet_hours")};
    view.points[0].call = view.points[0].text = quiet;
    view.stepPermission = quiet;
    view.callsUntil = QStringLiteral("Calls from 8:00 am");
    return view;
}

LeadView held()
{
    LeadView view = call();
    view.claim.reset();
    view.heldBy = QStringLiteral("Tanya Brooks");
    return view;
}

QVector<TimelineItem> longHistory(int entries)
{
    QVector<TimelineItem> items;
    for (int i = 0; i < entries; ++i)
        items << entry(EventKind::Attempt, i % 3 ? Medium::Call : Medium::Text, Direction::Out,
                       i % 3 ? Outcome::NoAnswer : Outcome::Sent, now() - std::chrono::hours(7 * (i + 1)),
                       i % 3 ? QStringLiteral("Call") : QStringLiteral("Text"), QStringLiteral("Marcus"),
                       i % 3 ? QStringLiteral("No answer") : QString(),
                       i % 3 ? QString() : QStringLiteral("Would Thursday or Saturday suit you better for a drive?"));
    return items;
}

QVector<SearchHit> hits()
{
    return {{id<CustomerId>(1), id<LeadId>(1), QStringLiteral("Elena Vasquez"), QStringLiteral("2024 Honda CR-V EX-L"),
             QStringLiteral("(505) 555-0142"), QStringLiteral("elena.vasquez@example.com"), QStringLiteral("H2417"),
             QStringLiteral("Albuquerque"), QStringLiteral("open"), at(11, 17, 12, 9)},
            {id<CustomerId>(31), id<LeadId>(31), QStringLiteral("Elena Voss"), QStringLiteral("2021 Mazda CX-5"),
             QStringLiteral("(316) 555-0188"), {}, {}, QStringLiteral("Derby"), QStringLiteral("sold"), at(9, 2, 15, 0)},
            {id<CustomerId>(32), id<LeadId>(32), QStringLiteral("Helena Brandt"), QStringLiteral("2022 Sienna XLE"),
             QStringLiteral("(620) 555-0104"), QStringLiteral("h.brandt@example.com"), QStringLiteral("T1180"),
             QStringLiteral("Newton"), QStringLiteral("lost"), at(10, 21, 10, 0)}};
}

IntakeReport report()
{
    using F = IntakeItem::Fate;
    IntakeReport all;
    all.accepted = 212;
    all.joined = 9;
    all.resent = 31;
    all.quarantined = 2;
    all.warnings = {QStringLiteral("monday.csv: no field takes these columns; what they hold is kept with each lead as it is: "
                                   "“Desk log”, “Priority”.")};
    const auto add = [&all](F fate, const QString &source, const QString &name, const QString &reason, int n) {
        IntakeItem item;
        item.fate = fate;
        item.source = source;
        item.name = name;
        item.reason = reason;
        item.customer = id<CustomerId>(n);
        item.lead = id<LeadId>(n);
        all.items << item;
    };
    add(F::Quarantined, QStringLiteral("monday.csv, line 17"), {}, QStringLiteral("No name, number or address. Add one and try again."), 90);
    add(F::Quarantined, QStringLiteral("lead-0042.xml"), QStringLiteral("Gary Lindholm"),
        QStringLiteral("The file ends in the middle of <customer>. Ask the sender for the whole lead, or mend it here."), 91);
    add(F::Joined, QStringLiteral("monday.csv, line 4"), QStringLiteral("Elena Vasquez"), {}, 1);
    add(F::Accepted, QStringLiteral("monday.csv, line 2"), QStringLiteral("Robert Tran"), {}, 2);
    add(F::Accepted, QStringLiteral("monday.csv, line 3"), QStringLiteral("Aisha Coleman"), {}, 3);
    all.items[3].warnings = {QStringLiteral("The second number is too short and was left out.")};
    add(F::Resent, QStringLiteral("monday.csv, line 5"), QStringLiteral("Sunita Rao"), {}, 6);
    return all;
}

QVector<QuarantineEntry> quarantine()
{
    return {{id<QuarantineId>(1), at(11, 18, 11, 2), QStringLiteral("lead-0042.xml"), QStringLiteral("adf"),
             QStringLiteral("The file ends in the middle of <customer>. Ask the sender for the whole lead, or mend it here.")},
            {id<QuarantineId>(2), at(11, 18, 11, 1), QStringLiteral("monday.csv, line 17"), QStringLiteral("csv"),
             QStringLiteral("No name, number or address. Add one and try again.")}};
}

QuarantineContent quarantined()
{
    return {QStringLiteral("<?xml version=\"1.0\"?>\n<?adf version=\"1.0\"?>\n<adf>\n  <prospect>\n    "
                           "<requestdate>2025-11-18T10:58:00-06:00</requestdate>\n    <vehicle interest=\"buy\" "
                           "status=\"used\">\n      <year>2021</year>\n      <make>Chevrolet</make>\n      "
                           "<model>Silverado</model>\n    </vehicle>\n    <customer>\n      <contact>\n        "
                           "<name part=\"full\">Gary Lindholm</name>\n        <phone>316-555-01"),
            false};
}

} // namespace beback::samples
