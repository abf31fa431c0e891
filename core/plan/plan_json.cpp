#include "core/plan/plan.h"

#include "core/history/plan_over.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cmath>

namespace beback {

namespace {

constexpr int MostSteps = 500;
static_assert(MostSteps < PlanOver);
constexpr int LastDay = 3650;

QString text(const char *source)
{
    return QCoreApplication::translate("beback", source);
}

Error invalid(const QString &message)
{
    return {Code::Invalid, message, {}};
}

// Reads the fields of one JSON object and keeps the first thing that is wrong with it.
class Fields
{
public:
    Fields(const QJsonObject &object, QString place) : m_object(object), m_place(std::move(place)) {}

    QString sentence(const char *name, bool needed)
    {
        const QJsonValue value = take(name);
        const QString said = value.toString().trimmed();
        if (!value.isUndefined() && !value.isString())
            fail(name, text("has to be text."));
        else if (needed && said.isEmpty())
            fail(name, text("is missing."));
        return said;
    }

    int number(const char *name, int least, int most, std::optional<int> otherwise)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined() && otherwise)
            return *otherwise;
        const double given = value.toDouble(least - 1);
        if (!value.isDouble() || given < least || given > most || given != std::floor(given)) {
            fail(name, text("has to be a whole number from %1 to %2.").arg(least).arg(most));
            return least;
        }
        return int(given);
    }

    QJsonValue take(const char *name)
    {
        const QString key = QLatin1String(name);
        m_known.insert(key);
        return m_object.value(key);
    }

    void fail(const char *name, const QString &what)
    {
        if (!m_error)
            m_error = invalid(QStringLiteral("%1: \"%2\" %3").arg(m_place, QLatin1String(name), what));
    }

    // Anything left over is most likely a slip of the pen, and would otherwise be ignored without a word.
    std::optional<Error> finish()
    {
        for (auto field = m_object.begin(); field != m_object.end() && !m_error; ++field)
            if (!m_known.contains(field.key()))
                m_error = invalid(text("%1: \"%2\" is not a field that is known here.").arg(m_place, field.key()));
        return m_error;
    }

private:
    QJsonObject m_object;
    QString m_place;
    QSet<QString> m_known;
    std::optional<Error> m_error;
};

Result<PlanStep> stepFrom(const QJsonValue &value, const QString &place)
{
    static const QStringList parts = {QStringLiteral("now"), QStringLiteral("morning"), QStringLiteral("midday"),
                                      QStringLiteral("afternoon"), QStringLiteral("evening")};
    if (!value.isObject())
        return invalid(text("%1 has to be an object with day, medium, part, purpose, result and words.").arg(place));
    Fields fields(value.toObject(), place);
    PlanStep step;
    step.day = fields.number("day", 0, LastDay, std::nullopt);
    const QString medium = fields.sentence("medium", true);
    if (const auto known = mediumFromText(medium))
        step.medium = *known;
    else
        fields.fail("medium", text("is \"%1\". It has to be call, text, email, note, visit or social.").arg(medium));
    step.part = fields.sentence("part", true);
    if (!parts.contains(step.part))
        fields.fail("part", text("is \"%1\". It has to be now, morning, midday, afternoon or evening.").arg(step.part));
    step.purpose = fields.sentence("purpose", true);
    step.result = fields.sentence("result", true);
    step.words = fields.sentence("words", false);
    if (const auto error = fields.finish())
        return *error;
    return step;
}

// What only the steps together can get wrong.
std::optional<Error> checkOrder(const QVector<PlanStep> &steps, const QString &place)
{
    const PlanStep &last = steps.last();
    for (const PlanStep &before : steps.first(steps.size() - 1)) {
        if (before.day > last.day)
            return invalid(text("%1: day %2 comes after day %3. Put the steps in order.").arg(place).arg(last.day).arg(before.day));
        if (before.day == last.day && before.medium == Medium::Call && last.medium == Medium::Call)
            return invalid(text("%1: a second call on day %2. One call a day is the most.").arg(place).arg(last.day));
    }
    return std::nullopt;
}

Result<QJsonObject> objectFrom(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = json.first(std::clamp<qsizetype>(error.offset, 0, json.size())).count('\n') + 1;
        return invalid(text("The plan is not valid JSON, line %1: %2.").arg(line).arg(error.errorString()));
    }
    if (!document.isObject())
        return invalid(text("The plan has to be one JSON object."));
    return document.object();
}

} // namespace

Result<Plan> Plan::fromJson(const QByteArray &json)
{
    BEBACK_TRY(object, objectFrom(json));
    Fields fields(object, text("The plan"));
    Plan plan;
    plan.id = fields.sentence("id", true);
    plan.name = fields.sentence("name", true);
    plan.version = fields.number("version", 1, 1000000, std::nullopt);
    plan.afterEveryDays = fields.number("after_every_days", 1, 730, plan.afterEveryDays);
    const QJsonArray steps = fields.take("steps").toArray();
    if (steps.isEmpty() || steps.size() > MostSteps)
        fields.fail("steps", text("has to be a list of 1 to %1 steps.").arg(MostSteps));
    if (const auto error = fields.finish())
        return *error;
    for (const QJsonValue &value : steps) {
        const QString place = text("Step %1").arg(plan.steps.size() + 1);
        BEBACK_TRY(step, stepFrom(value, place));
        plan.steps << step;
        if (const auto error = checkOrder(plan.steps, place))
            return *error;
    }
    return plan;
}

QByteArray Plan::toJson() const
{
    QJsonArray list;
    for (const PlanStep &step : steps)
        list << QJsonObject{{QStringLiteral("day"), step.day},         {QStringLiteral("medium"), toText(step.medium)},
                            {QStringLiteral("part"), step.part},       {QStringLiteral("purpose"), step.purpose},
                            {QStringLiteral("result"), step.result},   {QStringLiteral("words"), step.words}};
    const QJsonObject object{{QStringLiteral("id"), id},
                             {QStringLiteral("version"), version},
                             {QStringLiteral("name"), name},
                             {QStringLiteral("after_every_days"), afterEveryDays},
                             {QStringLiteral("steps"), list}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace beback
