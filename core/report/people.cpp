#include "core/report/people.h"

namespace beback {

Result<QVector<SitePerson>> readPeople(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("people/users"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QVector<SitePerson> people;
    while (select.next()) {
        Columns c = select.columns();
        SitePerson person;
        person.login = c.text();
        person.name = c.text();
        person.isManager = c.text() == QLatin1String("manager");
        if (c.boolean())
            people << person;
    }
    BEBACK_CHECK(select.finished());
    return people;
}

} // namespace beback
