#include "core/plan/power_hour.h"

#include <algorithm>

namespace beback {

namespace {

constexpr int None = -1;

int numberOf(QDate day)
{
    return day.year() * 10000 + day.month() * 100 + day.day();
}

QDate dayOf(int number)
{
    return QDate(number / 10000, number / 100 % 100, number % 100);
}

} // namespace

HourBook::HourBook(QVector<HourSetting> settings) : m_settings(std::move(settings))
{
    std::stable_sort(m_settings.begin(), m_settings.end(), [](const HourSetting &a, const HourSetting &b) { return a.from < b.from; });
}

const HourSetting *HourBook::ruling(const QString &login, QDate day) const
{
    const auto last = [&](const QString &whose) -> const HourSetting * {
        for (auto it = m_settings.crbegin(); it != m_settings.crend(); ++it)
            if (it->login == whose && it->from <= day)
                return it->at ? &*it : nullptr;
        return nullptr;
    };
    if (!login.isEmpty())
        if (const HourSetting *own = last(login))
            return own;
    return last(QString());
}

std::optional<HourSpan> HourBook::on(const QString &login, QDate day, const QString &zone) const
{
    const HourSetting *setting = ruling(login, day);
    if (!setting)
        return std::nullopt;
    const auto begin = zones::instantOf(day, *setting->at, zone);
    return begin ? std::optional(HourSpan::from(*begin)) : std::nullopt;
}

Result<HourBook> readHours(Connection &db, RooftopId rooftop)
{
    BEBACK_TRY(select, db.statement("hour/settings"));
    BEBACK_CHECK(select.bind(":rooftop_id", rooftop).exec());
    QVector<HourSetting> settings;
    while (select.next()) {
        Columns c = select.columns();
        HourSetting setting;
        setting.login = c.text();
        setting.from = dayOf(c.integer());
        if (const int minute = c.integer(); minute != None)
            setting.at = QTime(minute / 60, minute % 60);
        setting.by = c.text();
        setting.setAt = c.instant();
        settings << setting;
    }
    BEBACK_CHECK(select.finished());
    return HourBook(std::move(settings));
}

Result<void> writeHour(Connection &db, RooftopId rooftop, const HourSetting &setting)
{
    return db.inTransaction("hour", [&]() -> Result<void> {
        BEBACK_TRY(put, db.statement("hour/setting_put"));
        put.bind(":rooftop_id", rooftop).bind(":login", setting.login).bind(":from_day", numberOf(setting.from));
        put.bind(":minute", setting.at ? setting.at->hour() * 60 + setting.at->minute() : None).bind(":set_by", setting.by);
        if (db.engine() == Engine::Sqlite)
            put.bind(":set_at", setting.setAt);
        return put.exec();
    });
}

} // namespace beback
