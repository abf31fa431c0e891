#include "ui/lead/words_panel.h"

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
    top->addWidget(m_gap);
    top->addStretch();
    top->addWidget(m_count);
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
    sheet->addWidget(m_body, 1);
    column->addWidget(m_sheet, 1);
    connect(m_subject, &QLineEdit::textEdited, this, [this] {
        check();
        Q_EMIT edited();
    });
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] {
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

void WordsPanel::open(Medium medium, const PreparedWords &words, const PointView *to)
{
    m_medium = medium;
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
    return {subject, body, openPlaces(subject + body)};
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

// A message with an open place does not go out.
void WordsPanel::check()
{
    const QStringList open = words().missing;
    m_gap->setChip(open.isEmpty() ? paint::Chip{}
                                  : paint::Chip{Tone::Warning, QStringLiteral("dialog-warning"),
                                                tr("Fill in: %1").arg(QLocale().createSeparatedList(open))});
    m_hand->setBlocked(!m_blocked.isEmpty() ? m_blocked : open.isEmpty() ? QString() : tr("Fill in first: %1").arg(QLocale().createSeparatedList(open)));
}

void WordsPanel::count()
{
    const int letters = int(m_body->toPlainText().size());
    m_count->setText(m_medium == Medium::Text ? tr("%n characters", nullptr, letters) : QString());
}

void WordsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backAsked();
    else
        QFrame::keyPressEvent(event);
}

} // namespace beback::ui
