#include "ui/shell/key_table.h"

#include <QCoreApplication>

namespace beback::ui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("KeyTable", text);
}

QKeySequence keys(int combined)
{
    return QKeySequence(combined);
}

void addContact(QVector<KeyEntry> &t)
{
    const QString group = words(QT_TRANSLATE_NOOP("KeyTable", "Contact"));
    t += {Act::Call, QStringLiteral("call"), words(QT_TRANSLATE_NOOP("KeyTable", "Call the number offered")), group,
          keys(Qt::Key_F5)};
    t += {Act::Text, QStringLiteral("text"), words(QT_TRANSLATE_NOOP("KeyTable", "Text")), group, keys(Qt::Key_T)};
    t += {Act::Email, QStringLiteral("email"), words(QT_TRANSLATE_NOOP("KeyTable", "E-mail")), group, keys(Qt::Key_E)};
    t += {Act::WriteNote, QStringLiteral("write-note"), words(QT_TRANSLATE_NOOP("KeyTable", "Handwritten note")), group,
          keys(Qt::Key_N)};
    t += {Act::OtherWording, QStringLiteral("other-wording"), words(QT_TRANSLATE_NOOP("KeyTable", "Other wording")), group, keys(Qt::Key_F6)};
    t += {Act::FirstSuggestion, QStringLiteral("first-suggestion"), words(QT_TRANSLATE_NOOP("KeyTable", "Take the first suggestion")), group,
          keys(int(Qt::CTRL) | Qt::Key_Period)};
    t += {Act::Solutions, QStringLiteral("solutions"), words(QT_TRANSLATE_NOOP("KeyTable", "Solutions to an objection")), group, keys(Qt::Key_F7)};
    t += {Act::TheirReply, QStringLiteral("their-reply"),
          words(QT_TRANSLATE_NOOP("KeyTable", "Enter what they wrote or said")), group, keys(Qt::Key_F9)};
}

void addOutcome(QVector<KeyEntry> &t)
{
    const QString group = words(QT_TRANSLATE_NOOP("KeyTable", "Outcome"));
    for (int digit = 1; digit <= 9; ++digit)
        t += {Act(int(Act::Outcome1) + digit - 1), QStringLiteral("outcome-%1").arg(digit),
              words(QT_TRANSLATE_NOOP("KeyTable", "Outcome %1, from anywhere")).arg(digit), group,
              keys(int(Qt::ALT) | (Qt::Key_0 + digit))};
    t += {Act::Skip, QStringLiteral("skip"), words(QT_TRANSLATE_NOOP("KeyTable", "Skip this step, with a reason")), group,
          keys(int(Qt::ALT) | Qt::Key_0)};
    t += {Act::ResultCame, QStringLiteral("result-came"), words(QT_TRANSLATE_NOOP("KeyTable", "Wanted result came")), group,
          keys(Qt::Key_Y)};
    t += {Act::ResultNotYet, QStringLiteral("result-not-yet"), words(QT_TRANSLATE_NOOP("KeyTable", "Not yet")), group,
          keys(Qt::Key_U)};
    t += {Act::PickTime, QStringLiteral("pick-time"), words(QT_TRANSLATE_NOOP("KeyTable", "Next time")), group,
          keys(int(Qt::CTRL) | Qt::Key_T)};
    t += {Act::NextMissing, QStringLiteral("next-missing"), words(QT_TRANSLATE_NOOP("KeyTable", "Next thing missing")), group,
          keys(Qt::Key_F8)};
    t += {Act::PreviousMissing, QStringLiteral("previous-missing"),
          words(QT_TRANSLATE_NOOP("KeyTable", "Previous thing missing")), group, keys(int(Qt::SHIFT) | Qt::Key_F8)};
    t += {Act::SaveNext, QStringLiteral("save-next"), words(QT_TRANSLATE_NOOP("KeyTable", "Save and next")), group,
          keys(int(Qt::CTRL) | Qt::Key_Return)};
    t += {Act::SavePause, QStringLiteral("save-pause"), words(QT_TRANSLATE_NOOP("KeyTable", "Save and pause")), group,
          keys(int(Qt::CTRL) | int(Qt::SHIFT) | Qt::Key_Return)};
    t += {Act::Undo, QStringLiteral("undo"), words(QT_TRANSLATE_NOOP("KeyTable", "Take back what was saved last")), group,
          keys(int(Qt::CTRL) | Qt::Key_Z)};
}

void addLead(QVector<KeyEntry> &t)
{
    const QString group = words(QT_TRANSLATE_NOOP("KeyTable", "Lead"));
    t += {Act::AddLead, QStringLiteral("add-lead"), words(QT_TRANSLATE_NOOP("KeyTable", "Add a lead")), group,
          keys(int(Qt::CTRL) | Qt::Key_N)};
    t += {Act::Appointment, QStringLiteral("appointment"), words(QT_TRANSLATE_NOOP("KeyTable", "Set an appointment")), group,
          keys(int(Qt::CTRL) | Qt::Key_D)};
    t += {Act::FreeNote, QStringLiteral("free-note"), words(QT_TRANSLATE_NOOP("KeyTable", "Write a note to the history")), group,
          keys(int(Qt::CTRL) | Qt::Key_J)};
    t += {Act::ContactPoints, QStringLiteral("contact-points"),
          words(QT_TRANSLATE_NOOP("KeyTable", "Add a number or address")), group, keys(int(Qt::CTRL) | Qt::Key_P)};
}

void addWindow(QVector<KeyEntry> &t)
{
    const QString group = words(QT_TRANSLATE_NOOP("KeyTable", "Window"));
    const auto ctrl = [](int key) { return keys(int(Qt::CTRL) | key); };
    const auto room = [](int key) { return keys(int(Qt::CTRL) | int(Qt::SHIFT) | key); };
    t += {Act::Search, QStringLiteral("search"), words(QT_TRANSLATE_NOOP("KeyTable", "Search everywhere")), group, ctrl(Qt::Key_K)};
    t += {Act::FocusQueue, QStringLiteral("focus-queue"), words(QT_TRANSLATE_NOOP("KeyTable", "Go to the queue")), group, ctrl(Qt::Key_L)};
    t += {Act::FocusLead, QStringLiteral("focus-lead"), words(QT_TRANSLATE_NOOP("KeyTable", "Go to the lead")), group, ctrl(Qt::Key_G)};
    t += {Act::FocusHistory, QStringLiteral("focus-history"), words(QT_TRANSLATE_NOOP("KeyTable", "Go to the history")), group, ctrl(Qt::Key_H)};
    t += {Act::FocusOutcome, QStringLiteral("focus-outcome"), words(QT_TRANSLATE_NOOP("KeyTable", "Go to the outcome bar")), group, ctrl(Qt::Key_O)};
    t += {Act::ReadyPause, QStringLiteral("ready-pause"), words(QT_TRANSLATE_NOOP("KeyTable", "Ready or pause")), group, keys(Qt::Key_F4)};
    t += {Act::HourOfPower, QStringLiteral("hour-of-power"), words(QT_TRANSLATE_NOOP("KeyTable", "Begin an Hour of Power")), group, keys(Qt::Key_F2)};
    t += {Act::TakeAlong, QStringLiteral("take-along"), words(QT_TRANSLATE_NOOP("KeyTable", "Take leads along, or see who is")), group, keys(int(Qt::CTRL) | int(Qt::SHIFT) | Qt::Key_L)};
    t += {Act::Keys, QStringLiteral("keys"), words(QT_TRANSLATE_NOOP("KeyTable", "All keys")), group, keys(Qt::Key_F1)};
    t += {Act::Room1, QStringLiteral("room-1"), words(QT_TRANSLATE_NOOP("KeyTable", "Work")), group, room(Qt::Key_1)};
    t += {Act::Room2, QStringLiteral("room-2"), words(QT_TRANSLATE_NOOP("KeyTable", "Leads in")), group, room(Qt::Key_2)};
    t += {Act::Room3, QStringLiteral("room-3"), words(QT_TRANSLATE_NOOP("KeyTable", "Settings")), group, room(Qt::Key_3)};
    t += {Act::Room4, QStringLiteral("room-4"), words(QT_TRANSLATE_NOOP("KeyTable", "Plans, for managers")), group, room(Qt::Key_4)};
    t += {Act::Room5, QStringLiteral("room-5"), words(QT_TRANSLATE_NOOP("KeyTable", "Contact rules, for managers")), group, room(Qt::Key_5)};
    t += {Act::Room6, QStringLiteral("room-6"), words(QT_TRANSLATE_NOOP("KeyTable", "The words everybody uses, for managers")), group, room(Qt::Key_6)};
    t += {Act::Room7, QStringLiteral("room-7"), words(QT_TRANSLATE_NOOP("KeyTable", "Charts, for managers")), group, room(Qt::Key_7)};
    t += {Act::Room8, QStringLiteral("room-8"), words(QT_TRANSLATE_NOOP("KeyTable", "Today, for managers")), group, room(Qt::Key_8)};
}

} // namespace

bool KeyEntry::singleLetter() const
{
    if (normal.count() != 1 || normal[0].keyboardModifiers() != Qt::NoModifier)
        return false;
    const int key = normal[0].key();
    return key >= Qt::Key_Space && key <= Qt::Key_AsciiTilde;
}

QVector<KeyEntry> keyTable()
{
    QVector<KeyEntry> table;
    addContact(table);
    addOutcome(table);
    addLead(table);
    addWindow(table);
    return table;
}

const KeyEntry *keyEntry(const QVector<KeyEntry> &table, Act act)
{
    for (const KeyEntry &entry : table)
        if (entry.act == act)
            return &entry;
    return nullptr;
}

} // namespace beback::ui
