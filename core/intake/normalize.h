#pragma once

#include "core/history/lead_draft.h"
#include "core/intake/phone_number.h"

namespace beback {

// What people and forms wrote, made comparable. Pure; any thread. Phones: see phone_number.h.

// The parts of a name as a source gives them; any may be empty.
struct NameParts {
    QString full, first, middle, last, suffix;
    bool business = false;
};
// Trimmed and collapsed; a name wholly in one case ("JUAN DE LA CRUZ") is written as names are ("Juan de la Cruz"), any
// other is kept as written. First and last are taken from the full name where they are missing, and the other way round.
PersonName readName(const NameParts &parts);

// One point an address found ("a@b.example; c@d.example" are two; "Ann <a@b.example>" is one). Lower case throughout. A
// text that is no address gives a point with an empty value. Addresses that say "I gave none" (none@none.com) are left
// out: they would make one person of everybody who typed them.
QVector<ContactPoint> readEmails(const QString &raw, QStringList *warnings);

// Region to two letters where known ("New Mexico", "N.M." -> "NM"), country to ISO 3166 alpha-2 ("USA" -> "US"; from the
// region where missing), a ZIP code that lost its leading zero in a spreadsheet gets it back.
Address readAddress(const Address &written);

// The points a lead may carry: equal values once (the better label and the preference kept), at most 12.
void addPoint(QVector<ContactPoint> &points, const ContactPoint &point);
// "cellphone" "Mobile phone" "cell" -> "mobile"; "business" -> "work"; "voice", "phone" and what is unknown -> "".
QString phoneLabel(const QString &written);

// Cents of "$23,995.00"; none for zero (senders write 0.00 for "unknown"), negative numbers and words.
std::optional<qint64> readPrice(const QString &written);

} // namespace beback
