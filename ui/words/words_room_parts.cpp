// What the room of words is made of, and how the entry that is chosen is shown in it.
#include "ui/style/paint.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/skeleton_widget.h"
#include "ui/words/guide_editor.h"
#include "ui/words/message_editor.h"
#include "ui/words/message_preview.h"
#include "ui/words/phrases_editor.h"
#include "ui/words/solutions_editor.h"
#include "ui/words/stock_card.h"
#include "ui/words/word_list.h"
#include "ui/words/word_past.h"
#include "ui/words/word_text.h"
#include "ui/words/words_room.h"

#include <QMenu>
#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>

namespace beback::ui {

namespace {

constexpr int ListWide = 320, SideWide = 340, LookSoonMs = 250;

KeyButton *button(const char *name, const QString &icon, const QString &text, const QString &key = {})
{
    auto *made = new KeyButton(icon, text, key);
    made->setObjectName(QStringLiteral("words.") + QLatin1String(name));
    return made;
}

QScrollArea *scrolled(QWidget *inside, const QString &name)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(name);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(inside);
    inside->setAutoFillBackground(false);
    return area;
}

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    return column;
}

} // namespace

WordsRoom::WordsRoom(Desk &desk, const Clock &clock, std::shared_ptr<FileChooser> chooser, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_clock(clock), m_chooser(std::move(chooser))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    buildList(row);
    row->addWidget(new Rule(Qt::Vertical));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(8);
    row->addLayout(column, 1);
    m_problem = new Banner(Tone::Danger);
    m_problem->setObjectName(QStringLiteral("words.problem"));
    m_problem->setButton(tr("Close"));
    m_problem->hide();
    m_pages = new QStackedWidget;
    m_skeleton = new SkeletonWidget(SkeletonWidget::Shape::Table);
    m_skeleton->setOffersWithout(false);
    m_work = new QWidget;
    m_pages->addWidget(m_skeleton);
    m_pages->addWidget(m_work);
    QVBoxLayout *work = columnIn(m_work);
    buildHead(work);
    buildBody(work);
    column->addWidget(m_problem);
    column->addWidget(m_pages, 1);
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(LookSoonMs);
    connectParts();
    connectButtons();
}

void WordsRoom::buildList(QHBoxLayout *row)
{
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 10, 12, 8);
    head->setSpacing(8);
    m_kinds = new SegmentedControl;
    m_kinds->setObjectName(QStringLiteral("words.kinds"));
    m_kinds->setAccessibleName(tr("Which words"));
    m_kinds->addSegment({tr("Messages"), {}, {}, {}, {}, false}); // by AllWordKinds
    m_kinds->addSegment({tr("Guides"), {}, {}, tr("Call guides"), {}, false});
    m_kinds->addSegment({tr("Solutions"), {}, {}, {}, {}, false});
    m_kinds->addSegment({tr("Phrases"), {}, {}, tr("Empty phrases"), {}, false});
    m_kinds->setCurrentIndex(0);
    m_search = new SearchField(tr("Search the words"));
    m_search->setObjectName(QStringLiteral("words.search"));
    head->addWidget(m_kinds, 0, Qt::AlignLeft);
    head->addWidget(m_search);
    m_list = new WordList;
    m_list->setFixedWidth(std::max(scaled(ListWide), m_kinds->sizeHint().width() + 24));
    m_add = button("add", QStringLiteral("list-add"), tr("Another wording"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->setSpacing(8);
    foot->addWidget(m_add);
    m_files = button("files", QStringLiteral("document-export"), tr("Files"));
    m_files->setOpensMenu(true);
    auto *menu = new QMenu(m_files);
    menu->addAction(tr("Write all words to a folder…"), this, &WordsRoom::passOn);
    menu->addAction(tr("Read words from files…"), this, &WordsRoom::takeIn);
    connect(m_files, &KeyButton::clicked, menu, [this, menu] { menu->popup(m_files->mapToGlobal(QPoint(0, 0)) - QPoint(0, menu->sizeHint().height())); });
    foot->addWidget(m_files);
    foot->addStretch();
    left->addLayout(head);
    left->addWidget(new Rule);
    left->addWidget(m_list, 1);
    left->addLayout(foot);
    row->addLayout(left);
}

void WordsRoom::buildHead(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_name = new ElidedLabel(Type::Name);
    m_name->setObjectName(QStringLiteral("words.name"));
    m_chip = new ChipLabel;
    m_chip->setObjectName(QStringLiteral("words.chip"));
    m_back = button("shipped", QStringLiteral("edit-undo"), tr("As shipped"));
    m_out = button("out", QStringLiteral("window-close"), tr("Take it out"));
    m_undo = button("undo", {}, tr("Leave it"));
    m_keep = button("keep", {}, tr("Keep the change"), tr("Ctrl+S"));
    m_keep->setLook(ButtonLook::Primary);
    row->addWidget(m_name, 1);
    row->addWidget(m_chip);
    for (KeyButton *one : {m_back, m_out, m_undo, m_keep})
        row->addWidget(one);
    column->addLayout(row);
    m_says = new TextLabel(Type::Body, Ink::Muted);
    m_says->setObjectName(QStringLiteral("words.says"));
    m_says->setWordWrap(true);
    column->addWidget(m_says);
}

void WordsRoom::buildBody(QVBoxLayout *column)
{
    auto *below = new QHBoxLayout;
    below->setSpacing(12);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(8);
    m_stack = new QStackedWidget;
    m_message = new MessageEditor;
    m_guide = new GuideEditor;
    m_editors = {m_message, m_guide, new SolutionsEditor, new PhrasesEditor};
    m_stack->addWidget(m_message);
    for (WordEditor *one : {m_editors[1], m_editors[2], m_editors[3]}) {
        QScrollArea *page = scrolled(one, tr("What is said"));
        page->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // they are wider than what a small window leaves
        m_stack->addWidget(page);
    }
    middle->addWidget(m_stack, 1);
    m_fault = new FieldError(m_stack);
    m_fault->setObjectName(QStringLiteral("words.fault"));
    middle->addWidget(m_fault);
    buildReason(middle);
    below->addLayout(middle, 1);
    m_side = scrolled(buildSide(), tr("As a customer gets it, and what became of it"));
    m_side->setFixedWidth(scaled(SideWide));
    below->addWidget(m_side);
    column->addLayout(below, 1);
}

void WordsRoom::buildReason(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("words.reason"));
    m_reason->setAccessibleName(tr("Why it is changed"));
    m_reason->setPlaceholderText(tr("Kept with the change"));
    auto *caption = new TextLabel(tr("Why it is changed"), Type::Label, Ink::Muted);
    caption->setBuddy(m_reason);
    row->addWidget(caption);
    row->addWidget(m_reason, 1);
    column->addLayout(row);
    m_reasonError = new FieldError(m_reason);
    m_reasonError->setObjectName(QStringLiteral("words.reasonError"));
    column->addWidget(m_reasonError);
}

QWidget *WordsRoom::buildSide()
{
    auto *side = new QWidget;
    QVBoxLayout *cards = columnIn(side);
    cards->setSpacing(12);
    m_preview = new MessagePreview;
    m_past = new WordPast;
    cards->addWidget(m_preview);
    cards->addWidget(m_past);
    m_stock = new StockCard(m_desk, m_chooser);
    cards->addWidget(m_stock);
    cards->addStretch();
    return side;
}

void WordsRoom::connectParts()
{
    connect(&m_lookSoon, &QTimer::timeout, this, &WordsRoom::look);
    connect(m_kinds, &SegmentedControl::currentChanged, this, [this](int index) {
        if (index >= 0 && AllWordKinds[size_t(index)] != m_kind)
            turnTo(AllWordKinds[size_t(index)]);
    });
    connect(m_search, &SearchField::textChanged, this, &WordsRoom::fillList);
    connect(m_search, &SearchField::moveRequested, this, [this](int steps) {
        if (m_list->count() > 0)
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + steps, 0, m_list->count() - 1));
    });
    connect(m_list, &WordList::chosen, this, [this](const QString &id) { choose(m_kind, id); });
    for (WordEditor *one : m_editors)
        connect(one, &WordEditor::edited, this, &WordsRoom::edited);
    connect(m_guide, &GuideEditor::said, this, &WordsRoom::said);
    connect(m_reason, &QLineEdit::textEdited, this, [this] { m_reasonError->setError({}); });
    connect(m_preview, &MessagePreview::anotherAsked, this, &WordsRoom::lookAtAnother);
    connect(m_problem, &Banner::acted, m_problem, &QWidget::hide);
}

void WordsRoom::connectButtons()
{
    connect(m_add, &KeyButton::clicked, this, &WordsRoom::beginAnother);
    connect(m_back, &KeyButton::clicked, this, &WordsRoom::putBack);
    connect(m_out, &KeyButton::clicked, this, &WordsRoom::takeOut);
    connect(m_undo, &KeyButton::clicked, this, &WordsRoom::leaveIt);
    connect(m_keep, &KeyButton::clicked, this, &WordsRoom::keep);
    connect(m_keep, &KeyButton::refused, this, &WordsRoom::keep); // which says why not
    auto *key = new QAction(tr("Keep the change"), this);
    key->setShortcut(QKeySequence::Save);
    key->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(key);
    connect(key, &QAction::triggered, this, &WordsRoom::keep);
}

// `words`: what stands in the editor to begin with.
void WordsRoom::showEntry(const QByteArray &words)
{
    WordEntry shown = m_one;
    shown.body = words;
    m_stack->setCurrentIndex(int(m_one.kind));
    editor()->show(shown);
    m_base = editor()->body();
    const Unkept unkept = m_unkept.take({m_one.kind, m_one.id});
    if (!unkept.body.isEmpty()) {
        shown.body = unkept.body;
        editor()->show(shown);
    }
    m_reason->setText(unkept.reason);
    m_reasonError->setError({});
    m_problem->hide();
    m_add->setVisible(m_one.kind == WordKind::Message);
    m_preview->setVisible(m_one.kind == WordKind::Message);
    m_past->show(m_one, m_shelf, m_clock.now());
    // A guide needs the room, and of one that was never changed there is nothing to tell.
    m_side->setVisible(m_one.kind == WordKind::Message || m_one.kind == WordKind::Solutions || !m_one.changes.isEmpty());
    m_stock->setZone(m_shelf.zone);
    m_stock->setVisible(m_one.kind == WordKind::Solutions);
    if (m_one.kind == WordKind::Solutions)
        m_stock->refresh();
    edited();
    look();
}

void WordsRoom::showFault(const QByteArray &body)
{
    const bool untouched = m_new && body == m_base; // no mistake before somebody began to write
    const QString fault = untouched ? tr("It is still the wording it was begun from. Say it in other words.") : faultIn(body);
    m_fault->setError(untouched ? QString() : fault);
    m_keep->setBlocked(fault);
}

void WordsRoom::showHead()
{
    m_name->setText(word_text::name(m_one));
    const bool out = !m_new && word_text::isTakenOut(m_one), own = m_one.shipped.isEmpty();
    const paint::Chip chip = m_new       ? paint::Chip{Tone::Info, {}, tr("New")}
                             : m_changed ? paint::Chip{Tone::Warning, {}, tr("Not kept yet")}
                                         : word_text::chip(m_one);
    m_chip->setChip(chip.text.isEmpty() ? paint::Chip{Tone::Neutral, {}, tr("As shipped")} : chip);
    m_says->setText(says());
    m_says->setVisible(!m_says->text().isEmpty());
    m_back->setText(out ? tr("Put it back") : tr("As shipped"));
    m_back->setVisible(!m_changed && (out || (word_text::isChangedHere(m_one) && !own)));
    m_out->setVisible(!m_changed && !out && m_one.kind == WordKind::Message && !word_text::isPart(m_one));
    m_undo->setVisible(m_changed);
    m_keep->setVisible(m_changed);
}

QString WordsRoom::says() const
{
    if (m_new)
        return tr("Another way to say the same. Whoever gets it is given the wording they got least often.");
    if (word_text::isTakenOut(m_one))
        return tr("Nobody gets it. Put it back as it is, or change it and keep that.");
    if (m_one.shippedAnew)
        return tr("The program came with other words since these were written. These are used; what was said about them stands at the right.");
    if (word_text::isPart(m_one))
        return tr("It stands under every e-mail. The law wants your street in it, and how to make them stop.");
    switch (m_one.kind) {
    case WordKind::Message: return {};
    case WordKind::Guide: return tr("What is said and asked on the phone, question by question.");
    case WordKind::Solutions: return tr("What to ask first, and what can be offered to somebody who says so.");
    case WordKind::Phrases: return tr("A message that says one of these says nothing, and does not go out.");
    }
    return {};
}

void WordsRoom::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().bg);
}

} // namespace beback::ui
