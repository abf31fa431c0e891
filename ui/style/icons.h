#pragma once

#include "core/history/medium.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace beback::ui::icons {

// An icon by its freedesktop name ("call-start"): from the icon theme, else the shipped copy. Follows light and dark.
QIcon icon(const QString &name);
// The same, tinted: glyphs of media, chips, strips. Sharp at any device pixel ratio.
QPixmap pixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio);
// "call-start" for Medium::Call, …
QString nameOf(Medium medium);

} // namespace beback::ui::icons
