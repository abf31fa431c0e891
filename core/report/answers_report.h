#pragma once

#include "core/store/connection.h"
#include "core/words/guide.h"

namespace beback {

// What people said to the questions of the call guides.
struct AnswersReport {
    struct Count {
        QString value; // as it is kept
        int calls = 0;
    };
    struct Question {
        QString guide, key; // ids
        QString ask;        // in English, as the guide asks it now; empty: it is asked no more
        AnswerKind kind = AnswerKind::Text;
        int answered = 0, notAsked = 0;
        QVector<Count> values;  // the commonest first; of free words each a line of its own
        QVector<Count> reasons; // why it could not be asked
    };
    Instant since;
    int calls = 0; // with at least one answer, or a reason for none
    QVector<Question> questions; // by guide, in the order they are asked
};

// Of calls recorded since then that were not taken back. `key`: of one question; empty: of all. Thread: the connection's.
Result<AnswersReport> answersReport(Connection &db, RooftopId rooftop, const GuideBook &guides, Instant since, const QString &key = {});

} // namespace beback
