#pragma once

#include <QWidget>

namespace beback::ui {

class TextLabel;

// What a manager says to the one who works a lead: a quiet line, in an ink and with a head of its own, so that nobody reads it out to the
// customer.
class CoachLine : public QWidget
{
    Q_OBJECT
public:
    explicit CoachLine(QWidget *parent = nullptr);
    void show(const QStringList &notes); // hides itself where there are none

private:
    TextLabel *m_notes;
};

} // namespace beback::ui
