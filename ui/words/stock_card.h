#pragma once

#include "core/desk/desk.h"
#include "ui/shell/seams.h"
#include "ui/widgets/card.h"

namespace beback::ui {

class KeyButton;
class TextLabel;

// What the store has to sell today, which agents see beside the solutions; a manager brings in a new list here.
class StockCard : public Card
{
    Q_OBJECT
public:
    StockCard(Desk &desk, std::shared_ptr<FileChooser> chooser, QWidget *parent = nullptr);
    void refresh();
    void setZone(const QString &zone) { m_zone = zone; }

private:
    void ask();
    void bring(const QString &path);

    Desk &m_desk;
    std::shared_ptr<FileChooser> m_chooser;
    QString m_zone = QStringLiteral("UTC");
    TextLabel *m_says, *m_news;
    KeyButton *m_bring;
};

} // namespace beback::ui
