#include "core/desk/desk_body.h"

#include "core/desk/move.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>

namespace beback {

namespace {

constexpr int LookForOthersMs = 1000;
constexpr int SweepMs = 5000;
constexpr int YieldAtMostMs = 250; // an import never starves, however busy the desk is

} // namespace

Desk::Body::Body(Desk &deskObject, const Clock &systemClock)
    : owner(deskObject), clock(systemClock), desk(QStringLiteral("desk")), intake(QStringLiteral("intake"))
{
}

Desk::Body::~Body()
{
    // Each store closes in the thread that opened it; jobs asked for before are done first.
    ending = true;
    desk.run([this]() -> Result<void> {
            place.reset();
            return {};
        })
        .waitForFinished();
    intake.run([this]() -> Result<void> {
              delete sweepTimer;
              intakeStore.reset();
              return {};
          })
        .waitForFinished();
    links.clear(); // after all that is recorded: sends it, where it can
}

Result<DeskOpened> Desk::Body::openHere(const QString &storeUrl, Workplace::Open how)
{
    BEBACK_TRY(parsed, storeUrl.isEmpty() ? StoreUrl::standard() : StoreUrl::parse(storeUrl));
    if (parsed.engine == Engine::Postgresql)
        return openShared(parsed);
    BEBACK_TRY(opened, Workplace::open(parsed, how, clock, deskRandom));
    BEBACK_CHECK(needNotMoved(*opened));
    endLink();
    url = parsed;
    place = std::move(opened);
    intake.post([this] { intakeStore.reset(); });
    BEBACK_CHECK(watchForOthers());
    BEBACK_TRY(folder, place->setting(QStringLiteral("watched_folder")));
    if (!folder.isEmpty())
        intake.post([this, folder = folder] {
            watched = folder;
            sweep();
        });
    return facts();
}

// A new desk needs the database's answer once: who this is, the site, its people and plans.
Result<void> Desk::Body::joinIfNew(const StoreUrl &shared)
{
    SystemRandom random;
    const auto there = SharedPlace::openOffline(shared, clock, random);
    if (there || there.error().code != Code::NotFound)
        return there ? Result<void>() : there.error();
    BEBACK_TRY(joined, SharedPlace::joinAnew(shared, clock, random));
    return {};
}

// A sealed file whose desk was taken out has no key any more: it makes place for another, which it does once nobody has it open.
void Desk::Body::letGoOfUnreadable()
{
    if (!place || !place->db().isSealed())
        return;
    if (const auto taken = taken_out::read(place->db()); !taken || !*taken)
        return;
    if (SharedLink *before = link)
        before->end().waitForFinished();
    endLink();
    place.reset();
    intake.run([this]() -> Result<void> {
              intakeStore.reset();
              return {};
          })
        .waitForFinished();
}

// Somebody gave a name and a password: what answers and refuses them is said, also where this desk joined before.
Result<void> Desk::Body::joinAnew(const StoreUrl &shared)
{
    letGoOfUnreadable();
    SystemRandom random;
    BEBACK_TRY(joined, SharedPlace::joinAnew(shared, clock, random)); // as a new desk, where this one was taken out
    if (joined->trouble() && joined->trouble()->code != Code::Unavailable)
        return *joined->trouble();
    return {};
}

Result<DeskOpened> Desk::Body::openShared(const StoreUrl &shared)
{
    BEBACK_CHECK(joinIfNew(shared));
    BEBACK_TRY(own, SharedPlace::ownStoreOf(shared));
    BEBACK_TRY(person, SharedPlace::loginOf(shared));
    BEBACK_TRY(opened, openHere(own.path, Workplace::Open::Existing));
    connectedAs = person;
    opened.store = shared.display();
    opened.signedIn = person;
    SharedLink::Notices notices;
    notices.state = [this, mine = ++linkNumber](const LinkState &state) {
        const auto tell = [this, mine, state] {
            if (mine == linkNumber)
                Q_EMIT owner.linkChanged(state);
        };
        QMetaObject::invokeMethod(&owner, tell, Qt::QueuedConnection);
    };
    notices.changed = [this](const QVector<CustomerId> &customers) { announce(customers); };
    notices.cameBack = [this, mine = linkNumber.load()](const TripReturn &back) {
        const auto tell = [this, mine, back] {
            if (mine == linkNumber)
                Q_EMIT owner.cameBack(back);
        };
        QMetaObject::invokeMethod(&owner, tell, Qt::QueuedConnection);
    };
    links.push_back(std::make_unique<SharedLink>(shared, clock, std::move(notices)));
    link = links.back().get();
    return opened;
}

void Desk::Body::endLink()
{
    if (SharedLink *before = link.exchange(nullptr))
        before->end();
    ++linkNumber;
    connectedAs.clear();
}

Result<DeskOpened> Desk::Body::facts()
{
    DeskOpened opened;
    opened.store = url.display();
    if (place->isSetUp())
        opened.rooftop = place->rooftop();
    BEBACK_TRY(agents, place->users());
    opened.agents = agents;
    BEBACK_TRY(last, place->setting(QStringLiteral("last_login")));
    opened.lastLogin = last;
    BEBACK_TRY(demo, place->setting(QStringLiteral("demo")));
    opened.demo = demo == QLatin1String("1");
    BEBACK_TRY(training, place->isTraining());
    opened.training = training;
    return opened;
}

// Another process on the same file (a command, a second window, our own import) shows as another data version.
Result<void> Desk::Body::watchForOthers()
{
    auto *timer = new QTimer(desk.context());
    QObject::connect(timer, &QTimer::timeout, desk.context(), [this] {
        if (!place)
            return;
        auto select = place->db().statement("store/data_version");
        if (!select || !select->exec() || !select->next())
            return; // tried again in a second; the work itself will say what is wrong
        const qint64 version = select->columns().int64();
        if (dataVersion != 0 && version != dataVersion) {
            (void)place->freshPlans(); // tried again with the next change
            (void)place->freshWords(); // likewise
            (void)place->freshStock();
            announce({});
        }
        dataVersion = version;
        if (const auto changed = place->freshRules(); changed && *changed) // somebody changed one, or one holds from today on
            planAnew();
    });
    timer->start(LookForOthersMs);
    return {};
}

Result<Workplace *> Desk::Body::intakePlace()
{
    if (!intakeStore) {
        BEBACK_TRY(opened, Workplace::open(url, Workplace::Open::Existing, clock, intakeRandom));
        intakeStore = std::move(opened);
    }
    return intakeStore.get();
}

Intake::Options Desk::Body::importOptions()
{
    Intake::Options options;
    options.batch = 50; // short transactions: a save waits for one of them at most
    if (SharedLink *shared = link)
        options.before = [shared](const LeadDraft &lead) -> Result<void> {
            if (!shared->isOnline())
                return {};
            return shared->run([lead](SharedPlace &at) { return at.bringKnown(lead); }).result(); // waits in the intake thread
        };
    options.progress = [this](const IntakeReport &report) {
        QMetaObject::invokeMethod(&owner, [this, done = report.accepted + report.joined + report.resent + report.quarantined,
                                           accepted = report.accepted, quarantined = report.quarantined] {
            Q_EMIT owner.importProgress(done, accepted, quarantined);
        }, Qt::QueuedConnection);
        if (SharedLink *shared = link)
            shared->nudge();
        for (int waited = 0; desk.waiting() > 0 && waited < YieldAtMostMs; ++waited)
            QThread::msleep(1); // the desk goes first
        return !stopImport && !ending;
    };
    return options;
}

void Desk::Body::sweep()
{
    if (!sweepTimer) {
        sweepTimer = new QTimer(intake.context());
        QObject::connect(sweepTimer, &QTimer::timeout, intake.context(), [this] { sweep(); });
        sweepTimer->start(SweepMs);
    }
    if (watched.isEmpty() || ending)
        return;
    stopImport = false;
    const auto swept = [this]() -> Result<IntakeReport> {
        BEBACK_TRY(at, intakePlace());
        return at->intake().sweepFolder(watched, importOptions());
    }();
    if (swept && swept->accepted + swept->joined > 0)
        announce({});
    // A share that is gone is said once, and once more when it is back.
    const QString trouble = swept ? QString() : swept.error().message;
    if (trouble == sweepTrouble)
        return;
    sweepTrouble = trouble;
    QMetaObject::invokeMethod(&owner, [this, trouble] { Q_EMIT owner.watchedFolderTrouble(trouble); }, Qt::QueuedConnection);
}

QFuture<Result<IntakeReport>> Desk::importFiles(QStringList paths, std::optional<CsvMapping> mapping)
{
    m_body->stopImport = false;
    return m_body->intake.run([body = m_body.get(), paths, mapping]() -> Result<IntakeReport> {
        BEBACK_TRY(at, body->intakePlace());
        Intake::Options options = body->importOptions();
        options.mapping = mapping;
        IntakeReport report;
        for (const QString &path : paths)
            if (!body->stopImport && !body->ending)
                BEBACK_CHECK(at->intake().importFile(path, options, report));
        body->announce({});
        return report;
    });
}

void Desk::cancelImport()
{
    m_body->stopImport = true;
}

QFuture<Result<QVector<QuarantineEntry>>> Desk::quarantine()
{
    return m_body->intake.run([body = m_body.get()]() -> Result<QVector<QuarantineEntry>> {
        BEBACK_TRY(at, body->intakePlace());
        return at->intake().quarantined();
    });
}

QFuture<Result<IntakeReport>> Desk::retryQuarantined(QuarantineId id, QString content)
{
    return m_body->intake.run([body = m_body.get(), id, content]() -> Result<IntakeReport> {
        BEBACK_TRY(at, body->intakePlace());
        BEBACK_TRY(report, at->intake().retry(id, content, QStringLiteral("system")));
        body->announce({});
        return report;
    });
}

QFuture<Result<void>> Desk::discardQuarantined(QuarantineId id, QString reason)
{
    return m_body->intake.run([body = m_body.get(), id, reason]() -> Result<void> {
        BEBACK_TRY(at, body->intakePlace());
        return at->intake().discard(id, reason, QStringLiteral("system"));
    });
}

QFuture<Result<void>> Desk::watchFolder(QString path)
{
    return m_body->intake.run([body = m_body.get(), path]() -> Result<void> {
        BEBACK_TRY(at, body->intakePlace());
        if (!path.isEmpty() && !QFileInfo(path).isDir())
            return Error{Code::NotFound,
                         QCoreApplication::translate("beback", "There is no folder %1. Choose one that is there.").arg(path), {}};
        BEBACK_CHECK(at->setSetting(QStringLiteral("watched_folder"), path));
        body->watched = path;
        body->sweep();
        return {};
    });
}

} // namespace beback
