#include "ui/words/solutions_editor.h"

#include "core/words/text_words.h"
#include "ui/lead/ground.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/entry_list.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/way_form.h"
#include "ui/words/wording_field.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>

namespace beback::ui {

namespace {

constexpr int SlugWords = 4;

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

} // namespace

SolutionsEditor::SolutionsEditor(QWidget *parent) : WordEditor(parent)
{
    setObjectName(QStringLiteral("solutionsEditor"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_problem = new Banner(Tone::Warning);
    m_problem->setObjectName(QStringLiteral("solutionsEditor.problem"));
    m_problem->hide();
    column->addWidget(m_problem);
    m_side = new SegmentedControl;
    m_side->setObjectName(QStringLiteral("solutionsEditor.side"));
    m_side->setAccessibleName(tr("What is shown of the solutions"));
    m_side->addSegment({tr("Ways to meet it"), {}, {}, {}, {}, false});
    m_side->addSegment({tr("Questions before them"), {}, {}, {}, {}, false});
    m_side->setCurrentIndex(Ways);
    column->addWidget(m_side, 0, Qt::AlignLeft);
    m_sides = new QStackedWidget;
    m_sides->addWidget(buildWays());
    m_sides->addWidget(buildQuestions());
    column->addWidget(m_sides, 1);
    connect(m_side, &SegmentedControl::currentChanged, m_sides, &QStackedWidget::setCurrentIndex);
    connect(m_list, &EntryList::chosen, this, &SolutionsEditor::showWay);
}

QWidget *SolutionsEditor::buildWays()
{
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto *left = new QVBoxLayout;
    left->setSpacing(6);
    row->addLayout(left, 4);
    m_list = new EntryList("ways.list", tr("Ways to meet the objection"));
    m_list->setMinimumSize(scaled(200), scaled(160));
    m_list->installEventFilter(this);
    left->addWidget(m_list, 1);
    m_buttons = new QWidget;
    auto *wrap = new WrapLayout(6, m_buttons);
    wrap->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_buttons->setSizePolicy(policy);
    left->addWidget(m_buttons);
    connect(button("add", QStringLiteral("list-add"), tr("Way"), tr("Ins")), &KeyButton::clicked, this, &SolutionsEditor::addWay);
    connect(button("remove", QStringLiteral("edit-delete"), tr("Remove"), tr("Del")), &KeyButton::clicked, this, &SolutionsEditor::removeWay);
    connect(button("up", {}, tr("Earlier"), tr("Alt+↑")), &KeyButton::clicked, this, [this] { moveWay(-1); });
    connect(button("down", {}, tr("Later"), tr("Alt+↓")), &KeyButton::clicked, this, [this] { moveWay(1); });
    m_form = new WayForm([this] { wayEdited(); });
    QScrollArea *right = scrolled(m_form, tr("The chosen way"));
    right->setMinimumWidth(scaled(320));
    row->addWidget(right, 7);
    return page;
}

QWidget *SolutionsEditor::buildQuestions()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_questionRows = new QVBoxLayout;
    m_questionRows->setSpacing(8);
    column->addLayout(m_questionRows);
    m_addQuestion = new KeyButton(QStringLiteral("list-add"), tr("Question"), {});
    m_addQuestion->setObjectName(QStringLiteral("understand.add"));
    column->addWidget(m_addQuestion, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_addQuestion, &KeyButton::clicked, this, [this] {
        addQuestion({});
        m_questions.last().words->firstBox()->setFocus(Qt::OtherFocusReason);
        questionsEdited();
    });
    return scrolled(inside, tr("Questions to understand them first"));
}

KeyButton *SolutionsEditor::button(const char *name, const QString &icon, const QString &text, const QString &key)
{
    auto *made = new KeyButton(icon, text, key);
    made->setObjectName(QStringLiteral("ways.") + QLatin1String(name));
    m_buttons->layout()->addWidget(made);
    return made;
}

void SolutionsEditor::show(const WordEntry &entry)
{
    m_body = entry.body.isEmpty() ? entry.shipped : entry.body;
    ObjectionGuide blank;
    blank.objection = objectionFromText(entry.id).value_or(Objection::None);
    const QString before = blank.objection == m_asShown.objection ? m_list->currentId() : QString();
    const auto read = m_body.isEmpty() ? Result<ObjectionGuide>(blank) : ObjectionGuide::fromJson(m_body);
    m_readable = bool(read);
    m_problem->setText(tr("These solutions cannot be shown here"), read ? QString() : read.error().message);
    m_problem->setVisible(!m_readable);
    m_asShown = read ? *read : blank;
    m_ways.clear();
    m_known.clear();
    for (const Solution &way : std::as_const(m_asShown.ways)) {
        m_ways << Way{way, way.until.isValid() ? way.until.toString(Qt::ISODate) : QString()};
        m_known.insert(way.id);
    }
    if (const auto shipped = ObjectionGuide::fromJson(entry.shipped))
        for (const Solution &way : shipped->ways)
            m_known.insert(way.id);
    for (const Row &row : std::as_const(m_questions))
        delete row.widget;
    m_questions.clear();
    m_questionsMade = 0;
    for (const Wording &question : std::as_const(m_asShown.understand))
        addQuestion(question);
    fillWays(before);
    showWay();
    setEditable(m_editable);
}

ObjectionGuide SolutionsEditor::guide() const
{
    ObjectionGuide guide;
    guide.objection = m_asShown.objection;
    for (const Row &row : m_questions)
        if (const Wording words = row.words->wording(); !words.isEmpty())
            guide.understand << words;
    for (const Way &way : m_ways)
        guide.ways << way.solution;
    return guide;
}

// A day that is none goes along as it was written: left out, it would mean that the way can always be offered.
QByteArray SolutionsEditor::body() const
{
    const ObjectionGuide now = guide();
    const bool odd = std::any_of(m_ways.cbegin(), m_ways.cend(), [](const Way &way) { return WayForm::isNoDay(way.until); });
    if (!odd)
        return now == m_asShown && !m_body.isEmpty() ? m_body : now.toJson();
    QJsonObject json = QJsonDocument::fromJson(now.toJson()).object();
    QJsonArray ways = json.value(QLatin1String("ways")).toArray();
    for (qsizetype i = 0; i < m_ways.size(); ++i)
        if (WayForm::isNoDay(m_ways.at(i).until)) {
            QJsonObject way = ways.at(i).toObject();
            way.insert(QLatin1String("until"), m_ways.at(i).until);
            ways.replace(i, way);
        }
    json.insert(QLatin1String("ways"), ways);
    return QJsonDocument(json).toJson();
}

void SolutionsEditor::setEditable(bool editable)
{
    m_editable = editable;
    m_form->setEditable(mayChange());
    m_buttons->setVisible(mayChange());
    m_addQuestion->setVisible(mayChange());
    for (const Row &row : std::as_const(m_questions)) {
        row.words->setEditable(mayChange());
        row.remove->setVisible(mayChange());
    }
}

void SolutionsEditor::focusFirst()
{
    if (m_side->currentIndex() == Questions && !m_questions.isEmpty())
        m_questions.first().words->firstBox()->setFocus(Qt::OtherFocusReason);
    else if (m_side->currentIndex() == Ways && !m_ways.isEmpty())
        m_form->focusFirst();
    else
        (m_side->currentIndex() == Ways ? m_buttons->findChild<KeyButton *>() : m_addQuestion)->setFocus(Qt::OtherFocusReason);
}

void SolutionsEditor::fillWays(const QString &current)
{
    QVector<EntryList::Entry> entries;
    for (const Way &way : std::as_const(m_ways)) {
        const QString title = way.solution.title.in(WordLanguages[0]).simplified();
        EntryList::Entry entry{way.solution.id, title.isEmpty() ? tr("A way without a title") : title, {}, {}, {}, way.solution.fits, way.solution.fits};
        if (way.solution.until.isValid())
            entry.chips << paint::Chip{Tone::Neutral, QStringLiteral("view-calendar"), tr("Until %1").arg(QLocale().toString(way.solution.until, QLocale::ShortFormat))};
        entries << entry;
    }
    m_list->setEntries(entries, current);
}

void SolutionsEditor::showWay()
{
    const int at = m_list->currentRow();
    m_form->setVisible(at >= 0);
    if (at >= 0)
        m_form->show(m_ways.at(at).solution, m_ways.at(at).until);
}

// The id of a new one follows its title, until it is kept: from then on the history names it.
void SolutionsEditor::wayEdited()
{
    const int at = m_list->currentRow();
    if (at < 0)
        return;
    const QString id = m_ways.at(at).solution.id;
    Solution way = m_form->solution();
    way.id = m_known.contains(id) ? id : freeId(way.title.in(WordLanguages[0]), at);
    m_ways[at] = {way, m_form->until()};
    m_form->showId(way.id);
    fillWays(way.id);
    Q_EMIT edited();
}

QString SolutionsEditor::freeId(const QString &title, int index) const
{
    QStringList parts{toText(m_asShown.objection)};
    for (const TextWord &word : wordsOf(title)) {
        QString plain;
        for (const QChar c : word.plain)
            if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
                plain += c;
        if (!plain.isEmpty() && parts.size() <= SlugWords)
            parts << plain;
    }
    if (parts.size() == 1)
        parts << QStringLiteral("way");
    const QString slug = parts.join(QLatin1Char('-'));
    const auto isTaken = [&](const QString &id) {
        for (int i = 0; i < m_ways.size(); ++i)
            if (i != index && m_ways.at(i).solution.id == id)
                return true;
        return m_known.contains(id);
    };
    QString id = slug;
    for (int number = 2; isTaken(id); ++number)
        id = slug + QLatin1Char('-') + QString::number(number);
    return id;
}

void SolutionsEditor::addWay()
{
    if (!mayChange())
        return;
    const int at = m_list->currentRow() + 1;
    Way way;
    way.solution.id = freeId({}, -1);
    m_ways.insert(at, way);
    fillWays(way.solution.id);
    showWay();
    m_form->focusFirst();
    Q_EMIT edited();
}

void SolutionsEditor::removeWay()
{
    const int at = m_list->currentRow();
    if (!mayChange() || at < 0)
        return;
    m_ways.removeAt(at);
    fillWays(m_ways.isEmpty() ? QString() : m_ways.at(std::min(at, int(m_ways.size()) - 1)).solution.id);
    showWay();
    Q_EMIT edited();
}

void SolutionsEditor::moveWay(int by)
{
    const int from = m_list->currentRow(), to = from + by;
    if (!mayChange() || from < 0 || to < 0 || to >= m_ways.size())
        return;
    m_ways.move(from, to);
    fillWays(m_ways.at(to).solution.id);
    showWay();
    Q_EMIT edited();
}

void SolutionsEditor::addQuestion(const Wording &words)
{
    auto *card = new Card;
    card->setFill(Card::Fill::Surface);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    const int number = m_questionsMade++;
    Row row{card, new WordingField(QStringLiteral("understand.%1").arg(number), tr("Question"), 2), nullptr, new KeyButton(QStringLiteral("edit-delete"), tr("Remove"), {})};
    row.error = new FieldError(row.words->firstBox());
    row.remove->setObjectName(QStringLiteral("understand.remove.%1").arg(number));
    column->addWidget(row.words);
    column->addWidget(row.error);
    column->addWidget(row.remove, 0, Qt::AlignLeft);
    row.words->setWording(words);
    row.words->whenEdited([this] { questionsEdited(); });
    connect(row.remove, &KeyButton::clicked, this, [this, card] { removeQuestion(card); });
    m_questionRows->addWidget(card);
    m_questions << row;
}

void SolutionsEditor::removeQuestion(const QWidget *row)
{
    const auto found = std::find_if(m_questions.cbegin(), m_questions.cend(), [&](const Row &one) { return one.widget == row; });
    if (found == m_questions.cend())
        return;
    found->widget->hide();
    found->widget->deleteLater(); // its button is still at work
    m_questions.erase(found);
    questionsEdited();
}

void SolutionsEditor::questionsEdited()
{
    for (const Row &row : std::as_const(m_questions))
        row.error->setError(row.words->wording().texts.value(WordLanguages[0]).isEmpty() ? tr("It has no words in English. Without any it is left out.") : QString());
    Q_EMIT edited();
}

bool SolutionsEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return WordEditor::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool alt = key->modifiers() & Qt::AltModifier;
    if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        moveWay(key->key() == Qt::Key_Up ? -1 : 1);
    else if (!alt && key->key() == Qt::Key_Insert)
        addWay();
    else if (!alt && key->key() == Qt::Key_Delete)
        removeWay();
    else if (!alt && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter))
        m_form->focusFirst();
    else
        return WordEditor::eventFilter(watched, event);
    return true;
}

} // namespace beback::ui
