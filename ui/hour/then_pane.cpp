#include "ui/hour/then_pane.h"

#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

QString reasonOf(const QueueItem &item)
{
    QStringList parts;
    for (const QueueItem::Reason &reason : item.reasons.mid(0, 2))
        parts << reason.text;
    return parts.isEmpty() ? item.vehicle : parts.join(QStringLiteral(", "));
}

} // namespace

QString othersText(const QStringList &names)
{
    if (names.isEmpty())
        return {};
    if (names.size() == 1)
        return ThenPane::tr("%1 is in the hour, too.").arg(names.first());
    const QString first = names.mid(0, names.size() - 1).join(QStringLiteral(", "));
    return ThenPane::tr("%1 and %2 are in the hour, too.").arg(first, names.last());
}

ThenPane::ThenPane(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 22, 18, 22);
    column->setSpacing(0);
    m_head = new TextLabel(tr("Then"), Type::Overline, Ink::Muted);
    column->addWidget(m_head);
    m_rows = new QWidget;
    m_column = new QVBoxLayout(m_rows);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    column->addWidget(m_rows);
    m_more = new TextLabel(Type::Label, Ink::Muted);
    m_more->setContentsMargins(0, 8, 0, 0);
    m_more->setWordWrap(true);
    m_more->setObjectName(QStringLiteral("hour.more"));
    column->addWidget(m_more);
    column->addStretch(1);
    m_others = new TextLabel(Type::Label, Ink::Muted);
    m_others->setWordWrap(true);
    column->addWidget(m_others);
    show({}, {});
}

QWidget *ThenPane::row(const QueueItem &item, bool last) const
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 9, 0, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    auto *name = new ElidedLabel(Type::Strong);
    name->setText(item.name);
    auto *reason = new ElidedLabel(Type::Label, Ink::Muted);
    reason->setText(reasonOf(item));
    grid->addWidget(new IconLabel(item.medium), 0, 0, Qt::AlignTop);
    grid->addWidget(name, 0, 1);
    grid->addWidget(reason, 1, 1);
    grid->setColumnStretch(1, 1);
    if (last)
        return box;
    grid->setContentsMargins(0, 9, 0, 0);
    grid->setRowMinimumHeight(2, 8);
    grid->addWidget(new Rule, 3, 0, 1, 2);
    return box;
}

void ThenPane::show(const QVector<QueueItem> &list, CustomerId inHand)
{
    QVector<QueueItem> then = list;
    then.removeIf([inHand](const QueueItem &item) { return item.customer == inHand || item.mine; });
    const QVector<QueueItem> shown = then.mid(0, Shown);
    const int more = int(then.size() - shown.size());
    m_more->setText(then.isEmpty() ? tr("Nobody else may be contacted now. The list fills by itself.")
                    : more > 0     ? tr("%n more in this hour", nullptr, more)
                                   : QString());
    if (shown == m_shown)
        return;
    m_shown = shown;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < shown.size(); ++i)
        m_column->addWidget(row(shown[i], i == shown.size() - 1));
}

void ThenPane::setOthers(const QStringList &names)
{
    m_others->setText(othersText(names));
}

} // namespace beback::ui
