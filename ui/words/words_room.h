#pragma once

#include "core/desk/desk.h"
#include "ui/shell/seams.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace beback::ui {

class Banner;
class ChipLabel;
class FieldError;
class GuideEditor;
class KeyButton;
class MessageEditor;
class MessagePreview;
class SearchField;
class SegmentedControl;
class SkeletonWidget;
class StockCard;
class TextLabel;
class WordEditor;
class WordList;
class WordPast;

// Where a manager changes the words everybody uses: messages, call guides, solutions and empty phrases; sees a message as one of
// the customers would get it while it is written, and what became of it before. Nothing is kept before "Keep the change".
class WordsRoom : public QWidget
{
    Q_OBJECT
public:
    WordsRoom(Desk &desk, const Clock &clock, std::shared_ptr<FileChooser> chooser, QWidget *parent = nullptr);

    void refresh(); // reads the words; what is being changed stays
    void show(const WordsOnShelf &shelf);
    void choose(WordKind kind, const QString &id);
    void flush(); // the room is left: says what is not kept; it stands there still when somebody comes back
    // Who is looked at; before that, the first of those who are worked next.
    void setCustomer(CustomerId customer, const QString &name);
    const WordEntry &entry() const { return m_one; } // the one that is shown, as it was read
    bool isChanged() const { return m_changed; }

Q_SIGNALS:
    void said(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildList(QHBoxLayout *row);
    void buildHead(QVBoxLayout *column);
    void buildBody(QVBoxLayout *column);
    void buildReason(QVBoxLayout *column);
    QWidget *buildSide();
    void connectParts();
    void connectButtons();

    void fillList();
    void turnTo(WordKind kind);
    QString remembered(WordKind kind) const;
    void showEntry(const QByteArray &words);
    void showHead();
    void showFault(const QByteArray &body);
    QString says() const;
    void edited();
    QString faultIn(const QByteArray &body) const;
    void look();
    void looked(const WordTemplate &words, const WordPreview &preview);
    void lookAtAnother();
    void beginAnother();
    QString freeId(const QString &id) const; // the next wording of the same; empty: there are too many
    void leaveIt();
    void keep();
    void takeOut();
    void putBack();
    void say(const QByteArray &body, const QString &done);
    void wasSaid(const WordWish &wish, const Result<void> &answer, const QString &done);
    void setAside(); // what is not kept, until somebody comes back to it
    void lookAgain();
    void setSaying(bool saying);
    void passOn(); // all words, into a folder
    void takeIn(); // words of others, from files
    void fail(const QString &heading, const Error &error);
    WordEditor *editor() const { return m_editors[size_t(m_one.kind)]; }

    Desk &m_desk;
    const Clock &m_clock;
    std::shared_ptr<FileChooser> m_chooser;
    WordsOnShelf m_shelf;
    QVector<WordChange> m_changes; // all there were
    WordKind m_kind = WordKind::Message; // whose list is shown
    // Typed and not kept, by kind and id: another entry being looked at is no reason to lose it.
    struct Unkept {
        QByteArray body;
        QString reason;
    };
    QMap<std::pair<WordKind, QString>, Unkept> m_unkept;
    int m_refreshes = 0; // an answer to an earlier one is dropped
    std::array<QString, AllWordKinds.size()> m_chosen; // by kind, the one looked at last
    WordEntry m_one;
    QByteArray m_base; // as the editor gave it back before anything was changed
    bool m_new = false, m_changed = false, m_saying = false;
    bool m_again = false; // somebody else spoke meanwhile: theirs is to be seen, and what was typed stays
    CustomerId m_customer;
    int m_asked = 0; // looks asked for: an answer to an earlier one is dropped
    QTimer m_lookSoon;

    SegmentedControl *m_kinds;
    SearchField *m_search;
    WordList *m_list;
    KeyButton *m_add, *m_files, *m_back, *m_out, *m_undo, *m_keep;
    TextLabel *m_name, *m_says;
    ChipLabel *m_chip;
    Banner *m_problem;
    QStackedWidget *m_pages, *m_stack;
    SkeletonWidget *m_skeleton;
    QWidget *m_work, *m_side;
    std::array<WordEditor *, AllWordKinds.size()> m_editors;
    MessageEditor *m_message;
    GuideEditor *m_guide;
    FieldError *m_fault, *m_reasonError;
    QLineEdit *m_reason;
    MessagePreview *m_preview;
    WordPast *m_past;
    StockCard *m_stock;
};

} // namespace beback::ui
