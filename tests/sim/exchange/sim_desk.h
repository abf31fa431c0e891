#pragma once

#include "core/desk/shared_place.h"
#include "sim_clock.h"

#include <QJsonArray>

namespace beback::exchange_sim {

// One computer of the simulation: its file in a folder of its own, its clocks, and the program on it, which may be killed.
class SimDesk
{
public:
    // `login`: whose; empty for a place where no computer stands yet. `truth` and `random` must outlive it.
    SimDesk(QString name, QString login, QString folder, const Instant &truth, Random &random);

    // Starts the program. `online`: it connects; else it works from its file.
    Result<void> open(const StoreUrl &shared, bool online);
    void kill() { m_place.reset(); }
    bool isThere() const { return m_place != nullptr; }
    SharedPlace &place() { return *m_place; }
    Workplace &own() { return m_place->own(); }
    Exchange &exchange() { return m_place->exchange(); }
    bool isOnline() const { return m_place && m_place->isOnline(); }

    // Its file, with everything that belongs to it, while the program does not run.
    void copyFileTo(const QString &folder) const;
    void takeFileFrom(const QString &folder);
    void removeFile();
    const QString &folder() const { return m_folder; }
    QString keptFolder() const { return m_folder + QStringLiteral(".kept"); }

    QString name, login;
    SimClock clock;
    struct Batch {
        OriginId origin;
        QJsonArray events;
    };
    std::optional<Batch> sentBefore; // that may arrive once more
    bool hasKept = false;     // there is a copy of its file
    bool isInTransaction = false; // its line is held up before a commit
    bool leasesCount = true;  // false: what it believes to hold may be from another state of a file or of the database
    OriginId noted;           // up to which own event what it recorded is in the model
    qint64 notedTo = 0;

private:
    QString m_folder;
    Random &m_random;
    std::unique_ptr<SharedPlace> m_place;
};

} // namespace beback::exchange_sim
