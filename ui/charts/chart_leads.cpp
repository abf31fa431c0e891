#include "ui/charts/chart_leads.h"

#include "ui/charts/act_row.h"
#include "ui/charts/act_sheet.h"
#include "ui/charts/chart_lead_rows.h"
#include "ui/charts/chart_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/skeleton_widget.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QPointer>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace beback::ui {

ChartLeads::ChartLeads(Reader reader, QWidget *parent) : QWidget(parent), m_reader(std::move(reader))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_head = new QHBoxLayout;
    m_head->setSpacing(8);
    column->addLayout(m_head);
    buildHead();
    buildActs(column);
    m_problem = new Banner(Tone::Danger);
    m_problem->setObjectName(QStringLiteral("charts.leads.problem"));
    m_problem->setButton(tr("Try again"));
    column->addWidget(m_problem);
    m_problem->hide();
    m_pages = new QStackedWidget;
    m_skeleton = new SkeletonWidget(SkeletonWidget::Shape::Table);
    m_skeleton->setOffersWithout(false);
    m_nothing = new TextLabel(Type::Body, Ink::Muted);
    m_nothing->setObjectName(QStringLiteral("charts.leads.nothing"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    buildTable();
    for (QWidget *page : std::initializer_list<QWidget *>{m_nothing, m_skeleton, m_table})
        m_pages->addWidget(page);
    column->addWidget(m_pages, 1);
    m_foot = new QWidget;
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(8);
    m_more = new KeyButton({}, tr("Show more"), {});
    m_more->setObjectName(QStringLiteral("charts.leads.more"));
    m_rest = new TextLabel(Type::Label, Ink::Muted);
    foot->addWidget(m_more);
    foot->addWidget(m_rest);
    foot->addStretch();
    column->addWidget(m_foot);
    m_foot->hide();
    connect(m_more, &KeyButton::clicked, this, &ChartLeads::read);
    connect(m_problem, &Banner::acted, this, &ChartLeads::read);
}

void ChartLeads::buildHead()
{
    m_heading = new ElidedLabel(Type::Title);
    m_heading->setObjectName(QStringLiteral("charts.leads.heading"));
    m_beside = new ElidedLabel(Type::Label, Ink::Muted);
    m_beside->setObjectName(QStringLiteral("charts.leads.beside"));
    m_heading->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_head->addWidget(m_heading);
    m_head->addWidget(m_beside, 1);
}

QVector<LeadId> ChartLeads::chosen() const
{
    QVector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    QVector<LeadId> leads;
    for (const int row : std::as_const(rows))
        leads << m_rows->at(row).lead;
    return leads;
}

void ChartLeads::showChosen()
{
    const qsizetype count = m_table->selectionModel()->selectedRows().size();
    m_acts->setVisible(shown() > 0);
    m_acts->setChosen(count);
}

void ChartLeads::buildTable()
{
    m_rows = new ChartLeadRows(this);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("charts.leads"));
    m_table->setAccessibleName(tr("Leads behind the chosen mark"));
    m_table->setModel(m_rows);
    m_table->setItemDelegate(new ChartLeadDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setMouseTracking(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->installEventFilter(this); // see chart_leads_acts.cpp
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(std::max(scaled(metrics::TableRow), lineHeight(Type::Body) + 8));
    QHeaderView *heads = m_table->horizontalHeader();
    heads->setHighlightSections(false);
    heads->setMinimumSectionSize(scaled(56));
    const QVector<int> wide = {190, 190, 150, 72, 92, 130, 160};
    for (int column = 0; column < ChartLeadRows::Columns; ++column)
        m_table->setColumnWidth(column, scaled(wide[column]));
    for (const int column : {ChartLeadRows::Customer, ChartLeadRows::Vehicle, ChartLeadRows::HeldBy, ChartLeadRows::NextStep})
        heads->setSectionResizeMode(column, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChartLeads::showChosen);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &ChartLeads::showChosen);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, &ChartLeads::showChosen);
    showChosen();
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const ChartLead &lead = m_rows->at(index.row());
        Q_EMIT lookAsked(lead.customer, lead.lead);
    });
}

void ChartLeads::showNothing(const QString &sentence)
{
    ++m_asked;
    m_busy = false;
    m_leads.clear();
    m_read = 0;
    m_rows->clear();
    m_skeleton->finish();
    m_problem->hide();
    m_heading->setText({});
    m_beside->setText({});
    setParts({}, {});
    m_nothing->setText(sentence);
    m_pages->setCurrentWidget(m_nothing);
    showMore();
}

void ChartLeads::show(const QString &heading, const QString &beside, const QVector<LeadId> &leads)
{
    ++m_asked;
    m_busy = false;
    m_hold = chosen(); // the same leads read anew stay chosen
    m_leads = leads;
    m_read = 0;
    m_rows->clear();
    m_heading->setText(heading);
    m_beside->setText(beside);
    showMore();
    if (!leads.isEmpty()) {
        m_pages->setCurrentWidget(m_skeleton);
        m_skeleton->begin();
        return read();
    }
    m_problem->hide();
    m_skeleton->finish();
    m_nothing->setText(tr("No lead stands behind it."));
    m_pages->setCurrentWidget(m_nothing);
}

// The control is made anew: its parts differ from chart to chart, and their numbers from mark to mark.
void ChartLeads::setParts(const QVector<Part> &parts, const QString &current)
{
    if (parts != m_parts || !m_choice) {
        m_parts = parts;
        if (m_choice) {
            m_choice->hide();
            m_choice->setObjectName(QString());
            m_choice->deleteLater(); // it may be what just told of a choice
            m_head->removeWidget(m_choice);
        }
        m_choice = new SegmentedControl(this);
        m_choice->setObjectName(QStringLiteral("charts.leads.parts"));
        m_choice->setAccessibleName(tr("Which part of it"));
        for (const Part &part : parts)
            m_choice->addSegment({part.text, {}, {}, {}, {}, false});
        m_head->addWidget(m_choice);
        m_choice->setVisible(parts.size() > 1);
        connect(m_choice, &SegmentedControl::activated, this, [this](int index) { Q_EMIT partChosen(m_parts.at(index).key); });
    }
    for (int i = 0; i < parts.size(); ++i)
        if (parts[i].key == current)
            m_choice->setCurrentIndex(i);
}

int ChartLeads::shown() const
{
    return m_rows->rowCount();
}

// The next page of them.
void ChartLeads::read()
{
    const QVector<LeadId> wanted = m_leads.mid(m_read, Page);
    if (wanted.isEmpty() || m_busy)
        return;
    m_problem->hide();
    m_busy = true;
    m_reader(wanted, [self = QPointer<ChartLeads>(this), wanted, number = ++m_asked](const Result<QVector<ChartLead>> &answer) {
        if (self && number == self->m_asked)
            self->took(wanted, answer);
    });
}

void ChartLeads::took(const QVector<LeadId> &asked, const Result<QVector<ChartLead>> &answer)
{
    m_skeleton->finish();
    m_busy = false;
    m_pages->setCurrentWidget(m_table);
    if (!answer) {
        m_problem->setText(tr("The leads cannot be read"), answer.error().message);
        m_problem->show();
        return;
    }
    QHash<LeadId, ChartLead> byId;
    for (const ChartLead &lead : *answer)
        byId.insert(lead.lead, lead);
    QVector<ChartLead> ordered; // as they were asked for
    for (const LeadId &id : asked)
        if (const auto found = byId.constFind(id); found != byId.cend())
            ordered << *found;
    m_read += asked.size();
    const bool byKeys = m_more->hasFocus();
    const int first = shown();
    m_rows->add(ordered);
    for (int row = first; row < shown(); ++row)
        if (m_hold.contains(m_rows->at(row).lead))
            m_table->selectionModel()->select(m_rows->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    showMore();
    if (byKeys && m_foot->isHidden() && first < shown()) { // the button is gone: on with what it brought
        m_table->setFocus(Qt::OtherFocusReason);
        m_table->setCurrentIndex(m_rows->index(first, 0));
    }
}

void ChartLeads::showMore()
{
    const qsizetype rest = m_leads.size() - m_read;
    m_foot->setVisible(m_read > 0 && rest > 0);
    m_more->setText(tr("Show %1 more").arg(std::min<qsizetype>(rest, Page)));
    m_rest->setText(tr("%1 of %2 shown").arg(chart_text::number(double(m_read)), chart_text::number(double(m_leads.size()))));
}

} // namespace beback::ui
