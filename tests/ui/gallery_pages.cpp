#include "tests/ui/gallery_pages.h"

#include "tests/support/sample_views.h"
#include "ui/lead/timeline_view.h"
#include "ui/queue/queue_view.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/skeleton_widget.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/toast.h"

#include <QBoxLayout>
#include <QDir>
#include <QGridLayout>
#include <QLineEdit>

namespace beback::ui::gallery {

namespace {

QueueItem item(int n, const QString &name, const QString &vehicle)
{
    QueueItem i;
    i.customer = CustomerId(QUuid(quint32(900 + n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    i.name = name;
    i.vehicle = vehicle;
    i.dueAt = samples::now();
    i.due = true;
    i.reasons = {{QueueItem::Reason::Tone::Neutral, QString(), QStringLiteral("Step 6, day 6")}};
    return i;
}

QueuePage hardQueue()
{
    QueuePage page = samples::queue();
    QueueItem longest = item(1, QStringLiteral("Maria Antonietta Constantinopoulou-Vandenberghe de la Cruz"),
                             QStringLiteral("2024 Mercedes-Benz GLS 580 4MATIC Premium Executive Line"));
    longest.overdue = true;
    longest.band = Band::Promise;
    longest.dueAt = samples::now() - std::chrono::hours(26);
    longest.marks = marksFromText(QStringLiteral("c- t+ e- n- v+ s- c. t-"));
    longest.attempts = 23;
    longest.reasons = {{QueueItem::Reason::Tone::Danger, QStringLiteral("clock"),
                        QStringLiteral("Callback promised for yesterday at 9:30 and missed")},
                       {QueueItem::Reason::Tone::Neutral, QString(), QStringLiteral("Overdue 26 h")}};
    page.next.insert(0, longest);
    page.next.insert(1, item(2, QStringLiteral("No Vehicle"), QString()));
    QueueItem held = item(3, QStringLiteral("Somebody Else’s Customer"), QStringLiteral("2020 Camry SE"));
    held.heldBy = QStringLiteral("Tanya Brooks");
    held.marks = marksFromText(QStringLiteral("c- e-"));
    held.attempts = 2;
    page.next.insert(2, held);
    QueueItem stuck = item(4, QStringLiteral("Stuck Person"), QStringLiteral("2019 Civic"));
    stuck.band = Band::Stuck;
    page.next.append(stuck);
    return page;
}

QVector<TimelineItem> hardHistory()
{
    QVector<TimelineItem> items = samples::call().timeline;
    TimelineItem undone = items[2];
    undone.id = EventId(QUuid(77, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    undone.undone = true;
    undone.at = samples::now() - std::chrono::minutes(20);
    undone.line = QStringLiteral("No answer");
    TimelineItem reached = undone;
    reached.id = EventId(QUuid(78, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    reached.undone = false;
    reached.outcome = Outcome::Reached;
    reached.who = QStringLiteral("Alexandria Featherstonehaugh-Montgomery");
    reached.line = QStringLiteral(
        "Reached, 4 min. Wants to see it with her husband on Saturday; asked whether the roof rails are included.");
    TimelineItem message = items[0];
    message.id = EventId(QUuid(79, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    message.words = QStringLiteral("https://example.com/averyveryveryverylongaddresswithoutanybreakinit/"
                                   "andmore?of=it\nSecond line.\n\nIs this the one?");
    items.insert(0, reached);
    items.insert(1, undone);
    items.insert(2, message);
    return items;
}

QWidget *queueWith(const QueuePage &page, QWidget *parent)
{
    auto *model = new QueueModel(parent);
    model->setZone(samples::zone());
    auto *view = new QueueView(parent);
    view->setQueue(model);
    model->setPage(page, samples::now());
    if (!page.mine.isEmpty()) {
        model->setWorkingSince(page.mine.first().customer, samples::now() - std::chrono::seconds(134));
        view->select(page.mine.first().customer);
    }
    view->setFoot(QStringLiteral("Today’s list: 24 left"), QStringLiteral("5 did not fit"));
    return view;
}

QWidget *timelineWith(const QVector<TimelineItem> &items, QWidget *parent)
{
    auto *model = new TimelineModel(parent);
    model->setZone(samples::zone());
    model->show(CustomerId(QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), items, samples::now());
    auto *view = new TimelineView(parent);
    view->setTimeline(model);
    return view;
}

} // namespace

QWidget *lists()
{
    auto *page = new QWidget;
    page->resize(scaled(1270), scaled(760));
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    QWidget *good = queueWith(samples::queue(), page), *hard = queueWith(hardQueue(), page);
    QWidget *history = timelineWith(samples::call().timeline, page), *hardest = timelineWith(hardHistory(), page);
    hard->setObjectName(QStringLiteral("focused"));
    good->setFixedWidth(scaled(metrics::Queue));
    hard->setFixedWidth(scaled(metrics::QueueNarrow));
    history->setFixedWidth(scaled(metrics::History));
    hardest->setFixedWidth(scaled(metrics::HistoryNarrow));
    for (QWidget *part : {good, hard, history, hardest}) {
        row->addWidget(part);
        row->addWidget(new Rule(Qt::Vertical));
    }
    row->addStretch(1);
    return page;
}

namespace {

QWidget *emptyQueue()
{
    auto *empty = new EmptyState;
    empty->setText(QStringLiteral("Nobody may be contacted until 8:00 am"),
                   QStringLiteral("148 leads are open with you. This is why none is offered now:"));
    empty->setRows({{QStringLiteral("clock"),
                     QStringLiteral("Quiet hours where they live"),
                     QStringLiteral("96"),
                     QStringLiteral("first: 8:00 am Eastern, Robert Tran"),
                     {}},
                    {QStringLiteral("view-calendar"),
                     QStringLiteral("Next step is later"),
                     QStringLiteral("31"),
                     QStringLiteral("first: tomorrow, Sunita Rao"),
                     {}},
                    {QStringLiteral("user"),
                     QStringLiteral("Already contacted today, limit of this store"),
                     QStringLiteral("14"),
                     QStringLiteral("free again at midnight"),
                     {}},
                    {QStringLiteral("object-locked"),
                     QStringLiteral("With somebody else"),
                     QStringLiteral("4"),
                     QStringLiteral("Dana 2, Tanya 2"),
                     {}},
                    {QStringLiteral("im-ban-user"),
                     QStringLiteral("Only media they refused are planned"),
                     QStringLiteral("3"),
                     {},
                     QStringLiteral("Change their plan")}});
    empty->addButton(QStringLiteral("document-sign"), QStringLiteral("Write 6 notes for tomorrow"))
        ->setLook(ButtonLook::Primary);
    empty->addButton({}, QStringLiteral("Look through the 31"));
    empty->setRemark(QStringLiteral("The list fills by itself."));
    return empty;
}

QWidget *wrongField(const QString &label, const QString &value, const QString &error)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(2));
    column->addWidget(new TextLabel(label, Type::Label, Ink::Muted));
    auto *edit = new QLineEdit(value);
    column->addWidget(edit);
    auto *message = new FieldError(edit);
    column->addWidget(message);
    message->setError(error);
    column->addStretch(1);
    return box;
}

QWidget *errors()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(scaled(24), scaled(12), scaled(24), scaled(12));
    column->setSpacing(scaled(10));
    auto *banner = new Banner(Tone::Danger);
    banner->setText(QStringLiteral("The database at bdc.example.com does not answer"),
                    QStringLiteral("You can go on: 12 leads are held for you until 7:00 pm. Calls and notes are kept "
                                   "here and sent when it is back."));
    banner->setButton(QStringLiteral("Try now"));
    banner->setLink(QStringLiteral("What is not possible meanwhile"));
    banner->setDetail(QStringLiteral("tried 11:41:50"));
    column->addWidget(banner);
    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(16));
    row->addWidget(
        wrongField(QStringLiteral("Mobile"), QStringLiteral("(505) 555-01"), QStringLiteral("2 digits are missing.")));
    row->addWidget(wrongField(QStringLiteral("Appointment"), QStringLiteral("Sun Nov 23, 10:00 am"),
                              QStringLiteral("The store is closed on Sunday. Saturday 10:00 is free.")));
    column->addLayout(row);
    for (const Tone tone : {Tone::Warning, Tone::Info}) {
        auto *strip = new Banner(tone);
        strip->setText({}, tone == Tone::Info ? QStringLiteral("3 records are kept here and not sent yet.")
                                              : QStringLiteral("Offline since 11:20. Claims stop at 7:00 pm."));
        strip->setSquare(true);
        column->addWidget(strip);
    }
    column->addStretch(1);
    auto *toast = new Toast(box);
    toast->say(QStringLiteral("Saved: no answer, Gary Lindholm"), QStringLiteral("Undo"), QStringLiteral("Ctrl+Z"));
    return box;
}

QWidget *loading()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const auto shape : {SkeletonWidget::Shape::QueueRows, SkeletonWidget::Shape::Lead}) {
        auto *skeleton = new SkeletonWidget(shape);
        skeleton->setDelays(0, 0);
        skeleton->begin(QStringLiteral("Reading Elena’s history."));
        skeleton->setOffersWithout(shape == SkeletonWidget::Shape::Lead);
        if (shape == SkeletonWidget::Shape::QueueRows)
            skeleton->setFixedWidth(scaled(220));
        row->addWidget(skeleton);
        if (shape == SkeletonWidget::Shape::QueueRows)
            row->addWidget(new Rule(Qt::Vertical));
    }
    return box;
}

QWidget *options()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(scaled(24), scaled(10), scaled(24), scaled(12));
    column->setSpacing(scaled(6));
    column->addWidget(new TextLabel(QStringLiteral("Where do your leads live?"), Type::Name));
    column->addWidget(
        new TextLabel(QStringLiteral("You can change this later; nothing is lost by it."), Type::Body, Ink::Muted));
    const char *names[] = {"media-playback-start", "computer-laptop", "system-users", "document-open"};
    for (int i = 0; i < 4; ++i) {
        auto *card = new Card;
        card->setAccentEdge(i == 0);
        card->setFill(i == 0 ? Card::Fill::AccentSoft : Card::Fill::Raised);
        card->setDashed(i == 3);
        auto *row = new QHBoxLayout(card);
        row->setContentsMargins(scaled(14), scaled(7), scaled(14), scaled(7));
        auto *glyph = new IconLabel(QLatin1String(names[i]), i == 0 ? Ink::Accent : Ink::Text);
        glyph->setSize(22);
        row->addWidget(glyph);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(new TextLabel(QStringLiteral("Try it with 200 made-up customers"), Type::Strong));
        words->addWidget(new TextLabel(QStringLiteral("Months of history, no real person in it. Erase it any time."),
                                       Type::Label, Ink::Muted));
        row->addLayout(words, 1);
        column->addWidget(card);
    }
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    auto *quit = new KeyButton({}, QStringLiteral("Quit"), {});
    auto *start = new KeyButton({}, QStringLiteral("Start"), QStringLiteral("Enter"));
    quit->setTall(true);
    start->setTall(true);
    start->setLook(ButtonLook::Primary);
    foot->addWidget(quit);
    foot->addWidget(start);
    column->addLayout(foot);
    column->addStretch(1);
    return box;
}

} // namespace

QWidget *states()
{
    auto *page = new QWidget;
    page->resize(scaled(1366), scaled(768));
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(14, 14, 14, 14);
    grid->setSpacing(14);
    QWidget *parts[] = {emptyQueue(), options(), errors(), loading()};
    for (int i = 0; i < 4; ++i) {
        auto *card = new Card;
        card->setFill(Card::Fill::Surface);
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(1, 1, 1, 1);
        inside->addWidget(parts[i]);
        grid->addWidget(card, i / 2, i % 2);
    }
    for (int i = 0; i < 2; ++i) {
        grid->setColumnStretch(i, 1);
        grid->setRowStretch(i, 1);
    }
    return page;
}

QWidget *icons()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setSpacing(scaled(8));
    int n = 0;
    for (const QString &folder : {QStringLiteral("drawn"), QStringLiteral("breeze")}) {
        for (const QString &file : QDir(QStringLiteral(":/beback/icons/") + folder).entryList()) {
            const QString name = file.chopped(4);
            auto *cell = new QWidget;
            auto *row = new QHBoxLayout(cell);
            row->setContentsMargins(0, 0, 0, 0);
            row->addWidget(new IconLabel(name));
            auto *big = new IconLabel(name, Ink::Accent);
            big->setSize(32);
            row->addWidget(big);
            row->addWidget(new TextLabel(name, Type::Small, Ink::Muted), 1);
            grid->addWidget(cell, n / 6, n % 6);
            ++n;
        }
    }
    page->resize(page->sizeHint());
    return page;
}

QVector<Page> pages()
{
    return {{QStringLiteral("controls"), controls}, {QStringLiteral("fields"), fields},
            {QStringLiteral("lists"), lists},       {QStringLiteral("states"), states},
            {QStringLiteral("icons"), icons},       {QStringLiteral("room"), room}};
}

} // namespace beback::ui::gallery
