#pragma once

#include "core/desk/campaign_office.h"

#include <QJsonObject>

namespace beback::app {

// How campaigns look on a terminal and in JSON. The keys are described in the manual page; scripts rely on them.

QJsonObject toJson(const Campaign &campaign);
QJsonObject toJson(const CampaignPreview &preview);
QJsonObject toJson(const CampaignResult &result);
// "started Nov 16, 24 people"
QString stateText(const CampaignResult &result, const QString &zone);
// Who, when, who not and why, and the days; at most `names` people by name.
QString previewText(const CampaignPreview &preview, int names);

} // namespace beback::app
