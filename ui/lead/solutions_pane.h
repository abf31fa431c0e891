#pragma once

#include "core/desk/desk_types.h"

#include <QWidget>

class QVBoxLayout;

namespace beback::ui {

class SearchField;

// Ways to meet an objection, at hand during the call: questions to understand it first, then what can be offered. What was offered
// is noted with the call.
class SolutionsPane : public QWidget
{
    Q_OBJECT
public:
    explicit SolutionsPane(QWidget *parent = nullptr);
    // `objection`: what they named, shown first; none: all. `view`: whose words and stock.
    void show(std::optional<Objection> objection, const LeadView &view, const QStringList &offered);
    void focusSearch();

Q_SIGNALS:
    void offeredChanged(const QStringList &offered);

private:
    void build();
    QWidget *way(const Solution &solution);
    QWidget *inStock(const StockMatch &match);
    void addStock(QVBoxLayout *rows, const QString &sought);
    QWidget *offerButton(const QString &id);

    std::optional<Objection> m_objection;
    std::shared_ptr<const WordShelf> m_shelf = WordShelf::shipped();
    QVector<StockMatch> m_stock;
    Instant m_stockAt;
    QDate m_today;
    QString m_zone;
    QString m_language = QStringLiteral("en");
    QStringList m_offered;
    SearchField *m_search;
    QVBoxLayout *m_list;
    QWidget *m_rows = nullptr;
};

} // namespace beback::ui
