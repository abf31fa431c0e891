#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>
#include <optional>

namespace beback {

// The bounds of what is read; beyond them a piece is refused, in bounded time and memory.
namespace adf_limits {
inline constexpr qsizetype Prospect = 256 * 1024;     // bytes of one <prospect>
inline constexpr qsizetype Tag = 16 * 1024;           // bytes of one tag with its attributes
inline constexpr int Depth = 64;                      // elements inside each other
inline constexpr qint64 File = 512LL * 1024 * 1024;   // bytes of one file
inline constexpr qsizetype Surroundings = 64 * 1024;  // bytes kept of what stands around the prospects
}

// Cuts a stream of ADF into its prospects without parsing it, so that a file of any size passes through little memory,
// and so that what stands in front of the first prospect cannot do harm (misplaced or broken XML declarations are the
// most common fault of real leads). Comments and CDATA sections are respected.
class AdfSlices
{
public:
    struct Slice {
        QByteArray bytes;          // from "<prospect" to its end, in the file's character set
        QByteArray tail;           // what follows, up to the next prospect: some senders put the vendor there
        int number = 0;            // 1, 2, 3 ...
        bool endMissing = false;   // no "</prospect>", but another prospect or "</adf>" follows
        std::optional<Error> refusal;
    };

    explicit AdfSlices(QIODevice &input);
    ~AdfSlices();

    // None at the end. A failure concerns the whole rest: a document type declaration, a file too long, a read error.
    Result<std::optional<Slice>> next();

    const QByteArray &prologue() const; // what stood before the first prospect; whole after the first next()
    QByteArray declaredCharset() const; // of the XML declaration; "UTF-8" where the file was UTF-16; may be empty

private:
    struct Body;
    std::unique_ptr<Body> m_body;
};

} // namespace beback
