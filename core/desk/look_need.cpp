#include "core/desk/look_need.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

} // namespace

std::optional<NeedsYou> needOf(const QVector<Look> &looks)
{
    if (looks.isEmpty())
        return std::nullopt;
    NeedsYou need;
    need.kind = NeedsYou::Kind::Look;
    need.title = looks.size() == 1 ? tr("1 thing needs a look") : tr("%1 things need a look").arg(looks.size());
    need.detail = looks.first().sentence;
    need.urgent = std::any_of(looks.cbegin(), looks.cend(), [](const Look &look) { return look.isHeld && look.isOptOut; });
    return need;
}

void addNeed(QVector<NeedsYou> &needs, const NeedsYou &need)
{
    const auto place = [](const NeedsYou &one) { return std::tuple(!one.urgent, one.kind); };
    needs.insert(std::upper_bound(needs.begin(), needs.end(), need, [&](const NeedsYou &a, const NeedsYou &b) { return place(a) < place(b); }), need);
}

} // namespace beback
