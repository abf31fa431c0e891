// How the intake room brings things in: files chosen or dropped, the watched folder, what is tried again.
#include "core/desk/deliver.h"
#include "ui/intake/import_report.h"
#include "ui/intake/intake_room.h"
#include "ui/intake/mapping_pane.h"
#include "ui/intake/quarantine_panel.h"
#include "ui/lead/lead_panes.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QDragEnterEvent>
#include <QMimeData>

namespace beback::ui {

namespace {

const QString FolderKey = QStringLiteral("intake/watched-folder");

QStringList filesOf(const QMimeData *mime)
{
    QStringList paths;
    const QList<QUrl> urls = mime->urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace

void IntakeRoom::connectQuarantine()
{
    connect(m_quarantine, &QuarantinePanel::contentAsked, this, [this](QuarantineId id) {
        deliver(m_desk.quarantineContent(id), this, [this, id](const Result<QuarantineContent> &content) {
            if (content)
                m_quarantine->showContent(id, *content);
            else
                showProblem(tr("What was set aside cannot be read"), content.error().message);
        });
    });
    connect(m_quarantine, &QuarantinePanel::retryAsked, this, [this](QuarantineId id, const QString &content) {
        deliver(m_desk.retryQuarantined(id, content), this, [this](const Result<IntakeReport> &report) {
            if (!report)
                return m_quarantine->showRefusal(report.error().message);
            if (report->quarantined > 0 && !report->items.isEmpty())
                m_quarantine->showRefusal(report->items.last().reason);
            else
                Q_EMIT said(tr("Taken: %1").arg(report->items.isEmpty() ? QString() : report->items.first().name));
            refresh();
        });
    });
    connect(m_quarantine, &QuarantinePanel::discardAsked, this, [this](QuarantineId id, const QString &source) {
        auto *pane = new TextPane(window(), {tr("Discard what was set aside"), tr("%1 will not become a lead. The reason is kept.").arg(source),
                                             tr("Why"), tr("Discard"), tr("Say why it may go.")}, true);
        pane->setSuggestions({tr("No customer in it"), tr("A test of the sender"), tr("Entered by hand already")});
        pane->setDanger(true);
        connect(pane, &TextPane::done, this, [this, id, pane](const QString &reason) {
            pane->finish();
            deliver(m_desk.discardQuarantined(id, reason), this, [this](const Result<void> &done) {
                if (!done)
                    return showProblem(tr("Not discarded"), done.error().message);
                Q_EMIT said(tr("Discarded."));
                refresh();
            });
        });
        pane->open();
    });
}

void IntakeRoom::begin()
{
    setFolder(m_seams.memory->value(FolderKey).toString(), false);
    refresh();
}

void IntakeRoom::refresh()
{
    deliver(m_desk.quarantine(), this, [this](const Result<QVector<QuarantineEntry>> &entries) {
        if (entries)
            showQuarantine(*entries);
        else
            showProblem(tr("What was set aside cannot be read"), entries.error().message);
    });
}

void IntakeRoom::chooseFiles()
{
    m_seams.chooser->files(window(), tr("Bring in leads"), tr("Leads (*.xml *.adf *.eml *.csv *.txt);;All files (*)"),
                           [this](const QStringList &paths) { bringIn(paths); });
}

void IntakeRoom::bringIn(const QStringList &paths)
{
    if (m_importing || paths.isEmpty())
        return;
    for (const QString &path : paths)
        if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
            return askMapping(paths, path);
    run(paths, std::nullopt);
}

// The first CSV file decides the columns for all of them; a file is read away from the window's thread.
void IntakeRoom::askMapping(const QStringList &paths, const QString &csv)
{
    deliver(previewLater(csv), this, [this, paths, csv](const Result<CsvPreview> &preview) {
        if (!preview)
            return showProblem(tr("%1 cannot be read").arg(csv), preview.error().message);
        m_mapping = new MappingPane(window(), csv, *preview, m_seams.memory);
        connect(m_mapping, &MappingPane::done, this, [this, paths](const CsvMapping &mapping) {
            m_mapping->finish();
            run(paths, mapping);
        });
        m_mapping->open();
    });
}

void IntakeRoom::run(const QStringList &paths, const std::optional<CsvMapping> &mapping)
{
    setImporting(true);
    deliver(m_desk.importFiles(paths, mapping), this, [this](const Result<IntakeReport> &report) {
        setImporting(false);
        if (!report)
            return showProblem(tr("The import did not go through"), report.error().message);
        showReport(*report);
        m_tabs->setCurrentIndex(0);
        refresh();
        Q_EMIT said(tr("%n new leads", nullptr, report->accepted));
        Q_EMIT imported(*report);
    });
}

void IntakeRoom::chooseFolder()
{
    m_seams.chooser->folder(window(), tr("Choose a folder to watch"), [this](const QString &path) { setFolder(path, true); });
}

void IntakeRoom::setFolder(const QString &path, bool tell)
{
    m_folder->setText(path.isEmpty() ? tr("none") : path);
    m_changeFolder->setText(path.isEmpty() ? tr("Choose…") : tr("Change…"));
    m_noFolder->setVisible(!path.isEmpty());
    if (!tell && path.isEmpty())
        return;
    deliver(m_desk.watchFolder(path), this, [this, path, tell](const Result<void> &done) {
        if (!done)
            return showProblem(tr("The folder cannot be watched"), done.error().message);
        m_seams.memory->keep(FolderKey, path.isEmpty() ? QVariant() : QVariant(path));
        if (tell)
            Q_EMIT said(path.isEmpty() ? tr("No folder is watched now.") : tr("Watching %1").arg(path));
    });
}

void IntakeRoom::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_importing || filesOf(event->mimeData()).isEmpty())
        return;
    m_dragging = true;
    update();
    event->acceptProposedAction();
}

void IntakeRoom::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dragging = false;
    update();
}

void IntakeRoom::dropEvent(QDropEvent *event)
{
    m_dragging = false;
    update();
    bringIn(filesOf(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace beback::ui
