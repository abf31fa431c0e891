#pragma once

#include "core/base/result.h"
#include "core/history/medium.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QVector>

#include <memory>

namespace beback {

// One touch of a plan.
struct PlanStep {
    int day = 0;             // calendar days after the plan began; 0: the same day
    Medium medium = Medium::Call;
    QString part;            // "now" "morning" "midday" "afternoon" "evening": local to the customer
    QString purpose;         // the reason, as a sentence
    QString result;          // the wanted result, as a sentence
    QString words;           // key of the words to use (resources/words)
};

// A cadence: what is done, when, for how long. Versioned; a lead stays on the version it began.
struct Plan {
    QString id;
    int version = 1;
    QString name;
    QVector<PlanStep> steps;
    int afterEveryDays = 30; // when the steps are done: one touch each so many days, until they ask to stop

    // Format: resources/plans/*.json. Errors: Invalid, naming the step and the field.
    static Result<Plan> fromJson(const QByteArray &json);
    QByteArray toJson() const;
};

// The plans a desk knows, by id and version. A value: cheap to copy, safe to share between threads.
class PlanBook
{
public:
    void add(Plan plan);
    // Version 0, of a lead that came before its plan did: the newest.
    const Plan *find(const QString &id, int version) const;
    const Plan *newest(const QString &id) const;
    QVector<const Plan *> all() const; // newest version of each, by name

private:
    QHash<QString, QVector<std::shared_ptr<const Plan>>> m_plans;
};

} // namespace beback
