#include "ui/words/stock_card.h"

#include "core/desk/deliver.h"
#include "core/time/wording.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace beback::ui {

StockCard::StockCard(Desk &desk, std::shared_ptr<FileChooser> chooser, QWidget *parent) : Card(parent), m_desk(desk), m_chooser(std::move(chooser))
{
    setFill(Fill::Surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    column->addWidget(new TextLabel(tr("What the store has to sell"), Type::Title));
    m_says = new TextLabel(Type::Body);
    m_says->setObjectName(QStringLiteral("stock.says"));
    m_says->setWordWrap(true);
    m_news = new TextLabel(Type::Label, Ink::Muted);
    m_news->setObjectName(QStringLiteral("stock.news"));
    m_news->setWordWrap(true);
    m_bring = new KeyButton(QStringLiteral("document-open"), tr("Bring in a stock list…"), {});
    m_bring->setObjectName(QStringLiteral("stock.bring"));
    m_bring->setToolTip(tr("A CSV file as your inventory system exports it. It takes the place of the last one."));
    column->addWidget(m_says);
    column->addWidget(m_news);
    column->addWidget(m_bring, 0, Qt::AlignLeft);
    m_news->hide();
    connect(m_bring, &KeyButton::clicked, this, &StockCard::ask);
}

void StockCard::refresh()
{
    deliver(m_desk.stock(), this, [this](const Result<StockNews> &news) {
        if (!news)
            return m_says->setText(news.error().message);
        m_says->setText(news->vehicles == 0 ? tr("No list yet. With one, an agent sees during the call what is here that comes near to what they want.")
                                            : tr("%n vehicles, brought in by %1 on %2.", nullptr, news->vehicles).arg(news->by, wording::dateAndTime(news->at, m_zone)));
    });
}

void StockCard::ask()
{
    m_chooser->files(this, tr("The stock list"), tr("Lists (*.csv *.txt);;All files (*)"), [this](const QStringList &chosen) { bring(chosen.first()); });
}

void StockCard::bring(const QString &path)
{
    m_bring->setEnabled(false);
    deliver(m_desk.putStock(path), this, [this](const Result<StockRead> &read) {
        m_bring->setEnabled(true);
        m_news->setInk(read ? Ink::Muted : Ink::Danger);
        m_news->setText(read ? read->warnings.join(QLatin1Char('\n')) : read.error().message);
        m_news->setVisible(!m_news->text().isEmpty());
        refresh();
    });
}

} // namespace beback::ui
