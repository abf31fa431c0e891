#pragma once

#include "core/demo/dice.h"
#include "core/demo/material.h"
#include "core/desk/desk_types.h"

namespace beback::demo {

// How a call is going to end; the times are ones that can be kept.
struct Ending {
    QString next;                 // "visit" "call" "later" "done"; empty: it is left open
    std::optional<Instant> visit; // when they come, of "visit"
    Instant call;                 // when we call again, where that is agreed
    QString language;             // they are asked in; free words are said in it
};

// A call by its guide: what was asked and said. What has to be asked is, but for what there was no moment for; of the rest some is
// left out, as people do.
class Conversation
{
public:
    Conversation(const Material &material, Dice &dice) : m_material(material), m_dice(dice) {}

    // Puts answers, and why a question could not be asked, into the request.
    void hold(const Guide &guide, const LeadState &lead, const Ending &ending, Instant now, RecordRequest &request);

private:
    bool isLeadingThere(const GuideStep &step, const Ending &ending) const;
    QString answerTo(const GuideStep &step, const LeadState &lead, const Ending &ending, Instant now);
    QString choice(const GuideStep &step, const Ending &ending);
    QString amount(const QString &key);
    QString said(const QString &key, const QString &language);

    const Material &m_material;
    Dice &m_dice;
};

} // namespace beback::demo
