#pragma once

#include <QKeySequence>
#include <QString>
#include <QVector>

namespace beback::ui {

// Everything that can be done by a key. The text form is what settings store: names are added, never changed.
enum class Act {
    Call, Text, Email, WriteNote,
    Outcome1, Outcome2, Outcome3, Outcome4, Outcome5, Outcome6, Outcome7, Outcome8, Outcome9, Skip,
    ResultCame, ResultNotYet, PickTime, SaveNext, SavePause, NextMissing, PreviousMissing,
    TheirReply, Search, AddLead, Appointment, FreeNote, ContactPoints,
    FocusQueue, FocusLead, FocusHistory, FocusOutcome, Undo, ReadyPause,
    OtherWording, Solutions, FirstSuggestion,
    Keys, Room1, Room2, Room3, HourOfPower, Room4, Room5, Room6, Room7, Room8, TakeAlong
};

struct KeyEntry {
    Act act;
    QString id;         // in settings: "call"
    QString text;       // what it does, for people
    QString group;      // head in the sheet of keys
    QKeySequence normal; // unless rebound
    bool singleLetter() const; // acts only outside text fields, and can be switched off as a group
};

// One table: the sheet (F1), the settings page, the key caps and the shortcuts all read it. In the order shown.
QVector<KeyEntry> keyTable();
const KeyEntry *keyEntry(const QVector<KeyEntry> &table, Act act);

} // namespace beback::ui
