#include "ui/words/guide_outline.h"

#include "ui/lead/ground.h"
#include "ui/style/paint.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/words/guide_words.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

constexpr int DepthRole = Qt::UserRole, MustRole = DepthRole + 1, WhenRole = DepthRole + 2, ActRole = DepthRole + 3;
constexpr int Indent = 16, Pad = 10, Deepest = 4;

// How deep in branches: one deeper than the deepest question it waits for.
int depthOf(const Guide &guide, const GuideStep &step)
{
    int depth = 0;
    for (const GuideStep &earlier : guide.steps) {
        if (&earlier == &step)
            break;
        if (step.when.contains(earlier.key))
            depth = std::max(depth, depthOf(guide, earlier) + 1);
    }
    return std::min(depth, Deepest);
}

// "if next_step: visit, call"; empty: always asked.
QString whenText(const GuideStep &step)
{
    QStringList parts;
    for (auto it = step.when.cbegin(); it != step.when.cend(); ++it) {
        QStringList answers = it.value();
        answers.replaceInStrings(QStringLiteral("*"), GuideOutline::tr("any answer"));
        parts << GuideOutline::tr("if %1: %2").arg(it.key(), answers.join(QStringLiteral(", ")));
    }
    return parts.join(QStringLiteral("; "));
}

int rowHeight(const QModelIndex &index)
{
    const bool second = !index.data(WhenRole).toString().isEmpty() || !index.data(ActRole).toString().isEmpty();
    const int chip = std::max(scaled(metrics::Chip), lineHeight(Type::Label));
    return scaled(11) + std::max(lineHeight(Type::Body), chip) + (second ? chip + scaled(3) : 0);
}

class OutlineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override { return {scaled(160), rowHeight(index)}; }

    void paint(QPainter *p, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        const bool selected = option.state & QStyle::State_Selected, must = index.data(MustRole).toBool();
        p->save();
        if (selected || option.state & QStyle::State_MouseOver)
            p->fillRect(option.rect, selected ? t.accentSoft : t.hover);
        if (selected)
            p->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
        const int chip = std::max(scaled(metrics::Chip), lineHeight(Type::Label));
        QRect line = option.rect.adjusted(scaled(Pad) + index.data(DepthRole).toInt() * scaled(Indent), scaled(5), -scaled(Pad), 0);
        line.setHeight(std::max(lineHeight(Type::Body), chip));
        QRect title = line;
        if (must)
            title.setRight(paintMust(p, line) - scaled(8));
        paint::elided(p, title, index.data().toString(), beback::ui::font(Type::Body), must || selected ? t.text : t.muted);
        line = QRect(line.left(), line.bottom() + scaled(3), line.width(), chip);
        paintSecond(p, line, index);
        if (option.state & QStyle::State_HasFocus)
            paint::focusRing(p, option.rect.adjusted(1, 1, -1, -1));
        p->restore();
    }

private:
    // The same mark the call guide has. Where it begins.
    static int paintMust(QPainter *p, const QRect &line)
    {
        const paint::Chip must{Tone::Must, {}, GuideOutline::tr("Must ask")};
        const int x = line.right() + 1 - paint::chipWidth(must);
        paint::chip(p, x, line.top() + (line.height() - scaled(metrics::Chip)) / 2, must);
        return x;
    }

    // What its answer does, and what it waits for.
    static void paintSecond(QPainter *p, QRect line, const QModelIndex &index)
    {
        if (const QString act = index.data(ActRole).toString(); !act.isEmpty())
            line.setLeft(line.left() + paint::chip(p, line.left(), line.top(), {Tone::Neutral, {}, act}) + scaled(8));
        if (line.width() > 0)
            paint::elided(p, line, index.data(WhenRole).toString(), beback::ui::font(Type::Label), Theme::current().muted);
    }
};

void dress(QListWidgetItem *item, const Guide &guide, const GuideStep &step)
{
    item->setText(guide_words::asked(step));
    const QString when = whenText(step), act = step.act == GuideAct::None ? QString() : guide_words::act(step.act);
    item->setData(DepthRole, depthOf(guide, step));
    item->setData(MustRole, step.must);
    item->setData(WhenRole, when);
    item->setData(ActRole, act);
    QStringList spoken{item->text(), step.must ? GuideOutline::tr("Must ask") : QString(), when, act};
    spoken.removeAll(QString());
    item->setData(Qt::AccessibleTextRole, spoken.join(QStringLiteral(", ")));
    item->setToolTip(spoken.join(QLatin1Char('\n')));
}

} // namespace

GuideOutline::GuideOutline(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("outline"));
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (m_filling || row < 0)
            return;
        m_refused->setError({});
        Q_EMIT chosen(currentKey());
    });
    // Also the one that is chosen already: whoever clicks it wants to see it.
    connect(m_list, &QListWidget::itemClicked, this, [this] { Q_EMIT chosen(currentKey()); });
}

void GuideOutline::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("outline.list"));
    m_list->setAccessibleName(tr("Questions of the guide, in their order"));
    m_list->setItemDelegate(new OutlineDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setMinimumHeight(scaled(160));
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    m_refused = new FieldError(m_list);
    m_refused->setObjectName(QStringLiteral("outline.refused"));
    column->addWidget(m_refused);
    m_buttons = new QWidget;
    auto *wrap = new WrapLayout(6, m_buttons);
    wrap->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_buttons->setSizePolicy(policy);
    column->addWidget(m_buttons);
    connect(button("add", QStringLiteral("list-add"), tr("Question"), tr("Ins")), &KeyButton::clicked, this, &GuideOutline::add);
    connect(button("remove", QStringLiteral("edit-delete"), tr("Remove"), tr("Del")), &KeyButton::clicked, this, &GuideOutline::remove);
    connect(button("up", {}, tr("Earlier"), tr("Alt+↑")), &KeyButton::clicked, this, [this] { move(-1); });
    connect(button("down", {}, tr("Later"), tr("Alt+↓")), &KeyButton::clicked, this, [this] { move(1); });
}

KeyButton *GuideOutline::button(const char *name, const QString &icon, const QString &text, const QString &key)
{
    auto *made = new KeyButton(icon, text, key);
    made->setObjectName(QStringLiteral("outline.") + QLatin1String(name));
    m_buttons->layout()->addWidget(made);
    return made;
}

void GuideOutline::show(const Guide &guide, int current)
{
    m_guide = guide;
    m_refused->setError({});
    const QScopedValueRollback filling(m_filling, true);
    // Rows are changed where they are: what is under the eye stays there.
    for (int i = 0; i < guide.steps.size(); ++i) {
        if (i == m_list->count())
            m_list->addItem(QString());
        dress(m_list->item(i), m_guide, m_guide.steps.at(i));
    }
    while (m_list->count() > guide.steps.size())
        delete m_list->takeItem(m_list->count() - 1);
    m_list->setCurrentRow(std::clamp(current, -1, m_list->count() - 1));
    m_list->scrollToItem(m_list->currentItem());
}

int GuideOutline::current() const
{
    return m_list->currentRow();
}

QString GuideOutline::currentKey() const
{
    const int row = current();
    return row >= 0 && row < m_guide.steps.size() ? m_guide.steps.at(row).key : QString();
}

void GuideOutline::choose(const QString &key)
{
    for (int i = 0; i < m_guide.steps.size(); ++i)
        if (m_guide.steps.at(i).key == key)
            m_list->setCurrentRow(i);
}

void GuideOutline::setEditable(bool editable)
{
    m_editable = editable;
    m_buttons->setVisible(editable);
}

void GuideOutline::add()
{
    if (m_editable)
        Q_EMIT addAsked();
}

void GuideOutline::remove()
{
    if (!m_editable || current() < 0)
        return;
    if (const QString why = refusedRemoval(); !why.isEmpty())
        refuse(why);
    else
        Q_EMIT removeAsked();
}

void GuideOutline::move(int by)
{
    if (!m_editable || current() < 0)
        return;
    if (const QString why = refusedMove(by); !why.isEmpty())
        refuse(why);
    else
        Q_EMIT moveAsked(by);
}

QString GuideOutline::refusedMove(int by) const
{
    const int from = current(), to = from + by;
    if (to < 0)
        return tr("It is the first question already.");
    if (to >= m_guide.steps.size())
        return tr("It is the last question already.");
    const GuideStep &earlier = m_guide.steps.at(std::min(from, to)), &later = m_guide.steps.at(std::max(from, to));
    if (later.when.contains(earlier.key))
        return tr("“%1” waits for the answer to “%2”, and is asked after it.").arg(guide_words::asked(later), guide_words::asked(earlier));
    return {};
}

QString GuideOutline::refusedRemoval() const
{
    if (m_guide.steps.size() == 1)
        return tr("A guide keeps its last question. Change it instead.");
    for (const GuideStep &step : m_guide.steps)
        if (step.when.contains(currentKey()))
            return tr("“%1” waits for its answer. Change or remove that question first.").arg(guide_words::asked(step));
    return {};
}

void GuideOutline::refuse(const QString &sentence)
{
    m_refused->setError(sentence);
    Q_EMIT said(sentence);
}

bool GuideOutline::take(int key, bool alt)
{
    if (alt && (key == Qt::Key_Up || key == Qt::Key_Down))
        move(key == Qt::Key_Up ? -1 : 1);
    else if (!alt && (key == Qt::Key_Return || key == Qt::Key_Enter))
        Q_EMIT openAsked();
    else if (!alt && key == Qt::Key_Insert)
        add();
    else if (!alt && key == Qt::Key_Delete)
        remove();
    else
        return false;
    return true;
}

bool GuideOutline::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (take(key->key(), key->modifiers() & Qt::AltModifier))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace beback::ui
