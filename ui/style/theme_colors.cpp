#include "ui/style/theme.h"

namespace beback::ui {

// The numbers of the design system. Every pair of text and ground here reaches 4.5, every mark 3; tests compute it.

Theme Theme::light()
{
    Theme t;
    t.dark = false;
    t.bg = QColor(0xED, 0xF0, 0xF4);
    t.surface = QColor(0xFF, 0xFF, 0xFF);
    t.raised = QColor(0xF6, 0xF7, 0xF9);
    t.field = QColor(0xFF, 0xFF, 0xFF);
    t.hover = QColor(0xF0, 0xF2, 0xF6);
    t.border = QColor(0xD4, 0xD9, 0xE1);
    t.edge = QColor(0x7E, 0x88, 0x96);
    t.text = QColor(0x18, 0x20, 0x2B);
    t.muted = QColor(0x53, 0x5D, 0x6B);
    t.accent = QColor(0x35, 0x47, 0xA8);
    t.onAccent = QColor(0xFF, 0xFF, 0xFF);
    t.accentSoft = QColor(0xE5, 0xE9, 0xF8);
    t.focus = QColor(0x3F, 0x6F, 0xE8);
    t.success = QColor(0x17, 0x6B, 0x3A);
    t.successSoft = QColor(0xDF, 0xF2, 0xE6);
    t.warning = QColor(0x7F, 0x52, 0x00);
    t.warningSoft = QColor(0xFC, 0xEF, 0xCF);
    t.danger = QColor(0xAE, 0x23, 0x1C);
    t.dangerSoft = QColor(0xFB, 0xE5, 0xE3);
    t.info = QColor(0x0A, 0x62, 0x87);
    t.infoSoft = QColor(0xDF, 0xEF, 0xF7);
    t.under = QColor(0xC0, 0x72, 0x0A);
    t.seriesB = QColor(0x71, 0x81, 0xD2);
    t.hatch = QColor(0xC3, 0xCA, 0xD4);
    t.media = {QColor(0x0B, 0x63, 0xDC), QColor(0x14, 0x6B, 0x52), QColor(0x99, 0x2C, 0x95),
               QColor(0x87, 0x68, 0x00), QColor(0x8A, 0x2E, 0x10), QColor(0x3E, 0x46, 0x56)};
    return t;
}

Theme Theme::darkOne()
{
    Theme t;
    t.dark = true;
    t.bg = QColor(0x11, 0x15, 0x1B);
    t.surface = QColor(0x19, 0x1E, 0x26);
    t.raised = QColor(0x21, 0x28, 0x32);
    t.field = QColor(0x14, 0x19, 0x20);
    t.hover = QColor(0x26, 0x2E, 0x39);
    t.border = QColor(0x33, 0x3C, 0x49);
    t.edge = QColor(0x7C, 0x88, 0x98);
    t.text = QColor(0xE7, 0xEB, 0xF1);
    t.muted = QColor(0xA5, 0xB0, 0xBF);
    t.accent = QColor(0xA3, 0xB2, 0xFF);
    t.onAccent = QColor(0x14, 0x1A, 0x3C);
    t.accentSoft = QColor(0x2A, 0x34, 0x62);
    t.focus = QColor(0x8F, 0xA6, 0xFF);
    t.success = QColor(0x6F, 0xCF, 0x93);
    t.successSoft = QColor(0x19, 0x35, 0x25);
    t.warning = QColor(0xEB, 0xB8, 0x50);
    t.warningSoft = QColor(0x3A, 0x2E, 0x12);
    t.danger = QColor(0xFF, 0x92, 0x88);
    t.dangerSoft = QColor(0x45, 0x21, 0x1F);
    t.info = QColor(0x74, 0xC3, 0xE8);
    t.infoSoft = QColor(0x16, 0x32, 0x3F);
    t.under = QColor(0xE0, 0xA0, 0x3A);
    t.seriesB = QColor(0x66, 0x75, 0xC6);
    t.hatch = QColor(0x43, 0x4E, 0x5D);
    t.media = {QColor(0x9F, 0xCB, 0xF7), QColor(0x52, 0xDC, 0xAB), QColor(0xE2, 0x74, 0xDC),
               QColor(0xE6, 0xC5, 0x52), QColor(0xF0, 0x73, 0x55), QColor(0x92, 0x9B, 0xA8)};
    return t;
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto both = [&p](QPalette::ColorRole role, const QColor &active, const QColor &disabled) {
        p.setColor(QPalette::Active, role, active);
        p.setColor(QPalette::Inactive, role, active);
        p.setColor(QPalette::Disabled, role, disabled);
    };
    both(QPalette::Window, bg, bg);
    both(QPalette::WindowText, text, muted);
    both(QPalette::Base, field, raised);
    both(QPalette::AlternateBase, raised, raised);
    both(QPalette::Text, text, muted);
    both(QPalette::PlaceholderText, muted, muted);
    both(QPalette::Button, field, raised);
    both(QPalette::ButtonText, text, muted);
    both(QPalette::BrightText, danger, muted);
    both(QPalette::Highlight, accent, edge);
    both(QPalette::HighlightedText, onAccent, surface);
    both(QPalette::Link, accent, muted);
    both(QPalette::LinkVisited, accent, muted);
    both(QPalette::ToolTipBase, text, text);
    both(QPalette::ToolTipText, surface, surface);
    both(QPalette::Light, surface, surface);
    both(QPalette::Midlight, border, border);
    both(QPalette::Mid, edge, border);
    both(QPalette::Dark, edge, border);
    both(QPalette::Shadow, border, border);
    return p;
}

QColor toneText(Tone tone)
{
    const Theme &t = Theme::current();
    switch (tone) {
    case Tone::Good: return t.success;
    case Tone::Info: return t.info;
    case Tone::Warning:
    case Tone::Must: return t.warning;
    case Tone::Danger: return t.danger;
    case Tone::Neutral: break;
    }
    return t.text;
}

QColor toneFill(Tone tone)
{
    const Theme &t = Theme::current();
    switch (tone) {
    case Tone::Good: return t.successSoft;
    case Tone::Info: return t.infoSoft;
    case Tone::Warning: return t.warningSoft;
    case Tone::Danger: return t.dangerSoft;
    case Tone::Must: return QColor(Qt::transparent);
    case Tone::Neutral: break;
    }
    return t.hover;
}

QColor inkColor(Ink ink)
{
    const Theme &t = Theme::current();
    switch (ink) {
    case Ink::Muted: return t.muted;
    case Ink::Accent: return t.accent;
    case Ink::OnAccent: return t.onAccent;
    case Ink::Inverse: return t.surface;
    case Ink::Success: return t.success;
    case Ink::Warning: return t.warning;
    case Ink::Danger: return t.danger;
    case Ink::Info: return t.info;
    case Ink::Text: break;
    }
    return t.text;
}

} // namespace beback::ui
