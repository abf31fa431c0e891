#include "ui/away/return_pane.h"

#include "ui/away/away_words.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace beback::ui {

namespace {

constexpr int Wide = 600, MostHigh = 300, RowHigh = 58;

Ink inkOf(Look::What what)
{
    return what == Look::What::AfterOptOut ? Ink::Danger : Ink::Warning;
}

} // namespace

ReturnPane::ReturnPane(QWidget *host, const TripReturn &back) : Pane(host, tr("You are back"), tr("Open the first"))
{
    setObjectName(QStringLiteral("return.pane"));
    setWide(Wide);
    setSafe(tr("Close"));
    setSentence(away_words::backText(back));
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(8));
    for (qsizetype i = 0; i < back.look.size(); ++i)
        column->addWidget(row(back.look[i], int(i)));
    column->addStretch();
    auto *area = new QScrollArea;
    area->setObjectName(QStringLiteral("return.looks"));
    area->setAccessibleName(tr("What needs a look"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(inside);
    inside->setAutoFillBackground(false);
    area->setFixedHeight(scaled(std::min(MostHigh, RowHigh * int(std::max<qsizetype>(1, back.look.size())))));
    body()->addWidget(area);
    connect(this, &Pane::doAsked, this, [this, looks = back.look] {
        if (!looks.isEmpty())
            openLead(looks.first());
    });
}

QWidget *ReturnPane::row(const Look &look, int number)
{
    auto *card = new Card;
    auto *line = new QHBoxLayout(card);
    line->setContentsMargins(12, 8, 12, 8);
    line->setSpacing(scaled(8));
    line->addWidget(new IconLabel(QStringLiteral("dialog-warning"), inkOf(look.what)), 0, Qt::AlignTop);
    auto *said = new TextLabel(look.sentence);
    said->setObjectName(QStringLiteral("return.said.%1").arg(number));
    said->setWordWrap(true);
    line->addWidget(said, 1);
    auto *opens = new LinkButton(tr("Open"));
    opens->setObjectName(QStringLiteral("return.open.%1").arg(number));
    opens->setAccessibleName(tr("Open: %1").arg(look.sentence));
    line->addWidget(opens, 0, Qt::AlignTop);
    connect(opens, &LinkButton::clicked, this, [this, look] { openLead(look); });
    return card;
}

void ReturnPane::openLead(const Look &look)
{
    finish();
    Q_EMIT openAsked(look.customer, look.lead);
}

} // namespace beback::ui
