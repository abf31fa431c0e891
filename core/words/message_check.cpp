#include "core/words/message_check.h"

#include "core/words/idle_question.h"
#include "core/words/language.h"
#include "core/words/message_likeness.h"
#include "core/words/message_names.h"
#include "core/words/message_reasons.h"
#include "core/words/sms_parts.h"
#include "core/words/speller.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace beback {

namespace {

constexpr int LongText = 480, LongestText = 1600; // characters; carriers refuse longer ones, and three parts are a letter
constexpr int LongNote = 900, LongEmail = 2500;   // what a card holds, what is read at once
constexpr double SameQuestion = 0.6;
constexpr int MostMisspelled = 8;

using Kind = Finding::Kind;
using Weight = Finding::Weight;
using Remedy = Finding::Remedy;

QStringList plainOf(const QVector<TextWord> &words)
{
    QStringList plain;
    for (const TextWord &word : words)
        plain << word.plain;
    return plain;
}

// One look at one message.
class Check
{
public:
    Check(const Message &message, const MessageFacts &facts, const Speller *speller)
        : m_message(message), m_facts(facts), m_phrases(facts.phrases), m_speller(speller), m_plain(withoutLinks(message.body)), m_sentences(sentencesOf(m_plain))
    {
    }

    QVector<Finding> run()
    {
        holes(m_message.subject, true);
        holes(m_message.body, false);
        if (m_message.body.trimmed().isEmpty())
            add({Kind::Question, Weight::Blocks, false, false, -1, 0, tr("Nothing is written yet"), tr("Write what you have for them, and ask one thing."), Remedy::None, {}});
        else if (m_facts.confirmsStop)
            stopOnly();
        else
            followUp();
        std::stable_sort(m_findings.begin(), m_findings.end(), [](const Finding &a, const Finding &b) {
            return std::tuple(a.weight == Weight::Warns, a.kind == Kind::Spelling) < std::tuple(b.weight == Weight::Warns, b.kind == Kind::Spelling);
        });
        return m_findings;
    }

private:
    void add(const Finding &finding) { m_findings << finding; }

    void followUp()
    {
        questions();
        emptyPhrases();
        for (const Finding &finding : repeats(m_sentences, m_message, m_facts))
            add(finding);
        for (const Finding &finding : wrongNames(m_plain, m_facts))
            add(finding);
        law();
        length();
        for (const Finding &finding : reasons(m_sentences, m_facts))
            add(finding);
        language();
        shouting();
        spelling();
    }

    // "{{figures}}", "[NAME]", "<price>", "____", "$XX": somebody was to fill that in.
    void holes(const QString &text, bool inSubject)
    {
        static const QRegularExpression hole(QStringLiteral("\\{+\\s*([^{}\\n]{1,40}?)\\s*\\}+|\\[+([A-Za-z][A-Za-z _-]{1,30})\\]+|<([a-z][a-z _-]{1,30})>|"
                                                            "_{3,}|\\b[Xx]{3,}\\b|\\$\\s*[Xx]{2,}\\b"));
        for (auto all = hole.globalMatch(text); all.hasNext();) {
            const QRegularExpressionMatch match = all.next();
            const QString name = (match.captured(1) + match.captured(2) + match.captured(3)).section(QLatin1Char('|'), 0, 0).replace(QLatin1Char('_'), QLatin1Char(' ')).trimmed();
            add({Kind::Hole, Weight::Blocks, false, inSubject, int(match.capturedStart()), int(match.capturedLength()),
                 name.isEmpty() ? tr("A gap is not filled in") : tr("“%1” is not filled in").arg(name.toLower()), tr("Write what belongs there, or take it out."), Remedy::None, {}});
        }
    }

    // What a sentence asks, from where it begins to. A question in quotation marks is somebody else's. Empty: nothing.
    QString askedBy(const TextSentence &sentence) const
    {
        if (!sentence.asks)
            return {};
        QString said = m_plain.mid(sentence.from, sentence.length);
        static const QRegularExpression quoted(QStringLiteral("\"[^\"\\n]*\"|\u201C[^\u201D\\n]*\u201D|\u00AB[^\u00BB\\n]*\u00BB"));
        said.replace(quoted, QStringLiteral(" "));
        if (!said.contains(QLatin1Char('?')) && !said.contains(QChar(0x00BF)))
            return {};
        const qsizetype opens = said.indexOf(QChar(0x00BF));
        return opens < 0 ? said : said.mid(opens);
    }

    // "OK?" is no question, and "who would not?" wants no answer.
    bool isQuestion(const TextSentence &sentence) const
    {
        const QStringList words = plainOf(wordsOf(askedBy(sentence)));
        if (words.size() < 2)
            return false;
        static const QRegularExpression rhetorical(QStringLiteral("^(who (wouldn't|doesn't|would not|does not)|quien no|why not)\\b"));
        return !rhetorical.match(words.join(QLatin1Char(' '))).hasMatch();
    }

    void questions()
    {
        QVector<QStringList> asked;
        bool forSomething = false;
        for (const TextSentence &sentence : m_sentences)
            if (isQuestion(sentence)) {
                asked << plainOf(sentence.words);
                forSomething = forSomething || !asksForNothing(askedBy(sentence), m_facts.names);
            }
        bool missing = false;
        for (const QString &question : m_facts.mustAsk) {
            const QStringList wanted = plainOf(wordsOf(question));
            const auto same = [&](const QStringList &one) { return isAsked(wanted, one); };
            if (std::any_of(asked.cbegin(), asked.cend(), same))
                continue;
            missing = true;
            add({Kind::MustAsk, Weight::Blocks, false, false, placeForQuestion(), 0, tr("The question that must be asked is gone"),
                 tr("This message is not sent without “%1”").arg(question), Remedy::Insert, question});
        }
        if (forSomething || missing)
            return;
        if (m_facts.live)
            add({Kind::Question, Weight::Warns, false, false, -1, 0, tr("It asks nothing"), tr("They wrote last, so it may close the conversation. If it should not, ask one thing."), Remedy::None, {}});
        else
            add({Kind::Question, Weight::Blocks, false, false, -1, 0, tr("It asks nothing"),
                 m_facts.wanted.isEmpty() ? tr("End with one thing they can answer.") : tr("Ask for what is wanted: %1").arg(m_facts.wanted), Remedy::None, {}});
    }

    // Somebody may say it in other words, and within a longer sentence.
    static bool isAsked(const QStringList &wanted, const QStringList &asked)
    {
        if (likeness(wanted, asked) >= SameQuestion)
            return true;
        const qsizetype size = wanted.size();
        for (qsizetype from = 0; asked.size() > size && from + size <= asked.size(); ++from)
            if (likeness(wanted, asked.mid(from, size)) >= SameQuestion)
                return true;
        return false;
    }

    // Behind the last paragraph of the message itself: before the name under it.
    int placeForQuestion() const
    {
        const QString first = m_facts.agent.section(QLatin1Char(' '), 0, 0);
        int place = int(m_message.body.size());
        for (const TextSentence &sentence : m_sentences) {
            const QString said = m_plain.mid(sentence.from, sentence.length);
            const bool signs = sentence.from > 0 && sentence.words.size() <= 12 && !first.isEmpty() && said.startsWith(first)
                               && (m_message.body.at(sentence.from - 1) == QLatin1Char('\n') || sentence.words.size() <= 2);
            if (signs || isOptOut(sentence)) {
                place = sentence.from;
                break;
            }
        }
        while (place > 0 && m_message.body.at(place - 1).isSpace())
            --place;
        return place;
    }

    static bool isOptOut(const TextSentence &sentence)
    {
        return std::any_of(sentence.words.cbegin(), sentence.words.cend(), [](const TextWord &word) {
            return word.plain == QLatin1String("stop") || word.plain == QLatin1String("unsubscribe") || word.plain == QLatin1String("baja");
        }) && sentence.words.size() <= 16 && !sentence.asks;
    }

    void emptyPhrases()
    {
        QStringList languages{m_facts.language};
        if (const QString written = writtenLanguage(m_plain); !written.isEmpty() && written != m_facts.language)
            languages << written;
        for (const TextSentence &sentence : m_sentences)
            for (const QString &language : languages)
                for (auto hit = m_phrases.find(sentence.words, 0, language); hit; hit = m_phrases.find(sentence.words, hit->first + hit->count, language)) {
                    const TextWord &first = sentence.words.at(hit->first), &last = sentence.words.at(hit->first + hit->count - 1);
                    Finding finding{Kind::Empty, Weight::Blocks, true, false, first.from, last.end() - first.from, {}, {}, Remedy::None, {}};
                    finding.fact = tr("“%1” says nothing").arg(m_message.body.mid(finding.from, finding.length).simplified());
                    finding.suggestion = m_facts.why.isEmpty() ? tr("Say what is new for them instead.") : tr("Say why they hear from you: %1").arg(m_facts.why);
                    add(finding);
                }
    }

    void law()
    {
        if (m_message.medium == Medium::Email)
            return mailLaw();
        if (m_message.medium != Medium::Text || !m_facts.first || m_facts.optOutLine.isEmpty())
            return;
        if (!std::any_of(m_sentences.cbegin(), m_sentences.cend(), isOptOut))
            add({Kind::Law, Weight::Warns, false, false, int(m_message.body.size()), 0, tr("The first text does not say how to stop them"), tr("Carriers want it said once: %1").arg(m_facts.optOutLine), Remedy::Insert, m_facts.optOutLine});
    }

    void mailLaw()
    {
        const QStringList address = plainOf(wordsOf(m_facts.address)), said = plainOf(wordsOf(m_message.body));
        const bool there = !address.isEmpty() && std::all_of(address.cbegin(), address.cend(), [&](const QString &word) { return said.contains(word); });
        if (!there)
            add({Kind::Law, Weight::Blocks, false, false, int(m_message.body.size()), 0, tr("The postal address is not in it"),
                 m_facts.address.isEmpty() ? tr("The law wants it under every e-mail. Enter the store's street under Settings.") : tr("The law wants it under every e-mail."), m_facts.address.isEmpty() ? Remedy::None : Remedy::Insert,
                 m_facts.address});
        if (!saysHowToStop())
            add({Kind::Law, Weight::Blocks, false, false, int(m_message.body.size()), 0, tr("It does not say how to stop these e-mails"), tr("The law wants that in every one of them."), Remedy::Insert,
                 m_facts.language == QLatin1String("es") ? QStringLiteral("Si no desea recibir más correos, responda STOP.")
                                                         : QStringLiteral("If you would rather not get e-mail from us, answer with the word STOP.")});
    }

    bool saysHowToStop() const
    {
        static const QRegularExpression stop(QStringLiteral("(?-i:\\bSTOP\\b)|\\b(reply|answer|text|word|responda|palabra) stop\\b|\\bunsubscribe|\\bopt(ing)?[ -]?out|darse de baja|dar de baja|cancelar (su |la )?(suscripci|estos|los correos)|"
                                                            "no recibir m[aá]s|sin m[aá]s correos"),
                                             QRegularExpression::CaseInsensitiveOption);
        return stop.match(m_message.body).hasMatch();
    }

    void length()
    {
        const int size = int(m_message.body.size());
        const auto say = [&](Weight weight, const QString &suggestion) {
            add({Kind::TooLong, weight, false, false, -1, 0, tr("It is %1 characters long").arg(QLocale().toString(size)), suggestion, Remedy::None, {}});
        };
        if (m_message.medium == Medium::Text && size > LongestText)
            say(Weight::Blocks, tr("Carriers refuse texts over %1. Shorten it, or send an e-mail.").arg(QLocale().toString(LongestText)));
        else if (m_message.medium == Medium::Text && size > LongText)
            say(Weight::Warns, tr("It goes out as %n texts. Say one thing and ask one.", smsParts(m_message.body).parts));
        else if (m_message.medium == Medium::Note && size > LongNote)
            say(Weight::Warns, tr("A card holds about %1.").arg(QLocale().toString(LongNote)));
        else if (m_message.medium == Medium::Email && size > LongEmail)
            say(Weight::Warns, tr("Most people stop reading before. Keep what they asked for, and one question."));
    }
    static QString tr(const char *text, int n) { return QCoreApplication::translate("beback", text, nullptr, n); }
    static QString tr(const char *text) { return QCoreApplication::translate("beback", text); }

    void language()
    {
        const QString written = writtenLanguage(m_plain);
        if (m_facts.languageKnown && !written.isEmpty() && written != m_facts.language)
            add({Kind::Language, Weight::Warns, false, false, -1, 0, tr("It is written in %1").arg(languageName(written)), tr("They speak %1.").arg(languageName(m_facts.language)), Remedy::None, {}});
    }

    static bool isShouted(const QString &word)
    {
        static const QSet<QString> initials = {QStringLiteral("AWD"), QStringLiteral("SUV"), QStringLiteral("FWD"), QStringLiteral("RWD"), QStringLiteral("SEL"), QStringLiteral("MSRP"),
                                               QStringLiteral("APR"), QStringLiteral("VIN"), QStringLiteral("STOP"), QStringLiteral("LED"), QStringLiteral("USB"), QStringLiteral("MPG"),
                                               QStringLiteral("TRD"), QStringLiteral("XLT"), QStringLiteral("XLE"), QStringLiteral("GPS"), QStringLiteral("HELP"), QStringLiteral("PST")};
        return word.size() >= 3 && !initials.contains(word) && std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.isUpper() || c == QLatin1Char('\'') || c == QChar(0x2019); });
    }

    void shouting()
    {
        int shouted = 0, from = -1, end = 0;
        bool sentenceIn = false; // capitals from one word to the next, names and short words among them
        for (const TextSentence &sentence : m_sentences) {
            int row = 0, loud = 0;
            for (const TextWord &word : sentence.words) {
                const QString said = m_message.body.mid(word.from, word.length);
                const bool known = m_facts.own.contains(word.plain) || m_facts.names.contains(word.plain);
                const bool capitals = said == said.toUpper() && said != said.toLower();
                row = capitals ? row + 1 : 0;
                loud = capitals ? loud + (isShouted(said) && !known) : 0;
                sentenceIn = sentenceIn || (row >= 3 && loud >= 2);
                if (!isShouted(said) || known)
                    continue;
                ++shouted;
                from = from < 0 ? word.from : from;
                end = word.end();
            }
        }
        if (shouted >= 3 || sentenceIn)
            add({Kind::Shouting, Weight::Warns, false, false, from, end - from, tr("%n words are in capitals", shouted), tr("Capitals read as shouting. Write it in sentence case."), Remedy::None, {}});
        const auto marks = m_message.body.count(QLatin1Char('!')) + m_message.subject.count(QLatin1Char('!'));
        if (marks >= 2)
            add({Kind::Shouting, Weight::Warns, false, false, int(m_message.body.indexOf(QLatin1Char('!'))), 1, tr("%n exclamation marks", int(marks)), tr("A period is stronger."), Remedy::None, {}});
    }

    // Names, models and abbreviations are in no dictionary: only words in lower case are looked up.
    void spelling()
    {
        if (!m_speller)
            return;
        int found = 0;
        QSet<QString> told;
        for (const TextSentence &sentence : m_sentences)
            for (const TextWord &word : sentence.words) {
                const QString said = m_message.body.mid(word.from, word.length).replace(QChar(0x2019), QLatin1Char('\''));
                const bool lower = std::all_of(said.cbegin(), said.cend(), [](QChar c) { return c.isLower() || c == QLatin1Char('\'') || c.isMark(); });
                if (!lower || said.size() < 3 || told.contains(word.plain) || m_facts.own.contains(word.plain) || m_facts.names.contains(word.plain) || m_speller->knows(said, m_facts.language))
                    continue;
                told.insert(word.plain);
                if (++found > MostMisspelled)
                    return;
                const QString better = m_speller->suggestions(said, m_facts.language).value(0);
                add({Kind::Spelling, Weight::Warns, false, false, word.from, word.length, tr("“%1” is in no dictionary").arg(said), better.isEmpty() ? tr("Look at it again.") : tr("“%1”?").arg(better),
                     better.isEmpty() ? Remedy::None : Remedy::Replace, better});
            }
    }

    // They asked to hear no more: this says that it was heard, and nothing else.
    void stopOnly()
    {
        QSet<QString> ours; // the store may be called by the name of what it sells
        for (const QString &text : {m_facts.rooftop, m_facts.agent, m_facts.address})
            for (const TextWord &word : wordsOf(text))
                ours.insert(word.plain);
        const auto sells = [&](const TextWord &word) { return word.plain.size() > 3 && m_facts.own.contains(word.plain) && !ours.contains(word.plain); };
        for (const TextSentence &sentence : m_sentences)
            if (isQuestion(sentence))
                add({Kind::StopAsks, Weight::Blocks, false, false, sentence.from, sentence.length, tr("It asks something of somebody who asked to hear no more"), tr("Say that it was heard, and nothing else."), Remedy::TakeOut, {}});
        for (const TextSentence &sentence : m_sentences)
            for (const TextWord &word : sentence.words)
                if (sells(word) || m_message.body.at(std::max(0, word.from - 1)) == QLatin1Char('$'))
                    return add({Kind::StopAsks, Weight::Blocks, false, false, sentence.from, sentence.length, tr("It sells to somebody who asked to hear no more"), tr("Say that it was heard, and nothing else."), Remedy::TakeOut, {}});
    }

    const Message &m_message;
    const MessageFacts &m_facts;
    const PhraseBook &m_phrases;
    const Speller *m_speller;
    const QString m_plain; // the body without links
    const QVector<TextSentence> m_sentences;
    QVector<Finding> m_findings;
};

} // namespace

QString toText(Finding::Kind kind)
{
    switch (kind) {
    case Kind::Hole: return QStringLiteral("hole");
    case Kind::Question: return QStringLiteral("question");
    case Kind::MustAsk: return QStringLiteral("must_ask");
    case Kind::Empty: return QStringLiteral("empty");
    case Kind::Repeat: return QStringLiteral("repeat");
    case Kind::Name: return QStringLiteral("name");
    case Kind::Law: return QStringLiteral("law");
    case Kind::StopAsks: return QStringLiteral("stop");
    case Kind::TooLong: return QStringLiteral("length");
    case Kind::NoReason: return QStringLiteral("reason");
    case Kind::NoAsk: return QStringLiteral("ask");
    case Kind::Language: return QStringLiteral("language");
    case Kind::Spelling: return QStringLiteral("spelling");
    case Kind::Shouting: return QStringLiteral("shout");
    }
    return {};
}

QVector<Finding> checkMessage(const Message &message, const MessageFacts &facts, const Speller *speller)
{
    return Check(message, facts, speller).run();
}

QVector<Finding> standingBlocks(const QVector<Finding> &findings, bool reasonGiven)
{
    QVector<Finding> blocks;
    for (const Finding &finding : findings)
        if (finding.weight == Finding::Weight::Blocks && !(finding.mayOverrule && reasonGiven))
            blocks << finding;
    return blocks;
}

} // namespace beback
