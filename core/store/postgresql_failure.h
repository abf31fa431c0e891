#pragma once

#include "core/store/postgresql_target.h"

namespace beback {

// Why a PostgreSQL database could not be opened.
enum class LinkFailure {
    UnknownHost,
    Refused,            // nothing listens there
    NoAnswer,           // in time
    WrongPassword,      // or nobody of that name: the server does not tell which
    NoSuchDatabase,
    CertificateNotTrusted,
    CertificateOfAnother, // host
    NoAuthority,        // no file to check the certificate with
    NoTls,              // the server does not offer it
    NotFromHere,        // pg_hba.conf has no line that lets this person in from this machine
    NotAllowed,         // the person may not sign in, or not to this database
    Starting,           // or shutting down
    TooMany,            // connections
    ReadOnlyCopy,       // a standby
    TooOld,             // a server before 15
    Other
};

// The failure's word for logs and tests ("refused"); also Error::detail's beginning.
QString toText(LinkFailure failure);

// From libpq's text, in English or with bare SQLSTATEs ("FATAL:  28P01"): libpq gives no code for a failed connection.
LinkFailure linkFailureFrom(const QString &libpqText);

// A sentence that names host and database, never the password. Unavailable: may pass by itself. NotFound, Denied,
// Invalid: somebody has to change something.
Error linkError(LinkFailure failure, const PostgresqlTarget &target);

// Tries once more, asking the server for SQLSTATEs instead of sentences in its own language. Takes five seconds at most.
QString failureInCodes(const PostgresqlTarget &target);

} // namespace beback
