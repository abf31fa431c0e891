#include "beback_policy.h"
#include "naive_policies.h"
#include "oracle.h"

namespace beback::sim {

namespace {

template <class One> std::unique_ptr<Policy> make(const Stage &stage)
{
    return std::make_unique<One>(stage);
}

struct Named {
    const char *name;
    std::unique_ptr<Policy> (*make)(const Stage &);
};
constexpr std::array All = {Named{"beback", make<BebackPolicy>}, Named{"three-strikes", make<ThreeStrikes>},
                            Named{"same-hour-daily", make<SameHourDaily>}, Named{"first-in-first-out", make<FirstInFirstOut>},
                            Named{"oracle", make<Oracle>}};

} // namespace

QStringList policyNames()
{
    QStringList names;
    for (const Named &one : All)
        names << QLatin1String(one.name);
    return names;
}

std::unique_ptr<Policy> policyNamed(const QString &name, const Stage &stage)
{
    for (const Named &one : All)
        if (name == QLatin1String(one.name))
            return one.make(stage);
    return nullptr;
}

} // namespace beback::sim
