#pragma once

#include "core/desk/desk_types.h"
#include "core/words/message_check.h"

#include <QFrame>

class QLineEdit;
class QPlainTextEdit;

namespace beback::ui {

class ChipLabel;
class ElidedLabel;
class KeyButton;
class MessageMarks;
class SegmentedControl;
class TextLabel;

// The prepared words of a text, an e-mail or a note: read, edited, then copied or handed to the program that sends it.
class WordsPanel : public QFrame
{
    Q_OBJECT
public:
    explicit WordsPanel(QWidget *parent = nullptr);

    // `to` null: nobody to send it to; it can still be copied, and a note printed.
    // `facts`: what it is checked against; the words bring the questions that must survive.
    void open(Medium medium, const PreparedWords &words, const PointView *to, const MessageFacts &facts);
    const QVector<Finding> &findings() const { return m_findings; }
    void setReason(const QString &reason); // why it goes out with what a reason lifts
    void setMisspelled(const QString &body, const QVector<Finding> &misspelled);
    bool mayGo() const; // nothing keeps it from going out
    void applyRemedy(int finding);
    void applyFirstRemedy();
    void showPlace(int finding);
    void goToBlock(); // the first thing that keeps it from going out
    MessageFacts facts() const { return m_facts; }
    Medium medium() const { return m_medium; }
    PreparedWords words() const;
    QString address() const { return m_to ? m_to->point.value : QString(); }
    QString pointKey() const { return m_to ? m_to->point.key() : QString(); }
    void setKept(const QString &time); // "11:52:06"
    void focusBody();

Q_SIGNALS:
    void edited();
    void mediumChosen(beback::Medium medium);
    void backAsked();
    void checked(); // findings() are others
    void otherAsked();
    void copyAsked();
    void handOverAsked(); // open in the mail or text program, or print

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHead();
    void buildFoot();
    void count();
    void check();
    void put(int from, int length, const QString &text);

    Medium m_medium = Medium::Email;
    std::optional<PointView> m_to;
    MessageFacts m_facts;
    QString m_wording, m_reason, m_checkedBody, m_misspelledBody;
    QVector<Finding> m_findings, m_misspelled;
    MessageMarks *m_marks = nullptr;
    QString m_blocked; // why it cannot be handed over, apart from what is not filled in
    SegmentedControl *m_media;
    QFrame *m_sheet;
    ElidedLabel *m_address;
    ChipLabel *m_may, *m_gap;
    QWidget *m_subjectRow;
    QLineEdit *m_subject;
    QPlainTextEdit *m_body;
    TextLabel *m_count, *m_kept;
    KeyButton *m_hand, *m_copy, *m_back, *m_other;
    int m_which = 0, m_of = 0;
};

// The names between double braces that nobody has filled in yet: "answer". Pure.
QStringList openPlaces(const QString &text);

} // namespace beback::ui
