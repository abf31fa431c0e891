#include "ui/lead/solutions_pane.h"

#include "core/desk/timeline.h"
#include "ui/lead/ground.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text_label.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

TextLabel *wrapped(const QString &text, Type type, Ink ink = Ink::Text)
{
    auto *label = new TextLabel(text, type, ink);
    label->setWordWrap(true);
    return label;
}

} // namespace

SolutionsPane::SolutionsPane(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("solutions.pane"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    auto *row = new QVBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    m_search = new SearchField(tr("What keeps them?"));
    m_search->setObjectName(QStringLiteral("solutions.search"));
    m_search->setAccessibleName(tr("Search the solutions"));
    row->addWidget(m_search);
    column->addLayout(row);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new Ground(Ground::Fill::Bg);
    m_list = new QVBoxLayout(inside);
    m_list->setContentsMargins(12, 0, 12, 12);
    m_list->addStretch();
    scroll->setWidget(inside);
    column->addWidget(scroll, 1);
    connect(m_search, &SearchField::textChanged, this, &SolutionsPane::build);
}

void SolutionsPane::show(std::optional<Objection> objection, const QString &language, const QStringList &offered)
{
    if (m_rows && m_objection == objection && m_language == language && m_offered == offered)
        return;
    m_objection = objection;
    m_language = language;
    m_offered = offered;
    build();
}

void SolutionsPane::build()
{
    delete m_rows;
    m_rows = new QWidget;
    auto *rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    const QString sought = m_search->text().trimmed();
    QVector<ObjectionGuide> shown = SolutionBook::shipped().search(sought, m_language);
    if (sought.isEmpty() && m_objection)
        shown.removeIf([this](const ObjectionGuide &guide) { return guide.objection != *m_objection; });
    for (const ObjectionGuide &guide : std::as_const(shown)) {
        rows->addWidget(new TextLabel(objectionText(guide.objection), Type::Title));
        if (!guide.understand.isEmpty())
            rows->addWidget(new TextLabel(tr("Understand it first"), Type::Overline, Ink::Muted));
        for (const Wording &question : guide.understand)
            rows->addWidget(wrapped(question.in(m_language), Type::Body));
        if (!guide.ways.isEmpty())
            rows->addWidget(new TextLabel(tr("What can be offered"), Type::Overline, Ink::Muted));
        for (const Solution &solution : guide.ways)
            rows->addWidget(way(solution));
        rows->addWidget(new Rule);
    }
    if (shown.isEmpty())
        rows->addWidget(wrapped(tr("Nothing here speaks of that. Shorter words find more."), Type::Label, Ink::Muted));
    m_list->insertWidget(0, m_rows);
}

QWidget *SolutionsPane::way(const Solution &solution)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 2, 0, 4);
    column->setSpacing(3);
    column->addWidget(wrapped(solution.title.in(m_language), Type::Strong));
    column->addWidget(wrapped(solution.say.in(m_language), Type::Body));
    if (!solution.fits.isEmpty())
        column->addWidget(wrapped(solution.fits, Type::Label, Ink::Muted));
    const bool offered = m_offered.contains(solution.id);
    auto *button = new KeyButton(offered ? QStringLiteral("dialog-ok-apply") : QString(), offered ? tr("Offered") : tr("I offer this"), {});
    button->setObjectName(QStringLiteral("solution.") + solution.id);
    button->setCheckable(true);
    button->setChecked(offered);
    connect(button, &KeyButton::clicked, this, [this, id = solution.id] {
        QStringList now = m_offered;
        if (!now.removeOne(id))
            now << id;
        QMetaObject::invokeMethod(this, [this, now] {
            m_offered = now;
            build();
            Q_EMIT offeredChanged(now);
        }, Qt::QueuedConnection);
    });
    column->addWidget(button, 0, Qt::AlignLeft);
    return box;
}

void SolutionsPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

} // namespace beback::ui
