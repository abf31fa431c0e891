#include "core/desk/desk.h"
#include "tests/support/sample_views.h"
#include "tests/ui/screens/stage.h"
#include "ui/intake/intake_room.h"
#include "ui/intake/mapping_pane.h"
#include "ui/intake/quarantine_panel.h"
#include "ui/lead/add_lead_pane.h"
#include "ui/lead/lead_panes.h"
#include "ui/lead/wish_panes.h"
#include "ui/shell/first_run.h"
#include "ui/shell/search_panel.h"
#include "ui/shell/sign_in.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented_control.h"

#include <QTemporaryFile>

namespace beback::screens {

using namespace beback::ui;

namespace {

void shootPane(Stage &stage, Pane *pane, const QString &name, bool refused = false)
{
    pane->open();
    if (refused)
        pane->accept();
    stage.shoot(name);
    pane->finish();
    Stage::settle();
}

void shootPanes(Stage &stage)
{
    QWidget *host = &stage.window();
    const QString elena = QStringLiteral("Elena Vasquez");
    shootPane(stage, new AddLeadPane(host), QStringLiteral("pane-add-lead"));
    shootPane(stage, new AddLeadPane(host), QStringLiteral("pane-add-lead-refused"), true);
    shootPane(stage, new AppointmentPane(host, elena, stage.clock(), samples::zone(), QStringLiteral("America/Denver")),
              QStringLiteral("pane-appointment"));
    shootPane(stage, new ReplyPane(host, elena, Medium::Text), QStringLiteral("pane-reply"));
    Wish evenings;
    evenings.text = QStringLiteral("Text me, I cannot talk at work. Evenings are best.");
    evenings.medium = Medium::Text;
    evenings.after = QTime(18, 0);
    shootPane(stage, new WishPane(host, elena, evenings), QStringLiteral("pane-wish"));
    shootPane(stage, new ConsentPane(host, elena, QStringLiteral("I agree to receive calls and texts at this number.")), QStringLiteral("pane-consent"), true);
    shootPane(stage, new PointPane(host, elena, samples::call().points.first()), QStringLiteral("pane-point"));
    shootPane(stage, new RefusePane(host, elena, std::nullopt), QStringLiteral("pane-stop-contacting"), true);
    auto *skip = new TextPane(host, {QStringLiteral("Skip this step"), QStringLiteral("Elena Vasquez goes on to the next step of the plan."),
                                     QStringLiteral("Why"), QStringLiteral("Skip and next"), QStringLiteral("A skip needs a reason.")}, true);
    skip->setSuggestions({QStringLiteral("Talked to them elsewhere"), QStringLiteral("They are away")});
    shootPane(stage, skip, QStringLiteral("pane-skip"), true);
    CsvPreview preview;
    preview.heads = {QStringLiteral("First Name"), QStringLiteral("Last Name"), QStringLiteral("Phone"), QStringLiteral("E-Mail Address"),
                     QStringLiteral("Vehicle")};
    preview.rows = {{QStringLiteral("Elena"), QStringLiteral("Vasquez"), QStringLiteral("505-555-0142"), QStringLiteral("elena.vasquez@example.com"),
                     QStringLiteral("2024 CR-V")},
                    {QStringLiteral("Robert"), QStringLiteral("Tran"), QStringLiteral("316-555-0120"), {}, QStringLiteral("2022 F-150")}};
    shootPane(stage, new MappingPane(host, QStringLiteral("/home/priya/monday.csv"), preview, stage.quiet().memory), QStringLiteral("pane-columns"));
    stage.window().act(Act::Keys);
    stage.shoot(QStringLiteral("pane-keys"));
    if (Pane *sheet = stage.window().pane())
        sheet->finish();
    Stage::settle();
}

} // namespace

bool shootAround(Stage &stage)
{
    shootPanes(stage);
    stage.window().act(Act::Search);
    auto *field = stage.window().findChild<SearchField *>(QStringLiteral("search.field"));
    auto *panel = stage.window().findChild<SearchPanel *>();
    field->setText(QStringLiteral("ele"));
    Stage::settle();
    panel->showHits(QStringLiteral("ele"), samples::hits());
    stage.shoot(QStringLiteral("search-hits"));
    field->setText(QStringLiteral("zzz"));
    Stage::settle();
    panel->showHits(QStringLiteral("zzz"), {});
    stage.shoot(QStringLiteral("search-nobody"));
    panel->leave();
    stage.window().enter(MainWindow::Room::LeadsIn);
    stage.shoot(QStringLiteral("leads-in-empty"));
    IntakeRoom &intake = stage.window().intake();
    intake.showReport(samples::report());
    intake.showQuarantine(samples::quarantine());
    stage.shoot(QStringLiteral("leads-in-report"));
    auto *aside = stage.window().findChild<QuarantinePanel *>();
    {
        const QSignalBlocker quiet(aside); // the desk knows nothing of what is made up here
        stage.window().findChild<SegmentedControl *>(QStringLiteral("intake.tabs"))->setCurrentIndex(1);
    }
    aside->showContent(samples::quarantine().first().id, samples::quarantined());
    stage.shoot(QStringLiteral("leads-in-set-aside"));
    stage.window().enter(MainWindow::Room::Settings);
    stage.shoot(QStringLiteral("settings"));
    stage.window().enter(MainWindow::Room::Work);
    return !stage.failed();
}

namespace {

bool grab(QWidget &page, const QString &folder, const QString &name, const QString &suffix)
{
    page.show();
    Stage::settle();
    return page.grab().save(folder + QLatin1Char('/') + name + QLatin1Char('-') + suffix + QStringLiteral(".png"));
}

} // namespace

bool shootArrival(const QString &folder, const QString &suffix)
{
    const QSize size(1366, 768);
    test::QuietSeams quiet;
    FirstRun first(quiet.seams());
    first.resize(size);
    bool ok = grab(first, folder, QStringLiteral("first-run"), suffix);
    first.showEmptyForm();
    ok &= grab(first, folder, QStringLiteral("first-run-store"), suffix);
    SignIn who;
    who.resize(size);
    who.show(samples::rooftop().name, samples::agents(), QStringLiteral("priya"));
    ok &= grab(who, folder, QStringLiteral("who-is-at-the-desk"), suffix);
    StoreProblem problem;
    problem.resize(size);
    problem.show({Code::Newer, QStringLiteral("It was not opened and not changed. Version 2.3 or later reads it; this is 2.1."), {}},
                 QStringLiteral("/home/priya/beback.beback"));
    ok &= grab(problem, folder, QStringLiteral("problem-newer-file"), suffix);
    problem.show({Code::Corrupt, QStringLiteral("Page 12 does not read back as it was written. The file was not changed. Restore the last backup."), {}},
                 QStringLiteral("/home/priya/beback.beback"));
    ok &= grab(problem, folder, QStringLiteral("problem-damaged-file"), suffix);
    return ok;
}

} // namespace beback::screens
