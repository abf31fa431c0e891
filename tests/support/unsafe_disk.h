#pragma once

#include <QString>

#include <functional>

namespace beback::test {

// A disk that fails, and whose power goes: between SQLite and the files of the stores that are opened while it is plugged in. It keeps
// what a store wrote apart from what it was promised to stand (with a sync), by the model of SQLite's own crash tests
// (https://www.sqlite.org/testing.html, "Crash Testing"): when the power goes, what was not synced is there, or not, or in part, sector by
// sector, in any order; what was synced stands. A new file is there from its first sync on, and what was deleted
// before that stays deleted, as SQLite syncs the folder with it. One thread, one store at a time.
class UnsafeDisk
{
public:
    enum class Act { Read, Write, Sync, Truncate, Open, Delete, Map, Lock };
    static constexpr int Acts = 8;
    static const char *nameOf(Act act);

    UnsafeDisk();  // every store opened from now on is on it
    ~UnsafeDisk(); // all of them have to be closed by then
    UnsafeDisk(const UnsafeDisk &) = delete;
    UnsafeDisk &operator=(const UnsafeDisk &) = delete;

    // From here on the n-th act of that kind fails (n from 1), and with `forGood` every later one of it. Full: a write fails for want of room.
    // Of a write that fails, the first half arrives.
    enum class Fault { Broken, Full };
    void failAt(Act act, int n, bool forGood, Fault fault = Fault::Broken);
    bool hasFailed() const; // did it come so far?
    void heal();

    // From here on: acts that change a file are counted, and at the n-th of them the power goes; from then on everything fails.
    void cutAt(int n);
    int changes() const;
    bool isOut() const;
    // Once every store is closed: leaves the files as they are found after the power went, and the disk sound again.
    void findAfterwards(quint64 seed);

    // A disk that says it has synced, and has not. What tests of power cuts have to notice.
    bool lies = false;
};

} // namespace beback::test
