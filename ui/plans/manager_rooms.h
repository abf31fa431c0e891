#pragma once

#include <QVector>
#include <QWidget>

#include <functional>

class QStackedWidget;

namespace beback::ui {

class SegmentedControl;

// What managers look after, one room beside the other, with a switch between them above.
class ManagerRooms : public QWidget
{
    Q_OBJECT
public:
    explicit ManagerRooms(QWidget *parent = nullptr);

    // The first is shown. `Room` reads with refresh() when it is entered, and keeps with flush() what was typed when it is left.
    template <class Room> void addRoom(const QString &name, Room *room)
    {
        add(name, room, {[room] { room->refresh(); }, [room] { room->flush(); }});
    }
    void setCurrent(QWidget *room);
    void refresh(); // the one that is shown
    void flush();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Ways {
        std::function<void()> refresh, flush;
    };
    void add(const QString &name, QWidget *room, Ways ways);
    void choose(int index);
    QVector<Ways> m_ways;
    SegmentedControl *m_switch;
    QStackedWidget *m_rooms;
};

} // namespace beback::ui
