#pragma once

namespace beback::exchange_sim {

// A program killed between a statement and its commit. While armed, the commits of this process's own files are counted; the one
// of the given number, and every one after it, is rolled back by SQLite's own commit hook, as if the process had gone away
// before it: what is left is the file as the commits before it made it. Thread: one at a time; needs no switch in the product.
class Death
{
public:
    static void watch();        // once a process, before the first file is opened
    static void arm(int commit); // from 1 on
    static bool happened();     // since it was armed
    static void disarm();
};

} // namespace beback::exchange_sim
