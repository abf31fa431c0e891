// Words passed on to another store, or taken from one.
#include "core/desk/deliver.h"
#include "ui/words/words_room.h"

#include <QFileInfo>

namespace beback::ui {

void WordsRoom::passOn()
{
    m_chooser->folder(this, tr("Where the words are written"), [this](const QString &folder) {
        deliver(m_desk.exportWords(folder), this, [this, folder](const Result<int> &files) {
            if (files)
                Q_EMIT said(tr("%n files written to %1.", nullptr, *files).arg(folder));
            else
                fail(tr("The words were not written"), files.error());
        });
    });
}

void WordsRoom::takeIn()
{
    m_chooser->files(this, tr("Files of words"), tr("Files of words (*.txt *.json)"), [this](const QStringList &paths) {
        QStringList names;
        for (const QString &path : paths)
            names << QFileInfo(path).fileName();
        const QString reason = tr("Read from %1").arg(names.join(QStringLiteral(", ")));
        deliver(m_desk.readWords(paths), this, [this, reason](const Result<QVector<WordWish>> &read) {
            if (!read)
                return fail(tr("Nothing was changed"), read.error());
            if (read->isEmpty())
                return Q_EMIT said(tr("Nothing in them is different from the words here."));
            QVector<WordWish> wishes = *read;
            for (WordWish &wish : wishes)
                wish.reason = reason;
            deliver(m_desk.sayWords(wishes), this, [this, changed = wishes.size()](const Result<void> &answer) {
                if (!answer)
                    return fail(tr("Nothing was changed"), answer.error());
                Q_EMIT said(tr("%n changed. Everybody uses it from now on.", nullptr, int(changed)));
                refresh();
            });
        });
    });
}

} // namespace beback::ui
