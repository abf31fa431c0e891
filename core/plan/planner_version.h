#pragma once

namespace beback {

// Grows whenever nextStep() decides otherwise than before about the same history, or another derived row is kept, so that a store
// that was planned by an older program is planned anew when it is opened.
// 2: spares people who stay silent (pressure.h), media by the store's experience.
// 3: asks the desk whether they came, also of who wants no visits; parts nobody was tried in are judged by the others
//    (habits.h); no call at the hour of another in the week before; spares silent people sooner.
// 4: a promise is ended by a try near its time only; a manager's nudge makes a lead due; the stories of leads are kept.
// 5: the stories of leads say when a touch was answered.
// 6: a reply answers no touch that was made after it, in the stories and marks of leads.
// 7: what duties of managers follow from is kept with the customer.
// 8: among it every wish not to be contacted at all, also where it was said in a call.
inline constexpr int PlannerVersion = 8;

} // namespace beback
