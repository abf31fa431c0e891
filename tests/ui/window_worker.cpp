// The program's own window at work by itself, for tests that kill it: takes whoever comes next, opens the e-mail to them, hands it
// over, says in the note which act this is, saves, and goes on, by the keys and buttons of somebody at the desk. Started again on
// the same files it goes on where it was, also with what was entered and not saved. As a laptop it takes people along, leaves,
// works them, and comes back. Arguments: URL, password, journal, file that ends it, "desk" or "laptop", seed.
//
// To the journal, on the disk before anything else is done: "meant ACT" before it presses save, "saved ACT" once the window says
// so. To the standard output, for whoever kills it: a line about each thing it does, see say().

#include "tests/support/file_shelf.h"
#include "tests/support/quiet_seams.h"
#include "tests/ui/worker_journal.h"
#include "ui/away/away_session.h"
#include "ui/lead/outcome_bar.h"
#include "ui/lead/words_panel.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/shell/first_run.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"
#include "ui/widgets/key_button.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QSet>
#include <QSpinBox>
#include <QTest>
#include <QTimer>

#include <random>
#include <sys/prctl.h>
#include <csignal>
#include <unistd.h>

using namespace beback;
using namespace beback::test;
using namespace beback::ui;

namespace {

constexpr int AlongAtOnce = 6;
constexpr int PressAgainMs = 2'000;  // what somebody tries again who sees that nothing came of it
constexpr int IdleMs = 4'000;         // until somebody who sees nobody to work presses something
constexpr int SentAfterMs = 500;      // what was saved last is on its way by then, and counted
constexpr int SavedWithinMs = 60'000; // the own file is on this computer

class Worker : public QObject
{
public:
    Worker(MainWindow &window, Journal &journal, const QStringList &words)
        : m_window(window), m_session(window.session()), m_away(window.away()), m_journal(journal), m_password(words.value(2)),
          m_stopFile(words.value(4)), m_travels(words.value(5) == QLatin1String("laptop")), m_chance(words.value(6).toUInt())
    {
        m_act = QStringLiteral("%1.%2").arg(words.value(6)).arg(::getpid());
        connect(&m_session, &WorkSession::said, this, [this](const QString &text, bool undoable) { heard(text, undoable); });
        connect(&m_session, &WorkSession::failed, this, [this](const Error &error) {
            if (error.code == Code::Invalid && !m_meant.isEmpty()) // they have asked to be left alone since it was handed over
                return stopped(error.message);
            say(QStringLiteral("%1 %2 %3").arg(passes(error) ? QStringLiteral("told") : QStringLiteral("fault"), error.message, error.detail));
        });
        connect(&m_session, &WorkSession::unreachable, this, [this] { m_workedAll = m_away.isAway(); });
        connect(&m_away, &AwaySession::changed, this, [this] { tellLine(); });
        connect(&m_away, &AwaySession::cameBack, this, [this](const TripReturn &back) {
            say(QStringLiteral("back %1 %2").arg(back.sent).arg(back.givenBack));
            m_workedAll = false;
            m_workedAway = 0;
        });
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            look();
            pause();
        });
        pause();
    }

private:
    int below(int most) { return int(m_chance() % unsigned(most)); }
    void pause() { m_timer.start(3 + below(4) * below(20)); } // nobody presses as evenly as a clock
    bool isResting() const { return QFile::exists(m_stopFile); }
    bool isOnline() const { return m_away.link().mode == LinkState::Mode::Online; }
    const LeadView *inHand() const { return m_session.lead() && m_session.lead()->claim ? m_session.lead() : nullptr; }

    // The queue is being put in order, or the person in hand is nobody's or another's now: that is told, and one goes on.
    static bool passes(const Error &error)
    {
        return error.code == Code::Busy || error.code == Code::Stale || error.code == Code::Conflict || error.code == Code::NotFound;
    }
    static bool isLeftAlone(const LeadView &lead)
    {
        const QVector<DoNotContact> &refusals = lead.customer.doNotContact;
        return std::any_of(refusals.cbegin(), refusals.cend(), [](const DoNotContact &one) { return one.point.isEmpty() && !one.medium; });
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = m_window.focusWidget();
        QTest::keyClick(focus ? focus : static_cast<QWidget *>(&m_window), key, modifiers);
    }
    template <class T> T *shown(const char *name) const
    {
        T *found = m_window.findChild<T *>(QLatin1String(name));
        return found && found->isVisible() ? found : nullptr;
    }
    // Not again before that could have helped.
    bool mayPress(const char *what)
    {
        QElapsedTimer &last = m_pressed[QLatin1String(what)];
        if (last.isValid() && last.elapsed() < PressAgainMs)
            return false;
        last.start();
        return true;
    }

    // One look at the window, and what somebody would do who sees that.
    void look()
    {
        if (!m_window.isActiveWindow())
            return;
        if (auto *first = m_window.findChild<FirstRun *>(); first && first->isVisible())
            return joinAgain(*first);
        if (!m_window.work().isVisible())
            return;
        if (!std::exchange(m_ready, true))
            say(QStringLiteral("ready"));
        if (!m_meant.isEmpty())
            return waitUntilSaved();
        if (m_travels && travel())
            return;
        if (isResting())
            return rest();
        if (!inHand() || inHand()->customer.id != m_at)
            m_stage = 0;
        if (m_stage == 0 && takeWhoWasInHand())
            return;
        if (!inHand())
            return lookAround();
        m_idle.invalidate();
        workOn(*inHand());
    }

    // Nobody is in hand, and it does not go on by itself.
    void lookAround()
    {
        if (!m_idle.isValid())
            m_idle.start();
        if (m_idle.elapsed() < IdleMs || !mayPress("on"))
            return;
        if (m_session.lead())
            return m_session.back(); // the button over a lead that is with somebody else
        key(Qt::Key_F4); // pause; and ready, the next time
    }

    // The first time the line broke before this desk was let in.
    void joinAgain(FirstRun &first)
    {
        auto *field = shown<QLineEdit>("join.password");
        if (first.isJoining() || !field || !mayPress("join"))
            return;
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, m_password);
        key(Qt::Key_Return);
    }

    // Whoever was with this person when the window died is listed as in hand: they come first.
    bool takeWhoWasInHand()
    {
        for (const QueueItem &item : m_session.page().mine) {
            if (m_taken.contains(item.customer) || (inHand() && inHand()->customer.id == item.customer))
                continue;
            m_taken.insert(item.customer);
            m_session.take(item.customer); // as Enter on the row does
            return true;
        }
        return false;
    }

    void workOn(const LeadView &lead)
    {
        OutcomeBar *outcomes = m_window.work().outcomes();
        switch (m_stage) {
        case 0:
            m_at = lead.customer.id;
            m_taken.insert(m_at);
            say(QStringLiteral("got %1 %2").arg(m_at.toString()).arg(lead.claim->epoch));
            if (!shown<QAbstractButton>("words.hand")) { // else it was open when the window died
                key(Qt::Key_G, Qt::ControlModifier);
                key(Qt::Key_E);
            }
            break;
        case 1:
            if (!handOver(lead, *outcomes))
                return;
            break;
        case 2: {
            QLineEdit *note = outcomes->noteField();
            note->setFocus();
            if (note->text().isEmpty()) // else it was entered before the window died, and goes out as it is
                QTest::keyClicks(note, QStringLiteral("act %1.%2").arg(m_act).arg(++m_acts));
            break;
        }
        default:
            return save(lead, outcomes->noteField()->text().section(QLatin1Char(' '), 1));
        }
        ++m_stage;
    }

    // False: it cannot go to them, and they were given back.
    bool handOver(const LeadView &lead, const OutcomeBar &outcomes)
    {
        const bool wasSent = outcomes.draft().outcome == Outcome::Sent, isAlone = isLeftAlone(lead);
        auto *hand = shown<KeyButton>("words.hand");
        if (hand) {
            hand->setFocus();
            key(Qt::Key_Space);
        }
        const bool isSent = outcomes.draft().outcome == Outcome::Sent;
        if (isSent && !wasSent && isAlone)
            say(QStringLiteral("fault %1 was written to after they asked to be left alone").arg(m_at.toString()));
        if (isSent)
            return true;
        say(QStringLiteral("given-back %1").arg(isAlone ? QStringLiteral("left alone") : hand ? whyNot(*hand) : QStringLiteral("no words")));
        m_session.giveBack();
        m_stage = 0;
        return false;
    }

    QString whyNot(const KeyButton &hand) const
    {
        QStringList why{hand.blockedReason()};
        if (const auto *words = m_window.findChild<WordsPanel *>())
            for (const Finding &finding : standingBlocks(words->findings(), false))
                why << finding.fact;
        return why.join(QLatin1Char(' '));
    }

    void save(const LeadView &lead, const QString &act)
    {
        const CustomerId customer = lead.customer.id;
        m_meant = act;
        m_journal.write(QStringLiteral("meant ") + m_meant);
        m_name = lead.customer.name.display();
        m_since.start();
        m_stage = 0;
        key(Qt::Key_Return, Qt::ControlModifier);
        if (inHand() && inHand()->customer.id == customer && m_session.isReady()) {
            isRefused(*inHand());
            return m_session.giveBack();
        }
        m_workedAway += m_away.isAway();
    }

    // The words may not go out any more: they have asked to be left alone, or what was said to them meanwhile is known by now.
    void isRefused(const LeadView &lead)
    {
        const auto *hand = shown<KeyButton>("words.hand");
        const QString why = hand && !isLeftAlone(lead) ? whyNot(*hand) : QString();
        if (why.isEmpty())
            return stopped(QStringLiteral("it stays in hand"));
        m_meant.clear();
        say(QStringLiteral("given-back %1").arg(why));
    }

    // Whoever kills it looks whether they did ask.
    void stopped(const QString &why)
    {
        say(QStringLiteral("stopped %1 %2 %3").arg(m_at.toString(), std::exchange(m_meant, QString()), why));
    }

    void heard(const QString &text, bool undoable)
    {
        if (!undoable || m_meant.isEmpty() || !text.endsWith(m_name))
            return;
        m_journal.write(QStringLiteral("saved ") + std::exchange(m_meant, QString()));
        m_since.start();
    }

    void waitUntilSaved()
    {
        if (m_since.elapsed() < SavedWithinMs)
            return;
        say(QStringLiteral("fault %1 was not saved within a minute").arg(std::exchange(m_meant, QString())));
    }

    void tellLine()
    {
        const QString line = isOnline() ? QStringLiteral("line on %1").arg(m_away.link().waiting) : QStringLiteral("line off");
        if (line != m_line)
            say(line);
        m_line = line;
    }

    // Nothing new is begun: what was recorded goes out.
    void rest()
    {
        if (m_session.isReady() && mayPress("pause"))
            return key(Qt::Key_F4);
        const bool isOnItsWay = m_since.isValid() && m_since.elapsed() < SentAfterMs;
        if (m_session.isReady() || !isOnline() || isOnItsWay || m_away.link().waiting > 0)
            return;
        say(QStringLiteral("empty"));
        m_window.close();
        QCoreApplication::quit();
    }

    // True: nothing else is done meanwhile.
    bool travel()
    {
        if (!m_away.view())
            return true;
        const bool isWhole = m_away.hasTrip() && m_away.view()->trip->isWhole();
        const bool isOver = m_workedAll || m_workedAway >= AlongAtOnce || isResting();
        want(isWhole && !isOver ? QStringLiteral("leave") : QStringLiteral("home"));
        if (Pane *pane = m_window.pane(); pane && pane->isVisible()) {
            lookAt(*pane);
            return true;
        }
        if (m_away.isTaking() || (m_away.hasTrip() && !isWhole))
            return true; // they are being brought
        if (isWhole && !isOver)
            return !m_away.isAway();
        const bool toTake = !m_away.hasTrip() && !isResting() && isOnline() && !m_session.page().next.isEmpty();
        const bool toEnd = isWhole && isOnline() && m_away.link().waiting == 0;
        if ((toTake || toEnd) && mayPress("trip"))
            key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        return m_away.hasTrip() || toTake;
    }

    // Whoever holds the line of this laptop is told where it is.
    void want(const QString &where)
    {
        if (std::exchange(m_where, where) != where)
            say(where);
    }

    void lookAt(Pane &pane)
    {
        if (pane.objectName() == QLatin1String("take.pane")) {
            auto *leads = shown<QSpinBox>("take.leads");
            if (!leads || m_away.isTaking() || !mayPress("take"))
                return;
            if (!isOnline() || isResting())
                return key(Qt::Key_Escape);
            leads->setFocus();
            leads->selectAll();
            QTest::keyClicks(leads, QString::number(AlongAtOnce));
            key(Qt::Key_Return, Qt::ControlModifier);
        } else if (auto *end = shown<QAbstractButton>("trip.end"); end && end->isEnabled() && mayPress("end")) {
            end->setFocus();
            key(Qt::Key_Space);
        } else if (mayPress("close")) {
            key(Qt::Key_Escape);
        }
    }

    MainWindow &m_window;
    WorkSession &m_session;
    AwaySession &m_away;
    Journal &m_journal;
    QString m_password, m_stopFile;
    bool m_travels, m_ready = false, m_workedAll = false;
    std::mt19937 m_chance;
    QTimer m_timer;
    QMap<QString, QElapsedTimer> m_pressed;
    QSet<CustomerId> m_taken; // since this window was opened
    CustomerId m_at;
    int m_stage = 0, m_acts = 0, m_workedAway = 0;
    QString m_act, m_meant, m_name, m_line, m_where;
    QElapsedTimer m_since; // it was pressed, or seen to be saved
    QElapsedTimer m_idle;
};

} // namespace

int main(int argc, char **argv)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that dies leaves none behind
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 7)
        return 2;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Theme::apply(Theme::Choice::Light);
    const SystemClock clock;
    const QuietSeams quiet;
    Journal journal(words.at(3));
    KeyShelf::use(std::make_shared<FileShelf>(words.at(3) + QStringLiteral(".keys"))); // the own file is sealed, as it is at work
    Desk desk(clock);
    MainWindow window(desk, clock, quiet.seams());
    window.show();
    window.begin({words.at(1), true, {}});
    const Worker worker(window, journal, words);
    return QApplication::exec();
}
