#pragma once

#include "core/plan/rule_book.h"

namespace beback::rule_text {

// How the hours and words of a rule are written. Pure. Thread: any.

// Days of one kind that follow each other; Monday is 0.
struct Span {
    int first = 0, last = 0;
    WeekHours::Day open;
};
QVector<Span> spansOf(const WeekHours &hours); // closed days are left out
QString dayKey(const Span &span);              // "mon-sat"

// "mon-fri 08:00-21:00, sat 08:00-12:00"; days that are not named are closed. Holidays are said apart.
QString hoursText(const WeekHours &hours);
std::optional<WeekHours> hoursFromText(const QString &text); // none: not written like that

// Lower case, without accents, words parted by one blank: how a message is looked at for words that mean stop.
QString plainWords(const QString &message);

} // namespace beback::rule_text
