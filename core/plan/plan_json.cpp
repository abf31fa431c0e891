#include "core/plan/plan.h"

#include "core/history/plan_over.h"
#include "core/plan/branch.h"

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

// `path`: of the field, "steps/2/purpose".
Error invalid(const QString &message, const QString &path = {})
{
    return {Code::Invalid, message, path};
}

// Reads the fields of one JSON object and keeps the first thing that is wrong with it.
class Fields
{
public:
    // `path`: of the object, for planFieldOf(); empty: of the whole.
    Fields(const QJsonObject &object, QString place, QString path = {})
        : m_object(object), m_place(std::move(place)), m_path(std::move(path))
    {
    }

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

    // One of a few words, the first where nothing is said.
    int choice(const char *name, const QStringList &words)
    {
        const QJsonValue value = take(name);
        const qsizetype place = value.isUndefined() ? 0 : words.indexOf(value.toString());
        if (place < 0)
            fail(name, text("is \"%1\". It has to be one of: %2.").arg(value.toString(), words.join(QStringLiteral(", "))));
        return int(std::max<qsizetype>(place, 0));
    }

    Medium medium(const char *name, const QString &said)
    {
        if (const auto known = mediumFromText(said))
            return *known;
        fail(name, text("is \"%1\". It has to be call, text, email, note, visit or social.").arg(said));
        return Medium::Call;
    }

    QVector<Medium> media(const char *name)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !value.isArray())
            fail(name, text("has to be a list of media."));
        QVector<Medium> list;
        for (const QJsonValue &one : value.toArray())
            list << medium(name, one.toString());
        return list;
    }

    QHash<QString, QString> branches(const char *name)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !value.isObject())
            fail(name, text("has to be an object: what happens, and the plan that takes over."));
        QHash<QString, QString> table;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!branch::all().contains(it.key()))
                fail(name, text("names \"%1\". It knows these: %2.").arg(it.key(), branch::all().join(QStringLiteral(", "))));
            else if (it.value().toString().trimmed().isEmpty())
                fail(name, text("says no plan for \"%1\".").arg(it.key()));
            table.insert(it.key(), it.value().toString().trimmed());
        }
        return table;
    }

    bool flag(const char *name)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !value.isBool())
            fail(name, text("has to be true or false."));
        return value.toBool();
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
            m_error = invalid(QStringLiteral("%1: \"%2\" %3").arg(m_place, QLatin1String(name), what), m_path + QLatin1String(name));
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
    QString m_place, m_path;
    QSet<QString> m_known;
    std::optional<Error> m_error;
};

const QStringList Counts = {QStringLiteral("business"), QStringLiteral("calendar")};
const QStringList Froms = {QStringLiteral("start"), QStringLiteral("previous")};
const QStringList Skips = {QStringLiteral("anybody"), QStringLiteral("manager"), QStringLiteral("nobody")};

Result<PlanStep> stepFrom(const QJsonValue &value, const QString &place, qsizetype index)
{
    static const QStringList parts = {QStringLiteral("now"), QStringLiteral("morning"), QStringLiteral("midday"),
                                      QStringLiteral("afternoon"), QStringLiteral("evening")};
    if (!value.isObject())
        return invalid(text("%1 has to be an object with day, medium, part, purpose, result and words.").arg(place));
    Fields fields(value.toObject(), place, QStringLiteral("steps/%1/").arg(index));
    PlanStep step;
    step.day = fields.number("day", 0, LastDay, std::nullopt);
    step.count = PlanStep::Count(fields.choice("count", Counts));
    step.from = PlanStep::From(fields.choice("from", Froms));
    step.medium = fields.medium("medium", fields.sentence("medium", true));
    step.part = fields.sentence("part", true);
    if (!parts.contains(step.part))
        fields.fail("part", text("is \"%1\". It has to be now, morning, midday, afternoon or evening.").arg(step.part));
    step.purpose = fields.sentence("purpose", true);
    step.result = fields.sentence("result", true);
    step.words = fields.sentence("words", false);
    step.instead = fields.media("instead");
    step.skip = PlanStep::Skip(fields.choice("skip", Skips));
    if (const auto error = fields.finish())
        return *error;
    return step;
}

// What only the steps together can get wrong.
std::optional<Error> checkOrder(const QVector<PlanStep> &steps, const QString &place)
{
    const PlanStep &last = steps.last();
    const QString path = QStringLiteral("steps/%1/day").arg(steps.size() - 1);
    if (last.from == PlanStep::From::Previous)
        return std::nullopt;
    for (const PlanStep &before : steps.first(steps.size() - 1)) {
        if (before.from == PlanStep::From::Previous)
            continue;
        if (before.day > last.day)
            return invalid(text("%1: day %2 comes after day %3. Put the steps in order.").arg(place).arg(last.day).arg(before.day), path);
        if (before.day == last.day && before.medium == Medium::Call && last.medium == Medium::Call)
            return invalid(text("%1: a second call on day %2. One call a day is the most.").arg(place).arg(last.day), path);
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
    plan.whom = fields.sentence("for", false);
    plan.on = fields.branches("on");
    plan.beside = fields.flag("beside_appointment");
    plan.version = fields.number("version", 1, 1000000, std::nullopt);
    plan.afterEveryDays = fields.number("after_every_days", 1, 730, plan.afterEveryDays);
    const QJsonArray steps = fields.take("steps").toArray();
    if (steps.isEmpty() || steps.size() > MostSteps)
        fields.fail("steps", text("has to be a list of 1 to %1 steps.").arg(MostSteps));
    if (const auto error = fields.finish())
        return *error;
    for (const QJsonValue &value : steps) {
        const QString place = text("Step %1").arg(plan.steps.size() + 1);
        BEBACK_TRY(step, stepFrom(value, place, plan.steps.size()));
        plan.steps << step;
        if (const auto error = checkOrder(plan.steps, place))
            return *error;
    }
    return plan;
}

PlanField planFieldOf(const Error &error)
{
    const QStringList parts = error.detail.split(QLatin1Char('/'));
    if (parts.size() == 3 && parts.first() == QLatin1String("steps"))
        return {parts[1].toInt(), parts[2]};
    return {-1, parts.size() == 1 ? parts.first() : QString()};
}

Result<QHash<QString, QString>> branch::fromJson(const QByteArray &json)
{
    BEBACK_TRY(object, objectFrom(json));
    Fields fields(object, text("The branches"));
    const QHash<QString, QString> table = fields.branches("on");
    if (const auto error = fields.finish())
        return *error;
    return table;
}

namespace {

QJsonObject toObject(const PlanStep &step)
{
    QJsonObject object{{QStringLiteral("day"), step.day},         {QStringLiteral("medium"), toText(step.medium)},
                       {QStringLiteral("part"), step.part},       {QStringLiteral("purpose"), step.purpose},
                       {QStringLiteral("result"), step.result},   {QStringLiteral("words"), step.words},
                       {QStringLiteral("count"), Counts.at(int(step.count))}};
    if (step.from != PlanStep::From::Start)
        object.insert(QLatin1String("from"), Froms.at(int(step.from)));
    if (step.skip != PlanStep::Skip::Anybody)
        object.insert(QLatin1String("skip"), Skips.at(int(step.skip)));
    QJsonArray instead;
    for (const Medium medium : step.instead)
        instead << toText(medium);
    if (!instead.isEmpty())
        object.insert(QLatin1String("instead"), instead);
    return object;
}

} // namespace

QByteArray Plan::toJson() const
{
    QJsonArray list;
    for (const PlanStep &step : steps)
        list << toObject(step);
    QJsonObject object{{QStringLiteral("id"), id},
                       {QStringLiteral("version"), version},
                       {QStringLiteral("name"), name},
                       {QStringLiteral("after_every_days"), afterEveryDays},
                       {QStringLiteral("steps"), list}};
    if (!whom.isEmpty())
        object.insert(QLatin1String("for"), whom);
    if (beside)
        object.insert(QLatin1String("beside_appointment"), true);
    QJsonObject branches;
    for (auto it = on.cbegin(); it != on.cend(); ++it)
        branches.insert(it.key(), it.value());
    if (!branches.isEmpty())
        object.insert(QLatin1String("on"), branches);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace beback
