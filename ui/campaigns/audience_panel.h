#pragma once

#include "core/desk/campaign_office.h"
#include "ui/widgets/card.h"

class QStackedLayout;

namespace beback::ui {

class DaysChart;
class PeopleGroups;
class SkeletonWidget;
class TextLabel;

// Whom a campaign would speak to if it were started now: how many, who by name, who is left out and why, and what it asks of each
// day against what the day holds.
class AudiencePanel : public Card
{
    Q_OBJECT
public:
    explicit AudiencePanel(QWidget *parent = nullptr);

    void show(const CampaignPreview &preview);
    void showNothing(const QString &heading, const QString &sentence); // it cannot be looked at as it is
    void begin(); // it is being looked up; what is shown stays until the answer comes

Q_SIGNALS:
    void lookAsked(beback::CustomerId customer, beback::LeadId lead);

private:
    TextLabel *m_heading, *m_basis;
    QWidget *m_body;
    DaysChart *m_chart;
    PeopleGroups *m_groups;
    SkeletonWidget *m_skeleton;
    bool m_known = false; // there is something to show
};

} // namespace beback::ui
