#pragma once

namespace beback::ui {

// What can be done about a lead besides a touch; each opens a pane.
enum class LeadDeed { AddLead, Appointment, FreeNote, TheirReply, AddPoint, EditPoint, RemovePoint, Wish, Consent, Refuse, RefuseAll, Skip, Anyway, Sold, Lost, GiveBack };

} // namespace beback::ui
