#pragma once

#include <QString>

namespace beback {

// What went wrong, as something code can branch on.
enum class Code {
    NotFound,     // the thing asked for is not there
    Conflict,     // somebody else has it, or it exists already
    Stale,        // it changed since it was read
    Invalid,      // what was given cannot be taken as it is
    Busy,         // a lock was not had in time; trying again may work
    Unavailable,  // the store or a service cannot be reached or may not be used there
    Denied,       // not allowed for this person or on this file
    Corrupt,      // the data contradicts itself
    Newer,        // written by a newer version of Beback
    Full,         // no room left on the disk
    Cancelled,    // given up on purpose
    Internal      // a fault of Beback
};

// `message` is one or two sentences for a person: what is so and what to do. `detail` is for the log (statement file,
// native code) and never holds bound values, which are customers' data.
struct Error {
    Code code = Code::Internal;
    QString message;
    QString detail;
};

} // namespace beback
