// The real keyring of a desktop: gnome-keyring on a bus of its own, with its data in a folder that goes away.

#include "core/desk/user_keyring.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstdio>
#include <thread>

using namespace beback;

namespace {

// What is asked in the session; the first thing that is not so, in words.
const char *fault(const std::shared_ptr<KeyShelf> &shelf)
{
    const SealName file = SealName::random(), other = SealName::random();
    const SealKey key = SealKey::random(), second = SealKey::random();
    if (const auto nothing = shelf->read(file); nothing.answer != KeyShelf::Answer::Nothing)
        return nothing.answer == KeyShelf::Answer::Unusable ? "no keyring" : "a key nobody kept is there";
    if (shelf->keep(file, key) != KeyShelf::Answer::Done || shelf->keep(other, second) != KeyShelf::Answer::Done)
        return "a key is not kept";
    const auto found = shelf->read(file);
    if (found.answer != KeyShelf::Answer::Done || !found.key || !(*found.key == key))
        return "another key comes back";
    if (shelf->forget(file) != KeyShelf::Answer::Done || shelf->read(file).key)
        return "a key is not forgotten";
    if (!shelf->read(other).key || !(*shelf->read(other).key == second))
        return "the other file's key went as well";
    return nullptr;
}

// As a program asks: the window, the desk and the line to the shared database in threads of their own.
const char *faultOfSeveral()
{
    const auto shelf = UserKeyring::ofThisUser();
    if (const char *first = fault(shelf))
        return first;
    std::array<const char *, 4> faults{};
    std::array<std::thread, 4> threads;
    for (size_t i = 0; i < threads.size(); ++i)
        threads[i] = std::thread([&, i] { faults[i] = fault(i % 2 == 0 ? shelf : UserKeyring::ofThisUser()); });
    for (std::thread &thread : threads)
        thread.join();
    for (const char *one : faults)
        if (one)
            return one;
    return nullptr;
}

// In a home of its own, without what this session has of a desktop.
QString askedBy(const QStringList &command, const QTemporaryDir &home)
{
    QProcess session;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(name), home.path());
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "BEBACK_KEYRING", "DBUS_SESSION_BUS_ADDRESS"})
        environment.remove(QLatin1String(name));
    session.setProcessEnvironment(environment);
    session.start(command.first(), command.mid(1));
    if (!session.waitForFinished(60000)) {
        session.kill();
        session.waitForFinished();
        return QStringLiteral("the session did not end");
    }
    return QString::fromUtf8(session.readAllStandardOutput()).trimmed();
}

} // namespace

class UserKeyringTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKeyIsKeptReadAndForgotten()
    {
        const QTemporaryDir home;
        // As a session somebody has logged into: the keyring is unlocked.
        const QString session = QStringLiteral("printf 'login password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 && exec \"$0\" in-session");
        QCOMPARE(askedBy({QStringLiteral("dbus-run-session"), QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), session, QCoreApplication::applicationFilePath()}, home),
                 QStringLiteral("all is well"));
    }
    void withoutAKeyringThatIsTheAnswer()
    {
        const QTemporaryDir home;
        QCOMPARE(askedBy({QCoreApplication::applicationFilePath(), QStringLiteral("in-session")}, home), QStringLiteral("no keyring"));
    }
    void whoWantsNoneHasNone()
    {
        qputenv("BEBACK_KEYRING", "none");
        QVERIFY(!UserKeyring::ofThisUser());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && qstrcmp(argv[1], "in-session") == 0) {
        const char *what = faultOfSeveral();
        std::printf("%s\n", what ? what : "all is well");
        return 0;
    }
    UserKeyringTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "user_keyring_test.moc"
