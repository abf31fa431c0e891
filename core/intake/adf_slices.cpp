#include "core/intake/adf_slices.h"

#include "core/intake/charset.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <cstring>

namespace beback {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == ':' || c == '_' || c == '-' || c == '.';
}

bool sameName(QByteArrayView name, const char *wanted)
{
    return name.compare(wanted, Qt::CaseInsensitive) == 0;
}

// Tags HTML leaves open; counting them as depth would refuse a comment of a hundred <br>.
bool isVoid(QByteArrayView name)
{
    return sameName(name, "br") || sameName(name, "hr") || sameName(name, "img") || sameName(name, "p");
}

QByteArrayView withoutPrefix(QByteArrayView name)
{
    const qsizetype colon = name.lastIndexOf(':');
    return colon < 0 ? name : name.sliced(colon + 1);
}

} // namespace

struct AdfSlices::Body {
    enum class Step { More, Opened, End };

    QIODevice &input;
    QByteArray buffer;
    qsizetype place = 0;      // where reading goes on
    qsizetype pieceStart = 0; // of the present prospect, or of the prologue
    qsizetype pieceEnd = -1;  // after "</prospect>"
    qint64 total = 0;
    int number = 0;           // of the present prospect; 0: still in the prologue
    int depth = 0;
    bool ended = false;       // no more input
    bool finished = false;    // the last slice was given
    bool rootClosed = false;  // "</adf>" was seen
    std::optional<Error> refusal;
    QByteArray kept;          // the beginning of a piece that is too large
    QByteArray prologue;
    QByteArray charset;
    std::unique_ptr<QStringDecoder> wide;
    bool looked = false;

    explicit Body(QIODevice &in) : input(in) {}

    Result<bool> more();
    Result<Step> step();
    Result<Step> tag(qsizetype at);
    Result<std::optional<qsizetype>> find(const char *what, qsizetype from);
    void open(qsizetype at);
    void guardSize();
    void finishPrologue(qsizetype at);
    Slice take(qsizetype end);
    void refuse(const char *why);
};

namespace {

// The encoding="…" of the XML declaration, wherever it stands in the prologue and whether or not it is closed.
QByteArray declaredIn(const QByteArray &prologue)
{
    const QByteArray head = prologue.left(2048).toLower();
    qsizetype at = head.indexOf("encoding");
    if (at < 0)
        return {};
    at += 8;
    while (at < head.size() && (head[at] == ' ' || head[at] == '=' || head[at] == '"' || head[at] == '\''))
        ++at;
    qsizetype end = at;
    while (end < head.size() && isNameCharacter(head[end]))
        ++end;
    return head.mid(at, end - at);
}

} // namespace

// Reads on; false at the end of the input.
Result<bool> AdfSlices::Body::more()
{
    if (ended)
        return false;
    constexpr qint64 Chunk = 1024 * 1024;
    if (pieceStart > 0) { // what was given out already makes room
        buffer.remove(0, pieceStart);
        place -= pieceStart;
        if (pieceEnd >= 0)
            pieceEnd -= pieceStart;
        pieceStart = 0;
    }
    const QByteArray chunk = input.read(Chunk);
    total += chunk.size();
    if (chunk.isEmpty()) {
        ended = true;
        return false;
    }
    if (total > adf_limits::File)
        return Error{Code::Invalid, say("This file is larger than 512 MB. Split it and import the parts."), {}};
    if (!looked) {
        looked = true;
        if (const QByteArray name = wideCharset(chunk); !name.isEmpty())
            wide = std::make_unique<QStringDecoder>(name.constData());
        else if (looksBinary(chunk))
            return Error{Code::Invalid, say("This is not a text file, so there is no lead in it to read."), {}};
    }
    if (wide) {
        const QString text = wide->decode(chunk);
        buffer += text.toUtf8();
    } else {
        buffer += chunk;
    }
    return true;
}

// Where `what` begins, reading on as needed; none when it does not come before the piece is too large or the end.
Result<std::optional<qsizetype>> AdfSlices::Body::find(const char *what, qsizetype from)
{
    const qsizetype length = qsizetype(std::strlen(what));
    for (;;) {
        const qsizetype at = buffer.indexOf(what, from);
        if (at >= 0)
            return std::optional(at);
        if (buffer.size() - pieceStart > adf_limits::Prospect + adf_limits::Tag)
            return std::optional<qsizetype>();
        const qsizetype searched = std::max(from, buffer.size() - length) - pieceStart;
        BEBACK_TRY(got, more());
        from = searched + pieceStart;
        if (!got)
            return std::optional<qsizetype>();
    }
}

void AdfSlices::Body::refuse(const char *why)
{
    if (!refusal)
        refusal = Error{Code::Invalid, say(why), {}};
}

// Keeps memory flat: of a piece that is too large only the beginning is kept.
void AdfSlices::Body::guardSize()
{
    const qsizetype limit = number == 0 ? adf_limits::Surroundings : adf_limits::Prospect;
    const qsizetype from = pieceEnd >= 0 ? pieceEnd : pieceStart;
    if (place - from <= limit)
        return;
    if (number == 0) {
        prologue += buffer.mid(pieceStart, std::max<qsizetype>(0, limit - prologue.size()));
        pieceStart = place;
    } else if (pieceEnd >= 0) {
        buffer.remove(pieceEnd, place - pieceEnd); // a long tail holds nothing of use
        place = pieceEnd;
    } else {
        if (kept.isEmpty())
            kept = buffer.mid(pieceStart, limit);
        pieceStart = place;
        refuse("This lead is larger than 256 kB. Only its beginning was kept.");
    }
}

void AdfSlices::Body::finishPrologue(qsizetype at)
{
    prologue += buffer.mid(pieceStart, std::min(at - pieceStart, adf_limits::Surroundings));
    charset = wide ? QByteArrayLiteral("UTF-8") : declaredIn(prologue);
}

void AdfSlices::Body::open(qsizetype at)
{
    pieceStart = at;
    pieceEnd = -1;
    depth = 1;
    rootClosed = false;
    ++number;
}

AdfSlices::Slice AdfSlices::Body::take(qsizetype end)
{
    Slice slice;
    slice.number = number;
    slice.refusal = std::exchange(refusal, std::nullopt);
    if (!kept.isEmpty()) {
        slice.bytes = std::exchange(kept, {});
        return slice;
    }
    const qsizetype stop = pieceEnd >= 0 ? pieceEnd : end;
    slice.bytes = buffer.mid(pieceStart, stop - pieceStart);
    slice.tail = buffer.mid(stop, end - stop);
    slice.endMissing = pieceEnd < 0;
    return slice;
}

Result<AdfSlices::Body::Step> AdfSlices::Body::tag(qsizetype at)
{
    const bool closing = buffer[at + 1] == '/';
    const qsizetype nameAt = at + (closing ? 2 : 1);
    qsizetype nameEnd = nameAt;
    while (nameEnd < buffer.size() && nameEnd - nameAt < 128 && isNameCharacter(buffer[nameEnd]))
        ++nameEnd;
    const QByteArrayView name = withoutPrefix(QByteArrayView(buffer).sliced(nameAt, nameEnd - nameAt));
    const bool prospect = sameName(name, "prospect");
    const bool root = sameName(name, "adf");
    const bool open_ = !closing && prospect;
    const bool leftOpen = isVoid(name);
    place = nameEnd;
    if (open_)
        return Step::Opened;
    const auto *gt = static_cast<const char *>(
        memchr(buffer.constData() + nameEnd, '>', size_t(std::min(buffer.size() - nameEnd, adf_limits::Tag))));
    if (!gt && buffer.size() - nameEnd < adf_limits::Tag)
        return Step::More; // the input ends inside this tag
    if (!gt) {
        refuse("A tag in this lead is longer than 16 kB. It was not read.");
        place = nameEnd + adf_limits::Tag;
        return Step::More;
    }
    const qsizetype end = gt - buffer.constData() + 1;
    if (closing) {
        depth = std::max(0, depth - 1);
        rootClosed = rootClosed || root;
        if (prospect && number > 0 && pieceEnd < 0) {
            pieceEnd = end;
            place = end;
        }
    } else if (!leftOpen && *(gt - 1) != '/' && ++depth > adf_limits::Depth) {
        refuse("The elements of this lead are nested more than 64 deep. It was not read.");
    }
    return Step::More;
}

// Goes on to the next tag.
Result<AdfSlices::Body::Step> AdfSlices::Body::step()
{
    BEBACK_TRY(found, find("<", place));
    if (!found) {
        place = buffer.size();
        guardSize();
        return ended ? Step::End : Step::More;
    }
    place = *found;
    guardSize();
    // A tag is looked at whole, so that its name and its end are in the buffer.
    while (buffer.size() - place < adf_limits::Tag + 256 && !ended)
        BEBACK_CHECK(more());
    const qsizetype at = place;
    const QByteArrayView rest = QByteArrayView(buffer).sliced(at);
    if (rest.startsWith("<!--") || rest.startsWith("<![CDATA[")) {
        const bool comment = rest.startsWith("<!--");
        const qsizetype offset = at - pieceStart;
        BEBACK_TRY(end, find(comment ? "-->" : "]]>", at + 4));
        const qsizetype moved = pieceStart + offset;
        place = end ? *end + 3 : moved + 4;
        return Step::More;
    }
    const QByteArrayView word = rest.first(std::min<qsizetype>(rest.size(), 9));
    if (sameName(word, "<!DOCTYPE") || sameName(word.first(std::min<qsizetype>(word.size(), 8)), "<!ENTITY"))
        return Error{Code::Invalid,
                     say("This file declares a document type or entities, which can be used to do harm. It was not read. "
                         "Take those lines out and try again."),
                     {}};
    const bool isTag = rest.size() > 2 && (isLetter(rest[1]) || (rest[1] == '/' && isLetter(rest[2])));
    if (isTag)
        return tag(at);
    place = at + 1;
    return Step::More;
}

AdfSlices::AdfSlices(QIODevice &input) : m_body(std::make_unique<Body>(input)) {}
AdfSlices::~AdfSlices() = default;

Result<std::optional<AdfSlices::Slice>> AdfSlices::next()
{
    Body &b = *m_body;
    while (!b.finished) {
        BEBACK_TRY(step, b.step());
        if (step == Body::Step::More)
            continue;
        const bool opened = step == Body::Step::Opened;
        qsizetype at = b.buffer.size();
        if (opened) {
            at = b.buffer.lastIndexOf('<', b.place - 1);
        } else {
            b.finished = true;
        }
        if (b.number == 0) {
            b.finishPrologue(at);
            b.refusal.reset(); // a strange prologue harms nobody
        }
        std::optional<Slice> slice;
        if (b.number > 0)
            slice = b.take(at);
        const bool cutOff = !opened && slice && slice->endMissing && !b.rootClosed;
        if (cutOff && !slice->refusal)
            slice->refusal = Error{Code::Invalid,
                                   say("This lead breaks off in the middle. Ask the sender to send it again."),
                                   {}};
        if (opened)
            b.open(at);
        if (slice)
            return slice;
    }
    return std::optional<Slice>();
}

const QByteArray &AdfSlices::prologue() const
{
    return m_body->prologue;
}

QByteArray AdfSlices::declaredCharset() const
{
    return m_body->charset;
}

} // namespace beback
