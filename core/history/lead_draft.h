#pragma once

#include "core/base/clock.h"
#include "core/history/medium.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace beback {

// A phone number or a mail address. `value` is what is compared: E.164 ("+15055550142") or a lower-case address; empty
// when the raw text could not be understood (it is shown, and cannot be used).
struct ContactPoint {
    enum class Type { Phone, Email };
    Type type = Type::Phone;
    QString value;
    QString raw;   // as it was written
    QString label; // "mobile" "work" "home" "fax" or empty
    QString extension;
    bool preferred = false;

    // "phone:+15055550142"; what could not be understood is told apart by how it was written.
    QString key() const
    {
        return (type == Type::Phone ? QStringLiteral("phone:") : QStringLiteral("email:")) + (value.isEmpty() ? raw : value);
    }
    QJsonObject toJson() const;
    static ContactPoint fromJson(const QJsonObject &json);
    friend bool operator==(const ContactPoint &, const ContactPoint &) = default;
};

struct PersonName {
    QString full;
    QString first;
    QString last;
    bool business = false;

    QString display() const; // full, else first + last
    QJsonObject toJson() const;
    static PersonName fromJson(const QJsonObject &json);
    friend bool operator==(const PersonName &, const PersonName &) = default;
};

struct Address {
    QString street, city, region, postcode, country; // region: two letters where known; country ISO 3166 alpha-2
    bool isEmpty() const;
    QJsonObject toJson() const;
    static Address fromJson(const QJsonObject &json);
    friend bool operator==(const Address &, const Address &) = default;
};

struct Vehicle {
    QString year, make, model, trim, color, stock, vin, condition /* "new" "used" or empty */, odometer;
    std::optional<qint64> priceCents;

    bool isEmpty() const;
    QString label() const; // "2024 Honda CR-V EX-L"
    QJsonObject toJson() const;
    static Vehicle fromJson(const QJsonObject &json);
    friend bool operator==(const Vehicle &, const Vehicle &) = default;
};

// A lead on its way in: what a source said, normalised, not yet joined to a person. Also the body of LeadArrived.
struct LeadDraft {
    PersonName name;
    QVector<ContactPoint> points;
    Address address;
    QStringList zones;      // every IANA zone the person may be in; empty: unknown
    QString language;       // ISO 639-1, empty: unknown
    Vehicle wanted;         // the first wanted vehicle
    QVector<Vehicle> alsoWanted;
    std::optional<Vehicle> trade;
    QString source;         // "Website", "AutoTrader", "Walk-in", "Phone-up" ...
    QString vendor;         // rooftop as the sender calls it
    QString comments;       // the customer's own words
    QString timeframe;
    QString consentSaid;    // what a comment says about consent: shown, never acted on
    QStringList warnings;   // what was mended on the way in, in words
    QJsonObject extra;      // ids used as a key/value store, unknown elements
    std::optional<Instant> requestedAt; // when the customer asked
    bool requestZoneAssumed = false;
    bool resend = false;    // the sender says this is a repetition
    // Identities, strongest first: "adf:<source>/<id>", "mail:<message id>#<n>", "print:<fingerprint>".
    QStringList keys;
    QString ownerLogin;     // wanted agent, empty: anybody
    QString planId;         // empty: by source

    QJsonObject toBody() const;
    static LeadDraft fromBody(const QJsonObject &body);
};

} // namespace beback
