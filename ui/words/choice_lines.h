#pragma once

#include "core/history/objection.h"
#include "core/words/guide.h"
#include "core/words/language.h"

#include <QCoreApplication>

// The answers of a choice as lines: "price = The price | El precio".
namespace beback::ui::choice_lines {

inline QString tr(const char *text)
{
    return QCoreApplication::translate("ChoiceLines", text);
}

inline QString write(const QVector<GuideChoice> &choices)
{
    QStringList lines;
    for (const GuideChoice &choice : choices) {
        const QString spanish = choice.text.texts.value(WordLanguages[1]);
        lines << choice.key + QStringLiteral(" = ") + choice.text.texts.value(WordLanguages[0]) + (spanish.isEmpty() ? QString() : QStringLiteral(" | ") + spanish);
    }
    return lines.join(QLatin1Char('\n'));
}

// As it is written, also where something is wrong with it: the guide itself refuses what it cannot use.
inline QVector<GuideChoice> read(const QString &text)
{
    QVector<GuideChoice> choices;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty())
            continue;
        GuideChoice choice{line.section(QLatin1Char('='), 0, 0).trimmed(), {}};
        const QString words = line.section(QLatin1Char('='), 1);
        const QStringList texts{words.section(QLatin1Char('|'), 0, 0).trimmed(), words.section(QLatin1Char('|'), 1).trimmed()};
        for (qsizetype i = 0; i < texts.size(); ++i)
            if (!texts[i].isEmpty())
                choice.text.texts.insert(WordLanguages[size_t(i)], texts[i]);
        choices << choice;
    }
    return choices;
}

// What is wrong with the choices as they are written; empty: nothing.
inline QString faultIn(const QString &text, GuideAct act)
{
    QStringList keys, lines = text.split(QLatin1Char('\n'));
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        const GuideChoice choice = read(lines[i]).first();
        if (!lines[i].contains(QLatin1Char('=')) || choice.key.isEmpty() || choice.key.contains(QLatin1Char(' ')) || choice.key.contains(QLatin1Char(',')))
            return tr("Line %1: write it like price = The price | El precio.").arg(i + 1);
        if (choice.text.texts.value(WordLanguages[0]).isEmpty())
            return tr("Line %1: the English words are missing after “%2 =”.").arg(i + 1).arg(choice.key);
        if (keys.contains(choice.key))
            return tr("Line %1: “%2” is an answer already.").arg(i + 1).arg(choice.key);
        if (act == GuideAct::Objection && !objectionFromText(choice.key)) {
            QStringList known;
            for (const Objection objection : AllObjections)
                known << toText(objection);
            return tr("Line %1: “%2” chooses no plan. These do: %3.").arg(i + 1).arg(choice.key, known.join(QStringLiteral(", ")));
        }
        keys << choice.key;
    }
    return keys.size() < 2 ? tr("At least two answers, a line each.") : QString();
}

} // namespace beback::ui::choice_lines
