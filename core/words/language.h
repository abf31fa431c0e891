#pragma once

#include <QString>
#include <QStringList>

#include <array>

namespace beback {

struct CustomerState;

// The languages the words come in, by ISO 639-1; the first is used where there are none in another.
inline constexpr std::array<QLatin1String, 2> WordLanguages = {QLatin1String("en"), QLatin1String("es")};

// The language to write to them in: theirs where there are words in it, else the first.
QString wordLanguage(const CustomerState &customer);
QString wordLanguage(const QString &spoken);
QString languageName(const QString &language); // "Spanish"; of an unknown one its code

// The language a text is written in, by its commonest small words; empty where they do not tell. Pure. Thread: any.
QString writtenLanguage(const QString &text);

} // namespace beback
