#include "ui/words/word_past.h"

#include "core/time/wording.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_label.h"
#include "ui/words/word_diff.h"
#include "ui/words/word_text.h"

#include <QEvent>
#include <QLocale>
#include <QMap>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

constexpr int FewestForShare = 10; // below it one answer more or less is all there is to it

TextLabel *sentences(const char *name)
{
    auto *label = new TextLabel(Type::Body);
    label->setObjectName(QStringLiteral("words.") + QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

Card *panel(const QString &heading, QVBoxLayout *in)
{
    auto *card = new Card;
    card->setFill(Card::Fill::Surface);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    column->addWidget(new TextLabel(heading, Type::Title));
    in->addWidget(card);
    return card;
}

QString paragraph(const QString &html)
{
    return QStringLiteral("<p style=\"margin-top:0px; margin-bottom:10px\">%1</p>").arg(html);
}

QString mutedHtml(const QString &text)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(Theme::current().muted.name(), text.toHtmlEscaped());
}

QString changedHtml(WordKind kind, const QByteArray &before, const QByteArray &after)
{
    const QString was = word_text::readable(kind, before), is = word_text::readable(kind, after);
    const QVector<DiffPart> parts = lineDiff(was, is);
    return parts.isEmpty() ? mutedHtml(was == is ? WordPast::tr("No words changed.") : WordPast::tr("Only blank lines changed.")) : diffHtml(parts);
}

} // namespace

WordPast::WordPast(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_faredCard = panel(tr("How it fares"), column);
    m_fared = sentences("fares");
    m_basis = new TextLabel(Type::Label, Ink::Muted);
    m_basis->setWordWrap(true);
    m_faredCard->layout()->addWidget(m_fared);
    m_faredCard->layout()->addWidget(m_basis);
    m_history = sentences("history");
    m_history->setTextFormat(Qt::RichText);
    panel(tr("What was said about it here"), column)->layout()->addWidget(m_history);
}

void WordPast::show(const WordEntry &entry, const WordsOnShelf &shelf, Instant now)
{
    m_entry = entry;
    m_names = shelf.names;
    m_zone = shelf.zone;
    m_now = now;
    const bool solutions = entry.kind == WordKind::Solutions;
    m_faredCard->setVisible(solutions || (entry.kind == WordKind::Message && !word_text::isPart(entry)));
    m_fared->setText(solutions ? offeredText(shelf.offers) : faredText(shelf.uses));
    m_basis->setText(solutions ? tr("Leads of the last 90 days. Helped: a visit was set or they bought within two weeks.")
                               : tr("Of the last 90 days. Answered: they wrote within a week, before anything else was sent to them."));
    showHistory();
}

QString WordPast::faredText(const QHash<QString, WordingUse> &uses) const
{
    QMap<int, WordingUse> byVersion;
    for (auto it = uses.cbegin(); it != uses.cend(); ++it)
        if (wordingId(it.key()) == m_entry.id)
            byVersion.insert(it.key().mid(m_entry.id.size() + 1).toInt(), *it);
    QStringList lines;
    for (auto it = byVersion.cbegin(); it != byVersion.cend(); ++it) {
        const QString what = it.key() == 0 ? tr("As shipped") : tr("Version %1").arg(it.key());
        const QString sent = QLocale().toString(it->sent), answered = QLocale().toString(it->answered);
        lines.prepend(it->sent < FewestForShare ? tr("%1: sent %2, %3 answered, too few to say").arg(what, sent, answered)
                                                : tr("%1: sent %2, %3 answered (%4 %)").arg(what, sent, answered).arg(qRound(100.0 * it->answered / it->sent)));
    }
    return lines.isEmpty() ? tr("Not used yet.") : lines.join(QLatin1Char('\n'));
}

QString WordPast::offeredText(const QMap<QString, SolutionUse> &offers) const
{
    QStringList lines;
    if (const auto guide = ObjectionGuide::fromJson(m_entry.body); guide)
        for (const Solution &way : guide->ways)
            if (const SolutionUse use = offers.value(way.id); use.offered > 0)
                lines << tr("%1: offered %2, helped %3").arg(way.title.in(QStringLiteral("en")), QLocale().toString(use.offered), QLocale().toString(use.helped));
    return lines.isEmpty() ? tr("None of these was offered yet.") : lines.join(QLatin1Char('\n'));
}

// Who said what when and why, and what that changed in the words before.
QString WordPast::changeHtml(qsizetype index) const
{
    const WordChange &change = m_entry.changes.at(index);
    const bool first = index + 1 == m_entry.changes.size();
    const QByteArray before = first ? m_entry.shipped : word_text::bodyAfter(m_entry, m_entry.changes.at(index + 1));
    QString html = QStringLiteral("<b>%1</b> ").arg(tr("Version %1").arg(change.version).toHtmlEscaped());
    html += mutedHtml(QStringLiteral("\u00B7 %1, %2").arg(wording::dayAndTime(change.at, m_zone, m_now), m_names.value(change.by, change.by)));
    html += QStringLiteral("<br>\u201C%1\u201D<br>").arg(change.reason.toHtmlEscaped());
    if (change.body == TakenOut || (change.body.isEmpty() && m_entry.shipped.isEmpty()))
        return html + mutedHtml(tr("Taken out."));
    if (change.body.isEmpty())
        return html + mutedHtml(tr("As shipped again."));
    return html + changedHtml(m_entry.kind, before, change.body);
}

void WordPast::showHistory()
{
    QString html;
    if (m_entry.shippedAnew)
        html += paragraph(tr("The shipped words are others now than those this was said about. What they have that these have not:").toHtmlEscaped() + QStringLiteral("<br>")
                          + changedHtml(m_entry.kind, m_entry.body, m_entry.shipped));
    for (qsizetype i = 0; i < m_entry.changes.size(); ++i)
        html += paragraph(changeHtml(i));
    if (html.isEmpty())
        html = mutedHtml(m_entry.shipped.isEmpty() ? tr("Nothing yet.") : tr("Nothing yet: it is as it came with the program."));
    m_history->setText(html);
}

void WordPast::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        showHistory(); // its colours are written into it
}

} // namespace beback::ui
