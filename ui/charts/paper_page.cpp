#include "ui/charts/paper_page.h"

#include "ui/charts/chart_table.h"
#include "ui/charts/chart_text.h"
#include "ui/style/paint.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QLocale>
#include <QPdfWriter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace beback::ui {

namespace {

constexpr double Inch = 96, MarginMm = 13;
constexpr int Dots = 1200; // an inch, of a PDF
constexpr int RowAir = 6, CellAir = 10, Tallest = 16000; // of a picture
constexpr double NameMost = 0.4; // a column of words, of the width
constexpr double LoosestColumns = 1.6; // where there is room, so much wider than what stands in them

QString tr(const char *text)
{
    return QCoreApplication::translate("ReportPaper", text);
}

QString wordsOf(const TableCell &cell, bool isShare)
{
    if (const double *number = std::get_if<double>(&cell))
        return isShare ? chart_text::percent(*number, 1) : chart_text::number(*number);
    if (const bool *yes = std::get_if<bool>(&cell))
        return *yes ? tr("yes") : QString();
    return toText(cell);
}

bool isNumber(const TableCell &cell)
{
    return std::holds_alternative<double>(cell);
}

PaperTable withoutEmpty(const PaperTable &table)
{
    PaperTable kept;
    kept.rows.resize(table.rows.size());
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        if (std::all_of(table.rows.cbegin(), table.rows.cend(), [column](const QStringList &row) { return row[column].isEmpty(); }))
            continue;
        kept.columns << table.columns[column];
        for (qsizetype row = 0; row < table.rows.size(); ++row)
            kept.rows[row] << table.rows[row][column];
    }
    return kept;
}

// As wide as what stands in them; where that is too much, the widest give way.
QVector<double> widthsOf(const PaperTable &table, double wide)
{
    const QFontMetricsF body(font(Type::Body)), head(font(Type::Overline));
    QVector<double> widths;
    for (qsizetype column = 0; column < table.columns.size(); ++column) {
        double most = head.horizontalAdvance(table.columns[column].head);
        for (const QStringList &row : table.rows)
            most = std::max(most, body.horizontalAdvance(row[column]));
        widths << std::ceil(table.columns[column].isNumber ? most : std::min(most, wide * NameMost)) + CellAir;
    }
    const double all = std::accumulate(widths.cbegin(), widths.cend(), 1.0);
    for (double &one : widths)
        one *= std::clamp(wide / all, 1.0, LoosestColumns);
    for (double over = std::accumulate(widths.cbegin(), widths.cend(), -wide); over > 0 && !widths.isEmpty();) {
        double &widest = *std::max_element(widths.begin(), widths.end());
        const double less = std::min(over, std::max(1.0, widest / 10));
        widest -= less;
        over -= less;
    }
    return widths;
}

} // namespace

PaperTable paperTable(const Table &table)
{
    PaperTable paper;
    for (qsizetype i = 0; i < table.columns.size(); ++i)
        paper.columns << PaperTable::Column{headOf(table.columns[i]), std::any_of(table.rows.cbegin(), table.rows.cend(), [i](const auto &row) { return isNumber(row[i]); })};
    for (const QVector<TableCell> &row : table.rows) {
        QStringList words;
        for (qsizetype i = 0; i < row.size(); ++i)
            words << wordsOf(row[i], table.columns[i].isShare);
        paper.rows << words;
    }
    return withoutEmpty(paper);
}

PaperTable paperTable(const Chart &chart)
{
    ChartTableModel model;
    model.set(chart);
    PaperTable paper;
    for (int column = 0; column < model.columnCount(); ++column) {
        const bool right = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
        paper.columns << PaperTable::Column{model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), right};
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        if (chart.shape == Chart::Shape::Heat && chart.series.first().marks[row].of == 0)
            continue; // most of its cells are hours in which nobody works
        QStringList words;
        for (int column = 0; column < model.columnCount(); ++column)
            words << model.index(row, column).data().toString();
        paper.rows << words;
    }
    return paper;
}

QString cutText(qsizetype written, qsizetype rows)
{
    const QLocale locale;
    return tr("The first %1 of %2 rows; the whole table is in the CSV and the XLSX file of this report.").arg(locale.toString(written), locale.toString(rows));
}

PaperPage::PaperPage(QPainter *painter, const QRectF &area, const ReportHead &head, std::function<bool()> next)
    : m_painter(painter), m_area(area), m_head(head), m_next(std::move(next))
{
    begin();
}

void PaperPage::begin()
{
    ++m_number;
    m_y = m_area.top();
    const int line = lineHeight(Type::Label);
    const QRect row(int(m_area.left()), int(m_y), int(m_area.width()), line);
    const QString asOf = asOfText(m_head), right = m_number == 1 ? tr("As of %1").arg(asOf) : tr("As of %1, page %2").arg(asOf).arg(m_number);
    const QColor muted = inkColor(Ink::Muted);
    paint::elided(m_painter, row.adjusted(0, 0, -row.width() / 2, 0), m_head.store, font(Type::LabelStrong), muted);
    paint::elided(m_painter, row.adjusted(row.width() / 2, 0, 0, 0), right, font(Type::Label), muted, Qt::AlignRight | Qt::AlignVCenter);
    m_y += line + 12;
}

void PaperPage::turn()
{
    if (m_next && m_next())
        begin();
}

QRectF PaperPage::take(double high)
{
    if (high > room())
        turn();
    const QRectF taken(m_area.left(), m_y, m_area.width(), high);
    m_y += high;
    return taken;
}

void PaperPage::text(const QString &text, Type type, Ink ink)
{
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, font(type));
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
            line.setLineWidth(m_area.width());
        layout.endLayout();
        for (int i = 0; i < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const QRectF where = take(lineHeight(type));
            m_painter->setFont(font(type));
            m_painter->setPen(inkColor(ink));
            m_painter->drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                                paragraph.mid(line.textStart(), line.textLength()));
        }
    }
}

void PaperPage::tableHead(const PaperTable &table, const QVector<double> &widths, double high)
{
    double x = m_area.left();
    for (qsizetype i = 0; i < widths.size(); ++i) {
        const QRectF cell(x, m_y, widths[i] - CellAir, high);
        const Qt::Alignment side = table.columns[i].isNumber ? Qt::AlignRight : Qt::AlignLeft;
        paint::elided(m_painter, cell.toAlignedRect(), table.columns[i].head, font(Type::Overline), inkColor(Ink::Muted), side | Qt::AlignVCenter);
        x += widths[i];
    }
    m_y += high;
    m_painter->fillRect(QRectF(m_area.left(), m_y - 1, x - m_area.left(), 1), Theme::current().edge);
}

void PaperPage::tableRow(const QStringList &row, const PaperTable &table, const QVector<double> &widths, double high)
{
    double x = m_area.left();
    for (qsizetype i = 0; i < widths.size(); ++i) {
        const QRectF cell(x, m_y, widths[i] - CellAir, high);
        const Qt::Alignment side = table.columns[i].isNumber ? Qt::AlignRight : Qt::AlignLeft;
        paint::elided(m_painter, cell.toAlignedRect(), row[i], font(Type::Body), inkColor(Ink::Text), side | Qt::AlignVCenter);
        x += widths[i];
    }
    m_y += high;
    m_painter->fillRect(QRectF(m_area.left(), m_y - 1, x - m_area.left(), 1), Theme::current().border);
}

double PaperPage::rowHigh()
{
    return lineHeight(Type::Body) + RowAir;
}

// The heads stand again on every page. Where there is no other page, the last line is kept for saying how much is missing.
qsizetype PaperPage::table(const PaperTable &table)
{
    const QVector<double> widths = widthsOf(table, m_area.width());
    const double high = rowHigh();
    if (room() < 3 * high)
        turn();
    tableHead(table, widths, high);
    const qsizetype rows = table.rows.size(), fit = m_next ? rows : qsizetype(room() / high);
    const qsizetype written = fit < rows ? std::max<qsizetype>(0, fit - 1) : rows;
    for (const QStringList &row : table.rows.mid(0, written)) {
        if (high > room()) {
            turn();
            tableHead(table, widths, high);
        }
        tableRow(row, table, widths, high);
    }
    if (written < rows) {
        const QRectF line = take(high);
        paint::elided(m_painter, line.toAlignedRect(), cutText(written, rows), font(Type::LabelStrong), inkColor(Ink::Text));
    }
    return written;
}

QPageSize::PageSizeId paperSize()
{
    const QLocale locale;
    const bool isUnset = locale.language() == QLocale::C || locale.territory() == QLocale::AnyTerritory;
    const auto letter = {QLocale::UnitedStates, QLocale::Canada, QLocale::Mexico, QLocale::PuertoRico};
    return isUnset || std::find(letter.begin(), letter.end(), locale.territory()) != letter.end() ? QPageSize::Letter : QPageSize::A4;
}

QPageLayout paperLayout(QPageLayout::Orientation orientation)
{
    return QPageLayout(QPageSize(paperSize()), orientation, QMarginsF(MarginMm, MarginMm, MarginMm, MarginMm), QPageLayout::Millimeter);
}

QByteArray pdfOf(const QString &title, QPageLayout::Orientation orientation, const ReportHead &head, const std::function<void(PaperPage &)> &write)
{
    const Theme::OnPaper onPaper;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Beback"));
        writer.setResolution(Dots);
        writer.setPageLayout(paperLayout(orientation));
        QPainter painter(&writer);
        painter.scale(Dots / Inch, Dots / Inch);
        const QRectF area(0, 0, writer.width() * Inch / Dots, writer.height() * Inch / Dots);
        PaperPage page(&painter, area, head, [&writer] { return writer.newPage(); });
        write(page);
    }
    return bytes;
}

// Written once to see how high it is.
QImage pictureOf(double wide, const ReportHead &head, const std::function<void(PaperPage &)> &write)
{
    const Theme::OnPaper onPaper;
    constexpr int Pad = 24, Sharp = 2;
    const QRectF area(Pad, Pad, wide, Tallest - 2 * Pad);
    double high = 0;
    {
        QImage nothing(1, 1, QImage::Format_RGB32);
        QPainter painter(&nothing);
        PaperPage page(&painter, area, head, {});
        write(page);
        high = std::min(page.y() + Pad, double(Tallest));
    }
    QImage picture(int(std::ceil(wide + 2 * Pad)) * Sharp, int(std::ceil(high)) * Sharp, QImage::Format_RGB32);
    picture.setDevicePixelRatio(Sharp);
    picture.fill(Theme::current().surface);
    QPainter painter(&picture);
    PaperPage page(&painter, area, head, {});
    write(page);
    return picture;
}

} // namespace beback::ui
