#pragma once

#include "core/desk/campaign_office.h"
#include "ui/widgets/entry_list.h"

namespace beback::ui {

// The campaigns there are: which are being written, which run, and how many people each has brought back.
class CampaignList : public EntryList
{
    Q_OBJECT
public:
    explicit CampaignList(QWidget *parent = nullptr);

    void show(const CampaignShelf &shelf, const QString &current);
};

} // namespace beback::ui
