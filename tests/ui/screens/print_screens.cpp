// Every chart of the demo world as the page it is printed on, and the Monday page: paper is the same whatever the window looks like.
#include "core/desk/deliver.h"
#include "core/report/chart.h"
#include "core/report/monday.h"
#include "tests/support/sample_views.h"
#include "tests/ui/screens/stage.h"
#include "ui/charts/monday_page.h"
#include "ui/charts/paper_page.h"
#include "ui/charts/report_paper.h"
#include "ui/today/today_paper.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>

#include <cmath>

namespace beback::screens {

namespace {

using namespace beback::ui;

constexpr int Inch = 96, Sharp = 2, MostMs = 20000;

template <class T> std::optional<T> waitFor(const QFuture<Result<T>> &future)
{
    QObject here; // an answer after the last moment finds nobody
    std::optional<T> answer;
    bool done = false;
    deliver(future, &here, [&](const Result<T> &given) {
        done = true;
        if (given)
            answer = *given;
    });
    QElapsedTimer limit;
    limit.start();
    while (!done && limit.elapsed() < MostMs)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    return answer;
}

// The first page as it comes from the printer; what is on those behind it is painted nowhere.
QImage firstPage(const Chart &chart, const ReportHead &head)
{
    const Theme::OnPaper onPaper;
    const QPageLayout layout = paperLayout(QPageLayout::Landscape);
    QImage image(layout.fullRectPixels(Inch).size() * Sharp, QImage::Format_RGB32);
    image.setDevicePixelRatio(Sharp);
    image.fill(Qt::white);
    QPainter painter(&image);
    PaperPage page(&painter, layout.paintRectPixels(Inch), head, [&painter] {
        painter.setClipRect(QRect(0, 0, 0, 0));
        return true;
    });
    writeChart(page, chart, head);
    return image;
}

} // namespace

bool shootPrints(Demo &demo)
{
    const auto page = waitFor(demo.desk.charts(ChartFilter()));
    const auto monday = waitFor(demo.desk.mondayPage());
    const auto today = waitFor(demo.desk.todayPage());
    if (!page || !monday || !today)
        return false;
    const QString store = storeText(samples::rooftop().name, samples::rooftop().city);
    const ReportHead head = reportHead(*page, nullptr, store, samples::zone());
    const auto save = [&](const QString &name, const QImage &image) { return image.save(QStringLiteral("%1/print-%2.png").arg(demo.folder, name)); };
    bool ok = save(QStringLiteral("monday"), mondayPicture(*monday, head));
    ok &= save(QStringLiteral("today"), todayPicture(*today, head));
    for (const Chart &chart : page->charts)
        ok &= save(chart.id, firstPage(chart, reportHead(*page, &chart, store, samples::zone())));
    return ok;
}

} // namespace beback::screens
