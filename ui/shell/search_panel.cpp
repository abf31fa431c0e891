#include "ui/shell/search_panel.h"

#include "core/time/wording.h"
#include "ui/shell/hit_delegate.h"
#include "ui/style/paint.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace beback::ui {

SearchPanel::SearchPanel(SearchField *field, QWidget *host) : QFrame(host), m_field(field)
{
    setObjectName(QStringLiteral("search.panel"));
    setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 6, 1, 6);
    column->setSpacing(4);
    m_head = new TextLabel(Type::Overline, Ink::Muted);
    m_head->setContentsMargins(12, 0, 12, 0);
    m_head->setWordWrap(true);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("search.hits"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_model = new QStandardItemModel(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    column->addWidget(m_head);
    column->addWidget(m_list, 1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(DelayMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { Q_EMIT sought(m_field->text().trimmed()); });
    connect(m_field, &SearchField::textChanged, this, [this](const QString &text) {
        if (text.trimmed().size() < 2) {
            m_timer.stop();
            hide();
        } else {
            m_timer.start();
        }
    });
    connect(m_field, &SearchField::moveRequested, this, &SearchPanel::move);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
    m_field->installEventFilter(this);
    host->installEventFilter(this);
    hide();
}

void SearchPanel::setZone(const QString &zone, const Clock *clock)
{
    m_zone = zone;
    m_clock = clock;
}

void SearchPanel::showHits(const QString &sought, const QVector<SearchHit> &hits)
{
    if (sought != m_field->text().trimmed())
        return;
    m_hits = hits;
    m_model->clear();
    for (const SearchHit &hit : hits) {
        auto *item = new QStandardItem(hit.name.isEmpty() ? tr("Name not known") : hit.name);
        QStringList where;
        for (const QString &part : {hit.phone, hit.email, hit.place})
            if (!part.isEmpty())
                where << part;
        item->setData(hit.vehicle.isEmpty() && !hit.stock.isEmpty() ? hit.stock
                      : hit.stock.isEmpty()                         ? hit.vehicle
                                                                    : tr("%1, %2").arg(hit.vehicle, hit.stock), HitDelegate::VehicleRole);
        item->setData(where.join(QStringLiteral("  ")), HitDelegate::WhereRole);
        item->setData(hit.status, HitDelegate::StatusRole);
        const bool touched = hit.lastTouch.us > 0 && m_clock;
        const QString last = touched ? wording::day(hit.lastTouch, m_zone, m_clock->now()) : QString();
        item->setData(last, HitDelegate::LastRole);
        item->setData(QStringList{hit.name, hit.vehicle, where.join(QStringLiteral(", ")), hit.status}.join(QStringLiteral(". ")), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_head->setText(hits.isEmpty() ? tr("Nobody found for “%1”. Try part of a name, the last digits of a number, or a stock number.").arg(sought)
                                   : hits.size() >= Most ? tr("The first %n, by likeness", nullptr, int(hits.size()))
                                                         : tr("%n found", nullptr, int(hits.size())));
    if (m_isAway)
        m_head->setText(m_head->text() + QLatin1Char(' ') + tr("Only people on this computer are found now."));
    m_list->setVisible(!hits.isEmpty());
    place();
    show();
    raise();
    if (!hits.isEmpty())
        m_list->setCurrentIndex(m_model->index(0, 0));
}

void SearchPanel::showProblem(const QString &sentence)
{
    m_hits.clear();
    m_model->clear();
    m_list->hide();
    m_head->setText(sentence);
    place();
    show();
    raise();
}

void SearchPanel::place()
{
    const int width = scaled(480);
    const QPoint corner = m_field->mapTo(parentWidget(), QPoint(0, m_field->height() + 8));
    const int x = std::clamp(corner.x() - (width - m_field->width()) / 2, 8, std::max(8, parentWidget()->width() - width - 8));
    const int rows = std::min<int>(int(m_hits.size()), 8);
    const int head = m_head->heightForWidth(width - 26) > 0 ? m_head->heightForWidth(width - 26) : m_head->sizeHint().height();
    const int height = head + 20 + rows * HitDelegate::rowHeight();
    setGeometry(x, corner.y(), width, std::min(height, parentWidget()->height() - corner.y() - 8));
}

void SearchPanel::move(int steps)
{
    if (m_hits.isEmpty())
        return;
    const int row = std::clamp(m_list->currentIndex().row() + steps, 0, int(m_hits.size()) - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void SearchPanel::take(int row)
{
    if (row < 0 || row >= m_hits.size())
        return;
    const SearchHit hit = m_hits[row];
    leave();
    Q_EMIT open(hit.customer, hit.lead);
}

void SearchPanel::leave()
{
    m_timer.stop();
    m_field->clear();
    hide();
    Q_EMIT left();
}

bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_field && event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        hide();
    if (watched == m_field && event->type() == QEvent::FocusIn && !m_hits.isEmpty() && !m_field->text().isEmpty())
        show();
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && isVisible()) {
            take(m_list->currentIndex().row());
            return true;
        }
        if (key == Qt::Key_Escape) {
            leave();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void SearchPanel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    paint::box(&p, rect(), Theme::current().surface, Theme::current().edge, metrics::RadiusCard);
}

} // namespace beback::ui
