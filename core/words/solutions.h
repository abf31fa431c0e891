#pragma once

#include "core/history/objection.h"
#include "core/words/guide.h"

#include <QDate>

namespace beback {

// A way to meet an objection.
struct Solution {
    QString id; // what the history says was tried
    Wording title, say;
    QString fits; // when, for the agent
    QDate until;  // the last day it can be offered; invalid: always
    bool isOffered(QDate today) const { return !until.isValid() || today <= until; }
    friend bool operator==(const Solution &, const Solution &) = default;
};

// What is known about one objection: questions to understand it first, and ways to meet it.
struct ObjectionGuide {
    Objection objection = Objection::None;
    QVector<Wording> understand;
    QVector<Solution> ways;
    static Result<ObjectionGuide> fromJson(const QByteArray &json); // errors: Invalid with a sentence
    QByteArray toJson() const;
    friend bool operator==(const ObjectionGuide &, const ObjectionGuide &) = default;
};

// By objection. A value.
class SolutionBook
{
public:
    void put(const ObjectionGuide &guide) { m_guides.insert(int(guide.objection), guide); }
    const ObjectionGuide *find(Objection objection) const;
    QVector<ObjectionGuide> all() const { return {m_guides.cbegin(), m_guides.cend()}; }
    // Ways that can be offered today and questions, whose words hold every word of `text`, in this language; all of them for an
    // empty text.
    QVector<ObjectionGuide> search(const QString &text, const QString &language, QDate today) const;
    static const SolutionBook &shipped(); // resources/solutions

private:
    QMap<int, ObjectionGuide> m_guides;
};

} // namespace beback
