#include "ui/charts/chart_export.h"

#include "core/report/report_file.h"

#include <QBuffer>
#include <QFileDialog>
#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

namespace beback::ui {

namespace {

class DialogAsker final : public SaveAsker
{
public:
    void ask(QWidget *over, const QString &title, const QString &name, const QString &filter, std::function<void(const QString &)> then) override
    {
        auto *dialog = new QFileDialog(over, title, QString(), filter);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QFileInfo(name).suffix());
        dialog->selectFile(name);
        QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [then = std::move(then)](const QString &path) { then(path); });
        dialog->open();
    }
};

Result<QString> written(const QString &path, const FileMaker &make)
{
    BEBACK_TRY(content, make());
    BEBACK_CHECK(writeReport(path, content));
    return QFileInfo(path).fileName();
}

} // namespace

QFuture<Result<QString>> writeLater(const QString &path, const FileMaker &make)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    QFuture<Result<QString>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, path, make] {
        promise->start();
        promise->addResult(written(path, make));
        promise->finish();
    });
    return future;
}

std::shared_ptr<SaveAsker> dialogAsker()
{
    return std::make_shared<DialogAsker>();
}

QByteArray pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace beback::ui
