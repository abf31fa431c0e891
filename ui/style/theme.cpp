#include "ui/style/theme.h"

#include "ui/style/beback_style.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QScreen>
#include <QThread>
#include <QThreadStorage>
#include <QToolTip>

#include <array>
#include <cmath>

namespace beback::ui {

namespace {

struct Applied
{
    Theme theme = Theme::light();
    Theme::Choice choice = Theme::Choice::System;
    qreal scale = 1.0;
    bool done = false;
};

// Of each thread by itself: what is painted for a file beside the window leaves the window as it is.
thread_local bool onPaper = false;

Applied &applied()
{
    static Applied a;
    return a;
}

// The desktop changed its colours: only of interest while we follow it.
class SystemWatch final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ThemeChange && !m_busy && Theme::choice() == Theme::Choice::System) {
            m_busy = true;
            Theme::apply(Theme::Choice::System);
            m_busy = false;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_busy = false;
};

// The desktop's own palette, without ours on top.
bool systemIsDark()
{
    QApplication::setPalette(QPalette());
    const QPalette system = QApplication::palette();
    return system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
}

QString family()
{
    static const QString noto = QStringLiteral("Noto Sans");
    static const bool hasNoto = QFontDatabase::hasFamily(noto);
    return hasNoto ? noto : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

// Desktops scale text by raising the logical density and leave the pixel ratio alone.
qreal desktopScale()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen ? std::clamp(screen->logicalDotsPerInch() / 96.0, 1.0, 2.0) : 1.0;
}

struct Role
{
    int pixels, line;
    bool strong;
};

Role roleOf(Type type)
{
    switch (type) {
    case Type::Figure: return {26, 32, true};
    case Type::Name: return {20, 26, true};
    case Type::Title: return {15, 20, true};
    case Type::Strong: return {13, 18, true};
    case Type::Label: return {12, 16, false};
    case Type::LabelStrong: return {12, 16, true};
    case Type::Small: return {11, 14, false};
    case Type::Overline: return {11, 14, true};
    case Type::Body: break;
    }
    return {13, 18, false};
}

// A type at the size of text that holds. Asked for with every word that is painted, so it is worked out once a size.
struct Cut
{
    qreal scale = 0; // 0: not worked out yet
    QFont font;
    int line = 0;
};

using Cuts = std::array<Cut, size_t(Type::Overline) + 1>;

// Each thread has its own: a font takes up its engine where it is used.
Cuts &cutsOfThread()
{
    // Never freed: a font that goes after the application takes its engine along too late.
    static auto *ofWindow = new Cuts;
    if (!qApp || QThread::currentThread() == qApp->thread())
        return *ofWindow;
    static QThreadStorage<Cuts> others;
    return others.localData();
}

const Cut &cutOf(Type type)
{
    Cut &cut = cutsOfThread()[size_t(type)];
    if (cut.scale == Theme::textScale())
        return cut;
    const Role role = roleOf(type);
    cut.scale = Theme::textScale();
    cut.font = QFont(family());
    cut.font.setPixelSize(scaled(role.pixels));
    cut.font.setWeight(role.strong ? QFont::DemiBold : QFont::Normal);
    // Ascent and descent are each rounded up; one of these pixels is air.
    cut.line = std::max(scaled(role.line), QFontMetrics(cut.font).height() - 1);
    return cut;
}

} // namespace

const Theme &Theme::current()
{
    static const Theme paper = light();
    return onPaper ? paper : applied().theme;
}

Theme::OnPaper::OnPaper()
{
    onPaper = true;
}

Theme::OnPaper::~OnPaper()
{
    onPaper = false;
}

Theme::Choice Theme::choice()
{
    return applied().choice;
}

void Theme::apply(Choice choice)
{
    Applied &a = applied();
    const bool dark = choice == Choice::Dark || (choice == Choice::System && systemIsDark());
    a.choice = choice;
    a.theme = dark ? darkOne() : light();
    if (!a.done) {
        qApp->installEventFilter(new SystemWatch(qApp));
        QApplication::setStyle(new BebackStyle);
        a.done = true;
    }
    QApplication::setFont(font(Type::Body));
    QApplication::setPalette(a.theme.palette());
    QToolTip::setPalette(a.theme.palette()); // the desktop's own colours would win otherwise
    QToolTip::setFont(font(Type::Label));
}

void Theme::setTextScale(qreal scale)
{
    Applied &a = applied();
    a.scale = std::clamp(scale, 1.0, 2.0);
    if (a.done) {
        QApplication::setFont(font(Type::Body));
        QToolTip::setFont(font(Type::Label));
    }
}

qreal Theme::textScale()
{
    return onPaper ? 1.0 : std::min(2.0, applied().scale * desktopScale());
}

int scaled(int pixels)
{
    return int(std::lround(pixels * Theme::textScale()));
}

QFont font(Type type)
{
    return cutOf(type).font;
}

int lineHeight(Type type)
{
    return cutOf(type).line;
}

} // namespace beback::ui
