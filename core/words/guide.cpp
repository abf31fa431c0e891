#include "core/words/guide.h"

#include "core/history/objection.h"
#include "core/words/language.h"
#include "core/words/wording_json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace beback {

namespace {

const QString General = QStringLiteral("conversation");

constexpr std::array Kinds = {std::pair(AnswerKind::Text, "text"),     std::pair(AnswerKind::Choice, "choice"), std::pair(AnswerKind::YesNo, "yesno"),
                              std::pair(AnswerKind::Date, "date"),     std::pair(AnswerKind::Time, "time"),     std::pair(AnswerKind::Amount, "amount"),
                              std::pair(AnswerKind::Vehicle, "vehicle"), std::pair(AnswerKind::Phone, "phone"), std::pair(AnswerKind::Person, "person")};

// What an act needs its answer to be.
struct ActRow {
    GuideAct act;
    const char *text;
    AnswerKind kind;
};
constexpr std::array Acts = {ActRow{GuideAct::Appointment, "appointment", AnswerKind::Time}, ActRow{GuideAct::Callback, "callback", AnswerKind::Time},
                             ActRow{GuideAct::Objection, "objection", AnswerKind::Choice},   ActRow{GuideAct::Stop, "stop", AnswerKind::YesNo},
                             ActRow{GuideAct::ContactPoint, "contact_point", AnswerKind::Phone}, ActRow{GuideAct::Referral, "referral", AnswerKind::Person},
                             ActRow{GuideAct::SaveDeal, "save_deal", AnswerKind::YesNo},     ActRow{GuideAct::Future, "future", AnswerKind::Date}};

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Error wrong(const QString &where, const QString &what)
{
    return {Code::Invalid, where.isEmpty() ? what : tr("Question “%1”: %2").arg(where, what), {}};
}

Result<QVector<GuideChoice>> choicesOf(const QString &key, const QJsonArray &array)
{
    QVector<GuideChoice> choices;
    for (const QJsonValue &value : array) {
        GuideChoice choice{value.toObject().value(QLatin1String("key")).toString(), wordingOf(value)};
        const bool twice = std::any_of(choices.cbegin(), choices.cend(), [&](const GuideChoice &one) { return one.key == choice.key; });
        if (choice.key.isEmpty() || choice.text.in(WordLanguages[0]).isEmpty() || twice)
            return wrong(key, tr("each choice has a key of its own and its words."));
        choices << choice;
    }
    return choices;
}

// May this answer be waited for? It is one of an earlier question's.
Result<void> checkWhen(const GuideStep &step, const Guide &guide)
{
    for (auto it = step.when.cbegin(); it != step.when.cend(); ++it) {
        const GuideStep *earlier = guide.step(it.key());
        if (!earlier)
            return wrong(step.key, tr("it waits for “%1”, which is not asked before it.").arg(it.key()));
        for (const QString &answer : it.value()) {
            const bool choice = std::any_of(earlier->choices.cbegin(), earlier->choices.cend(), [&](const GuideChoice &one) { return one.key == answer; });
            const bool yesNo = earlier->kind == AnswerKind::YesNo && (answer == QLatin1String("yes") || answer == QLatin1String("no"));
            if (answer != QLatin1String("*") && !choice && !yesNo)
                return wrong(step.key, tr("“%1” is never the answer to “%2”.").arg(answer, it.key()));
        }
        if (it.value().isEmpty())
            return wrong(step.key, tr("it waits for no answer of “%1”.").arg(it.key()));
    }
    return {};
}

Result<void> checkAct(const GuideStep &step)
{
    for (const ActRow &row : Acts)
        if (row.act == step.act && row.kind != step.kind)
            return wrong(step.key, tr("“%1” needs an answer of the kind “%2”.").arg(QString::fromLatin1(row.text), toText(row.kind)));
    if (step.act == GuideAct::Objection)
        for (const GuideChoice &choice : step.choices)
            if (!objectionFromText(choice.key))
                return wrong(step.key, tr("“%1” is no objection.").arg(choice.key));
    return {};
}

Result<GuideStep> stepOf(const QJsonObject &json, const Guide &guide)
{
    GuideStep step;
    step.key = json.value(QLatin1String("key")).toString();
    if (step.key.isEmpty() || guide.step(step.key))
        return wrong(step.key, step.key.isEmpty() ? tr("Every question needs a key.") : tr("it is asked twice."));
    const QString kind = json.value(QLatin1String("kind")).toString(QStringLiteral("text"));
    const auto known = std::find_if(Kinds.begin(), Kinds.end(), [&](const auto &one) { return kind == QLatin1String(one.second); });
    if (known == Kinds.end())
        return wrong(step.key, tr("“%1” is no kind of answer.").arg(kind));
    step.kind = known->first;
    step.must = json.value(QLatin1String("must")).toBool();
    step.eachTime = json.value(QLatin1String("each_time")).toBool();
    step.say = wordingOf(json.value(QLatin1String("say")));
    step.ask = wordingOf(json.value(QLatin1String("ask")));
    if (step.ask.in(WordLanguages[0]).isEmpty())
        return wrong(step.key, tr("there are no words to ask it with."));
    BEBACK_TRY(choices, choicesOf(step.key, json.value(QLatin1String("choices")).toArray()));
    step.choices = choices;
    if ((step.kind == AnswerKind::Choice) != (step.choices.size() >= 2))
        return wrong(step.key, tr("a choice has at least two answers, and nothing else has any."));
    const QJsonObject when = json.value(QLatin1String("when")).toObject();
    for (auto it = when.begin(); it != when.end(); ++it)
        for (const QJsonValue &answer : it->toArray())
            step.when[it.key()] << answer.toString();
    const QString act = json.value(QLatin1String("act")).toString();
    const auto row = std::find_if(Acts.begin(), Acts.end(), [&](const ActRow &one) { return act == QLatin1String(one.text); });
    if (!act.isEmpty() && row == Acts.end())
        return wrong(step.key, tr("“%1” is nothing an answer can do.").arg(act));
    step.act = act.isEmpty() ? GuideAct::None : row->act;
    BEBACK_CHECK(checkWhen(step, guide));
    BEBACK_CHECK(checkAct(step));
    return step;
}

QStringList namesOf(const QJsonValue &value)
{
    QStringList names;
    for (const QJsonValue &name : value.toArray())
        names << name.toString();
    return names;
}

} // namespace

Wording wordingOf(const QJsonValue &value)
{
    Wording wording;
    const QJsonObject object = value.toObject();
    for (const QLatin1String language : WordLanguages)
        if (const QString text = object.value(language).toString().trimmed(); !text.isEmpty())
            wording.texts.insert(language, text);
    return wording;
}

QJsonObject toJson(const Wording &wording)
{
    QJsonObject json;
    for (auto it = wording.texts.cbegin(); it != wording.texts.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QString Wording::in(const QString &language) const
{
    const QString own = texts.value(language);
    return own.isEmpty() ? texts.value(WordLanguages[0]) : own;
}

QString toText(AnswerKind kind)
{
    return QString::fromLatin1(Kinds[size_t(kind)].second);
}

QString toText(GuideAct act)
{
    for (const ActRow &row : Acts)
        if (row.act == act)
            return QString::fromLatin1(row.text);
    return {};
}

const GuideStep *Guide::step(const QString &key) const
{
    for (const GuideStep &step : steps)
        if (step.key == key)
            return &step;
    return nullptr;
}

Result<Guide> Guide::fromJson(const QByteArray &text)
{
    QJsonParseError fault;
    const QJsonObject json = QJsonDocument::fromJson(text, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return wrong({}, tr("This is no guide: at character %1, %2.").arg(fault.offset).arg(fault.errorString()));
    Guide guide;
    guide.id = json.value(QLatin1String("id")).toString();
    guide.version = json.value(QLatin1String("version")).toInt(1);
    guide.name = json.value(QLatin1String("name")).toString();
    guide.about = json.value(QLatin1String("for")).toString();
    guide.plans = namesOf(json.value(QLatin1String("plans")));
    guide.words = namesOf(json.value(QLatin1String("words")));
    if (guide.id.isEmpty() || guide.name.isEmpty())
        return wrong({}, tr("A guide needs an id and a name."));
    for (const QJsonValue &value : json.value(QLatin1String("steps")).toArray()) {
        BEBACK_TRY(step, stepOf(value.toObject(), guide));
        guide.steps << step;
    }
    if (guide.steps.isEmpty())
        return wrong({}, tr("The guide “%1” asks nothing.").arg(guide.name));
    return guide;
}

QByteArray Guide::toJson() const
{
    QJsonArray all;
    for (const GuideStep &step : steps) {
        QJsonObject json{{QStringLiteral("key"), step.key}, {QStringLiteral("kind"), toText(step.kind)}, {QStringLiteral("ask"), beback::toJson(step.ask)}};
        if (step.must)
            json.insert(QLatin1String("must"), true);
        if (step.eachTime)
            json.insert(QLatin1String("each_time"), true);
        if (!step.say.isEmpty())
            json.insert(QLatin1String("say"), beback::toJson(step.say));
        QJsonArray choices;
        for (const GuideChoice &choice : step.choices) {
            QJsonObject one = beback::toJson(choice.text);
            one.insert(QLatin1String("key"), choice.key);
            choices << one;
        }
        if (!choices.isEmpty())
            json.insert(QLatin1String("choices"), choices);
        QJsonObject when;
        for (auto it = step.when.cbegin(); it != step.when.cend(); ++it)
            when.insert(it.key(), QJsonArray::fromStringList(it.value()));
        if (!when.isEmpty())
            json.insert(QLatin1String("when"), when);
        if (step.act != GuideAct::None)
            json.insert(QLatin1String("act"), toText(step.act));
        all << json;
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("id"), id},
                                     {QStringLiteral("version"), version},
                                     {QStringLiteral("name"), name},
                                     {QStringLiteral("for"), about},
                                     {QStringLiteral("plans"), QJsonArray::fromStringList(plans)},
                                     {QStringLiteral("words"), QJsonArray::fromStringList(words)},
                                     {QStringLiteral("steps"), all}})
        .toJson();
}

void GuideBook::put(const Guide &guide)
{
    m_guides.insert(guide.id, guide);
}

const Guide *GuideBook::find(const QString &id) const
{
    const auto found = m_guides.constFind(id);
    return found == m_guides.constEnd() ? nullptr : &*found;
}

QVector<Guide> GuideBook::all() const
{
    QVector<Guide> all(m_guides.cbegin(), m_guides.cend());
    std::sort(all.begin(), all.end(), [](const Guide &a, const Guide &b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return all;
}

const Guide *GuideBook::forCall(const QString &words, const QString &plan) const
{
    for (const Guide &guide : m_guides)
        if (guide.words.contains(words) && !words.isEmpty())
            return &guide;
    for (const Guide &guide : m_guides)
        if (guide.plans.contains(plan))
            return &guide;
    return find(General);
}

const GuideBook &GuideBook::shipped()
{
    static const GuideBook book = [] {
        GuideBook guides;
        const QDir folder(QStringLiteral(":/beback/guides"));
        for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            const bool open = file.open(QIODevice::ReadOnly);
            const auto guide = Guide::fromJson(open ? file.readAll() : QByteArray());
            if (!guide)
                qFatal("Beback was built with a broken guide: %s: %s", qPrintable(name), qPrintable(guide.error().message));
            guides.put(*guide);
        }
        return guides;
    }();
    return book;
}

} // namespace beback
