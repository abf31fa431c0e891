#pragma once

#include "judge.h"

#include <QJsonObject>
#include <QString>

namespace beback::sim {

// What came of one policy.
struct Score {
    QString name;
    int leads = 0;
    double paidHours = 0;  // of all agents, idle ones too: what the hundred hours are counted in
    double busyHours = 0;
    int appointments = 0;  // leads for which one was agreed; a second one after a missed visit does not count again
    int shown = 0, sold = 0;
    int reached = 0;       // leads that ever spoke with us or wrote
    int stopped = 0;       // leads that asked to hear no more
    std::array<int, 4> touches{}; // call text email note
    int talks = 0;         // touches in which they spoke with us
    int replies = 0;       // of theirs, stops not counted
    std::array<int, 4> faults{}; // by Judge::Fault
    int withoutNextStep = 0;
    int givenUp = 0;       // open leads the policy would never touch again
    int differences = 0;   // between the store's derived rows and its history; -1: not looked at

    double appointmentsPer100h() const;
    double reachedShare() const;
    double optoutsPer1000() const;
    double idleHours() const;
    int violations() const;
    int allTouches() const;
};

QJsonObject toJson(const Score &score);
// An aligned table, a policy a line.
QString toTable(const QVector<Score> &scores);

} // namespace beback::sim
