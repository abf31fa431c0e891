#pragma once

#include "ui/shell/note_card.h"

#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVariant>

#include <functional>
#include <memory>

class QWidget;

namespace beback::ui {

// What the window does outside itself, behind small interfaces, so that a test can stand in for the desktop.
// Thread: GUI. No function waits: answers come by `then`, which is not called when the person gives up.

class FileChooser
{
public:
    virtual ~FileChooser() = default;
    virtual void files(QWidget *over, const QString &title, const QString &filter,
                       std::function<void(const QStringList &)> then) = 0;
    virtual void folder(QWidget *over, const QString &title, std::function<void(const QString &)> then) = 0;
};

// Hands an address (tel: sms: mailto:) to the program the desktop has for it.
class Opener
{
public:
    virtual ~Opener() = default;
    virtual bool open(const QUrl &url) = 0; // false: the desktop knows no program for it
};

class Paper
{
public:
    virtual ~Paper() = default;
    virtual void print(QWidget *over, const NoteCard &card) = 0;
    virtual void copy(const QString &text, const QString &html = {}) = 0; // to the clipboard; `html`: the same, for who takes it
};

// What the window remembers between runs: widths, theme, keys. Never customers' data.
class Memory
{
public:
    virtual ~Memory() = default;
    virtual QVariant value(const QString &key, const QVariant &fallback = {}) const = 0;
    virtual void keep(const QString &key, const QVariant &value) = 0; // an invalid value forgets the key
};

// The passwords this computer's user trusts the desktop with. Asked for seldom; may take long, or never answer, when
// somebody has to unlock it first.
class Keyring
{
public:
    virtual ~Keyring() = default;
    enum class Answer { Done, Nothing /* kept under this key */, Unusable };
    virtual void keep(const QString &key, const QString &password, std::function<void(Answer)> then) = 0;
    virtual void read(const QString &key, std::function<void(Answer, const QString &password)> then) = 0;
    virtual void forget(const QString &key, std::function<void(Answer)> then) = 0;
};

struct Seams {
    std::shared_ptr<FileChooser> chooser;
    std::shared_ptr<Opener> opener;
    std::shared_ptr<Paper> paper;
    std::shared_ptr<Memory> memory;
    std::shared_ptr<Keyring> keyring;

    static Seams desktop(); // the real ones: file dialogs, QDesktopServices, a printer, QSettings, the desktop's keyring
};

} // namespace beback::ui
