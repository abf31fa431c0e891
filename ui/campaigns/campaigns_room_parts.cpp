// What the room of campaigns is made of, and how the campaign that is chosen is shown in it.
#include "core/time/zones.h"
#include "ui/campaigns/audience_panel.h"
#include "ui/campaigns/campaign_form.h"
#include "ui/campaigns/campaign_list.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/campaigns_room.h"
#include "ui/campaigns/result_panel.h"
#include "ui/shell/pane.h"
#include "ui/style/paint.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/skeleton_widget.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>

namespace beback::ui {

namespace {

constexpr int ListWide = 248, FormWide = 440, KeepSoonMs = 400, WeighSoonMs = 250;
constexpr int AskAgainMs = 10000; // while the shared database does not answer

KeyButton *button(const char *name, const QString &icon, const QString &text)
{
    auto *made = new KeyButton(icon, text, {});
    made->setObjectName(QStringLiteral("campaigns.") + QLatin1String(name));
    return made;
}

} // namespace

CampaignsRoom::CampaignsRoom(Desk &desk, const Clock &clock, QWidget *parent) : QWidget(parent), m_desk(desk), m_clock(clock)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    row->addLayout(side);
    row->addWidget(new Rule(Qt::Vertical));
    buildSide(side);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    row->addLayout(column, 1);
    buildHead(column);
    m_problem = new Banner(Tone::Danger);
    m_problem->setObjectName(QStringLiteral("campaigns.problem"));
    m_problem->setButton(tr("Close"));
    m_problem->hide();
    column->addWidget(m_problem);
    buildPages(column);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(KeepSoonMs);
    m_weighSoon.setSingleShot(true);
    m_weighSoon.setInterval(WeighSoonMs);
    m_askAgain.setSingleShot(true);
    m_askAgain.setInterval(AskAgainMs);
    connect(&m_askAgain, &QTimer::timeout, this, [this] {
        if (!m_blocked.isEmpty() && isVisible())
            refresh();
    });
    connectParts();
    showHead(nullptr);
}

void CampaignsRoom::buildSide(QVBoxLayout *column)
{
    m_list = new CampaignList;
    m_list->setFixedWidth(scaled(ListWide));
    m_new = button("new", QStringLiteral("list-add"), tr("New campaign"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->addWidget(m_new);
    column->addWidget(m_list, 1);
    column->addWidget(new Rule);
    column->addLayout(foot);
}

void CampaignsRoom::buildHead(QVBoxLayout *column)
{
    m_head = new QWidget;
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_title = new ElidedLabel(Type::Name);
    m_rename = new QLineEdit;
    m_rename->setObjectName(QStringLiteral("campaigns.title"));
    m_rename->setAccessibleName(tr("Name of the campaign"));
    m_rename->setMinimumWidth(scaled(220));
    m_titleError = new FieldError(m_rename);
    m_chip = new ChipLabel;
    m_stands = new ElidedLabel(Type::Label, Ink::Muted);
    m_stands->setObjectName(QStringLiteral("campaigns.stands"));
    m_keptLabel = new TextLabel(Type::Label, Ink::Muted);
    m_keptLabel->setObjectName(QStringLiteral("campaigns.kept"));
    m_copy = button("copy", QStringLiteral("edit-copy"), tr("Copy"));
    m_drop = button("drop", QStringLiteral("window-close"), tr("Drop draft"));
    m_stop = button("stop", {}, tr("Stop…"));
    m_start = button("start", {}, tr("Start…"));
    m_start->setLook(ButtonLook::Primary);
    row->addWidget(m_title, 2);
    row->addWidget(m_rename, 2);
    row->addWidget(m_chip);
    row->addWidget(m_stands, 3);
    row->addWidget(m_keptLabel);
    for (KeyButton *one : {m_copy, m_drop, m_stop, m_start})
        row->addWidget(one);
    column->addWidget(m_head);
    column->addWidget(m_titleError);
}

void CampaignsRoom::buildPages(QVBoxLayout *column)
{
    m_pages = new QStackedWidget;
    m_skeleton = new SkeletonWidget(SkeletonWidget::Shape::Table);
    m_skeleton->setOffersWithout(false);
    m_editor = new QWidget;
    auto *row = new QHBoxLayout(m_editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_form = new CampaignForm;
    auto *form = new QScrollArea;
    form->setFrameShape(QFrame::NoFrame);
    form->setWidgetResizable(true);
    form->setFocusPolicy(Qt::NoFocus);
    form->setAccessibleName(tr("What changed, and whom it is for"));
    form->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    form->viewport()->setAutoFillBackground(false);
    form->setWidget(m_form);
    m_form->setAutoFillBackground(false);
    form->setFixedWidth(std::max(m_form->minimumSizeHint().width() + scaled(14), scaled(FormWide)));
    m_audience = new AudiencePanel;
    row->addWidget(form);
    row->addWidget(m_audience, 1);
    m_result = new ResultPanel;
    m_empty = new EmptyState;
    m_empty->setText(tr("No campaign yet"),
                     tr("When the facts change, by a maker’s program, a price, a sale, new stock or a special of yours, some of those you lost would say yes. "
                        "Describe the change once: Beback finds whom it speaks to, and shows what it asks of each day before anybody is contacted."));
    m_empty->addButton(QStringLiteral("list-add"), tr("New campaign"));
    m_empty->findChild<KeyButton *>()->setObjectName(QStringLiteral("campaigns.first"));
    for (QWidget *page : std::initializer_list<QWidget *>{m_skeleton, m_editor, m_result, m_empty})
        m_pages->addWidget(page);
    column->addWidget(m_pages, 1);
}

void CampaignsRoom::connectParts()
{
    connect(&m_keepSoon, &QTimer::timeout, this, &CampaignsRoom::flush);
    connect(&m_weighSoon, &QTimer::timeout, this, &CampaignsRoom::weigh);
    connect(m_list, &CampaignList::chosen, this, &CampaignsRoom::choose);
    connect(m_new, &KeyButton::clicked, this, &CampaignsRoom::create);
    connect(m_empty->findChild<KeyButton *>(), &KeyButton::clicked, m_new, &KeyButton::click);
    connect(m_copy, &KeyButton::clicked, this, &CampaignsRoom::copy);
    connect(m_drop, &KeyButton::clicked, this, &CampaignsRoom::askToDrop);
    connect(m_start, &KeyButton::clicked, this, &CampaignsRoom::askToStart);
    connect(m_stop, &KeyButton::clicked, this, &CampaignsRoom::askToStop);
    for (KeyButton *changes : {m_new, m_copy, m_start, m_stop, m_drop})
        connect(changes, &KeyButton::refused, this, [this](const QString &why) { fail(tr("The campaigns stay as they are"), {Code::Unavailable, why, {}}); });
    connect(m_problem, &Banner::acted, m_problem, &QWidget::hide);
    connect(m_form, &CampaignForm::changed, this, &CampaignsRoom::edited);
    connect(m_rename, &QLineEdit::textEdited, this, &CampaignsRoom::edited);
    connect(m_audience, &AudiencePanel::lookAsked, this, &CampaignsRoom::lookAsked);
    connect(m_result, &ResultPanel::lookAsked, this, &CampaignsRoom::lookAsked);
}

void CampaignsRoom::showCampaign()
{
    const CampaignResult *one = m_shelf.find(m_campaign.id);
    showHead(one);
    if (m_draft) {
        m_form->show(m_campaign, m_shelf.today);
        m_pages->setCurrentWidget(m_editor);
        showFault();
        return weigh();
    }
    m_titleError->setError({});
    m_fault.reset();
    if (!one)
        return m_pages->setCurrentWidget(m_empty);
    const QString day = campaign_words::writeDay(zones::local(one->stored.startedAt, m_zone).date);
    m_result->show(*one, planName(m_campaign.plan), tr("Started %1.").arg(day));
    m_pages->setCurrentWidget(m_result);
}

void CampaignsRoom::showHead(const CampaignResult *one)
{
    m_head->setVisible(one || m_draft);
    m_title->setVisible(!m_draft);
    m_title->setText(m_campaign.title);
    m_rename->setVisible(m_draft);
    if (m_rename->text().trimmed() != m_campaign.title)
        m_rename->setText(m_campaign.title);
    const bool runs = one && one->stored.state == StoredCampaign::State::Started;
    const bool cut = runs && one->waiting > 0;
    const Tone tone = m_draft || cut ? Tone::Warning : runs ? Tone::Good : Tone::Neutral;
    m_chip->setChip({tone, m_draft ? QStringLiteral("document-edit") : QString(), m_draft ? tr("Draft") : one ? campaign_words::state(*one) : QString()});
    m_stands->setText(m_draft || !one ? QString() : campaign_words::people(int(one->people.size())));
    m_keptLabel->setVisible(m_draft);
    m_drop->setVisible(m_draft);
    m_copy->setVisible(!m_draft);
    m_start->setVisible(m_draft || cut);
    m_start->setText(cut ? tr("Go on") : tr("Start…"));
    m_stop->setVisible(runs);
}

// Beside the field. What is still empty in a new one is no mistake before it was touched: it is said once it is to be started.
void CampaignsRoom::showFault()
{
    m_fault = m_form->faultIn(m_campaign);
    const bool ofTitle = m_fault && m_fault->field == QLatin1String("title");
    const bool empty = m_fault && m_fault->field == QLatin1String("says") && m_campaign.says.trimmed().isEmpty();
    m_titleError->setError(ofTitle ? m_fault->sentence : QString());
    m_form->setFault(ofTitle || empty ? std::nullopt : m_fault);
}

void CampaignsRoom::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().bg);
}

} // namespace beback::ui
