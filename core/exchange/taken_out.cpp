#include "core/exchange/taken_out.h"

#include "core/exchange/own_store.h"
#include "core/time/wording.h"

#include <QCoreApplication>

namespace beback::taken_out {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("beback", text, nullptr, n);
}

Result<void> run(Connection &own, const char *name)
{
    BEBACK_TRY(statement, own.statement(name));
    BEBACK_CHECK(statement.exec());
    while (statement.next()) {
        // a row that says how it went
    }
    return statement.finished();
}

Result<void> put(Connection &own, const DeskTakenOut &how)
{
    BEBACK_TRY(put, own.statement("exchange/taken_out_put"));
    put.bind(":by_name", how.by).bind(":at", how.at).bind(":why", how.why).bind(":site", how.site).bind(":sent", how.sent);
    return put.exec();
}

} // namespace

Result<std::optional<DeskTakenOut>> read(Connection &own)
{
    BEBACK_TRY(select, own.statement("exchange/taken_out"));
    BEBACK_CHECK(select.exec());
    std::optional<DeskTakenOut> found;
    if (select.next()) {
        Columns c = select.columns();
        found.emplace();
        found->by = c.text();
        found->at = c.instant();
        found->why = c.text();
        found->site = c.text();
        found->sent = c.integer();
    }
    BEBACK_CHECK(select.finished());
    return found;
}

Result<bool> forget(Connection &own, const DeskTakenOut &how)
{
    BEBACK_CHECK(run(own, "exchange/erase_deleted"));
    BEBACK_TRY(done, own.inTransaction("taken out", [&]() -> Result<bool> {
        BEBACK_TRY(waiting, own_store::waiting(own)); // somebody may have recorded since it was sent
        if (waiting.events > 0)
            return false;
        BEBACK_CHECK(put(own, how));
        return true;
    }));
    if (done)
        BEBACK_CHECK(eraseRemains(own));
    return done;
}

Result<void> note(Connection &own, const DeskTakenOut &how)
{
    return own.inTransaction("taken out", [&] { return put(own, how); });
}

Result<void> eraseRemains(Connection &own)
{
    const auto rebuilt = run(own, "exchange/rebuild_file");
    if (!rebuilt && rebuilt.error().code != Code::Busy)
        return rebuilt;
    return run(own, "exchange/empty_wal");
}

Result<void> joinAnew(Connection &own)
{
    return own.inTransaction("join anew", [&] { return run(own, "exchange/taken_out_over"); });
}

QString sentence(const DeskTakenOut &how, const QString &zone)
{
    const QString sent = how.sent == DeskTakenOut::NotKnown ? tr("What may have waited here to be sent can be read by nobody any more;")
                         : how.sent == 0 ? tr("Nothing waited here to be sent;")
                         : how.sent == 1 ? tr("The one entry that waited here was sent, and a manager looks at it;")
                                         : tr("The %n entries that waited here were sent, and a manager looks at them;", how.sent);
    return tr("This computer was taken out of %1 by %2 on %3: %4 %5 what it had of customers was removed. To work at it again, ask a manager "
              "and join anew.")
        .arg(how.site, how.by, wording::dateAndTime(how.at, zone), how.why.trimmed().endsWith(QLatin1Char('.')) ? how.why.trimmed() : how.why.trimmed() + QLatin1Char('.'), sent);
}

} // namespace beback::taken_out
