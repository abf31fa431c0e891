#include "core/report/report_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace beback {

Result<void> writeReport(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    const QString said = QCoreApplication::translate("beback", "The file “%1” cannot be written: %2. Choose another folder, or make room there.");
    return Error{Code::Unavailable, said.arg(QDir::toNativeSeparators(path), file.errorString()), {}};
}

} // namespace beback
