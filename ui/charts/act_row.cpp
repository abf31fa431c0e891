#include "ui/charts/act_row.h"

#include "ui/lead/ground.h"
#include "ui/widgets/key_button.h"

#include <QMenu>

#include <algorithm>

namespace beback::ui {

ActRow::ActRow(QWidget *parent) : QWidget(parent)
{
    new WrapLayout(6, this);
    layout()->setContentsMargins(0, 0, 0, 0);
    m_give = add("give", QStringLiteral("document-swap"), Qt::Key_G, tr("Give to…"), tr("Give %1 to…"));
    m_give->setOpensMenu(true);
    m_people = new QMenu(m_give);
    connect(m_give, &KeyButton::clicked, m_people, [this] { m_people->popup(m_give->mapToGlobal(QPoint(0, m_give->height()))); });
    const auto asking = [this](KeyButton *button, ManagerAct::Kind kind) {
        connect(button, &KeyButton::clicked, this, [this, kind] { Q_EMIT asked(kind); });
    };
    asking(add("nudge", QStringLiteral("notifications"), Qt::Key_N, tr("Nudge…"), tr("Nudge %1…")), ManagerAct::Kind::Nudge);
    asking(add("plan", QStringLiteral("view-calendar"), Qt::Key_P, tr("Change plan…"), tr("Change plan of %1…")), ManagerAct::Kind::ChangePlan);
    asking(add("coach", QStringLiteral("user"), Qt::Key_C, tr("Coach note…"), tr("Coach note at %1…")), ManagerAct::Kind::Coach);
    m_balance = new KeyButton(QStringLiteral("office-chart-bar"), tr("Balance load…"), QStringLiteral("B"));
    m_balance->setObjectName(QStringLiteral("charts.acts.balance"));
    layout()->addWidget(m_balance);
    connect(m_balance, &KeyButton::clicked, this, &ActRow::balanceAsked);
    setPeople({});
    setChosen(0);
}

KeyButton *ActRow::add(const char *name, const QString &icon, int key, const QString &alone, const QString &many)
{
    auto *button = new KeyButton(icon, alone, QString(QChar(key)));
    button->setObjectName(QStringLiteral("charts.acts.") + QLatin1String(name));
    layout()->addWidget(button);
    m_deeds << Deed{key, button, alone, many};
    connect(button, &KeyButton::refused, this, &ActRow::refused);
    return button;
}

void ActRow::setPeople(const QVector<ChartChoices::Choice> &people)
{
    const auto same = [](const ChartChoices::Choice &a, const ChartChoices::Choice &b) { return a.key == b.key && a.name == b.name; };
    if (!m_people->isEmpty() && std::equal(people.cbegin(), people.cend(), m_known.cbegin(), m_known.cend(), same))
        return; // it may be open
    m_known = people;
    m_people->clear();
    for (const ChartChoices::Choice &one : people)
        m_people->addAction(one.name, this, [this, one] { Q_EMIT giveAsked(one.key, one.name); });
    m_people->addSeparator();
    m_people->addAction(tr("Anybody"), this, [this] { Q_EMIT giveAsked({}, tr("anybody")); });
}

void ActRow::setChosen(qsizetype leads)
{
    for (const Deed &deed : std::as_const(m_deeds)) {
        deed.button->setText(leads > 0 ? deed.many.arg(leads) : deed.alone);
        deed.button->setBlocked(leads > 0 ? QString() : tr("Choose leads in the list first; Ctrl and Shift choose several."));
    }
}

bool ActRow::isKey(int key) const
{
    return key == Qt::Key_B || std::any_of(m_deeds.cbegin(), m_deeds.cend(), [key](const Deed &deed) { return deed.key == key; });
}

void ActRow::press(int key)
{
    if (key == Qt::Key_B)
        return m_balance->click();
    for (const Deed &deed : std::as_const(m_deeds)) {
        if (deed.key != key)
            continue;
        if (deed.button->isBlocked())
            Q_EMIT refused(deed.button->blockedReason());
        else
            deed.button->click();
        return;
    }
}

} // namespace beback::ui
