#include "ui/style/icons.h"

#include "ui/style/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

// The icons sit in a static library: without this the linker drops them.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace beback::ui::icons {

namespace {

QString shipped(const QString &folder, const QString &name)
{
    static const bool ready = (initIcons(), true);
    Q_UNUSED(ready);
    return QStringLiteral(":/beback/icons/%1/%2.svg").arg(folder, name);
}

QImage rendered(const QString &file, int pixels)
{
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(file);
    QPainter p(&image);
    renderer.render(&p, QRectF(0, 0, pixels, pixels));
    return image;
}

// One hand first: the drawn ones are what rows are read by. Then the installed theme, where it is one of line icons
// that survive being used as a mask; then the shipped copy of the same files.
QImage shape(const QString &name, int pixels)
{
    const QString drawn = shipped(QStringLiteral("drawn"), name);
    if (QFile::exists(drawn))
        return rendered(drawn, pixels);
    if (QIcon::themeName().startsWith(QLatin1String("breeze"), Qt::CaseInsensitive)) {
        const QIcon icon = QIcon::fromTheme(name);
        if (!icon.isNull()) {
            QPixmap pixmap = icon.pixmap(QSize(pixels, pixels), 1.0);
            return pixmap.toImage().scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        }
    }
    for (const QString &folder : {QStringLiteral("breeze"), QStringLiteral("app")}) {
        const QString file = shipped(folder, name);
        if (QFile::exists(file))
            return rendered(file, pixels);
    }
    return {};
}

// Draws itself in the ink of the widget around it, whatever the theme is by then.
class InkEngine final : public QIconEngine
{
public:
    explicit InkEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = std::min(rect.width(), rect.height());
        const QPixmap pix = icons::pixmap(m_name, size, color(mode), painter->device()->devicePixelRatio());
        painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, pix);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return icons::pixmap(m_name, std::min(size.width(), size.height()), color(mode), 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return icons::pixmap(m_name, int(std::lround(std::min(size.width(), size.height()) / scale)), color(mode),
                             scale);
    }
    QIconEngine *clone() const override { return new InkEngine(m_name); }
    QString key() const override { return QStringLiteral("beback-ink"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    static QColor color(QIcon::Mode mode)
    {
        const Theme &t = Theme::current();
        return mode == QIcon::Disabled ? t.muted : t.text;
    }
    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    return name.isEmpty() ? QIcon() : QIcon(new InkEngine(name));
}

QPixmap pixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio)
{
    const int pixels = std::max(1, int(std::lround(size * devicePixelRatio)));
    const QString key =
        QStringLiteral("beback/%1/%2/%3/%4").arg(name).arg(pixels).arg(color.rgba(), 0, 16).arg(devicePixelRatio);
    QPixmap result;
    if (QPixmapCache::find(key, &result))
        return result;
    QImage image = shape(name, pixels);
    if (image.isNull()) {
        image = QImage(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
    } else {
        QPainter p(&image);
        p.setCompositionMode(QPainter::CompositionMode_SourceIn);
        p.fillRect(image.rect(), color);
    }
    result = QPixmap::fromImage(image);
    result.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, result);
    return result;
}

QString nameOf(Medium medium)
{
    switch (medium) {
    case Medium::Call: return QStringLiteral("call-start");
    case Medium::Text: return QStringLiteral("dialog-messages");
    case Medium::Email: return QStringLiteral("mail-message");
    case Medium::Note: return QStringLiteral("document-sign");
    case Medium::Visit: return QStringLiteral("go-home");
    case Medium::Social: break;
    }
    return QStringLiteral("internet-services");
}

} // namespace beback::ui::icons
