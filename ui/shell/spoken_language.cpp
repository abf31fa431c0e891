#include "ui/shell/spoken_language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace beback::ui {

void loadTranslations()
{
    static bool done = false;
    if (done)
        return;
    done = true;
    auto *translator = new QTranslator(QCoreApplication::instance());
    const QString folder = QStringLiteral(":/translations");
    if (translator->load(QLocale(), QStringLiteral("beback"), QStringLiteral("_"), folder) ||
        translator->load(QStringLiteral("beback_en"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace beback::ui
