#pragma once

#include "core/plan/rule_change.h"

namespace beback {

// The contact rules of a store as a manager sees them.
struct RuleOnShelf {
    ContactRule rule;                   // as it holds today
    std::optional<ContactRule> shipped; // none: a rule of the store's own
    std::optional<ContactRule> coming;  // said already; holds from its effective date on
    QVector<RuleChange> changes;        // the store's own words about it, newest first
    // A law that was shipped anew since the store spoke about it: the stricter of both holds until somebody looks.
    bool shippedAnew = false;
};

struct RuleShelf {
    QVector<RuleOnShelf> rules;      // the house's first, then the country's, then by place
    QHash<QString, QString> names;   // login -> display name, of whoever changed one
    QDate today;                     // at the rooftop
    QString zone = QStringLiteral("UTC"); // the rooftop's
    const RuleOnShelf *find(const QString &id) const;
};
// Pure.
RuleShelf shelfOf(const QVector<RuleChange> &changes, QDate today);

// Whom a rule would move: people with a next step whose first moment would be another.
struct RuleWeight {
    int people = 0; // with a next step
    int later = 0, earlier = 0;
    QStringList some; // up to five of them: "Maria Vega: tomorrow 9:00 am instead of 5:12 pm"
};

} // namespace beback
