#pragma once

#include "core/desk/desk.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace beback::ui {

class Banner;
class ChipLabel;
class ElidedLabel;
class FieldError;
class KeyButton;
class LoadPanel;
class Pane;
class PlanLanes;
class PlanList;
class StepForm;
class TextLabel;

// Where a manager looks at the plans, copies or changes one, sees the load it would add, and switches it on. What is changed is
// a draft, kept as it is typed; nothing is done by it before it is switched on.
class PlansRoom : public QWidget
{
    Q_OBJECT
public:
    PlansRoom(Desk &desk, const Clock &clock, QWidget *parent = nullptr);

    void setZone(const QString &zone) { m_zone = zone; }
    void refresh(); // reads the plans
    void show(const PlanShelf &shelf);
    void choose(const QString &id);
    void flush(); // keeps what was typed last, before the room is left
    Pane *pane() const;
    const Plan &plan() const { return m_plan; } // the one that is shown, as it stands in the fields
    bool isDraft() const { return m_draft; }

Q_SIGNALS:
    void said(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildHead(QVBoxLayout *column);
    void buildBody(QVBoxLayout *column);
    void connectParts();
    void connectLanes();
    void showPlan();
    void showHead();
    void showStep(int step);
    void showLoad();
    void showFault();
    void copy();
    void change();
    void begin(const Plan &draft); // a draft that was not there before
    void askToDrop();
    void askToSwitchOn();
    void edited(int step);
    void stepEdited();
    void keep();
    void kept(const Result<void> &answer);
    void fail(const QString &heading, const Error &error);
    QString clockTime(Instant at) const;

    Desk &m_desk;
    const Clock &m_clock;
    QString m_zone = QStringLiteral("UTC");
    PlanShelf m_shelf;
    Plan m_plan;
    bool m_draft = false;
    bool m_unkept = false; // changed since it was kept
    std::optional<Error> m_fault;
    QHash<QString, std::optional<LeadKind>> m_kinds; // chosen here, by plan
    QTimer m_keepSoon;

    PlanList *m_list;
    TextLabel *m_name, *m_stands;
    QLineEdit *m_rename;
    FieldError *m_nameError;
    ChipLabel *m_chip;
    KeyButton *m_copy, *m_change, *m_drop, *m_add, *m_on;
    Banner *m_problem;
    PlanLanes *m_lanes;
    QScrollArea *m_lanesScroll;
    StepForm *m_form;
    LoadPanel *m_load;
    TextLabel *m_keptLabel;
    QPointer<Pane> m_pane;
};

} // namespace beback::ui
