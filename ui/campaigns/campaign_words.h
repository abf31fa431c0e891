#pragma once

#include "core/desk/campaign_office.h"

namespace beback::ui::campaign_words {

// What the room of campaigns says, in one place: the same number is worded alike beside the chart and before starting.

QString people(int count);      // "43 people"
QString day(QDate date);        // "Tue, Dec 1"
QString days(QDate from, QDate until); // "on Tue, Dec 1", "from Tue, Dec 1 to Thu, Dec 3"
QString heading(const CampaignPreview &preview);
QString load(const CampaignPreview &preview); // what it asks of the days, against what they hold
// What starting it will do, in whole sentences.
QString starting(const Campaign &campaign, const CampaignPreview &preview, const QString &plan);
QString stopping(const CampaignResult &result);
QString who(const CampaignWho &who); // "Lost and sleeping, price, Honda CR-V, 2021 to 2024"
QString when(const Campaign &campaign);
QString came(Came what);        // "Visits set"
QString state(const CampaignResult &result);

// A day as it is typed: "12/1", "Dec 1", "Dec 1, 2026", "2026-12-01"; without a year the next one from `today` on. Invalid: it is none.
QDate readDay(const QString &text, QDate today);
QString writeDay(QDate day); // "Dec 1, 2026"

} // namespace beback::ui::campaign_words
