#include "ui/words/guide_editor.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/guide_outline.h"
#include "ui/words/guide_step_form.h"
#include "ui/words/guide_tryout.h"
#include "ui/words/guide_words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>

namespace beback::ui {

namespace {

constexpr int OutlineLeast = 220, SideLeast = 320;

QScrollArea *scrolled(QWidget *inside, const QString &name)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(name);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(inside);
    inside->setAutoFillBackground(false);
    return area;
}

QStringList namesIn(const QString &text)
{
    QStringList names;
    for (const QString &name : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            names << name.trimmed();
    return names;
}

} // namespace

GuideEditor::GuideEditor(QWidget *parent) : WordEditor(parent)
{
    setObjectName(QStringLiteral("guideEditor"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_problem = new Banner(Tone::Warning);
    m_problem->setObjectName(QStringLiteral("guideEditor.problem"));
    m_problem->hide();
    column->addWidget(m_problem);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    column->addLayout(row, 1);
    m_outline = new GuideOutline;
    m_outline->setMinimumWidth(scaled(OutlineLeast));
    row->addWidget(m_outline, 5);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    row->addLayout(right, 7);
    buildSides(right);
    connectParts();
}

void GuideEditor::buildSides(QVBoxLayout *column)
{
    m_side = new SegmentedControl;
    m_side->setObjectName(QStringLiteral("guideEditor.side"));
    m_side->setAccessibleName(tr("What is shown of the guide"));
    for (const QString &text : {tr("Question"), tr("Try it out"), tr("About")}) // by Side
        m_side->addSegment({text, {}, {}, {}, {}, false});
    m_side->setCurrentIndex(Question);
    column->addWidget(m_side, 0, Qt::AlignLeft);
    m_sides = new QStackedWidget;
    m_sides->setMinimumWidth(scaled(SideLeast));
    column->addWidget(m_sides, 1);
    m_form = new GuideStepForm;
    m_sides->addWidget(scrolled(m_form, tr("The chosen question")));
    m_tryout = new GuideTryout;
    m_sides->addWidget(m_tryout);
    m_sides->addWidget(scrolled(buildAbout(), tr("About the guide")));
}

QWidget *GuideEditor::buildAbout()
{
    auto *card = new Card;
    card->setFill(Card::Fill::Surface);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(4);
    m_name = aboutLine("name", tr("Name"), {}, column);
    m_nameError = new FieldError(m_name);
    column->addWidget(m_nameError);
    m_about = aboutLine("for", tr("For"), tr("When these questions are asked"), column);
    m_plans = aboutLine("plans", tr("Plans whose calls it guides"), tr("fresh-internet, phone-up"), column);
    m_words = aboutLine("words", tr("Or single steps, by their words"), tr("appointment.confirm"), column);
    auto *how = new TextLabel(tr("Several stand with a comma between them. A call that no guide is for has the general conversation."), Type::Label, Ink::Muted);
    how->setWordWrap(true);
    column->addWidget(how);
    column->addStretch();
    return card;
}

QLineEdit *GuideEditor::aboutLine(const char *name, const QString &caption, const QString &hint, QVBoxLayout *in)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("about.") + QLatin1String(name));
    edit->setAccessibleName(caption);
    edit->setPlaceholderText(hint);
    auto *label = new TextLabel(caption, Type::Label, Ink::Muted);
    label->setBuddy(edit);
    in->addWidget(label);
    in->addWidget(edit);
    connect(edit, &QLineEdit::textEdited, this, &GuideEditor::aboutEdited);
    return edit;
}

void GuideEditor::connectParts()
{
    connect(m_outline, &GuideOutline::chosen, this, [this] {
        if (m_form->index() != m_outline->current())
            showStep(m_outline->current());
        m_side->setCurrentIndex(Question);
    });
    connect(m_outline, &GuideOutline::openAsked, this, [this] {
        m_side->setCurrentIndex(Question);
        m_form->focusFirst();
    });
    connect(m_outline, &GuideOutline::addAsked, this, &GuideEditor::add);
    connect(m_outline, &GuideOutline::removeAsked, this, &GuideEditor::remove);
    connect(m_outline, &GuideOutline::moveAsked, this, &GuideEditor::move);
    connect(m_outline, &GuideOutline::said, this, &GuideEditor::said);
    connect(m_form, &GuideStepForm::edited, this, &GuideEditor::stepEdited);
    connect(m_side, &SegmentedControl::currentChanged, this, &GuideEditor::showSide);
}

void GuideEditor::show(const WordEntry &entry)
{
    // What was kept a moment ago is shown where it was worked on.
    const int at = entry.id == m_guide.id ? std::max(0, m_outline->current()) : 0;
    m_body = entry.body.isEmpty() ? entry.shipped : entry.body;
    Guide blank;
    blank.id = entry.id;
    const auto read = m_body.isEmpty() ? Result<Guide>(blank) : Guide::fromJson(m_body);
    m_readable = bool(read);
    m_problem->setText(tr("This guide cannot be shown here"), read ? QString() : read.error().message);
    m_problem->setVisible(!m_readable);
    m_guide = m_asShown = read ? *read : blank;
    m_known.clear();
    const auto shipped = Guide::fromJson(entry.shipped);
    for (const GuideStep &step : m_guide.steps + (shipped ? shipped->steps : QVector<GuideStep>()))
        m_known.insert(step.key);
    showAbout();
    if (m_guide.name.isEmpty())
        m_side->setCurrentIndex(About);
    refresh(at);
    setEditable(m_editable);
}

void GuideEditor::showAbout()
{
    m_name->setText(m_guide.name);
    m_about->setText(m_guide.about);
    m_plans->setText(m_guide.plans.join(QStringLiteral(", ")));
    m_words->setText(m_guide.words.join(QStringLiteral(", ")));
    for (QLineEdit *edit : {m_name, m_about, m_plans, m_words})
        edit->setCursorPosition(0);
    m_nameError->setError(m_guide.name.isEmpty() && m_readable ? tr("A guide needs a name.") : QString());
}

void GuideEditor::showStep(int index)
{
    m_form->show(m_guide, index, index < 0 ? QString() : whyKeyStays(m_guide.steps.at(index).key));
}

void GuideEditor::showSide()
{
    const int side = m_side->currentIndex();
    if (side < 0)
        return;
    m_sides->setCurrentIndex(side);
    if (side == TryOut)
        m_tryout->show(m_guide);
}

void GuideEditor::refresh(int current)
{
    m_outline->show(m_guide, current);
    showStep(m_outline->current());
    showSide();
}

QByteArray GuideEditor::body() const
{
    return m_guide == m_asShown && !m_body.isEmpty() ? m_body : m_guide.toJson();
}

void GuideEditor::setEditable(bool editable)
{
    m_editable = editable;
    m_outline->setEditable(mayChange());
    m_form->setEditable(mayChange());
    for (QLineEdit *edit : {m_name, m_about, m_plans, m_words})
        edit->setReadOnly(!mayChange());
}

void GuideEditor::focusFirst()
{
    if (m_side->currentIndex() == About || m_guide.steps.isEmpty()) {
        m_side->setCurrentIndex(About);
        m_name->setFocus(Qt::OtherFocusReason);
    } else if (m_side->currentIndex() == TryOut) {
        m_tryout->focusCurrent();
    } else {
        m_form->focusFirst();
    }
}

void GuideEditor::setLookedAt(const WordFacts &facts, const QString &zone, Instant now)
{
    m_tryout->setLookedAt(facts, zone, now);
}

void GuideEditor::stepEdited()
{
    const int index = m_form->index();
    if (index < 0)
        return;
    m_guide.steps[index] = m_form->step();
    m_outline->show(m_guide, index);
    Q_EMIT edited();
}

void GuideEditor::aboutEdited()
{
    const auto take = [](const QLineEdit *edit, QStringList *names) {
        if (edit->text() != names->join(QStringLiteral(", ")))
            *names = namesIn(edit->text());
    };
    m_guide.name = m_name->text().trimmed();
    m_guide.about = m_about->text().trimmed();
    take(m_plans, &m_guide.plans);
    take(m_words, &m_guide.words);
    m_nameError->setError(m_guide.name.isEmpty() ? tr("A guide needs a name.") : QString());
    Q_EMIT edited();
}

// In the branch of the question before it.
void GuideEditor::add()
{
    const int at = m_outline->current() + 1;
    GuideStep step;
    step.key = freeKey();
    if (at > 0)
        step.when = m_guide.steps.at(at - 1).when;
    m_guide.steps.insert(at, step);
    m_side->setCurrentIndex(Question);
    refresh(at);
    m_form->focusFirst();
    Q_EMIT edited();
}

void GuideEditor::remove()
{
    const int at = m_outline->current();
    m_guide.steps.removeAt(at);
    refresh(std::min(at, int(m_guide.steps.size()) - 1));
    Q_EMIT edited();
}

void GuideEditor::move(int by)
{
    const int from = m_outline->current();
    m_guide.steps.move(from, from + by);
    refresh(from + by);
    Q_EMIT edited();
}

QString GuideEditor::freeKey() const
{
    for (int number = 1;; ++number)
        if (const QString key = QStringLiteral("question_%1").arg(number); !m_guide.step(key) && !m_known.contains(key))
            return key;
}

// The history has answers by it, and other questions may wait for it.
QString GuideEditor::whyKeyStays(const QString &key) const
{
    if (m_known.contains(key))
        return tr("Answers are kept by it.");
    for (const GuideStep &step : m_guide.steps)
        if (step.when.contains(key))
            return tr("“%1” waits for it.").arg(guide_words::asked(step));
    return {};
}

} // namespace beback::ui
