#include "ui/lead/words_panel.h"

#include "core/words/language.h"
#include "core/words/sms_parts.h"
#include "ui/lead/message_marks.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

namespace beback::ui {

namespace {

const QRegularExpression Place(QStringLiteral("\\{\\{\\s*([^{}]+?)\\s*\\}\\}"));

constexpr std::array Written = {Medium::Text, Medium::Email, Medium::Note};

// The sheet that is written on: one frame around address, subject and body.
class Sheet : public QFrame
{
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        paint::box(&p, rect(), Theme::current().field, Theme::current().edge);
    }
};

QWidget *headLine(const QString &caption, QHBoxLayout **line)
{
    auto *row = new QWidget;
    *line = new QHBoxLayout(row);
    (*line)->setContentsMargins(12, 5, 8, 5);
    (*line)->setSpacing(8);
    auto *label = new TextLabel(caption, Type::Label, Ink::Muted);
    label->setMinimumWidth(scaled(48));
    (*line)->addWidget(label);
    return row;
}

void seamless(QWidget *field)
{
    field->setAutoFillBackground(false);
    QPalette palette = field->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    field->setPalette(palette);
}

} // namespace

QStringList openPlaces(const QString &text)
{
    QStringList names;
    for (auto all = Place.globalMatch(text); all.hasNext();) {
        const QString name = all.next().captured(1);
        if (!names.contains(name))
            names << name;
    }
    return names;
}

WordsPanel::WordsPanel(QWidget *parent) : QFrame(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    buildHead();
    buildFoot();
}

void WordsPanel::buildHead()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    m_media = new SegmentedControl;
    m_media->setAccessibleName(tr("What to write"));
    m_media->addSegment({tr("Text"), icons::nameOf(Medium::Text), {}, {}, Medium::Text, false});
    m_media->addSegment({tr("E-mail"), icons::nameOf(Medium::Email), {}, {}, Medium::Email, false});
    m_media->addSegment({tr("Note"), icons::nameOf(Medium::Note), {}, {}, Medium::Note, false});
    connect(m_media, &SegmentedControl::activated, this, [this](int i) { Q_EMIT mediumChosen(Written[size_t(i)]); });
    m_gap = new ChipLabel;
    m_count = new TextLabel(Type::Label, Ink::Muted);
    top->addWidget(m_media);
    m_other = new KeyButton({}, tr("Other wording"), QStringLiteral("F6"));
    m_other->setObjectName(QStringLiteral("words.other"));
    connect(m_other, &KeyButton::clicked, this, &WordsPanel::otherAsked);
    top->addWidget(m_gap);
    top->addStretch();
    top->addWidget(m_count);
    top->addWidget(m_other);
    column->addLayout(top);

    m_sheet = new Sheet;
    auto *sheet = new QVBoxLayout(m_sheet);
    sheet->setContentsMargins(1, 1, 1, 1);
    sheet->setSpacing(0);
    QHBoxLayout *line = nullptr;
    sheet->addWidget(headLine(tr("To"), &line));
    m_address = new ElidedLabel(Type::Body);
    m_may = new ChipLabel;
    line->addWidget(m_address, 1);
    line->addWidget(m_may);
    sheet->addWidget(new Rule);
    m_subjectRow = headLine(tr("Subject"), &line);
    m_subject = new QLineEdit;
    m_subject->setFrame(false);
    m_subject->setAccessibleName(tr("Subject"));
    m_subject->setObjectName(QStringLiteral("words.subject"));
    m_subject->setFont(ui::font(Type::Strong));
    seamless(m_subject);
    line->addWidget(m_subject, 1);
    sheet->addWidget(m_subjectRow);
    m_body = new QPlainTextEdit;
    m_body->setFrameShape(QFrame::NoFrame);
    m_body->setAccessibleName(tr("What is written"));
    m_body->setObjectName(QStringLiteral("words.body"));
    m_body->setTabChangesFocus(true);
    m_body->document()->setDocumentMargin(12);
    m_body->setMinimumHeight(scaled(72));
    seamless(m_body);
    m_marks = new MessageMarks(m_body->document());
    sheet->addWidget(m_body, 1);
    column->addWidget(m_sheet, 1);
    connect(m_subject, &QLineEdit::textEdited, this, [this] {
        check();
        Q_EMIT edited();
    });
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] {
        if (m_body->toPlainText() == m_checkedBody) // marks change the document too
            return;
        count();
        check();
        Q_EMIT edited();
    });
}

void WordsPanel::buildFoot()
{
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    m_back = new KeyButton({}, tr("Back"), tr("Esc"));
    m_copy = new KeyButton(QStringLiteral("edit-copy"), tr("Copy"), {});
    m_hand = new KeyButton({}, {}, {});
    m_hand->setLook(ButtonLook::Primary);
    m_back->setObjectName(QStringLiteral("words.back"));
    m_copy->setObjectName(QStringLiteral("words.copy"));
    m_hand->setObjectName(QStringLiteral("words.hand"));
    m_kept = new TextLabel(Type::Label, Ink::Muted);
    foot->addWidget(m_back);
    foot->addWidget(m_copy);
    foot->addWidget(m_kept);
    foot->addStretch();
    foot->addWidget(m_hand);
    static_cast<QVBoxLayout *>(layout())->addLayout(foot);
    connect(m_back, &KeyButton::clicked, this, &WordsPanel::backAsked);
    connect(m_copy, &KeyButton::clicked, this, &WordsPanel::copyAsked);
    connect(m_hand, &KeyButton::clicked, this, &WordsPanel::handOverAsked);
}

void WordsPanel::open(Medium medium, const PreparedWords &words, const PointView *to, const MessageFacts &facts)
{
    m_medium = medium;
    m_facts = facts;
    m_facts.mustAsk = words.mustAsk;
    m_wording = words.wording;
    m_which = words.which;
    m_of = words.of;
    m_misspelled.clear();
    m_other->setVisible(m_of > 1);
    m_to = to ? std::optional(*to) : std::nullopt;
    m_media->setCurrentIndex(medium == Medium::Text ? 0 : medium == Medium::Email ? 1 : 2);
    const QSignalBlocker quiet(m_body);
    m_subject->setText(words.subject);
    m_body->setPlainText(words.body);
    m_body->document()->setDocumentMargin(12);
    m_subjectRow->setVisible(medium == Medium::Email);
    const Permission may = !to ? Permission() : medium == Medium::Email ? to->email : to->text;
    const bool letter = medium == Medium::Note;
    m_address->setText(letter ? tr("By hand, on paper") : to ? (to->shown.isEmpty() ? to->point.raw : to->shown) : tr("Nobody: no usable address"));
    m_may->setChip(letter || !to ? paint::Chip{}
                   : may.allowed()
                       ? paint::Chip{Tone::Good, QStringLiteral("dialog-ok-apply"), medium == Medium::Email ? tr("May e-mail") : tr("May text")}
                       : paint::Chip{Tone::Danger, QStringLiteral("im-ban-user"), may.reason});
    m_hand->setGlyph(letter ? QStringLiteral("document-print") : QStringLiteral("document-send"));
    m_hand->setText(letter ? tr("Print") : medium == Medium::Email ? tr("Open in mail program") : tr("Open in text program"));
    m_blocked = letter ? QString() : !to ? tr("No usable number or address is known") : may.allowed() ? QString() : may.reason;
    m_kept->clear();
    count();
    check();
}

PreparedWords WordsPanel::words() const
{
    const QString subject = m_medium == Medium::Email ? m_subject->text() : QString(), body = m_body->toPlainText();
    PreparedWords words;
    words.subject = subject;
    words.body = body;
    words.missing = openPlaces(subject + body);
    words.mustAsk = m_facts.mustAsk;
    words.wording = m_wording;
    words.which = m_which;
    words.of = m_of;
    return words;
}

void WordsPanel::setKept(const QString &time)
{
    m_kept->setText(time.isEmpty() ? QString() : tr("Kept as a draft, %1").arg(time));
}

void WordsPanel::focusBody()
{
    m_body->setFocus(Qt::OtherFocusReason);
    // What is to be filled in comes first: it is chosen, so that typing replaces it.
    const QRegularExpressionMatch open = Place.match(m_body->toPlainText());
    QTextCursor cursor = m_body->textCursor();
    cursor.setPosition(open.hasMatch() ? int(open.capturedStart()) : 0);
    if (open.hasMatch())
        cursor.setPosition(int(open.capturedEnd()), QTextCursor::KeepAnchor);
    m_body->setTextCursor(cursor);
}

// What keeps a message from going out keeps it from being copied as well.
void WordsPanel::check()
{
    m_checkedBody = m_body->toPlainText();
    QVector<Finding> findings = checkMessage({m_medium, m_subject->text(), m_checkedBody}, m_facts);
    for (const Finding &finding : std::as_const(m_misspelled)) // as far as the words still stand where they were looked up
        if (m_checkedBody.mid(finding.from, finding.length) == m_misspelledBody.mid(finding.from, finding.length))
            findings << finding;
    m_marks->show(findings);
    const qsizetype blocks = standingBlocks(findings, !m_reason.trimmed().isEmpty()).size();
    m_gap->setChip(blocks == 0 ? paint::Chip{} : paint::Chip{Tone::Danger, QStringLiteral("dialog-warning"), tr("%n to fix", nullptr, int(blocks))});
    m_gap->setKey(blocks == 0 ? QString() : QStringLiteral("F8"));
    const QString why = !m_blocked.isEmpty() ? m_blocked : blocks == 0 ? QString() : tr("%n things to fix before it can go", nullptr, int(blocks));
    m_hand->setBlocked(why);
    m_copy->setBlocked(why);
    if (findings == m_findings)
        return;
    m_findings = findings;
    Q_EMIT checked();
}

bool WordsPanel::mayGo() const
{
    return standingBlocks(m_findings, !m_reason.trimmed().isEmpty()).isEmpty();
}

void WordsPanel::setReason(const QString &reason)
{
    m_reason = reason;
    check();
}

void WordsPanel::setMisspelled(const QString &body, const QVector<Finding> &misspelled)
{
    m_misspelledBody = body;
    m_misspelled = misspelled;
    check();
}

void WordsPanel::put(int from, int length, const QString &text)
{
    QTextCursor cursor = m_body->textCursor();
    cursor.setPosition(from);
    cursor.setPosition(std::min(from + length, int(m_body->toPlainText().size())), QTextCursor::KeepAnchor);
    cursor.insertText(text); // one step to take back
    m_body->setTextCursor(cursor);
    m_body->setFocus(Qt::OtherFocusReason);
}

void WordsPanel::applyRemedy(int index)
{
    if (index < 0 || index >= m_findings.size())
        return;
    const Finding finding = m_findings.at(index);
    const bool paragraphs = m_medium != Medium::Text;
    switch (finding.remedy) {
    case Finding::Remedy::Insert: return put(finding.from, 0, (finding.from == 0 ? QString() : paragraphs ? QStringLiteral("\n\n") : QStringLiteral(" ")) + finding.text);
    case Finding::Remedy::Replace: return put(finding.from, finding.length, finding.text);
    case Finding::Remedy::TakeOut: {
        int until = finding.from + finding.length;
        const QString body = m_body->toPlainText();
        while (until < body.size() && body.at(until) == QLatin1Char(' '))
            ++until;
        return put(finding.from, until - finding.from, {});
    }
    case Finding::Remedy::None: return showPlace(index);
    }
}

void WordsPanel::applyFirstRemedy()
{
    for (qsizetype i = 0; i < m_findings.size(); ++i)
        if (m_findings[i].remedy != Finding::Remedy::None)
            return applyRemedy(int(i));
}

void WordsPanel::showPlace(int index)
{
    if (index < 0 || index >= m_findings.size())
        return;
    const Finding &finding = m_findings.at(index);
    if (finding.inSubject)
        return m_subject->setFocus(Qt::OtherFocusReason);
    QTextCursor cursor = m_body->textCursor();
    cursor.setPosition(std::clamp(finding.from, 0, int(m_body->toPlainText().size())));
    if (finding.from >= 0)
        cursor.setPosition(std::min(finding.from + finding.length, int(m_body->toPlainText().size())), QTextCursor::KeepAnchor);
    m_body->setTextCursor(cursor);
    m_body->setFocus(Qt::OtherFocusReason);
}

void WordsPanel::goToBlock()
{
    for (qsizetype i = 0; i < m_findings.size(); ++i)
        if (m_findings[i].weight == Finding::Weight::Blocks)
            return showPlace(int(i));
    focusBody();
}

void WordsPanel::count()
{
    const QString body = m_body->toPlainText();
    QString text;
    if (m_medium == Medium::Text) {
        const SmsParts sms = smsParts(body);
        text = tr("%n characters", nullptr, int(body.size()));
        if (sms.parts > 1 || sms.wide)
            text += tr(", %n texts", nullptr, sms.parts);
        m_count->setToolTip(sms.wide ? tr("“%1” makes each text hold 67 characters instead of 153.").arg(sms.widest) : QString());
    }
    if (m_facts.language != WordLanguages[0])
        text = text.isEmpty() ? languageName(m_facts.language) : tr("%1, %2").arg(languageName(m_facts.language), text);
    m_count->setText(text);
    m_other->setText(tr("Wording %1 of %2").arg(m_which).arg(m_of));
}

void WordsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backAsked();
    else
        QFrame::keyPressEvent(event);
}

} // namespace beback::ui
