#pragma once

#include "core/desk/desk.h"
#include "ui/lead/touch_draft.h"

#include <QTimer>

namespace beback::ui {

// Keeps what is being entered on the disk, a moment after it was typed, so that a crash costs at most that moment.
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    explicit DraftKeeper(Desk &desk, QObject *parent = nullptr);

    void load(); // reads all that was kept
    std::optional<TouchDraft> draft(LeadId lead) const;
    void keep(LeadId lead, const TouchDraft &draft); // soon; an empty draft forgets
    void forget(LeadId lead);                        // at once
    // It is being saved, and what the disk has of it goes with that: what waits to be written comes no more, or it would come back
    // after a crash. Where saving fails: keepOn().
    void hold(LeadId lead);
    void keepOn(LeadId lead);
    void write();                                    // what is waiting, now

    static constexpr int DelayMs = 300;

Q_SIGNALS:
    void kept();
    void failed(const beback::Error &error);

private:
    void put(const QString &key, const QString &value);

    Desk &m_desk;
    QMap<QString, QString> m_kept, m_waiting;
    QTimer m_timer;
};

} // namespace beback::ui
