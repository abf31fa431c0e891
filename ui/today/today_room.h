#pragma once

#include "core/desk/desk.h"
#include "core/report/chart.h"
#include "core/report/today.h"

#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <memory>
#include <optional>

class QGridLayout;
class QScrollArea;
class QVBoxLayout;

namespace beback::ui {

class Banner;
class DutiesList;
class DutySheet;
class KeyButton;
class NeedsList;
class SaveAsker;
class SmallChart;
class Tiles;

// What a manager should know and do now, in two minutes: the day in figures, what waits for a manager, and four charts. It keeps
// itself fresh while it is in sight.
class TodayRoom : public QWidget
{
    Q_OBJECT
public:
    TodayRoom(Desk &desk, const Clock &clock, QWidget *parent = nullptr);
    ~TodayRoom() override;

    void setZone(const QString &zone) { m_zone = zone; }
    void setStore(const QString &store) { m_store = store; } // see storeText()
    void setAsker(std::shared_ptr<SaveAsker> asker) { m_asker = std::move(asker); }
    // What others change is looked at so long after the page was read last; by itself half a minute. What is done in here, at once.
    void setQuiet(std::chrono::milliseconds quiet) { m_quiet.setInterval(quiet); }
    void refresh(); // reads the page and the charts
    void show(const TodayPage &page);
    void showCharts(const ChartPage &page);
    void tick(); // the clocks on it go on; by itself every second in sight
    const TodayPage &page() const { return m_page; }

    bool hasRead() const { return m_read; } // the page was read once

Q_SIGNALS:
    void said(const QString &text);
    void lookAsked(beback::CustomerId customer, beback::LeadId lead); // one, in the Work room
    void leadsAsked(const QString &title, const QVector<beback::LeadId> &leads); // several, in the list below the charts
    void answerAsked(beback::LeadId lead); // an alert
    void looksAsked(); // what needs a look, in a sheet
    void chartAsked(const QString &id);
    void roomAsked(const QString &name); // "leads-in": where what could not be read is mended

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildBody(QVBoxLayout *column);
    void buildFoot(QVBoxLayout *column);
    void buildTimers();
    void connectParts();
    void arrange(); // by the room there is
    void arrangeCharts(int columns);
    void noteChanged();
    void readPage();
    void readCharts();
    void act(const NeedsYou &need);
    void connectDuties();
    void showDuties();
    void openDuty(const Duty &duty);
    void endDuty(const Duty &duty);
    void askDuty(const Duty *leftOut); // null: a new one
    void closeSheet();
    void sayAbout(const DutyWord &word, const QString &about);
    // `sheet`: which one asks, see m_sheetNumber; 0: a row. `about`: the name of whom it is about.
    void sayDuty(const DutyWord &word, int sheet, const QString &about = {});
    void dutySaid(const DutyWord &asked, int sheet, const QString &about, const Result<DutyWord> &kept);
    bool isOpen(int sheet) const;
    void showProblem();
    void saveMondayPage();

    Desk &m_desk;
    const Clock &m_clock;
    QString m_zone = QStringLiteral("UTC");
    QString m_store;
    std::shared_ptr<SaveAsker> m_asker;
    TodayPage m_page;
    bool m_read = false, m_chartsRead = false;       // once
    bool m_reading = false, m_readingCharts = false; // an answer is awaited
    bool m_stale = false; // something changed, and it was not looked at yet
    int m_pageAsked = 0, m_chartsAsked = 0; // an answer to an earlier question is dropped
    std::optional<QString> m_pageProblem, m_chartsProblem;
    QTimer m_second, m_minute, m_soon, m_quiet;
    int m_columns = 0; // of charts

    Banner *m_problem, *m_unsaved; // unsaved: the Monday page, above its button
    KeyButton *m_export, *m_setDuty;
    Tiles *m_tiles;
    QWidget *m_left; // what needs somebody, with the duties below
    NeedsList *m_needs;
    DutiesList *m_duties;
    DutySheet *m_sheet;
    QPointer<QWidget> m_opener; // of the sheet
    int m_sheetNumber = 0;      // counts sheets: an answer to one that was left is not for the one that is open now
    QSet<QString> m_ended;      // duties that are said to be done, while they stand in the list
    QScrollArea *m_area;
    QGridLayout *m_grid;
    QVector<SmallChart *> m_charts;
};

} // namespace beback::ui
