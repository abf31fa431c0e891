#include "ui/intake/intake_room.h"

#include "ui/intake/import_report.h"
#include "ui/intake/quarantine_panel.h"
#include "ui/style/paint.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QStackedWidget>

namespace beback::ui {

IntakeRoom::IntakeRoom(Desk &desk, const Clock &clock, Seams seams, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_clock(clock), m_seams(std::move(seams))
{
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(10);
    buildHead(column);
    buildFolder(column);
    column->addWidget(new Rule);
    m_tabs = new SegmentedControl;
    m_tabs->setObjectName(QStringLiteral("intake.tabs"));
    m_tabs->setAccessibleName(tr("What is shown"));
    m_tabs->addSegment({tr("Last import"), {}, {}, {}, {}, false});
    m_tabs->addSegment({tr("Set aside"), {}, {}, {}, {}, false});
    m_tabs->setCurrentIndex(0);
    column->addWidget(m_tabs, 0, Qt::AlignLeft);
    m_report = new ImportReport;
    m_quarantine = new QuarantinePanel;
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_report);
    m_stack->addWidget(m_quarantine);
    column->addWidget(m_stack, 1);
    connectParts();
    setImporting(false);
}

void IntakeRoom::buildHead(QVBoxLayout *column)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(new TextLabel(tr("Leads in"), Type::Name));
    auto *how = new TextLabel(tr("ADF, e-mail and CSV files: choose them, or drop them anywhere here. Taking a file twice changes nothing."),
                              Type::Body, Ink::Muted);
    how->setWordWrap(true);
    texts->addWidget(how);
    head->addLayout(texts, 1);
    m_add = new KeyButton(QStringLiteral("list-add"), tr("Add a lead by hand"), {});
    m_add->setTall(true);
    m_add->setObjectName(QStringLiteral("intake.add"));
    m_files = new KeyButton(QStringLiteral("document-open"), tr("Bring in files…"), {});
    m_files->setTall(true);
    m_files->setLook(ButtonLook::Primary);
    m_files->setObjectName(QStringLiteral("intake.files"));
    head->addWidget(m_add, 0, Qt::AlignTop);
    head->addWidget(m_files, 0, Qt::AlignTop);
    column->addLayout(head);
    m_problem = new Banner(Tone::Danger);
    m_problem->setObjectName(QStringLiteral("intake.problem"));
    m_problem->hide();
    column->addWidget(m_problem);
    m_running = new QWidget;
    auto *running = new QHBoxLayout(m_running);
    running->setContentsMargins(0, 0, 0, 0);
    running->setSpacing(8);
    m_bar = new QProgressBar;
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(scaled(160));
    m_bar->setAccessibleName(tr("Import running"));
    m_progress = new TextLabel(Type::Body);
    m_cancel = new KeyButton({}, tr("Stop after this batch"), {});
    m_cancel->setObjectName(QStringLiteral("intake.cancel"));
    running->addWidget(m_bar);
    running->addWidget(m_progress, 1);
    running->addWidget(m_cancel);
    column->addWidget(m_running);
}

void IntakeRoom::buildFolder(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new TextLabel(tr("Watched folder"), Type::Label, Ink::Muted));
    m_folder = new ElidedLabel(Type::Label);
    m_changeFolder = new LinkButton;
    m_changeFolder->setObjectName(QStringLiteral("intake.folder"));
    m_noFolder = new LinkButton(tr("Stop watching"));
    row->addWidget(m_folder);
    row->addWidget(m_changeFolder);
    row->addWidget(m_noFolder);
    row->addStretch();
    column->addLayout(row);
}

void IntakeRoom::connectParts()
{
    connect(m_files, &KeyButton::clicked, this, &IntakeRoom::chooseFiles);
    connect(m_add, &KeyButton::clicked, this, &IntakeRoom::addAsked);
    connect(m_cancel, &KeyButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_desk.cancelImport();
    });
    connect(m_changeFolder, &LinkButton::clicked, this, &IntakeRoom::chooseFolder);
    connect(m_noFolder, &LinkButton::clicked, this, [this] { setFolder({}, true); });
    connect(m_tabs, &SegmentedControl::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_problem, &Banner::acted, m_problem, &QWidget::hide);
    connect(m_report, &ImportReport::lookAsked, this, &IntakeRoom::lookAsked);
    connect(m_report, &ImportReport::asideAsked, this, [this] { m_tabs->setCurrentIndex(1); });
    connect(&m_desk, &Desk::importProgress, this, [this](int done, int, int quarantined) {
        if (m_importing)
            m_progress->setText(quarantined ? tr("%n leads read", nullptr, done) + tr(", %n set aside", nullptr, quarantined)
                                            : tr("%n leads read", nullptr, done));
    });
    connectQuarantine();
}

void IntakeRoom::showFolderTrouble(const QString &sentence)
{
    if (sentence.isEmpty())
        m_problem->hide();
    else
        showProblem(tr("Nothing is taken from the watched folder"), sentence);
}

void IntakeRoom::setZone(const QString &zone)
{
    m_quarantine->setZone(zone, &m_clock);
}

void IntakeRoom::setImporting(bool importing)
{
    m_importing = importing;
    m_running->setVisible(importing);
    m_cancel->setEnabled(importing);
    m_files->setEnabled(!importing);
    m_progress->setText(importing ? tr("Reading the files.") : QString());
}

void IntakeRoom::showReport(const IntakeReport &report)
{
    m_report->show(report);
}

void IntakeRoom::showQuarantine(const QVector<QuarantineEntry> &entries)
{
    m_quarantine->show(entries);
    m_tabs->setSegmentText(1, entries.isEmpty() ? tr("Set aside") : tr("Set aside: %1").arg(entries.size()));
}

void IntakeRoom::showProblem(const QString &heading, const QString &sentence)
{
    m_problem->setText(heading, sentence);
    m_problem->setButton(tr("Close"));
    m_problem->show();
}

void IntakeRoom::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = Theme::current();
    p.fillRect(rect(), m_dragging ? theme.accentSoft : theme.surface);
    if (!m_dragging)
        return;
    p.setPen(QPen(theme.accent, 2, Qt::DashLine));
    p.drawRect(rect().adjusted(4, 4, -5, -5));
}

} // namespace beback::ui
