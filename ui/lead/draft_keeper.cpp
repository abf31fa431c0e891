#include "ui/lead/draft_keeper.h"

#include "core/desk/deliver.h"

namespace beback::ui {

DraftKeeper::DraftKeeper(Desk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(DelayMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::write);
}

void DraftKeeper::load()
{
    deliver(m_desk.drafts(), this, [this](const Result<QMap<QString, QString>> &drafts) {
        if (drafts)
            m_kept = *drafts;
        else
            Q_EMIT failed(drafts.error());
    });
}

std::optional<TouchDraft> DraftKeeper::draft(LeadId lead) const
{
    const QString text = m_kept.value(TouchDraft::key(lead));
    return text.isEmpty() ? std::nullopt : std::optional(TouchDraft::fromText(text));
}

void DraftKeeper::keep(LeadId lead, const TouchDraft &draft)
{
    const QString key = TouchDraft::key(lead);
    const QString value = draft.isEmpty() ? QString() : draft.toText();
    if (m_kept.value(key) == value)
        return;
    put(key, value);
    m_waiting.insert(key, value);
    if (!m_timer.isActive())
        m_timer.start();
}

void DraftKeeper::forget(LeadId lead)
{
    const QString key = TouchDraft::key(lead);
    if (!m_kept.contains(key))
        return;
    m_kept.remove(key);
    m_waiting.insert(key, QString());
    write();
}

void DraftKeeper::hold(LeadId lead)
{
    m_waiting.remove(TouchDraft::key(lead));
}

void DraftKeeper::keepOn(LeadId lead)
{
    const QString key = TouchDraft::key(lead);
    if (!m_kept.contains(key))
        return;
    m_waiting.insert(key, m_kept.value(key));
    write();
}

void DraftKeeper::write()
{
    m_timer.stop();
    const QMap<QString, QString> waiting = std::exchange(m_waiting, {});
    for (auto it = waiting.cbegin(); it != waiting.cend(); ++it)
        deliver(m_desk.keepDraft(it.key(), it.value()), this, [this](const Result<void> &done) {
            if (done)
                Q_EMIT kept();
            else
                Q_EMIT failed(done.error());
        });
}

void DraftKeeper::put(const QString &key, const QString &value)
{
    if (value.isEmpty())
        m_kept.remove(key);
    else
        m_kept.insert(key, value);
}

} // namespace beback::ui
