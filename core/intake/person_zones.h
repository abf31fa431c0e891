#pragma once

#include "core/history/customer_state.h"

namespace beback {

// Every zone a person with these points and this address may be in, sorted. Each number is asked for alone: among
// several, the address would hide all those that disagree with it, and one of them may be the number that is called. The
// ZIP code counts like the state, and where they disagree, both do.
// Pure. Thread: any.
QStringList zonesOf(const QVector<ContactPoint> &points, const Address &address);

// Were the person's zones chosen by hand? They are then other than what is known of the person says.
bool zonesAreChosen(const CustomerState &person);

} // namespace beback
