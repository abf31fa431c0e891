#pragma once

#include "core/desk/desk.h"
#include "ui/shell/seams.h"

#include <QPointer>
#include <QWidget>

class QProgressBar;
class QStackedWidget;
class QVBoxLayout;

namespace beback::ui {

class Banner;
class ElidedLabel;
class ImportReport;
class KeyButton;
class LinkButton;
class MappingPane;
class QuarantinePanel;
class SegmentedControl;
class TextLabel;

// Where leads come in: files by choosing or dropping them, a folder that is watched, one by hand; what came of the last
// import, and what was set aside because it could not be taken.
class IntakeRoom : public QWidget
{
    Q_OBJECT
public:
    IntakeRoom(Desk &desk, const Clock &clock, Seams seams, QWidget *parent = nullptr);

    void setZone(const QString &zone);
    void begin();   // signed in: watches the folder again, reads what is set aside
    void refresh(); // reads what is set aside
    void bringIn(const QStringList &paths);
    void showReport(const IntakeReport &report);
    void showQuarantine(const QVector<QuarantineEntry> &entries);
    void showFolderTrouble(const QString &sentence); // why nothing is taken from it; empty: it works again
    bool isImporting() const { return m_importing; }

Q_SIGNALS:
    void said(const QString &text);
    void addAsked();
    void lookAsked(beback::CustomerId customer, beback::LeadId lead);
    void imported(const beback::IntakeReport &report);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildHead(QVBoxLayout *column);
    void buildFolder(QVBoxLayout *column);
    void connectParts();
    void connectQuarantine();
    void chooseFiles();
    void chooseFolder();
    void setFolder(const QString &path, bool tell);
    void askMapping(const QStringList &paths, const QString &csv);
    void run(const QStringList &paths, const std::optional<CsvMapping> &mapping);
    void setImporting(bool importing);
    void showProblem(const QString &heading, const QString &sentence);

    Desk &m_desk;
    const Clock &m_clock;
    Seams m_seams;
    bool m_importing = false, m_dragging = false;
    KeyButton *m_files, *m_add, *m_cancel;
    QWidget *m_running;
    QProgressBar *m_bar;
    TextLabel *m_progress;
    Banner *m_problem;
    ElidedLabel *m_folder;
    LinkButton *m_changeFolder, *m_noFolder;
    SegmentedControl *m_tabs;
    QStackedWidget *m_stack;
    ImportReport *m_report;
    QuarantinePanel *m_quarantine;
    QPointer<MappingPane> m_mapping;
};

} // namespace beback::ui
