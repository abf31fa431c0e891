#pragma once

#include "ui/shell/link_facts.h"

#include <QWidget>

namespace beback::ui {

class ChipLabel;
class ElidedLabel;
class IconLabel;
class KeyCapLabel;
class LinkButton;
class TextLabel;

// Where the data is and how this desk stands to it, whether everything is saved, the time on this lead.
class BottomStrip : public QWidget
{
    Q_OBJECT
public:
    explicit BottomStrip(QWidget *parent = nullptr);

    void setLink(const LinkState &state, const QString &zone, Instant now); // embedded: "On this computer"
    void setTrip(const StripTrip &trip);
    void clear();                                                           // no place: nobody is at the desk
    void setNow(Instant now);
    void setWell(bool well);            // false: something could not be saved
    void setRooftop(const QString &text);
    void setSaved(const QString &text);             // "Everything saved 11:41:58", "Saving"
    void setOnLead(const QString &text);            // "This lead 4:02"
    void setKey(const QString &key);

Q_SIGNALS:
    void keysAsked();
    void tripAsked(); // what is carried
    void passwordAsked(); // the database answers and does not take it any more

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void apply();
    void ink();
    bool isOffline() const { return m_link.mode == LinkState::Mode::Offline; }

    LinkState m_link;
    StripTrip m_trip;
    QString m_zone;
    Instant m_now;
    bool m_well = true;
    IconLabel *m_icon;
    TextLabel *m_place, *m_saved, *m_lead, *m_keys;
    ElidedLabel *m_more, *m_rooftop;
    LinkButton *m_password, *m_carried;
    ChipLabel *m_waiting, *m_certificate;
    KeyCapLabel *m_key;
};

} // namespace beback::ui
