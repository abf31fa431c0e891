// What the room of rules is made of, and how the rule that is chosen is shown in it.
#include "core/plan/rule_words.h"
#include "core/time/wording.h"
#include "core/time/zones.h"
#include "ui/rules/rule_form.h"
#include "ui/rules/rule_list.h"
#include "ui/rules/rules_room.h"
#include "ui/style/paint.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPainter>
#include <QScrollArea>

namespace beback::ui {

namespace {

constexpr int ListWide = 320, SideWide = 340, WeighSoonMs = 400;

KeyButton *button(const char *name, const QString &icon, const QString &text)
{
    auto *made = new KeyButton(icon, text, {});
    made->setObjectName(QStringLiteral("rules.") + QLatin1String(name));
    return made;
}

QScrollArea *scrolled(QWidget *inside, const QString &name)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(name);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(inside);
    inside->setAutoFillBackground(false);
    return area;
}

// A card with a heading and sentences that may grow.
QVBoxLayout *panel(const QString &heading, QVBoxLayout *in)
{
    auto *card = new Card;
    card->setFill(Card::Fill::Surface);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    column->addWidget(new TextLabel(heading, Type::Title));
    in->addWidget(card);
    return column;
}

TextLabel *sentences(const char *name, Ink ink = Ink::Text)
{
    auto *label = new TextLabel(Type::Body, ink);
    label->setObjectName(QStringLiteral("rules.") + QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

RulesRoom::RulesRoom(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    m_list = new RuleList;
    m_list->setFixedWidth(scaled(ListWide));
    left->addWidget(m_list, 1);
    m_add = button("add", QStringLiteral("list-add"), tr("A limit of the house"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->addWidget(m_add);
    left->addLayout(foot);
    row->addLayout(left);
    row->addWidget(new Rule(Qt::Vertical));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    row->addLayout(column, 1);
    buildHead(column);
    m_problem = new Banner(Tone::Danger);
    m_problem->setObjectName(QStringLiteral("rules.problem"));
    m_problem->setButton(tr("Close"));
    m_problem->hide();
    column->addWidget(m_problem);
    m_law = new Banner(Tone::Warning);
    m_law->setObjectName(QStringLiteral("rules.law"));
    m_law->hide();
    column->addWidget(m_law);
    buildBody(column);
    m_weighSoon.setSingleShot(true);
    m_weighSoon.setInterval(WeighSoonMs);
    connectParts();
}

void RulesRoom::buildHead(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_name = new ElidedLabel(Type::Name);
    m_name->setObjectName(QStringLiteral("rules.name"));
    m_chip = new ChipLabel;
    m_asShipped = button("shipped", QStringLiteral("edit-undo"), tr("As shipped"));
    m_undo = button("undo", {}, tr("Leave it"));
    m_keep = button("keep", {}, tr("Keep the change"));
    m_keep->setLook(ButtonLook::Primary);
    row->addWidget(m_name, 1);
    row->addWidget(m_chip);
    for (KeyButton *one : {m_asShipped, m_undo, m_keep})
        row->addWidget(one);
    column->addLayout(row);
    m_says = new TextLabel(Type::Body, Ink::Muted);
    m_says->setWordWrap(true);
    m_says->setObjectName(QStringLiteral("rules.says"));
    column->addWidget(m_says);
}

void RulesRoom::buildBody(QVBoxLayout *column)
{
    auto *below = new QHBoxLayout;
    below->setSpacing(12);
    m_form = new RuleForm;
    below->addWidget(scrolled(m_form, tr("The chosen rule")), 1);
    auto *side = new QWidget;
    auto *cards = new QVBoxLayout(side);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(12);
    QVBoxLayout *affected = panel(tr("Who is affected now"), cards);
    m_weight = sentences("weight");
    m_some = sentences("some", Ink::Muted);
    affected->addWidget(m_weight);
    affected->addWidget(m_some);
    m_history = sentences("history");
    panel(tr("What was said about it here"), cards)->addWidget(m_history);
    cards->addStretch();
    QScrollArea *right = scrolled(side, tr("Who is affected, and what was said"));
    right->setFixedWidth(scaled(SideWide));
    below->addWidget(right);
    column->addLayout(below, 1);
}

void RulesRoom::connectParts()
{
    connect(&m_weighSoon, &QTimer::timeout, this, &RulesRoom::weigh);
    connect(m_list, &RuleList::chosen, this, &RulesRoom::choose);
    connect(m_form, &RuleForm::changed, this, &RulesRoom::edited);
    connect(m_add, &KeyButton::clicked, this, &RulesRoom::addLimit);
    connect(m_keep, &KeyButton::clicked, this, [this] { keep(false); });
    connect(m_asShipped, &KeyButton::clicked, this, [this] { keep(true); });
    connect(m_undo, &KeyButton::clicked, this, [this] {
        m_changed = m_new = false;
        choose(m_list->currentId());
    });
    connect(m_problem, &Banner::acted, m_problem, &QWidget::hide);
}

void RulesRoom::showRule()
{
    m_form->show(m_one.coming ? *m_one.coming : m_one.rule);
    m_changed = false;
    m_problem->hide();
    edited();
    showHistory();
}

void RulesRoom::showHead()
{
    m_name->setText(ruleName(m_one.rule));
    QString says = m_new ? tr("A new limit over all departments, for whoever does not answer.") : ruleValueText(m_one.rule);
    if (m_one.coming)
        says = tr("%1. From %2 on: %3").arg(says, QLocale().toString(m_one.coming->effective, QLocale::LongFormat), ruleValueText(*m_one.coming));
    if (m_one.shippedAnew)
        says = tr("The shipped rule changed since it was changed here, and the stricter of both holds: %1").arg(says);
    m_says->setText(m_new || m_one.rule.source.isEmpty() ? says : tr("%1. Source: %2").arg(says, m_one.rule.source));
    const bool changedHere = m_one.rule.version > 0 || m_one.coming;
    m_chip->setChip(changedHere        ? paint::Chip{m_one.shippedAnew ? Tone::Warning : Tone::Info, {}, tr("Changed here")}
                    : m_one.rule.house ? paint::Chip{Tone::Neutral, {}, tr("Rule of the house")}
                                       : paint::Chip{Tone::Neutral, {}, tr("Law, as shipped")});
    m_asShipped->setText(m_one.shipped ? tr("As shipped") : tr("Withdraw"));
    m_asShipped->setVisible(changedHere && !m_changed && !m_new);
    m_undo->setVisible(m_changed);
    m_keep->setVisible(m_changed);
}

void RulesRoom::showHistory()
{
    QStringList lines;
    for (const RuleChange &change : std::as_const(m_one.changes)) {
        const auto rule = ContactRule::fromJson(QJsonDocument::fromJson(change.body).object());
        const QString says = change.body.isEmpty() ? tr("as shipped again") : rule ? ruleValueText(*rule) : tr("written by a newer version");
        const QDate day = zones::local(change.at, m_shelf.zone).date;
        lines << tr("%1, %2: %3\n“%4”").arg(wording::date(day, m_shelf.today), m_shelf.names.value(change.by, change.by), says, change.reason);
    }
    m_history->setText(lines.isEmpty() ? m_new ? tr("Nothing yet.") : tr("Nothing yet: it is as it came with the program.") : lines.join(QStringLiteral("\n\n")));
    m_history->setInk(lines.isEmpty() ? Ink::Muted : Ink::Text);
}

void RulesRoom::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().bg);
}

} // namespace beback::ui
