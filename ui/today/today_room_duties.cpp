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

QString keptText(const DutyWord &kept, const QString &about, const QString &zone, Instant now)
{
    switch (kept.says) {
    case DutyWord::Says::Done: return TodayRoom::tr("Done.");
    case DutyWord::Says::LeftOut: return TodayRoom::tr("Left out; the reason is kept.");
    case DutyWord::Says::Set: break;
    }
    const QString due = wording::dayAndTime(kept.due, zone, now);
    return about.isEmpty() ? TodayRoom::tr("Set, due %1.").arg(due) : TodayRoom::tr("Set about %1, due %2.").arg(about, due);
}

} // namespace

void TodayRoom::showDuties()
{
    QSet<QString> listed;
    for (const Duty &duty : std::as_const(m_page.duties))
        listed.insert(duty.id);
    m_ended.intersect(listed);
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

// Pressed again before it is gone from the list, it is said already.
void TodayRoom::endDuty(const Duty &duty)
{
    if (m_ended.contains(duty.id))
        return;
    m_ended.insert(duty.id);
    DutyWord word;
    word.says = DutyWord::Says::Done;
    word.duty = duty.id;
    sayDuty(word, 0);
}

void TodayRoom::askDuty(const Duty *leftOut)
{
    ++m_sheetNumber;
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

bool TodayRoom::isOpen(int sheet) const
{
    return sheet > 0 && sheet == m_sheetNumber && m_sheet->isVisibleTo(this);
}

// Whom it is about is looked up by the name, as in the search of the window. Left meanwhile, nothing is set.
void TodayRoom::sayAbout(const DutyWord &word, const QString &about)
{
    if (about.isEmpty())
        return sayDuty(word, m_sheetNumber);
    deliver(m_desk.search(about, HitsAsked), this, [this, word, about, sheet = m_sheetNumber](const Result<QVector<SearchHit>> &hits) {
        if (!isOpen(sheet))
            return;
        if (!hits)
            return m_sheet->refuse(hits.error().message);
        if (hits->isEmpty())
            return m_sheet->refuse(tr("Nobody here is called “%1”. Write the name as it stands at the lead, or leave it empty.").arg(about));
        if (hits->size() > 1)
            return m_sheet->refuse(tr("Several fit: %1. Write more of the name, or the phone number.").arg(namesOf(*hits)));
        DutyWord known = word;
        known.lead = hits->first().lead;
        sayDuty(known, sheet, hits->first().name);
    });
}

// The desk takes one after the other, so that nothing pressed meanwhile is lost.
void TodayRoom::sayDuty(const DutyWord &word, int sheet, const QString &about)
{
    deliver(m_desk.sayDuty(word), this, [this, word, sheet, about](const Result<DutyWord> &kept) { dutySaid(word, sheet, about, kept); });
}

// The sheet that asked hears of it, and no other that was opened since.
void TodayRoom::dutySaid(const DutyWord &asked, int sheet, const QString &about, const Result<DutyWord> &kept)
{
    if (!kept) {
        m_ended.remove(asked.duty);
        if (isOpen(sheet))
            m_sheet->refuse(kept.error().message);
        else
            Q_EMIT said(kept.error().message);
        if (kept.error().code == Code::Conflict || kept.error().code == Code::NotFound)
            readPage(); // it looks otherwise by now
        return;
    }
    if (isOpen(sheet))
        m_sheet->leave();
    Q_EMIT said(keptText(*kept, about, m_zone, m_clock.now()));
    readPage();
}

} // namespace beback::ui
