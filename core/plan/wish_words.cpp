#include "core/plan/wish_words.h"

#include "core/plan/rule_text.h"
#include "core/time/wording.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <array>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QString::fromLatin1(text));
}

struct Named {
    Medium medium;
    QRegularExpression asked, spared;
};

// Over plain words: lower case, no accents, no apostrophes (rule_text::plainWords).
const QVector<Named> &named()
{
    static const QVector<Named> all = {
        {Medium::Text,
         pattern("\\b(text|message|txt|sms) me\\b|\\b(prefer|rather|only|just) (a )?(text|texts|texting|sms)\\b"
                 "|\\b(texts?|texting|sms) (is|are|works?) (best|better|easier)\\b|\\bby text\\b"
                 "|\\b(mande|envie|escriba)(me|n|nme) (un )?(mensaje|texto)|\\bpor (texto|mensaje)\\b"),
         pattern("\\b(dont|do not|no|never|cant|cannot) (text|texts|texting)\\b|\\bno me (mande|envie) (mensajes|textos)\\b")},
        {Medium::Email,
         pattern("\\be ?mail me\\b|\\b(prefer|rather|only|just) (an )?e ?mails?\\b|\\be ?mail (is|works?) (best|better|easier)\\b"
                 "|\\bby e ?mail\\b|\\bpor (correo|email)\\b"),
         pattern("\\b(dont|do not|no|never) e ?mails?\\b")},
        {Medium::Call,
         pattern("\\b(call|phone|ring) me\\b|\\bgive me a (call|ring)\\b|\\b(prefer|rather|only) (a )?(call|calls|phone call)\\b"
                 "|\\bcall (after|before|in the|between)\\b|\\bllam(e|a|en)me\\b|\\bpor telefono\\b"),
         pattern("\\b(dont|do not|no|never|cant|cannot) (call|calls|calling|phone|talk|take calls|answer)\\b(?! (my|his|her|our|their|the|this|that)\\b)"
                 "|\\bno me llam(e|en)\\b")}};
    return all;
}

struct Media {
    std::optional<Medium> asked, instead; // instead: nothing was named but what they do not want
};

Media mediaIn(const QString &plain)
{
    std::optional<Medium> asked;
    QVector<Medium> spared;
    for (const Named &one : named()) {
        if (one.spared.match(plain).hasMatch())
            spared << one.medium;
        else if (!asked && one.asked.match(plain).hasMatch())
            asked = one.medium;
    }
    if (!asked && spared.contains(Medium::Call) && !spared.contains(Medium::Text))
        return {{}, Medium::Text}; // who cannot talk can read
    return {asked, {}};
}

std::optional<int> number(const QString &word)
{
    static const QHash<QString, int> words = [] {
        QHash<QString, int> all{{QStringLiteral("noon"), 12}};
        const QStringList english = QStringLiteral("one two three four five six seven eight nine ten eleven twelve").split(u' ');
        const QStringList spanish = QStringLiteral("una dos tres cuatro cinco seis siete ocho nueve diez once doce").split(u' ');
        for (int i = 0; i < 12; ++i) {
            all.insert(english.at(i), i + 1);
            all.insert(spanish.at(i), i + 1);
        }
        return all;
    }();
    bool isNumber = false;
    const int value = word.toInt(&isNumber);
    if (isNumber)
        return value;
    const auto found = words.constFind(word);
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

// "6", "6 30", "six", "6 pm", "18 00"
QTime timeIn(const QRegularExpressionMatch &match)
{
    const auto hour = number(match.captured(QStringLiteral("hour")));
    const int minute = match.captured(QStringLiteral("minute")).toInt();
    const QString half = match.captured(QStringLiteral("half"));
    if (!hour || *hour > 23 || minute > 59)
        return {};
    int at = *hour;
    if (half.startsWith(u'p') && at < 12)
        at += 12;
    else if (half.startsWith(u'a') && at == 12)
        at = 0;
    else if (half.isEmpty() && at >= 1 && at <= 7)
        at += 12;
    return QTime(at, minute);
}

QTime timeAfter(const QString &words, const QString &plain)
{
    const QRegularExpression form(QStringLiteral("\\b(%1) (las |la )?(?<hour>\\d{1,2}|[a-z]+)( (?<minute>\\d\\d))? ?(?<half>[ap] ?m)?\\b").arg(words));
    for (auto matches = form.globalMatch(plain); matches.hasNext();)
        if (const QTime time = timeIn(matches.next()); time.isValid())
            return time;
    return {};
}

// "not before", "don't call me before", "can't talk before", "no me llame antes de": what comes of it is the other end of the hours.
QString refused(const char *english, const char *spanish)
{
    return QStringLiteral("(?:not|dont|do not|never|no|cant|cannot)(?: (?:take|answer))?"
                          "(?: (?:call|calls|calling|phone|ring|text|texts|texting|e ?mail|e ?mails|message|talk|answer|reach|contact|bother))?(?: me| us)? %1"
                          "|no (?:me |nos )?(?:(?:llam|mand|envi|escrib)[a-z]* )?%2")
        .arg(QLatin1String(english), QLatin1String(spanish));
}

// Whether one end came of a refusal: then it is the hours that are refused, and no medium.
bool readHours(const QString &plain, Wish &wish)
{
    const QTime notBefore = timeAfter(refused("before", "antes de"), plain), notAfter = timeAfter(refused("after", "despues de"), plain);
    // Who works until six is free after it.
    const QTime busyUntil = timeAfter(QStringLiteral("(?:work|working|busy|asleep|sleep|class|shift|trabajo|ocupad[oa]) (?:until|till|to|hasta)"), plain);
    const QTime between = timeAfter(QStringLiteral("between|entre"), plain);
    const QTime betweenUntil = timeAfter(QStringLiteral("between [a-z0-9 ]{1,12} and|entre [a-z0-9 ]{1,12} y"), plain);
    if (between.isValid() && betweenUntil.isValid()) {
        wish.after = between;
        wish.before = betweenUntil;
        return false;
    }
    wish.after = notBefore.isValid()    ? notBefore
                 : busyUntil.isValid()  ? busyUntil
                 : notAfter.isValid()   ? QTime()
                                        : timeAfter(QStringLiteral("after|past|from|despues de|a partir de"), plain);
    wish.before = notAfter.isValid()                            ? notAfter
                  : notBefore.isValid() || busyUntil.isValid() ? QTime()
                                                                : timeAfter(QStringLiteral("before|until|till|by|antes de|hasta"), plain);
    if (wish.after.isValid() || wish.before.isValid())
        return notBefore.isValid() || notAfter.isValid() || busyUntil.isValid();
    if (pattern("\\bmornings?\\b|\\bpor la manana\\b").match(plain).hasMatch())
        wish.before = QTime(12, 0);
    else if (pattern("\\bafternoons?\\b").match(plain).hasMatch()) {
        wish.after = QTime(12, 0);
        wish.before = QTime(17, 0);
    } else if (pattern("\\bevenings?\\b|\\bafter work\\b|\\bpor la (tarde|noche)\\b").match(plain).hasMatch()) {
        wish.after = QTime(17, 0);
    }
    return false;
}

} // namespace

Wish readWish(const QString &words)
{
    const QString plain = rule_text::plainWords(words);
    static const QRegularExpression aboutTimes = pattern("\\b(best|easier|better|works|prefer|reach me|contact me|available|dont|do not|not|mejor)\\b");
    Wish wish;
    const Media media = mediaIn(plain);
    wish.medium = media.asked;
    const bool isAsked = media.asked || media.instead || aboutTimes.match(plain).hasMatch();
    if (!(isAsked && readHours(plain, wish)) && !wish.medium)
        wish.medium = media.instead;
    if (wish.after.isValid() && wish.before.isValid() && wish.after >= wish.before)
        wish.after = wish.before = {}; // not understood after all
    if (!wish.isEmpty())
        wish.text = words.simplified();
    return wish;
}

QString wishText(const Wish &wish)
{
    static const std::array by = {QT_TRANSLATE_NOOP("beback", "by phone"), QT_TRANSLATE_NOOP("beback", "by text"),
                                  QT_TRANSLATE_NOOP("beback", "by e-mail"), QT_TRANSLATE_NOOP("beback", "by handwritten note"),
                                  QT_TRANSLATE_NOOP("beback", "in person"), QT_TRANSLATE_NOOP("beback", "on social media")};
    QStringList parts;
    if (wish.medium)
        parts << tr(by[size_t(*wish.medium)]);
    if (wish.after.isValid())
        parts << tr("after %1").arg(wording::timeOfDay(wish.after));
    if (wish.before.isValid())
        parts << tr("before %1").arg(wording::timeOfDay(wish.before));
    QString all = parts.join(QStringLiteral(", "));
    if (!all.isEmpty())
        all[0] = all.at(0).toUpper();
    return all;
}

} // namespace beback
