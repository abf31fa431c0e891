#pragma once

#include "core/desk/desk.h"
#include "core/report/report_head.h"
#include "core/report/saved_view.h"
#include "ui/charts/chart_spot.h"

#include <QWidget>

#include <functional>
#include <memory>

class QHBoxLayout;
class QMenu;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace beback::ui {

class Banner;
class Card;
class ChartFilterRow;
class ChartLeads;
class ChartLegend;
class ChartList;
class ChartTable;
class ChartView;
class EmptyState;
class KeyButton;
class LinkButton;
class Memory;
class Paper;
class SaveAsker;
class SegmentedControl;
class SkeletonWidget;
class TextLabel;
class ViewsButton;

// Where a manager sees what is done and what it brings: one chart at a time with its sentence, its numbers as a table, how they are
// counted, and below it the leads behind the mark that is chosen.
class ChartsRoom : public QWidget
{
    Q_OBJECT
public:
    ChartsRoom(Desk &desk, const Clock &clock, std::shared_ptr<Memory> memory, std::shared_ptr<Paper> paper, QWidget *parent = nullptr);
    ~ChartsRoom() override;

    void setZone(const QString &zone) { m_zone = zone; }
    void setStore(const QString &store) { m_store = store; } // see storeText()
    void setAsker(std::shared_ptr<SaveAsker> asker) { m_asker = std::move(asker); }
    void refresh(); // reads the charts; what is chosen stays
    void flush() {} // nothing is typed here
    void show(const ChartPage &page);
    void chooseChart(const QString &id);
    void chooseMark(const QString &seriesKey, const QString &markKey); // of the chart that is shown; `seriesKey` empty: all series
    // Leads that another room asks about, in the list below until a mark is chosen.
    void showLeads(const QString &heading, const QVector<LeadId> &leads);
    void setFilter(const ChartFilter &filter); // remembered, and read by it
    const ChartFilter &filter() const { return m_filter; }
    void openView(const SavedView &view); // its chart, asked what it asks
    QString chartId() const { return m_id; }
    bool isReading() const; // the chart that is shown, for the first time
    bool isTable() const;
    void showTable(bool on);

    bool hasRead() const { return m_read; } // the charts were read once

Q_SIGNALS:
    void said(const QString &text);
    void lookAsked(beback::CustomerId customer, beback::LeadId lead);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr char ChartKey[] = "charts/chart", TableKey[] = "charts/table"; // what is remembered
    // What is chosen, also while the chart it is in is read anew.
    struct Chosen {
        QString chart, series, mark;
    };
    bool takeChart(const QString &id); // as far as it was read; false: it is shown already
    void buildTop(QVBoxLayout *column);
    void buildSavedViews(QVBoxLayout *column);
    void buildBody();
    void buildHead(QVBoxLayout *column);
    void buildViews(QVBoxLayout *column);
    QWidget *buildSide();
    void buildMenu();
    void connectParts();
    const Chart *shownChart() const;
    SavedView shownView() const; // what is in sight, with a name that would do
    void choose(const Chosen &chosen);
    void showChart();
    void showReading(const Chart &chart);
    void showPeople();
    void showEmpty();
    void showChosen();
    void showLeadsOf(const Chart &chart, ChartSpot spot);
    void showDefinition(bool on);
    void give(const QVector<LeadId> &leads, const QString &login, const QString &name);
    void actAsSaid(const QVector<ManagerAct> &acts);
    // `done`: what to say of how many.
    void act(const QVector<ManagerAct> &acts, const std::function<QString(int)> &done);
    void offerUndo(const QVector<EventId> &events);
    void takeBack();
    void readPlans();
    void proposeBalance();
    void buildExports();
    ReportHead head() const;
    void saveAs(const QString &name, const QString &suffix, const QString &title, const std::function<Result<QByteArray>()> &make);
    void saveChart(const QString &suffix);
    void saveAll();
    void saveLeads(const QString &suffix);
    void readLeads(const QVector<LeadId> &rest, const QVector<ChartLead> &read, const std::function<void(const QVector<ChartLead> &)> &then);
    void saveMondayPage();
    void write(const QString &path, const std::function<Result<QByteArray>()> &make); // see writeLater()
    void fail(const QString &heading, const QString &sentence, bool canRetry);

    Desk &m_desk;
    const Clock &m_clock;
    std::shared_ptr<Memory> m_memory;
    std::shared_ptr<Paper> m_paper;
    std::shared_ptr<SaveAsker> m_asker;
    QString m_zone = QStringLiteral("UTC");
    QString m_store;
    ChartPage m_page;
    ChartFilter m_filter;
    QString m_id; // of the chart that is shown
    Chosen m_chosen;
    QString m_givenHeading; // another room's question
    QVector<LeadId> m_given;
    bool m_read = false;  // the charts were read once
    bool m_retry = false; // what the banner's button does
    int m_asked = 0;      // an answer to an earlier question is dropped

    ChartList *m_list;
    ChartFilterRow *m_filters;
    ViewsButton *m_savedViews;
    KeyButton *m_export, *m_emptyReset, *m_emptyYear;
    QMenu *m_menu;
    TextLabel *m_asOf, *m_says, *m_beneath, *m_counted, *m_peopleBeneath;
    LinkButton *m_how;
    Card *m_definition;
    ChartLegend *m_legend;
    SegmentedControl *m_switch;
    Banner *m_problem, *m_gave, *m_viewChanged;
    QVector<EventId> m_givenBy; // what Undo takes back
    bool m_weighing = false;    // who could take what is asked, and not answered yet
    QStackedWidget *m_pages, *m_views;
    QWidget *m_body, *m_side;
    QScrollArea *m_area;
    ChartView *m_view, *m_people;
    ChartTable *m_table;
    EmptyState *m_empty;
    SkeletonWidget *m_skeleton;
    ChartLeads *m_leads;
};

} // namespace beback::ui
