#include "core/words/sms_parts.h"

#include <QSet>

namespace beback {

namespace {

const QString Basic = QStringLiteral("@\u00A3$\u00A5\u00E8\u00E9\u00F9\u00EC\u00F2\u00C7\n\u00D8\u00F8\r\u00C5\u00E5\u0394_\u03A6\u0393\u039B\u03A9\u03A0\u03A8\u03A3\u0398"
                                     "\u039E\u00C6\u00E6\u00DF\u00C9 !\"#\u00A4%&'()*+,-./0123456789:;<=>?\u00A1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00C4\u00D6\u00D1\u00DC\u00A7"
                                     "\u00BFabcdefghijklmnopqrstuvwxyz\u00E4\u00F6\u00F1\u00FC\u00E0");
const QString Extended = QStringLiteral("\f^{}\\[~]|\u20AC");

} // namespace

SmsParts smsParts(const QString &text)
{
    static const QSet<QChar> basic(Basic.cbegin(), Basic.cend()), extended(Extended.cbegin(), Extended.cend());
    SmsParts sms;
    for (const QChar c : text) {
        if (basic.contains(c)) {
            ++sms.characters;
        } else if (extended.contains(c)) {
            sms.characters += 2;
        } else {
            sms.wide = true;
            sms.widest = c;
            break;
        }
    }
    if (sms.wide)
        sms.characters = int(text.size());
    const int single = sms.wide ? 70 : 160, each = sms.wide ? 67 : 153;
    sms.parts = sms.characters == 0 ? 0 : sms.characters <= single ? 1 : (sms.characters + each - 1) / each;
    sms.left = sms.parts <= 1 ? single - sms.characters : sms.parts * each - sms.characters;
    return sms;
}

} // namespace beback
