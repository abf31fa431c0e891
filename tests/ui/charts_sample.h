#pragma once

#include "core/report/chart.h"

#include <QImage>
#include <QSet>

#include <algorithm>
#include <tuple>

// Charts with made-up numbers, one of each shape, and leads behind them.
namespace beback::test {

inline constexpr Instant At{qint64(1794844800) * 1000000}; // 2026-11-16, 16:00 UTC

inline CustomerId customer(int n)
{
    return CustomerId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 2));
}

inline LeadId leadId(int n)
{
    return LeadId(QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 4));
}

inline ChartLead lead(int n)
{
    ChartLead one;
    one.customer = customer(n);
    one.lead = leadId(n);
    one.name = QStringLiteral("Customer %1").arg(n);
    one.vehicle = QStringLiteral("2024 CR-V EX-L");
    one.owner = QStringLiteral("Luis Ortega");
    one.openDays = n;
    one.untouchedDays = n % 2 ? n : -1;
    one.attempts = 2;
    one.status = QStringLiteral("open");
    one.marks = QStringLiteral("c- e-");
    one.nextStep = QStringLiteral("Call, overdue 17 d");
    one.overdue = true;
    return one;
}

inline QVector<LeadId> leadIds(int count, int from = 1)
{
    QVector<LeadId> ids;
    for (int n = from; n < from + count; ++n)
        ids << leadId(n);
    return ids;
}

// So many leads with so many attempts, by what came of them: as in the picture.
inline Chart attempts()
{
    const QVector<QVector<int>> counts = {{3, 7, 10, 14, 17, 18, 12, 8, 5, 3, 2, 1, 1}, {0, 2, 3, 6, 10, 14, 11, 8, 6, 3, 2, 1, 1}, {0, 0, 1, 2, 4, 6, 6, 5, 3, 2, 1, 1, 0}};
    Chart chart;
    chart.id = QStringLiteral("attempts-per-lead");
    chart.says = QStringLiteral("79 of 199 leads have fewer than 5 attempts");
    chart.beneath = QStringLiteral("Attempts per lead, open leads");
    chart.counted = QStringLiteral("A lead counts once.");
    chart.axis = QStringLiteral("attempts made");
    chart.minimum = 5;
    chart.minimumText = QStringLiteral("79 leads under the minimum of 5");
    chart.minimumShorter = {QStringLiteral("79 under the minimum"), QStringLiteral("79 under")};
    const QStringList keys{QStringLiteral("never"), QStringLiteral("reached"), QStringLiteral("visit")};
    const QStringList names{QStringLiteral("Never reached"), QStringLiteral("Reached"), QStringLiteral("Visit set")};
    int from = 1;
    for (int series = 0; series < 3; ++series) {
        ChartSeries one{keys[series], names[series], {}};
        for (int i = 0; i < counts[series].size(); ++i) {
            ChartMark mark;
            mark.key = QString::number(i);
            mark.label = i == 12 ? QStringLiteral("12+") : mark.key;
            mark.count = counts[series][i];
            mark.value = mark.count;
            mark.leads = leadIds(mark.count, from);
            from += mark.count;
            one.marks << mark;
        }
        chart.series << one;
    }
    return chart;
}

inline ChartMark share(const QString &key, int count, int of)
{
    ChartMark mark;
    mark.key = mark.label = key;
    mark.count = count;
    mark.of = of;
    mark.value = of > 0 ? double(count) / of : 0;
    mark.tooFew = of < 30;
    if (!mark.tooFew) {
        mark.low = std::max(0.0, mark.value - 0.09);
        mark.high = std::min(1.0, mark.value + 0.11);
    }
    mark.leads = leadIds(count);
    return mark;
}

inline Chart reached()
{
    Chart chart;
    chart.id = QStringLiteral("reached-by-attempt");
    chart.says = QStringLiteral("Of every 65 people reached, 36 needed a third attempt or more");
    chart.beneath = QStringLiteral("Reached so far, by attempt, 90 days");
    chart.axis = QStringLiteral("attempt number");
    chart.shape = Chart::Shape::Line;
    chart.isShare = true;
    ChartSeries one{QStringLiteral("reached"), QStringLiteral("Reached"), {}};
    for (int i = 1; i <= 8; ++i)
        one.marks << share(QString::number(i), i == 8 ? 2 : 12 + 4 * i, i == 8 ? 5 : 65);
    chart.series << one;
    return chart;
}

inline Chart hours()
{
    Chart chart;
    chart.id = QStringLiteral("answers-by-hour");
    chart.says = QStringLiteral("From 5 to 7 pm twice as many answer as at 9 am");
    chart.beneath = QStringLiteral("Calls answered by hour and weekday");
    chart.axis = QStringLiteral("% of calls answered, customer's time");
    chart.shape = Chart::Shape::Heat;
    chart.isShare = true;
    ChartSeries one{QStringLiteral("answered"), QStringLiteral("Answered"), {}};
    for (const char *day : {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat"})
        for (int hour = 9; hour <= 18; ++hour) {
            ChartMark mark = share(QStringLiteral("%1-%2").arg(QString::fromLatin1(day).toLower()).arg(hour), hour, hour == 18 ? 20 : 60);
            mark.label = hour == 9 ? QStringLiteral("9 am") : QString::number(hour > 12 ? hour - 12 : hour);
            mark.row = QString::fromLatin1(day);
            one.marks << mark;
        }
    chart.series << one;
    return chart;
}

inline Chart people()
{
    Chart chart;
    chart.id = QStringLiteral("under-minimum-by-person");
    chart.says = QStringLiteral("Luis Ortega holds 21 of the 79 leads under the minimum");
    chart.beneath = QStringLiteral("Leads under 5 attempts, of all they hold");
    chart.shape = Chart::Shape::Rows;
    ChartSeries one{QStringLiteral("under"), QStringLiteral("Under the minimum"), {}};
    for (const auto &[name, under, of] : {std::tuple("Luis Ortega", 21, 33), std::tuple("Marcus Oyelaran", 15, 29), std::tuple("Dana Whitfield", 0, 28)}) {
        ChartMark mark;
        mark.key = QString::fromLatin1(name).section(QLatin1Char(' '), 0, 0).toLower();
        mark.label = QString::fromLatin1(name);
        mark.count = under;
        mark.value = under;
        mark.of = of;
        mark.leads = leadIds(under);
        one.marks << mark;
    }
    chart.series << one;
    return chart;
}

inline Chart media()
{
    Chart chart;
    chart.id = QStringLiteral("media");
    chart.says = QStringLiteral("Texts are answered most");
    chart.axis = QStringLiteral("medium");
    chart.isShare = true;
    ChartSeries one{QStringLiteral("answered"), QStringLiteral("Answered"), {share(QStringLiteral("Call"), 14, 65), share(QStringLiteral("Text"), 30, 90), share(QStringLiteral("Note"), 1, 4)}};
    chart.series << one;
    return chart;
}

inline ChartPage page()
{
    ChartPage all;
    all.at = At;
    all.charts = {attempts(), people(), reached(), hours(), media()};
    all.choices.people = {{QStringLiteral("luis"), QStringLiteral("Luis Ortega")}};
    all.choices.plans = {{QStringLiteral("internet"), QStringLiteral("Internet lead")}};
    all.choices.sources = {{QStringLiteral("Website"), QStringLiteral("Website")}};
    return all;
}

inline int colorsIn(const QImage &image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 0; x < image.width(); x += 2)
            colors.insert(image.pixel(x, y));
    return int(colors.size());
}

} // namespace beback::test
