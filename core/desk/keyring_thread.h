#pragma once

class QObject;

namespace beback::keyring_thread {

// Whatever a process asks of its user's keyring is asked in this one thread, by posting to this object, which lives there: the library runs
// one job after the other with no lock of its own (two threads crashed it), and libsecret answers in the thread it was first used in.
// Begins with the first call and ends with the application; what is not answered by then is dropped. Any thread.
QObject *worker();

} // namespace beback::keyring_thread
