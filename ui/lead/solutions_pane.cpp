#include "ui/lead/solutions_pane.h"

#include "core/desk/timeline.h"
#include "core/time/wording.h"
#include "ui/lead/side_list.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text_label.h"

#include <QLocale>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

QString priceOf(const Vehicle &vehicle)
{
    return vehicle.priceCents ? QLocale(QLocale::English, QLocale::UnitedStates).toCurrencyString(double(*vehicle.priceCents) / 100, QString(), 0) : QString();
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
    const SideList list = sideList();
    m_list = list.rows;
    m_list->setContentsMargins(12, 0, 12, 12);
    column->addWidget(list.area, 1);
    connect(m_search, &SearchField::textChanged, this, &SolutionsPane::build);
}

void SolutionsPane::show(std::optional<Objection> objection, const LeadView &view, const QStringList &offered)
{
    if (m_rows && m_objection == objection && m_shelf == view.shelf && m_today == view.today && m_stockAt == view.stockAt && m_stock == view.stock
        && m_language == view.language && m_offered == offered)
        return;
    m_objection = objection;
    m_shelf = view.shelf;
    m_stock = view.stock;
    m_stockAt = view.stockAt;
    m_today = view.today;
    m_zone = view.zone;
    m_language = view.language;
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
    QVector<ObjectionGuide> shown = m_shelf->solutions.search(sought, m_language, m_today);
    if (sought.isEmpty() && m_objection)
        shown.removeIf([this](const ObjectionGuide &guide) { return guide.objection != *m_objection; });
    const int before = rows->count();
    const bool stockFirst = m_objection == Objection::Stock;
    if (stockFirst)
        addStock(rows, sought);
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
    if (!stockFirst)
        addStock(rows, sought);
    if (rows->count() == before)
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
    if (solution.until.isValid())
        column->addWidget(wrapped(tr("Until %1").arg(QLocale().toString(solution.until, QStringLiteral("dddd, MMMM d"))), Type::Label, Ink::Accent));
    column->addWidget(offerButton(solution.id), 0, Qt::AlignLeft);
    return box;
}

// What stands on the lot today and comes near to what they want.
void SolutionsPane::addStock(QVBoxLayout *rows, const QString &sought)
{
    QVector<StockMatch> shown = m_stock;
    shown.removeIf([&](const StockMatch &match) { return !match.vehicle.vehicle.label().contains(sought, Qt::CaseInsensitive); });
    if (shown.isEmpty())
        return;
    rows->addWidget(new TextLabel(tr("In stock today"), Type::Title));
    rows->addWidget(wrapped(tr("From the list of %1").arg(wording::dateAndTime(m_stockAt, m_zone)), Type::Label, Ink::Muted));
    for (const StockMatch &match : std::as_const(shown))
        rows->addWidget(inStock(match));
    rows->addWidget(new Rule);
}

QWidget *SolutionsPane::inStock(const StockMatch &match)
{
    const Vehicle &vehicle = match.vehicle.vehicle;
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 2, 0, 4);
    column->setSpacing(3);
    column->addWidget(wrapped(vehicle.label(), Type::Strong));
    QStringList facts{tr("Stock %1").arg(vehicle.stock), vehicle.color, priceOf(vehicle)};
    if (match.vehicle.daysInStock >= 0)
        facts << tr("%n days here", nullptr, match.vehicle.daysInStock);
    facts.removeAll(QString());
    column->addWidget(wrapped(facts.join(QStringLiteral(" \u00B7 ")), Type::Body));
    column->addWidget(wrapped(match.why, Type::Label, match.wanted ? Ink::Accent : Ink::Muted));
    column->addWidget(offerButton(QStringLiteral("stock:") + vehicle.stock), 0, Qt::AlignLeft);
    return box;
}

QWidget *SolutionsPane::offerButton(const QString &id)
{
    const bool offered = m_offered.contains(id);
    auto *button = new KeyButton(offered ? QStringLiteral("dialog-ok-apply") : QString(), offered ? tr("Offered") : tr("I offer this"), {});
    button->setObjectName(QStringLiteral("solution.") + id);
    button->setCheckable(true);
    button->setChecked(offered);
    connect(button, &KeyButton::clicked, this, [this, id] {
        QStringList now = m_offered;
        if (!now.removeOne(id))
            now << id;
        QMetaObject::invokeMethod(this, [this, now] {
            m_offered = now;
            build();
            Q_EMIT offeredChanged(now);
        }, Qt::QueuedConnection);
    });
    return button;
}

void SolutionsPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

} // namespace beback::ui
