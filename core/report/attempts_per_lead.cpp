#include "core/report/attempts_per_lead.h"

namespace beback {

Result<AttemptsPerLead> attemptsPerLead(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("report/attempts_per_lead"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    AttemptsPerLead report;
    while (select.next()) {
        Columns c = select.columns();
        AttemptsPerLead::Bin bin;
        bin.attempts = c.integer();
        bin.leads = c.integer();
        bin.open = c.integer();
        bin.reached = c.integer();
        report.leads += bin.leads;
        report.attempts += qint64(bin.attempts) * bin.leads;
        report.bins << bin;
    }
    BEBACK_CHECK(select.finished());
    return report;
}

} // namespace beback
