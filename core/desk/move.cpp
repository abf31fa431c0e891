#include "core/desk/move.h"

#include "core/campaign/campaign_store.h"
#include "core/exchange/wire.h"
#include "core/history/event_store.h"
#include "core/history/row_store.h"
#include "core/plan/rule_store.h"
#include "core/report/duty_store.h"
#include "core/report/saved_view.h"
#include "core/stock/stock_store.h"
#include "core/words/word_store.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

constexpr int EventPage = 1000;
constexpr qsizetype RowPage = 200;
const QString Moving = QStringLiteral("moving_from"); // set while it is not complete: which store
const QString Moved = QStringLiteral("moved_to");     // in the store that was moved: where to

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

class Mover
{
public:
    Mover(Workplace &from, Workplace &to, QString password, const std::function<void(const MoveReport &)> &progress)
        : m_from(from), m_to(to), m_password(std::move(password)), m_progress(progress), m_rooftop(to.rooftopId())
    {
    }

    Result<MoveReport> move()
    {
        BEBACK_CHECK(begin());
        BEBACK_CHECK(people());
        BEBACK_CHECK(settings());
        BEBACK_CHECK(plans());
        BEBACK_CHECK(rules());
        BEBACK_CHECK(words());
        BEBACK_CHECK(stock());
        BEBACK_CHECK(duties());
        BEBACK_CHECK(hours());
        BEBACK_CHECK(campaigns());
        BEBACK_CHECK(views());
        BEBACK_CHECK(setAside());
        BEBACK_CHECK(events());
        BEBACK_CHECK(rows());
        BEBACK_CHECK(m_to.setSetting(Moving, {}));
        BEBACK_CHECK(m_from.setSetting(Moved, m_to.db().url().display()));
        BEBACK_CHECK(m_to.reload());
        return m_report;
    }

private:
    Result<void> begin()
    {
        BEBACK_TRY(counters, event_store::counters(m_from.db(), m_from.random(), m_from.clock().now()));
        const QString mark = counters.origin.toString();
        BEBACK_TRY(moving, m_to.setting(Moving));
        if (moving == mark)
            return {};
        BEBACK_TRY(inUse, m_to.hasHistory());
        if (inUse || !moving.isEmpty())
            return Error{Code::Conflict, tr("This database holds the leads of %1 already. Move into an empty one.").arg(m_to.rooftop().name), {}};
        return m_to.db().inTransaction("move", [&]() -> Result<void> {
            BEBACK_CHECK(m_to.setSetting(Moving, mark));
            return m_to.isSetUp() ? Result<void>() : m_to.setUpRooftop(m_from.rooftop());
        });
    }

    Result<void> people()
    {
        BEBACK_TRY(there, m_to.users(true));
        BEBACK_TRY(working, m_from.users(false));
        BEBACK_TRY(all, m_from.users(true));
        for (const Agent &agent : all) {
            const bool known = std::any_of(there.cbegin(), there.cend(), [&](const Agent &a) { return a.login == agent.login; });
            if (!known)
                BEBACK_CHECK(m_to.addUser(agent, m_password));
            if (!working.contains(agent))
                BEBACK_CHECK(m_to.setUser(agent, false));
        }
        m_report.people = int(all.size());
        return {};
    }

    Result<void> settings()
    {
        for (const char *name : {"demo", "training"}) {
            BEBACK_TRY(value, m_from.setting(QLatin1String(name)));
            BEBACK_CHECK(m_to.setSetting(QLatin1String(name), value));
        }
        return {};
    }

    Result<void> plans()
    {
        BEBACK_TRY(read, m_from.db().statement("plan/plans_read"));
        BEBACK_CHECK(read.exec());
        while (read.next()) {
            Columns c = read.columns();
            BEBACK_TRY(keep, m_to.db().statement("plan/plan_keep"));
            keep.bind(":id", c.text()).bind(":version", c.integer());
            BEBACK_CHECK(keep.bind(":body", c.text()).exec());
        }
        BEBACK_CHECK(read.finished());
        return beginnings();
    }

    Result<void> beginnings()
    {
        BEBACK_TRY(read, m_from.db().statement("plan/begins_read"));
        BEBACK_CHECK(read.bind(":rooftop_id", m_from.rooftopId()).exec());
        while (read.next()) {
            Columns c = read.columns();
            BEBACK_TRY(keep, m_to.db().statement("plan/begins_keep"));
            keep.bind(":rooftop_id", m_rooftop).bind(":kind", c.text()).bind(":plan_id", c.text());
            keep.bind(":at", c.instant());
            BEBACK_CHECK(keep.bind(":by_login", c.text()).exec());
        }
        return read.finished();
    }

    Result<void> words() { return keepWordChanges(m_to.db(), m_rooftop, m_from.wordChanges()); }

    Result<void> duties()
    {
        BEBACK_TRY(words, readDutyWords(m_from.db(), m_from.rooftopId(), {}));
        return keepDutyWords(m_to.db(), m_rooftop, words);
    }

    Result<void> stock() { return m_from.stock() ? keepStock(m_to.db(), m_rooftop, *m_from.stock()) : Result<void>(); }

    // With what was said about contact rules; the rows that follow were worked out by it.
    Result<void> rules()
    {
        BEBACK_CHECK(keepRuleChanges(m_to.db(), m_rooftop, m_from.ruleChanges()));
        BEBACK_TRY(say, m_to.db().statement("rule/planned_by"));
        BEBACK_CHECK(say.bind(":count", QString::number(m_from.ruleChanges().size())).exec());
        say.next();
        return say.finished();
    }

    Result<void> hours()
    {
        BEBACK_TRY(book, readHours(m_from.db(), m_from.rooftopId()));
        for (const HourSetting &setting : book.settings())
            BEBACK_CHECK(writeHour(m_to.db(), m_rooftop, setting));
        return {};
    }

    // With who is in them; that they are stands on their histories, too.
    Result<void> campaigns()
    {
        BEBACK_TRY(all, campaign_store::all(m_from.db(), m_from.rooftopId()));
        for (const StoredCampaign &one : std::as_const(all)) {
            BEBACK_TRY(people, campaign_store::people(m_from.db(), m_from.rooftopId(), one.campaign.id));
            BEBACK_CHECK(m_to.db().inTransaction("move campaign", [&]() -> Result<void> {
                BEBACK_CHECK(campaign_store::put(m_to.db(), m_rooftop, one)); // there already: moved before this was broken off
                return campaign_store::put(m_to.db(), m_rooftop, one.campaign.id, people);
            }));
        }
        return {};
    }

    Result<void> views()
    {
        BEBACK_TRY(all, readViews(m_from.db(), m_from.rooftopId()));
        for (const SavedView &view : std::as_const(all))
            BEBACK_CHECK(putView(m_to.db(), m_rooftop, view, true));
        return {};
    }

    // What could not be taken in, one by one: each may be large.
    Result<void> setAside()
    {
        QString after;
        for (;;) {
            BEBACK_TRY(read, m_from.db().statement("intake/quarantine_page"));
            BEBACK_CHECK(read.bind(":rooftop_id", m_from.rooftopId()).bind(":after", after).bind(":limit", 1).exec());
            if (!read.next())
                return read.finished();
            Columns c = read.columns();
            after = c.text();
            BEBACK_TRY(keep, m_to.db().statement("intake/quarantine_keep"));
            keep.bind(":id", after).bind(":rooftop_id", m_rooftop).bind(":at", c.int64());
            for (const char *column : {":source", ":format", ":reason", ":digest", ":encoding", ":content", ":status", ":status_why"})
                keep.bind(column, c.text());
            BEBACK_CHECK(keep.exec());
            ++m_report.setAside;
        }
    }

    Result<void> events()
    {
        OriginId origin;
        qint64 n = 0;
        for (;;) {
            BEBACK_TRY(page, readPage(origin, n));
            if (page.isEmpty())
                return {};
            BEBACK_CHECK(m_to.db().inTransaction("move events", [&] { return writePage(page); }));
            origin = page.last().origin;
            n = page.last().n;
            m_report.events += page.size();
            if (m_progress)
                m_progress(m_report);
        }
    }

    Result<QVector<Event>> readPage(OriginId origin, qint64 n)
    {
        BEBACK_TRY(select, m_from.db().statement("history/events_after"));
        select.bind(":origin", origin.isNull() ? QString() : origin.toString()).bind(":n", n);
        BEBACK_CHECK(select.bind(":limit", EventPage).exec());
        QVector<Event> page;
        while (select.next()) {
            page << event_store::wholeFrom(select.columns());
            m_customers.insert(page.last().customer);
            if (page.last().origin != page.first().origin) { // one desk at a time
                page.removeLast();
                break;
            }
        }
        BEBACK_CHECK(select.finished());
        return page;
    }

    Result<void> writePage(const QVector<Event> &page)
    {
        QJsonArray events;
        for (const Event &event : page)
            events << wire::toJson(event);
        const QString origin = page.first().origin.toString();
        BEBACK_TRY(add, m_to.db().statement("exchange/adopt_many"));
        add.bind(":rooftop_id", m_rooftop).bind(":origin", origin);
        BEBACK_CHECK(add.bind(":events", text(wire::compact(events))).exec());
        BEBACK_TRY(replica, m_to.db().statement("exchange/replica_put"));
        return replica.bind(":origin", origin).bind(":last_n", page.last().n).exec();
    }

    Result<void> rows()
    {
        const QVector<CustomerId> all(m_customers.cbegin(), m_customers.cend());
        for (qsizetype from = 0; from < all.size(); from += RowPage) {
            QJsonArray rows;
            for (const CustomerId customer : all.mid(from, RowPage)) {
                BEBACK_TRY(derived, row_store::read(m_from.db(), m_from.rooftopId(), customer));
                rows << QJsonObject{{QStringLiteral("customer_id"), customer.toString()}, {QStringLiteral("rows"), wire::toJson(derived)}};
            }
            BEBACK_CHECK(m_to.db().inTransaction("move rows", [&]() -> Result<void> {
                BEBACK_TRY(put, m_to.db().statement("exchange/adopt_rows"));
                return put.bind(":rooftop_id", m_rooftop).bind(":rows", text(wire::compact(rows))).exec();
            }));
            m_report.customers += int(rows.size());
            if (m_progress)
                m_progress(m_report);
        }
        return {};
    }

    Workplace &m_from;
    Workplace &m_to;
    QString m_password;
    const std::function<void(const MoveReport &)> &m_progress;
    RooftopId m_rooftop;
    QSet<CustomerId> m_customers;
    MoveReport m_report;
};

} // namespace

Result<MoveReport> moveInto(Workplace &from, Workplace &to, const QString &password,
                            const std::function<void(const MoveReport &)> &progress)
{
    return Mover(from, to, password, progress).move();
}

Result<void> needNotMoved(Workplace &place)
{
    if (place.db().engine() != Engine::Sqlite)
        return {};
    BEBACK_TRY(moved, place.setting(Moved));
    if (moved.isEmpty())
        return {};
    return Error{Code::Conflict, tr("The leads of this file were moved into %1. Work there; the file stays as it was.").arg(moved), moved};
}

} // namespace beback
