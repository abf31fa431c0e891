#include "core/report/report_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace beback {

Result<void> writeReport(const QString &path, const QByteArray &content)
{
    // A report takes the place of what is there: of a device or a pipe that would be the end of it.
    if (const QFileInfo there(path); there.exists() && !there.isFile())
        return Error{Code::Invalid, QCoreApplication::translate("beback", "“%1” is no file. Name a file to write to.").arg(QDir::toNativeSeparators(path)), {}};
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    const QString said = QCoreApplication::translate("beback", "The file “%1” cannot be written: %2. Choose another folder, or make room there.");
    return Error{Code::Unavailable, said.arg(QDir::toNativeSeparators(path), file.errorString()), {}};
}

} // namespace beback
