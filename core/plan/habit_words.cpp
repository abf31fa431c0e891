#include "core/plan/habit_words.h"

#include "core/plan/contact_rules.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace beback {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("beback", source);
}

QString percent(double share)
{
    return text("%1 %").arg(QLocale().toString(int(std::lround(share * 100))));
}

// "Calls in the evening"
QString tries(Medium medium, DayPart part)
{
    const auto of = [part](const char *morning, const char *midday, const char *afternoon, const char *evening) {
        switch (part) {
        case DayPart::Morning: return text(morning);
        case DayPart::Midday: return text(midday);
        case DayPart::Afternoon: return text(afternoon);
        case DayPart::Evening: return text(evening);
        }
        return QString();
    };
    if (medium == Medium::Text)
        return of(QT_TRANSLATE_NOOP("beback", "Texts in the morning"), QT_TRANSLATE_NOOP("beback", "Texts around noon"),
                  QT_TRANSLATE_NOOP("beback", "Texts in the afternoon"), QT_TRANSLATE_NOOP("beback", "Texts in the evening"));
    if (medium == Medium::Email)
        return of(QT_TRANSLATE_NOOP("beback", "E-mails in the morning"), QT_TRANSLATE_NOOP("beback", "E-mails around noon"),
                  QT_TRANSLATE_NOOP("beback", "E-mails in the afternoon"), QT_TRANSLATE_NOOP("beback", "E-mails in the evening"));
    return of(QT_TRANSLATE_NOOP("beback", "Calls in the morning"), QT_TRANSLATE_NOOP("beback", "Calls around noon"),
              QT_TRANSLATE_NOOP("beback", "Calls in the afternoon"), QT_TRANSLATE_NOOP("beback", "Calls in the evening"));
}

bool isAsWished(const Wish &wish, const NextStep &step)
{
    return !wish.text.isEmpty() && ((wish.medium && wish.medium == step.medium) || wish.after.isValid() || wish.before.isValid());
}

QStringList learnedWords(const CustomerState &customer, const NextStep &step, const Experience &experience)
{
    if (!step.learned || !step.part)
        return {};
    const Chance chance = chanceOf(habitsOf(customer, clockZone(customer)), experience, step.medium, *step.part);
    const QString what = tries(step.medium, *step.part);
    if (chance.tried == 0 && experience.prior(step.medium, *step.part) == Experience::Prior())
        return {text("%1: not tried yet, and other hours brought no answer.").arg(what)};
    if (chance.tried == 0)
        return {text("%1: not tried with them yet; others answer with a chance of %2 (%3 to %4).")
                    .arg(what, percent(chance.mean), percent(chance.low), percent(chance.high))};
    return {text("%1: answered %2 of %3, a chance of %4 (%5 to %6) for the next.")
                .arg(what, QLocale().toString(chance.answered), QLocale().toString(chance.tried), percent(chance.mean),
                     percent(chance.low), percent(chance.high))};
}

} // namespace

QStringList habitWords(const CustomerState &customer, const NextStep &step, const Experience &experience)
{
    if (step.learned && isAsWished(customer.wish, step))
        return {text("They asked for it: “%1”").arg(customer.wish.text)};
    QStringList words = learnedWords(customer, step, experience);
    if (step.gentle)
        words << text("They have heard much from us lately and said little: this waits for a better day, or comes by a gentler way.");
    return words;
}

} // namespace beback
