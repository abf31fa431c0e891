#include "delay_line.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace bench {

namespace {

sockaddr_un at(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        throw std::runtime_error(path + " is too long for the name of a socket. Choose a shorter --dir.");
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

} // namespace

DelayLine::DelayLine(const std::string &serverFolder, const std::string &ownFolder, int port, Speed speed)
    : m_server(serverFolder + "/.s.PGSQL." + std::to_string(port)), m_own(ownFolder + "/.s.PGSQL." + std::to_string(port)),
      m_speed(speed)
{
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un address = at(m_own);
    ::unlink(m_own.c_str());
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 || ::listen(m_listener, 16) != 0)
        throw std::runtime_error("The long line cannot listen at " + m_own);
    m_thread = std::thread([this] { run(); });
}

DelayLine::~DelayLine()
{
    m_leaving = true;
    m_thread.join();
    for (const Pair &pair : m_pairs) {
        ::close(pair.out.from);
        ::close(pair.out.to);
    }
    ::close(m_listener);
    ::unlink(m_own.c_str());
}

void DelayLine::accept()
{
    const int desk = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (desk < 0)
        return;
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un address = at(m_server);
    if (::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(desk);
        ::close(server);
        return;
    }
    Pair pair;
    pair.out.from = pair.back.to = desk;
    pair.out.to = pair.back.from = server;
    m_pairs.push_back(std::move(pair));
}

// In pieces as a network carries them: the first arrive while the last still wait to leave.
size_t DelayLine::take(Way &way)
{
    constexpr ssize_t Packet = 1400;
    std::array<char, 65536> bytes;
    const ssize_t came = ::recv(way.from, bytes.data(), bytes.size(), 0);
    if (came <= 0) {
        way.ended = true;
        return 0;
    }
    for (ssize_t from = 0; from < came;) {
        const ssize_t size = m_speed.bytesPerSecond > 0 ? std::min(Packet, came - from) : came - from;
        way.free = std::max(way.free, Steady::now());
        if (m_speed.bytesPerSecond > 0)
            way.free += std::chrono::nanoseconds(std::int64_t(size) * 1'000'000'000 / m_speed.bytesPerSecond);
        way.onTheWay.push_back({way.free + m_speed.roundTrip / 2, std::string(bytes.data() + from, size_t(size))});
        from += size;
    }
    return size_t(came);
}

void DelayLine::takeBoth(Pair &pair, bool asked, bool answered)
{
    if (asked)
        if (const size_t bytes = take(pair.out)) {
            m_asked += std::int64_t(bytes);
            m_roundTrips += !std::exchange(pair.isAsking, true);
        }
    if (answered)
        if (const size_t bytes = take(pair.back)) {
            m_answered += std::int64_t(bytes);
            pair.isAsking = false;
        }
}

bool DelayLine::deliver(Way &way)
{
    while (!way.onTheWay.empty() && way.onTheWay.front().due <= Steady::now()) {
        const std::string &bytes = way.onTheWay.front().bytes;
        for (size_t sent = 0; sent < bytes.size();) {
            const ssize_t written = ::send(way.to, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (written <= 0)
                return false;
            sent += size_t(written);
        }
        way.onTheWay.pop_front();
    }
    return !(way.ended && way.onTheWay.empty());
}

int DelayLine::untilNext() const
{
    Steady::duration least = std::chrono::milliseconds(20);
    for (const Pair &pair : m_pairs)
        for (const Way *way : {&pair.out, &pair.back})
            if (!way->onTheWay.empty())
                least = std::min(least, way->onTheWay.front().due - Steady::now());
    // A millisecond too early rather than too late: then it is looked at again at once.
    return int(std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::milliseconds>(least).count()));
}

void DelayLine::run()
{
    while (!m_leaving) {
        std::vector<pollfd> watched{{m_listener, POLLIN, 0}};
        for (const Pair &pair : m_pairs) {
            watched.push_back({pair.out.ended ? -1 : pair.out.from, POLLIN, 0});
            watched.push_back({pair.back.ended ? -1 : pair.back.from, POLLIN, 0});
        }
        if (::poll(watched.data(), nfds_t(watched.size()), untilNext()) < 0)
            continue;
        for (size_t i = 0; i < m_pairs.size(); ++i)
            takeBoth(m_pairs[i], watched[1 + 2 * i].revents != 0, watched[2 + 2 * i].revents != 0);
        std::erase_if(m_pairs, [this](Pair &pair) {
            if (deliver(pair.out) && deliver(pair.back))
                return false;
            ::close(pair.out.from);
            ::close(pair.out.to);
            return true;
        });
        if (watched.front().revents)
            accept();
    }
}

} // namespace bench
