#include "ui/shell/alert_watch.h"

#include "core/desk/deliver.h"

namespace beback::ui {

namespace {

constexpr int SoonMs = 60;     // changes that come together are looked at once
constexpr int PollMs = 20'000; // whatever was not told

} // namespace

AlertWatch::AlertWatch(Desk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(SoonMs);
    m_poll.setInterval(PollMs);
    connect(&m_soon, &QTimer::timeout, this, &AlertWatch::look);
    connect(&m_poll, &QTimer::timeout, this, &AlertWatch::look);
    connect(&m_desk, &Desk::changed, this, [this] {
        if (m_on && !m_soon.isActive())
            m_soon.start();
    });
}

void AlertWatch::begin(const Agent &agent)
{
    m_login = agent.login;
    m_on = agent.role == QLatin1String("manager");
    if (!m_on)
        return;
    m_poll.start();
    look();
}

void AlertWatch::end()
{
    m_on = false;
    m_soon.stop();
    m_poll.stop();
    m_open.clear();
    m_answered.clear();
    Q_EMIT changed();
}

void AlertWatch::look()
{
    if (!m_on)
        return;
    if (m_asked) {
        m_again = true;
        return;
    }
    m_asked = true;
    deliver(m_desk.alerts(), this, [this](const Result<QVector<AlertOnDesk>> &alerts) {
        m_asked = false;
        if (std::exchange(m_again, false) && m_on)
            m_soon.start();
        if (!m_on || !alerts)
            return; // the strip says what is wrong with the line; the next look comes by itself
        lookAtAnswered(*alerts);
        QVector<AlertOnDesk> open = *alerts;
        open.removeIf([](const AlertOnDesk &one) { return !one.alert.isOpen(); });
        if (open == m_open)
            return;
        const QVector<AlertOnDesk> before = std::exchange(m_open, open);
        for (const AlertOnDesk &one : std::as_const(m_open))
            if (std::none_of(before.cbegin(), before.cend(), [&](const AlertOnDesk &known) { return known.alert.event == one.alert.event; }))
                Q_EMIT raised(one);
        Q_EMIT changed();
    });
}

void AlertWatch::lookAtAnswered(const QVector<AlertOnDesk> &alerts)
{
    for (const AlertOnDesk &one : alerts)
        if (!one.alert.isOpen() && one.alert.answeredBy != m_login && m_answered.remove(one.alert.event)) // theirs may come in later
            Q_EMIT overtaken(one);
}

} // namespace beback::ui
