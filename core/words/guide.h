#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

namespace beback {

// The same said in several languages.
struct Wording {
    QMap<QString, QString> texts; // by ISO 639-1
    bool isEmpty() const { return texts.isEmpty(); }
    QString in(const QString &language) const; // else in the first of WordLanguages
    friend bool operator==(const Wording &, const Wording &) = default;
};

// What an answer is. The text form is in the store for ever: names are added, never changed.
enum class AnswerKind { Text, Choice, YesNo, Date, Time, Amount, Vehicle, Phone, Person };
QString toText(AnswerKind kind); // "text" "choice" "yesno" "date" "time" "amount" "vehicle" "phone" "person"

// What an answer does besides being kept.
enum class GuideAct {
    None,
    Appointment,  // a time: they come
    Callback,     // a time: we call
    Objection,    // a choice: what keeps them, and so the plan
    Stop,         // yes: they want to hear no more
    ContactPoint, // a phone: a number of theirs
    Referral,     // a person: a new lead
    SaveDeal,     // no, not delivered yet: a manager is alerted
    Future        // a date: when to be heard of again
};
QString toText(GuideAct act); // "" "appointment" …

struct GuideChoice {
    QString key;
    Wording text;
    friend bool operator==(const GuideChoice &, const GuideChoice &) = default;
};

// One question of a conversation.
struct GuideStep {
    QString key; // what its answer is kept by; the same fact has the same key in every guide
    AnswerKind kind = AnswerKind::Text;
    bool must = false;     // a call is not closed as reached without an answer, or a reason why it could not be asked
    bool eachTime = false; // asked on every call; otherwise an answer given before stands
    Wording say;           // before it
    Wording ask;
    QVector<GuideChoice> choices;    // of a choice
    QMap<QString, QStringList> when; // only where these earlier questions have one of these answers; "*": any
    GuideAct act = GuideAct::None;
    friend bool operator==(const GuideStep &, const GuideStep &) = default;
};

// A conversation: what to say and what to ask, with branches on the answers.
struct Guide {
    QString id;
    int version = 1;
    QString name, about;
    QStringList plans; // whose calls it guides
    QStringList words; // or keys of single steps: "appointment.confirm"
    QVector<GuideStep> steps;
    const GuideStep *step(const QString &key) const;
    // Errors: Invalid with a sentence that names the step.
    static Result<Guide> fromJson(const QByteArray &json);
    QByteArray toJson() const;
    friend bool operator==(const Guide &, const Guide &) = default;
};

// All guides there are, and which one a call has. A value.
class GuideBook
{
public:
    void put(const Guide &guide);
    const Guide *find(const QString &id) const;
    QVector<Guide> all() const; // by name
    // For a step by the key of its words, else for the plan; else the general conversation. Null: there is none.
    const Guide *forCall(const QString &words, const QString &plan) const;
    static const GuideBook &shipped(); // resources/guides

private:
    QMap<QString, Guide> m_guides;
};

} // namespace beback
