#include "core/history/lead_story.h"

#include "core/history/visit_confirmation.h"
#include "core/time/zones.h"

#include <QStringList>
#include <QStringTokenizer>

#include <algorithm>
#include <limits>
#include <utility>

namespace beback {

namespace {

// The first line is about the lead; then one line each, its first letter says what it is. Values are parted by tabs, and those at
// the end that say nothing are left out. Instants are microseconds and, as all numbers, to the base 36.
constexpr QLatin1Char Version('2'), TouchMark('T'), VisitMark('V'), ObjectionMark('O'), SkipMark('S');
constexpr QLatin1Char Tab('\t'), Line('\n');
constexpr int Base = 36;

QString plain(const QString &text)
{
    QString safe = text;
    if (safe.contains(QLatin1Char('%')) || safe.contains(Tab) || safe.contains(Line))
        safe.replace(QLatin1String("%"), QLatin1String("%25")).replace(QLatin1String("\t"), QLatin1String("%09"))
            .replace(QLatin1String("\n"), QLatin1String("%0A"));
    return safe;
}

QString unplain(QStringView text)
{
    QString whole = text.toString();
    if (whole.contains(QLatin1Char('%')))
        whole.replace(QLatin1String("%0A"), QLatin1String("\n")).replace(QLatin1String("%09"), QLatin1String("\t"))
            .replace(QLatin1String("%25"), QLatin1String("%"));
    return whole;
}

QString number(qint64 value)
{
    return value == 0 ? QString() : QString::number(value, Base);
}

class Writer
{
public:
    void begin(QLatin1Char mark)
    {
        m_text += m_text.isEmpty() ? QString() : QString(Line);
        m_text += mark;
        m_gaps = 0;
    }
    // A gap is written once something comes behind it.
    Writer &put(const QString &value)
    {
        ++m_gaps;
        if (value.isEmpty())
            return *this;
        m_text += QString(m_gaps, Tab);
        m_text += value;
        m_gaps = 0;
        return *this;
    }
    Writer &put(qint64 value) { return put(number(value)); }
    Writer &put(Instant at) { return put(number(at.us)); }
    QString text() const { return m_text; }

private:
    QString m_text;
    qsizetype m_gaps = 0;
};

// Walks the values of one line. What is missing at its end is empty.
class Reader
{
public:
    Reader(QStringView line, QStringList &names) : m_rest(line), m_names(names) { next(); } // the mark
    QStringView next()
    {
        const qsizetype end = m_rest.indexOf(Tab);
        const QStringView value = end < 0 ? m_rest : m_rest.first(end);
        m_rest = end < 0 ? QStringView() : m_rest.sliced(end + 1);
        return value;
    }
    QString text() { return unplain(next()); }
    // A login, a plan, a source, a zone: there are few, and each is kept once.
    QString name()
    {
        const QStringView value = next();
        if (value.isEmpty())
            return {};
        for (const QString &known : std::as_const(m_names))
            if (known == value)
                return known;
        if (value.contains(QLatin1Char('%')))
            return unplain(value);
        m_names << value.toString();
        return m_names.last();
    }
    // As QString::number() writes it to the base 36: none of the instants and lengths in a story is negative.
    qint64 number()
    {
        qint64 read = 0;
        for (const QChar c : next()) {
            const char16_t digit = c.unicode();
            const int worth = digit >= u'0' && digit <= u'9' ? digit - u'0' : digit >= u'a' && digit <= u'z' ? digit - u'a' + 10 : -1;
            m_bad = m_bad || worth < 0 || read > std::numeric_limits<qint64>::max() / Base - 1;
            if (m_bad)
                return 0;
            read = read * Base + worth;
        }
        return read;
    }
    Instant instant() { return {number()}; }
    // Of an enum with so many values.
    template <class Enum> Enum one(int of)
    {
        const qint64 value = number();
        m_bad = m_bad || value < 0 || value >= of;
        return m_bad ? Enum{} : Enum(value);
    }
    bool isBad() const { return m_bad; }

private:
    QStringView m_rest;
    QStringList &m_names;
    bool m_bad = false;
};

constexpr int Media = int(AllMedia.size()), Outcomes = int(Outcome::Missed) + 1, Statuses = int(LeadStatus::Duplicate) + 1;
constexpr int Became = int(StoryVisit::Became::Replaced) + 1;

enum TouchFlag { Answered = 1, InHour = 2, Timed = 4 };

void write(Writer &to, const StoryTouch &touch)
{
    const int flags = (touch.wasAnswered() ? Answered : 0) | (touch.inHour ? InHour : 0) | (touch.talkSeconds >= 0 ? Timed : 0);
    to.begin(TouchMark);
    to.put(touch.at).put(plain(touch.actor)).put(int(touch.medium)).put(int(touch.outcome)).put(flags);
    to.put(std::max(0, touch.talkSeconds)).put(touch.noteLength).put(touch.wordsLength).put(touch.answers);
    to.put(touch.answeredAt == touch.at ? Instant{} : touch.answeredAt); // most were answered at once
}

StoryTouch touchFrom(Reader &from)
{
    StoryTouch touch;
    touch.at = from.instant();
    touch.actor = from.name();
    touch.medium = from.one<Medium>(Media);
    touch.outcome = from.one<Outcome>(Outcomes);
    const qint64 flags = from.number();
    touch.inHour = flags & InHour;
    touch.talkSeconds = int(from.number());
    if (!(flags & Timed))
        touch.talkSeconds = -1;
    touch.noteLength = int(from.number());
    touch.wordsLength = int(from.number());
    touch.answers = int(from.number());
    const Instant later = from.instant();
    if (flags & Answered)
        touch.answeredAt = later.us > 0 ? later : touch.at;
    return touch;
}

StoryVisit visitFrom(Reader &from)
{
    StoryVisit visit;
    visit.setAt = from.instant();
    visit.at = from.instant();
    visit.setBy = from.name();
    visit.became = from.one<StoryVisit::Became>(Became);
    visit.endedAt = from.instant();
    visit.confirmedAt = from.instant();
    return visit;
}

StorySkip skipFrom(Reader &from)
{
    StorySkip skip;
    skip.at = from.instant();
    skip.actor = from.name();
    skip.medium = from.one<Medium>(Media);
    skip.reason = from.text();
    skip.triedAt = from.instant();
    return skip;
}

void readHead(Reader &from, LeadStory &story)
{
    story.status = from.one<LeadStatus>(Statuses);
    story.owner = from.name();
    story.plan = from.name();
    story.source = from.name();
    story.arrivedAt = from.instant();
    story.requestedAt = from.instant();
    story.soldAt = from.instant();
    story.closedAt = from.instant();
    story.zone = from.name();
}

void writeHead(Writer &to, const LeadStory &story)
{
    to.begin(Version);
    to.put(int(story.status)).put(plain(story.owner)).put(plain(story.plan)).put(plain(story.source));
    to.put(story.arrivedAt).put(story.requestedAt).put(story.soldAt).put(story.closedAt).put(plain(story.zone));
}

// False: it is not known what this line says.
bool readLine(QStringView line, LeadStory &story, QStringList &names)
{
    if (line.isEmpty())
        return false;
    Reader from(line, names);
    if (line.front() == TouchMark)
        story.touches << touchFrom(from);
    else if (line.front() == VisitMark)
        story.visits << visitFrom(from);
    else if (line.front() == ObjectionMark)
        story.objections << StoryObjection{from.one<Objection>(int(AllObjections.size())), from.instant()};
    else if (line.front() == SkipMark)
        story.skips << skipFrom(from);
    else
        return false;
    return !from.isBad();
}

// When we spoke with them, or they wrote: a reply to what we sent is counted when it came, not when we sent that.
QVector<Instant> spokenOf(const QVector<StoryTouch> &touches, const QVector<Instant> &replies)
{
    QVector<Instant> spoken = replies;
    for (const StoryTouch &touch : touches)
        if (isAnswered(touch.outcome))
            spoken << touch.at;
    std::sort(spoken.begin(), spoken.end());
    return spoken;
}

Instant confirmedAt(const StoryVisit &visit, const QVector<Instant> &spoken, const QString &zone)
{
    const auto from = visit.setAt.us > 0 ? confirmFrom(visit.at, zone) : std::nullopt;
    if (!from)
        return {};
    const Instant until = visit.endedAt.us > 0 ? std::min(visit.at, visit.endedAt) : visit.at;
    const auto first = std::lower_bound(spoken.cbegin(), spoken.cend(), *from);
    return first != spoken.cend() && *first < until ? *first : Instant{};
}

// The last of them that was made by then. `touches` by when they happened.
Instant lastBy(const QVector<StoryTouch> &touches, Instant at)
{
    const auto after = std::upper_bound(touches.cbegin(), touches.cend(), at, [](Instant then, const StoryTouch &touch) { return then < touch.at; });
    return after == touches.cbegin() ? Instant{} : std::prev(after)->at;
}

} // namespace

LeadStory storyOf(const CustomerState &customer, const LeadState &lead)
{
    LeadStory story;
    story.status = lead.status;
    story.owner = lead.owner;
    story.plan = lead.planId;
    story.source = lead.source;
    story.arrivedAt = lead.arrivedAt;
    story.requestedAt = std::min(lead.requestedAt, lead.arrivedAt);
    story.soldAt = lead.boughtAt;
    story.closedAt = lead.closedAt;
    const auto zone = std::find_if(customer.zones.cbegin(), customer.zones.cend(), &zones::isKnown);
    story.zone = zone == customer.zones.cend() ? QString() : *zone;
    story.touches = lead.storyTouches;
    // Whoever writes down on Wednesday what they did on Monday moves nothing to Wednesday.
    std::stable_sort(story.touches.begin(), story.touches.end(), [](const StoryTouch &a, const StoryTouch &b) { return a.at < b.at; });
    story.visits = lead.storyVisits;
    story.objections = lead.storyObjections;
    story.skips = lead.storySkips;
    const QString clock = story.zone.isEmpty() ? zones::unknownSet().first() : story.zone;
    const QVector<Instant> spoken = story.visits.isEmpty() ? QVector<Instant>() : spokenOf(story.touches, lead.storyReplies);
    for (StoryVisit &visit : story.visits)
        visit.confirmedAt = confirmedAt(visit, spoken, clock);
    for (StorySkip &skip : story.skips)
        skip.triedAt = lastBy(story.touches, skip.at);
    return story;
}

Instant LeadStory::lastAt() const
{
    Instant last = std::max({arrivedAt, soldAt, closedAt});
    for (const StoryTouch &touch : touches)
        last = std::max(last, touch.at);
    for (const StoryVisit &visit : visits)
        last = std::max({last, visit.setAt, visit.endedAt});
    for (const StoryObjection &heard : objections)
        last = std::max(last, heard.at);
    for (const StorySkip &skip : skips)
        last = std::max(last, skip.at);
    return last;
}

QString toText(const LeadStory &story)
{
    Writer to;
    writeHead(to, story);
    for (const StoryTouch &touch : story.touches)
        write(to, touch);
    for (const StoryVisit &visit : story.visits) {
        to.begin(VisitMark);
        to.put(visit.setAt).put(visit.at).put(plain(visit.setBy)).put(int(visit.became)).put(visit.endedAt).put(visit.confirmedAt);
    }
    for (const StoryObjection &heard : story.objections) {
        to.begin(ObjectionMark);
        to.put(int(heard.objection)).put(heard.at);
    }
    for (const StorySkip &skip : story.skips) {
        to.begin(SkipMark);
        to.put(skip.at).put(plain(skip.actor)).put(int(skip.medium)).put(plain(skip.reason)).put(skip.triedAt);
    }
    return to.text();
}

std::optional<LeadStory> StoryReader::read(const QString &text)
{
    LeadStory story;
    story.touches.reserve(text.count(Line)); // most lines are touches
    bool isHead = true;
    for (const QStringView line : QStringTokenizer(text, Line)) {
        if (!isHead && !readLine(line, story, m_names))
            return {};
        if (!std::exchange(isHead, false))
            continue;
        if (line.isEmpty() || line.front() != Version || (line.size() > 1 && line[1] != Tab))
            return {};
        Reader head(line, m_names);
        readHead(head, story);
        if (head.isBad())
            return {};
    }
    return story;
}

std::optional<LeadStory> storyFromText(const QString &text)
{
    return StoryReader().read(text);
}

} // namespace beback
