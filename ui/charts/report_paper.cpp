#include "ui/charts/report_paper.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_shape.h"
#include "ui/charts/paper_page.h"
#include "ui/style/paint.h"

#include <QCoreApplication>

#include <algorithm>

namespace beback::ui {

namespace {

constexpr double ChartHigh = 330, Air = 12, PictureWide = 1000;
constexpr int PictureHigh = 420, Pad = 20, Sharp = 2; // of a chart

QString tr(const char *text)
{
    return QCoreApplication::translate("ReportPaper", text);
}

void writeHead(PaperPage &page, const QString &says, const ReportHead &head)
{
    page.text(says, Type::Name);
    if (!head.filter.isEmpty())
        page.text(head.filter, Type::Label, Ink::Muted);
    page.skip(Air / 2);
}

int heightOf(const QString &text, Type type, int wide)
{
    const QRect all = QFontMetrics(font(type)).boundingRect(QRect(0, 0, wide, 1000), Qt::TextWordWrap, text);
    return text.isEmpty() ? 0 : std::max(all.height(), lineHeight(type));
}

// A picture goes where nothing stands around it.
QString headText(const ReportHead &head)
{
    QStringList parts;
    for (const QString &part : {head.filter, head.store, head.at.us > 0 ? asOfText(head) : QString()})
        if (!part.isEmpty())
            parts << part;
    return parts.join(QStringLiteral(" · "));
}

// What does not fit on a page is drawn smaller: a chart is one picture.
void drawChart(PaperPage &page, const Chart &chart)
{
    const int label = lineHeight(Type::Label), legend = ChartLegend::wide(chart);
    const QRect beneath = page.take(label).toRect();
    paint::elided(page.painter(), beneath.adjusted(0, 0, -legend - int(Air), 0), chart.beneath, font(Type::Label), inkColor(Ink::Muted));
    ChartLegend::paint(page.painter(), QRect(beneath.right() + 1 - legend, beneath.y(), legend, label), chart);
    page.skip(Air / 2);
    if (chart_spots::marks(chart) == 0)
        return;
    const std::unique_ptr<ChartShape> shape = ChartShape::of(chart.shape);
    const double liked = std::max(chart.shape == Chart::Shape::Rows ? 0 : ChartHigh, double(shape->likedSize(chart).height()));
    const double room = std::max(page.room(), ChartHigh), shrunk = std::min(1.0, room / liked);
    const QRectF where = page.take(liked * shrunk);
    page.painter()->save();
    page.painter()->translate(where.topLeft());
    page.painter()->scale(shrunk, shrunk);
    shape->paint(page.painter(), {chart, QRectF(0, 0, where.width() / shrunk, liked), {}});
    page.painter()->restore();
    page.skip(Air);
}

void writeCounted(PaperPage &page, const QString &counted)
{
    page.skip(Air);
    page.text(tr("How this is counted"), Type::LabelStrong);
    page.text(counted, Type::Label, Ink::Muted);
}

} // namespace

void writeTable(PaperPage &page, const Table &table, const QString &title, const ReportHead &head, const QString &counted)
{
    writeHead(page, title, head);
    page.table(paperTable(table));
    if (!counted.isEmpty())
        writeCounted(page, counted);
}

void writeChart(PaperPage &page, const Chart &chart, const ReportHead &head)
{
    writeHead(page, chart.says, head);
    drawChart(page, chart);
    page.table(paperTable(chart));
    writeCounted(page, chart.counted);
}

QByteArray chartPdf(const Chart &chart, const ReportHead &head)
{
    return pdfOf(chart.says, QPageLayout::Landscape, head, [&](PaperPage &page) { writeChart(page, chart, head); });
}

QImage chartPicture(const Chart &chart, const ReportHead &head)
{
    const Theme::OnPaper onPaper;
    const Theme &t = Theme::current();
    const std::unique_ptr<ChartShape> shape = ChartShape::of(chart.shape);
    const QSize body = QSize(int(PictureWide), PictureHigh).expandedTo(shape->likedSize(chart));
    const QString about = headText(head);
    const int sentence = heightOf(chart.says, Type::Name, body.width()), asked = heightOf(about, Type::Label, body.width()), label = lineHeight(Type::Label);
    const QSize whole(body.width() + 2 * Pad, 2 * Pad + sentence + asked + label + int(Air) + body.height());
    QImage picture(whole * Sharp, QImage::Format_RGB32);
    picture.setDevicePixelRatio(Sharp);
    picture.fill(t.surface);
    QPainter p(&picture);
    p.setFont(font(Type::Name));
    p.setPen(t.text);
    p.drawText(QRect(Pad, Pad, body.width(), sentence), Qt::TextWordWrap, chart.says);
    p.setFont(font(Type::Label));
    p.setPen(t.muted);
    p.drawText(QRect(Pad, Pad + sentence + 2, body.width(), asked), Qt::TextWordWrap, about);
    const QRect beneath(Pad, Pad + sentence + asked + 2, body.width(), label);
    const int legend = ChartLegend::wide(chart);
    paint::elided(&p, beneath.adjusted(0, 0, -legend - Pad, 0), chart.beneath, font(Type::Label), t.muted);
    ChartLegend::paint(&p, QRect(beneath.right() + 1 - legend, beneath.y(), legend, label), chart);
    if (chart_spots::marks(chart) > 0)
        shape->paint(&p, {chart, QRectF(QPointF(Pad, whole.height() - Pad - body.height()), QSizeF(body)), {}});
    return picture;
}

QByteArray tablePdf(const Table &table, const QString &title, const ReportHead &head, const QString &counted)
{
    return pdfOf(title, QPageLayout::Landscape, head, [&](PaperPage &page) { writeTable(page, table, title, head, counted); });
}

QImage tablePicture(const Table &table, const QString &title, const ReportHead &head, const QString &counted)
{
    return pictureOf(PictureWide, head, [&](PaperPage &page) { writeTable(page, table, title, head, counted); });
}

} // namespace beback::ui
