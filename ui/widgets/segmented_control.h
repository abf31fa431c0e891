#pragma once

#include "core/history/medium.h"

#include <QVector>
#include <QWidget>

#include <optional>

class QButtonGroup;

namespace beback::ui {

class SegmentButton;

// One of several, side by side in one frame. One tab stop; arrow keys walk and choose.
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    struct Segment
    {
        QString text;                 // may be empty when there is an icon
        QString icon;                 // freedesktop name, may be empty
        QString key;                  // key cap, may be empty
        QString name;                 // accessible name and tool tip; empty: the text
        std::optional<Medium> medium; // tints the icon
        bool dot = false;             // the round "ready" dot before the text
    };

    explicit SegmentedControl(QWidget *parent = nullptr);

    int addSegment(const Segment &segment); // returns its index
    int count() const { return int(m_segments.size()); }
    int currentIndex() const;        // -1: none chosen
    void setCurrentIndex(int index); // -1 unchooses; emits currentChanged when it differs
    void setSegmentText(int index, const QString &text);
    void setSegmentEnabled(int index, bool enabled);
    void setTall(bool tall); // 32 instead of 28

Q_SIGNALS:
    void currentChanged(int index);
    void activated(int index); // chosen by a person, also when it was chosen already

private:
    QVector<SegmentButton *> m_segments;
    QButtonGroup *m_group;
    bool m_tall = false;
    int m_last = -1;
};

} // namespace beback::ui
