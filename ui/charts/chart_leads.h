#pragma once

#include "core/base/result.h"
#include "core/desk/manager_act.h"
#include "core/report/balance.h"
#include "core/report/chart.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace beback::ui {

class ActRow;
class ActSheet;
class Banner;
class ChartLeadRows;
class KeyButton;
class SegmentedControl;
class SkeletonWidget;
class TextLabel;

// The leads behind the chosen mark, fifty at a time. Of a bar of parts all, or those of one part.
class ChartLeads : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Page = 50;
    // Reads leads and hands them to what it is given, once; the answer to an earlier question is dropped here.
    using Then = std::function<void(const Result<QVector<ChartLead>> &)>;
    using Reader = std::function<void(const QVector<LeadId> &, Then)>;
    explicit ChartLeads(Reader reader, QWidget *parent = nullptr);

    struct Part {
        QString key, text; // key empty: all parts
        friend bool operator==(const Part &, const Part &) = default;
    };
    void showNothing(const QString &sentence);
    void show(const QString &heading, const QString &beside, const QVector<LeadId> &leads);
    void setParts(const QVector<Part> &parts, const QString &current); // fewer than two: there is nothing to choose
    int shown() const; // rows
    const QVector<LeadId> &leads() const { return m_leads; } // all of them, shown or not
    void setPeople(const QVector<ChartChoices::Choice> &people); // to whom leads can be given, and notes
    void setPlans(const QVector<ChartChoices::Choice> &plans);   // that can be chosen; see plansAsked()
    void propose(const LoadBalance &balance);                    // see balanceAsked()
    QVector<LeadId> chosen() const; // rows that are selected, from above
    bool isAsking() const;          // a sheet is open: why, or which plan
    void dropAct(); // what is asked about these leads and not said yet: others come

Q_SIGNALS:
    void lookAsked(beback::CustomerId customer, beback::LeadId lead);
    void partChosen(const QString &key);
    void giveAsked(const QVector<beback::LeadId> &leads, const QString &login, const QString &name); // login empty: anybody
    void actsAsked(const QVector<beback::ManagerAct> &acts);
    void plansAsked();
    void balanceAsked();
    void refused(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead();
    void buildActs(QVBoxLayout *column);
    void buildTable();
    void ask(ManagerAct::Kind kind);
    void read();
    void took(const QVector<LeadId> &asked, const Result<QVector<ChartLead>> &answer);
    void showMore();
    void showChosen();

    Reader m_reader;
    QVector<LeadId> m_leads;
    QVector<Part> m_parts;
    QVector<LeadId> m_hold; // chosen before they were read anew
    qsizetype m_read = 0; // of them
    int m_asked = 0;      // questions: an answer to an earlier one is dropped
    bool m_busy = false;  // the last one is not answered yet

    QHBoxLayout *m_head;
    TextLabel *m_heading, *m_beside, *m_nothing, *m_rest;
    SegmentedControl *m_choice = nullptr;
    Banner *m_problem;
    QStackedWidget *m_pages;
    SkeletonWidget *m_skeleton;
    QWidget *m_foot;
    ChartLeadRows *m_rows;
    QTableView *m_table;
    KeyButton *m_more;
    ActRow *m_acts;
    ActSheet *m_sheet;
};

} // namespace beback::ui
