#pragma once

#include "core/report/duty.h"
#include "tests/store/today_site.h"
#include "tests/support/code_of.h"

#include <QSqlQuery>

// What tests say about duties, and a site with two managers who have them.

namespace beback::test {

inline DutyWord toSet(const QString &text, Instant due, const QString &who = {})
{
    DutyWord word;
    word.text = text;
    word.due = due;
    word.who = who;
    return word;
}

inline DutyWord toEnd(const QString &duty, DutyWord::Says says = DutyWord::Says::Done, const QString &why = {})
{
    DutyWord word;
    word.duty = duty;
    word.says = says;
    word.text = why;
    return word;
}

inline QStringList textsOf(const QVector<Duty> &duties)
{
    QStringList texts;
    for (const Duty &duty : duties)
        texts << duty.text;
    return texts;
}

// A second manager.
struct Managed : TodaySite {
    Managed()
    {
        addPerson(u"kim"_s, u"Kim Park"_s, u"manager"_s);
        goTo(QTime(9, 0));
    }

    void leaves(const QString &login)
    {
        if (engineUnderTest() == Engine::Postgresql) // nobody of this site is a role there
            TempPostgres::server().sql(database, u"UPDATE app_user SET active = FALSE WHERE login = '%1'"_s.arg(login));
        else
            must(place->setUser(take(place->user(login)), false));
    }
};

// Around the program, as an older one or somebody with a tool.
inline void writeBeside(TodaySite &site, const QString &sql)
{
    if (engineUnderTest() == Engine::Postgresql)
        return void(TempPostgres::server().sql(site.database, sql));
    {
        QSqlDatabase beside = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside"_s);
        beside.setDatabaseName(site.path());
        QVERIFY(beside.open() && QSqlQuery(beside).exec(sql));
    }
    QSqlDatabase::removeDatabase(u"beside"_s);
}

} // namespace beback::test
