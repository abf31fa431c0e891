#pragma once

#include "core/words/word_book.h"

#include <QHash>
#include <QStringList>

namespace beback {

// Prepared words for a medium, filled in.
struct PreparedWords {
    QString subject{}; // e-mail
    QString body{};
    QStringList missing{}; // placeholders without a value: "vehicle"
    QStringList mustAsk{}; // the questions that have to survive editing, filled in
    QString wording{};     // WordTemplate::id(); empty: written freely
    int which = 0, of = 0; // the third of four wordings; 0: written freely
};

// Values of placeholders by name: first_name, vehicle, trade, agent, rooftop, rooftop_phone, rooftop_address, city,
// appointment, news (what a campaign brings them). One that is empty or not there counts as missing; {{answer}} and {{figures}}
// always are, because only the writer can say them.
using WordFacts = QHash<QString, QString>;

// One wording, filled in. E-mails end with the sender's signature and the store's street address (CAN-SPAM, 15 U.S.C.
// 7704(a)(5)). Placeholders are {{name}}, or {{name|what stands there without a value}}; one without either stays as it is and is
// listed. Values are inserted as they are and never read for placeholders again. Pure. Thread: any.
PreparedWords prepareWords(const WordBook &book, const WordTemplate &words, const WordFacts &facts);
// For a key ("inquiry.hello"), medium and language; for a call, what to say to a voicemail. Of several wordings the one that
// this person got least often, by how often each id was used; the first of them. No such words: all empty.
PreparedWords prepareWords(const WordBook &book, const QString &key, Medium medium, const QString &language, const WordFacts &facts,
                           const QHash<QString, int> &used = {});

// Words without questions that have to survive: what is said on the phone.
QString fillIn(const QString &words, const WordFacts &facts);

// The names between double braces, each once.
QStringList placeholdersOf(const QString &words);
// What stands between double brackets, unfilled; none: brackets that are not closed in their line, or one inside another.
std::optional<QStringList> mustAskOf(const QString &words);

} // namespace beback
