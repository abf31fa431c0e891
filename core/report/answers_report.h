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
        QVector<LeadId> answeredOn, notAskedOn; // of these calls, one by one: a lead may come again
    };
    Instant since;
    int calls = 0; // with at least one answer, or a reason for none
    QVector<Question> questions; // by guide, in the order they are asked
};

// A call by a guide.
struct GuidedCall {
    LeadId lead;
    QString actor; // login of who called
    Instant at;
    QString guide; // id
    QMap<QString, QString> answers, notAsked; // by question: what was said, and why it could not be asked
};

// Calls by a guide recorded since then that were not taken back, in canonical order. Reads each of them. Thread: the connection's.
Result<QVector<GuidedCall>> guidedCalls(Connection &db, RooftopId rooftop, Instant since);
// What these came to. `key`: of one question; empty: of all. Pure.
AnswersReport countAnswers(const QVector<GuidedCall> &calls, const GuideBook &guides, Instant since, const QString &key = {});
// Of calls recorded since then that were not taken back. `key`: of one question; empty: of all. Thread: the connection's.
Result<AnswersReport> answersReport(Connection &db, RooftopId rooftop, const GuideBook &guides, Instant since, const QString &key = {});

} // namespace beback
