#include "core/report/measures.h"

#include "core/base/beta.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace beback {

namespace {

struct Definition {
    const char *id, *name, *text; // numbers for %1 are put in by textOf()
};

// By Measure.
constexpr std::array Definitions = {
    Definition{"attempt", QT_TRANSLATE_NOOP("beback", "Attempt"),
               QT_TRANSLATE_NOOP("beback", "An attempt is one time we contacted a lead or tried to, by call, text, e-mail, note, visit or social "
                                           "message, whatever came of it. What was taken back, what is held for a manager and what other "
                                           "departments did does not count.")},
    Definition{"attempts_per_lead", QT_TRANSLATE_NOOP("beback", "Attempts per lead"),
               QT_TRANSLATE_NOOP("beback", "Attempts per lead are all attempts on one lead since it came, however long ago that was.")},
    Definition{"answered", QT_TRANSLATE_NOOP("beback", "Answered"),
               QT_TRANSLATE_NOOP("beback", "An attempt is answered when a person answered at once, or wrote or called back by the same medium "
                                           "before we tried again by it.")},
    Definition{"reached", QT_TRANSLATE_NOOP("beback", "Reached"),
               QT_TRANSLATE_NOOP("beback", "A lead is reached once one of its attempts was answered.")},
    Definition{"never_reached", QT_TRANSLATE_NOOP("beback", "Never reached"),
               QT_TRANSLATE_NOOP("beback", "Never reached are leads of whose attempts none was answered and that have no visit set.")},
    Definition{"visit_set", QT_TRANSLATE_NOOP("beback", "Visit set"),
               QT_TRANSLATE_NOOP("beback", "A visit is set while an appointment is agreed on that was not kept, missed or cancelled.")},
    Definition{"touch", QT_TRANSLATE_NOOP("beback", "Touch"),
               QT_TRANSLATE_NOOP("beback", "A touch is an attempt that was made within the days asked for, today among them. It counts for the "
                                           "person who made it, and on the day it was made, not the day it was written down.")},
    Definition{"open", QT_TRANSLATE_NOOP("beback", "Open lead"),
               QT_TRANSLATE_NOOP("beback", "A lead is open until it is closed as sold, lost or a duplicate.")},
    Definition{"arrived", QT_TRANSLATE_NOOP("beback", "Lead that came"),
               QT_TRANSLATE_NOOP("beback", "Counted are the leads that came within the days asked for, today among them, whatever became of "
                                           "them since; not those that were closed as duplicates.")},
    Definition{"held", QT_TRANSLATE_NOOP("beback", "Held by"),
               QT_TRANSLATE_NOOP("beback", "A lead is held by the person it is assigned to; those assigned to nobody are anybody's.")},
    Definition{"untouched", QT_TRANSLATE_NOOP("beback", "Days untouched"),
               QT_TRANSLATE_NOOP("beback", "Days untouched are days of the store's calendar since the last attempt: 0 is today, 1 yesterday. "
                                           "Never touched are leads without any attempt.")},
    Definition{"skipped", QT_TRANSLATE_NOOP("beback", "Skipped"),
               QT_TRANSLATE_NOOP("beback", "A lead is skipped when a step of its plan was left out on purpose. That is no attempt.")},
    Definition{"customer_time", QT_TRANSLATE_NOOP("beback", "Customer's time"),
               QT_TRANSLATE_NOOP("beback", "Hours and weekdays are those of the customer: by the first zone that is known for them, and by the "
                                           "store's where none is.")},
    Definition{"share", QT_TRANSLATE_NOOP("beback", "Share"),
               QT_TRANSLATE_NOOP("beback", "A share stands with its 95 % interval (Jeffreys): the fewer were counted, the wider it is. Two "
                                           "shares differ for sure only where their intervals lie apart.")},
    Definition{"too_few", QT_TRANSLATE_NOOP("beback", "Too few"),
               QT_TRANSLATE_NOOP("beback", "Of fewer than %1 no share is shown: they say too little.")},
    Definition{"minimum", QT_TRANSLATE_NOOP("beback", "Minimum of attempts"),
               QT_TRANSLATE_NOOP("beback", "The minimum is %1 attempts: by a study the trade press quotes, four of five sales take five "
                                           "follow-ups on average, and after four nearly everybody has stopped.")},
};
static_assert(Definitions.size() == size_t(Measure::Minimum) + 1);

} // namespace

MeasureText textOf(Measure measure)
{
    const Definition &known = Definitions[size_t(measure)];
    QString definition = QCoreApplication::translate("beback", known.text);
    if (measure == Measure::TooFew)
        definition = definition.arg(LeastToSay);
    if (measure == Measure::Minimum)
        definition = definition.arg(MinimumAttempts);
    return {QLatin1String(known.id), QCoreApplication::translate("beback", known.name), definition};
}

QVector<MeasureText> allMeasures()
{
    QVector<MeasureText> all;
    for (size_t i = 0; i < Definitions.size(); ++i)
        all << textOf(Measure(i));
    return all;
}

QString countedBy(std::initializer_list<Measure> measures)
{
    QStringList paragraphs;
    for (const Measure measure : measures)
        paragraphs << textOf(measure).definition;
    return paragraphs.join(QLatin1Char('\n'));
}

ShareInterval shareInterval(int count, int of)
{
    if (of <= 0)
        return {};
    const double a = count + 0.5, b = of - count + 0.5;
    return {count == 0 ? 0 : betaQuantile(a, b, 0.025), count == of ? 1 : betaQuantile(a, b, 0.975)};
}

} // namespace beback
