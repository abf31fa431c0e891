#include "ui/shell/spoken_language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <cstring>

namespace beback::ui {

namespace {

// lupdate takes a class out of its namespace where that is written as one (namespace beback::ui), tr() does not: without
// this no plural of a class would be found.
class Translator final : public QTranslator
{
public:
    using QTranslator::QTranslator;
    QString translate(const char *context, const char *text, const char *disambiguation, int n) const override
    {
        const char *name = context;
        for (const char *part = context ? std::strstr(context, "::") : nullptr; part; part = std::strstr(part + 2, "::"))
            name = part + 2;
        return QTranslator::translate(name, text, disambiguation, n);
    }
};

} // namespace

void loadTranslations()
{
    static bool done = false;
    if (done)
        return;
    done = true;
    auto *translator = new Translator(QCoreApplication::instance());
    const QString folder = QStringLiteral(":/translations");
    if (translator->load(QLocale(), QStringLiteral("beback"), QStringLiteral("_"), folder) ||
        translator->load(QStringLiteral("beback_en"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace beback::ui
