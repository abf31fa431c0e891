#pragma once

#include "core/desk/desk_types.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;
class QMenu;

namespace beback::ui {

class KeyButton;
class SearchField;
class SegmentedControl;
class TodayLabel;

// Brand, rooms, search, today's count, ready or pause, the person.
class TopStrip : public QWidget
{
    Q_OBJECT
public:
    explicit TopStrip(QWidget *parent = nullptr);

    void setRooms(const QStringList &names, const QStringList &tips);
    void setRoom(int index);
    void setToday(TodayCount today);
    void setReady(bool ready);
    void setPerson(const QString &name, QMenu *menu);
    void setKeys(const QString &search, const QString &ready);
    SearchField *search() const { return m_search; }

Q_SIGNALS:
    void roomAsked(int index);
    void readyAsked(bool ready);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_rooms;
    QHBoxLayout *m_tabs;
    SearchField *m_search;
    TodayLabel *m_today;
    SegmentedControl *m_ready;
    KeyButton *m_person;
};

// A name as short as the strip has room for: "Priya N."
QString shortName(const QString &name);

} // namespace beback::ui
