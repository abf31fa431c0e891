#include "ui/away/trip_pane.h"

#include "ui/away/away_words.h"
#include "ui/queue/due_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/entry_list.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace beback::ui {

namespace {

constexpr int Wide = 640, ListHigh = 210;

TextLabel *said(const char *name, QVBoxLayout *column)
{
    auto *label = new TextLabel(Type::Label, Ink::Muted);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    column->addWidget(label);
    return label;
}

} // namespace

TripPane::TripPane(QWidget *host, const QString &zone) : Pane(host, tr("What is with you"), tr("Open")), m_zone(zone)
{
    setObjectName(QStringLiteral("trip.pane"));
    setWide(Wide);
    setSafe(tr("Close"));
    m_part = new Banner(Tone::Warning);
    m_part->setObjectName(QStringLiteral("trip.part"));
    m_part->button()->setObjectName(QStringLiteral("trip.goon"));
    m_part->hide();
    m_dialling = new Banner(Tone::Warning);
    m_dialling->setObjectName(QStringLiteral("trip.nodialling"));
    m_dialling->hide();
    m_list = new EntryList("trip.list", tr("Who is along, in the order they are handed out now"));
    m_list->setFixedHeight(scaled(ListHigh));
    for (QWidget *part : {static_cast<QWidget *>(m_part), static_cast<QWidget *>(m_dialling), static_cast<QWidget *>(m_list)})
        body()->addWidget(part);
    m_optOuts = said("trip.optouts", body());
    m_waiting = said("trip.waiting", body());
    m_cannot = said("trip.cannot", body());
    m_end = new LinkButton(tr("End the trip now"));
    m_end->setObjectName(QStringLiteral("trip.end"));
    body()->addWidget(m_end, 0, Qt::AlignLeft);
    connect(this, &Pane::doAsked, this, &TripPane::openChosen);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &TripPane::openChosen);
    connect(m_end, &LinkButton::clicked, this, &TripPane::endAsked);
    connect(m_part, &Banner::acted, this, &TripPane::goOnAsked);
    connect(m_part, &Banner::linkActivated, this, &TripPane::giveBackRestAsked);
}

void TripPane::show(const AwayView &view, bool isAway, bool isTaking, Instant now)
{
    setSentence(away_words::headOf(view, m_zone, now));
    showPart(view, isAway, isTaking);
    m_dialling->setText(tr("Calls and texts wait"), view.noDialling);
    m_dialling->setVisible(isAway && !view.noDialling.isEmpty());
    if (!m_isShown || m_carried != view.carried) {
        m_carried = view.carried;
        QVector<EntryList::Entry> entries;
        for (const QueueItem &item : std::as_const(m_carried)) {
            EntryList::Entry entry;
            entry.id = item.customer.toString();
            entry.title = item.vehicle.isEmpty() ? item.name : tr("%1, %2").arg(item.name, item.vehicle);
            entry.beside = dueText(item, now, m_zone, std::nullopt);
            entry.below = away_words::stepOf(item);
            entries << entry;
        }
        m_list->setEntries(entries, m_list->currentId());
    }
    m_isShown = true;
    m_list->setVisible(!m_carried.isEmpty());
    m_optOuts->setText(away_words::optOutsOf(view, now));
    m_optOuts->setVisible(isAway && view.noDialling.isEmpty());
    m_waiting->setText(away_words::waitingOf(view, m_zone, now));
    m_cannot->setText(tr("Until you are back: %1").arg(view.cannot.join(QLatin1Char(' '))));
    m_cannot->setVisible(isAway);
    m_end->setVisible(view.trip.has_value());
    m_end->setEnabled(!isAway);
    m_end->setText(isAway ? tr("The trip can be ended when the shared database answers") : tr("End the trip now"));
    doer()->setBlocked(m_carried.isEmpty() ? tr("Nobody is along.") : QString());
}

// Broken off while histories were brought.
void TripPane::showPart(const AwayView &view, bool isAway, bool isTaking)
{
    const bool isPart = view.trip && !view.trip->isWhole();
    m_part->setVisible(isPart);
    if (!isPart)
        return;
    m_part->setTone(isTaking ? Tone::Info : Tone::Warning);
    m_part->setText(away_words::partOf(*view.trip),
                    isTaking ? tr("The others are brought.")
                    : isAway ? tr("The line broke before the others came. They come when the shared database answers again; until then nobody works them.")
                             : tr("The others are leased to you, and their histories are not here yet."));
    m_part->setButton(isTaking || isAway ? QString() : tr("Go on"));
    m_part->setLink(isTaking || isAway ? QString() : tr("Give the rest back"));
}

void TripPane::openChosen()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_carried.size())
        return;
    const QueueItem chosen = m_carried[row];
    finish();
    Q_EMIT openAsked(chosen.customer, chosen.lead);
}

void TripPane::showProblem(const Error &error)
{
    setProblem(tr("That has to wait"), error.message);
}

} // namespace beback::ui
