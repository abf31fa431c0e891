#include "ui/plans/step_form.h"

#include "ui/models/terms.h"
#include "ui/plans/plan_words.h"
#include "ui/style/icons.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/segmented_control.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace beback::ui {

namespace {

const QStringList Parts = {QStringLiteral("now"), QStringLiteral("morning"), QStringLiteral("midday"), QStringLiteral("afternoon"),
                           QStringLiteral("evening")};

QLineEdit *line(const char *name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("step.") + QLatin1String(name));
    return edit;
}

QComboBox *combo(const char *name)
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("step.") + QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

void setLine(QLineEdit *edit, const QString &text)
{
    if (edit->text().trimmed() != text) {
        edit->setText(text);
        edit->setCursorPosition(0);
    }
}

} // namespace

StepForm::StepForm(QWidget *parent) : Card(parent)
{
    setFill(Fill::Surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    m_heading = new TextLabel(Type::Title);
    column->addWidget(m_heading);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    buildWhen(grid);
    m_purpose = line("purpose");
    m_result = line("result");
    addField(grid, QStringLiteral("purpose"), tr("Why"), m_purpose);
    addField(grid, QStringLiteral("result"), tr("Wanted result"), m_result);
    buildChoices(grid);
    column->addLayout(grid);
    column->addStretch();
    for (QLineEdit *edit : {m_day, m_purpose, m_result})
        connect(edit, &QLineEdit::textEdited, this, &StepForm::changed);
    for (QComboBox *box : {m_count, m_words, m_instead, m_skip})
        connect(box, &QComboBox::activated, this, &StepForm::changed);
    for (SegmentedControl *control : {m_medium, m_part})
        connect(control, &SegmentedControl::activated, this, &StepForm::changed);
}

// `shown`: what stands there, when the field is only a part of it.
void StepForm::addField(QGridLayout *grid, const QString &name, const QString &caption, QWidget *field, QWidget *shown)
{
    const int row = grid->rowCount();
    auto *label = new TextLabel(caption, Type::Label, Ink::Muted);
    label->setBuddy(field);
    field->setAccessibleName(caption);
    grid->addWidget(label, row, 0);
    grid->addWidget(shown ? shown : field, row, 1);
    auto *error = new FieldError(field);
    grid->addWidget(error, row + 1, 1);
    m_fields.insert(name, field);
    m_errors.insert(name, error);
}

void StepForm::buildWhen(QGridLayout *grid)
{
    auto *when = new QWidget;
    auto *row = new QHBoxLayout(when);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_day = line("day");
    m_day->setMaximumWidth(scaled(64));
    m_count = combo("count");
    m_count->setAccessibleName(tr("Counted how, and from when"));
    // In the order of PlanStep::From times PlanStep::Count.
    m_count->addItems({tr("business days after the plan began"), tr("days after the plan began"), tr("business days after the step before"),
                       tr("days after the step before")});
    row->addWidget(m_day);
    row->addWidget(m_count, 1);
    addField(grid, QStringLiteral("day"), tr("When"), m_day, when);
    m_medium = new SegmentedControl;
    m_medium->setObjectName(QStringLiteral("step.medium"));
    for (const Medium medium : AllMedia)
        m_medium->addSegment({medium == Medium::Social ? tr("Social") : terms::medium(medium), {}, {}, terms::medium(medium), medium, false});
    addField(grid, QStringLiteral("medium"), tr("By"), m_medium);
    grid->setAlignment(m_medium, Qt::AlignLeft);
    m_part = new SegmentedControl;
    m_part->setObjectName(QStringLiteral("step.part"));
    for (const QString &part : Parts)
        m_part->addSegment({plan_words::part(part), {}, {}, {}, {}, false});
    addField(grid, QStringLiteral("part"), tr("Part of day"), m_part);
    grid->setAlignment(m_part, Qt::AlignLeft);
}

void StepForm::buildChoices(QGridLayout *grid)
{
    m_words = combo("words");
    addField(grid, QStringLiteral("words"), tr("Words"), m_words);
    m_instead = combo("instead");
    m_instead->addItem(tr("Nothing else"), -1);
    for (const Medium medium : AllMedia)
        m_instead->addItem(tr("%1, with those who answer to it").arg(terms::medium(medium)), int(medium));
    addField(grid, QStringLiteral("instead"), tr("Instead of it"), m_instead);
    m_skip = combo("skip");
    m_skip->addItems({tr("Anybody, with a reason"), tr("A manager, with a reason"), tr("Nobody")}); // by PlanStep::Skip
    addField(grid, QStringLiteral("skip"), tr("May skip it"), m_skip);
}

void StepForm::setKnownWords(const QStringList &keys)
{
    if (m_words->count() > 0 && keys == m_knownWords)
        return;
    m_knownWords = keys;
    const QString chosen = m_words->currentData().toString();
    const QSignalBlocker quiet(m_words);
    m_words->clear();
    m_words->addItem(tr("No words"), QString());
    for (const QString &known : keys)
        m_words->addItem(known, known);
    fillWords(chosen);
}

// Those there are, and the ones the step names even when they are not among them.
void StepForm::fillWords(const QString &key)
{
    if (m_words->findData(key) < 0)
        m_words->addItem(key, key);
    m_words->setCurrentIndex(m_words->findData(key));
}

void StepForm::show(const PlanStep &step, bool editable)
{
    m_step = step;
    m_heading->setText(tr("%1: %2").arg(plan_words::dayOf(step), terms::medium(step.medium)));
    setLine(m_day, step.day < 0 ? m_day->text().trimmed() : QString::number(step.day));
    setLine(m_purpose, step.purpose);
    setLine(m_result, step.result);
    m_count->setCurrentIndex(int(step.from) * 2 + int(step.count));
    m_medium->setCurrentIndex(int(step.medium));
    m_part->setCurrentIndex(int(Parts.indexOf(step.part)));
    fillWords(step.words);
    m_instead->setCurrentIndex(m_instead->findData(step.instead.isEmpty() ? -1 : int(step.instead.first())));
    m_skip->setCurrentIndex(int(step.skip));
    for (QWidget *field : std::as_const(m_fields))
        field->setEnabled(editable);
    m_count->setEnabled(editable);
}

PlanStep StepForm::step() const
{
    PlanStep step = m_step;
    bool number = false;
    const int day = m_day->text().trimmed().toInt(&number);
    step.day = number ? day : -1; // no day at all: the plan says what it has to be
    step.from = PlanStep::From(m_count->currentIndex() / 2);
    step.count = PlanStep::Count(m_count->currentIndex() % 2);
    step.medium = Medium(m_medium->currentIndex());
    step.part = Parts.value(m_part->currentIndex());
    step.purpose = m_purpose->text().trimmed();
    step.result = m_result->text().trimmed();
    step.words = m_words->currentData().toString();
    const int instead = m_instead->currentData().toInt();
    if ((step.instead.isEmpty() ? -1 : int(step.instead.first())) != instead)
        step.instead = instead < 0 ? QVector<Medium>() : QVector<Medium>{Medium(instead)};
    step.skip = PlanStep::Skip(m_skip->currentIndex());
    return step;
}

void StepForm::setFault(const QString &field, const QString &sentence)
{
    for (auto it = m_errors.cbegin(); it != m_errors.cend(); ++it)
        it.value()->setError(it.key() == field ? sentence : QString());
}

void StepForm::focusField(const QString &field)
{
    QWidget *wanted = m_fields.value(field, m_day);
    wanted->setFocus(Qt::OtherFocusReason);
    if (auto *edit = qobject_cast<QLineEdit *>(wanted))
        edit->selectAll();
}

} // namespace beback::ui
