// What plans ask for in the next four weeks, against what the people of the site finish.
#include "core/campaign/capacity_ahead.h"
#include "core/report/capacity_report.h"
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/charts_read.h"
#include "core/report/measures.h"
#include "core/time/calendar.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

using Asked = QMap<QDate, QVector<qsizetype>>; // by day: places of leads, one a touch, the longest due first

// What is due next, one a lead, and the medium the queue has chosen for it.
struct Next {
    LeadId lead;
    QString owner, source;
    Medium medium = Medium::Call;
    PlannedTouches touches;
    Instant touchedAt, arrivedAt;
    qsizetype place = 0; // in LoadAhead::leads
};

Next nextFrom(Columns c, const QString &zone)
{
    Next next;
    next.lead = c.id<LeadId>();
    next.owner = c.text();
    next.source = c.text();
    next.touches.day = zones::local(c.instant(), zone).date;
    next.medium = mediumFromText(c.text()).value_or(Medium::Call);
    next.touches.plan = c.text();
    next.touches.version = c.integer();
    next.touches.step = c.integer();
    next.touches.leads = 1;
    next.touchedAt = c.instant();
    next.arrivedAt = c.instant();
    return next;
}

// The longest due first.
Result<QVector<Next>> readNext(const ChartReading &reading)
{
    BEBACK_TRY(select, reading.db.statement("report/load_ahead"));
    BEBACK_CHECK(select.bind(":rooftop_id", reading.rooftop).exec());
    QVector<Next> all;
    while (select.next())
        all << nextFrom(select.columns(), reading.facts.zone);
    BEBACK_CHECK(select.finished());
    return all;
}

// Their order in lists: the longest untouched first.
QVector<LeadId> inOrder(QVector<Next> &all)
{
    QVector<Next *> sorted;
    for (Next &next : all)
        sorted << &next;
    std::sort(sorted.begin(), sorted.end(), [](const Next *a, const Next *b) {
        return std::tie(a->touchedAt, a->arrivedAt, a->lead) < std::tie(b->touchedAt, b->arrivedAt, b->lead);
    });
    QVector<LeadId> leads;
    for (Next *next : std::as_const(sorted)) {
        next->place = leads.size();
        leads << next->lead;
    }
    return leads;
}

// What the leads of these people ask for. Days are worked out once for all that stand alike.
class Asking
{
public:
    Asking(const ChartReading &reading, QDate today)
        : m_reading(reading), m_today(today), m_medium(mediumFromText(reading.facts.filter.medium))
    {
    }

    // `person`: theirs alone; empty: of everybody.
    Asked of(const QVector<Next> &all, const QString &person)
    {
        ChartFilter filter = m_reading.facts.filter;
        filter.person = person;
        Asked asked;
        for (const Next &next : all)
            if (leavesIn(filter, next.owner, next.touches.plan, next.source))
                add(asked, next);
        return asked;
    }

private:
    using Standing = std::tuple<QDate, QString, int, int>;

    void add(Asked &asked, const Next &next)
    {
        const PlannedTouches &touches = next.touches;
        const Standing standing(touches.day, touches.plan, touches.version, touches.step);
        auto known = m_days.constFind(standing);
        if (known == m_days.constEnd())
            known = m_days.insert(standing, daysAsked(touches, m_reading.plans, m_today));
        const Plan *plan = m_reading.plans.find(touches.plan, touches.version);
        for (qsizetype i = 0; i < known->size(); ++i)
            if (!m_medium || *m_medium == (i == 0 ? next.medium : plan->steps[touches.step - 1 + i].medium))
                asked[known->at(i)] << next.place;
    }

    const ChartReading &m_reading;
    QDate m_today;
    std::optional<Medium> m_medium;
    QMap<Standing, QVector<QDate>> m_days;
};

// What days hold: today what is still to be finished, as Today and the capacity report have it, others what is finished on such a weekday.
struct Holding {
    WeekdayCapacity weekdays;
    QDate today;
    int leftToday = 0;
    int on(QDate day) const { return day == today ? leftToday : weekdays.on(day); }
};

// Day after day: what is due by then, as far as it fits; the rest waits.
QVector<LoadAhead::Day> worked(const Asked &asked, const Holding &holding)
{
    QVector<LoadAhead::Day> days;
    QVector<qsizetype> waiting;
    for (int i = 0; i < LoadAhead::Days; ++i) {
        LoadAhead::Day one;
        one.day = holding.today.addDays(i);
        waiting += asked.value(one.day);
        const qsizetype room = holding.on(one.day);
        if (!calendar::isBusinessDay(one.day) && room == 0)
            continue;
        const qsizetype done = holding.weekdays.isKnown() ? std::min(room, waiting.size()) : waiting.size();
        for (qsizetype n = 0; n < waiting.size(); ++n)
            (n < done ? one.fits : one.leftOver).add(waiting[n]);
        waiting.remove(0, done);
        days << one;
    }
    return days;
}

int roomIn(const QVector<LoadAhead::Day> &days, const Holding &holding)
{
    return std::accumulate(days.cbegin(), days.cend(), 0, [&](int sum, const LoadAhead::Day &day) {
        return sum + std::max(0, holding.on(day.day) - day.fits.count);
    });
}

// Everything that is read, and what comes of it.
class Reading
{
public:
    explicit Reading(const ChartReading &from)
        : m_from(from), m_zone(from.facts.zone), m_today(zones::local(from.facts.at, m_zone).date), m_medium(mediumFromText(from.facts.filter.medium)),
          m_asking(from, m_today)
    {
    }

    Result<LoadAhead> read()
    {
        const Instant now = m_from.facts.at;
        BEBACK_TRY(site, readSiteWork(m_from.db, m_from.rooftop, m_zone, now));
        BEBACK_TRY(next, readNext(m_from));
        BEBACK_TRY(day, readCapacityReport(m_from.db, m_from.rooftop, m_from.plans.rules(), m_zone, now, site));
        m_days = site.days;
        m_members = site.people;
        m_next = next;
        m_day = day;
        const QString person = m_from.facts.filter.person;
        const auto people = peopleFor(person);
        const Holding holding = holdingOf(person, people);
        LoadAhead load;
        load.leads = inOrder(m_next);
        load.isKnown = holding.weekdays.isKnown();
        load.days = worked(m_asking.of(m_next, person), holding);
        load.perHour = paceOf(people);
        if (!person.isEmpty() && load.isKnown && load.days.last().leftOver.count > 0)
            findHelper(load);
        return load;
    }

private:
    // `person` empty: of everybody.
    Holding holdingOf(const QString &person, const QVector<QVector<WorkDay>> &people) const
    {
        Holding holding{WeekdayCapacity(people, m_days.everybody, m_today, m_medium), m_today};
        for (const CapacityReport::Person &one : m_day.people)
            if (person.isEmpty() || one.who.login == person)
                holding.leftToday += m_medium ? one.capacity.byMedium[size_t(*m_medium)] : one.capacity.left;
        return holding;
    }

    // Of one person, where they still work here.
    QVector<QVector<WorkDay>> peopleFor(const QString &person) const
    {
        QVector<SitePerson> members = m_members;
        if (!person.isEmpty())
            members.removeIf([&](const SitePerson &one) { return one.login != person; });
        return workersDays(members, m_days);
    }

    // The mean of those of whom one is known.
    double paceOf(const QVector<QVector<WorkDay>> &people) const
    {
        double sum = 0;
        int known = 0;
        for (const QVector<WorkDay> &own : people)
            if (const Capacity capacity = capacityLeft(own, m_days.everybody, m_from.facts.at, m_zone, true); capacity.perHour > 0) {
                sum += capacity.perHour;
                ++known;
            }
        return known > 0 ? sum / known : 0;
    }

    // Who else has most room besides their own leads.
    void findHelper(LoadAhead &load)
    {
        for (const SitePerson &member : std::as_const(m_members)) {
            if (member.login == m_from.facts.filter.person)
                continue;
            const Holding holding = holdingOf(member.login, peopleFor(member.login));
            const int room = roomIn(worked(m_asking.of(m_next, member.login), holding), holding);
            if (room > load.helpersRoom) {
                load.helper = member.login;
                load.helpersRoom = room;
            }
        }
    }

    const ChartReading &m_from;
    QString m_zone;
    QDate m_today;
    std::optional<Medium> m_medium;
    Asking m_asking;
    SiteDays m_days;
    QVector<SitePerson> m_members;
    QVector<Next> m_next;
    CapacityReport m_day; // how today goes
};

QString dayName(QDate day, const ReportFacts &facts)
{
    return day == zones::local(facts.at, facts.zone).date ? tr("today") : QLocale().toString(day, QStringLiteral("ddd MMM d"));
}

int plannedIn(const LoadAhead &load)
{
    return std::accumulate(load.days.cbegin(), load.days.cend(), load.days.isEmpty() ? 0 : load.days.last().leftOver.count,
                           [](int sum, const LoadAhead::Day &day) { return sum + day.fits.count; });
}

QString saysPlanned(int planned, const LoadAhead &load, const ChartFilter &filter)
{
    const QString touches = chart_words::byMedium(filter, tr("touches")), touch = chart_words::byMedium(filter, tr("touch"));
    if (planned == 0)
        return chart_words::isNarrow(filter) ? tr("No %1 that fits the filters is planned for the next four weeks.").arg(touch)
                                             : tr("No %1 is planned for the next four weeks.").arg(touch);
    if (load.isKnown)
        return planned == 1 ? tr("The one %1 planned for the next four weeks fits").arg(touch)
                            : tr("All %1 %2 planned for the next four weeks fit").arg(QString::number(planned), touches);
    return planned == 1 ? tr("1 %1 is planned for the next four weeks; nobody has worked long enough to say what fits").arg(touch)
                        : tr("%1 %2 are planned for the next four weeks; nobody has worked long enough to say what fits")
                              .arg(QString::number(planned), touches);
}

// What would relieve it.
QString relief(int touches, const LoadAhead &load, const ReportFacts &facts)
{
    QStringList parts;
    if (const QString hours = moreHoursFor(touches, load.perHour); !hours.isEmpty())
        parts << tr("it takes %1").arg(hours);
    if (!load.helper.isEmpty())
        parts << tr("%1 has room for %2").arg(facts.nameOf(load.helper), QString::number(load.helpersRoom));
    return parts.isEmpty() ? QString() : QStringLiteral(": ") + parts.join(tr(", or "));
}

// `first`, `last`: days at whose ends something is left over.
QString saysTooMuch(const LoadAhead &load, qsizetype first, qsizetype last, const ReportFacts &facts)
{
    const QString touches = chart_words::byMedium(facts.filter, tr("touches")), touch = chart_words::byMedium(facts.filter, tr("touch"));
    const QString from = dayName(load.days[first].day, facts);
    if (last + 1 == load.days.size()) {
        const int left = load.days.last().leftOver.count;
        return (left == 1 ? tr("1 %1 is left over after four weeks, with more due than fits from %2 on").arg(touch, from)
                          : tr("%1 %2 are left over after four weeks, with more due than fits from %3 on").arg(QString::number(left), touches, from))
               + relief(left, load, facts);
    }
    int most = 0;
    for (const LoadAhead::Day &day : load.days)
        most = std::max(most, day.leftOver.count);
    const QString helps = relief(most, load, facts);
    if (first == last)
        return (most == 1 ? tr("1 %1 does not fit %2 and waits for the next day").arg(touch, from)
                          : tr("%1 %2 do not fit %3 and wait for the next day").arg(QString::number(most), touches, from))
               + helps;
    const QString until = dayName(load.days[last].day, facts);
    return (most == 1 ? tr("1 %1 at a time does not fit from %2 to %3").arg(touch, from, until)
                      : tr("Up to %1 %2 at a time do not fit from %3 to %4").arg(QString::number(most), touches, from, until))
           + helps;
}

QString says(const LoadAhead &load, const ReportFacts &facts)
{
    const auto isOver = [](const LoadAhead::Day &day) { return day.leftOver.count > 0; };
    const auto first = std::find_if(load.days.cbegin(), load.days.cend(), isOver);
    if (first == load.days.cend())
        return saysPlanned(plannedIn(load), load, facts.filter);
    const auto last = std::find_if(load.days.crbegin(), load.days.crend(), isOver);
    return saysTooMuch(load, first - load.days.cbegin(), load.days.crend() - last - 1, facts);
}

ChartMark dayMark(const LoadAhead &load, QDate day, const Tally &tally)
{
    ChartMark mark;
    mark.key = day.toString(Qt::ISODate);
    mark.label = QLocale().toString(day, QStringLiteral("MMM d"));
    mark.value = mark.count = tally.count;
    mark.leads = leadsAt(load.leads, tally);
    return mark;
}

} // namespace

Chart drawLoad(const ReportFacts &facts, const LoadAhead &load)
{
    Chart chart;
    chart.id = QStringLiteral("load");
    chart.says = says(load, facts);
    chart.beneath = tr("Touches due, next four weeks; today from now on");
    chart.counted = countedBy({Measure::Attempt, Measure::Planned, Measure::FitsADay});
    chart.axis = chart_words::byMedium(facts.filter, tr("touches due, by day"));
    chart.series = {{QStringLiteral("fits"), load.isKnown ? tr("Fits") : tr("Planned"), {}}};
    if (load.isKnown)
        chart.series << ChartSeries{QStringLiteral("left_over"), tr("Left over"), {}};
    for (const LoadAhead::Day &day : load.days) {
        chart.series[0].marks << dayMark(load, day.day, day.fits);
        if (load.isKnown)
            chart.series[1].marks << dayMark(load, day.day, day.leftOver);
    }
    return chart;
}

Result<Chart> loadChart(const ChartReading &reading)
{
    BEBACK_TRY(load, Reading(reading).read());
    return drawLoad(reading.facts, load);
}

} // namespace beback
