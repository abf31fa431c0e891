#pragma once

#include "core/words/solutions.h"
#include "ui/words/word_editor.h"

#include <QSet>

class QStackedWidget;
class QVBoxLayout;

namespace beback::ui {

class Banner;
class EntryList;
class FieldError;
class KeyButton;
class SegmentedControl;
class WayForm;
class WordingField;

// What is known about an objection: ways to meet it, and the questions that come before them.
class SolutionsEditor : public WordEditor
{
    Q_OBJECT
public:
    explicit SolutionsEditor(QWidget *parent = nullptr);

    void show(const WordEntry &entry) override;
    QByteArray body() const override;
    void setEditable(bool editable) override;
    void focusFirst() override;
    ObjectionGuide guide() const; // as edited

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // A way, and the last day it can be offered as it was written, also where that is no day.
    struct Way {
        Solution solution;
        QString until;
    };
    // A question to understand them, as a row of the page.
    struct Row {
        QWidget *widget;
        WordingField *words;
        FieldError *error;
        KeyButton *remove;
    };
    enum Side { Ways, Questions };
    QWidget *buildWays();
    QWidget *buildQuestions();
    KeyButton *button(const char *name, const QString &icon, const QString &text, const QString &key = {});
    void fillWays(const QString &current);
    void showWay();
    void wayEdited();
    void addWay();
    void removeWay();
    void moveWay(int by);
    void addQuestion(const Wording &words);
    void removeQuestion(const QWidget *row);
    void questionsEdited();
    QString freeId(const QString &title, int index) const;
    bool mayChange() const { return m_editable && m_readable; }

    ObjectionGuide m_asShown;
    QVector<Way> m_ways;
    QVector<Row> m_questions;
    int m_questionsMade = 0; // numbers them, also when some went
    QByteArray m_body; // of what is shown, until something is changed
    QSet<QString> m_known; // ids the history may name
    bool m_editable = true, m_readable = true;
    Banner *m_problem;
    SegmentedControl *m_side;
    QStackedWidget *m_sides;
    EntryList *m_list;
    WayForm *m_form;
    QWidget *m_buttons;
    QVBoxLayout *m_questionRows;
    KeyButton *m_addQuestion;
};

} // namespace beback::ui
