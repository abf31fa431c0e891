#include "ui/lead/point_rows.h"

#include "ui/widgets/card.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QMenu>

namespace beback::ui {

PointRows::PointRows(QWidget *parent) : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_none = new QWidget;
    auto *line = new QHBoxLayout(m_none);
    line->setContentsMargins(0, 6, 0, 6);
    line->addWidget(new TextLabel(tr("No number and no address is known."), Type::Body, Ink::Muted));
    auto *add = new LinkButton(tr("Add one"));
    add->setType(Type::Body);
    connect(add, &LinkButton::clicked, this, &PointRows::addAsked);
    line->addWidget(add);
    line->addStretch();
    m_column->addWidget(m_none);
}

void PointRows::setKeys(const Keys &keys)
{
    m_keys = keys;
    arrange();
}

void PointRows::show(const LeadView &view)
{
    m_view = view;
    arrange();
}

void PointRows::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (PointRow *row : std::as_const(m_rows))
        row->setReadOnly(readOnly);
}

void PointRows::setQuiet(bool quiet)
{
    if (m_quiet == quiet)
        return;
    m_quiet = quiet;
    arrange();
}

void PointRows::arrange()
{
    // Rows are kept as long as their number stays: a change of facts must not move the focus.
    const qsizetype wanted = m_view.points.size();
    while (m_rows.size() > wanted)
        delete m_rows.takeLast();
    while (m_rows.size() < wanted) {
        auto *row = new PointRow;
        m_column->addWidget(row);
        m_rows << row;
        connect(row, &PointRow::callAsked, this, [this, row] { Q_EMIT callAsked(row->view()); });
        connect(row, &PointRow::writeAsked, this, [this, row](Medium medium) { Q_EMIT writeAsked(medium, row->view()); });
        connect(row, &PointRow::menuAsked, this, [this, row](const QPoint &at) { openMenu(row, at); });
    }
    m_none->setVisible(m_rows.isEmpty());
    // The handwritten note stands beside the first e-mail address, where there is room, else in the last row.
    qsizetype noteAt = wanted - 1;
    for (qsizetype i = wanted; i-- > 0;)
        if (m_view.points[i].point.type == ContactPoint::Type::Email)
            noteAt = i;
    m_noteRow = int(noteAt);
    bool phoneSeen = false, mailSeen = false;
    for (qsizetype i = 0; i < wanted; ++i) {
        const PointView &point = m_view.points[i];
        const bool phone = point.point.type == ContactPoint::Type::Phone;
        PointRow::Offer offer;
        const bool usable = phone ? point.call.allowed() || point.text.allowed() : point.email.allowed();
        offer.first = usable && !(phone ? phoneSeen : mailSeen);
        (phone ? phoneSeen : mailSeen) |= usable;
        offer.note = i == noteAt;
        if (!m_quiet && point.offered && m_view.step && m_view.step->medium != Medium::Note)
            offer.primary = m_view.step->medium;
        if (!m_quiet && offer.note && m_view.step && m_view.step->medium == Medium::Note)
            offer.primary = Medium::Note;
        offer.callKey = m_keys.call;
        offer.textKey = m_keys.text;
        offer.emailKey = m_keys.email;
        offer.noteKey = m_keys.note;
        m_rows[i]->show(point, offer);
        m_rows[i]->setReadOnly(m_readOnly);
    }
}

void PointRows::setOnCall(const QString &pointKey, const QString &elapsed)
{
    for (PointRow *row : std::as_const(m_rows))
        row->setOnCall(!pointKey.isEmpty() && row->view().point.key() == pointKey ? elapsed : QString());
}

KeyButton *PointRows::primaryButton() const
{
    if (!m_view.step)
        return nullptr;
    for (PointRow *row : m_rows)
        if (row->view().offered && m_view.step->medium != Medium::Note)
            return row->button(m_view.step->medium);
    return m_rows.isEmpty() ? nullptr : m_rows[std::clamp(m_noteRow, 0, int(m_rows.size()) - 1)]->button(m_view.step->medium);
}

const PointView *PointRows::pointFor(Medium medium) const
{
    const auto permission = [medium](const PointView &p) {
        return medium == Medium::Call ? p.call : medium == Medium::Email ? p.email : p.text;
    };
    const auto fits = [medium](const PointView &p) {
        return (p.point.type == ContactPoint::Type::Email) == (medium == Medium::Email) && !p.point.value.isEmpty();
    };
    const PointView *first = nullptr;
    for (const PointView &point : m_view.points) {
        if (medium == Medium::Note)
            return &point;
        if (!fits(point) || !permission(point).allowed())
            continue;
        if (point.offered)
            return &point;
        if (!first)
            first = &point;
    }
    return first;
}

void PointRows::openMenu(PointRow *row, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const PointView point = row->view();
    const bool phone = point.point.type == ContactPoint::Type::Phone;
    menu->addAction(phone ? tr("Change this number…") : tr("Change this address…"), this, [this, point] { Q_EMIT editAsked(point); });
    menu->addAction(tr("Add a number or address…"), this, [this] { Q_EMIT addAsked(); });
    menu->addSeparator();
    menu->addAction(tr("They asked not to be contacted here…"), this, [this, point] { Q_EMIT refuseAsked(point); });
    menu->addAction(phone ? tr("Remove this number…") : tr("Remove this address…"), this, [this, point] { Q_EMIT removeAsked(point); });
    menu->popup(at);
}

} // namespace beback::ui
