#include "ui/campaigns/audience_panel.h"

#include "core/desk/timeline.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/days_chart.h"
#include "ui/campaigns/people_groups.h"
#include "ui/widgets/legend_key.h"
#include "ui/widgets/skeleton_widget.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

PeopleGroups::Person personOf(const Addressee &one)
{
    QStringList detail{one.isLost ? AudiencePanel::tr("Lost") : AudiencePanel::tr("Sleeping")};
    if (one.objection)
        detail << objectionText(*one.objection);
    if (!one.vehicle.isEmpty())
        detail << one.vehicle;
    return {one.customer, one.lead, one.name, detail.join(QStringLiteral(" · ")), one.leftOut ? QString() : campaign_words::day(one.day)};
}

QVector<PeopleGroups::Group> groupsOf(const CampaignPreview &preview)
{
    QVector<PeopleGroups::Group> groups;
    PeopleGroups::Group in{QStringLiteral("in"), AudiencePanel::tr("It speaks to"), true, {}};
    for (const Addressee &one : preview.people)
        if (!one.leftOut)
            in.people << personOf(one);
    groups << in;
    for (const LeftOut reason : AllLeftOut) {
        PeopleGroups::Group out{toText(reason), leftOutSentence(reason), false, {}};
        for (const Addressee &one : preview.people)
            if (one.leftOut == reason)
                out.people << personOf(one);
        if (!out.people.isEmpty())
            groups << out;
    }
    return groups;
}

} // namespace

AudiencePanel::AudiencePanel(QWidget *parent) : Card(parent)
{
    setFill(Fill::Surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    m_heading = new TextLabel(Type::Title);
    m_heading->setObjectName(QStringLiteral("campaigns.heading"));
    m_heading->setWordWrap(true);
    m_basis = new TextLabel(Type::Label, Ink::Muted);
    m_basis->setObjectName(QStringLiteral("campaigns.load"));
    m_basis->setWordWrap(true);
    m_skeleton = new SkeletonWidget(SkeletonWidget::Shape::Table);
    m_skeleton->setOffersWithout(false);
    m_skeleton->hide();
    m_body = new QWidget;
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(6);
    auto *legend = new QHBoxLayout;
    legend->setSpacing(12);
    legend->addWidget(new LegendKey(LegendKey::Mark::Hatch, tr("planned already")));
    legend->addWidget(new LegendKey(LegendKey::Mark::Accent, tr("this adds")));
    legend->addWidget(new LegendKey(LegendKey::Mark::Line, tr("what the day holds")));
    legend->addStretch();
    legend->addWidget(new TextLabel(tr("touches a business day"), Type::Small, Ink::Muted));
    m_chart = new DaysChart;
    m_groups = new PeopleGroups("audience", tr("Whom it speaks to, and who is left out"));
    body->addLayout(legend);
    body->addWidget(m_chart, 5);
    body->addWidget(new Rule);
    body->addWidget(m_groups, 6);
    column->addWidget(m_heading);
    column->addWidget(m_basis);
    column->addWidget(m_skeleton, 1);
    column->addWidget(m_body, 1);
    column->addStretch();
    m_body->hide();
    connect(m_groups, &PeopleGroups::lookAsked, this, &AudiencePanel::lookAsked);
}

void AudiencePanel::begin()
{
    if (m_known)
        return;
    m_heading->clear();
    m_basis->clear();
    m_skeleton->show();
    m_skeleton->begin(tr("Looking whom it speaks to."));
}

void AudiencePanel::show(const CampaignPreview &preview)
{
    m_known = true;
    m_skeleton->finish();
    m_skeleton->hide();
    m_heading->setText(campaign_words::heading(preview));
    m_basis->setText(campaign_words::load(preview));
    m_chart->show(preview.loads);
    m_groups->show(groupsOf(preview));
    m_body->setVisible(!preview.people.isEmpty());
}

void AudiencePanel::showNothing(const QString &heading, const QString &sentence)
{
    m_known = false;
    m_skeleton->finish();
    m_skeleton->hide();
    m_body->hide();
    m_heading->setText(heading);
    m_basis->setText(sentence);
}

} // namespace beback::ui
