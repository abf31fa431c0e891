#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>

namespace beback {

class StatementBody;

// The columns of the present row, read one after the other in the order the .sql file lists them.
class Columns
{
public:
    explicit Columns(StatementBody &body) : m_body(body) {}
    QString text();
    QByteArray utf8(); // of a text or of bytes, for JSON
    qint64 int64();
    int integer();
    bool boolean();
    double real();
    Instant instant();
    std::optional<Instant> instantOrNone(); // NULL: none
    template <class IdType> IdType id() { return IdType::fromString(text()); } // null id for NULL
    void skip() { ++m_column; }

private:
    StatementBody &m_body;
    int m_column = 0;
};

// A prepared statement lent by its connection; given back (reset, so that it holds no lock) when it goes out of scope.
// Use one at a time per name. Bound values never reach a log.
class Statement
{
public:
    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    Statement &bind(const char *placeholder, const QString &value); // ":name"; a null string binds ''
    Statement &bind(const char *placeholder, qint64 value);
    Statement &bind(const char *placeholder, int value) { return bind(placeholder, qint64(value)); }
    Statement &bind(const char *placeholder, bool value);
    Statement &bind(const char *placeholder, double value);
    Statement &bind(const char *placeholder, Instant value) { return bind(placeholder, value.us); }
    Statement &bind(const char *placeholder, RooftopId value) { return bind(placeholder, qint64(value.value)); }
    template <class Tag> Statement &bind(const char *placeholder, const Id<Tag> &id)
    {
        return id.isNull() ? bindNull(placeholder) : bind(placeholder, id.toString());
    }
    template <class T> Statement &bind(const char *placeholder, const std::optional<T> &value)
    {
        return value ? bind(placeholder, *value) : bindNull(placeholder);
    }
    Statement &bindNull(const char *placeholder);
    Statement &bindList(const char *placeholder, const QStringList &values); // as a JSON array of texts

    // Runs it. For rows: `while (st.next()) { Columns c = st.columns(); … }`, then lastError() tells a broken-off read.
    Result<void> exec();
    bool next();
    Columns columns() { return Columns(*m_body); }
    qint64 affected() const;          // rows changed by the last exec()
    Result<void> finished();          // after the last next(): was the read complete?

private:
    friend class Connection;
    explicit Statement(std::shared_ptr<StatementBody> body);
    std::shared_ptr<StatementBody> m_body;
};

} // namespace beback
