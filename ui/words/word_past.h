#pragma once

#include "core/desk/words_on_shelf.h"

#include <QWidget>

namespace beback::ui {

class Card;
class TextLabel;

// What became of an entry: how its versions fared with customers, and what was said about it here, each time with what it changed.
class WordPast : public QWidget
{
    Q_OBJECT
public:
    explicit WordPast(QWidget *parent = nullptr);

    void show(const WordEntry &entry, const WordsOnShelf &shelf, Instant now);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showHistory();
    QString offeredText(const QMap<QString, SolutionUse> &offers) const;
    QString faredText(const QHash<QString, WordingUse> &uses) const;
    QString changeHtml(qsizetype index) const;

    WordEntry m_entry;
    QHash<QString, QString> m_names;
    QString m_zone = QStringLiteral("UTC");
    Instant m_now;
    Card *m_faredCard;
    TextLabel *m_basis, *m_fared, *m_history;
};

} // namespace beback::ui
