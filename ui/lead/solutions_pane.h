#pragma once

#include "core/words/solutions.h"

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
    // `objection`: what they named, shown first; none: all.
    void show(std::optional<Objection> objection, const QString &language, const QStringList &offered);
    void focusSearch();

Q_SIGNALS:
    void offeredChanged(const QStringList &offered);

private:
    void build();
    QWidget *way(const Solution &solution);

    std::optional<Objection> m_objection;
    QString m_language = QStringLiteral("en");
    QStringList m_offered;
    SearchField *m_search;
    QVBoxLayout *m_list;
    QWidget *m_rows = nullptr;
};

} // namespace beback::ui
