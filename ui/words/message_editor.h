#pragma once

#include "ui/words/word_editor.h"

class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QVBoxLayout;

namespace beback::ui {

class KeyButton;
class TextLabel;
class WordingMarks;

// The words of one message: its subject, where it is an e-mail, and its body, with what is filled in and what has to be asked marked
// where it stands.
class MessageEditor : public WordEditor
{
    Q_OBJECT
public:
    explicit MessageEditor(QWidget *parent = nullptr);

    void show(const WordEntry &entry) override;
    QByteArray body() const override;
    void setEditable(bool editable) override;
    void focusFirst() override;
    WordTemplate words() const; // as edited
    // The body as somebody would get it: its length is what counts. Empty: nobody is looked at.
    void setFilled(const QString &body);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTools(QVBoxLayout *column);
    void buildSheet(QVBoxLayout *column);
    void buildMenu();
    void insert(const QString &placeholder);
    void askIt();
    void count();

    WordTemplate m_place; // what the id says; without words
    QString m_known;      // the body as it was told last: marks change the document too
    QString m_filled;
    bool m_inSubject = false; // where the cursor was last
    KeyButton *m_insert, *m_ask;
    QMenu *m_menu;
    QWidget *m_subjectRow;
    QLineEdit *m_subject;
    QPlainTextEdit *m_body;
    TextLabel *m_count;
    WordingMarks *m_marks;
};

} // namespace beback::ui
