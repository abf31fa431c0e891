#pragma once

#include "core/desk/trip_return.h"
#include "ui/shell/pane.h"

namespace beback::ui {

// What a trip came to, and what of it somebody should look at; each opens its lead.
class ReturnPane : public Pane
{
    Q_OBJECT
public:
    ReturnPane(QWidget *host, const TripReturn &back);

Q_SIGNALS:
    void openAsked(beback::CustomerId customer, beback::LeadId lead);

private:
    QWidget *row(const Look &look, int number);
    void openLead(const Look &look);
};

} // namespace beback::ui
