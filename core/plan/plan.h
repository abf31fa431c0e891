#pragma once

#include "core/base/result.h"
#include "core/history/medium.h"
#include "core/plan/habits.h"
#include "core/plan/lead_kind.h"
#include "core/plan/rule_book.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVector>

#include <memory>

namespace beback {

// One touch of a plan.
struct PlanStep {
    enum class Count { Business, Calendar }; // Calendar: a day off moves to the next business day
    enum class From { Start, Previous };     // when the plan began, or when the step before was done
    enum class Skip { Anybody, Manager, Nobody };
    int day = 0;             // 0: the same day
    Medium medium = Medium::Call;
    QString part;            // "now" "morning" "midday" "afternoon" "evening": local to the customer
    QString purpose;         // the reason, as a sentence
    QString result;          // the wanted result, as a sentence
    QString words;           // key of the words to use (resources/words)
    Count count = Count::Calendar;
    From from = From::Start;
    QVector<Medium> instead; // what may be used in its place with somebody who answers to it
    Skip skip = Skip::Anybody; // who may leave it out, with a reason
    friend bool operator==(const PlanStep &, const PlanStep &) = default;
};

// A cadence: what is done, when, for how long. Versioned; a lead stays on the version it began.
struct Plan {
    QString id;
    int version = 1;
    QString name;
    QString whom;            // a sentence: for whom it is; may be empty
    QVector<PlanStep> steps;
    int afterEveryDays = 30; // when the steps are done: one touch each so many days, until they ask to stop
    QHash<QString, QString> on; // what happens (branch.h) -> the plan that takes over; beside what holds for all plans
    bool beside = false;     // goes on while an appointment lies ahead

    // Format: resources/plans/*.json. Errors: Invalid, naming the step and the field (also for planFieldOf()).
    static Result<Plan> fromJson(const QByteArray &json);
    QByteArray toJson() const;
    friend bool operator==(const Plan &, const Plan &) = default;
};

// Which field an error of Plan::fromJson is about, so that it can be said beside that field.
struct PlanField {
    int step = -1; // counted from 0; -1: of the plan itself
    QString name;  // as in the file: "purpose"; empty: of no single field
};
PlanField planFieldOf(const Error &error);

// The plans a desk knows, by id and version, the contact rules it keeps, and what was learned about when people answer:
// all that a next step is worked out by, besides the history. A value: cheap to copy, safe to share between threads.
class PlanBook
{
public:
    void add(Plan plan);
    // Version 0, of a lead that came before its plan did: the newest.
    const Plan *find(const QString &id, int version) const;
    const Plan *newest(const QString &id) const;
    QVector<const Plan *> all() const; // newest version of each, by name

    // What happens -> the plan that takes over, whatever plan a lead is on; a plan's own word goes first.
    void setBranches(QHash<QString, QString> branches) { m_branches = std::move(branches); }
    // None: the plan goes on. A plan that is not known, or is `from` itself: none.
    const Plan *branch(const Plan *from, const QString &what) const;

    // The plan new leads of a kind begin on: what a manager chose, else the one that was shipped for it.
    void setBeginning(LeadKind kind, const QString &plan) { m_beginnings.insert(int(kind), plan); }
    QString beginning(LeadKind kind) const;

    // The rules the store works by; the shipped ones until it says otherwise.
    void setRules(const RuleBook &rules) { m_rules = rules; }
    const RuleBook &rules() const { return m_rules; }

    void setExperience(const Experience &experience) { m_experience = experience; }
    const Experience &experience() const { return m_experience; }

private:
    QHash<QString, QString> m_branches;
    QHash<int, QString> m_beginnings; // by LeadKind
    RuleBook m_rules = RuleBook::shipped();
    Experience m_experience;
    QHash<QString, QVector<std::shared_ptr<const Plan>>> m_plans;
};

} // namespace beback
