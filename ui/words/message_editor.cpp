#include "ui/words/message_editor.h"

#include "core/words/sms_parts.h"
#include "core/words/text_words.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSyntaxHighlighter>

namespace beback::ui {

// Marks what is filled in for each customer and what has to be asked; a name nobody fills in and a bracket without its other half
// stand out as faults.
class WordingMarks : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression bracket(QStringLiteral("\\[\\[|\\]\\]")), asked(QStringLiteral("\\[\\[(?:(?!\\[\\[|\\]\\]).)*\\]\\]"));
        static const QRegularExpression place(QStringLiteral("\\{\\{([^{}]*)\\}\\}"));
        const Theme &t = Theme::current();
        for (auto all = bracket.globalMatch(text); all.hasNext();) // those of a whole pair are painted over
            mark(all.next(), t.danger, t.dangerSoft, true);
        for (auto all = asked.globalMatch(text); all.hasNext();)
            mark(all.next(), t.text, t.warningSoft, false);
        for (auto all = place.globalMatch(text); all.hasNext();) {
            const QRegularExpressionMatch match = all.next();
            const bool known = knownPlaceholders().contains(match.captured(1).section(QLatin1Char('|'), 0, 0).trimmed());
            mark(match, known ? t.accent : t.danger, known ? t.accentSoft : t.dangerSoft, !known);
        }
    }

private:
    void mark(const QRegularExpressionMatch &match, const QColor &ink, const QColor &fill, bool wrong)
    {
        QTextCharFormat format;
        format.setForeground(ink);
        format.setBackground(fill);
        if (wrong) {
            format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            format.setUnderlineColor(ink);
        }
        setFormat(int(match.capturedStart()), int(match.capturedLength()), format);
    }
};

namespace {

QString meaningOf(const QString &placeholder)
{
    static const QHash<QString, const char *> meanings = {
        {QStringLiteral("agent"), QT_TRANSLATE_NOOP("MessageEditor", "Who writes")},
        {QStringLiteral("answer"), QT_TRANSLATE_NOOP("MessageEditor", "What only the writer can answer")},
        {QStringLiteral("appointment"), QT_TRANSLATE_NOOP("MessageEditor", "When they come")},
        {QStringLiteral("city"), QT_TRANSLATE_NOOP("MessageEditor", "The store's city")},
        {QStringLiteral("figures"), QT_TRANSLATE_NOOP("MessageEditor", "Figures only the writer can give")},
        {QStringLiteral("first_name"), QT_TRANSLATE_NOOP("MessageEditor", "Their first name")},
        {QStringLiteral("news"), QT_TRANSLATE_NOOP("MessageEditor", "What a campaign brings them")},
        {QStringLiteral("rooftop"), QT_TRANSLATE_NOOP("MessageEditor", "The store")},
        {QStringLiteral("rooftop_address"), QT_TRANSLATE_NOOP("MessageEditor", "The store's street")},
        {QStringLiteral("rooftop_phone"), QT_TRANSLATE_NOOP("MessageEditor", "The store's number")},
        {QStringLiteral("trade"), QT_TRANSLATE_NOOP("MessageEditor", "The car they have")},
        {QStringLiteral("vehicle"), QT_TRANSLATE_NOOP("MessageEditor", "The car they want")}};
    const char *meaning = meanings.value(placeholder);
    return meaning ? MessageEditor::tr(meaning) : placeholder;
}

KeyButton *button(const char *name, const QString &icon, const QString &text, const QString &tip)
{
    auto *made = new KeyButton(icon, text, {});
    made->setObjectName(QStringLiteral("message.") + QLatin1String(name));
    made->setToolTip(tip);
    return made;
}

} // namespace

MessageEditor::MessageEditor(QWidget *parent) : WordEditor(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    buildTools(column);
    buildSheet(column);
    buildMenu();
    m_count = new TextLabel(Type::Label, Ink::Muted);
    m_count->setObjectName(QStringLiteral("message.count"));
    column->addWidget(m_count);
    connect(m_subject, &QLineEdit::textEdited, this, &MessageEditor::edited);
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] {
        const QString now = m_body->toPlainText();
        if (now == m_known)
            return;
        m_known = now;
        count();
        Q_EMIT edited();
    });
}

void MessageEditor::buildTools(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_insert = button("insert", QStringLiteral("list-add"), tr("Insert…"),
                      tr("What is filled in for each customer. {{vehicle|car}} says “car” where no vehicle is known."));
    m_insert->setOpensMenu(true);
    m_ask = button("ask", {}, tr("Has to be asked"), tr("The question that is chosen has to survive when an agent edits the message."));
    row->addWidget(m_insert);
    row->addWidget(m_ask);
    row->addStretch();
    column->addLayout(row);
    connect(m_insert, &KeyButton::clicked, this, [this] { m_menu->popup(m_insert->mapToGlobal(QPoint(0, m_insert->height() + 2))); });
    connect(m_ask, &KeyButton::clicked, this, &MessageEditor::askIt);
}

void MessageEditor::buildSheet(QVBoxLayout *column)
{
    m_subjectRow = new QWidget;
    auto *row = new QHBoxLayout(m_subjectRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_subject = new QLineEdit;
    m_subject->setObjectName(QStringLiteral("message.subject"));
    m_subject->setAccessibleName(tr("Subject"));
    auto *caption = new TextLabel(tr("Subject"), Type::Label, Ink::Muted);
    caption->setBuddy(m_subject);
    row->addWidget(caption);
    row->addWidget(m_subject, 1);
    column->addWidget(m_subjectRow);
    m_body = new QPlainTextEdit;
    m_body->setObjectName(QStringLiteral("message.body"));
    m_body->setAccessibleName(tr("The words of the message"));
    m_body->setTabChangesFocus(true);
    m_body->document()->setDocumentMargin(8);
    m_body->setMinimumHeight(scaled(120));
    column->addWidget(m_body, 1);
    m_marks = new WordingMarks(m_body->document());
    m_subject->installEventFilter(this);
    m_body->installEventFilter(this);
}

void MessageEditor::buildMenu()
{
    m_menu = new QMenu(this);
    for (const QString &name : knownPlaceholders()) {
        QAction *one = m_menu->addAction(QStringLiteral("%1\t{{%2}}").arg(meaningOf(name), name), this, [this, name] { insert(name); });
        one->setObjectName(QStringLiteral("message.insert.") + name);
    }
}

void MessageEditor::show(const WordEntry &entry)
{
    const QSignalBlocker quiet(this);
    const QJsonObject json = QJsonDocument::fromJson(entry.body).object();
    m_place = WordTemplate::fromId(entry.id).value_or(WordTemplate());
    m_filled.clear();
    m_inSubject = false;
    m_subjectRow->setVisible(m_place.medium == Medium::Email && !m_place.key.startsWith(QLatin1Char('_')));
    m_subject->setText(json.value(QLatin1String("subject")).toString());
    m_subject->setCursorPosition(0);
    m_body->setPlainText(json.value(QLatin1String("body")).toString());
    m_known = m_body->toPlainText();
    count();
}

WordTemplate MessageEditor::words() const
{
    WordTemplate words = m_place;
    if (m_place.medium == Medium::Email)
        words.subject = m_subject->text().trimmed();
    words.body = m_body->toPlainText().trimmed();
    return words;
}

QByteArray MessageEditor::body() const
{
    return bodyOf(words());
}

void MessageEditor::setEditable(bool editable)
{
    m_subject->setReadOnly(!editable);
    m_body->setReadOnly(!editable);
    m_insert->setEnabled(editable);
    m_ask->setEnabled(editable);
}

void MessageEditor::focusFirst()
{
    m_body->setFocus(Qt::OtherFocusReason);
}

void MessageEditor::setFilled(const QString &body)
{
    m_filled = body;
    count();
}

void MessageEditor::insert(const QString &placeholder)
{
    const QString text = QStringLiteral("{{%1}}").arg(placeholder);
    if (m_inSubject && m_subjectRow->isVisible()) {
        m_subject->insert(text);
        m_subject->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    } else {
        m_body->insertPlainText(text);
        m_body->setFocus(Qt::OtherFocusReason);
    }
}

// What is chosen, else the question the cursor is in, goes between the brackets; with the brackets chosen, out of them. Each is one
// step to take back.
void MessageEditor::askIt()
{
    const QString begins = QStringLiteral("[["), ends = QStringLiteral("]]");
    QTextCursor cursor = m_body->textCursor();
    if (!cursor.hasSelection())
        for (const TextSentence &sentence : sentencesOf(m_body->toPlainText()))
            if (sentence.asks && sentence.from <= cursor.position() && cursor.position() <= sentence.end()) {
                cursor.setPosition(sentence.from);
                cursor.setPosition(sentence.end(), QTextCursor::KeepAnchor);
                break;
            }
    QString chosen = cursor.selectedText();
    const QString words = chosen.trimmed();
    if (words.contains(begins) || words.contains(ends)) {
        cursor.insertText(chosen.remove(begins).remove(ends));
    } else if (words.isEmpty()) {
        cursor.insertText(begins + QLatin1Char('?') + ends);
        cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::MoveAnchor, int(ends.size()) + 1);
    } else {
        const qsizetype from = chosen.indexOf(words);
        cursor.insertText(chosen.first(from) + begins + words + ends + chosen.mid(from + words.size()));
    }
    m_body->setTextCursor(cursor);
    m_body->setFocus(Qt::OtherFocusReason);
}

void MessageEditor::count()
{
    const QString counted = m_filled.isEmpty() ? m_known : m_filled;
    QString text = m_filled.isEmpty() ? tr("%n characters, nothing filled in", nullptr, int(counted.size())) : tr("%n characters as they get it", nullptr, int(counted.size()));
    m_count->setToolTip({});
    if (m_place.medium == Medium::Text) {
        const SmsParts sms = smsParts(counted);
        text = tr("%1, %2").arg(text, tr("%n texts", nullptr, sms.parts));
        if (sms.wide)
            m_count->setToolTip(tr("“%1” makes each text hold 67 characters instead of 153.").arg(sms.widest));
    }
    m_count->setText(text);
}

bool MessageEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_inSubject = watched == m_subject;
    return WordEditor::eventFilter(watched, event);
}

void MessageEditor::changeEvent(QEvent *event)
{
    WordEditor::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        m_marks->rehighlight();
}

} // namespace beback::ui
