#pragma once

#include "core/history/customer_state.h"

namespace beback {

// What managers count of one lead, without reading its events again: a derived value of its history. Its text stands in the
// lead's row; `beback check` makes it again. What was taken back and what is held is not in it, nor are the touches of other
// departments; that somebody came in is, whoever wrote it down.
struct LeadStory {
    LeadStatus status = LeadStatus::Open;
    QString owner, plan, source;  // owner: login; empty: anybody's
    Instant arrivedAt;            // when we learned of it
    Instant requestedAt;          // when they asked; never after arrivedAt
    Instant soldAt, closedAt;     // us 0: not
    QString zone;                 // the first that is known of the customer; empty: none
    QVector<StoryTouch> touches;  // by when they happened
    QVector<StoryVisit> visits;   // appointments, and visits nobody had set; by when they were set, or happened
    QVector<StoryObjection> objections; // in the order they were heard
    QVector<StorySkip> skips;     // steps left out on purpose
    Instant lastAt() const;       // when the last of all this happened, replies to a touch aside
    friend bool operator==(const LeadStory &, const LeadStory &) = default;
};

// What fold() cannot know while it goes, as things are written down late, is found here: of a visit when it was confirmed, which is
// when we first spoke with them or they wrote between confirmFrom() and its time, or the end it came to before; of a step left
// out when the last attempt before it was made, whoever made it.
LeadStory storyOf(const CustomerState &customer, const LeadState &lead);
// As text, the same on every machine; shorter than the events by far (some 25 characters a touch).
QString toText(const LeadStory &story);
// Back from their text, many of them: names that come again are kept once.
class StoryReader
{
public:
    std::optional<LeadStory> read(const QString &text); // none: it is no story, or one a newer Beback wrote

private:
    QStringList m_names;
};
std::optional<LeadStory> storyFromText(const QString &text); // one alone

} // namespace beback
