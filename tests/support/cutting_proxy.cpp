#include "tests/support/cutting_proxy.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace beback::test {

namespace {

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(uint16_t(port));
    return address;
}

void withoutDelay(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

bool writeAll(int socket, const char *bytes, size_t count)
{
    while (count > 0) {
        const ssize_t written = ::send(socket, bytes, count, MSG_NOSIGNAL);
        if (written <= 0)
            return false;
        bytes += written;
        count -= size_t(written);
    }
    return true;
}

} // namespace

CuttingProxy::CuttingProxy(int toPort) : m_toPort(toPort)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 64) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("the proxy of the tests cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

CuttingProxy::~CuttingProxy()
{
    m_leaving = true;
    m_thread.join();
    for (Pair &pair : m_pairs)
        close(pair, false);
    ::close(m_listener);
}

void CuttingProxy::cutAgainAndAgain(int cuts, unsigned seed, int most)
{
    const std::lock_guard lock(m_mutex);
    m_chance.seed(seed);
    m_most = most;
    m_left = cuts;
    m_allowed = long(m_chance() % unsigned(most)) + 1;
}

void CuttingProxy::cutNoMore()
{
    const std::lock_guard lock(m_mutex);
    m_left = 0;
}

// Bytes that may still pass; a negative number: any.
long CuttingProxy::untilCut()
{
    const std::lock_guard lock(m_mutex);
    return m_left > 0 ? m_allowed : -1;
}

void CuttingProxy::close(Pair &pair, bool roughly)
{
    if (roughly) { // a reset, not a goodbye
        const linger now{1, 0};
        ::setsockopt(pair.desk, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        ::setsockopt(pair.server, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    ::close(pair.desk);
    if (pair.server >= 0)
        ::close(pair.server);
    pair = Pair();
}

void CuttingProxy::accept()
{
    Pair pair;
    pair.desk = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (pair.desk < 0)
        return;
    if (m_down) {
        ::close(pair.desk);
        return;
    }
    if (m_dumb) {
        m_pairs.push_back(pair);
        return;
    }
    pair.server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_toPort);
    if (::connect(pair.server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        close(pair, false);
        return;
    }
    withoutDelay(pair.desk);
    withoutDelay(pair.server);
    m_pairs.push_back(pair);
}

bool CuttingProxy::pass(int from, int to)
{
    std::array<char, 16384> bytes;
    const int pace = m_pace;
    const size_t most = pace > 0 ? std::clamp<size_t>(size_t(pace) / 50, 64, bytes.size()) : bytes.size();
    const ssize_t came = ::recv(from, bytes.data(), most, 0);
    if (came <= 0)
        return false;
    m_passed += came;
    if (pace > 0)
        ::usleep(useconds_t(came * 1'000'000 / pace));
    const long allowed = untilCut();
    const bool cut = allowed >= 0 && came >= allowed;
    const bool passed = writeAll(to, bytes.data(), size_t(cut ? allowed - 1 : came));
    const std::lock_guard lock(m_mutex);
    if (!cut) {
        m_allowed -= allowed >= 0 ? came : 0;
        return passed;
    }
    ++m_cuts;
    if (m_left > 0) // else it was called off while this one was cut
        --m_left;
    m_allowed = long(m_chance() % unsigned(m_most)) + 1;
    return false;
}

bool CuttingProxy::drop(int from)
{
    std::array<char, 16384> bytes;
    return ::recv(from, bytes.data(), bytes.size(), 0) > 0;
}

bool CuttingProxy::fromDesk(const Pair &pair)
{
    return pair.server < 0 || pair.lost == Half::ToServer ? drop(pair.desk) : pass(pair.desk, pair.server);
}

// A server that heard goodbye leaves; the desk is not told, and waits for its answer until it gives up by itself.
bool CuttingProxy::fromServer(Pair &pair)
{
    if (pair.lost == Half::ToDesk)
        return drop(pair.server);
    if (pass(pair.server, pair.desk))
        return true;
    if (pair.lost == Half::None)
        return false;
    ::close(pair.server);
    pair.server = -1;
    return true;
}

void CuttingProxy::loseHalves()
{
    const Half half = m_half.exchange(Half::None);
    for (Pair &pair : m_pairs) {
        if (half == Half::None || pair.lost != Half::None || pair.server < 0)
            continue;
        pair.lost = half;
        ::shutdown(half == Half::ToDesk ? pair.desk : pair.server, SHUT_WR);
    }
}

void CuttingProxy::run()
{
    while (!m_leaving) {
        if (m_down) {
            for (Pair &pair : m_pairs)
                close(pair, true);
            m_pairs.clear();
        }
        loseHalves();
        std::vector<pollfd> watched{{m_listener, POLLIN, 0}};
        for (const Pair &pair : m_pairs) {
            watched.push_back({pair.desk, short(POLLIN | POLLRDHUP), 0});
            watched.push_back({m_held ? -1 : pair.server, POLLIN, 0});
        }
        if (::poll(watched.data(), nfds_t(watched.size()), 20) <= 0)
            continue;
        for (size_t i = 0; i < m_pairs.size(); ++i) {
            Pair &pair = m_pairs[i];
            const bool said = watched[1 + 2 * i].revents != 0, answered = watched[2 + 2 * i].revents != 0;
            const int before = m_cuts;
            if (m_pace > 0 && (watched[1 + 2 * i].revents & POLLRDHUP)) {
                close(pair, true); // what was on its way when the desk gave up never arrives
                continue;
            }
            if ((said && !fromDesk(pair)) || (answered && !fromServer(pair)))
                close(pair, m_cuts != before && before % 2 == 0); // every other cut without a goodbye
        }
        std::erase_if(m_pairs, [](const Pair &pair) { return pair.desk < 0; });
        if (watched.front().revents)
            accept();
    }
}

} // namespace beback::test
