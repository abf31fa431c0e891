#pragma once

#include "core/desk/desk_types.h"
#include "ui/lead/lead_deed.h"
#include "ui/lead/touch_draft.h"
#include "ui/shell/key_table.h"
#include "ui/shell/seams.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace beback::ui {

class Banner;
class CheckPane;
class HistoryPane;
class KeyBindings;
class LeadPane;
class OutcomeBar;
class QueuePane;
class SidePane;
class SkeletonWidget;
class SolutionsPane;
class SpellCheck;
class WorkPages;

// The room an agent lives in: the queue, the lead in hand, its history, and below what came of the touch. Shows values
// and says what was asked for; it knows no desk.
class WorkRoom : public QWidget
{
    Q_OBJECT
public:
    WorkRoom(const Clock &clock, Seams seams, const KeyBindings &keys, QWidget *parent = nullptr);

    void setZone(const QString &zone); // the store's
    void showQueue(const QueuePage &page);
    void setQueueLoading();
    void showLead(const LeadView &view, const TouchDraft &draft);
    void updateLead(const LeadView &view); // the same lead; what is being entered stays
    void showNobody(const QueuePage &page);
    void showUnreachable(const QString &host, const QString &why = {}); // the shared database does not answer; what still works
    void showPaused();
    void showLoading();
    void showProblem(const QString &heading, const QString &sentence, const QString &button); // empty heading: gone
    void showKept(const QString &time); // when the draft was kept
    // Something that may begin, beside what is going on; an empty heading: no more.
    void showOffer(const QString &heading, const QString &sentence, const QString &button, const QString &link);
    // The room without queue and history: these at the sides instead, and the outcomes between them. They stay the caller's.
    void focusOn(QWidget *left, QWidget *right);
    void unfocus();
    bool isFocused() const { return m_focus; }
    void tick();                        // each second: clocks, and the time on this lead

    bool act(Act act); // false: not an act of this room
    const LeadView *lead() const { return m_lead ? &*m_lead : nullptr; }
    Duration timeOnLead() const;
    OutcomeBar *outcomes() const { return m_outcomes; }
    LeadPane *pane() const { return m_pane; }
    QueuePane *queue() const { return m_queue; }
    void callAnyway(const PointView &point, const QString &reason); // beyond a rule of the house; the reason is kept with the call

Q_SIGNALS:
    void saveAsked(const beback::RecordRequest &request, bool thenPause);
    void draftChanged(beback::LeadId lead, const beback::ui::TouchDraft &draft);
    void takeAsked(beback::CustomerId customer);
    void lookAsked(beback::CustomerId customer, beback::LeadId lead);
    void backAsked();
    void readyAsked();
    void undoAsked(beback::EventId event);
    void alertAsked(beback::LeadId lead, const QString &deal); // a manager is to save this deal
    void deedAsked(beback::ui::LeadDeed deed, const beback::PointView &point);
    void leadsInAsked();
    void problemActed();
    void offerTaken();
    void offerDeclined();
    void said(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *buildRight();
    WorkPages &pages();
    void connectParts();
    void connectTouches();
    void connectWords();   // what is checked, asked and offered
    void showCheck();
    void showGuide();
    void takeAnswer(const QString &key, const QString &value);
    const Guide *guide() const; // of the call in hand; null: it is none
    MessageFacts messageFacts() const;
    void otherWording();
    void openSolutions();
    PreparedWords wordsFor(Medium medium) const;
    void buildMenu();
    void applyKeys();
    void applyReadOnly();
    void keepDraft();
    void sayNoCall();
    void call(const PointView &point);
    bool mayNow(Medium medium, const QString &pointKey);
    void write(Medium medium);
    void openWords(Medium medium);
    void handOver();
    void copyWords();
    void closeWords();
    void useMedium(Medium medium);
    void ask(LeadDeed deed);
    std::optional<PointView> closedByTheHouse() const; // a number that only a rule of the house keeps from being called
    void save(bool thenPause);
    void openFromQueue(CustomerId customer);
    void showPage(QWidget *page);
    void placeSplitters();
    void showSides();
    void arrange();
    void dress();

    const Clock &m_clock;
    Seams m_seams;
    const KeyBindings &m_keys;
    QString m_zone;
    QueuePage m_page;
    std::optional<LeadView> m_lead;
    TouchDraft m_draft;
    Instant m_since, m_callSince;
    bool m_placed = false, m_nobody = false, m_focus = false, m_sides = true;

    QSplitter *m_outer = nullptr, *m_inner = nullptr;
    QStackedWidget *m_middle = nullptr;
    Banner *m_problem = nullptr, *m_offer = nullptr;
    QStackedWidget *m_left = nullptr, *m_right = nullptr; // queue and history, or what takes their places
    QVBoxLayout *m_below = nullptr, *m_between = nullptr; // where the outcomes are
    QueuePane *m_queue = nullptr;
    LeadPane *m_pane = nullptr;
    HistoryPane *m_history = nullptr;
    SidePane *m_side = nullptr; // the history with the check and the solutions beside it
    CheckPane *m_check = nullptr;
    SolutionsPane *m_solutions = nullptr;
    SpellCheck *m_spelling = nullptr;
    QTimer m_spellSoon;
    QHash<QString, PreparedWords> m_edited; // of this lead, by wording
    OutcomeBar *m_outcomes = nullptr;
    SkeletonWidget *m_skeleton = nullptr;
    WorkPages *m_pages = nullptr;
    QMenu *m_menu = nullptr;
};

} // namespace beback::ui
