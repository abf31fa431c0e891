#pragma once

#include "core/words/phrase_book.h"
#include "ui/words/word_editor.h"

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace beback::ui {

class FieldError;
class LinkButton;
class PhraseMarks;
class TextLabel;

// The phrases of one language that say nothing, a line each, and a message to try them on.
class PhrasesEditor : public WordEditor
{
    Q_OBJECT
public:
    explicit PhrasesEditor(QWidget *parent = nullptr);

    void show(const WordEntry &entry) override;
    QByteArray body() const override;
    void setEditable(bool editable) override;
    void focusFirst() override;
    int faultyLine() const { return m_faulty; } // from 0 on; -1: none

protected:
    void changeEvent(QEvent *event) override;

private:
    // A phrase in the message that is tried, and the line it is.
    struct Found {
        int line, first, count;
    };
    void buildTry(QVBoxLayout *column);
    void textChanged();
    void read();
    void tryMessage();
    Found firstFound(const QVector<TextWord> &words, int begin) const;
    void goToFault();

    QString m_language, m_shown, m_told; // m_shown: the lines right after show(); m_told: as they were told last
    QByteArray m_body;
    QVector<PhraseBook> m_lines; // each line by itself, so that it is known which one was found
    int m_faulty = -1;
    QPlainTextEdit *m_text;
    PhraseMarks *m_marks = nullptr;
    FieldError *m_error;
    LinkButton *m_goThere;
    QLineEdit *m_try;
    TextLabel *m_found;
};

} // namespace beback::ui
