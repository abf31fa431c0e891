#pragma once

#include "core/desk/campaign_office.h"

#include <QListWidget>

namespace beback::ui {

// The campaigns there are: which are being written, which run, and how many people each has brought back.
class CampaignList : public QListWidget
{
    Q_OBJECT
public:
    explicit CampaignList(QWidget *parent = nullptr);

    void show(const CampaignShelf &shelf, const QString &current); // `current`: the id chosen afterwards; unknown: the first
    QString currentCampaign() const;
    void choose(const QString &id);
    void setTitle(const QString &id, const QString &title);

Q_SIGNALS:
    void chosen(const QString &id);

private:
    bool m_filling = false;
};

} // namespace beback::ui
