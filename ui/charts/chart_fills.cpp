#include "ui/charts/chart_fills.h"

#include "ui/charts/chart_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace beback::ui {

namespace {

constexpr char OpenLeads[] = QT_TRANSLATE_NOOP("ChartFills", "It counts open leads. Bring leads in by the room Leads in, and it fills by itself.");
constexpr char Touches[] = QT_TRANSLATE_NOOP("ChartFills", "It counts touches. Record a call, a text or an e-mail in the Work room, and it stands here at once.");
constexpr char Attempts[] = QT_TRANSLATE_NOOP("ChartFills", "It counts attempts and who answered. Record a call, a text or an e-mail in the Work room with what came of it.");
constexpr char Calls[] = QT_TRANSLATE_NOOP("ChartFills", "It counts calls by the customer's hour. Record calls in the Work room, the unanswered ones too.");
constexpr char NewLeads[] = QT_TRANSLATE_NOOP("ChartFills", "It counts leads that came in and how long they waited. Bring leads in by the room Leads in, and contact them in the Work room.");

struct Fill {
    const char *id, *what;
};
constexpr std::array Fills = {
    Fill{chart_ids::Attempts, OpenLeads},
    Fill{chart_ids::UnderMinimum, OpenLeads},
    Fill{chart_ids::Neglect, OpenLeads},
    Fill{chart_ids::Touches, Touches},
    Fill{chart_ids::Media, Touches},
    Fill{chart_ids::Evidence, Touches},
    Fill{chart_ids::Bursts, Touches},
    Fill{chart_ids::Streaks, Calls},
    Fill{chart_ids::Hours, Calls},
    Fill{chart_ids::Answers, Attempts},
    Fill{chart_ids::Reached, Attempts},
    Fill{chart_ids::Speed, NewLeads},
    Fill{chart_ids::BySpeed, NewLeads},
    Fill{chart_ids::Funnel, NewLeads},
    Fill{chart_ids::Skipped, QT_TRANSLATE_NOOP("ChartFills", "Nobody left a step out on purpose. Whoever skips one in the Work room says why, and it is counted here.")},
    Fill{chart_ids::Duties, QT_TRANSLATE_NOOP("ChartFills", "Managers had nothing to do themselves. What comes up stands in the room Today, and what became of it here.")},
    Fill{chart_ids::Load, QT_TRANSLATE_NOOP("ChartFills", "No plan asks for a touch in the next four weeks. Bring leads in, or put those there are on a plan.")},
    Fill{chart_ids::Hour, QT_TRANSLATE_NOOP("ChartFills", "Nobody kept an Hour of Power. Set its time in the menu at your name, or begin one with F2 in the Work room.")},
    Fill{chart_ids::Objections, QT_TRANSLATE_NOOP("ChartFills", "No objection was recorded. After a visit without a sale, and on a no, choose what kept them; it is counted here.")},
    Fill{chart_ids::Campaigns, QT_TRANSLATE_NOOP("ChartFills", "No campaign was started. Describe one beside the plans, see whom it speaks to, and start it.")},
    Fill{chart_ids::Wordings, QT_TRANSLATE_NOOP("ChartFills", "It counts messages that were written from a template. Take one of its wordings in the Work room and send it.")},
    Fill{chart_ids::Guides, QT_TRANSLATE_NOOP("ChartFills", "It counts the questions of call guides. Open the guide during a call and ask them; their answers stand here.")},
};

} // namespace

QString whatFills(const QString &chartId)
{
    const auto own = std::find_if(Fills.begin(), Fills.end(), [&](const Fill &fill) { return chartId == QLatin1String(fill.id); });
    return QCoreApplication::translate("ChartFills", own == Fills.end() ? QT_TRANSLATE_NOOP("ChartFills", "The charts fill by themselves as leads come in and as touches are recorded in the Work room.")
                                                                       : own->what);
}

} // namespace beback::ui
