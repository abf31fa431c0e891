#include "ui/words/message_preview.h"

#include "core/words/words.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace beback::ui {

namespace {

TextLabel *wrapped(const char *name, Type type, Ink ink = Ink::Text)
{
    auto *label = new TextLabel(type, ink);
    if (name)
        label->setObjectName(QStringLiteral("preview.") + QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

bool isPart(const WordTemplate &words)
{
    return words.key.startsWith(QLatin1Char('_'));
}

// What is said to a voicemail is not looked at before it is said.
bool isChecked(const WordTemplate &words)
{
    return isWritten(words.medium) && !isPart(words);
}

MessageFacts factsOf(const WordTemplate &words, const WordPreview &preview)
{
    MessageFacts facts = preview.message;
    facts.live = facts.confirmsStop = false;
    facts.before.removeIf([id = words.id()](const SentWords &sent) { return wordingId(sent.wording) == id; });
    return facts;
}

// What is not filled in stands above with its name, and is no fault of the words.
QVector<Finding> findingsIn(const WordTemplate &words, const WordPreview &preview)
{
    if (!isChecked(words))
        return {};
    const PreparedWords &filled = preview.words;
    QVector<Finding> findings = checkMessage({words.medium, filled.subject, filled.body}, factsOf(words, preview));
    findings.removeIf([&](const Finding &finding) {
        const QString &in = finding.inSubject ? filled.subject : filled.body;
        return finding.kind == Finding::Kind::Hole && QStringView(in).mid(finding.from, finding.length).startsWith(QLatin1String("{{"));
    });
    return findings;
}

QWidget *cardOf(const Finding &finding)
{
    const bool blocks = finding.weight == Finding::Weight::Blocks;
    auto *card = new Card;
    card->setDangerEdge(blocks);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(8);
    row->addWidget(new IconLabel(QStringLiteral("dialog-warning"), blocks ? Ink::Danger : Ink::Warning), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    TextLabel *fact = wrapped(nullptr, Type::Strong, blocks ? Ink::Danger : Ink::Text);
    fact->setText(finding.fact);
    column->addWidget(fact);
    if (!finding.suggestion.isEmpty()) {
        TextLabel *suggestion = wrapped(nullptr, Type::Label, Ink::Muted);
        suggestion->setText(finding.suggestion);
        column->addWidget(suggestion);
    }
    row->addLayout(column, 1);
    return card;
}

} // namespace

MessagePreview::MessagePreview(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("preview"));
    setFill(Fill::Surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    buildHead(column);
    buildSheet(column);
    m_open = wrapped("open", Type::Label, Ink::Warning);
    m_asks = wrapped("asks", Type::Label, Ink::Muted);
    column->addWidget(m_open);
    column->addWidget(m_asks);
    m_list = new QVBoxLayout;
    m_list->setSpacing(6);
    column->addLayout(m_list);
    m_fine = new QWidget;
    auto *fine = new QHBoxLayout(m_fine);
    fine->setContentsMargins(0, 0, 0, 0);
    fine->setSpacing(8);
    fine->addWidget(new IconLabel(QStringLiteral("dialog-ok-apply"), Ink::Success));
    fine->addWidget(new TextLabel(tr("The check finds nothing."), Type::Label, Ink::Muted), 1);
    column->addWidget(m_fine);
    showNothing(tr("Looking for somebody who could get it."));
}

void MessagePreview::buildHead(QVBoxLayout *column)
{
    column->addWidget(new TextLabel(tr("As one of your customers gets it"), Type::Title));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_name = new ElidedLabel(Type::Strong);
    m_name->setObjectName(QStringLiteral("preview.name"));
    m_another = new LinkButton(tr("Another customer"));
    m_another->setObjectName(QStringLiteral("preview.another"));
    row->addWidget(m_name, 1);
    row->addWidget(m_another);
    column->addLayout(row);
    connect(m_another, &LinkButton::clicked, this, &MessagePreview::anotherAsked);
}

void MessagePreview::buildSheet(QVBoxLayout *column)
{
    m_nothing = wrapped("nothing", Type::Body, Ink::Muted);
    column->addWidget(m_nothing);
    m_sheet = new Card;
    auto *sheet = new QVBoxLayout(m_sheet);
    sheet->setContentsMargins(10, 8, 10, 8);
    sheet->setSpacing(6);
    m_subject = wrapped("subject", Type::Strong);
    m_body = wrapped("body", Type::Body);
    sheet->addWidget(m_subject);
    sheet->addWidget(m_body);
    column->addWidget(m_sheet);
}

void MessagePreview::setCustomer(const QString &name)
{
    m_name->setText(name);
}

void MessagePreview::show(const WordTemplate &words, const WordPreview &preview)
{
    m_name->setText(preview.name);
    if (words.body.isEmpty())
        return showNothing(tr("Nothing is written yet."));
    const bool part = isPart(words); // nobody gets it by itself, so nothing is put around it
    const QString body = part ? fillIn(words.body, preview.facts) : preview.words.body;
    m_nothing->hide();
    m_sheet->show();
    m_subject->setText(part ? QString() : preview.words.subject);
    m_subject->setVisible(!m_subject->text().isEmpty());
    m_body->setText(body);
    showOpen(part ? placeholdersOf(body) : preview.words.missing);
    QStringList asks;
    for (const QString &question : part ? QStringList() : preview.words.mustAsk)
        asks << tr("Has to be asked: “%1”").arg(question);
    m_asks->setText(asks.join(QLatin1Char('\n')));
    m_asks->setVisible(!asks.isEmpty());
    m_checked = isChecked(words);
    showFindings(findingsIn(words, preview));
}

void MessagePreview::showNothing(const QString &why)
{
    m_nothing->setText(why);
    m_nothing->show();
    m_body->clear();
    for (QWidget *one : std::initializer_list<QWidget *>{m_sheet, m_open, m_asks})
        one->hide();
    m_checked = false;
    showFindings({});
}

QString MessagePreview::filled() const
{
    return m_body->text();
}

// Two of them only the writer can say; the others are known of some customers and not of this one.
void MessagePreview::showOpen(const QStringList &missing)
{
    QStringList writers, unknown;
    for (const QString &name : missing)
        (name == QLatin1String("answer") || name == QLatin1String("figures") ? writers : unknown) << QStringLiteral("{{%1}}").arg(name);
    QStringList lines;
    if (!writers.isEmpty())
        lines << tr("The agent writes it: %1.").arg(writers.join(QStringLiteral(", ")));
    if (!unknown.isEmpty())
        lines << tr("Not known of them, so the agent has to fill it in: %1.").arg(unknown.join(QStringLiteral(", ")));
    m_open->setText(lines.join(QLatin1Char('\n')));
    m_open->setInk(unknown.isEmpty() ? Ink::Muted : Ink::Warning);
    m_open->setVisible(!lines.isEmpty());
}

void MessagePreview::showFindings(const QVector<Finding> &findings)
{
    m_fine->setVisible(m_checked && findings.isEmpty());
    if (m_cards && findings == m_findings)
        return;
    m_findings = findings;
    delete m_cards;
    m_cards = new QWidget;
    auto *cards = new QVBoxLayout(m_cards);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(6);
    for (const Finding &finding : findings)
        cards->addWidget(cardOf(finding));
    m_list->addWidget(m_cards);
    m_cards->setVisible(!findings.isEmpty());
}

} // namespace beback::ui
