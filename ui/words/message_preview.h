#pragma once

#include "core/desk/words_on_shelf.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace beback::ui {

class LinkButton;
class TextLabel;

// A message as one customer would get it: filled in, with what is still open in it, what has to be asked, and what the check says.
class MessagePreview : public Card
{
    Q_OBJECT
public:
    explicit MessagePreview(QWidget *parent = nullptr);

    void setCustomer(const QString &name); // who is looked at; what they would get comes with show()
    // `words`: what is previewed. The check is the one that keeps messages from going out, but about the words alone: not about whether
    // this customer wrote last or got these very words before.
    void show(const WordTemplate &words, const WordPreview &preview);
    void showNothing(const QString &why);
    QString filled() const; // the body that is shown; empty: none
    const QVector<Finding> &findings() const { return m_findings; }

Q_SIGNALS:
    void anotherAsked(); // another customer

private:
    void buildHead(QVBoxLayout *column);
    void buildSheet(QVBoxLayout *column);
    void showOpen(const QStringList &missing);
    void showFindings(const QVector<Finding> &findings);

    QVector<Finding> m_findings;
    bool m_checked = false;
    TextLabel *m_name, *m_subject, *m_body, *m_open, *m_asks, *m_nothing;
    LinkButton *m_another;
    Card *m_sheet;
    QWidget *m_fine, *m_cards = nullptr;
    QVBoxLayout *m_list;
};

} // namespace beback::ui
