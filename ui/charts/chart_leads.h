#pragma once

#include "core/base/result.h"
#include "core/report/chart.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QMenu;
class QStackedWidget;
class QTableView;

namespace beback::ui {

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
    void setPeople(const QVector<ChartChoices::Choice> &people); // to whom leads can be given
    QVector<LeadId> chosen() const; // rows that are selected, from above

Q_SIGNALS:
    void lookAsked(beback::CustomerId customer, beback::LeadId lead);
    void partChosen(const QString &key);
    void giveAsked(const QVector<beback::LeadId> &leads, const QString &login, const QString &name); // login empty: anybody

private:
    void buildHead();
    void buildTable();
    void read();
    void took(const QVector<LeadId> &asked, const Result<QVector<ChartLead>> &answer);
    void showMore();
    void showChosen();

    Reader m_reader;
    QVector<LeadId> m_leads;
    QVector<Part> m_parts;
    QVector<LeadId> m_hold; // chosen before they were read anew
    QVector<ChartChoices::Choice> m_known;
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
    KeyButton *m_more, *m_give;
    QMenu *m_people;
};

} // namespace beback::ui
