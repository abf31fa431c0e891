#include "ui/charts/chart_export.h"

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_shape.h"
#include "ui/style/paint.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace beback::ui {

namespace {

constexpr int Wide = 1000, High = 420, Pad = 20, Sharp = 2;

class DialogAsker final : public SaveAsker
{
public:
    void ask(QWidget *over, const QString &title, const QString &name, const QString &filter, std::function<void(const QString &)> then) override
    {
        auto *dialog = new QFileDialog(over, title, QString(), filter);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QFileInfo(name).suffix());
        dialog->selectFile(name);
        QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [then = std::move(then)](const QString &path) { then(path); });
        dialog->open();
    }
};

int sentenceHeight(const QString &text, int wide)
{
    const QRect all = QFontMetrics(font(Type::Name)).boundingRect(QRect(0, 0, wide, 1000), Qt::TextWordWrap, text);
    return std::max(all.height(), lineHeight(Type::Name));
}

} // namespace

std::shared_ptr<SaveAsker> dialogAsker()
{
    return std::make_shared<DialogAsker>();
}

QImage chartPicture(const Chart &chart)
{
    const Theme &t = Theme::current();
    const std::unique_ptr<ChartShape> shape = ChartShape::of(chart.shape);
    const QSize body = QSize(scaled(Wide), scaled(High)).expandedTo(shape->likedSize(chart));
    const int pad = scaled(Pad), sentence = sentenceHeight(chart.says, body.width()), label = lineHeight(Type::Label);
    const QSize whole(body.width() + 2 * pad, 2 * pad + sentence + label + scaled(12) + body.height());
    QImage picture(whole * Sharp, QImage::Format_RGB32);
    picture.setDevicePixelRatio(Sharp);
    picture.fill(t.surface);
    QPainter p(&picture);
    p.setFont(font(Type::Name));
    p.setPen(t.text);
    p.drawText(QRect(pad, pad, body.width(), sentence), Qt::TextWordWrap, chart.says);
    const QRect beneath(pad, pad + sentence + scaled(2), body.width(), label);
    const int legend = ChartLegend::wide(chart);
    paint::elided(&p, beneath.adjusted(0, 0, -legend - pad, 0), chart.beneath, font(Type::Label), t.muted);
    ChartLegend::paint(&p, QRect(beneath.right() + 1 - legend, beneath.y(), legend, label), chart);
    if (chart_spots::marks(chart) > 0)
        shape->paint(&p, {chart, QRectF(QPointF(pad, whole.height() - pad - body.height()), QSizeF(body)), {}});
    return picture;
}

QByteArray pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

Result<void> writeExport(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    if (done)
        return {};
    const QString said = QCoreApplication::translate("ChartExport", "“%1” cannot be written there: %2.");
    return Error{Code::Unavailable, said.arg(QFileInfo(path).fileName(), file.errorString()), {}};
}

} // namespace beback::ui
