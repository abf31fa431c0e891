#include "ui/away/take_pane.h"

#include "ui/away/away_words.h"
#include "ui/queue/due_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTreeWidget>

#include <algorithm>

namespace beback::ui {

namespace {

constexpr int Wide = 680, ListHigh = 176, StepWide = 220, WhenWide = 110;

QSpinBox *spin(const char *name, int least, int most, int value)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

} // namespace

TakePane::TakePane(QWidget *host, const QueuePage &queue, const AwayView &away, const QString &zone, Instant now)
    : Pane(host, tr("Take leads along"), {}), m_zone(zone), m_now(now)
{
    setObjectName(QStringLiteral("take.pane"));
    setWide(Wide);
    setSentence(tr("To a tent sale, a visit, or wherever there is no network. Nobody else is handed them until you are back or the time is over."));
    m_progress = new Banner(Tone::Info);
    m_progress->setObjectName(QStringLiteral("take.progress"));
    m_progress->hide();
    body()->addWidget(m_progress);
    buildNumbers();
    buildList(queue);
    buildWarnings(away);
    connect(m_leads, &QSpinBox::valueChanged, this, &TakePane::tickFirst);
    connect(m_hours, &QSpinBox::valueChanged, this, &TakePane::showCount);
    connect(this, &Pane::doAsked, this, &TakePane::ask);
    doer()->setGlyph(QStringLiteral("computer-laptop"));
    tickFirst(m_leads->value());
}

void TakePane::buildNumbers()
{
    QHBoxLayout *row = addRow();
    m_leads = spin("take.leads", 1, MostAlong, Usual);
    m_hours = spin("take.hours", 1, MostHours, UsualHours);
    addField(tr("How many leads, at most %1").arg(MostAlong), m_leads, row);
    addField(tr("For how many hours, at most %1").arg(MostHours), m_hours, row);
    m_until = new TextLabel(Type::Strong);
    m_until->setObjectName(QStringLiteral("take.until"));
    row->addWidget(m_until, 0, Qt::AlignBottom);
}

// Whoever is with somebody now cannot be taken, and whoever is in hand is along anyway.
void TakePane::buildList(const QueuePage &queue)
{
    for (const QueueItem &item : queue.next)
        if (item.heldBy.isEmpty() && !item.mine && m_rows.size() < MostAlong)
            m_rows << item;
    m_list = new QTreeWidget;
    m_list->setObjectName(QStringLiteral("take.list"));
    m_list->setAccessibleName(tr("Who would be taken, in the order of the queue"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFixedHeight(scaled(ListHigh));
    m_list->setHeaderLabels({tr("Lead"), tr("Next step"), tr("When")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->resizeSection(1, scaled(StepWide));
    m_list->header()->resizeSection(2, scaled(WhenWide));
    for (const QueueItem &item : std::as_const(m_rows)) {
        const QString who = item.vehicle.isEmpty() ? item.name : tr("%1, %2").arg(item.name, item.vehicle);
        auto *row = new QTreeWidgetItem(m_list, {who, away_words::stepOf(item), dueText(item, m_now, m_zone, std::nullopt)});
        row->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
        row->setCheckState(0, Qt::Unchecked);
        row->setToolTip(0, who);
        row->setToolTip(1, row->text(1));
    }
    m_more = new TextLabel(Type::Label, Ink::Muted);
    m_more->setObjectName(QStringLiteral("take.more"));
    m_more->setWordWrap(true);
    body()->addWidget(m_list);
    m_list->setVisible(!m_rows.isEmpty()); // not before it has a place
    body()->addWidget(m_more);
    connect(m_list, &QTreeWidget::itemChanged, this, [this] {
        if (!m_isTicking)
            showCount();
    });
}

void TakePane::buildWarnings(const AwayView &away)
{
    auto *cannot = new TextLabel(tr("Away: %1").arg(away.cannot.join(QLatin1Char(' '))), Type::Label, Ink::Muted);
    cannot->setObjectName(QStringLiteral("take.cannot"));
    cannot->setWordWrap(true);
    body()->addWidget(cannot);
    if (!away.isInTheClear())
        return;
    auto *disk = new Banner(Tone::Warning);
    disk->setObjectName(QStringLiteral("take.disk"));
    disk->setText(tr("Neither this desk's file nor the disk is encrypted"),
                  tr("Whoever finds this computer can read names, numbers and what was said. Beback encrypts its file where the computer has a keyring "
                     "that answers, with the next start; else encrypt the disk, or keep the computer with you and take few."));
    body()->addWidget(disk);
}

void TakePane::tickFirst(int count)
{
    m_isTicking = true;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        m_list->topLevelItem(i)->setCheckState(0, i < count ? Qt::Checked : Qt::Unchecked);
    m_isTicking = false;
    showCount();
}

int TakePane::ticked() const
{
    int count = 0;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        count += m_list->topLevelItem(i)->checkState(0) == Qt::Checked;
    return count;
}

QVector<LeadId> TakePane::named() const
{
    QVector<LeadId> leads;
    bool isFirst = true, gap = false;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const bool on = m_list->topLevelItem(i)->checkState(0) == Qt::Checked;
        isFirst = isFirst && !(on && gap);
        gap = gap || !on;
        if (on)
            leads << m_rows[i].lead;
    }
    const bool asManyAsWished = leads.size() == std::min<qsizetype>(m_leads->value(), m_rows.size());
    return isFirst && asManyAsWished ? QVector<LeadId>() : leads;
}

void TakePane::showCount()
{
    m_until->setText(away_words::untilText(m_hours->value(), m_now, m_zone));
    const int count = ticked();
    doer()->setText(count == 0 ? tr("Take leads along") : tr("Take %n leads along", nullptr, count));
    doer()->setBlocked(count > 0 ? QString() : m_rows.isEmpty() ? tr("Nobody is in your queue.") : tr("Choose at least one."));
    const int wished = m_leads->value();
    m_more->setText(m_rows.isEmpty()          ? tr("Nobody is in your queue, so there is nobody to take along.")
                    : wished > m_rows.size() ? tr("Only %n are in your queue now; who becomes due until then comes besides.", nullptr, int(m_rows.size()))
                                             : tr("Space takes one off, or on. Their whole history, plans, words and rules come along."));
}

void TakePane::ask()
{
    if (m_isDone)
        return finish();
    if (doer()->isBlocked())
        return;
    setProblem({}, {});
    setBusy(true);
    for (QWidget *part : {static_cast<QWidget *>(m_leads), static_cast<QWidget *>(m_hours), static_cast<QWidget *>(m_list)})
        part->setEnabled(false);
    m_progress->setText(tr("Leasing them"), tr("The shared database is asked."));
    m_progress->show();
    const QVector<LeadId> leads = named();
    Q_EMIT takeAsked(leads.isEmpty() ? m_leads->value() : int(leads.size()), m_hours->value(), leads);
}

void TakePane::showProgress(const AwayView &view)
{
    if (m_progress->isHidden() || m_isDone || !view.trip || !view.trip->isGranted)
        return;
    m_progress->setText(away_words::partOf(*view.trip), tr("Their histories are brought. You may close this: it goes on by itself."));
}

void TakePane::showProblem(const Error &error)
{
    m_progress->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_leads), static_cast<QWidget *>(m_hours), static_cast<QWidget *>(m_list)})
        part->setEnabled(true);
    setProblem(tr("Nobody was taken along"), error.message);
}

void TakePane::showLeftBehind(const QString &took, const QStringList &sentences)
{
    m_isDone = true;
    m_progress->setText(took, tr("These stay here: %1").arg(sentences.join(QLatin1Char(' '))));
    doer()->setText(tr("Close"));
    setBusy(false);
}

} // namespace beback::ui
