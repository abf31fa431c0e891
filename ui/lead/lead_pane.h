#pragma once

#include "core/desk/desk_types.h"
#include "ui/lead/point_rows.h"
#include "ui/lead/touch_draft.h"

#include <QWidget>

class QMenu;

namespace beback::ui {

class AlertCard;
class Banner;
class CoachLine;
class CustomerWords;
class GuidePanel;
class LeadHeader;
class StepCard;
class WordsPanel;

// The lead in hand: who, why, how to contact, and the words being written.
class LeadPane : public QWidget
{
    Q_OBJECT
public:
    explicit LeadPane(QWidget *parent = nullptr);

    void show(const LeadView &view, const TouchDraft &draft, Instant now);
    void update(const LeadView &view, Instant now); // the same lead: what is being entered stays
    void setNow(Instant now);
    void setReadOnly(const QString &heading, const QString &sentence, const QString &button); // empty heading: free
    void setMenu(QMenu *menu);
    // More air, larger name, for a room in which nothing else is; `low`: with the usual air.
    void setRoomy(bool roomy, bool low = false);
    void setStoreZone(const QString &zone);
    void setOnCall(const QString &pointKey, const QString &elapsed) { m_points->setOnCall(pointKey, elapsed); }
    PointRows *points() const { return m_points; }
    WordsPanel *words() const { return m_words; }
    GuidePanel *guide() const { return m_guide; }
    // The conversation of the call this is, or will be; none: it is no call.
    void showGuide(const Guide *guide, const LeadView &view, const TouchDraft &draft, Instant now);
    bool isGuided() const;
    bool isWriting() const;
    void setWanted(const QString &wanted);

    void write(Medium medium, const PreparedWords &words, const PointView *to, const MessageFacts &facts);
    void closeWords();
    void focusFirst(); // the button the touch begins with

Q_SIGNALS:
    void wantedChanged(const QString &wanted);
    void readOnlyActed();

private:
    LeadHeader *m_header;
    Banner *m_banner, *m_noDialling;
    StepCard *m_step;
    PointRows *m_points;
    WordsPanel *m_words;
    AlertCard *m_alert;
    CoachLine *m_coach;
    GuidePanel *m_guide;
    QString m_zone = QStringLiteral("UTC"); // the store's
    CustomerWords *m_comments;
};

} // namespace beback::ui
