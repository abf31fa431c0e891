#include "ui/widgets/empty_state.h"

#include "ui/style/paint.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace beback::ui {

namespace {

constexpr int RowHigh = 32;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_heading(new TextLabel(Type::Name)), m_sentence(new TextLabel(Type::Body, Ink::Muted)),
      m_remark(new TextLabel(Type::Label, Ink::Muted)), m_rows(new QWidget), m_grid(new QGridLayout(m_rows)),
      m_bar(new QWidget), m_buttons(new QHBoxLayout(m_bar))
{
    m_heading->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    m_grid->setHorizontalSpacing(scaled(8));
    m_grid->setColumnStretch(1, 1);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->setSpacing(scaled(8));
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_remark);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(24), scaled(14), scaled(24), scaled(14));
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addSpacing(scaled(2));
    column->addWidget(m_sentence);
    column->addSpacing(scaled(10));
    column->addWidget(m_rows);
    column->addSpacing(scaled(10));
    column->addWidget(m_bar);
    column->addStretch(1);
}

void EmptyState::setText(const QString &heading, const QString &sentence)
{
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(heading);
    setAccessibleDescription(sentence);
}

void EmptyState::setRows(const QVector<Row> &rows)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < rows.size(); ++i)
        addRow(i, rows[i]);
    m_rows->setVisible(!rows.isEmpty());
}

void EmptyState::addRow(int index, const Row &row)
{
    const int line = 2 * index;
    m_grid->addWidget(new Rule, line, 0, 1, 4);
    m_grid->setRowMinimumHeight(line + 1, std::max(scaled(RowHigh), lineHeight(Type::Body) + scaled(14)));
    m_grid->addWidget(new IconLabel(row.icon, Ink::Muted), line + 1, 0);
    auto *text = new TextLabel(row.text);
    text->setWordWrap(true);
    m_grid->addWidget(text, line + 1, 1);
    auto *count = new TextLabel(row.count, Type::Strong);
    count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(count, line + 1, 2);
    if (!row.link.isEmpty()) {
        auto *link = new LinkButton(row.link);
        connect(link, &LinkButton::clicked, this, [this, index] { Q_EMIT linkActivated(index); });
        m_grid->addWidget(link, line + 1, 3, Qt::AlignLeft | Qt::AlignVCenter);
    } else {
        m_grid->addWidget(new ElidedLabel(row.detail, Type::Label, Ink::Muted), line + 1, 3);
    }
    m_grid->setColumnMinimumWidth(3, scaled(row.detail.isEmpty() && row.link.isEmpty() ? 0 : 220));
}

KeyButton *EmptyState::addButton(const QString &icon, const QString &text, const QString &key)
{
    auto *button = new KeyButton(icon, text, key);
    m_buttons->insertWidget(m_buttons->count() - 2, button);
    return button;
}

void EmptyState::clearButtons()
{
    while (m_buttons->count() > 2) {
        QLayoutItem *item = m_buttons->takeAt(0);
        delete item->widget();
        delete item;
    }
}

void EmptyState::setRemark(const QString &text)
{
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
}

} // namespace beback::ui
