#include "core/desk/shared_place.h"

#include "core/desk/site_facts.h"
#include "core/intake/find_person.h"
#include "core/plan/rule_store.h"
#include "core/stock/stock_store.h"
#include "core/words/word_store.h"
#include "core/queue/queue_reader.h"
#include "core/store/postgresql_target.h"
#include "core/store/sealed_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSysInfo>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

constexpr Duration SentWithin = std::chrono::seconds(1); // before a lease is given back
const QString RooftopSetting = QStringLiteral("rooftop_id");

} // namespace

Result<QString> SharedPlace::loginOf(const StoreUrl &shared)
{
    BEBACK_TRY(target, PostgresqlTarget::parse(shared.uri));
    if (!target.user.isEmpty())
        return target.user;
    const QString named = qEnvironmentVariable("PGUSER");
    return named.isEmpty() ? qEnvironmentVariable("USER") : named;
}

Result<StoreUrl> SharedPlace::ownStoreOf(const StoreUrl &shared)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    if (folder.isEmpty())
        return Error{Code::Unavailable, tr("This user has no folder for data."), {}};
    BEBACK_TRY(target, PostgresqlTarget::parse(shared.uri));
    BEBACK_TRY(login, loginOf(shared));
    const QString where = QStringList{target.host, target.port, target.database, login}.join(QLatin1Char('\n'));
    QString readable = (target.host.isEmpty() ? QString() : target.host + QLatin1Char('-')) + target.database + QLatin1Char('-') + login;
    readable.replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9.-]+")), QStringLiteral("_"));
    const QByteArray digest = QCryptographicHash::hash(where.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    return StoreUrl::parse(QStringLiteral("%1/beback/desks/%2-%3.db").arg(folder, readable.left(60), QString::fromLatin1(digest)));
}

Result<void> SharedPlace::openOwn(const Clock &clock, Random &random)
{
    BEBACK_TRY(url, ownStoreOf(m_shared));
    BEBACK_TRY(login, loginOf(m_shared));
    m_login = login;
    BEBACK_TRY(turn, own_seal::turn(url.path));
    BEBACK_TRY(taken, own_seal::open(m_shared, url.path));
    BEBACK_CHECK(openFile(url, clock, random));
    if (taken)
        BEBACK_CHECK(taken_out::note(m_own->db(), *taken));
    BEBACK_TRY(next, own_seal::due(*m_own));
    m_isSealDue = next.has_value();
    if (!next)
        return {};
    m_exchange.reset();
    m_own.reset();
    const auto sealed = sealFile(url.path, *next); // with what is in it; where that fails, it goes on as it was
    m_isSealDue = !sealed || !*sealed;
    if (!sealed)
        qWarning("%s", qPrintable(sealed.error().message));
    return openFile(url, clock, random);
}

Result<void> SharedPlace::openFile(const StoreUrl &url, const Clock &clock, Random &random)
{
    BEBACK_TRY(own, Workplace::open(url, Workplace::Open::CreateOrUpgrade, clock, random));
    m_own = std::move(own);
    m_exchange = std::make_unique<Exchange>(m_own->db(), clock, random, m_own->plans(), QSysInfo::machineHostName());
    return {};
}

Result<std::unique_ptr<SharedPlace>> SharedPlace::open(const StoreUrl &shared, const Clock &clock, Random &random)
{
    std::unique_ptr<SharedPlace> place(new SharedPlace(shared));
    BEBACK_CHECK(place->openOwn(clock, random));
    const bool wasSealDue = place->m_isSealDue;
    if (const auto connected = place->connect(); !connected && !place->m_own->isSetUp())
        return connected.error();
    if (place->m_isSealDue && !wasSealDue) { // prepared just now: nobody is carried before it is sealed
        place->m_exchange.reset();
        place->m_own.reset();
        BEBACK_CHECK(place->openOwn(clock, random));
        (void)place->connect(); // trouble() says
    }
    return place;
}

Result<std::unique_ptr<SharedPlace>> SharedPlace::openOffline(const StoreUrl &shared, const Clock &clock, Random &random)
{
    std::unique_ptr<SharedPlace> place(new SharedPlace(shared));
    BEBACK_TRY(url, ownStoreOf(shared));
    if (!QFileInfo::exists(url.path))
        return Error{Code::NotFound, tr("This desk has not joined %1 yet.").arg(shared.display()), {}};
    BEBACK_CHECK(place->openOwn(clock, random));
    if (!place->m_own->isSetUp())
        BEBACK_CHECK(place->mayComeIn());
    if (!place->m_own->isSetUp())
        return Error{Code::NotFound, tr("This desk has not joined %1 yet.").arg(shared.display()), {}};
    return place;
}

Result<void> SharedPlace::connectHere()
{
    BEBACK_CHECK(m_exchange->connect(m_shared));
    BEBACK_CHECK(noteFacts());
    const auto due = own_seal::prepare(*m_own, m_exchange->shared());
    if (!due) // no reason to stay away; the next connecting tries again
        qWarning("The key of this desk's own file could not be kept: %s", qPrintable(due.error().message));
    m_isSealDue = due && *due;
    return {};
}

Result<void> SharedPlace::connect()
{
    auto connected = mayComeIn();
    if (connected)
        connected = connectHere();
    if (!connected && m_exchange->takenOut())
        connected = mayComeIn(); // which says it in words
    if (connected)
        m_trouble.reset();
    else
        m_trouble = connected.error();
    return connected;
}

// All of it is read before any of it is written: the own file is not held while a slow line answers. What is only added to is read where
// there is more of it than here.
Result<void> SharedPlace::noteFacts()
{
    Connection &from = m_exchange->shared().db();
    const RooftopId rooftop = m_exchange->person().rooftop;
    BEBACK_TRY(facts, readSiteFacts(from, rooftop, m_own->plans()));
    facts.settings.insert(RooftopSetting, QString::number(rooftop.value));
    BEBACK_CHECK(m_own->db().inTransaction("facts", [&]() -> Result<void> {
        BEBACK_CHECK(keepSiteFacts(m_own->db(), facts));
        for (auto it = facts.settings.cbegin(); it != facts.settings.cend(); ++it)
            BEBACK_CHECK(m_own->setSetting(it.key(), it.value()));
        return {};
    }));
    m_noted = {};
    BEBACK_TRY(hours, readHours(from, rooftop));
    BEBACK_CHECK(m_own->reload());
    QVector<RuleChange> rules;
    if (facts.rules != m_own->ruleChanges().size()) {
        BEBACK_TRY(changes, readRuleChanges(from, rooftop));
        rules = std::move(changes);
    }
    BEBACK_CHECK(planBy(rules));
    BEBACK_CHECK(wordsUpTo(facts.words));
    BEBACK_CHECK(stockUpTo(facts.stock));
    return noteHours(hours);
}

// These are the words about rules that are known there; the session says so, and rows that come from it are taken for good.
Result<void> SharedPlace::planBy(const QVector<RuleChange> &changes)
{
    BEBACK_CHECK(m_own->takeRules(changes));
    BEBACK_TRY(say, m_exchange->shared().db().statement("rule/planned_by"));
    BEBACK_CHECK(say.bind(":count", QString::number(m_own->ruleChanges().size())).exec());
    say.next();
    return say.finished();
}

Result<bool> SharedPlace::fetchRules()
{
    Connection &from = m_exchange->shared().db();
    const RooftopId rooftop = m_exchange->person().rooftop;
    BEBACK_TRY(count, countRuleChanges(from, rooftop));
    if (count == m_own->ruleChanges().size()) {
        BEBACK_TRY(anyway, m_own->freshRules()); // a word may come to hold today
        if (anyway)
            BEBACK_CHECK(m_own->replanByRules());
        return anyway;
    }
    BEBACK_TRY(changes, readRuleChanges(from, rooftop));
    BEBACK_CHECK(planBy(changes));
    return true;
}

Result<void> SharedPlace::setRule(const RuleWish &wish)
{
    BEBACK_CHECK(fetchRules());
    BEBACK_TRY(change, m_own->wordFor(wish, m_login));
    BEBACK_CHECK(addRuleChange(m_exchange->shared().db(), m_exchange->person().rooftop, change));
    BEBACK_CHECK(fetchRules());
    return {};
}

Result<bool> SharedPlace::fetchWords()
{
    BEBACK_TRY(count, countWordChanges(m_exchange->shared().db(), m_exchange->person().rooftop));
    return wordsUpTo(count);
}

Result<bool> SharedPlace::wordsUpTo(int count)
{
    BEBACK_TRY(own, countWordChanges(m_own->db(), m_own->rooftopId()));
    if (count == own)
        return m_own->freshWords();
    BEBACK_TRY(changes, readWordChanges(m_exchange->shared().db(), m_exchange->person().rooftop));
    return m_own->takeWords(changes);
}

// Each is judged beside those before it; what was said is said, whether it can be read again at once or not.
Result<void> SharedPlace::sayWords(const QVector<WordWish> &wishes)
{
    Connection &to = m_exchange->shared().db();
    BEBACK_CHECK(fetchWords());
    const auto said = to.inTransaction("words", [&]() -> Result<void> {
        QVector<WordChange> known = m_own->wordChanges();
        for (const WordWish &wish : wishes) {
            if (known.size() > m_own->wordChanges().size())
                BEBACK_CHECK(checkWish(known, wish));
            else
                BEBACK_CHECK(m_own->changeFor(wish, m_login)); // and whether this person may
            WordChange change = changeOf(known, wish);
            change.by = m_login;
            change.at = m_own->clock().now();
            BEBACK_CHECK(addWordChange(to, m_exchange->person().rooftop, change));
            known << change;
        }
        return {};
    });
    (void)fetchWords(); // else with the next look at what is new
    return said;
}

Result<bool> SharedPlace::fetchStock()
{
    BEBACK_TRY(version, stockVersion(m_exchange->shared().db(), m_exchange->person().rooftop));
    return stockUpTo(version);
}

Result<bool> SharedPlace::stockUpTo(int version)
{
    if (version == (m_own->stock() ? m_own->stock()->version : 0))
        return false;
    const auto list = readStock(m_exchange->shared().db(), m_exchange->person().rooftop);
    if (!list && list.error().code == Code::Corrupt) { // a list is no reason to stay away; the next one takes its place
        qWarning("%s", qPrintable(list.error().message));
        return false;
    }
    if (!list)
        return list.error();
    return *list ? m_own->takeStock(**list) : Result<bool>(false);
}

Result<int> SharedPlace::putStock(const StockList &given)
{
    BEBACK_CHECK(fetchStock());
    BEBACK_TRY(list, m_own->stockToPut(given, m_login));
    BEBACK_CHECK(beback::putStock(m_exchange->shared().db(), m_exchange->person().rooftop, list));
    (void)fetchStock(); // else with the next look at what is new
    return list.version;
}

Result<WordsOnShelf> SharedPlace::wordsOnShelf()
{
    BEBACK_CHECK(fetchWords());
    return m_own->wordsOnShelf(&m_exchange->shared().db());
}

Result<ChartPage> SharedPlace::charts(const ChartFilter &filter, const std::optional<QString> &alone)
{
    return m_own->charts(filter, m_login, &m_exchange->shared().db(), alone);
}

Result<QueuePage> SharedPlace::queuePage(int limit)
{
    return QueueReader(m_exchange->shared().db(), m_exchange->person().rooftop, m_own->plans().rules(), m_exchange->serverNow(), m_login)
        .page(limit);
}

Result<TodayCount> SharedPlace::today()
{
    TodayCount count;
    BEBACK_TRY(touches, m_own->touchesToday(m_login));
    count.touches = touches;
    BEBACK_TRY(capacity, m_measure.left(m_exchange->shared().db(), m_exchange->person().rooftop, m_own->rooftop().zone, m_login,
                                        m_exchange->serverNow(), touches > 0));
    count.capacity = capacity;
    return count;
}

Result<QVector<SearchHit>> SharedPlace::search(const QString &fragment, int limit)
{
    return Workplace::searchIn(m_exchange->shared().db(), m_exchange->person().rooftop, fragment, limit);
}

Result<LeadView> SharedPlace::view(CustomerId customer, LeadId lead)
{
    BEBACK_CHECK(m_exchange->bring({customer.toString()}));
    BEBACK_TRY(view, m_own->view(customer, lead, m_login, &m_exchange->shared().db(), m_exchange->serverNow()));
    if (view.claim)
        view.claim->until = m_exchange->ownEnd(view.claim->until);
    return view;
}

Result<std::optional<LeadView>> SharedPlace::claimNext()
{
    BEBACK_TRY(claim, m_exchange->claimNext());
    if (!claim)
        return std::optional<LeadView>();
    BEBACK_TRY(view, m_own->view(claim->customer, claim->lead, m_login));
    return std::optional(view);
}

Result<LeadView> SharedPlace::claim(CustomerId customer, LeadId lead)
{
    BEBACK_TRY(claim, m_exchange->claim(customer));
    return m_own->view(customer, lead.isNull() ? claim.lead : lead, m_login);
}

Result<QVector<AlertOnDesk>> SharedPlace::alerts()
{
    return readAlerts(m_exchange->shared().db(), m_exchange->person().rooftop, m_own->clock().now());
}

// What is refused is met again by the exchange in its own turn, which says so; a lease that is given back ends all the same.
Result<QVector<CustomerId>> SharedPlace::sendRecorded()
{
    const Duration over = m_own->clock().sinceBoot() + SentWithin;
    QVector<CustomerId> changed;
    for (;;) {
        BEBACK_TRY(numbers, own_store::numbers(m_own->db()));
        if (numbers.confirmed >= numbers.last || m_own->clock().sinceBoot() >= over)
            return changed;
        const auto part = m_exchange->syncPart();
        if (!part && part.error().code == Code::Unavailable)
            return part.error();
        if (part)
            changed += part->changed;
        if (!part || !part->more)
            return changed;
    }
}

// What was recorded meanwhile goes first: whoever is handed the person next has to know of it, and it is under a lease that holds.
Result<QVector<CustomerId>> SharedPlace::release(CustomerId customer)
{
    BEBACK_TRY(changed, sendRecorded());
    BEBACK_CHECK(m_own->queue().release(customer, m_login)); // first: with the plug pulled in between nobody holds them
    BEBACK_CHECK(m_exchange->release(customer));
    return changed;
}

Result<void> SharedPlace::bringKnown(const LeadDraft &lead)
{
    if (!isOnline())
        return {};
    BEBACK_TRY(found, findPerson(m_exchange->shared().db(), m_exchange->person().rooftop, lead));
    QStringList ids;
    for (const CustomerId customer : std::as_const(found.keys))
        ids << customer.toString();
    for (const PersonMatch &match : std::as_const(found.people))
        ids << match.customer.toString();
    ids.removeDuplicates();
    return ids.isEmpty() ? Result<void>() : m_exchange->bring(ids);
}

} // namespace beback
