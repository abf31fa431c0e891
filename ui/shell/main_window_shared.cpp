// The store's shared database: joining it, opening it again, the strip that says how it is reached, and leaving it.
#include "core/desk/deliver.h"
#include "ui/lead/work_session.h"
#include "ui/plans/manager_rooms.h"
#include "ui/shell/bottom_strip.h"
#include "ui/shell/first_run.h"
#include "ui/shell/join_form.h"
#include "ui/shell/main_window.h"
#include "ui/shell/pane.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QCoreApplication>
#include <QStackedWidget>

namespace beback::ui {

namespace {

const QString SharedKey = QStringLiteral("shared/url"); // never with a password
constexpr int KeyringSoonMs = 400;    // nothing is said before that
constexpr int KeyringLateMs = 15'000; // somebody is asked to unlock it, and is away

QUrl withoutPassword(const QString &storeUrl)
{
    QUrl url(storeUrl);
    url.setPassword(QString());
    return url;
}

} // namespace

bool MainWindow::isShared(const QString &storeUrl)
{
    return storeUrl.startsWith(QLatin1String("postgresql://")) || storeUrl.startsWith(QLatin1String("postgres://"));
}

void MainWindow::connectShared()
{
    connect(&m_desk, &Desk::linkChanged, this, [this](const LinkState &state) {
        const bool isBack = m_link.mode != LinkState::Mode::Online && state.mode == LinkState::Mode::Online;
        m_link = state;
        showLink();
        if (isBack && m_managing && m_room->currentWidget() == m_managing) // what waited there goes on by itself
            m_managing->refresh();
    });
    connect(m_bottom, &BottomStrip::passwordAsked, this, [this] {
        const QString trouble = m_link.trouble;
        endWork();
        askPassword();
        firstRun().showProblem(joinHeading(JoinField::Password), trouble);
    });
}

bool MainWindow::remembersShared(const Memory &memory)
{
    return isShared(memory.value(SharedKey).toString());
}

// The one that was joined before, with the password the keyring has.
bool MainWindow::openRemembered()
{
    const QUrl url(m_seams.memory->value(SharedKey).toString());
    if (!isShared(url.toString()))
        return false;
    m_shared = url;
    m_remembered = true;
    const int mine = ++m_keyringAsked;
    const auto waits = [this, mine] { return mine == m_keyringAsked; };
    QTimer::singleShot(KeyringSoonMs, this, [this, waits] {
        if (!waits())
            return;
        askPassword();
        firstRun().setBusy(tr("Asking this computer’s keyring."));
    });
    QTimer::singleShot(KeyringLateMs, this, [this, waits] {
        if (waits())
            askPassword(tr("The keyring of this computer does not answer"));
    });
    m_seams.keyring->read(url.toString(), [at = QPointer(this), waits](Keyring::Answer answer, const QString &password) {
        if (!at || !waits())
            return;
        ++at->m_keyringAsked;
        if (answer == Keyring::Answer::Done)
            at->openShared(withPassword(at->m_shared, password));
        else
            at->askPassword(answer == Keyring::Answer::Unusable ? tr("The keyring of this computer could not be used") : QString());
    });
    return true;
}

void MainWindow::openShared(const QString &storeUrl)
{
    m_shared = withoutPassword(storeUrl);
    deliver(m_desk.open(storeUrl, true), this, [this](const Result<DeskOpened> &answer) {
        if (answer)
            return opened(answer);
        askPassword();
        firstRun().showJoinProblem(answer.error());
    });
}

// Everything but the password is known.
void MainWindow::askPassword(const QString &why)
{
    ++m_keyringAsked; // whatever the keyring still says comes too late
    showPage(&firstRun());
    firstRun().showJoinForm(JoinEntry::of(m_shared));
    if (!why.isEmpty())
        firstRun().showProblem(why, tr("Enter your password. Nothing else is missing."));
}

void MainWindow::join(const QUrl &url, const QString &password)
{
    deliver(m_desk.join(withPassword(url, password)), this, [this, url, password](const Result<DeskOpened> &answer) {
        if (!firstRun().isJoining()) { // somebody went back meanwhile
            if (answer)
                m_desk.leave();
            return;
        }
        if (!answer)
            return firstRun().showJoinProblem(answer.error());
        m_shared = url;
        m_remembered = true;
        m_seams.memory->keep(SharedKey, url.toString());
        m_seams.keyring->keep(url.toString(), password, [at = QPointer(this)](Keyring::Answer kept) {
            if (at && kept != Keyring::Answer::Done)
                at->m_toast->say(tr("This computer has no keyring to use. Beback asks for the password at each start."));
        });
        opened(answer);
    });
}

void MainWindow::showLink()
{
    if (m_pages->currentWidget() != m_rooms)
        return;
    m_bottom->setLink(m_link, m_opened.rooftop.zone, m_clock.now());
    const bool shared = !m_opened.signedIn.isEmpty();
    m_somebodyElse->setVisible(!shared); // whoever connects is who works here
    m_leave->setVisible(shared && m_remembered);
}

void MainWindow::askToLeave()
{
    if (pane())
        return;
    auto *pane = new Pane(this, tr("Leave this database"), tr("Leave"));
    m_sheet = pane;
    pane->setSentence(
        m_link.waiting > 0
            ? QCoreApplication::translate("LinkFacts",
                                          "This computer forgets the address and your password. %n entries are not sent yet: they stay in "
                                          "the file on this computer and go out when you join again.",
                                          nullptr, m_link.waiting)
            : tr("This computer forgets the address and your password. What you recorded is in the database, and a copy of what you worked "
                 "on stays in a file on this computer."));
    pane->doer()->setObjectName(QStringLiteral("leave.do"));
    connect(pane, &Pane::doAsked, this, [this, pane] {
        pane->finish();
        leaveShared();
    });
    pane->open();
}

void MainWindow::leaveShared()
{
    endWork();
    m_seams.memory->keep(SharedKey, {});
    m_seams.keyring->forget(m_shared.toString(), [](Keyring::Answer) {});
    m_shared.clear();
    m_remembered = false;
    m_opened = {};
    m_link = {};
    showPage(m_pages->widget(0)); // blank
    deliver(m_desk.leave(), this, [this](const Result<void> &) {
        firstRun().showChoices();
        showPage(&firstRun());
    });
}

} // namespace beback::ui
