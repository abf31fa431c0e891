#pragma once

#include "core/exchange/looks.h"

#include <QHash>

namespace beback {

// How what needs a look is said. Pure.
class LookWords
{
public:
    // `names`: of the people who work there, by login. `zone`: the site's.
    LookWords(QHash<QString, QString> names, QString zone, Instant now) : m_names(std::move(names)), m_zone(std::move(zone)), m_now(now) {}

    // `customer`: their name, empty: not known. `holder`: login of who had them, empty: nobody else; `since`: us 0: not known.
    QString remarked(Look::What what, const Event &event, const QString &customer, const QString &holder, Instant since) const;
    QString met(const Meeting &meeting, const QString &customer) const;

private:
    QString late(const Event &event, const QString &customer, const QString &holder, Instant since) const;
    QString pointMet(const Meeting &meeting, const QString &customer) const;
    QString planMet(const Meeting &meeting, const QString &customer) const;
    QString who(const QString &login) const;
    QString when(Instant at) const;

    QHash<QString, QString> m_names;
    QString m_zone;
    Instant m_now;
};

// What was written down: "a call", "a note", "an opt-out".
QString deedText(const Event &event);

} // namespace beback
