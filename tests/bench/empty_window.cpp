// The floor of a start: the least a Qt window can be. Ends when it is on the screen.

#include <QApplication>
#include <QMainWindow>
#include <QTimer>

#include <cstdlib>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QMainWindow window;
    window.resize(1366, 768);
    window.show();
    QTimer::singleShot(0, &app, [] { std::_Exit(0); });
    return app.exec();
}
