#pragma once

#include "core/desk/desk_types.h"

#include <QWidget>

class QVBoxLayout;

namespace beback::ui {

class Banner;
class GuidePanel;
class KeyButton;
class SegmentedControl;
class TextLabel;

// A guide walked through as an agent would, with the very panel of the window, and what the answers would do. They are kept
// nowhere.
class GuideTryout : public QWidget
{
    Q_OBJECT
public:
    explicit GuideTryout(QWidget *parent = nullptr);

    // Whose facts stand in the words. `now`: what "tomorrow" is counted from.
    void setLookedAt(const WordFacts &facts, const QString &zone, Instant now);
    // Answers to questions that are as they were are kept. One that cannot be read is not walked: the sentence says why.
    void show(const Guide &guide);
    void beginAgain();
    QStringList deeds() const; // as sentences
    GuidePanel *panel() const { return m_panel; }
    void focusCurrent();

private:
    void build();
    void setLanguage(int language);
    void renew(); // a panel that remembers nothing
    void walk(const GuideState &state);
    void showDeeds();

    Guide m_guide;
    LeadView m_view; // only what the panel reads
    Instant m_now;
    bool m_walkable = false;
    SegmentedControl *m_language;
    KeyButton *m_again;
    Banner *m_problem;
    QVBoxLayout *m_column;
    GuidePanel *m_panel = nullptr;
    QWidget *m_below;
    TextLabel *m_deeds;
};

} // namespace beback::ui
