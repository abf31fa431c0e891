#pragma once

#include "core/base/random.h"
#include "core/demo/material.h"
#include "core/plan/starter_plans.h"
#include "rows.h"

namespace bench {

// Made-up leads, the same ones every time: events in bulk, and every derived row computed from them by the program's own
// fold, so that `beback check` finds no difference. Their numbers are those of no country.
class LeadMaker
{
public:
    struct How {
        beback::Instant now;        // they arrived in the 300 days before
        double meanTouches = 1.6;
        bool halfByEmail = false;   // every other one has no phone, so may be contacted at any hour
        int lively = -1;            // so many; all others arrived years ago and were closed within months. -1: all of them
        int workers = 1;            // who made the touches: "bench", or "desk1" … where there are several, who also promise a call, follow
                                    // a guide, use prepared words, leave steps out, and see people come in
    };
    explicit LeadMaker(const How &how);

    std::vector<TableRow> customer(int index); // events first
    beback::OriginId origin() const { return m_origin; }
    qint64 lastN() const { return m_n; }
    qint64 lastHlc() const { return m_hlc; }

private:
    template <class List> const auto &pick(const List &list) { return list.at(qsizetype(m_random.below(quint64(list.size())))); }
    beback::Event event(beback::EventKind kind, beback::Instant at);
    beback::Instant arrival(bool lively);
    QString worker();
    beback::LeadDraft lead(int index);
    void remark(beback::Event &touch, int number) const;
    beback::Event touch(const QVector<beback::Event> &before, const beback::LeadDraft &draft, beback::Instant until, int number, int of);
    std::vector<TableRow> rowsOf(QVector<beback::Event> events);

    How m_how;
    beback::SeededRandom m_random;
    beback::demo::Material m_material;
    beback::PlanBook m_plans;
    beback::OriginId m_origin;
    qint64 m_n = 0, m_hlc = 0;
    const QStringList m_zones{QStringLiteral("America/Chicago"), QStringLiteral("America/Chicago"),
                              QStringLiteral("America/Denver"), QStringLiteral("America/New_York"),
                              QStringLiteral("America/Los_Angeles")};
};

} // namespace bench
