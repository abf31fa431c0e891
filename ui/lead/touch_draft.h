#pragma once

#include "core/desk/desk_types.h"

namespace beback::ui {

// What an agent has entered about one lead and not saved yet: kept against a crash, restored when the lead is shown.
struct TouchDraft {
    Medium medium = Medium::Call;
    Outcome outcome = Outcome::None;
    QString pointKey;
    QString note;
    std::optional<QString> wanted;       // the wanted result, where it was changed
    std::optional<bool> resultCame;
    std::optional<Instant> nextAt;
    std::optional<Objection> objection;  // of a visit: what kept them from buying
    bool sold = false;                   // of a visit: they bought
    std::optional<bool> delivered;       // bought elsewhere: have they taken delivery
    std::optional<Medium> writing;       // the words panel is open on this medium
    QMap<Medium, PreparedWords> words;   // as edited
    QMap<QString, QString> answers;      // to the call guide's questions, as they are kept
    QMap<QString, QString> notAsked;     // why a question could not be asked
    QStringList solutions;               // offered against an objection
    QString checkReason;                 // why it goes out with what the check found
    QString overrule;                    // why a rule of the house was gone beyond to call them
    bool handedOver = false;             // the words went to the program that sends them

    bool isEmpty() const; // nothing worth keeping
    QString toText() const; // JSON
    static TouchDraft fromText(const QString &text);
    static QString key(LeadId lead) { return QStringLiteral("touch/") + lead.toString(); }
    friend bool operator==(const TouchDraft &a, const TouchDraft &b) { return a.toText() == b.toText(); }
};

// What is asked of the desk when this is saved for that lead.
RecordRequest toRequest(const TouchDraft &draft, const LeadView &view);

} // namespace beback::ui
