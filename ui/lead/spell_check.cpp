#include "ui/lead/spell_check.h"

#include "core/words/speller.h"

#include <QCoreApplication>
#include <QMutex>
#include <QPointer>
#include <QThreadPool>

namespace beback::ui {

// Lives as long as a job that uses it.
struct SpellCheck::Shared {
    QMutex mutex; // one at a time: a dictionary is nobody else's while it is asked
    std::unique_ptr<Dictionary> dictionary;
    QMutex wantedMutex;
    int wanted = 0;
    void want(int number)
    {
        const QMutexLocker lock(&wantedMutex);
        wanted = number;
    }
    bool isWanted(int number)
    {
        const QMutexLocker lock(&wantedMutex);
        return wanted == number;
    }
};

SpellCheck::SpellCheck(QObject *parent) : QObject(parent), m_shared(std::make_shared<Shared>()) {}

SpellCheck::~SpellCheck()
{
    m_shared->want(-1);
}

void SpellCheck::ask(const Message &message, const MessageFacts &facts)
{
    const int mine = ++m_asked;
    m_shared->want(mine);
    QThreadPool::globalInstance()->start([shared = m_shared, self = QPointer<SpellCheck>(this), mine, message, facts] {
        const QMutexLocker lock(&shared->mutex);
        if (!shared->isWanted(mine))
            return;
        if (!shared->dictionary) {
            shared->dictionary = std::make_unique<Dictionary>();
            shared->dictionary->open();
        }
        QVector<Finding> misspelled;
        for (const Finding &finding : checkMessage(message, facts, shared->dictionary.get()))
            if (finding.kind == Finding::Kind::Spelling)
                misspelled << finding;
        // Only the window's thread knows whether it is still there.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, mine, body = message.body, misspelled] {
            if (self && self->m_asked == mine)
                Q_EMIT self->found(body, misspelled);
        }, Qt::QueuedConnection);
    });
}

} // namespace beback::ui
