#pragma once

#include "core/desk/campaign_office.h"
#include "core/desk/desk.h"

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace beback::ui {

class AudiencePanel;
class Banner;
class CampaignForm;
class CampaignList;
class ChipLabel;
class EmptyState;
class FieldError;
class KeyButton;
class Pane;
class ResultPanel;
class SkeletonWidget;
class TextLabel;

// Where a manager describes what changed, sees whom that speaks to and what it asks of each day before anything is done, starts it,
// and sees afterwards what came of it. What is being written is a draft, kept as it is typed.
class CampaignsRoom : public QWidget
{
    Q_OBJECT
public:
    CampaignsRoom(Desk &desk, const Clock &clock, QWidget *parent = nullptr);

    void setZone(const QString &zone) { m_zone = zone; }
    void refresh(); // reads the campaigns
    void show(CampaignShelf shelf);
    void choose(const QString &id);
    void flush(); // keeps what was typed last, before the room is left
    Pane *pane() const;
    const Campaign &campaign() const { return m_campaign; } // the one that is shown, as it stands in the fields
    bool isDraft() const { return m_draft; }
    bool isWeighed() const { return m_weighed; } // what is shown of its people belongs to what stands in the fields

Q_SIGNALS:
    void said(const QString &text);
    void lookAsked(beback::CustomerId customer, beback::LeadId lead);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildSide(QVBoxLayout *column);
    void buildHead(QVBoxLayout *column);
    void buildPages(QVBoxLayout *column);
    void connectParts();
    void showCampaign();
    void showHead(const CampaignResult *one);
    void showFault();
    void create();
    void copy();
    void begin(const Campaign &draft); // a draft that was not there before
    QString freeId(const Campaign &campaign) const;
    void edited();
    void keep();
    void keep(const Campaign &campaign); // any draft, to the store
    void weigh();
    void weighed(const Result<CampaignPreview> &answer);
    void askToDrop();
    void askToStart();
    void askToStop();
    void decide(const Campaign &shown); // whom it speaks to, and then move() puts them on its plan
    // A part of the people of this one, whichever is shown by then, and the next part after it.
    void move(const QString &id, bool stopping, int before = 0);
    void moved(const QString &id, bool stopping, const Result<CampaignMove> &answer, int before);
    void ended(bool stopping, const Result<CampaignMove> &answer);
    void notKept(const Campaign &campaign, const Error &error);
    void cannotRead(const Error &error);
    void block(const QString &because);
    void fail(const QString &heading, const Error &error);
    QString planName(const QString &id) const;
    QString clockTime(Instant at) const;

    Desk &m_desk;
    const Clock &m_clock;
    QString m_zone = QStringLiteral("UTC");
    CampaignShelf m_shelf;
    Campaign m_campaign;
    CampaignPreview m_preview;
    bool m_read = false;    // the campaigns were read once
    QString m_blocked;      // while the shared database does not answer: why nothing is begun; empty: it does, or there is none
    bool m_draft = false;
    bool m_unkept = false;  // changed since it was kept
    int m_keeps = 0;        // counts what is kept: what was read before is older than what stands here
    int m_keeping = 0;      // how many of them are not answered yet
    std::optional<Campaign> m_decides; // to be started as soon as they are
    QHash<QString, Campaign> m_waiting; // other drafts that could not be kept; sent as soon as there is an answer again
    bool m_weighed = false;
    bool m_moving = false;  // a start or a stop goes on
    bool m_asking = false;  // a look goes on; one at a time
    bool m_stale = false;   // something changed since it was asked for
    std::optional<CampaignFault> m_fault;
    QTimer m_keepSoon, m_weighSoon, m_askAgain;

    CampaignList *m_list;
    KeyButton *m_new, *m_copy, *m_drop, *m_start, *m_stop;
    TextLabel *m_title, *m_stands, *m_keptLabel;
    QLineEdit *m_rename;
    FieldError *m_titleError;
    ChipLabel *m_chip;
    QWidget *m_head;
    Banner *m_problem;
    QStackedWidget *m_pages;
    QWidget *m_editor;
    CampaignForm *m_form;
    AudiencePanel *m_audience;
    ResultPanel *m_result;
    EmptyState *m_empty;
    SkeletonWidget *m_skeleton;
    QPointer<Pane> m_pane;
};

} // namespace beback::ui
