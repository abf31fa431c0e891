#pragma once

#include "core/intake/adf_reader.h"

namespace beback {

namespace mail_limits {
inline constexpr qsizetype Mail = 32 * 1024 * 1024; // bytes
inline constexpr qsizetype Mailbox = 128 * 1024 * 1024; // bytes of a file of mails
inline constexpr int Depth = 16;                    // parts inside parts
inline constexpr int Parts = 200;
}

// The leads in one e-mail (RFC 5322): ADF as an attachment, as the whole body, HTML-escaped in an HTML body, in quoted-
// printable or base64, in nested multiparts, in a forwarded message or an inline-forwarded one ("> <adf>"), and in a mail
// whose boundary is wrong. The best kind of part that holds ADF counts; the others repeat it. Identity: the message id of
// the message that carries it. A mail without ADF gives one reading with a refusal. A mailbox file (mbox) is each of its
// mails in turn. `base`: zone and source. Thread: any.
QVector<Reading> readMail(const QByteArray &content, const AdfContext &base);

// Does this begin like an e-mail?
bool looksLikeMail(QByteArrayView start);

} // namespace beback
