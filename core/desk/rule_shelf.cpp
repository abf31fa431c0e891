#include "core/desk/rule_shelf.h"

#include <QJsonDocument>

#include <algorithm>

namespace beback {

const RuleOnShelf *RuleShelf::find(const QString &id) const
{
    const auto found = std::find_if(rules.cbegin(), rules.cend(), [&](const RuleOnShelf &one) { return one.rule.id == id; });
    return found == rules.cend() ? nullptr : &*found;
}

namespace {

// The last word, where it is not the one that holds: it waits for its day.
std::optional<ContactRule> comingOf(const QVector<RuleChange> &newestFirst, QDate today)
{
    if (newestFirst.isEmpty() || newestFirst.first().body.isEmpty())
        return std::nullopt;
    auto last = ContactRule::fromJson(QJsonDocument::fromJson(newestFirst.first().body).object());
    if (!last || !last->effective.isValid() || last->effective <= today)
        return std::nullopt;
    last->version = newestFirst.first().version;
    return *last;
}

int turn(const ContactRule &rule)
{
    return rule.house ? 0 : rule.state.isEmpty() ? 1 : 2;
}

} // namespace

RuleShelf shelfOf(const QVector<RuleChange> &changes, QDate today)
{
    RuleShelf shelf;
    shelf.today = today;
    const RuleBook book = RuleBook::shipped().with(changes, today);
    for (const ContactRule &rule : book.rules()) {
        RuleOnShelf one;
        one.rule = rule;
        if (const ContactRule *shipped = RuleBook::shipped().find(rule.id))
            one.shipped = *shipped;
        for (const RuleChange &change : changes)
            if (change.id == rule.id)
                one.changes.prepend(change);
        one.coming = comingOf(one.changes, today);
        for (const RuleChange &change : std::as_const(one.changes))
            if (change.version == rule.version)
                one.shippedAnew = one.shipped && !rule.house && change.over != one.shipped->valueDigest();
        shelf.rules << one;
    }
    std::stable_sort(shelf.rules.begin(), shelf.rules.end(), [](const RuleOnShelf &a, const RuleOnShelf &b) {
        return std::make_tuple(turn(a.rule), a.rule.place) < std::make_tuple(turn(b.rule), b.rule.place);
    });
    return shelf;
}

} // namespace beback
