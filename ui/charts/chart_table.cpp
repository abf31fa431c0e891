#include "ui/charts/chart_table.h"

#include "ui/charts/chart_text.h"
#include "ui/shell/seams.h"
#include "ui/style/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace beback::ui {

void ChartTableModel::set(const Chart &chart)
{
    beginResetModel();
    m_chart = chart;
    m_columns.clear();
    if (chart.shape == Chart::Shape::Heat)
        m_columns << Column{What::Row, -1, tr("Day")};
    m_columns << Column{What::Label, -1, chart_text::rowHead(chart)};
    const bool many = chart.series.size() > 1;
    for (int i = 0; i < chart.series.size(); ++i) {
        const QString name = many ? chart.series[i].name : QString();
        if (chart.isShare)
            addShare(i, name);
        else
            addCount(i, name);
    }
    if (chart_spots::hasParts(chart)) {
        m_columns << Column{What::Sum, -1, chart.together.isEmpty() ? tr("Together") : chart.together};
        addOf(0, tr("Of"));
    }
    if (chart_spots::isCompared(chart) && !chart.isShare)
        addBefore(many);
    endResetModel();
}

void ChartTableModel::addShare(int series, const QString &name)
{
    const auto head = [&name](const QString &what) { return name.isEmpty() ? what : tr("%1: %2").arg(name, what.toLower()); };
    m_columns << Column{What::Value, series, head(tr("Share"))} << Column{What::Low, series, head(tr("Likely from"))}
              << Column{What::High, series, head(tr("Likely to"))} << Column{What::Count, series, head(tr("Counted"))}
              << Column{What::Of, series, head(tr("Of"))};
    if (chart_spots::isCompared(m_chart))
        m_columns << Column{What::Before, series, head(chart_text::beforeHead(m_chart))};
}

// Of parts that add up their sum; else of each series.
void ChartTableModel::addBefore(bool many)
{
    const QString head = chart_text::beforeHead(m_chart);
    if (!many || chart_spots::hasParts(m_chart)) {
        m_columns << Column{What::Before, -1, head};
        return;
    }
    for (int i = 0; i < m_chart.series.size(); ++i)
        m_columns << Column{What::Before, i, tr("%1: %2").arg(m_chart.series[i].name, head)};
}

void ChartTableModel::addCount(int series, const QString &name)
{
    m_columns << Column{What::Value, series, name.isEmpty() ? tr("Counted") : name};
    if (!chart_spots::hasParts(m_chart)) // there it is said of their sum
        addOf(series, name.isEmpty() ? tr("Of") : tr("%1: %2").arg(name, tr("of")));
}

void ChartTableModel::addOf(int series, const QString &head)
{
    const auto &marks = m_chart.series[series].marks;
    if (std::any_of(marks.cbegin(), marks.cend(), [](const ChartMark &one) { return one.of > 0; }))
        m_columns << Column{What::Of, series, head};
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : chart_spots::marks(m_chart);
}

QString ChartTableModel::markKey(int row) const
{
    return chart_spots::markKey(m_chart, {-1, row});
}

QVariant ChartTableModel::at(int row, const Column &column) const
{
    const ChartMark &mark = chart_spots::mark(m_chart, {column.series, row});
    const bool known = !m_chart.isShare || !mark.tooFew;
    switch (column.what) {
    case What::Row: return mark.row;
    case What::Label: return mark.label;
    case What::Value: return known ? QVariant(mark.value) : QVariant();
    case What::Low: return known && mark.low ? QVariant(*mark.low) : QVariant();
    case What::High: return known && mark.high ? QVariant(*mark.high) : QVariant();
    case What::Count: return mark.count;
    case What::Of: return mark.of;
    case What::Sum: return chart_spots::total(m_chart, row);
    case What::Before: {
        const auto before = chart_spots::before(m_chart, {column.series, row});
        return before ? QVariant(*before) : QVariant();
    }
    }
    return {};
}

// For copying numbers are written as a spreadsheet reads them, and what it would take for a formula is told apart.
QString ChartTableModel::text(int row, const Column &column, bool forCopy) const
{
    const QVariant value = at(row, column);
    if (!value.isValid())
        return (column.what == What::Value || column.what == What::Before) && !forCopy ? chart_text::tooFew() : QString();
    const bool share = m_chart.isShare && column.what != What::Count && column.what != What::Of;
    if (column.what == What::Row || column.what == What::Label) {
        const QString words = value.toString();
        const bool formula = forCopy && !words.isEmpty() && QStringLiteral("=+-@").contains(words.front());
        return formula ? QLatin1Char('\'') + words : words;
    }
    if (share)
        return forCopy ? QStringLiteral("%1%").arg(QString::number(100 * value.toDouble(), 'f', 1)) : chart_text::percent(value.toDouble(), 1);
    return forCopy ? QString::number(value.toDouble(), 'g', 15) : chart_text::number(value.toDouble());
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Column &column = m_columns[index.column()];
    const bool words = column.what == What::Row || column.what == What::Label;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(index.row(), column, false);
    case Qt::EditRole: return at(index.row(), column);
    case Qt::TextAlignmentRole: return int((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ForegroundRole: return at(index.row(), column).isValid() ? QVariant() : QVariant(inkColor(Ink::Muted));
    default: return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const What what = m_columns[section].what;
    if (role == Qt::TextAlignmentRole)
        return int((what == What::Row || what == What::Label ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(m_columns[section].head) : QVariant();
}

QString ChartTableModel::asText(int fromRow, int fromColumn, int toRow, int toColumn) const
{
    QStringList lines;
    QStringList fields;
    for (int column = fromColumn; column <= toColumn; ++column)
        fields << m_columns[column].head;
    lines << fields.join(QLatin1Char('\t'));
    for (int row = fromRow; row <= toRow; ++row) {
        fields.clear();
        for (int column = fromColumn; column <= toColumn; ++column)
            fields << text(row, m_columns[column], true).replace(QLatin1Char('\t'), QLatin1Char(' '));
        lines << fields.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

ChartTable::ChartTable(std::shared_ptr<Paper> paper, QWidget *parent) : QTableView(parent), m_model(new ChartTableModel(this)), m_paper(std::move(paper))
{
    setObjectName(QStringLiteral("charts.table"));
    setAccessibleName(tr("Numbers of the chart"));
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(scaled(metrics::TableRow));
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setHighlightSections(false);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) { Q_EMIT chosen({}, m_model->markKey(index.row())); });
}

void ChartTable::setChart(const Chart &chart)
{
    m_model->set(chart);
    resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, std::max(columnWidth(column), scaled(96)));
}

void ChartTable::copy(bool all)
{
    const QItemSelection chosen = selectionModel()->selection();
    if (m_model->rowCount() == 0)
        return;
    const QItemSelectionRange range = all || chosen.isEmpty() ? QItemSelectionRange(m_model->index(0, 0), m_model->index(m_model->rowCount() - 1, m_model->columnCount() - 1))
                                                              : chosen.first();
    m_paper->copy(m_model->asText(range.top(), range.left(), range.bottom(), range.right()), {});
}

void ChartTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy))
        return QTableView::keyPressEvent(event);
    copy(false);
    event->accept();
}

} // namespace beback::ui
