#include "ui/intake/import_report.h"

#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>

namespace beback::ui {

void ReportModel::set(const QVector<IntakeItem> &items)
{
    beginResetModel();
    m_items = items;
    const auto weight = [](const IntakeItem &item) {
        return item.fate == IntakeItem::Fate::Quarantined ? 0 : item.warnings.isEmpty() ? 2 : 1;
    };
    std::stable_sort(m_items.begin(), m_items.end(), [&](const IntakeItem &a, const IntakeItem &b) { return weight(a) < weight(b); });
    endResetModel();
}

QVariant ReportModel::data(const QModelIndex &index, int role) const
{
    const IntakeItem &item = m_items[index.row()];
    const bool aside = item.fate == IntakeItem::Fate::Quarantined;
    const QString remark = aside ? item.reason : item.warnings.join(QLatin1Char(' '));
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        switch (index.column()) {
        case Fate:
            switch (item.fate) {
            case IntakeItem::Fate::Accepted: return tr("New lead");
            case IntakeItem::Fate::Joined: return tr("Known person");
            case IntakeItem::Fate::Resent: return tr("Here already");
            case IntakeItem::Fate::Quarantined: return tr("Set aside");
            }
            return {};
        case Name: return item.name;
        case Source: return item.source;
        case Remark: return remark;
        default: return {};
        }
    if (role == Qt::ForegroundRole && aside && index.column() == Fate)
        return inkColor(Ink::Danger);
    if (role == Qt::ForegroundRole && (index.column() == Source || item.fate == IntakeItem::Fate::Resent))
        return inkColor(Ink::Muted);
    return {};
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    const QStringList heads = {tr("What became of it"), tr("Customer"), tr("From"), tr("Remark")};
    return heads.value(section);
}

TextLabel *ImportReport::addFigure(QHBoxLayout *row, const QString &caption, const QString &meaning)
{
    auto *box = new QVBoxLayout;
    box->setSpacing(0);
    auto *figure = new TextLabel(Type::Figure);
    auto *label = new TextLabel(caption, Type::Strong);
    auto *what = new TextLabel(meaning, Type::Small, Ink::Muted);
    box->addWidget(figure);
    box->addWidget(label);
    box->addWidget(what);
    row->addLayout(box);
    return figure;
}

ImportReport::ImportReport(QWidget *parent) : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_empty = new EmptyState;
    m_empty->setText(tr("Nothing was brought in today"), tr("The files of a website, a listing service or another program are read as they are."));
    outer->addWidget(m_empty);
    m_full = new QWidget;
    auto *column = new QVBoxLayout(m_full);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(10);
    auto *row = new QHBoxLayout;
    row->setSpacing(32);
    m_accepted = addFigure(row, tr("new leads"), tr("not seen before"));
    m_joined = addFigure(row, tr("of known people"), tr("a new interest was added"));
    m_resent = addFigure(row, tr("here already"), tr("nothing was changed"));
    m_quarantined = addFigure(row, tr("set aside"), tr("each with its reason"));
    m_aside = new LinkButton(tr("Look at them"));
    row->addWidget(m_aside, 0, Qt::AlignBottom);
    row->addStretch();
    column->addLayout(row);
    m_warnings = new TextLabel(Type::Body);
    m_warnings->setWordWrap(true);
    m_warnings->setObjectName(QStringLiteral("intake.warnings"));
    column->addWidget(m_warnings);
    m_model = new ReportModel(this);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("intake.report"));
    m_table->setAccessibleName(tr("What became of each lead"));
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(scaled(metrics::TableRow));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setColumnWidth(ReportModel::Fate, scaled(140));
    m_table->setColumnWidth(ReportModel::Name, scaled(220));
    m_table->setColumnWidth(ReportModel::Source, scaled(220));
    column->addWidget(m_table, 1);
    m_cut = new TextLabel(tr("The first 10,000 lines; the figures count everything."), Type::Label, Ink::Muted);
    column->addWidget(m_cut);
    outer->addWidget(m_full, 1);
    m_full->hide();
    connect(m_aside, &LinkButton::clicked, this, &ImportReport::asideAsked);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const IntakeItem &item = m_model->at(index.row());
        if (item.fate == IntakeItem::Fate::Quarantined)
            Q_EMIT asideAsked();
        else
            Q_EMIT lookAsked(item.customer, item.lead);
    });
}

void ImportReport::show(const IntakeReport &report)
{
    m_empty->hide();
    m_full->show();
    const QLocale locale;
    m_accepted->setText(locale.toString(report.accepted));
    m_joined->setText(locale.toString(report.joined));
    m_resent->setText(locale.toString(report.resent));
    m_quarantined->setText(locale.toString(report.quarantined));
    m_quarantined->setInk(report.quarantined ? Ink::Danger : Ink::Text);
    m_aside->setVisible(report.quarantined > 0);
    m_cut->setVisible(report.itemsCut);
    m_warnings->setText(report.warnings.join(QLatin1Char('\n')));
    m_warnings->setVisible(!report.warnings.isEmpty());
    m_model->set(report.items);
}

} // namespace beback::ui
