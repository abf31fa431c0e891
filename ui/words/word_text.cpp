#include "ui/words/word_text.h"

#include "core/desk/timeline.h"
#include "core/words/language.h"
#include "ui/models/terms.h"
#include "ui/words/guide_words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace beback::ui::word_text {

namespace {

const QString Dot = QStringLiteral(" \u00B7 ");

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("WordText", text, nullptr, n);
}

void add(QStringList &lines, const Wording &wording, const QString &before = {})
{
    for (const QString &text : wording.texts)
        if (!text.isEmpty())
            lines << before + text;
}

// The rules of a question in one line: what they do is as much a change as its words.
QString stepLine(const GuideStep &step)
{
    QStringList parts{step.key, guide_words::kind(step.kind)};
    if (step.must)
        parts << tr("has to be asked");
    if (step.eachTime)
        parts << tr("every time");
    if (step.act != GuideAct::None)
        parts << guide_words::act(step.act);
    for (auto it = step.when.cbegin(); it != step.when.cend(); ++it)
        parts << tr("when %1 is %2").arg(it.key(), it.value().join(QLatin1Char('/')));
    return parts.join(Dot);
}

QString ofGuide(const Guide &guide)
{
    QStringList lines{guide.name, guide.about, guide.plans.join(QStringLiteral(", ")), guide.words.join(QStringLiteral(", "))};
    for (const GuideStep &step : guide.steps) {
        lines << stepLine(step);
        add(lines, step.say);
        add(lines, step.ask);
        for (const GuideChoice &choice : step.choices)
            add(lines, choice.text, QStringLiteral("\u2022 "));
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString ofSolutions(const ObjectionGuide &guide)
{
    QStringList lines;
    for (const Wording &question : guide.understand)
        add(lines, question);
    for (const Solution &way : guide.ways) {
        add(lines, way.title);
        add(lines, way.say);
        lines << way.fits;
        if (way.until.isValid())
            lines << tr("Until %1").arg(QLocale().toString(way.until, QLocale::LongFormat));
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString ofMessage(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QString subject = json.value(QLatin1String("subject")).toString(), words = json.value(QLatin1String("body")).toString();
    return subject.isEmpty() ? words : subject + QStringLiteral("\n\n") + words;
}

int phrasesIn(const QByteArray &body)
{
    const QStringList lines = QString::fromUtf8(body).split(QLatin1Char('\n'));
    return int(std::count_if(lines.cbegin(), lines.cend(), [](const QString &line) { return !line.trimmed().isEmpty() && !line.startsWith(QLatin1Char('#')); }));
}

} // namespace

QString title(const WordEntry &entry)
{
    switch (entry.kind) {
    case WordKind::Message: return entry.id.section(QLatin1Char('/'), 0, 0);
    case WordKind::Guide:
        if (const auto guide = Guide::fromJson(lastBody(entry)); guide)
            return guide->name;
        break;
    case WordKind::Solutions:
        if (const auto objection = objectionFromText(entry.id))
            return objectionText(*objection);
        break;
    case WordKind::Phrases: return languageName(entry.id);
    }
    return entry.id;
}

QString beside(const WordEntry &entry)
{
    switch (entry.kind) {
    case WordKind::Message:
        if (const auto words = WordTemplate::fromId(entry.id))
            return QStringList{terms::medium(words->medium), languageName(words->language), QString::number(words->number)}.join(Dot);
        break;
    case WordKind::Guide:
        if (const auto guide = Guide::fromJson(lastBody(entry)); guide)
            return QCoreApplication::translate("WordText", "%n questions", nullptr, int(guide->steps.size()));
        break;
    case WordKind::Solutions:
        if (const auto guide = ObjectionGuide::fromJson(lastBody(entry)); guide)
            return QCoreApplication::translate("WordText", "%n ways", nullptr, int(guide->ways.size()));
        break;
    case WordKind::Phrases: return QCoreApplication::translate("WordText", "%n phrases", nullptr, phrasesIn(entry.body));
    }
    return {};
}

QString name(const WordEntry &entry)
{
    switch (entry.kind) {
    case WordKind::Message: return title(entry) + Dot + beside(entry);
    case WordKind::Guide: return title(entry);
    case WordKind::Solutions: return tr("Solutions for “%1”").arg(title(entry));
    case WordKind::Phrases: return tr("Empty phrases in %1").arg(title(entry));
    }
    return entry.id;
}

bool isTakenOut(const WordEntry &entry)
{
    return entry.body.isEmpty();
}

bool isChangedHere(const WordEntry &entry)
{
    return !isTakenOut(entry) && !entry.changes.isEmpty() && !entry.changes.first().body.isEmpty();
}

bool isPart(const WordEntry &entry)
{
    return entry.kind == WordKind::Message && entry.id.startsWith(QLatin1Char('_'));
}

paint::Chip chip(const WordEntry &entry)
{
    if (entry.shippedAnew)
        return {Tone::Warning, {}, tr("Shipped anew")};
    if (isTakenOut(entry))
        return {Tone::Neutral, {}, tr("Taken out")};
    if (isChangedHere(entry))
        return {Tone::Info, {}, entry.shipped.isEmpty() ? tr("Written here") : tr("Changed here")};
    return {};
}

QString readable(WordKind kind, const QByteArray &body)
{
    switch (kind) {
    case WordKind::Message: return ofMessage(body);
    case WordKind::Guide:
        if (const auto guide = Guide::fromJson(body); guide)
            return ofGuide(*guide);
        break;
    case WordKind::Solutions:
        if (const auto guide = ObjectionGuide::fromJson(body); guide)
            return ofSolutions(*guide);
        break;
    case WordKind::Phrases: break;
    }
    return QString::fromUtf8(body);
}

QByteArray bodyAfter(const WordEntry &entry, const WordChange &change)
{
    return change.body.isEmpty() ? entry.shipped : change.body == TakenOut ? QByteArray() : change.body;
}

QByteArray lastBody(const WordEntry &entry)
{
    if (!entry.body.isEmpty())
        return entry.body;
    for (const WordChange &change : entry.changes)
        if (const QByteArray body = bodyAfter(entry, change); !body.isEmpty())
            return body;
    return entry.shipped;
}

} // namespace beback::ui::word_text
