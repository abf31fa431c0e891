#include "core/plan/starter_plans.h"

#include "core/plan/branch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace beback {

namespace {

const QString Branches = QStringLiteral("branches.json");

Error broken(const QString &file, const QString &why)
{
    return {Code::Internal,
            QCoreApplication::translate("beback", "The plan %1, which came with Beback, is broken. Install Beback again. %2").arg(file, why), file};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Result<QVector<Plan>> loadShippedPlans()
{
    const QDir folder(QStringLiteral(":/beback/plans"));
    QVector<Plan> plans;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (name == Branches)
            continue;
        auto plan = Plan::fromJson(contentOf(folder.filePath(name)));
        if (!plan)
            return broken(name, plan.error().message);
        plans << *std::move(plan);
    }
    if (plans.isEmpty())
        return Error{Code::Internal,
                     QCoreApplication::translate("beback", "The plans that come with Beback are not there. Install Beback "
                                                           "again."),
                     folder.path()};
    return plans;
}

Result<QHash<QString, QString>> loadShippedBranches()
{
    const auto table = branch::fromJson(contentOf(QStringLiteral(":/beback/plans/") + Branches));
    return table ? table : Result<QHash<QString, QString>>(broken(Branches, table.error().message));
}

QString planForSource(const QString &source)
{
    return shippedPlanOf(kindOfSource(source));
}

} // namespace beback
