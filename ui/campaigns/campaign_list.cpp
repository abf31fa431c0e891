#include "ui/campaigns/campaign_list.h"

#include "ui/campaigns/campaign_words.h"

namespace beback::ui {

namespace {

QString peopleOf(const CampaignResult &one)
{
    if (one.stored.state == StoredCampaign::State::Draft)
        return {};
    const int reached = int(one.of(Came::Reached).size());
    const QString people = campaign_words::people(int(one.people.size()));
    return reached > 0 ? CampaignList::tr("%1, reached %2").arg(people).arg(reached) : people;
}

paint::Chip stateOf(const CampaignResult &one)
{
    const auto state = one.stored.state;
    const bool draft = state == StoredCampaign::State::Draft;
    const Tone tone = draft || one.waiting > 0 ? Tone::Warning : state == StoredCampaign::State::Started ? Tone::Good : Tone::Neutral;
    return {tone, draft ? QStringLiteral("document-edit") : QString(), campaign_words::state(one)};
}

} // namespace

CampaignList::CampaignList(QWidget *parent) : EntryList("campaigns.list", tr("Campaigns"), parent) {}

void CampaignList::show(const CampaignShelf &shelf, const QString &current)
{
    QVector<Entry> entries;
    for (const CampaignResult &one : shelf.campaigns) {
        const Campaign &campaign = one.stored.campaign;
        entries << Entry{campaign.id, campaign.title, {}, {}, {stateOf(one)}, peopleOf(one), campaign.says};
    }
    setEntries(entries, current);
}

} // namespace beback::ui
