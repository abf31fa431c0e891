// Writes a picture of every view and state: beback_screens DIR [PART]. Light and dark at 1366 x 768, and once more at
// 150 % in a room of 1280 x 690. PART: only "work", "around", "arrival", "shared", "hour", "demo", "plans", "words", "managers" or "away".
#include "tests/ui/screens/stage.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QProcess>

#include <cstdio>

using namespace beback;

namespace {

bool shootAll(const QString &folder, const QString &suffix, const QString &part, QSize size)
{
    bool ok = true;
    if (part.isEmpty() || part == QLatin1String("arrival"))
        ok &= screens::shootArrival(folder, suffix);
    if (part.isEmpty() || part == QLatin1String("shared"))
        ok &= screens::shootJoining(folder, suffix);
    if (part.isEmpty() || part == QLatin1String("demo"))
        ok &= screens::shootDemo(folder, suffix, size);
    if (part.isEmpty() || part == QLatin1String("hour")) {
        screens::Stage stage(folder, suffix);
        stage.window().resize(size);
        ok &= screens::shootHour(stage);
    }
    if (part.isEmpty() || part == QLatin1String("plans"))
        ok &= screens::shootPlans(folder, suffix, size);
    if (part.isEmpty() || part == QLatin1String("words"))
        ok &= screens::shootWords(folder, suffix, size);
    if (part.isEmpty() || part == QLatin1String("managers"))
        ok &= screens::shootManagers(folder, suffix, size);
    if (part.isEmpty() || part == QLatin1String("away")) {
        screens::Stage stage(folder, suffix);
        stage.window().resize(size);
        ok &= screens::shootAway(stage);
    }
    if (part == QLatin1String("away") || part == QLatin1String("arrival") || part == QLatin1String("demo") || part == QLatin1String("hour") || part == QLatin1String("plans")
        || part == QLatin1String("words") || part == QLatin1String("managers"))
        return ok;
    screens::Stage stage(folder, suffix);
    stage.window().resize(size);
    if (part.isEmpty() || part == QLatin1String("work"))
        ok &= screens::shootWork(stage);
    if (part.isEmpty() || part == QLatin1String("shared"))
        ok &= screens::shootLinks(stage);
    if (part.isEmpty() || part == QLatin1String("around"))
        ok &= screens::shootAround(stage);
    std::printf("%s: %d pictures of the window\n", qPrintable(suffix), stage.taken());
    return ok;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const bool large = qEnvironmentVariableIsSet("BEBACK_SCREENS_LARGE");
    if (large)
        qputenv("QT_SCALE_FACTOR", "1.5");
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments[1])) {
        std::fprintf(stderr, "usage: beback_screens DIR [work|around|arrival|shared|hour|demo|plans|words|managers|away]\n");
        return 2;
    }
    const QString folder = arguments[1], part = arguments.value(2);
    const QSize size = large ? QSize(1280, 690) : QSize(1366, 768);
    bool ok = true;
    for (const auto choice : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
        ui::Theme::apply(choice);
        const QString suffix = (choice == ui::Theme::Choice::Light ? QStringLiteral("light") : QStringLiteral("dark")) +
                               (large ? QStringLiteral("-150") : QString());
        ok &= shootAll(folder, suffix, part, size);
    }
    if (large || !ok)
        return ok ? 0 : 1;
    // The scale of a screen is set before there is an application.
    QProcess again;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("BEBACK_SCREENS_LARGE"), QStringLiteral("1"));
    again.setProcessEnvironment(environment);
    again.setProcessChannelMode(QProcess::ForwardedChannels);
    again.start(QApplication::applicationFilePath(), arguments.mid(1));
    again.waitForFinished(-1);
    return again.exitCode();
}
