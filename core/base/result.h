#pragma once

#include "core/base/error.h"

#include <optional>
#include <utility>
#include <variant>

namespace beback {

// A value or an Error. Asking for the value of a failed result is a programming mistake and asserts.
template <class T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(value()); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { Q_ASSERT(m_state.index() == 1); return std::get<1>(m_state); }

private:
    const T &value() const { Q_ASSERT(m_state.index() == 0); return std::get<0>(m_state); }
    T &value() { Q_ASSERT(m_state.index() == 0); return std::get<0>(m_state); }

    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    explicit operator bool() const { return !m_error; }
    const Error &error() const { Q_ASSERT(m_error); return *m_error; }

private:
    std::optional<Error> m_error;
};

// Hands a failure on to the caller. BEBACK_TRY(lead, store.find(id)); afterwards `lead` is a reference to the value.
#define BEBACK_TRY(name, expression)                                                                                   \
    auto name##Result = (expression);                                                                                  \
    if (!name##Result)                                                                                                 \
        return name##Result.error();                                                                                   \
    [[maybe_unused]] auto &name = *name##Result

// Unique names, so that a check inside a closure inside a check shadows nothing.
#define BEBACK_CONCAT_(a, b) a##b
#define BEBACK_CONCAT(a, b) BEBACK_CONCAT_(a, b)
#define BEBACK_CHECK_AS(result, expression)                                                                            \
    do {                                                                                                               \
        if (auto result = (expression); !result)                                                                       \
            return result.error();                                                                                     \
    } while (false)
#define BEBACK_CHECK(expression) BEBACK_CHECK_AS(BEBACK_CONCAT(checked, __COUNTER__), expression)

} // namespace beback
