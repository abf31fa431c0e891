#include "core/plan/starter_plans.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace beback {

Result<QVector<Plan>> loadShippedPlans()
{
    const QDir folder(QStringLiteral(":/beback/plans"));
    QVector<Plan> plans;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const bool open = file.open(QIODevice::ReadOnly);
        auto plan = Plan::fromJson(open ? file.readAll() : QByteArray());
        if (!plan)
            return Error{Code::Internal,
                         QCoreApplication::translate("beback", "The plan %1, which came with Beback, is broken. Install "
                                                               "Beback again. %2").arg(name, plan.error().message),
                         name};
        plans << *std::move(plan);
    }
    if (plans.isEmpty())
        return Error{Code::Internal,
                     QCoreApplication::translate("beback", "The plans that come with Beback are not there. Install Beback "
                                                           "again."),
                     folder.path()};
    return plans;
}

QString planForSource(const QString &source)
{
    const QString said = source.toLower();
    if (said.contains(QLatin1String("walk")) || said.contains(QLatin1String("showroom")))
        return QStringLiteral("walk-in");
    // "Phone-up", "Phone", "Call-in"; but not "Phone app" leads, which were typed.
    if (said.contains(QLatin1String("phone-up")) || said.contains(QLatin1String("phone up")) || said == QLatin1String("phone")
        || said.contains(QLatin1String("call-in")))
        return QStringLiteral("phone-up");
    return QStringLiteral("fresh-internet");
}

} // namespace beback
