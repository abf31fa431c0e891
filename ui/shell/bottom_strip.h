#pragma once

#include <QWidget>

namespace beback::ui {

class ElidedLabel;
class KeyCapLabel;
class LinkButton;
class TextLabel;

// Where the data is, whether everything is saved, the time on this lead.
class BottomStrip : public QWidget
{
    Q_OBJECT
public:
    explicit BottomStrip(QWidget *parent = nullptr);

    void setPlace(const QString &place, bool well); // "On this computer"
    void setRooftop(const QString &text);
    void setSaved(const QString &text);             // "Everything saved 11:41:58", "Saving"
    void setOnLead(const QString &text);            // "This lead 4:02"
    void setKey(const QString &key);

Q_SIGNALS:
    void keysAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool m_well = true;
    TextLabel *m_place, *m_saved, *m_lead, *m_keys;
    ElidedLabel *m_rooftop;
    KeyCapLabel *m_key;
};

} // namespace beback::ui
