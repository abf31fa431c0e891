#pragma once

#include "core/desk/campaign_office.h"
#include "ui/widgets/card.h"

namespace beback::ui {

class PeopleGroups;
class TextLabel;

// A campaign that was started: what is said, to whom, and what came of it so far; behind every number stand its people.
class ResultPanel : public Card
{
    Q_OBJECT
public:
    explicit ResultPanel(QWidget *parent = nullptr);
    void show(const CampaignResult &result, const QString &plan, const QString &by);

Q_SIGNALS:
    void lookAsked(beback::CustomerId customer, beback::LeadId lead);

private:
    TextLabel *m_says, *m_who, *m_when, *m_sum;
    PeopleGroups *m_groups;
};

} // namespace beback::ui
