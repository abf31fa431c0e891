#pragma once

#include "core/report/report_head.h"
#include "ui/style/theme.h"

#include <QPageLayout>
#include <QPainter>

#include <functional>

namespace beback::ui {

// A table as it stands on paper, in words.
struct PaperTable {
    struct Column {
        QString head;
        bool isNumber = false; // at the right
    };
    QVector<Column> columns;
    QVector<QStringList> rows;
};
// Columns in which nothing stands are left out.
PaperTable paperTable(const Table &table);
PaperTable paperTable(const Chart &chart);
QString cutText(qsizetype written, qsizetype rows); // that a table goes on, and where all of it is

// A page that is written from above, in device-independent pixels (96 an inch). Everything takes the whole width and goes on where the
// last ended; what does not fit goes to the next page. Paints as Theme has it: see Theme::OnPaper. Any thread.
class PaperPage
{
public:
    // `next` begins another page, false where that cannot be done; none: there is this page only, as of a picture. `area`: what may be
    // written on, the same on every page.
    PaperPage(QPainter *painter, const QRectF &area, const ReportHead &head, std::function<bool()> next);

    QPainter *painter() const { return m_painter; }
    const QRectF &area() const { return m_area; }
    double y() const { return m_y; }
    double room() const { return m_area.bottom() - m_y; }
    QRectF take(double high); // the next so many pixels, on the next page where they do not fit on this
    void skip(double high) { m_y += high; }

    // Wrapped; goes on over the end of a page line by line.
    void text(const QString &text, Type type, Ink ink = Ink::Text);
    // Returns how many of its rows are written: where there is no other page, those that find room, and below them cutText().
    qsizetype table(const PaperTable &table);
    static double rowHigh(); // of a table, its heads likewise

private:
    void begin(); // the head of a page
    void turn();
    void tableHead(const PaperTable &table, const QVector<double> &widths, double high);
    void tableRow(const QStringList &row, const PaperTable &table, const QVector<double> &widths, double high);

    QPainter *m_painter;
    QRectF m_area;
    ReportHead m_head;
    std::function<bool()> m_next;
    double m_y = 0;
    int m_number = 0;
};

// Letter where people of this language print on it, and where no language is set, as under a scheduler; else A4.
QPageSize::PageSizeId paperSize();
QPageLayout paperLayout(QPageLayout::Orientation orientation); // such a page with its margins
// `write` fills the pages of a file (PDF), or of a picture that is as high as it takes, up to 16,000 pixels.
QByteArray pdfOf(const QString &title, QPageLayout::Orientation orientation, const ReportHead &head, const std::function<void(PaperPage &)> &write);
QImage pictureOf(double wide, const ReportHead &head, const std::function<void(PaperPage &)> &write);

} // namespace beback::ui
