#include "core/history/plain_letters.h"

#include <algorithm>

namespace beback {

namespace {

// Letters that Unicode does not take apart.
constexpr struct {
    char16_t letter;
    const char *plain;
} Whole[] = {{u'ß', "ss"}, {u'ẞ', "SS"}, {u'æ', "ae"}, {u'Æ', "AE"}, {u'œ', "oe"}, {u'Œ', "OE"}, {u'ø', "o"}, {u'Ø', "O"},
             {u'ł', "l"},  {u'Ł', "L"},  {u'đ', "d"},  {u'Đ', "D"},  {u'ð', "d"},  {u'Ð', "D"},  {u'ı', "i"}};

bool isAccent(QChar c)
{
    return c.unicode() >= 0x0300 && c.unicode() <= 0x036f; // the combining marks of Latin, Greek and Cyrillic
}

void append(QString &plain, QChar c)
{
    for (const auto &whole : Whole)
        if (c == QChar(whole.letter)) {
            plain += QLatin1String(whole.plain);
            return;
        }
    plain += c;
}

} // namespace

QString plainLetters(const QString &text)
{
    if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; }))
        return text; // nearly all of them
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (!isAccent(c))
            append(plain, c);
    return plain;
}

} // namespace beback
