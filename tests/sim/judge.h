#pragma once

#include "world.h"

#include "core/base/clock.h"
#include "core/plan/rule_book.h"

#include <QVector>

#include <optional>

namespace beback::sim {

// Whether a touch was lawful and wanted, judged by where the customer truly is and by what really happened: it never asks
// mayContact() or the store, only the rules as they are written (RuleBook).
class Judge
{
public:
    enum class Fault { Stopped, Hours, Cap, SecondCall };
    static QString nameOf(Fault fault); // "after_stop" "hours" "cap" "second_call"

    // `placeOf`: of each person, an index into the world's places.
    Judge(const World &world, QVector<int> placeOf);

    // They asked to hear no more.
    void stopped(int person);
    // They wrote or called: one more call is what they want.
    void wrote(int person);
    // They asked for a call at that time: one more call on that day, or later.
    void promised(int person, Instant at);

    // What would be wrong with such a touch now; none: nothing.
    std::optional<Fault> wouldBe(int person, Medium medium, Instant at);
    bool isOpenAt(int place, Instant at); // calls and texts there, by the hours alone
    // It was made.
    void touched(int person, Medium medium, Instant at);

    int violations() const;
    int violations(Fault fault) const { return m_faults[size_t(fault)]; }

private:
    struct Record {
        bool stopped = false;
        bool mayCallOnceMore = false;
        std::optional<Instant> promised;
        QVector<std::pair<Instant, Medium>> touches; // calls and texts of the last two days
        QDate lastCall; // where they are
    };
    bool overCap(const Record &record, int place, Medium medium, Instant at) const;
    bool isAsked(const Record &record, const QString &zone, Instant at) const;

    const World &m_world;
    QVector<int> m_placeOf;
    QVector<Record> m_records;
    QVector<QVector<const ContactRule *>> m_caps; // by place
    std::array<int, 4> m_faults{};
    struct Asked {
        Instant at;
        bool open = false;
    };
    QVector<Asked> m_lastAsked; // by place: the same moment is asked about many people
};

} // namespace beback::sim
