#pragma once

#include "delay_line.h"
#include "dealership.h"

namespace bench {

// A line from a desk to the one server of this run, with a folder of its own in options.dir.
class LongLine
{
public:
    LongLine(const Options &options, const QString &name, DelayLine::Speed speed);

    beback::StoreUrl through(const beback::StoreUrl &url) const; // the same address, at the other end of the line
    DelayLine::Traffic traffic() const { return m_line->traffic(); }
    const QString &name() const { return m_name; }

    static LongLine plain(const Options &options) { return {options, QStringLiteral("plain line"), {}}; }
    // 200 ms there and back, 1 Mbit/s.
    static LongLine slow(const Options &options)
    {
        return {options, QStringLiteral("slow line"), {std::chrono::milliseconds(200), 1'000'000 / 8}};
    }

private:
    QString m_name, m_serverFolder, m_folder;
    std::unique_ptr<DelayLine> m_line;
};

// "31 round trips, 412 kB sent, 1210 kB received"
QString inWords(const DelayLine::Traffic &traffic);

} // namespace bench
