#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>

#include <functional>
#include <memory>

class QWidget;

namespace beback::ui {

// Where a file is to be written; a test answers in the dialog's place. `then` is not called when the person gives up.
class SaveAsker
{
public:
    virtual ~SaveAsker() = default;
    virtual void ask(QWidget *over, const QString &title, const QString &name, const QString &filter, std::function<void(const QString &path)> then) = 0;
};
std::shared_ptr<SaveAsker> dialogAsker();

QByteArray pngOf(const QImage &picture); // any thread

// What is in a file, made in any thread from what it was given: pages and pictures are painted there as well.
using FileMaker = std::function<Result<QByteArray>()>;
// Makes and writes it in a thread of its own: neither a large spreadsheet nor a slow disk holds the window up. The name of the file, once
// it is on the disk; errors: those of `make` and of writeReport().
QFuture<Result<QString>> writeLater(const QString &path, const FileMaker &make);

} // namespace beback::ui
