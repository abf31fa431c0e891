// Which wording of a message brings how many replies.
#include "core/report/chart_words.h"
#include "core/report/charts.h"
#include "core/report/charts_read.h"
#include "core/report/measures.h"
#include "core/words/language.h"
#include "core/words/word_book.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <tuple>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// A wording, and what message it is one of.
struct Worded {
    QString reference;
    WordTemplate words; // without its words
    Tally replies;
    double share() const { return double(replies.count) / replies.of; }
    ShareInterval interval() const { return shareInterval(replies.count, replies.of); }
    bool isEnough() const { return replies.of >= LeastToSay; }
    bool isOfSame(const Worded &other) const
    {
        return words.key == other.words.key && words.medium == other.words.medium && words.language == other.words.language;
    }
};

// Best first; those with too few to say anything behind them, the most first.
QVector<Worded> wordingsOf(const ReportFacts &facts, const QVector<WordedMessage> &messages)
{
    const QHash<LeadId, qsizetype> places = placesOf(facts);
    QMap<QString, Worded> found;
    for (const WordedMessage &message : messages) {
        const auto place = places.constFind(message.lead);
        if (place == places.constEnd())
            continue;
        Worded &wording = found[message.wording];
        wording.reference = message.wording;
        ++wording.replies.of;
        if (message.answered)
            wording.replies.add(*place);
    }
    QVector<Worded> sorted;
    for (Worded &wording : found) {
        wording.words = WordTemplate::fromId(wording.reference).value_or(WordTemplate{wording.reference});
        sorted << wording;
    }
    std::sort(sorted.begin(), sorted.end(), [](const Worded &a, const Worded &b) {
        const auto rank = [](const Worded &one) { return std::tuple(one.isEnough(), one.isEnough() ? one.share() : 0, one.replies.of); };
        return rank(a) != rank(b) ? rank(a) > rank(b) : a.reference < b.reference;
    });
    return sorted;
}

// "inquiry.first, text 2", "inquiry.first, text 2, Spanish, version 3"
QString labelOf(const WordTemplate &words)
{
    if (words.language.isEmpty()) // no reference this program knows
        return words.key;
    QString label = tr("%1, %2 %3").arg(words.key, chart_words::mediumName(words.medium).toLower(), QString::number(words.number));
    if (words.language != WordLanguages[0])
        label = tr("%1, %2").arg(label, languageName(words.language));
    return words.version > 0 ? tr("%1, version %2").arg(label, QString::number(words.version)) : label;
}

// Two of one message whose intervals lie apart: the pair that differs most. Null: none.
std::pair<const Worded *, const Worded *> clearest(const QVector<Worded> &wordings, bool &isComparable)
{
    std::pair<const Worded *, const Worded *> pair{nullptr, nullptr};
    for (const Worded &better : wordings)
        for (const Worded &worse : wordings) {
            if (&better >= &worse || !better.isEnough() || !worse.isEnough() || !better.isOfSame(worse))
                continue;
            isComparable = true;
            const bool isClearer = !pair.first || better.share() - worse.share() > pair.first->share() - pair.second->share();
            if (better.interval().isApartFrom(worse.interval()) && isClearer)
                pair = {&better, &worse};
        }
    return pair;
}

QString says(const QVector<Worded> &wordings, const ChartFilter &filter)
{
    int sent = 0, answered = 0;
    for (const Worded &wording : wordings) {
        sent += wording.replies.of;
        answered += wording.replies.count;
    }
    const QString range = chart_words::inRange(filter.days);
    if (sent == 0)
        return chart_words::isNarrow(filter) ? tr("No message from prepared words that fits the filters went out %1.").arg(range)
                                             : tr("No message from prepared words went out %1.").arg(range);
    bool isComparable = false;
    const auto [better, worse] = clearest(wordings, isComparable);
    if (better)
        return tr("“%1” brings more replies than “%2”: %3 against %4")
            .arg(labelOf(better->words), labelOf(worse->words), chart_words::percent(better->share()), chart_words::percent(worse->share()));
    if (isComparable)
        return tr("No wording clearly brings more replies than another of the same message");
    if (sent == 1)
        return tr("One message says nothing yet about which wording brings replies");
    return tr("No message went out in two wordings often enough to compare them; %1 of %2 messages had a reply")
        .arg(QString::number(answered), QString::number(sent));
}

} // namespace

Chart drawWordings(const ReportFacts &facts, const QVector<WordedMessage> &messages)
{
    const QVector<Worded> wordings = wordingsOf(facts, messages);
    Chart chart;
    chart.id = QStringLiteral("wordings");
    chart.shape = Chart::Shape::Rows;
    chart.isShare = true;
    chart.says = says(wordings, facts.filter);
    chart.beneath = tr("Messages with a reply, by wording, %1, 95 % interval").arg(chart_words::rangeName(facts.filter.days));
    chart.counted = countedBy({Measure::WordedReply, Measure::Share, Measure::TooFew});
    chart.axis = tr("% of messages with a reply");
    chart.series = {{QStringLiteral("replies"), tr("With a reply"), {}}};
    for (const Worded &wording : wordings)
        chart.series.first().marks << shareOf(facts, wording.reference, labelOf(wording.words), wording.replies, LeastToSay);
    return chart;
}

Result<Chart> wordingsChart(const ChartReading &reading)
{
    const ReportFacts &facts = reading.facts;
    BEBACK_TRY(messages, wordedMessages(reading.db, reading.rooftop, facts.since));
    const QHash<LeadId, qsizetype> places = placesOf(facts);
    const auto medium = mediumFromText(facts.filter.medium);
    messages.removeIf([&](const WordedMessage &one) {
        const auto place = places.constFind(one.lead);
        if (place == places.constEnd() || one.at < facts.since || (medium && one.medium != *medium))
            return true;
        return !leavesIn(facts.filter, one.actor, facts.leads[*place].plan, facts.leads[*place].source);
    });
    return drawWordings(facts, messages);
}

} // namespace beback
