#include "core/words/solutions.h"

#include "core/words/language.h"
#include "core/words/text_words.h"
#include "core/words/wording_json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace beback {

namespace {

Error wrong(const QString &sentence)
{
    return {Code::Invalid, sentence, {}};
}

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

bool holds(const QString &text, const QVector<TextWord> &looked)
{
    const QVector<TextWord> words = wordsOf(text);
    return std::all_of(looked.cbegin(), looked.cend(), [&](const TextWord &wanted) {
        return std::any_of(words.cbegin(), words.cend(), [&](const TextWord &word) { return word.plain.startsWith(wanted.plain); });
    });
}

} // namespace

Result<ObjectionGuide> ObjectionGuide::fromJson(const QByteArray &text)
{
    QJsonParseError fault;
    const QJsonObject json = QJsonDocument::fromJson(text, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return wrong(tr("These are no solutions: at character %1, %2.").arg(fault.offset).arg(fault.errorString()));
    const auto objection = objectionFromText(json.value(QLatin1String("objection")).toString());
    if (!objection)
        return wrong(tr("They name no objection that is known."));
    ObjectionGuide guide;
    guide.objection = *objection;
    for (const QJsonValue &question : json.value(QLatin1String("understand")).toArray())
        guide.understand << wordingOf(question);
    for (const QJsonValue &value : json.value(QLatin1String("ways")).toArray()) {
        const QJsonObject way = value.toObject();
        Solution solution{way.value(QLatin1String("id")).toString(), wordingOf(way.value(QLatin1String("title"))), wordingOf(way.value(QLatin1String("say"))),
                          way.value(QLatin1String("fits")).toString(), {}};
        const QString until = way.value(QLatin1String("until")).toString();
        solution.until = QDate::fromString(until, Qt::ISODate);
        if (!until.isEmpty() && !solution.until.isValid())
            return wrong(tr("“%1” is no day. Write it like 2026-11-30.").arg(until));
        const bool twice = std::any_of(guide.ways.cbegin(), guide.ways.cend(), [&](const Solution &one) { return one.id == solution.id; });
        if (solution.id.isEmpty() || twice || solution.title.in(WordLanguages[0]).isEmpty() || solution.say.in(WordLanguages[0]).isEmpty())
            return wrong(tr("Every way needs an id of its own, a title and words to say."));
        guide.ways << solution;
    }
    return guide;
}

QByteArray ObjectionGuide::toJson() const
{
    QJsonArray questions, all;
    for (const Wording &question : understand)
        questions << beback::toJson(question);
    for (const Solution &way : ways) {
        QJsonObject json{{QStringLiteral("id"), way.id}, {QStringLiteral("title"), beback::toJson(way.title)}, {QStringLiteral("say"), beback::toJson(way.say)}, {QStringLiteral("fits"), way.fits}};
        if (way.until.isValid())
            json.insert(QLatin1String("until"), way.until.toString(Qt::ISODate));
        all << json;
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("objection"), toText(objection)}, {QStringLiteral("understand"), questions}, {QStringLiteral("ways"), all}}).toJson();
}

const ObjectionGuide *SolutionBook::find(Objection objection) const
{
    const auto found = m_guides.constFind(int(objection));
    return found == m_guides.constEnd() ? nullptr : &*found;
}

QVector<ObjectionGuide> SolutionBook::search(const QString &text, const QString &language, QDate today) const
{
    const QVector<TextWord> looked = wordsOf(text);
    QVector<ObjectionGuide> found;
    for (const ObjectionGuide &guide : m_guides) {
        ObjectionGuide fits{guide.objection, {}, {}};
        for (const Wording &question : guide.understand)
            if (holds(question.in(language), looked))
                fits.understand << question;
        for (const Solution &way : guide.ways)
            if (way.isOffered(today) && holds(way.title.in(language) + QLatin1Char(' ') + way.say.in(language) + QLatin1Char(' ') + way.fits, looked))
                fits.ways << way;
        if (!fits.understand.isEmpty() || !fits.ways.isEmpty())
            found << fits;
    }
    return found;
}

const SolutionBook &SolutionBook::shipped()
{
    static const SolutionBook book = [] {
        SolutionBook solutions;
        const QDir folder(QStringLiteral(":/beback/solutions"));
        for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            const bool open = file.open(QIODevice::ReadOnly);
            const auto guide = ObjectionGuide::fromJson(open ? file.readAll() : QByteArray());
            if (!guide)
                qFatal("Beback was built with broken solutions: %s: %s", qPrintable(name), qPrintable(guide.error().message));
            solutions.put(*guide);
        }
        return solutions;
    }();
    return book;
}

} // namespace beback
