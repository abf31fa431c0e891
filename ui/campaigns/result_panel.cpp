#include "ui/campaigns/result_panel.h"

#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/people_groups.h"
#include "ui/widgets/text_label.h"

#include <QSet>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

TextLabel *wrapping(Type type, Ink ink, const char *name = nullptr)
{
    auto *label = new TextLabel(type, ink);
    label->setWordWrap(true);
    if (name)
        label->setObjectName(QLatin1String(name));
    return label;
}

PeopleGroups::Group groupOf(const CampaignResult &result, const QString &key, const QString &text, const QVector<LeadId> &leads)
{
    const QSet<LeadId> wanted(leads.cbegin(), leads.cend());
    PeopleGroups::Group group{key, text, false, {}};
    for (const CampaignMember &one : result.people)
        if (wanted.contains(one.lead))
            group.people << PeopleGroups::Person{one.customer, one.lead, one.name, one.vehicle, campaign_words::day(one.day)};
    return group;
}

QVector<PeopleGroups::Group> groupsOf(const CampaignResult &result)
{
    QVector<LeadId> all;
    for (const CampaignMember &one : result.people)
        all << one.lead;
    QVector<PeopleGroups::Group> groups{groupOf(result, QStringLiteral("people"), ResultPanel::tr("In it"), all)};
    groups.first().isMain = true;
    groups << groupOf(result, QStringLiteral("ahead"), ResultPanel::tr("Their turn is still ahead"), result.ahead);
    for (const Came what : AllCame)
        groups << groupOf(result, toText(what), campaign_words::came(what), result.of(what));
    return groups;
}

QString sumOf(const CampaignResult &result)
{
    QStringList text;
    if (result.waiting > 0)
        text << ResultPanel::tr("%n people are not on the plan yet: the start was cut short. Go on with it.", nullptr, result.waiting);
    if (result.takenBack > 0)
        text << ResultPanel::tr("%n people went back to where they were when it was stopped.", nullptr, result.takenBack);
    text << ResultPanel::tr("Counted from the day of each person’s turn, for %1 days.").arg(CameWithinDays);
    return text.join(QLatin1Char(' '));
}

} // namespace

ResultPanel::ResultPanel(QWidget *parent) : Card(parent)
{
    setFill(Fill::Surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    m_says = wrapping(Type::Title, Ink::Text, "campaigns.says");
    m_who = wrapping(Type::Body, Ink::Text);
    m_when = wrapping(Type::Label, Ink::Muted);
    m_sum = wrapping(Type::Label, Ink::Muted, "campaigns.sum");
    m_groups = new PeopleGroups("results", tr("What came of it"));
    column->addWidget(m_says);
    column->addWidget(m_who);
    column->addWidget(m_when);
    column->addWidget(new Rule);
    column->addWidget(m_groups, 1);
    column->addWidget(m_sum);
    connect(m_groups, &PeopleGroups::lookAsked, this, &ResultPanel::lookAsked);
}

void ResultPanel::show(const CampaignResult &result, const QString &plan, const QString &by)
{
    const Campaign &campaign = result.stored.campaign;
    m_says->setText(tr("“%1”").arg(campaign.says));
    m_who->setText(tr("%1: %2").arg(changeKindText(campaign.kind), campaign_words::who(campaign.who)));
    m_when->setText(tr("%1, on the plan “%2”, at most %3 people a day. %4").arg(campaign_words::when(campaign), plan).arg(campaign.perDay).arg(by));
    m_groups->show(groupsOf(result));
    m_sum->setText(sumOf(result));
}

} // namespace beback::ui
