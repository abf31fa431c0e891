#pragma once

#include "core/desk/desk_types.h"
#include "core/time/typed_time.h"

#include <QJsonArray>
#include <QJsonObject>

namespace beback {
struct Duty;
struct TripReturn;
}

namespace beback::app {

// How things of the core look on a terminal and in JSON. The keys are described in the manual page; scripts rely on them.

QString bandWord(Band band); // "promise" "reply" "new" ...
QString shownId(LeadId lead); // so much of it as tells it from those of one file, which came in the same millisecond

QJsonArray toJson(const QStringList &sentences);
QJsonObject toJson(const NextStep &step);
QJsonObject toJson(const NextForCustomer &next);
QJsonObject toJson(const QueueItem &item);
QJsonArray toJson(const QVector<Because> &because);
QJsonObject toJson(const Agent &agent);
QJsonObject toJson(const IntakeReport &report);
QJsonObject toJson(const LeadView &view); // of `next`
QJsonObject dutyJson(const Duty &duty, Instant now);
QString loginOrAnybody(const QString &login); // in tables: "anybody" for nobody's, which in JSON is null

QString mediumLabel(Medium medium);   // "Call" "Text" "E-mail" ...
QString outcomeLabel(Outcome outcome); // "no answer"
QString stepLine(const NextStep &step, const QString &zone, Instant now); // "Call, tomorrow 8:00 am. Why."
QString returnText(const TripReturn &back); // what came of a trip; a line each
QString becauseText(const QVector<Because> &because); // one sentence a line

} // namespace beback::app
