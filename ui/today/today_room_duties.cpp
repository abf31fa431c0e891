// What managers have to do themselves, in the room of today: said here, and kept where all of them read it.
#include "core/desk/deliver.h"
#include "core/time/wording.h"
#include "ui/today/duties_list.h"
#include "ui/today/duty_row.h"
#include "ui/today/duty_sheet.h"
#include "ui/today/needs_list.h"
#include "ui/today/tiles.h"
#include "ui/today/today_room.h"
#include "ui/widgets/key_button.h"

#include <QApplication>

namespace beback::ui {

namespace {

constexpr int MostNamed = 3, HitsAsked = 8;

QString namesOf(const QVector<SearchHit> &hits)
{
    QStringList names;
    for (const SearchHit &hit : hits)
        names << hit.name;
    names.removeDuplicates();
    return names.mid(0, MostNamed).join(QStringLiteral(", "));
}

} // namespace

void TodayRoom::showDuties()
{
    m_duties->show(m_page.duties, m_zone, m_clock.now());
    m_duties->tabAfter(m_needs->tabAfter(m_tiles->lastStop()));
}

void TodayRoom::openDuty(const Duty &duty)
{
    switch (deedOf(duty)) {
    case DutyDeed::Look: return Q_EMIT lookAsked(duty.customer, duty.lead);
    case DutyDeed::ListLeads: return Q_EMIT leadsAsked(duty.text, duty.leads);
    case DutyDeed::Mend: return Q_EMIT roomAsked(QStringLiteral("leads-in"));
    case DutyDeed::ReadPage: return saveMondayPage();
    case DutyDeed::Nothing: break;
    }
}

void TodayRoom::endDuty(const Duty &duty)
{
    DutyWord word;
    word.says = DutyWord::Says::Done;
    word.duty = duty.id;
    sayDuty(word);
}

void TodayRoom::askDuty(const Duty *leftOut)
{
    m_opener = QApplication::focusWidget();
    m_needs->setVisible(false); // it gives way: a small screen has no room for both
    m_sheet->setNow(m_clock.now());
    if (leftOut)
        m_sheet->askWhy(*leftOut);
    else
        m_sheet->askNew(m_page.managers, m_page.manager, m_zone);
}

void TodayRoom::closeSheet()
{
    m_needs->setVisible(true);
    if (m_opener && m_opener->isVisible())
        m_opener->setFocus(Qt::OtherFocusReason);
    m_opener = nullptr;
}

// Whom it is about is looked up by the name, as in the search of the window.
void TodayRoom::sayAbout(const DutyWord &word, const QString &about)
{
    if (about.isEmpty())
        return sayDuty(word);
    if (m_saying)
        return;
    m_saying = true;
    deliver(m_desk.search(about, HitsAsked), this, [this, word, about](const Result<QVector<SearchHit>> &hits) {
        m_saying = false;
        if (!hits)
            return m_sheet->refuse(hits.error().message);
        if (hits->isEmpty())
            return m_sheet->refuse(tr("Nobody here is called “%1”. Write the name as it stands at the lead, or leave it empty.").arg(about));
        if (hits->size() > 1)
            return m_sheet->refuse(tr("Several fit: %1. Write more of the name, or the phone number.").arg(namesOf(*hits)));
        DutyWord known = word;
        known.lead = hits->first().lead;
        sayDuty(known);
    });
}

// One at a time: a second press waits for the first one's answer.
void TodayRoom::sayDuty(const DutyWord &word)
{
    if (m_saying)
        return;
    m_saying = true;
    deliver(m_desk.sayDuty(word), this, [this](const Result<DutyWord> &kept) {
        m_saying = false;
        const bool fromSheet = m_sheet->isVisibleTo(this);
        if (!kept) {
            if (fromSheet)
                m_sheet->refuse(kept.error().message);
            else
                Q_EMIT said(kept.error().message);
            if (kept.error().code == Code::Conflict || kept.error().code == Code::NotFound)
                readPage(); // it looks otherwise by now
            return;
        }
        if (fromSheet)
            m_sheet->leave();
        Q_EMIT said(kept->says == DutyWord::Says::Set    ? tr("Set, due %1.").arg(wording::dayAndTime(kept->due, m_zone, m_clock.now()))
                    : kept->says == DutyWord::Says::Done ? tr("Done.")
                                                         : tr("Left out; the reason is kept."));
        readPage();
    });
}

} // namespace beback::ui
