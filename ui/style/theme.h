#pragma once

#include "core/history/medium.h"

#include <QColor>
#include <QFont>
#include <QPalette>

namespace beback::ui {

// Every colour, size and type role of the design system. The one place with numbers: views ask, they never say "#".
struct Theme {
    bool dark = false;
    QColor bg, surface, raised, field, hover, border, edge, text, muted;
    QColor accent, onAccent, accentSoft, focus;
    QColor success, successSoft, warning, warningSoft, danger, dangerSoft, info, infoSoft;
    QColor under, seriesB, hatch;
    std::array<QColor, 6> media; // by Medium

    QColor medium(Medium m) const { return media[size_t(m)]; }

    static Theme light();
    static Theme darkOne();
    QPalette palette() const;

    static const Theme &current(); // of the running application; light before apply()
    enum class Choice { System, Light, Dark };
    // Sets palette, style and font; every painter follows. Emits through QEvent::ApplicationPaletteChange.
    static void apply(Choice choice);
    static Choice choice();

    // Text and everything measured from it, 1.0 to 2.0, on top of what the screen itself scales. Applied at once when a
    // theme is applied already.
    static void setTextScale(qreal scale);
    static qreal textScale();

    // While one lives, everything its thread paints is painted as on paper: in the light colors and at the sizes of the design, whatever
    // the window shows. One at a time in a thread. In any other thread than the GUI's nothing of this file may be asked for without one.
    class OnPaper
    {
    public:
        OnPaper();
        ~OnPaper();
        OnPaper(const OnPaper &) = delete;
        OnPaper &operator=(const OnPaper &) = delete;
    };
};

// A size of this page's numbers at the current text scale: scaled(metrics::QueueRow).
int scaled(int pixels);

// Device-independent pixels at 100 %.
namespace metrics {
inline constexpr int TopStrip = 44, BottomStrip = 26, Queue = 296, QueueNarrow = 276, History = 308, HistoryNarrow = 288;
inline constexpr int NarrowBelow = 1320, MiddleLeast = 600;
inline constexpr int QueueRow = 68, QueueHead = 24, QueueFoot = 30, PaneHead = 40, Chip = 18, Button = 28, ButtonTall = 32;
inline constexpr int PointRow = 34, TableRow = 28, Mark = 9, MarkGap = 3, Icon = 16, IconSmall = 12;
inline constexpr int PadSide = 12, PadMiddle = 20, Radius = 4, RadiusCard = 6;
} // namespace metrics

// Type roles (look.md section 3).
enum class Type { Figure, Name, Title, Body, Strong, Label, LabelStrong, Small, Overline };
QFont font(Type type);
int lineHeight(Type type); // of one line, never less than the role's own

// What a text is written in.
enum class Ink { Text, Muted, Accent, OnAccent, Inverse, Success, Warning, Danger, Info };
QColor inkColor(Ink ink);

enum class Tone { Neutral, Good, Info, Warning, Danger, Must };
QColor toneText(Tone tone);
QColor toneFill(Tone tone); // transparent for Must

} // namespace beback::ui
