#pragma once

#include <QByteArray>
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

QByteArray pngOf(const QImage &picture);

} // namespace beback::ui
