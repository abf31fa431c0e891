#include "ui/words/phrases_editor.h"

#include "core/words/text_words.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSet>
#include <QSignalBlocker>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace beback::ui {

// Marks the line that cannot be read and those that were found; what is only a remark is muted.
class PhraseMarks : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    void show(int faulty, const QSet<int> &found)
    {
        if (m_faulty == faulty && m_found == found)
            return;
        m_faulty = faulty;
        m_found = found;
        rehighlight();
    }

protected:
    void highlightBlock(const QString &text) override
    {
        const Theme &t = Theme::current();
        const int line = currentBlock().blockNumber();
        QTextCharFormat format;
        if (text.trimmed().startsWith(QLatin1Char('#')))
            format.setForeground(t.muted);
        if (m_found.contains(line))
            format.setBackground(t.accentSoft);
        if (line == m_faulty) {
            format.setBackground(t.dangerSoft);
            format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            format.setUnderlineColor(t.danger);
        }
        setFormat(0, int(text.size()), format);
    }

private:
    int m_faulty = -1;
    QSet<int> m_found;
};

PhrasesEditor::PhrasesEditor(QWidget *parent) : WordEditor(parent)
{
    setObjectName(QStringLiteral("phrasesEditor"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *how = new TextLabel(tr("One phrase a line, in lower case and without accents: a|b is either word, word? may be missing, "
                                 "... is up to three words of any kind, # begins a remark."),
                              Type::Label, Ink::Muted);
    how->setWordWrap(true);
    column->addWidget(how);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("phrases.text"));
    m_text->setAccessibleName(tr("Phrases that say nothing, a line each"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(scaled(160));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_marks = new PhraseMarks(m_text->document());
    column->addWidget(m_text, 1);
    auto *wrong = new QHBoxLayout;
    wrong->setSpacing(8);
    column->addLayout(wrong);
    m_error = new FieldError(m_text);
    m_error->setObjectName(QStringLiteral("phrases.fault"));
    m_goThere = new LinkButton(tr("Go there"));
    m_goThere->setObjectName(QStringLiteral("phrases.go"));
    m_goThere->hide();
    wrong->addWidget(m_error, 1);
    wrong->addWidget(m_goThere);
    buildTry(column);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PhrasesEditor::textChanged);
    connect(m_goThere, &LinkButton::clicked, this, &PhrasesEditor::goToFault);
    connect(m_try, &QLineEdit::textChanged, this, &PhrasesEditor::tryMessage);
}

void PhrasesEditor::buildTry(QVBoxLayout *column)
{
    auto *card = new Card;
    card->setFill(Card::Fill::Surface);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(12, 8, 12, 8);
    inside->setSpacing(4);
    auto *label = new TextLabel(tr("Try a message"), Type::Overline, Ink::Muted);
    inside->addWidget(label);
    m_try = new QLineEdit;
    m_try->setObjectName(QStringLiteral("phrases.try"));
    m_try->setAccessibleName(tr("Try a message"));
    m_try->setPlaceholderText(tr("A sentence as an agent might write it"));
    label->setBuddy(m_try);
    inside->addWidget(m_try);
    m_found = new TextLabel(Type::Label);
    m_found->setObjectName(QStringLiteral("phrases.found"));
    m_found->setWordWrap(true);
    inside->addWidget(m_found);
    column->addWidget(card);
}

void PhrasesEditor::show(const WordEntry &entry)
{
    m_language = entry.id;
    m_body = entry.body.isEmpty() ? entry.shipped : entry.body;
    {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(QString::fromUtf8(m_body));
    }
    m_told = m_shown = m_text->toPlainText();
    read();
}

QByteArray PhrasesEditor::body() const
{
    const QString text = m_text->toPlainText();
    return text == m_shown ? m_body : text.toUtf8();
}

void PhrasesEditor::setEditable(bool editable)
{
    m_text->setReadOnly(!editable);
}

void PhrasesEditor::focusFirst()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

// Marks change the document, too, and say nothing new.
void PhrasesEditor::textChanged()
{
    const QString text = m_text->toPlainText();
    if (text == m_told)
        return;
    m_told = text;
    read();
    Q_EMIT edited();
}

void PhrasesEditor::read()
{
    m_lines.clear();
    m_faulty = -1;
    const QStringList lines = m_told.split(QLatin1Char('\n'));
    for (int i = 0; i < lines.size(); ++i) {
        PhraseBook book;
        if (!book.read(lines[i], m_language) && m_faulty < 0)
            m_faulty = i;
        m_lines << book;
    }
    // Of all lines at once, so that the sentence names the line.
    const auto whole = PhraseBook().read(m_told, m_language);
    m_error->setError(whole ? QString() : whole.error().message);
    m_goThere->setVisible(!whole);
    tryMessage();
}

// As the check of a message looks for them: sentence by sentence, the longest that stands first.
void PhrasesEditor::tryMessage()
{
    const QString message = m_try->text();
    QSet<int> lines;
    QStringList said;
    const QStringList phrases = m_told.split(QLatin1Char('\n'));
    for (const TextSentence &sentence : sentencesOf(withoutLinks(message)))
        for (Found found = firstFound(sentence.words, 0); found.line >= 0; found = firstFound(sentence.words, found.first + found.count)) {
            const TextWord &first = sentence.words.at(found.first), &last = sentence.words.at(found.first + found.count - 1);
            lines.insert(found.line);
            said << tr("“%1” says nothing. Line %2: %3")
                        .arg(message.mid(first.from, last.end() - first.from).simplified(), QString::number(found.line + 1), phrases.value(found.line).simplified());
        }
    if (said.isEmpty() && !message.trimmed().isEmpty())
        said << tr("None of the phrases is in it.");
    m_found->setText(said.join(QLatin1Char('\n')));
    m_found->setVisible(!said.isEmpty());
    m_found->setInk(lines.isEmpty() ? Ink::Muted : Ink::Text);
    m_marks->show(m_faulty, lines);
}

PhrasesEditor::Found PhrasesEditor::firstFound(const QVector<TextWord> &words, int begin) const
{
    Found best{-1, 0, 0};
    for (int i = 0; i < m_lines.size(); ++i) {
        const auto hit = m_lines.at(i).find(words, begin, m_language);
        if (hit && (best.line < 0 || hit->first < best.first || (hit->first == best.first && hit->count > best.count)))
            best = {i, hit->first, hit->count};
    }
    return best;
}

// The marks are in colors of the theme.
void PhrasesEditor::changeEvent(QEvent *event)
{
    WordEditor::changeEvent(event);
    if (m_marks && (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange))
        m_marks->rehighlight();
}

void PhrasesEditor::goToFault()
{
    if (m_faulty < 0)
        return;
    m_text->setTextCursor(QTextCursor(m_text->document()->findBlockByNumber(m_faulty)));
    m_text->ensureCursorVisible();
    m_text->setFocus(Qt::OtherFocusReason);
}

} // namespace beback::ui
