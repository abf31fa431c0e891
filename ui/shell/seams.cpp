#include "ui/shell/seams.h"

#include "ui/shell/desktop_keyring.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QProcess>
#include <QSet>
#include <QSettings>
#include <QTimer>

#include <chrono>

namespace beback::ui {

namespace {

class DialogChooser final : public FileChooser
{
public:
    void files(QWidget *over, const QString &title, const QString &filter,
               std::function<void(const QStringList &)> then) override
    {
        auto *dialog = new QFileDialog(over, title, QString(), filter);
        dialog->setFileMode(QFileDialog::ExistingFiles);
        ask(dialog, std::move(then));
    }
    void folder(QWidget *over, const QString &title, std::function<void(const QString &)> then) override
    {
        auto *dialog = new QFileDialog(over, title);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        ask(dialog, [then = std::move(then)](const QStringList &chosen) { then(chosen.first()); });
    }

private:
    static void ask(QFileDialog *dialog, std::function<void(const QStringList &)> then)
    {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &QFileDialog::filesSelected, dialog, [then = std::move(then)](const QStringList &chosen) {
            if (!chosen.isEmpty())
                then(chosen);
        });
        dialog->open();
    }
};

// QDesktopServices says yes as soon as xdg-open was started, whatever came of it. Which programs there are is asked of the
// desktop beforehand, so that nobody waits: xdg-mime prints nothing where there is none.
class DesktopOpener final : public Opener
{
public:
    DesktopOpener()
    {
        QTimer::singleShot(std::chrono::seconds(2), &m_queries, [this] { // the start is for the window
            for (const char *scheme : {"tel", "sms", "mailto"})
                look(QLatin1String(scheme));
        });
    }
    bool open(const QUrl &url) override
    {
        if (!m_unknown.contains(url.scheme()))
            return QDesktopServices::openUrl(url);
        look(url.scheme()); // installed meanwhile? then the next time
        return false;
    }

private:
    void look(const QString &scheme)
    {
        auto *query = new QProcess(&m_queries);
        QObject::connect(query, &QProcess::finished, &m_queries, [this, query, scheme](int status) {
            if (query->readAllStandardOutput().trimmed().isEmpty() && status != 127)
                m_unknown.insert(scheme);
            else
                m_unknown.remove(scheme);
            query->deleteLater();
        });
        QObject::connect(query, &QProcess::errorOccurred, query, &QObject::deleteLater); // no xdg-mime: nothing is known
        query->start(QStringLiteral("xdg-mime"), {QStringLiteral("query"), QStringLiteral("default"), QStringLiteral("x-scheme-handler/") + scheme});
    }

    QObject m_queries;
    QSet<QString> m_unknown;
};

class PrinterPaper final : public Paper
{
public:
    void print(QWidget *over, const NoteCard &card) override
    {
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setDocName(card.title);
        printer->setFullPage(true); // the margins are the card's own
        printer->setPageSize(QPageSize(NoteCardInches.transposed(), QPageSize::Inch, {}, QPageSize::FuzzyMatch));
        printer->setPageOrientation(QPageLayout::Landscape);
        auto *dialog = new QPrintDialog(printer.get(), over);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, qOverload<>(&QPrintDialog::accepted), dialog, [printer, card] {
            QPainter painter(printer.get());
            paintWords(painter, card, printer->resolution());
            if (!card.to.isEmpty() && printer->newPage())
                paintAddresses(painter, card, printer->resolution());
        });
        dialog->open();
    }
    void copy(const QString &text, const QString &html) override
    {
        auto *both = new QMimeData;
        both->setText(text);
        if (!html.isEmpty())
            both->setHtml(html);
        QGuiApplication::clipboard()->setMimeData(both);
    }
};

class SettingsMemory final : public Memory
{
public:
    QVariant value(const QString &key, const QVariant &fallback) const override { return m_settings.value(key, fallback); }
    void keep(const QString &key, const QVariant &value) override
    {
        if (value.isValid())
            m_settings.setValue(key, value);
        else
            m_settings.remove(key);
    }

private:
    QSettings m_settings{QStringLiteral("beback"), QStringLiteral("beback")};
};

} // namespace

Seams Seams::desktop()
{
    return {std::make_shared<DialogChooser>(), std::make_shared<DesktopOpener>(), std::make_shared<PrinterPaper>(),
            std::make_shared<SettingsMemory>(), std::make_shared<DesktopKeyring>()};
}

} // namespace beback::ui
