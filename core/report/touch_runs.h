#pragma once

#include "core/report/report_facts.h"

#include <chrono>

namespace beback {

// Touches of one person that follow one another in a way worth a look. Facts with the cases to open, never a verdict: chance makes
// some of them. Only what the filters leave in is seen, so a run may be longer than it shows. Pure; any thread.

// A burst: at least so many touches, each made within so long after the one before. A phone rings every six seconds in North
// America: who lets it ring three times and then writes down what came of it needs longer than that for one call. Two or three so
// close may be a couple that was told at once. Messages whose words are kept are in none: prepared ones do go out that quickly. Rule of the house.
inline constexpr int BurstTouches = 4;
inline constexpr std::chrono::seconds BurstGap{20};

// A streak: at least so many calls in a row that ended alike, none of them answered. Where every other call ends so, chance begins
// one with one call in 8,192 (twelve alike, after one that was not); where more of them do, far sooner. Rule of the house.
inline constexpr int StreakCalls = 12;

// By whoever made them, in the order they happened: places in `touches`.
using TouchRun = QVector<qsizetype>;
// `touches`: by when they happened, as ReportFacts has them. The run that began first comes first.
QVector<TouchRun> burstsAmong(const QVector<TouchFact> &touches);
QVector<TouchRun> streaksAmong(const QVector<TouchFact> &touches);

} // namespace beback
