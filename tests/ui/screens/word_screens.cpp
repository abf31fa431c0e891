// The room of the words everybody uses, on the demo world: a message as it is, one that says nothing, one that was changed; a guide and
// its trial; solutions with a stock list; the empty phrases. And a deal that may still be saved, as a manager sees it.
#include "core/desk/deliver.h"
#include "tests/ui/screens/stage.h"
#include "ui/lead/work_session.h"
#include "ui/shell/pane.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/words_room.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace beback::screens {

namespace {

using namespace beback::ui;

constexpr int SettleMs = 900; // what is looked at a moment after a key

void wait()
{
    QElapsedTimer limit;
    limit.start();
    while (limit.elapsed() < SettleMs)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

void press(QWidget &in, const char *button)
{
    if (auto *found = in.findChild<QAbstractButton *>(QLatin1String(button)))
        found->click();
    wait();
}

void write(QWidget &room, const QString &text)
{
    room.findChild<QPlainTextEdit *>(QStringLiteral("message.body"))->setPlainText(text);
    wait();
}

void shootMessages(Demo &demo, WordsRoom &room)
{
    room.choose(WordKind::Message, QStringLiteral("inquiry.first/text/en/1"));
    wait();
    demo.shoot(QStringLiteral("words-message"));
    write(room, QStringLiteral("Hi {{first_name}}, just checking in on the {{vehicle}}.\n\n[[Any questions?]]"));
    demo.shoot(QStringLiteral("words-message-says-nothing"));
    write(room, QStringLiteral("Hi {{first_name}}, {{agent}} at {{rooftop}}. The {{vehicle}} you asked about is in front of me.\n\n[[What would you like me to look at for you first?]]"));
    auto *reason = room.findChild<QLineEdit *>(QStringLiteral("words.reason"));
    reason->setText(QStringLiteral("Shorter, and it offers a look at the car."));
    demo.shoot(QStringLiteral("words-message-changed"));
    press(room, "words.keep");
    demo.dismissToast();
    demo.shoot(QStringLiteral("words-message-kept"));
    room.choose(WordKind::Message, QStringLiteral("inquiry.first/email/en/1"));
    wait();
    demo.shoot(QStringLiteral("words-email"));
}

void shootOthers(Demo &demo, WordsRoom &room)
{
    room.choose(WordKind::Guide, QStringLiteral("bought-elsewhere"));
    wait();
    demo.shoot(QStringLiteral("words-guide"));
    if (auto *side = room.findChild<SegmentedControl *>(QStringLiteral("guideEditor.side"))) {
        side->setCurrentIndex(1);
        wait();
        demo.shoot(QStringLiteral("words-guide-try"));
        side->setCurrentIndex(0);
    }
    QFile stock(demo.folder + QStringLiteral("/stock.csv"));
    if (stock.open(QIODevice::WriteOnly)) {
        stock.write("Stock #,New/Used,Year,Make,Model,Trim,Exterior Color,Mileage,Selling Price,Days In Stock\nH2417,Used,2024,Honda,CR-V,EX-L,Gray,18200,\"$29,480\",41\n"
                    "H2533,New,2026,Honda,CR-V,Sport,Blue,12,\"$34,990\",9\nT1120,Used,2023,Toyota,RAV4,XLE,White,27400,\"$27,990\",63\n");
        stock.close();
    }
    room.choose(WordKind::Solutions, QStringLiteral("payment"));
    wait();
    demo.quiet.chooser->nextFiles = QStringList{stock.fileName()};
    press(room, "stock.bring");
    demo.shoot(QStringLiteral("words-solutions"));
    QFile::remove(stock.fileName());
    room.choose(WordKind::Phrases, QStringLiteral("en"));
    wait();
    demo.shoot(QStringLiteral("words-phrases"));
}

// Somebody an agent is on the phone with, and what the manager answers.
void shootAlert(Demo &demo)
{
    demo.window.enter(MainWindow::Room::Work);
    std::optional<Result<QueuePage>> page;
    deliver(demo.desk.queue(5), &demo.window, [&page](const Result<QueuePage> &answer) { page = answer; });
    wait();
    if (!page || !*page || (**page).next.isEmpty()) {
        demo.ok = false;
        return;
    }
    const QueueItem &one = (**page).next.first();
    deliver(demo.desk.raiseAlert(one.customer, one.lead, QStringLiteral("A 2025 Rogue at another dealer, picks it up Friday. Payment was the reason.")), &demo.window,
            [](const Result<RecordReceipt> &) {});
    wait();
    demo.dismissToast();
    demo.shoot(QStringLiteral("manager-alert"));
    auto *banner = demo.window.findChild<QWidget *>(QStringLiteral("window.alert"));
    const auto buttons = banner->findChildren<QAbstractButton *>();
    if (!buttons.isEmpty())
        buttons.first()->click();
    wait();
    demo.shoot(QStringLiteral("manager-alert-answer"));
    if (Pane *pane = demo.window.pane())
        pane->finish();
}

} // namespace

bool shootWords(const QString &folder, const QString &suffix, QSize size)
{
    return onDemoWorld(folder, suffix, size, [](Demo &demo) {
        demo.window.enter(MainWindow::Room::Words);
        wait();
        WordsRoom &room = demo.window.wordsRoom();
        shootMessages(demo, room);
        shootOthers(demo, room);
        shootAlert(demo);
    });
}

} // namespace beback::screens
