// What went out today by somebody's reason in spite of the check.
#include "core/report/today_facts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace beback {

namespace {

const QString Unseen = QStringLiteral("unseen"); // no finding: nobody saw the words

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// Findings a reason lifts (core/words/message_check.h), in a word.
QString findingWords(const QString &kind)
{
    struct Words {
        const char *kind, *text;
    };
    static constexpr std::array Known = {Words{"empty", QT_TRANSLATE_NOOP("beback", "says nothing")},
                                         Words{"repeat", QT_TRANSLATE_NOOP("beback", "said before")},
                                         Words{"name", QT_TRANSLATE_NOOP("beback", "not their name")}};
    for (const Words &words : Known)
        if (kind == QLatin1String(words.kind))
            return tr(words.text);
    return kind; // of a newer version
}

QString unseenTitle(Medium medium)
{
    switch (medium) {
    case Medium::Text: return tr("%1 sent a text nobody saw");
    case Medium::Email: return tr("%1 sent an e-mail nobody saw");
    case Medium::Note: return tr("%1 sent a note nobody saw");
    default: return tr("%1 sent words nobody saw");
    }
}

struct KeptRow {
    QString actor, name, reason;
    QStringList kinds;
    CustomerId customer;
    LeadId lead;
    Medium medium = Medium::Text;
    Instant at;
};

QString titleOf(const KeptRow &row, const QString &who)
{
    QStringList findings;
    for (const QString &kind : row.kinds)
        if (kind != Unseen)
            findings << tr("“%1”").arg(findingWords(kind));
    if (row.kinds.contains(Unseen))
        return unseenTitle(row.medium).arg(who);
    if (findings.isEmpty())
        return tr("%1 went beyond the check").arg(who);
    return (findings.size() == 1 ? tr("%1 overrode a finding: %2") : tr("%1 overrode findings: %2")).arg(who, findings.join(QStringLiteral(", ")));
}

DatedNeed keptNeed(const KeptRow &row, const TodayFacts &facts)
{
    NeedsYou need;
    need.kind = NeedsYou::Kind::Overridden;
    need.title = titleOf(row, facts.givenName(row.actor));
    need.detail = row.reason.isEmpty() ? tr("To %1, without a reason").arg(row.name) : tr("To %1. Reason given: %2").arg(row.name, row.reason);
    need.customer = row.customer;
    need.lead = row.lead;
    need.person = row.actor;
    return {need, row.at};
}

} // namespace

Result<void> addOverridden(Connection &db, const TodayFacts &facts, QVector<DatedNeed> &needs)
{
    BEBACK_TRY(select, db.statement("report/today_overridden"));
    BEBACK_CHECK(select.bind(":rooftop_id", facts.rooftop).bind(":since", facts.midnight).exec());
    while (select.next()) {
        Columns c = select.columns();
        const EventId event = c.id<EventId>();
        KeptRow row;
        row.actor = c.text();
        row.customer = c.id<CustomerId>();
        row.lead = c.id<LeadId>();
        row.medium = mediumFromText(c.text()).value_or(Medium::Text);
        row.at = c.instant();
        const QJsonObject body = QJsonDocument::fromJson(c.utf8()).object();
        row.name = customerName(c.text());
        for (const QJsonValue &kind : body.value(QLatin1String("kept")).toArray())
            row.kinds << kind.toString();
        row.reason = body.value(QLatin1String("kept_because")).toString();
        const bool isOthers = !body.value(QLatin1String("department")).toString().isEmpty();
        if (facts.counts(event, body) && !isOthers && !(row.kinds.isEmpty() && row.reason.isEmpty()))
            needs << keptNeed(row, facts);
    }
    return select.finished();
}

} // namespace beback
