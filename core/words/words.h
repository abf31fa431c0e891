#pragma once

#include "core/history/medium.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace beback {

// Prepared words for a medium, filled in.
struct PreparedWords {
    QString subject; // e-mail
    QString body;
    QStringList missing; // placeholders without a value: "vehicle"
};

// Values of placeholders by name: first_name, vehicle, trade, agent, rooftop, rooftop_phone, rooftop_address, city,
// appointment, news (what a campaign brings them). One that is empty or not there counts as missing; {{answer}} and {{figures}}
// always are, because only the writer can say them.
using WordFacts = QHash<QString, QString>;

// The words of resources/words for a key ("inquiry.hello") and a medium, filled in; for a call, what to say to a voicemail.
// E-mails end with the sender's signature and the store's street address (CAN-SPAM, 15 U.S.C. 7704(a)(5)). Placeholders
// are {{name}}, or {{name|what stands there without a value}}; one without either stays as it is and is listed. Values
// are inserted as they are and never read for placeholders again. No such words: all empty. Pure. Thread: any.
PreparedWords prepareWords(const QString &key, Medium medium, const WordFacts &facts);

} // namespace beback
