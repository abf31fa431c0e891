#include "core/desk/join_field.h"

#include "core/store/postgresql_failure.h"

namespace beback {

namespace {

constexpr LinkFailure All[] = {
    LinkFailure::UnknownHost, LinkFailure::Refused,     LinkFailure::NoAnswer,   LinkFailure::WrongPassword,
    LinkFailure::NoSuchDatabase, LinkFailure::CertificateNotTrusted, LinkFailure::CertificateOfAnother,
    LinkFailure::NoAuthority, LinkFailure::NoTls,       LinkFailure::NotFromHere, LinkFailure::NotAllowed,
    LinkFailure::Starting,    LinkFailure::TooMany,     LinkFailure::ReadOnlyCopy, LinkFailure::TooOld};

JoinField fieldOf(LinkFailure failure)
{
    switch (failure) {
    case LinkFailure::WrongPassword: return JoinField::Password;
    case LinkFailure::NoSuchDatabase: return JoinField::Database;
    case LinkFailure::NotFromHere:
    case LinkFailure::NotAllowed: return JoinField::Login;
    case LinkFailure::CertificateNotTrusted:
    case LinkFailure::NoAuthority: return JoinField::Certificate;
    default: return JoinField::Server;
    }
}

} // namespace

JoinField joinFieldOf(const Error &error)
{
    for (const LinkFailure failure : All)
        if (error.detail.startsWith(QStringLiteral("open: %1").arg(toText(failure))))
            return fieldOf(failure);
    // What answers is fine; somebody of that name does not work there.
    return error.code == Code::NotFound || error.code == Code::Denied ? JoinField::Login : JoinField::None;
}

} // namespace beback
