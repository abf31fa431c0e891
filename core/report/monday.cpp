#include "core/report/monday.h"

#include "core/report/charts.h"
#include "core/report/duty_store.h"
#include "core/report/measures.h"
#include "core/report/work_days.h"
#include "core/time/zones.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <tuple>

namespace beback {

namespace {

constexpr qsizetype MostToDo = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

// The days on which somebody came in, and on which they bought, whatever week it was.
struct Customer {
    QVector<QDate> came, bought;
    bool hasOpenLead = false;
};

// Came again, or bought, on this day, after an earlier visit at which they had not bought.
bool isBack(const Customer &customer, QDate day)
{
    return std::any_of(customer.came.cbegin(), customer.came.cend(), [&](QDate first) {
        return first < day && std::none_of(customer.bought.cbegin(), customer.bought.cend(), [&](QDate sale) { return sale >= first && sale < day; });
    });
}

// Puts the page together from the facts.
class Weighing
{
public:
    explicit Weighing(const ReportFacts &facts) : m_facts(facts)
    {
        const QDate monday = mondayOf(zones::local(facts.at, facts.zone).date);
        m_page.at = facts.at;
        m_page.week.from = monday.addDays(-7);
        m_page.before.from = monday.addDays(-14);
        for (MondayWeek *week : {&m_page.week, &m_page.before})
            week->last = week->from.addDays(6);
    }

    MondayPage page()
    {
        readCustomers();
        for (MondayWeek *week : {&m_page.week, &m_page.before})
            fill(*week);
        m_page.leftUnsold = leftUnsold();
        readPeople();
        m_page.attempts = attemptsPerLeadChart(m_facts);
        m_page.counted = countedBy({Measure::Week, Measure::Attempt, Measure::Touch, Measure::Answered, Measure::AttemptsPerLead, Measure::Open,
                                    Measure::Held, Measure::Untouched, Measure::Minimum});
        return m_page;
    }

private:
    QDate dayOf(Instant at) const { return zones::local(at, m_facts.zone).date; }
    bool isIn(const MondayWeek &week, Instant at) const { return at.us > 0 && isIn(week, dayOf(at)); }
    static bool isIn(const MondayWeek &week, QDate day) { return day >= week.from && day <= week.last; }

    void readCustomers()
    {
        for (const LeadFact &lead : m_facts.leads) {
            Customer &customer = m_customers[lead.customer];
            for (const StoryVisit &visit : lead.visits)
                if (visit.became == StoryVisit::Became::Kept)
                    customer.came << dayOf(visit.endedAt);
            if (lead.soldAt.us > 0)
                customer.bought << dayOf(lead.soldAt);
            customer.hasOpenLead = customer.hasOpenLead || lead.isOpen;
        }
    }

    void fill(MondayWeek &week) const
    {
        QSet<CustomerId> reached;
        for (const TouchFact &touch : m_facts.touches)
            if (isIn(week, touch.at)) {
                ++week.touches;
                if (isIn(week, touch.answeredAt))
                    reached.insert(touch.customer);
            }
        week.reached = int(reached.size());
        for (const LeadFact &lead : m_facts.leads) {
            week.visitsSet += std::any_of(lead.visits.cbegin(), lead.visits.cend(), [&](const StoryVisit &visit) {
                return isIn(week, visit.setAt) && visit.became != StoryVisit::Became::Cancelled;
            });
            week.sold += isIn(week, lead.soldAt);
        }
        for (const Customer &customer : m_customers) {
            const auto isOfIt = [&](QDate day) { return isIn(week, day); };
            const auto isBackOn = [&](QDate day) { return isIn(week, day) && isBack(customer, day); };
            week.shown += std::any_of(customer.came.cbegin(), customer.came.cend(), isOfIt);
            week.beBacks += std::any_of(customer.came.cbegin(), customer.came.cend(), isBackOn)
                            || std::any_of(customer.bought.cbegin(), customer.bought.cend(), isBackOn);
        }
    }

    int leftUnsold() const
    {
        return int(std::count_if(m_customers.cbegin(), m_customers.cend(), [this](const Customer &customer) {
            const auto bought = [&](QDate day) { return std::any_of(customer.bought.cbegin(), customer.bought.cend(), [day](QDate sale) { return sale >= day; }); };
            return customer.hasOpenLead && std::any_of(customer.came.cbegin(), customer.came.cend(), [&](QDate day) { return isIn(m_page.week, day) && !bought(day); });
        }));
    }

    MondayPerson &person(const QString &login)
    {
        MondayPerson &one = m_people[login];
        one.login = login;
        one.name = login.isEmpty() ? tr("Anybody") : m_facts.nameOf(login);
        return one;
    }

    void readPeople()
    {
        for (const LeadFact &lead : m_facts.leads) {
            if (!lead.isOpen)
                continue;
            MondayPerson &one = person(lead.owner);
            ++one.holds;
            one.under += lead.attempts < MinimumAttempts;
            one.neglected += lead.untouchedDays >= NeglectedDays;
            one.never += lead.untouchedDays < 0;
        }
        for (const TouchFact &touch : m_facts.touches) {
            if (isIn(m_page.week, touch.at))
                ++person(touch.actor).touches;
            else if (isIn(m_page.before, touch.at))
                ++person(touch.actor).touchesBefore;
        }
        for (const MondayPerson &one : std::as_const(m_people)) {
            m_page.holds += one.holds;
            m_page.under += one.under;
            m_page.neglected += one.neglected;
            m_page.never += one.never;
            m_page.people << one;
        }
        std::sort(m_page.people.begin(), m_page.people.end(), [](const MondayPerson &a, const MondayPerson &b) {
            return std::tie(b.under, b.neglected, a.name, a.login) < std::tie(a.under, a.neglected, b.name, b.login);
        });
    }

    const ReportFacts &m_facts;
    MondayPage m_page;
    QHash<CustomerId, Customer> m_customers;
    QMap<QString, MondayPerson> m_people; // by login
};

// Whoever has most of them, where that is somebody; null: nobody has any.
const MondayPerson *mostOf(const MondayPage &page, int MondayPerson::*count)
{
    const MondayPerson *most = nullptr;
    for (const MondayPerson &one : page.people)
        if (one.*count > 0 && (!most || one.*count > most->*count))
            most = &one;
    return most;
}

// "; 21 of them are Luis Ortega's" is not said in every language: "Luis Ortega holds 21 of them."
QString whoHolds(const MondayPerson *most, int count, int MondayPerson::*of)
{
    if (!most || count == 1)
        return {};
    if (most->login.isEmpty())
        return most->*of == count ? tr(" They are given to nobody.") : tr(" %1 of them are given to nobody.").arg(most->*of);
    return most->*of == count ? tr(" %1 holds all of them.").arg(most->name) : tr(" %1 holds %2 of them.").arg(most->name, QString::number(most->*of));
}

QString unsoldToDo(const MondayPage &page)
{
    if (page.leftUnsold == 0)
        return {};
    return page.leftUnsold == 1 ? tr("Bring back the one person who came in last week and left without buying.")
                                : tr("Bring back the %1 people who came in last week and left without buying.").arg(page.leftUnsold);
}

QString neverToDo(const MondayPage &page)
{
    if (page.never == 0)
        return {};
    return (page.never == 1 ? tr("Contact the one open lead nobody has contacted yet.")
                            : tr("Contact the %1 open leads nobody has contacted yet.").arg(page.never))
           + whoHolds(mostOf(page, &MondayPerson::never), page.never, &MondayPerson::never);
}

QString neglectedToDo(const MondayPage &page)
{
    if (page.neglected == 0)
        return {};
    return (page.neglected == 1 ? tr("Go back to the one open lead without a touch for %1 days or more.").arg(NeglectedDays)
                                : tr("Go back to the %1 open leads without a touch for %2 days or more.").arg(page.neglected).arg(NeglectedDays))
           + whoHolds(mostOf(page, &MondayPerson::neglected), page.neglected, &MondayPerson::neglected);
}

QString underToDo(const MondayPage &page)
{
    if (page.under == 0)
        return {};
    return (page.under == 1 ? tr("Bring the one open lead with fewer than %1 attempts up to %1.").arg(MinimumAttempts)
                            : tr("Bring the %1 open leads with fewer than %2 attempts up to %2.").arg(page.under).arg(MinimumAttempts))
           + whoHolds(mostOf(page, &MondayPerson::under), page.under, &MondayPerson::under);
}

QString fewerToDo(int week, int before, const char *what)
{
    return week < before ? tr(what).arg(week).arg(before) : QString();
}

QStringList toDoOf(const MondayPage &page)
{
    QStringList all{unsoldToDo(page), neverToDo(page), neglectedToDo(page), underToDo(page),
                    fewerToDo(page.week.visitsSet, page.before.visitsSet,
                              QT_TRANSLATE_NOOP("beback", "Ask for a visit in every conversation: %1 were set last week, %2 the week before.")),
                    fewerToDo(page.week.touches, page.before.touches,
                              QT_TRANSLATE_NOOP("beback", "Make more touches: %1 last week, %2 the week before."))};
    all.removeAll(QString());
    if (all.isEmpty())
        all << (page.holds > 0 ? tr("Nothing is left undone: no open lead is under the minimum, neglected or without a first touch.") : tr("No lead is open: bring in new ones."));
    return all.mid(0, MostToDo);
}

} // namespace

int mondayDays(Instant now, const QString &zone)
{
    const QDate today = zones::local(now, zone).date;
    return int(mondayOf(today).addDays(-14).daysTo(today)) + 1;
}

MondayPage mondayPage(const ReportFacts &facts, const QVector<NeedsYou> &needs)
{
    MondayPage page = Weighing(facts).page();
    page.needs = needs;
    page.toDo = toDoOf(page);
    return page;
}

Result<MondayPage> readMonday(Connection &db, RooftopId rooftop, const QVector<NeedsYou> &needs, const QString &zone, Instant now)
{
    ChartFilter filter;
    filter.days = mondayDays(now, zone);
    BEBACK_TRY(facts, readReportFacts(db, rooftop, filter, zone, now));
    MondayPage page = mondayPage(facts, needs);
    const Instant from = startOfDay(page.week.from, facts.zone), until = startOfDay(page.week.last.addDays(1), facts.zone);
    BEBACK_TRY(happened, readDutyFacts(db, rooftop, zone, now, from));
    page.duties = countDuties(dutiesFrom(happened), happened, from, until);
    if (!page.duties.isEmpty())
        page.counted += QLatin1Char('\n') + countedBy({Measure::Duty});
    return page;
}

} // namespace beback
