#pragma once

#include "core/desk/desk_types.h"

#include <QWidget>

class QMenu;

namespace beback::ui {

class ChipLabel;
class ElidedLabel;
class KeyButton;
class TextLabel;

// Who, which vehicle, where the customer is and what time it is there.
class LeadHeader : public QWidget
{
    Q_OBJECT
public:
    explicit LeadHeader(QWidget *parent = nullptr);

    void show(const LeadView &view, Instant now);
    void setNow(Instant now); // the customer's time
    void setStoreZone(const QString &zone) { m_storeZone = zone; } // since when somebody has them is told in it
    void setRoomy(bool roomy);
    void setMenu(QMenu *menu); // what else can be done about the lead

private:
    void setHeld(const LeadView &view, Instant now);
    void setVehicle(const LeadState *lead);

    QString m_zone, m_storeZone;
    ElidedLabel *m_name, *m_details, *m_arrived;
    TextLabel *m_vehicle, *m_place, *m_time, *m_hours;
    ElidedLabel *m_trade;
    ChipLabel *m_age, *m_held;
    KeyButton *m_more;
};

// "gray, H2417, $34,180": what is known of a vehicle besides its label.
QString vehicleFacts(const Vehicle &vehicle);

} // namespace beback::ui
