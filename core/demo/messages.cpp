#include "core/demo/messages.h"

#include "core/demo/people.h"
#include "core/demo/rooftop.h"
#include "core/desk/event_drafts.h"
#include "core/desk/message_facts.h"
#include "core/desk/word_facts.h"
#include "core/time/zones.h"
#include "core/words/language.h"

#include <algorithm>
#include <utility>

namespace beback::demo {

namespace {

constexpr int MostOwn = 4; // of their own words are tried for one message: each costs a check

const WordBook &book()
{
    return WordShelf::shipped()->messages;
}

Agent agent(const StaffMember &member)
{
    return {member.login, member.name, member.role};
}

// What the words are about: "trade" of "trade.value".
QString subjectOf(const QString &key)
{
    return key.section(QLatin1Char('.'), 0, 0);
}

bool isOneOf(const QString &subject, std::initializer_list<const char *> all)
{
    return std::any_of(all.begin(), all.end(), [&](const char *one) { return subject == QLatin1String(one); });
}

// A sentence that is so wherever it is put into these words. Empty: none is.
const char *editOf(const QString &key)
{
    const QString subject = subjectOf(key);
    return isOneOf(subject, {"inquiry", "vehicle", "visit"}) ? "edit.car" : isOneOf(subject, {"numbers", "trade"}) ? "edit.figures" : "";
}

// Own words answer them, or speak of the car they may still buy here: nobody who has bought is asked to come and drive it.
const char *ownWordsFor(const QString &key, Medium medium, const LeadState &lead)
{
    const QString subject = subjectOf(key);
    if (lead.status == LeadStatus::Sold)
        return "";
    if (subject == QLatin1String("answer"))
        return medium == Medium::Text || medium == Medium::Email ? "sent.answer" : "";
    if (!isOneOf(subject, {"inquiry", "vehicle", "numbers", "visit", "trade", "timing", "phone", "note", "walkin", "thinking", "shopping",
                           "price", "payment", "stock", "decider", "credit"}))
        return "";
    return medium == Medium::Text ? "sent.text" : medium == Medium::Email ? "sent.email" : medium == Medium::Note ? "sent.note" : "";
}

} // namespace

QString Written::words() const
{
    return subject.isEmpty() ? body : subject + QLatin1String("\n\n") + body;
}

QString Messages::filled(QString text, const CustomerState &customer, const LeadState &lead, const QString &writer, Instant now)
{
    static const QStringList days = {QStringLiteral("Monday"), QStringLiteral("Tuesday"), QStringLiteral("Wednesday"),
                                     QStringLiteral("Thursday"), QStringLiteral("Friday"), QStringLiteral("Saturday")};
    const int today = zones::local(now, QLatin1String(RooftopZone)).date.dayOfWeek();
    text.replace(QLatin1String("{day}"), days.at((today + m_dice.between(0, 2)) % 6));
    text.replace(QLatin1String("{first}"), customer.name.first);
    text.replace(QLatin1String("{agent}"), writer.section(QLatin1Char(' '), 0, 0));
    text.replace(QLatin1String("{dealer}"), QLatin1String(RooftopName));
    return about(text, lead.wanted, lead.trade);
}

QString Messages::phrase(const QString &purpose, const CustomerState &customer, const LeadState &lead, const QString &writer, Instant now)
{
    return filled(m_dice.pick(m_material.phrases.value(purpose)), customer, lead, writer, now);
}

QString Messages::said(const QString &purpose, const About &to)
{
    const QString known = purpose + QLatin1Char('.') + wordLanguage(to.customer);
    return m_material.phrases.contains(known) ? phrase(known, to.customer, to.lead, to.writer.name, to.now) : QString();
}

// With what only the writer can say: the answer, the figures, and the news where no campaign brings them.
WordFacts Messages::facts(const QString &key, Medium medium, const About &to)
{
    WordFacts facts = wordFacts(to.customer, to.lead, rooftop(), agent(to.writer), to.now);
    const auto say = [&](const char *name, const char *purpose) {
        if (QString &value = facts[QLatin1String(name)]; value.isEmpty())
            value = said(QLatin1String(purpose), to);
    };
    const bool offers = key == QLatin1String("bought.proposal"); // what is answered there is an offer
    say("answer", offers ? "fill.figures" : "fill.answer");
    say("figures", subjectOf(key) == QLatin1String("trade") ? "fill.trade" : "fill.figures");
    say("news", "fill.news");
    if (QString &answer = facts[QStringLiteral("answer")]; medium == Medium::Email && !answer.isEmpty())
        answer += QLatin1Char('.'); // it stands in a line of its own there
    return facts;
}

// Behind the greeting of a letter and at the end of a text.
void Messages::edit(Written &written, const QString &own) const
{
    const qsizetype greeted = written.body.indexOf(QLatin1String("\n\n"));
    if (own.isEmpty())
        return;
    if (greeted < 0)
        written.body += QLatin1Char(' ') + own;
    else
        written.body.insert(greeted + 2, own + QLatin1Char(' '));
}

// With what an e-mail has around its words; the law wants the last of it.
void Messages::makeLetter(Written &written, const About &to)
{
    written.subject = said(QStringLiteral("sent.subject"), to);
    written.body.prepend(said(QStringLiteral("sent.greeting"), to) + QLatin1String("\n\n"));
    const WordFacts facts = wordFacts(to.customer, to.lead, rooftop(), agent(to.writer), to.now);
    for (const WordTemplate &signature : book().find(QStringLiteral("_signature"), Medium::Email, wordLanguage(to.customer)).mid(0, 1))
        written.body += QLatin1String("\n\n") + fillIn(signature.body, facts);
}

// The one they got least often first, as the Work room offers it; now and then the writer likes another one of those better.
QVector<Messages::Try> Messages::prepared(const QString &key, Medium medium, const About &to, const QHash<QString, int> &used)
{
    QVector<WordTemplate> wordings = book().find(key, medium, wordLanguage(to.customer));
    if (wordings.size() > 1 && m_dice.chance(0.3))
        std::swap(wordings[0], wordings[m_dice.between(1, int(wordings.size()) - 1)]);
    std::stable_sort(wordings.begin(), wordings.end(),
                     [&](const WordTemplate &a, const WordTemplate &b) { return used.value(a.id()) < used.value(b.id()); });
    const QString own = m_dice.chance(0.2) ? said(QLatin1String(editOf(key)), to) : QString();
    QVector<Try> all;
    for (const WordTemplate &wording : std::as_const(wordings)) {
        const PreparedWords words = prepareWords(book(), wording, facts(key, medium, to));
        if (words.body.isEmpty() || !words.missing.isEmpty())
            continue;
        all << Try{{words.subject, words.body, words.wording}, words.mustAsk};
        edit(all.last().written, own);
    }
    return all;
}

QVector<Messages::Try> Messages::inOwnWords(const QString &key, Medium medium, const About &to)
{
    QStringList texts = m_material.phrases.value(QString(QLatin1String(ownWordsFor(key, medium, to.lead))) + QLatin1Char('.') + wordLanguage(to.customer));
    QVector<Try> all;
    while (!texts.isEmpty() && all.size() < MostOwn) {
        const QString text = texts.takeAt(m_dice.between(0, int(texts.size()) - 1));
        all << Try{{{}, filled(text, to.customer, to.lead, to.writer.name, to.now)}};
        if (medium == Medium::Email)
            makeLetter(all.last().written, to);
    }
    return all;
}

// In the order a writer thinks of them.
QVector<Messages::Try> Messages::tries(const QString &key, Medium medium, const About &to, const QHash<QString, int> &used)
{
    const QVector<Try> offered = prepared(key, medium, to, used), own = inOwnWords(key, medium, to);
    const bool freely = medium == Medium::Text && m_dice.chance(0.1);
    return freely ? own + offered : offered + own;
}

std::optional<Written> Messages::write(const QString &key, Medium medium, const About &to)
{
    // Without the step: what it wants warns, and holds nothing back.
    MessageFacts check = messageFacts(to.customer, to.lead, to.before, rooftop(), agent(to.writer), std::nullopt, to.now);
    std::optional<Written> kept;
    for (const Try &one : tries(key, medium, to, usedWordings(check))) {
        check.mustAsk = one.mustAsk;
        const QVector<Finding> findings = checkMessage({medium, one.written.subject, one.written.body}, check);
        if (standingBlocks(findings, false).isEmpty())
            return one.written;
        if (!kept && standingBlocks(findings, true).isEmpty()) {
            kept = one.written;
            kept->kept = blockKinds(findings);
        }
    }
    if (kept)
        kept->keptBecause = m_dice.pick(m_material.phrases.value(QStringLiteral("kept")));
    return kept;
}

double Messages::pull(const QString &wording)
{
    if (wording.isEmpty())
        return 0.9;
    const auto known = m_pulls.constFind(wordingId(wording));
    if (known != m_pulls.constEnd())
        return *known;
    return *m_pulls.insert(wordingId(wording), QVector<double>{0.6, 0.9, 1.1, 1.6}.at(m_dice.weighted({0.2, 0.3, 0.3, 0.2})));
}

} // namespace beback::demo
