#include "tests/ui/gallery_pages.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTextStream>
#include <QWidget>

#include <memory>

using namespace beback::ui;

namespace {

bool save(QWidget *page, const QString &file, qreal ratio)
{
    page->show();
    page->activateWindow();
    QCoreApplication::processEvents();
    if (QWidget *first = page->findChild<QWidget *>(QStringLiteral("focused")))
        first->setFocus(Qt::TabFocusReason);
    QCoreApplication::processEvents();
    QImage image(page->size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    page->render(&image);
    return image.save(file);
}

} // namespace

// Paints every widget and delegate of the design system, light and dark, at 100 % and 150 %, and with text at 150 %.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QTextStream err(stderr);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments[1])) {
        err << "Usage: beback_gallery DIR [PAGE]\n";
        return 2;
    }
    const QDir dir(arguments[1]);
    struct Look
    {
        QString suffix;
        Theme::Choice theme;
        qreal ratio, text;
    };
    const QVector<Look> looks = {{QStringLiteral("light"), Theme::Choice::Light, 1.0, 1.0},
                                 {QStringLiteral("dark"), Theme::Choice::Dark, 1.0, 1.0},
                                 {QStringLiteral("light-150"), Theme::Choice::Light, 1.5, 1.0},
                                 {QStringLiteral("dark-150"), Theme::Choice::Dark, 1.5, 1.0},
                                 {QStringLiteral("light-text150"), Theme::Choice::Light, 1.0, 1.5}};
    for (const Look &look : looks) {
        Theme::setTextScale(look.text);
        Theme::apply(look.theme);
        for (const gallery::Page &page : gallery::pages()) {
            if (arguments.size() > 2 && page.name != arguments[2])
                continue;
            const std::unique_ptr<QWidget> widget(page.make());
            const QString file = dir.filePath(QStringLiteral("%1-%2.png").arg(page.name, look.suffix));
            if (!save(widget.get(), file, look.ratio)) {
                err << "Cannot write " << file << "\n";
                return 1;
            }
        }
    }
    return 0;
}
