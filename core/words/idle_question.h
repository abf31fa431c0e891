#pragma once

#include <QString>
#include <QStringList>

namespace beback {

// Does a sentence with a question mark ask for nothing, because it only greets ("Hi Joyce?") or ends on a habit ("Any questions?"
// "I will send it tonight, OK?")? What counts as a greeting or a closer stands in resources/words/greetings and closers, in every
// language: people mix them. `names`: all parts of the customer's name, as TextWord::plain. Pure. Thread: any.
bool asksForNothing(const QString &sentence, const QStringList &names);

} // namespace beback
