#include "tests/ui/screens/stage.h"

#include "core/desk/deliver.h"
#include "tests/support/sample_views.h"
#include "ui/lead/work_session.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QPixmap>

#include <cstdio>

namespace beback::screens {

Stage::Stage(const QString &folder, const QString &suffix) : m_folder(folder), m_suffix(suffix), m_clock(samples::now())
{
    m_desk = std::make_unique<Desk>(m_clock);
    m_window = std::make_unique<ui::MainWindow>(*m_desk, m_clock, m_quiet.seams());
    const QString url = QStringLiteral("sqlite:") + m_store.filePath(QStringLiteral("screens.beback"));
    bool made = false;
    deliver(m_desk->createEmpty(url, samples::rooftop(), samples::agents().first()), m_window.get(), [&made](const Result<DeskOpened> &answer) {
        if (!answer)
            std::fprintf(stderr, "%s\n", qPrintable(answer.error().message + answer.error().detail));
        made = true;
    });
    QElapsedTimer limit;
    limit.start();
    while (!made && limit.elapsed() < 20000)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    m_window->begin({url, true, samples::agents().first().login});
    m_window->show();
    settle();
    m_window->session().setReady(false);
    settle();
}

Stage::~Stage() = default;

// The desk works in another thread: a picture is taken once a quarter of a second passed without news.
void Stage::settle()
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 350)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

void Stage::shoot(const QString &name)
{
    shoot(*m_window, name);
}

void Stage::shoot(QWidget &part, const QString &name)
{
    settle();
    const QString path = m_folder + QLatin1Char('/') + name + QLatin1Char('-') + m_suffix + QStringLiteral(".png");
    if (!part.grab().save(path)) {
        std::fprintf(stderr, "%s cannot be written\n", qPrintable(path));
        m_failed = true;
    }
    ++m_taken;
}

void Demo::shoot(const QString &name)
{
    Stage::settle();
    ok &= window.grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, name, suffix));
}

void Demo::dismissToast()
{
    if (auto *toast = window.findChild<ui::Toast *>())
        toast->dismiss();
}

void Demo::shootWith(QWidget &popup, const QString &name)
{
    Stage::settle();
    QPixmap picture = window.grab();
    QPainter(&picture).drawPixmap(window.mapFromGlobal(popup.mapToGlobal(QPoint())), popup.grab());
    ok &= picture.save(QStringLiteral("%1/%2-%3.png").arg(folder, name, suffix));
}

namespace {

using Make = std::function<QFuture<Result<DeskOpened>>(Desk &desk, const QString &url)>;

bool onStore(const QString &folder, const QString &suffix, QSize size, const Make &make, const std::function<void(Demo &)> &show)
{
    const QTemporaryDir store;
    ManualClock clock(samples::now());
    test::QuietSeams quiet;
    Desk desk(clock);
    ui::MainWindow window(desk, clock, quiet.seams());
    window.resize(size);
    window.show();
    const QString url = QStringLiteral("sqlite:") + store.filePath(QStringLiteral("demo.beback"));
    std::optional<Result<DeskOpened>> made;
    deliver(make(desk, url), &window, [&made](const Result<DeskOpened> &answer) { made = answer; });
    QElapsedTimer limit;
    limit.start();
    while (!made && limit.elapsed() < 60000)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    if (!made || !*made) {
        std::fprintf(stderr, "no store: %s\n", made ? qPrintable(made->error().message) : "no answer");
        return false;
    }
    const QVector<Agent> &people = (**made).agents;
    const auto manager = std::find_if(people.cbegin(), people.cend(), [](const Agent &one) { return one.role == QLatin1String("manager"); });
    if (manager == people.cend())
        return false;
    window.begin({url, true, manager->login});
    while (window.session().agent().login.isEmpty() && limit.elapsed() < 90000)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    Stage::settle();
    Demo demo{window, desk, quiet, clock, folder, suffix};
    show(demo);
    window.close();
    return demo.ok;
}

} // namespace

bool onDemoWorld(const QString &folder, const QString &suffix, QSize size, const std::function<void(Demo &)> &show)
{
    return onStore(folder, suffix, size, [](Desk &desk, const QString &url) { return desk.createDemo(url, 200, 1); }, show);
}

bool onNewStore(const QString &folder, const QString &suffix, QSize size, const std::function<void(Demo &)> &show)
{
    Agent manager = samples::agents().first();
    manager.role = QStringLiteral("manager");
    return onStore(folder, suffix, size, [manager](Desk &desk, const QString &url) { return desk.createEmpty(url, samples::rooftop(), manager); }, show);
}

} // namespace beback::screens
