#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <compare>

namespace beback {

// An identity as a type: a LeadId is never a CustomerId by accident. Made at the desk (UUID version 7, see
// Random::uuid), so no server has to be asked for one. As text: 36 characters, lower case, no braces.
template <class Tag> class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}

    // Null when the text is not a UUID.
    static Id fromString(const QString &text) { return Id(QUuid::fromString(text)); }
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
    const QUuid &uuid() const { return m_uuid; }
    bool isNull() const { return m_uuid.isNull(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    friend bool operator!=(const Id &a, const Id &b) { return a.m_uuid != b.m_uuid; }
    friend bool operator<(const Id &a, const Id &b) { return a.toString() < b.toString(); } // the order SQL sees
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using EventId = Id<struct EventTag>;
using CustomerId = Id<struct CustomerTag>;
using LeadId = Id<struct LeadTag>;
using OriginId = Id<struct OriginTag>; // one desk's own store; counts its events 1, 2, 3 ...
using QuarantineId = Id<struct QuarantineTag>;

// A dealership site. Small numbers, given when the site is set up; first in every key.
struct RooftopId {
    int value = 0;
    friend bool operator==(RooftopId a, RooftopId b) { return a.value == b.value; }
};

} // namespace beback
