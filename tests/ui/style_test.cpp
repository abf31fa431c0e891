#include "ui/style/beback_style.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"

#include <QApplication>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <cmath>

using namespace beback;
using namespace beback::ui;

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    const auto part = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Theme themeNamed(const QString &name)
{
    return name == QLatin1String("dark") ? Theme::darkOne() : Theme::light();
}

struct Pair
{
    const char *what;
    QColor ink, ground;
    double least;
};

QVector<Pair> pairsOf(const Theme &t)
{
    QVector<Pair> pairs;
    for (const QColor &ground : {t.bg, t.surface, t.raised, t.field, t.hover}) {
        pairs << Pair{"text", t.text, ground, 7.0} << Pair{"muted", t.muted, ground, 4.5}
              << Pair{"accent", t.accent, ground, 4.5} << Pair{"success", t.success, ground, 4.5}
              << Pair{"warning", t.warning, ground, 4.5} << Pair{"danger", t.danger, ground, 4.5}
              << Pair{"info", t.info, ground, 4.5} << Pair{"edge", t.edge, ground, 3.0}
              << Pair{"focus", t.focus, ground, 3.0} << Pair{"under", t.under, ground, 2.9};
        for (const QColor &hue : t.media)
            pairs << Pair{"medium", hue, ground, 3.0};
    }
    pairs << Pair{"on accent", t.onAccent, t.accent, 7.0} << Pair{"on danger", t.onAccent, t.danger, 4.5}
          << Pair{"text on accent soft", t.text, t.accentSoft, 7.0}
          << Pair{"muted on accent soft", t.muted, t.accentSoft, 4.5}
          << Pair{"success chip", t.success, t.successSoft, 4.5} << Pair{"warning chip", t.warning, t.warningSoft, 4.5}
          << Pair{"danger chip", t.danger, t.dangerSoft, 4.5} << Pair{"info chip", t.info, t.infoSoft, 4.5}
          << Pair{"text on danger soft", t.text, t.dangerSoft, 7.0} << Pair{"toast", t.surface, t.text, 7.0}
          << Pair{"muted on danger soft", t.muted, t.dangerSoft, 4.5}
          << Pair{"second series", t.seriesB, t.surface, 3.0};
    return pairs;
}

bool hasInk(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > 0)
                return true;
        }
    }
    return false;
}

// Section 11 of the look: every name a view may ask for.
const QStringList allNames =
    QStringLiteral(
        "call-start call-stop call-voicemail dialog-messages mail-message mail-message-new document-sign go-home "
        "internet-services dialog-ok-apply im-ban-user object-locked clock flash appointment-new view-calendar "
        "dialog-warning dialog-information data-error notifications edit-find view-filter bookmark-new edit-undo document-edit "
        "edit-copy document-send document-print document-export list-add edit-delete document-swap user system-users "
        "media-playback-pause media-playback-start office-chart-bar table view-history network-disconnect state-sync "
        "computer-laptop flag tag tools-check-spelling configure input-keyboard overflow-menu")
        .split(QLatin1Char(' '));

} // namespace

class StyleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyTextAndMarkContrastsEnough_data();
    void everyTextAndMarkContrastsEnough();
    void mediaHaveSixDifferentHues();
    void everyNamedIconIsDrawnWithoutAnIconTheme();
    void anIconTakesTheInkItIsGiven();
    void anIconIsSharpAtTwiceThePixels();
    void theApplicationsPaletteFollowsTheTheme();
    void textScaleGrowsFontsAndSizesTogether();
    void typesAreNeverUnderElevenPixels();
    void aButtonIsAsHighAsTheDesignSays();
    void theFocusRingLiesOutsideWhereThereIsRoom();
    void theFocusRingLiesInsideAtTheEdgeOfAWindow();
    void aClickWithTheMouseDrawsNoRing();
    void chipsAreWholeOrCounted();
    void aLoneChipThatIsTooLongElides();
};

void StyleTest::init()
{
    Theme::setTextScale(1.0);
    Theme::apply(Theme::Choice::Light);
}

void StyleTest::everyTextAndMarkContrastsEnough_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << QStringLiteral("light");
    QTest::newRow("dark") << QStringLiteral("dark");
}

void StyleTest::everyTextAndMarkContrastsEnough()
{
    QFETCH(QString, theme);
    for (const Pair &pair : pairsOf(themeNamed(theme))) {
        const double ratio = contrast(pair.ink, pair.ground);
        QVERIFY2(ratio >= pair.least, qPrintable(QStringLiteral("%1 %2 on %3: %4, needs %5")
                                                     .arg(QLatin1String(pair.what), pair.ink.name(), pair.ground.name())
                                                     .arg(ratio, 0, 'f', 2)
                                                     .arg(pair.least)));
    }
}

void StyleTest::mediaHaveSixDifferentHues()
{
    for (const Theme &t : {Theme::light(), Theme::darkOne()}) {
        for (const Medium a : AllMedia) {
            for (const Medium b : AllMedia)
                QVERIFY(a == b || t.medium(a) != t.medium(b));
        }
    }
}

void StyleTest::everyNamedIconIsDrawnWithoutAnIconTheme()
{
    QIcon::setThemeName(QStringLiteral("none-such"));
    for (const QString &name : allNames)
        QVERIFY2(hasInk(icons::pixmap(name, 16, Qt::black, 1.0)), qPrintable(name));
    for (const Medium medium : AllMedia)
        QVERIFY(allNames.contains(icons::nameOf(medium)));
}

void StyleTest::anIconTakesTheInkItIsGiven()
{
    const QImage image = icons::pixmap(QStringLiteral("flag"), 16, QColor(10, 200, 30), 1.0).toImage();
    int opaque = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255) {
                ++opaque;
                QCOMPARE(image.pixelColor(x, y), QColor(10, 200, 30));
            }
        }
    }
    QVERIFY(opaque > 4);
}

void StyleTest::anIconIsSharpAtTwiceThePixels()
{
    const QPixmap pixmap = icons::pixmap(QStringLiteral("clock"), 16, Qt::black, 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(16, 16));
}

void StyleTest::theApplicationsPaletteFollowsTheTheme()
{
    Theme::apply(Theme::Choice::Dark);
    QVERIFY(Theme::current().dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::darkOne().bg);
    Theme::apply(Theme::Choice::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::light().bg);
    Theme::apply(Theme::Choice::System);
    QCOMPARE(Theme::choice(), Theme::Choice::System);
    QVERIFY(!Theme::current().dark); // the platform of tests is light
}

void StyleTest::textScaleGrowsFontsAndSizesTogether()
{
    const int body = font(Type::Body).pixelSize(), row = scaled(metrics::QueueRow);
    Theme::setTextScale(1.5);
    QCOMPARE(font(Type::Body).pixelSize(), int(std::lround(body * 1.5)));
    QCOMPARE(scaled(metrics::QueueRow), int(std::lround(row * 1.5)));
    QCOMPARE(QApplication::font().pixelSize(), font(Type::Body).pixelSize());
}

void StyleTest::typesAreNeverUnderElevenPixels()
{
    for (const Type type :
         {Type::Figure, Type::Name, Type::Title, Type::Body, Type::Strong, Type::Label, Type::Small, Type::Overline})
        QVERIFY(font(type).pixelSize() >= 11);
}

void StyleTest::aButtonIsAsHighAsTheDesignSays()
{
    QPushButton button(QStringLiteral("Try now"));
    button.ensurePolished();
    QCOMPARE(button.sizeHint().height(), 28);
    setButtonTall(&button, true);
    QCOMPARE(button.sizeHint().height(), 32);
}

void StyleTest::theFocusRingLiesOutsideWhereThereIsRoom()
{
    QWidget window;
    window.resize(200, 100);
    QPushButton button(QStringLiteral("Try now"), &window);
    button.setGeometry(40, 40, 90, 28);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    button.setFocus(Qt::TabFocusReason);
    const auto *ring = window.findChild<QFocusFrame *>();
    QVERIFY(ring && ring->isVisible());
    QCOMPARE(ring->geometry(), button.geometry().adjusted(-3, -3, 3, 3));
}

void StyleTest::theFocusRingLiesInsideAtTheEdgeOfAWindow()
{
    QWidget window;
    window.resize(90, 28);
    QPushButton button(QStringLiteral("Try now"), &window);
    button.setGeometry(0, 0, 90, 28);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    button.setFocus(Qt::TabFocusReason);
    const auto *ring = window.findChild<QFocusFrame *>();
    QVERIFY(ring && ring->isVisible());
    QCOMPARE(ring->geometry(), button.geometry());
}

void StyleTest::aClickWithTheMouseDrawsNoRing()
{
    QWidget window;
    window.resize(200, 100);
    QPushButton button(QStringLiteral("Try now"), &window);
    button.setGeometry(40, 40, 90, 28);
    QLineEdit field(&window);
    field.setGeometry(40, 4, 90, 28);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::mouseClick(&field, Qt::LeftButton);
    const auto *ring = window.findChild<QFocusFrame *>();
    QVERIFY(ring && ring->isVisible()); // text always has it
    QTest::mouseClick(&button, Qt::LeftButton);
    QVERIFY(button.hasFocus());
    QVERIFY(!ring->isVisible());
    QTest::keyClick(&button, Qt::Key_Shift);
    ring = window.findChild<QFocusFrame *>();
    QVERIFY(ring && ring->isVisible());
}

void StyleTest::chipsAreWholeOrCounted()
{
    const QVector<paint::Chip> chips = {{Tone::Danger, QString(), QStringLiteral("Missed visit yesterday")},
                                        {Tone::Neutral, QString(), QStringLiteral("Overdue 2 h")},
                                        {Tone::Neutral, QString(), QStringLiteral("Afternoon not tried yet")}};
    QImage image(600, 40, QImage::Format_RGB32);
    QPainter p(&image);
    const int first = paint::chipWidth(chips[0]);
    QCOMPARE(paint::chips(&p, QRect(0, 0, 600, 20), chips), 3);
    QCOMPARE(paint::chips(&p, QRect(0, 0, first + 40, 20), chips), 1);
    QCOMPARE(paint::chips(&p, QRect(0, 0, first, 20), {chips[0]}), 1);
}

void StyleTest::aLoneChipThatIsTooLongElides()
{
    const QVector<paint::Chip> chips = {{Tone::Danger, QString(), QStringLiteral("Missed visit yesterday")},
                                        {Tone::Neutral, QString(), QStringLiteral("Overdue 2 h")}};
    QImage image(300, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter p(&image);
        QCOMPARE(paint::chips(&p, QRect(0, 0, 90, 20), chips), 1);
    }
    for (int x = 91; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y)
            QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
    }
}

QTEST_MAIN(StyleTest)
#include "style_test.moc"
