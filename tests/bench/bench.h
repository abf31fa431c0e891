#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include <chrono>
#include <functional>

namespace bench {

struct Options {
    bool full = false;   // 1,000,000 leads, imports of 100,000, a CSV of 1 GB; else a tenth and less
    QString dir;         // where stores are built and kept for the next run
    QStringList only;    // goals by the first letters of their name; empty: all
    QString beback;      // the program

    int leads() const { return full ? 1000000 : 100000; }
    int imported() const { return full ? 100000 : 10000; }
};

// One goal: a line of the report. `ratio` is what the goal speaks of, whichever way round that is.
struct Goal {
    QString name;
    QString ours, floor;      // with their units
    double ratio = 0;
    QString wanted;           // ">= 0.5 x floor"
    bool reached = false;
};
void print(const Goal &goal);

using Seconds = double;
Seconds timeOf(const std::function<void()> &work);
double median(QVector<double> values);
double percentile(QVector<double> values, double share); // share 0.99: p99

QString perSecond(double rate);
QString duration(Seconds seconds); // "1.2 µs", "34 ms"

// One file a goal, or a few that belong together. Each builds what it needs, measures ours and the floor by turns, and
// prints. They throw std::runtime_error when something fails: a benchmark that did not run has no result.
void claimAndRecord(const Options &options);
void pickNext(const Options &options);
void listPage(const Options &options);
void openCustomer(const Options &options);
void planAnew(const Options &options);
void checkWords(const Options &options);
void drawCharts(const Options &options);
void searchFragments(const Options &options);
void importAdf(const Options &options);
void importCsv(const Options &options);
void importMemory(const Options &options);
void startWindow(const Options &options);
void drawOnScreen(const Options &options);
// Many desks on one PostgreSQL server, which the first of these starts.
void sharedClaim(const Options &options);
void sharedRecord(const Options &options);
void sharedLive(const Options &options);
void sharedPush(const Options &options);
void sharedRights(const Options &options);
void sharedOpen(const Options &options);
void sharedLine(const Options &options);
// Going away with some of it, and coming back.
void checkOut(const Options &options);
void comeBack(const Options &options);
void carryMuch(const Options &options);

} // namespace bench
