#include "core/desk/key_shelf.h"

#include <QMutex>

namespace beback {

namespace {

QMutex mutex;
std::shared_ptr<KeyShelf> used;

} // namespace

void KeyShelf::use(std::shared_ptr<KeyShelf> shelf)
{
    const QMutexLocker lock(&mutex);
    used = std::move(shelf);
}

std::shared_ptr<KeyShelf> KeyShelf::inUse()
{
    const QMutexLocker lock(&mutex);
    return used;
}

} // namespace beback
