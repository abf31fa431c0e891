#include "ui/charts/chart_export.h"

#include <QBuffer>
#include <QFileDialog>
#include <QFileInfo>

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

} // namespace

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
