#include "core/intake/adf_reader.h"

#include "core/intake/adf_lead.h"
#include "core/intake/adf_mend.h"
#include "core/intake/adf_slices.h"
#include "core/intake/charset.h"
#include "core/intake/lead_identity.h"

#include <QBuffer>
#include <QCoreApplication>

#include <cstring>

namespace beback {

namespace {

using adf::Node;

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// One parsed piece and the bytes it points into. Made once and used again: parsing in place costs one copy.
class Parsed
{
public:
    // pugixml keeps a bare "&" and never expands entities of a document type.
    bool parse(const QByteArray &utf8, unsigned int more = 0)
    {
        m_bytes.resize(utf8.size());
        std::memcpy(m_bytes.data(), utf8.constData(), size_t(utf8.size()));
        m_result = m_document.load_buffer_inplace(m_bytes.data(), size_t(m_bytes.size()), pugi::parse_default | more,
                                                  pugi::encoding_utf8);
        return m_result.status == pugi::status_ok;
    }
    Node root() const { return m_document; }
    QString reason() const { return QString::fromUtf8(m_result.description()); }

private:
    QByteArray m_bytes;
    pugi::xml_document m_document;
    pugi::xml_parse_result m_result;
};

bool holdsElement(const QByteArray &bytes, const char *name)
{
    return bytes.contains(name) || bytes.toLower().contains(name);
}

class Reader
{
public:
    Reader(AdfSlices &slices, const AdfContext &context) : m_slices(slices), m_context(context) {}

    Reading read(AdfSlices::Slice &&slice)
    {
        prepare();
        Reading reading;
        reading.place = say("prospect %1").arg(slice.number);
        reading.content = std::move(slice.bytes);
        if (slice.refusal) {
            reading.refusal = std::move(*slice.refusal);
            return reading;
        }
        QStringList warnings;
        const QByteArray utf8 = inUtf8(reading.content, warnings);
        if (slice.endMissing)
            warnings.append(say("The end of this lead was missing; what there was has been read."));
        if (slice.endMissing || !m_piece.parse(utf8)) {
            if (!m_piece.parse(mendXml(utf8, &warnings))) {
                reading.refusal = Error{Code::Invalid,
                                        say("This lead is not readable XML, and could not be mended (%1).").arg(m_piece.reason()),
                                        {}};
                return reading;
            }
        }
        adf::Surroundings around{m_piece.root().first_child(), tailOf(slice), m_prologue.root()};
        while (around.prospect && !adf::isNamed(around.prospect, "prospect"))
            around.prospect = around.prospect.next_sibling();
        finish(adf::leadFrom(around, m_context), slice.number, std::move(warnings), reading);
        if (around.tail) // beside the prospect: part of what would have to be mended
            reading.content += slice.tail;
        return reading;
    }

    // A document with a customer but no <prospect> around it.
    std::optional<Reading> readBare()
    {
        prepare();
        const QByteArray &bytes = m_slices.prologue();
        if (!holdsElement(bytes, "<customer") && !holdsElement(bytes, "<contact"))
            return std::nullopt;
        QStringList warnings{say("There was no prospect element around this lead.")};
        Reading reading;
        reading.place = say("prospect %1").arg(1);
        reading.content = bytes;
        if (!m_piece.parse(mendXml(inUtf8(bytes, warnings), &warnings), pugi::parse_fragment))
            return std::nullopt;
        Node root = m_piece.root();
        while (root && !adf::child(root, "customer") && !adf::child(root, "contact"))
            root = root.first_child();
        finish(adf::leadFrom({root, {}, {}}, m_context), 1, std::move(warnings), reading);
        return reading;
    }

private:
    // Once the prologue is known: its character set, and the vendor or provider that may stand in it.
    void prepare()
    {
        if (m_prepared)
            return;
        m_prepared = true;
        m_charset = m_slices.declaredCharset();
        if (m_charset.isEmpty())
            m_charset = m_context.declaredCharset;
        const QByteArray &prologue = m_slices.prologue();
        if (holdsElement(prologue, "<vendor") || holdsElement(prologue, "<provider"))
            m_prologue.parse(mendXml(toUtf8(prologue, m_charset), nullptr), pugi::parse_fragment);
    }

    QByteArray inUtf8(const QByteArray &bytes, QStringList &warnings) const
    {
        bool mended = false;
        QByteArray utf8 = toUtf8(bytes, m_charset, &mended);
        if (mended)
            warnings.append(say("The letters were not in the character set the lead declares; the likely one was used."));
        return utf8;
    }

    Node tailOf(const AdfSlices::Slice &slice)
    {
        if (!holdsElement(slice.tail, "<vendor") && !holdsElement(slice.tail, "<provider"))
            return {};
        m_tail.parse(mendXml(toUtf8(slice.tail, m_charset), nullptr), pugi::parse_fragment);
        return m_tail.root();
    }

    void finish(adf::LeadParts parts, int number, QStringList warnings, Reading &reading) const
    {
        LeadDraft &draft = parts.draft;
        draft.warnings = warnings + draft.warnings;
        if (auto reachable = checkReachable(draft); !reachable) {
            reading.refusal = reachable.error();
            return;
        }
        if (!m_context.messageId.isEmpty())
            draft.keys.append(QStringLiteral("mail:%1#%2").arg(m_context.messageId).arg(number));
        draft.keys.append(contentPrint(draft, parts.statedDate));
        reading.lead = std::move(draft);
    }

    AdfSlices &m_slices;
    const AdfContext &m_context;
    Parsed m_piece;
    Parsed m_tail;
    Parsed m_prologue;
    QByteArray m_charset;
    bool m_prepared = false;
};

} // namespace

Result<void> forEachProspect(QIODevice &input, const AdfContext &context, const std::function<bool(Reading &&)> &take)
{
    AdfSlices slices(input);
    Reader reader(slices, context);
    bool any = false;
    for (;;) {
        BEBACK_TRY(slice, slices.next());
        if (!slice)
            break;
        any = true;
        if (!take(reader.read(std::move(*slice))))
            return {};
    }
    if (any)
        return {};
    if (std::optional<Reading> bare = reader.readBare()) {
        take(std::move(*bare));
        return {};
    }
    return Error{Code::Invalid, say("There is no lead in this: no prospect element was found."), {}};
}

QVector<Reading> readAdf(const QByteArray &content, const AdfContext &context)
{
    QVector<Reading> readings;
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    const auto read = forEachProspect(buffer, context, [&readings](Reading &&reading) {
        readings.append(std::move(reading));
        return true;
    });
    if (!read) {
        Reading whole;
        whole.refusal = read.error();
        whole.content = content;
        readings.append(whole);
    }
    return readings;
}

bool looksLikeAdf(QByteArrayView content)
{
    static const char *const marks[] = {"<prospect", ":prospect", "<adf"};
    const QByteArray lower = content.first(std::min<qsizetype>(content.size(), 1024 * 1024)).toByteArray().toLower();
    for (const char *mark : marks)
        if (lower.contains(mark))
            return true;
    return false;
}

} // namespace beback
