#include "app/reports/written_report.h"

namespace beback::app {

Result<QString> whoAsks(Session &session, const QString &report, const QString &login)
{
    SharedPlace *desk = session.desk();
    if (!desk && login.isEmpty())
        return Error{Code::Invalid, Cli::tr("Whose page is it? Name a manager: beback report %1 LOGIN").arg(report), {}};
    if (desk && !login.isEmpty() && login != desk->login())
        return Error{Code::Denied, Cli::tr("You are connected as %1, not as %2. Leave the name out, or connect as %2.").arg(desk->login(), login), {}};
    return desk ? desk->login() : login;
}

QVector<TableColumn> columnsOf(const QStringList &keys)
{
    QVector<TableColumn> columns;
    for (const QString &key : keys)
        columns << TableColumn{key, {}, false, false};
    return columns;
}

} // namespace beback::app
