#pragma once

#include "core/plan/plan.h"
#include "ui/widgets/card.h"

#include <QMap>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace beback::ui {

class FieldError;
class SegmentedControl;
class TextLabel;

// One step of a plan: when, by what, why, with which words. Every change is told at once; what is wrong stands by its field.
class StepForm : public Card
{
    Q_OBJECT
public:
    explicit StepForm(QWidget *parent = nullptr);
    void setKnownWords(const QStringList &keys); // what a step may name

    void show(const PlanStep &step, bool editable); // fields that say the same already keep their cursor
    PlanStep step() const;
    void setFault(const QString &field, const QString &sentence); // empty: nothing is wrong
    void focusField(const QString &field = {});                   // as in the file: "purpose"; empty: the first

Q_SIGNALS:
    void changed();

private:
    void addField(QGridLayout *grid, const QString &name, const QString &caption, QWidget *field, QWidget *shown = nullptr);
    void buildWhen(QGridLayout *grid);
    void buildChoices(QGridLayout *grid);
    void fillWords(const QString &key);

    PlanStep m_step; // what the fields do not show goes through unchanged
    TextLabel *m_heading;
    QLineEdit *m_day, *m_purpose, *m_result;
    QStringList m_knownWords;
    QComboBox *m_count, *m_words, *m_instead, *m_skip;
    SegmentedControl *m_medium, *m_part;
    QMap<QString, QWidget *> m_fields;
    QMap<QString, FieldError *> m_errors;
};

} // namespace beback::ui
