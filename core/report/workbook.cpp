#include "core/report/workbook.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>
#include <memory>

namespace beback {

namespace {

constexpr qsizetype MostLetters = 32767; // of a cell, by the format
constexpr qsizetype MostOfName = 31;     // of a sheet's name, likewise
constexpr double Narrowest = 9, Widest = 48, NameWide = 28, TextWide = 100; // columns, in digits of the usual font
constexpr int HeadHigh = 30;
// The lightness tells the parts apart, as in the window: the darker, the more came of it.
constexpr lxw_color_t Accent = 0x3547A8, Middle = 0x7181D2, Gray = 0x7E8896, Pale = 0xC3CAD4, Hollow = 0xFFFFFF, Muted = 0x535D6B, HeadFill = 0xEDF0F4;

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// The names of series, titles and axes are read as formulas where they begin like one; cells never are.
QByteArray plain(const QString &text)
{
    return (text.startsWith(QLatin1Char('=')) ? QLatin1Char(' ') + text : text).toUtf8();
}

bool isDoubtful(const Table &table, int row)
{
    const bool *yes = table.doubtful < 0 ? nullptr : std::get_if<bool>(&table.rows[row][table.doubtful]);
    return yes && *yes;
}

class Writing
{
public:
    Writing(const QByteArray &path, const Workbook &book) : m_book(book), m_file(workbook_new(path.constData()))
    {
        if (m_file)
            makeFormats();
    }
    Writing(const Writing &) = delete;
    Writing &operator=(const Writing &) = delete;

    // What the file says of itself stays as it is, whoever makes it when.
    lxw_error write()
    {
        if (!m_file)
            return LXW_ERROR_MEMORY_MALLOC_FAILED;
        lxw_doc_properties about{};
        QByteArray title = m_book.title.toUtf8();
        about.title = title.data();
        about.created = time_t(m_book.at.us / 1'000'000);
        workbook_set_properties(m_file, &about);
        writeAbout();
        for (const Table &table : m_book.tables)
            writeTable(table);
        return workbook_close(m_file); // frees it, whether it can be written or not
    }

private:
    void makeFormats();
    QByteArray sheetName(const QString &wanted);
    void writeAbout();
    void writeTable(const Table &table);
    void writeCell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const TableCell &cell, bool isShare);
    void setWidths(lxw_worksheet *sheet, const Table &table);
    void draw(lxw_worksheet *sheet, const QByteArray &name, const Table &table, const TableChart &drawn);
    void color(lxw_worksheet *sheet, const Table &table, const TableChart &drawn);

    const Workbook &m_book;
    lxw_workbook *m_file;
    lxw_format *m_title = nullptr, *m_name = nullptr, *m_text = nullptr, *m_head = nullptr, *m_share = nullptr;
    QSet<QString> m_names; // of sheets, small letters
};

void Writing::makeFormats()
{
    m_title = workbook_add_format(m_file);
    format_set_bold(m_title);
    format_set_font_size(m_title, 14);
    m_name = workbook_add_format(m_file);
    format_set_font_color(m_name, Muted);
    format_set_text_wrap(m_name);
    format_set_align(m_name, LXW_ALIGN_VERTICAL_TOP);
    m_text = workbook_add_format(m_file);
    format_set_text_wrap(m_text);
    format_set_align(m_text, LXW_ALIGN_VERTICAL_TOP);
    m_head = workbook_add_format(m_file);
    format_set_bold(m_head);
    format_set_text_wrap(m_head);
    format_set_bg_color(m_head, HeadFill);
    format_set_bottom(m_head, LXW_BORDER_THIN);
    format_set_align(m_head, LXW_ALIGN_VERTICAL_TOP);
    m_share = workbook_add_format(m_file);
    format_set_num_format(m_share, "0.0%");
}

// Without the letters that may not stand in one, short enough, and no two alike.
QByteArray Writing::sheetName(const QString &wanted)
{
    QString name = wanted;
    for (QChar &letter : name)
        if (QStringLiteral("[]:*?/\\'").contains(letter) || !letter.isPrint())
            letter = QLatin1Char(' ');
    name = name.simplified().left(MostOfName);
    if (name.isEmpty())
        name = tr("Table");
    QString one = name;
    for (int n = 2; m_names.contains(one.toLower()); ++n)
        one = name.left(MostOfName - 4) + QStringLiteral(" %1").arg(n);
    m_names.insert(one.toLower());
    return one.toUtf8();
}

void Writing::writeAbout()
{
    lxw_worksheet *sheet = workbook_add_worksheet(m_file, sheetName(tr("Summary")).constData());
    worksheet_set_column(sheet, 0, 0, NameWide, nullptr);
    worksheet_set_column(sheet, 1, 1, TextWide, nullptr);
    worksheet_write_string(sheet, 0, 0, m_book.title.left(MostLetters).toUtf8().constData(), m_title);
    lxw_row_t row = 2;
    for (const Workbook::Line &line : m_book.about) {
        worksheet_write_string(sheet, row, 0, line.name.left(MostLetters).toUtf8().constData(), m_name);
        worksheet_write_string(sheet, row++, 1, line.text.left(MostLetters).toUtf8().constData(), m_text);
    }
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
}

void Writing::writeCell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const TableCell &cell, bool isShare)
{
    if (const QString *words = std::get_if<QString>(&cell))
        worksheet_write_string(sheet, row, column, words->left(MostLetters).toUtf8().constData(), nullptr);
    else if (const double *number = std::get_if<double>(&cell))
        worksheet_write_number(sheet, row, column, *number, isShare ? m_share : nullptr);
    else if (const bool *yes = std::get_if<bool>(&cell))
        worksheet_write_boolean(sheet, row, column, *yes, nullptr);
}

void Writing::setWidths(lxw_worksheet *sheet, const Table &table)
{
    for (int column = 0; column < table.columns.size(); ++column) {
        double wide = double(headOf(table.columns[column]).size()) / 2; // in two lines
        for (const QVector<TableCell> &row : table.rows)
            if (const QString *words = std::get_if<QString>(&row[column]))
                wide = std::max(wide, double(words->size()) + 2);
        worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), std::clamp(wide, Narrowest, Widest), nullptr);
    }
}

void Writing::writeTable(const Table &table)
{
    const QByteArray name = sheetName(table.name);
    lxw_worksheet *sheet = workbook_add_worksheet(m_file, name.constData());
    if (!sheet || table.columns.isEmpty())
        return;
    worksheet_set_row(sheet, 0, HeadHigh, nullptr);
    for (int column = 0; column < table.columns.size(); ++column)
        worksheet_write_string(sheet, 0, lxw_col_t(column), headOf(table.columns[column]).toUtf8().constData(), m_head);
    for (int row = 0; row < table.rows.size(); ++row)
        for (int column = 0; column < table.columns.size(); ++column)
            if (const bool isShare = table.columns[column].isShare; !isShare || !isDoubtful(table, row))
                writeCell(sheet, lxw_row_t(row + 1), lxw_col_t(column), table.rows[row][column], isShare);
    setWidths(sheet, table);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_autofilter(sheet, 0, 0, lxw_row_t(std::max<qsizetype>(table.rows.size(), 1)), lxw_col_t(table.columns.size() - 1));
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    if (!table.drawn || table.drawn->series.isEmpty())
        return;
    if (table.drawn->shape == Chart::Shape::Heat)
        color(sheet, table, *table.drawn);
    else
        draw(sheet, name, table, *table.drawn);
}

uint8_t kindOf(const TableChart &drawn)
{
    const bool stacked = !drawn.isShare && drawn.series.size() > 1;
    if (drawn.shape == Chart::Shape::Line)
        return LXW_CHART_LINE;
    if (drawn.shape == Chart::Shape::Rows)
        return stacked ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
    return stacked ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN;
}

lxw_color_t fillOf(qsizetype series, qsizetype count)
{
    const QVector<lxw_color_t> fills = count == 1   ? QVector<lxw_color_t>{Accent}
                                       : count == 2 ? QVector<lxw_color_t>{Hollow, Accent}
                                       : count == 3 ? QVector<lxw_color_t>{Hollow, Middle, Accent}
                                       : count == 4 ? QVector<lxw_color_t>{Hollow, Pale, Middle, Accent}
                                                    : QVector<lxw_color_t>{Hollow, Pale, Gray, Middle, Accent};
    return fills[series % fills.size()];
}

void paint(lxw_chart_series *series, const TableChart &drawn, qsizetype number)
{
    const bool isLine = drawn.shape == Chart::Shape::Line;
    lxw_chart_line line{};
    line.color = isLine ? fillOf(0, 1) : Gray;
    if (isLine && number > 0) {
        line.color = number % 2 ? Middle : Gray;
        line.dash_type = number > 1 ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
    }
    line.width = isLine ? 2.25f : 0.75f;
    chart_series_set_line(series, &line);
    if (isLine)
        return;
    lxw_chart_fill fill{};
    fill.color = fillOf(number, drawn.series.size());
    chart_series_set_fill(series, &fill);
}

void Writing::draw(lxw_worksheet *sheet, const QByteArray &name, const Table &table, const TableChart &drawn)
{
    lxw_chart *chart = workbook_add_chart(m_file, kindOf(drawn));
    const auto labels = lxw_col_t(drawn.labels), values = lxw_col_t(drawn.values);
    for (qsizetype i = 0; i < drawn.series.size(); ++i) {
        const TableChart::Series &one = drawn.series[i];
        const auto first = lxw_row_t(one.first + 1), last = lxw_row_t(one.last + 1); // below the head
        lxw_chart_series *series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, name.constData(), first, labels, last, labels);
        chart_series_set_values(series, name.constData(), first, values, last, values);
        chart_series_set_name(series, plain(one.name).constData());
        paint(series, drawn, i);
    }
    chart_title_set_name(chart, plain(drawn.title).constData());
    chart_axis_set_name(drawn.shape == Chart::Shape::Rows ? chart->y_axis : chart->x_axis, plain(drawn.axis).constData());
    if (drawn.isShare)
        chart_axis_set_num_format(chart->y_axis, "0%");
    if (drawn.shape == Chart::Shape::Rows)
        chart_axis_set_reverse(chart->x_axis); // the first row above
    if (drawn.series.size() == 1)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    else
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_options size{};
    size.x_scale = 1.6;
    size.y_scale = 1.4;
    worksheet_insert_chart_opt(sheet, 1, lxw_col_t(table.columns.size() + 1), chart, &size);
}

// No spreadsheet draws a heat map: its numbers are colored instead.
void Writing::color(lxw_worksheet *sheet, const Table &table, const TableChart &drawn)
{
    lxw_conditional_format scale{};
    scale.type = LXW_CONDITIONAL_2_COLOR_SCALE;
    scale.min_color = Hollow;
    scale.max_color = Middle;
    const auto column = lxw_col_t(drawn.values);
    worksheet_conditional_format_range(sheet, 1, column, lxw_row_t(table.rows.size()), column, &scale);
}

} // namespace

Result<QByteArray> xlsxOf(const Workbook &book)
{
    const auto failed = [](const QString &why) { return Error{Code::Unavailable, tr("The spreadsheet cannot be written: %1.").arg(why), {}}; };
    const QTemporaryDir folder;
    if (!folder.isValid())
        return failed(folder.errorString());
    const QString path = folder.filePath(QStringLiteral("report.xlsx"));
    if (const lxw_error error = Writing(QFile::encodeName(path), book).write(); error != LXW_NO_ERROR)
        return failed(QString::fromUtf8(lxw_strerror(error)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(file.errorString());
    return file.readAll();
}

} // namespace beback
