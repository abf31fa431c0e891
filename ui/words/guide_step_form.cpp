#include "ui/words/guide_step_form.h"

#include "ui/widgets/field_error.h"
#include "ui/words/choice_lines.h"
#include "ui/words/guide_words.h"
#include "ui/words/wording_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace beback::ui {

namespace {

constexpr int ChoiceLines = 5;

QComboBox *combo(const QString &name)
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("question.") + name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

QStringList wordsIn(const QString &text)
{
    QStringList words;
    for (const QString &word : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!word.trimmed().isEmpty())
            words << word.trimmed();
    return words;
}

} // namespace

GuideStepForm::GuideStepForm(QWidget *parent) : Card(parent)
{
    setFill(Fill::Surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    column->addStretch();
    buildWords();
    buildAnswer();
    buildWhen();
    for (WordingField *field : {m_ask, m_say})
        field->whenEdited([this] { tell(); });
    connect(m_choices, &QPlainTextEdit::textChanged, this, &GuideStepForm::tell);
    connect(m_key, &QLineEdit::textEdited, this, &GuideStepForm::tell);
    connect(m_kind, &QComboBox::activated, this, &GuideStepForm::kindChosen);
    connect(m_act, &QComboBox::activated, this, &GuideStepForm::tell);
    for (QCheckBox *box : {m_must, m_eachTime})
        connect(box, &QCheckBox::clicked, this, &GuideStepForm::tell);
}

// `shown`: what stands there, when the field is only a part of it.
TextLabel *GuideStepForm::addField(const QString &caption, QWidget *field, FieldError **error, QWidget *shown)
{
    const int row = m_grid->rowCount();
    auto *label = new TextLabel(caption, Type::Label, Ink::Muted);
    label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(caption);
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(shown ? shown : field, row, 1);
    if (error) {
        *error = new FieldError(field);
        m_grid->addWidget(*error, row + 1, 1);
    }
    return label;
}

void GuideStepForm::buildWords()
{
    m_say = new WordingField(QStringLiteral("question.say"), tr("Say before it"), 3);
    addField(tr("Say before it"), m_say->firstBox(), nullptr, m_say);
    m_ask = new WordingField(QStringLiteral("question.ask"), tr("Ask"), 2);
    addField(tr("Ask"), m_ask->firstBox(), &m_askError, m_ask);
}

void GuideStepForm::buildAnswer()
{
    m_kind = combo(QStringLiteral("kind"));
    for (const AnswerKind one : guide_words::AllKinds)
        m_kind->addItem(guide_words::kind(one), int(one));
    addField(tr("The answer is"), m_kind, nullptr);
    m_choicesBox = new QWidget;
    auto *box = new QVBoxLayout(m_choicesBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(2);
    m_choices = new QPlainTextEdit;
    m_choices->setObjectName(QStringLiteral("question.choices"));
    m_choices->setTabChangesFocus(true);
    m_choices->setFixedHeight(ChoiceLines * lineHeight(Type::Body) + scaled(16));
    m_choices->setPlaceholderText(tr("price = The price | El precio"));
    box->addWidget(m_choices);
    auto *how = new TextLabel(tr("A line each: short word = English | Spanish. Answers are kept and waited for by the short word."), Type::Label, Ink::Muted);
    how->setWordWrap(true);
    box->addWidget(how);
    m_choicesLabel = addField(tr("Answers"), m_choices, &m_choicesError, m_choicesBox);
    m_act = combo(QStringLiteral("act"));
    addField(tr("And it"), m_act, nullptr);
    m_must = new QCheckBox(tr("Must be asked"));
    m_must->setObjectName(QStringLiteral("question.must"));
    m_must->setAccessibleName(m_must->text());
    m_must->setToolTip(tr("A call that reached them is not closed without its answer, or the reason why it could not be asked."));
    addField(tr("How often"), m_must, nullptr);
    m_eachTime = new QCheckBox(tr("Asked on every call"));
    m_eachTime->setObjectName(QStringLiteral("question.each_time"));
    m_eachTime->setToolTip(tr("Also when it was answered on an earlier call."));
    m_grid->addWidget(m_eachTime, m_grid->rowCount(), 1);
}

void GuideStepForm::buildWhen()
{
    m_waitBox = new QWidget;
    m_waitBox->setAccessibleName(tr("Waits for"));
    m_waitRows = new QVBoxLayout(m_waitBox);
    m_waitRows->setContentsMargins(0, 0, 0, 0);
    m_waitRows->setSpacing(4);
    addField(tr("Waits for"), m_waitBox, &m_waitError);
    auto *kept = new QWidget;
    auto *row = new QHBoxLayout(kept);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_key = new QLineEdit;
    m_key->setObjectName(QStringLiteral("question.key"));
    m_key->setMaxLength(40);
    m_key->setMaximumWidth(scaled(180));
    m_key->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[a-z0-9_]*")), m_key));
    m_keyWhy = new TextLabel(Type::Label, Ink::Muted);
    m_keyWhy->setWordWrap(true);
    row->addWidget(m_key, 2);
    row->addWidget(m_keyWhy, 3);
    addField(tr("Kept as"), m_key, &m_keyError, kept);
}

void GuideStepForm::show(const Guide &guide, int index, const QString &keyStays)
{
    const QScopedValueRollback filling(m_filling, true);
    m_guide = guide;
    m_index = index;
    m_step = guide.steps.value(index);
    m_keyStays = keyStays;
    m_ask->setWording(m_step.ask);
    m_say->setWording(m_step.say);
    m_kind->setCurrentIndex(m_kind->findData(int(m_step.kind)));
    m_choices->setPlainText(choice_lines::write(m_step.choices));
    m_choicesShown = m_choices->toPlainText();
    fillActs(m_step.act);
    m_must->setChecked(m_step.must);
    m_eachTime->setChecked(m_step.eachTime);
    for (const Wait &wait : std::as_const(m_waits))
        delete wait.row;
    m_waits.clear();
    for (auto it = m_step.when.cbegin(); it != m_step.when.cend(); ++it)
        addWait(it.key(), it.value());
    addWait({}, {});
    m_key->setText(m_step.key);
    m_keyWhy->setText(keyStays.isEmpty() ? tr("The same question has the same word in every guide.") : keyStays);
    showKind();
    dressEditable();
    for (const Fault &fault : faults())
        fault.at->setError(fault.sentence, fault.part);
}

void GuideStepForm::fillActs(GuideAct current)
{
    m_act->clear();
    m_act->addItem(guide_words::act(GuideAct::None), int(GuideAct::None));
    for (const GuideAct act : guide_words::AllActs)
        if (guide_words::fits(act, kind()))
            m_act->addItem(guide_words::act(act), int(act));
    m_act->setCurrentIndex(std::max(0, m_act->findData(int(current))));
}

// The last row is always free for one more.
void GuideStepForm::addWait(const QString &key, const QStringList &answers)
{
    Wait wait{new QWidget(m_waitBox), combo(QStringLiteral("wait.%1").arg(m_waits.size())), new QLineEdit(answers.join(QStringLiteral(", ")))};
    auto *row = new QHBoxLayout(wait.row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    wait.question->addItem(m_waits.isEmpty() ? tr("Nothing: always asked") : tr("Nothing else"), QString());
    for (int i = 0; i < m_index; ++i)
        wait.question->addItem(guide_words::asked(m_guide.steps.at(i)), m_guide.steps.at(i).key);
    if (wait.question->findData(key) < 0)
        wait.question->addItem(key, key);
    wait.question->setCurrentIndex(wait.question->findData(key));
    wait.question->setAccessibleName(tr("The question whose answer it waits for"));
    wait.answers->setObjectName(QStringLiteral("question.answers.%1").arg(m_waits.size()));
    wait.answers->setAccessibleName(tr("The answers it waits for"));
    wait.answers->setPlaceholderText(tr("answers, or * for any"));
    row->addWidget(wait.question, 3);
    row->addWidget(new TextLabel(tr("is"), Type::Body));
    row->addWidget(wait.answers, 2);
    m_waitRows->addWidget(wait.row);
    m_waits << wait;
    connect(wait.question, &QComboBox::activated, this, [this, wait] { waitChosen(wait); });
    connect(wait.answers, &QLineEdit::textEdited, this, &GuideStepForm::tell);
}

// With an answer that can come, so that there is something right to change.
void GuideStepForm::waitChosen(const Wait &wait)
{
    const GuideStep *earlier = m_guide.step(wait.question->currentData().toString());
    const QStringList answers = earlier ? guide_words::answersTo(*earlier) : QStringList();
    wait.answers->setText(!earlier ? QString() : answers.value(0, QStringLiteral("*")));
    if (earlier && wait.row == m_waits.last().row)
        addWait({}, {});
    dressEditable();
    tell();
}

void GuideStepForm::kindChosen()
{
    fillActs(GuideAct(m_act->currentData().toInt()));
    showKind();
    tell();
}

void GuideStepForm::showKind()
{
    const bool choice = kind() == AnswerKind::Choice;
    m_choicesLabel->setVisible(choice);
    m_choicesBox->setVisible(choice);
}

void GuideStepForm::dressEditable()
{
    const bool on = m_editable && m_index >= 0;
    m_ask->setEditable(on);
    m_say->setEditable(on);
    m_choices->setReadOnly(!on);
    for (QWidget *field : std::initializer_list<QWidget *>{m_kind, m_act, m_must, m_eachTime})
        field->setEnabled(on);
    m_key->setEnabled(on && m_keyStays.isEmpty());
    m_key->setToolTip(m_keyStays);
    for (const Wait &wait : std::as_const(m_waits)) {
        wait.question->setEnabled(on);
        wait.answers->setEnabled(!wait.question->currentData().toString().isEmpty());
        wait.answers->setReadOnly(!on);
    }
}

void GuideStepForm::setEditable(bool editable)
{
    m_editable = editable;
    dressEditable();
}

void GuideStepForm::tell()
{
    if (m_filling)
        return;
    for (const Fault &fault : faults())
        fault.at->setError(fault.sentence, fault.part);
    Q_EMIT edited();
}

AnswerKind GuideStepForm::kind() const
{
    return AnswerKind(m_kind->currentData().toInt());
}

QMap<QString, QStringList> GuideStepForm::waits() const
{
    QMap<QString, QStringList> all;
    for (const Wait &wait : m_waits)
        if (const QString key = wait.question->currentData().toString(); !key.isEmpty()) {
            const QStringList before = m_step.when.value(key);
            all[key] += wait.answers->text() == before.join(QStringLiteral(", ")) ? before : wordsIn(wait.answers->text());
        }
    return all;
}

GuideStep GuideStepForm::step() const
{
    GuideStep step = m_step;
    step.key = m_key->text();
    step.ask = m_ask->wording();
    step.say = m_say->wording();
    step.kind = kind();
    step.must = m_must->isChecked();
    step.eachTime = m_eachTime->isChecked();
    if (step.kind != AnswerKind::Choice)
        step.choices.clear();
    else if (m_choices->toPlainText() != m_choicesShown)
        step.choices = choice_lines::read(m_choices->toPlainText());
    step.when = waits();
    step.act = GuideAct(m_act->currentData().toInt());
    return step;
}

Result<void> GuideStepForm::fault() const
{
    for (const Fault &fault : faults())
        if (!fault.sentence.isEmpty())
            return Error{Code::Invalid, fault.sentence, {}};
    return {};
}

// One for each field, also where nothing is wrong.
QVector<GuideStepForm::Fault> GuideStepForm::faults() const
{
    const bool silent = m_index < 0 || !m_ask->wording().texts.value(WordLanguages[0]).isEmpty();
    QVector<Fault> all{{m_askError, silent ? QString() : tr("There are no words to ask it with in English.")}, choicesFault(), keyFault()};
    Fault waiting{m_waitError, {}};
    for (const Wait &wait : m_waits)
        if (waiting.sentence.isEmpty())
            waiting = waitFault(wait);
    return all << waiting;
}

GuideStepForm::Fault GuideStepForm::keyFault() const
{
    const QString key = m_key->text();
    if (m_index < 0)
        return {m_keyError, {}};
    if (key.isEmpty())
        return {m_keyError, tr("A short word to keep the answer by, like next_visit.")};
    for (int i = 0; i < m_guide.steps.size(); ++i)
        if (i != m_index && m_guide.steps.at(i).key == key)
            return {m_keyError, tr("“%1” is a question of this guide already.").arg(key)};
    return {m_keyError, {}};
}

GuideStepForm::Fault GuideStepForm::choicesFault() const
{
    if (m_index < 0)
        return {m_choicesError, {}};
    if (kind() == AnswerKind::Choice)
        if (const QString sentence = choice_lines::faultIn(m_choices->toPlainText(), GuideAct(m_act->currentData().toInt())); !sentence.isEmpty())
            return {m_choicesError, sentence};
    return lostAnswer();
}

// An answer that a later question waits for, and that is none any more.
GuideStepForm::Fault GuideStepForm::lostAnswer() const
{
    const GuideStep now = step();
    QWidget *at = m_kind;
    if (now.kind == AnswerKind::Choice)
        at = m_choices;
    const QStringList answers = guide_words::answersTo(now) + QStringList{QStringLiteral("*")};
    for (const GuideStep &later : m_guide.steps)
        for (const QString &answer : later.when.value(m_step.key))
            if (!answers.contains(answer))
                return {m_choicesError, tr("“%1” waits for the answer “%2”.").arg(guide_words::asked(later), answer), at};
    return {m_choicesError, {}};
}

GuideStepForm::Fault GuideStepForm::waitFault(const Wait &wait) const
{
    const QString key = wait.question->currentData().toString();
    if (key.isEmpty())
        return {m_waitError, {}};
    const auto earlier = std::find_if(m_guide.steps.cbegin(), m_guide.steps.cbegin() + m_index, [&](const GuideStep &step) { return step.key == key; });
    if (earlier == m_guide.steps.cbegin() + m_index)
        return {m_waitError, tr("“%1” is not asked before it.").arg(key), wait.question};
    const QStringList answers = guide_words::answersTo(*earlier) + QStringList{QStringLiteral("*")};
    const QString known = answers.size() == 1 ? tr("Only any answer can be waited for: *.") : tr("There are: %1 (* is any).").arg(answers.join(QStringLiteral(", ")));
    const QStringList wanted = wordsIn(wait.answers->text());
    if (wanted.isEmpty())
        return {m_waitError, tr("Which answers? %1").arg(known), wait.answers};
    for (const QString &answer : wanted)
        if (!answers.contains(answer))
            return {m_waitError, tr("“%1” is never the answer. %2").arg(answer, known), wait.answers};
    return {m_waitError, {}};
}

void GuideStepForm::focusFirst()
{
    m_ask->firstBox()->setFocus(Qt::OtherFocusReason);
}

} // namespace beback::ui
