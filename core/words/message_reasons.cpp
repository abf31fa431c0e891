#include "core/words/message_reasons.h"

#include <QCoreApplication>

namespace beback {

namespace {

constexpr int LeastReason = 4; // words of a sentence that tells something

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

// What a question or a wanted result is about. Words in both languages, without accents; one is enough.
struct Theme {
    QStringList words;
};
const QVector<Theme> &themes()
{
    static const QVector<Theme> all = {
        {QStringLiteral("day time when visit appointment drive morning afternoon evening tomorrow today tonight week weekend monday tuesday wednesday thursday friday saturday sunday oclock hour minutes come stop "
                        "cuando dia hora visita cita manana tarde semana lunes martes miercoles jueves viernes sabado domingo venir pasar horario")
             .split(QLatin1Char(' '))},
        {QStringLiteral("payment figure price total number amount much budget cost month monthly value worth offer quote pago cifra precio cantidad cuanto cuota mensual presupuesto valor oferta")
             .split(QLatin1Char(' '))},
        {QStringLiteral("who decide decides decision along partner spouse family quien decide decision acompana pareja familia alguien").split(QLatin1Char(' '))},
        {QStringLiteral("call text email letter mail reach hear llamada mensaje texto correo llamar escribir contacto").split(QLatin1Char(' '))}};
    return all;
}

bool touches(const Theme &theme, const QStringList &words)
{
    return std::any_of(words.cbegin(), words.cend(), [&](const QString &word) { return theme.words.contains(word); });
}

} // namespace

QVector<Finding> reasons(const QVector<TextSentence> &sentences, const MessageFacts &facts)
{
    QVector<Finding> found;
    QSet<QString> names(facts.names.cbegin(), facts.names.cend());
    for (const QString &text : {facts.agent, facts.rooftop, facts.address})
        for (const TextWord &word : wordsOf(text))
            names.insert(word.plain);
    bool tells = false, asks = false;
    QStringList asked;
    for (const TextSentence &sentence : sentences) {
        QStringList words;
        for (const TextWord &word : sentence.words)
            if (!names.contains(word.plain))
                words << word.plain;
        if (sentence.asks) {
            asks = true;
            asked += words;
        }
        const bool law = words.contains(QStringLiteral("stop"));
        // A question that brings its own ground along tells as well: "With the program of Saturday, what …?"
        tells = tells || (!law && words.size() >= (sentence.asks ? 2 * LeastReason : LeastReason));
    }
    if (!tells)
        found << Finding{Finding::Kind::NoReason, Finding::Weight::Warns, false, false, -1, 0, tr("It does not say why they hear from you"),
                         facts.why.isEmpty() ? tr("One sentence is enough.") : facts.why, Finding::Remedy::None, {}};
    if (!asks || facts.wanted.isEmpty())
        return found;
    QStringList wanted;
    for (const TextWord &word : wordsOf(facts.wanted))
        wanted << word.plain;
    bool known = false, same = false;
    for (const Theme &theme : themes())
        if (touches(theme, wanted)) {
            known = true;
            same = same || touches(theme, asked);
        }
    // Any word of substance that both share will do as well.
    same = same || std::any_of(wanted.cbegin(), wanted.cend(), [&](const QString &word) { return word.size() > 4 && asked.contains(word); });
    if (known && !same)
        found << Finding{Finding::Kind::NoAsk, Finding::Weight::Warns, false, false, -1, 0, tr("The question does not ask for what is wanted"), facts.wanted, Finding::Remedy::None, {}};
    return found;
}

} // namespace beback
