#include "ui/words/words_room.h"

#include "core/desk/deliver.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/skeleton_widget.h"
#include "ui/words/guide_editor.h"
#include "ui/words/message_editor.h"
#include "ui/words/message_preview.h"
#include "ui/words/word_list.h"
#include "ui/words/word_past.h"
#include "ui/words/word_text.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <utility>

namespace beback::ui {

namespace {

constexpr int PeopleLooked = 30; // those of the queue who are gone through, one after the other
const QString AnyReason = QStringLiteral("-"); // while it is only asked whether the words themselves may stand

}

void WordsRoom::refresh()
{
    if (m_shelf.entries.isEmpty())
        m_skeleton->begin(tr("Reading the words."));
    deliver(m_desk.wordsOnShelf(), this, [this, number = ++m_refreshes](const Result<WordsOnShelf> &answer) {
        if (number != m_refreshes)
            return; // something was kept since
        m_skeleton->finish();
        if (answer)
            show(*answer);
        else
            fail(tr("The words cannot be read"), answer.error());
    });
    if (m_customer.isNull())
        lookAtAnother();
}

void WordsRoom::show(const WordsOnShelf &shelf)
{
    const bool again = std::exchange(m_again, false);
    m_shelf = shelf;
    m_changes.clear();
    for (const WordEntry &entry : shelf.entries)
        m_changes += entry.changes;
    m_list->read(shelf);
    m_pages->setCurrentWidget(m_work);
    fillList();
    if (m_changed && again)
        return lookAgain();
    if (m_changed)
        return; // what is being changed is newer than what was read
    const WordEntry *one = m_shelf.find(m_one.kind, m_one.id);
    if (one && one->version() == m_one.version() && one->body == m_one.body) {
        m_one = *one; // how it fared may be news, and nothing else
        return m_past->show(m_one, m_shelf, m_clock.now());
    }
    turnTo(m_kind);
    if (again)
        m_problem->show();
}

void WordsRoom::fillList()
{
    m_list->show(m_kind, m_search->text(), m_new ? QString() : m_chosen[size_t(m_kind)]);
}

QString WordsRoom::remembered(WordKind kind) const
{
    if (const QString &id = m_chosen[size_t(kind)]; m_shelf.find(kind, id))
        return id;
    if (kind == m_kind && !m_list->firstId().isEmpty())
        return m_list->firstId();
    const auto first = std::find_if(m_shelf.entries.cbegin(), m_shelf.entries.cend(), [&](const WordEntry &entry) { return entry.kind == kind; });
    return first == m_shelf.entries.cend() ? QString() : first->id;
}

void WordsRoom::turnTo(WordKind kind)
{
    choose(kind, remembered(kind));
}

void WordsRoom::choose(WordKind kind, const QString &id)
{
    const WordEntry *one = m_shelf.find(kind, id);
    if (!one)
        return;
    if (kind != m_one.kind || id != m_one.id)
        setAside();
    m_one = *one;
    m_new = m_changed = false;
    m_chosen[size_t(kind)] = id;
    if (kind != m_kind) {
        m_kind = kind;
        m_kinds->setCurrentIndex(int(kind));
        fillList();
    } else if (m_list->currentId() != id) {
        const QSignalBlocker quiet(m_list);
        m_list->choose(id);
        if (m_list->currentId() != id)
            m_search->clear(); // which hides it
    }
    showEntry(word_text::lastBody(m_one));
}

void WordsRoom::setAside()
{
    if (!m_changed)
        return;
    m_unkept.insert({m_one.kind, m_one.id}, {editor()->body(), m_reason->text()});
    if (!m_saying)
        Q_EMIT said(tr("The change to “%1” is not kept yet. It stands there when you come back.").arg(word_text::name(m_one)));
}

void WordsRoom::flush()
{
    if (m_changed && !m_saying)
        Q_EMIT said(tr("The change to “%1” is not kept yet.").arg(word_text::name(m_one)));
}

// After every change: what is wrong at once, and a moment later how a customer would get it.
void WordsRoom::edited()
{
    const QByteArray body = editor()->body();
    m_changed = m_new || body != m_base;
    showFault(body);
    showHead();
    if (m_one.kind == WordKind::Message)
        m_lookSoon.start();
}

// Asked of what will be asked when it is kept, so that nothing is refused then that was fine here.
QString WordsRoom::faultIn(const QByteArray &body) const
{
    if (!m_changed)
        return {};
    const auto may = checkWish(m_changes, {m_one.kind, m_one.id, body, AnyReason, -1});
    return may ? QString() : may.error().message;
}

void WordsRoom::look()
{
    m_lookSoon.stop();
    const bool looks = m_one.kind == WordKind::Message || m_one.kind == WordKind::Guide;
    if (!looks || m_customer.isNull() || m_one.id.isEmpty())
        return;
    const WordTemplate words = m_one.kind == WordKind::Message ? m_message->words() : WordTemplate();
    deliver(m_desk.previewWords(words, m_customer), this, [this, words, number = ++m_asked](const Result<WordPreview> &answer) {
        if (number != m_asked)
            return;
        if (answer)
            looked(words, *answer);
        else
            m_preview->showNothing(answer.error().message);
    });
}

void WordsRoom::looked(const WordTemplate &words, const WordPreview &preview)
{
    if (m_one.kind == WordKind::Guide)
        return m_guide->setLookedAt(preview.facts, m_shelf.zone, m_clock.now());
    m_preview->show(words, preview);
    m_message->setFilled(m_preview->filled());
}

void WordsRoom::setCustomer(CustomerId customer, const QString &name)
{
    m_customer = customer;
    m_preview->setCustomer(name);
    look();
}

// The next of those who are worked today, and after the last the first again.
void WordsRoom::lookAtAnother()
{
    deliver(m_desk.queue(PeopleLooked), this, [this, before = m_customer](const Result<QueuePage> &answer) {
        if (m_customer != before)
            return; // somebody was chosen meanwhile
        const QVector<QueueItem> people = answer ? answer->mine + answer->next : QVector<QueueItem>();
        if (people.isEmpty() && !before.isNull())
            return; // whoever is shown stays
        if (people.isEmpty())
            return m_preview->showNothing(answer ? tr("Nobody is on the list who could get it.") : answer.error().message);
        const auto at = std::find_if(people.cbegin(), people.cend(), [&](const QueueItem &item) { return item.customer == before; });
        const QueueItem &next = at == people.cend() || at + 1 == people.cend() ? people.first() : *(at + 1);
        setCustomer(next.customer, next.name);
    });
}

QString WordsRoom::freeId(const QString &id) const
{
    auto words = WordTemplate::fromId(id);
    if (!words)
        return {};
    while (m_shelf.find(WordKind::Message, words->id()))
        ++words->number;
    return WordTemplate::fromId(words->id()) ? words->id() : QString();
}

// Begins with the words that are shown, changed or not: another wording is the same said differently.
void WordsRoom::beginAnother()
{
    const QString id = m_one.kind == WordKind::Message ? freeId(m_one.id) : QString();
    if (id.isEmpty())
        return fail(tr("There is no room for another wording"), {Code::Invalid, tr("Change one of those there are."), {}});
    const QByteArray words = m_message->body();
    setAside();
    m_one = {};
    m_one.id = id;
    m_new = true;
    m_list->setCurrentRow(-1); // it is none of them
    showEntry(words);
    editor()->focusFirst();
}

void WordsRoom::leaveIt()
{
    m_unkept.remove({m_one.kind, m_one.id});
    m_changed = m_new = false;
    turnTo(m_kind);
}

void WordsRoom::keep()
{
    if (!m_changed || m_saying)
        return;
    if (m_keep->isBlocked()) {
        m_fault->setError(m_keep->blockedReason());
        return editor()->focusFirst();
    }
    say(editor()->body(), tr("Kept: %1. Everybody uses it from now on.").arg(word_text::name(m_one)));
}

void WordsRoom::takeOut()
{
    say(TakenOut, tr("Taken out: %1. Nobody gets it any more.").arg(word_text::name(m_one)));
}

// Of what was taken out, the words that stood there; else the shipped ones.
void WordsRoom::putBack()
{
    const QByteArray last = word_text::lastBody(m_one);
    const bool own = word_text::isTakenOut(m_one) && last != m_one.shipped;
    say(own ? last : QByteArray(), tr("Put back: %1. Everybody uses it from now on.").arg(word_text::name(m_one)));
}

void WordsRoom::say(const QByteArray &body, const QString &done)
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        m_reasonError->setError(tr("Why is it changed? A sentence is enough; it is kept with the change."));
        return m_reason->setFocus(Qt::OtherFocusReason);
    }
    setSaying(true);
    const WordWish wish{m_one.kind, m_one.id, body, reason, m_one.version()};
    deliver(m_desk.sayWords({wish}), this, [this, wish, done](const Result<void> &answer) { wasSaid(wish, answer, done); });
}

void WordsRoom::wasSaid(const WordWish &wish, const Result<void> &answer, const QString &done)
{
    setSaying(false);
    const bool shown = m_one.kind == wish.kind && m_one.id == wish.id; // else somebody went on to another meanwhile
    if (!answer) {
        fail(tr("The words stay as they are"), answer.error());
        m_again = shown && answer.error().code == Code::Conflict;
        if (m_again)
            refresh();
        return;
    }
    Q_EMIT said(done);
    m_unkept.remove({wish.kind, wish.id});
    if (shown) {
        m_problem->hide();
        m_changed = m_new = false;
        m_chosen[size_t(wish.kind)] = wish.id;
        const QSignalBlocker quiet(m_list); // where nothing is current a list takes its first row with the focus
        m_list->setFocus(Qt::OtherFocusReason);
    }
    refresh();
}

// What the other one said stands beside what was typed here; keeping it now goes over theirs.
void WordsRoom::lookAgain()
{
    if (m_new) {
        if (const QString id = freeId(m_one.id); !id.isEmpty())
            m_one.id = id; // theirs has the number
    } else if (const WordEntry *one = m_shelf.find(m_one.kind, m_one.id)) {
        m_one = *one;
    }
    m_past->show(m_one, m_shelf, m_clock.now());
    edited();
    m_problem->show();
}

void WordsRoom::setSaying(bool saying)
{
    m_saying = saying;
    for (KeyButton *one : {m_add, m_back, m_out, m_undo, m_keep})
        one->setEnabled(!saying);
    for (WordEditor *one : m_editors)
        one->setEditable(!saying);
}

void WordsRoom::fail(const QString &heading, const Error &error)
{
    m_problem->setText(heading, error.message);
    m_problem->show();
}

} // namespace beback::ui
