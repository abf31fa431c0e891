#include "tests/ui/gallery_pages.h"

#include "tests/support/sample_views.h"
#include "ui/lead/timeline_view.h"
#include "ui/queue/queue_view.h"
#include "ui/style/icons.h"
#include "ui/widgets/capacity_bar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/key_cap_label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QtWidgets>

namespace beback::ui::gallery {

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QHBoxLayout *rowOf(std::initializer_list<QWidget *> widgets, int spacing = 8)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(spacing));
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return row;
}

KeyButton *button(const char *icon, const char *text, const char *key, ButtonLook look = ButtonLook::Normal,
                  bool tall = false)
{
    auto *b = new KeyButton(s(icon), s(text), s(key));
    b->setLook(look);
    b->setTall(tall);
    return b;
}

KeyButton *checked(KeyButton *b)
{
    b->setCheckable(true);
    b->setChecked(true);
    return b;
}

template <class W> W *hovered(W *b)
{
    b->setAttribute(Qt::WA_UnderMouse);
    return b;
}

KeyButton *pressed(KeyButton *b)
{
    b->setDown(true);
    return b;
}

KeyButton *disabled(KeyButton *b)
{
    b->setEnabled(false);
    return b;
}

KeyButton *blocked(KeyButton *b)
{
    b->setBlocked(s("Quiet hours in Tucson until 8:00 am"));
    return b;
}

KeyButton *outcome(const char *digit, const char *text)
{
    KeyButton *b = button("", text, digit, ButtonLook::Normal, true);
    b->setKeySide(KeyButton::KeySide::Left);
    b->setCheckable(true);
    return b;
}

void addLooks(QVBoxLayout *column)
{
    const ButtonLook looks[] = {ButtonLook::Normal, ButtonLook::Primary, ButtonLook::Danger, ButtonLook::Flat};
    for (const ButtonLook look : looks) {
        column->addLayout(
            rowOf({button("call-start", "Call", "F5", look), hovered(button("call-start", "Hover", "F5", look)),
                   pressed(button("call-start", "Pressed", "F5", look)),
                   disabled(button("call-start", "Disabled", "F5", look)),
                   checked(button("call-start", "On call 2:14", "", look)),
                   blocked(button("call-start", "Blocked", "", look)),
                   button("", "Save and next", "Ctrl+Enter", look, true), button("view-filter", "", "", look)}));
    }
}

SegmentedControl *media()
{
    auto *seg = new SegmentedControl;
    seg->addSegment({s("All"), {}, {}, {}, {}, false});
    for (const Medium m : {Medium::Call, Medium::Text, Medium::Email})
        seg->addSegment({{}, beback::ui::icons::nameOf(m), {}, toText(m), m, false});
    seg->addSegment({{}, s("overflow-menu"), {}, s("Others"), {}, false});
    seg->setCurrentIndex(0);
    return seg;
}

} // namespace

QWidget *controls()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setSpacing(scaled(12));
    addLooks(column);
    auto *first = outcome("1", "Reached");
    first->setChecked(true);
    column->addLayout(rowOf({first, outcome("2", "Voicemail"), outcome("3", "No answer"), outcome("4", "Busy"),
                             outcome("5", "Call back"), outcome("6", "Wrong number"), outcome("7", "Not interested"),
                             outcome("8", "Bought elsewhere"), outcome("9", "Asked to stop")},
                            4));
    auto *ready = new SegmentedControl;
    ready->addSegment({s("Ready"), {}, {}, {}, {}, true});
    ready->addSegment({s("Pause"), s("media-playback-pause"), {}, {}, {}, false});
    ready->setCurrentIndex(0);
    auto *result = new SegmentedControl;
    result->addSegment({s("Visit set"), {}, s("Y"), {}, {}, false});
    result->addSegment({s("Not yet"), {}, s("U"), {}, {}, false});
    auto *must = new ChipLabel(Tone::Warning, s("dialog-warning"), s("2 must-ask left"));
    must->setTall(true);
    must->setKey(s("F8"));
    column->addLayout(rowOf({ready, result, media(), must, button("", "Skip…", "0", ButtonLook::Flat, true)}));
    auto *focused = button("", "Only me", "A");
    focused->setObjectName(s("focused"));
    column->addLayout(
        rowOf({focused, button("", "Partner", "B"), button("", "Someone else", "C"),
               new LinkButton(s("Could not ask…")), new KeyCapLabel(s("F1")), new KeyCapLabel(s("Ctrl+K"))}));
    column->addLayout(rowOf({new ChipLabel(Tone::Neutral, {}, s("Waiting for us")),
                             new ChipLabel(Tone::Good, s("flash"), s("New, 9 min")),
                             new ChipLabel(Tone::Info, s("dialog-messages"), s("Wrote 4 min ago")),
                             new ChipLabel(Tone::Warning, s("clock"), s("Callback promised, in 3 min")),
                             new ChipLabel(Tone::Danger, s("im-ban-user"), s("Asked on Nov 16 not to be called here")),
                             new ChipLabel(Tone::Must, {}, s("Must ask"))}));
    auto *none = new CapacityBar, *half = new CapacityBar, *full = new CapacityBar, *over = new CapacityBar;
    none->setRange(0, 4);
    half->setRange(2, 4);
    full->setRange(4, 4);
    over->setRange(5, 4);
    auto *elided = new ElidedLabel(s("Maria Antonietta Constantinopoulou-Vandenberghe de la Cruz"), Type::Name);
    elided->setFixedWidth(scaled(300));
    column->addLayout(rowOf({none, half, full, over, elided}));
    column->addStretch(1);
    page->resize(page->sizeHint());
    return page;
}

QWidget *fields()
{
    auto *page = new QWidget;
    auto *form = new QGridLayout(page);
    form->setSpacing(scaled(12));
    auto *search = new SearchField(s("Name, phone, e-mail, stock number"), s("Ctrl+K"));
    search->setObjectName(s("focused"));
    auto *off = new QLineEdit(s("Disabled"));
    off->setEnabled(false);
    auto *text = new QPlainTextEdit(s("Hi Elena, Priya at Cedar Hill Motors."));
    text->setFixedHeight(scaled(64));
    auto *combo = new QComboBox;
    combo->addItems({s("Fresh internet lead"), s("Long term")});
    auto *spin = new QSpinBox;
    auto *when = new QDateTimeEdit(QDateTime(QDate(2025, 11, 22), QTime(10, 0)));
    auto *box = new QCheckBox(s("Remember me")), *boxOn = new QCheckBox(s("Checked")),
         *boxOff = new QCheckBox(s("Disabled"));
    boxOn->setChecked(true);
    boxOff->setChecked(true);
    boxOff->setEnabled(false);
    auto *radio = new QRadioButton(s("One")), *radioOn = new QRadioButton(s("Other"));
    radioOn->setChecked(true);
    auto *tabs = new QTabBar;
    for (const char *name : {"Work", "Leads", "Words", "My day"})
        tabs->addTab(s(name));
    auto *progress = new QProgressBar;
    progress->setValue(60);
    progress->setTextVisible(false);
    progress->setFixedHeight(scaled(8));
    auto *table = new QTableWidget(8, 3);
    table->setHorizontalHeaderLabels({s("Name"), s("Vehicle"), s("Last touch")});
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (int r = 0; r < 8; ++r) {
        for (int c = 0; c < 3; ++c)
            table->setItem(r, c,
                           new QTableWidgetItem(s(c == 0   ? "Robert Tran"
                                                  : c == 1 ? "2022 F-150 XLT"
                                                           : "Nov 17")));
    }
    table->selectRow(1);
    auto *menu = new QMenu(page);
    menu->addAction(beback::ui::icons::icon(s("edit-copy")), s("Copy\tCtrl+C"));
    menu->addAction(beback::ui::icons::icon(s("edit-undo")), s("Take back"))->setEnabled(false);
    menu->addSeparator();
    QAction *ticked = menu->addAction(s("Single-letter keys"));
    ticked->setCheckable(true);
    ticked->setChecked(true);
    menu->setActiveAction(menu->actions().first());
    menu->setWindowFlags(Qt::Widget);
    menu->setAttribute(Qt::WA_DontShowOnScreen, false);
    form->addWidget(search, 0, 0);
    form->addWidget(off, 0, 1);
    form->addWidget(text, 1, 0);
    form->addWidget(combo, 1, 1);
    form->addLayout(rowOf({spin, when}), 2, 0);
    form->addLayout(rowOf({box, boxOn, boxOff}), 2, 1);
    form->addLayout(rowOf({radio, radioOn, new QPushButton(s("Plain")), new QToolButton}), 3, 0);
    form->addWidget(tabs, 3, 1);
    form->addWidget(progress, 4, 0);
    form->addWidget(menu, 4, 1, 2, 1, Qt::AlignTop | Qt::AlignLeft);
    form->addWidget(table, 5, 0);
    page->resize(scaled(820), scaled(560));
    return page;
}

namespace {

QWidget *pane(const QString &title, QWidget *beside, QWidget *body, int width)
{
    auto *pane = new QWidget;
    pane->setFixedWidth(scaled(width));
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QWidget;
    head->setFixedHeight(scaled(metrics::PaneHead));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(scaled(12), 0, scaled(12), 0);
    row->addWidget(new TextLabel(title, Type::Title));
    row->addStretch(1);
    row->addWidget(beside);
    column->addWidget(head);
    column->addWidget(new Rule);
    column->addWidget(body, 1);
    return pane;
}

QWidget *middle()
{
    auto *middle = new Card;
    middle->setFill(Card::Fill::Surface);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(scaled(20), scaled(10), scaled(20), scaled(10));
    column->setSpacing(scaled(8));
    auto *place = new TextLabel(s("Albuquerque"), Type::Label, Ink::Muted);
    auto *name = rowOf(
        {new TextLabel(s("Elena Vasquez"), Type::Name), new ChipLabel(Tone::Good, s("flash"), s("Fresh, day 3"))});
    name->addWidget(place);
    name->addWidget(new TextLabel(s("10:42 am"), Type::Title));
    column->addLayout(name);
    auto *step = new Card;
    step->setBar(Medium::Call);
    auto *cells = new QHBoxLayout(step);
    auto *why = new QVBoxLayout;
    why->setSpacing(scaled(2));
    why->addWidget(new TextLabel(s("Why now"), Type::Overline, Ink::Muted));
    auto *sentence =
        new TextLabel(s("She answered a text yesterday at 11 and asked if the gray one is still here. It is."));
    sentence->setWordWrap(true);
    why->addWidget(sentence);
    cells->addLayout(why);
    column->addWidget(step);
    auto *call = checked(button("call-start", "On call 2:14", ""));
    auto *text = button("dialog-messages", "Text", "T");
    auto *line = rowOf(
        {new TextLabel(s("(505) 555-0142"), Type::Strong), new ChipLabel(Tone::Good, s("dialog-ok-apply"), s("Call"))});
    line->addWidget(text);
    line->addWidget(call);
    column->addLayout(line);
    column->addWidget(new Rule);
    auto *second = rowOf({new TextLabel(s("(505) 555-0177"), Type::Body, Ink::Muted),
                          new ChipLabel(Tone::Danger, s("im-ban-user"), s("Asked on Nov 16 not to be called here"))});
    second->addWidget(blocked(button("call-start", "Call", "")));
    column->addLayout(second);
    column->addStretch(1);
    return middle;
}

} // namespace

QWidget *room()
{
    auto *page = new QWidget;
    page->resize(scaled(1366), scaled(660));
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *model = new QueueModel(page);
    model->setZone(samples::zone());
    auto *queue = new QueueView;
    queue->setQueue(model);
    model->setPage(samples::queue(), samples::now());
    const CustomerId mine = samples::queue().mine.first().customer;
    model->setWorkingSince(mine, samples::now() - std::chrono::seconds(134));
    queue->select(mine);
    auto *history = new TimelineView;
    auto *events = new TimelineModel(page);
    events->setZone(samples::zone());
    history->setTimeline(events);
    events->show(mine, samples::call().timeline, samples::now());
    row->addWidget(pane(s("Queue"), button("view-filter", "", "", ButtonLook::Flat), queue, metrics::Queue));
    row->addWidget(middle(), 1);
    row->addWidget(pane(s("History"), media(), history, metrics::History));
    return page;
}

} // namespace beback::ui::gallery
