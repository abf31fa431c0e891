#pragma once

#include "core/words/guide.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace beback::ui {

class FieldError;
class TextLabel;
class WordingField;

// One question of a guide: its words, its answers, when it is asked, and what the answer does. Every change is told at once; what
// is wrong stands by its field, and goes into step() as it was written, so that nothing wrong is kept unseen.
class GuideStepForm : public Card
{
    Q_OBJECT
public:
    explicit GuideStepForm(QWidget *parent = nullptr);

    // `keyStays`: why its key is not changed any more; empty: it may be.
    void show(const Guide &guide, int index, const QString &keyStays);
    int index() const { return m_index; } // -1: nothing is shown
    GuideStep step() const;
    Result<void> fault() const; // errors: Invalid with the first sentence that stands by a field
    void setEditable(bool editable);
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    // One question whose answer is waited for.
    struct Wait {
        QWidget *row;
        QComboBox *question;
        QLineEdit *answers;
    };
    // What is wrong, and the part of the field where it is.
    struct Fault {
        FieldError *at;
        QString sentence;
        QWidget *part = nullptr;
    };
    void buildWords();
    void buildAnswer();
    void buildWhen();
    TextLabel *addField(const QString &caption, QWidget *field, FieldError **error, QWidget *shown = nullptr);
    void fillActs(GuideAct current);
    void addWait(const QString &key, const QStringList &answers);
    void waitChosen(const Wait &wait);
    void kindChosen();
    void showKind();
    void dressEditable();
    void tell();
    QVector<Fault> faults() const;
    Fault keyFault() const;
    Fault choicesFault() const;
    Fault lostAnswer() const;
    Fault waitFault(const Wait &wait) const;
    AnswerKind kind() const;
    QMap<QString, QStringList> waits() const;

    Guide m_guide;
    GuideStep m_step; // as it was shown; what nobody touches goes through unchanged
    int m_index = -1;
    bool m_editable = true, m_filling = false;
    QString m_keyStays, m_choicesShown;
    QGridLayout *m_grid;
    WordingField *m_ask, *m_say;
    QComboBox *m_kind, *m_act;
    QPlainTextEdit *m_choices;
    QWidget *m_choicesBox;
    TextLabel *m_choicesLabel, *m_keyWhy;
    QCheckBox *m_must, *m_eachTime;
    QLineEdit *m_key;
    QWidget *m_waitBox;
    QVBoxLayout *m_waitRows;
    QVector<Wait> m_waits;
    FieldError *m_askError, *m_choicesError, *m_waitError, *m_keyError;
};

} // namespace beback::ui
