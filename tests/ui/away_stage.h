#pragma once

#include "core/desk/away.h"
#include "core/desk/deliver.h"
#include "tests/support/cutting_proxy.h"
#include "tests/support/laptop_clock.h"
#include "tests/support/quiet_seams.h"
#include "tests/support/shared_world.h"
#include "ui/away/away_session.h"
#include "ui/lead/work_room.h"
#include "ui/lead/work_session.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTimeZone>

namespace beback::test {

// What a test of real windows stands on that are taken along: a PostgreSQL with two agents and a manager, a line that can be cut, and
// a clock that can be set. Each test function begins with fresh() and ends with leave().
class AwayStage : public QObject
{
protected:
    static inline const QString Tanya = QStringLiteral("tanya"), Luis = QStringLiteral("luis"), Marcus = QStringLiteral("marcus");
    static inline const QString Password = QStringLiteral("correct horse");
    static constexpr int Long = 30000; // a line that is taken up again

    struct Place {
        QuietSeams quiet;
        std::unique_ptr<Desk> desk;
        std::unique_ptr<ui::MainWindow> window;
        ui::WorkSession &session() { return window->session(); }
        ui::AwaySession &away() { return window->away(); }
        bool working() { return session().lead() && session().lead()->claim; }
        QString text(const char *name) { return window->findChild<QLabel *>(QLatin1String(name))->text(); }
    };

    static void inEnglish()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        ui::Theme::apply(ui::Theme::Choice::Light);
    }

    void fresh()
    {
        world = std::make_unique<SharedWorld>(true);
        for (const QString &login : {Tanya, Luis})
            world->add(login, QStringLiteral("agent"), Password);
        world->add(Marcus, QStringLiteral("manager"), Password);
        line = std::make_unique<CuttingProxy>(TempPostgres::server().port());
        clock = std::make_unique<LaptopClock>();
    }

    void leave()
    {
        const CheckReport report = world->check();
        QVERIFY2(report.differences == 0, qPrintable(report.findings.join(QLatin1Char('\n'))));
        line.reset();
        world.reset();
    }

    // Everybody through the line that can be cut.
    QString urlOf(const QString &login) const
    {
        return QStringLiteral("postgresql://%1:correct%20horse@127.0.0.1:%2/%3").arg(login, QString::number(line->port()), world->database);
    }
    std::unique_ptr<Place> at(const QString &login)
    {
        auto it = std::make_unique<Place>();
        it->desk = std::make_unique<Desk>(*clock);
        it->window = std::make_unique<ui::MainWindow>(*it->desk, *clock, it->quiet.seams());
        it->window->show();
        if (!QTest::qWaitForWindowActive(it->window.get()))
            qFatal("the window does not become active");
        it->window->begin({urlOf(login), true, {}});
        return it;
    }

    // The first can be called, now; all can be written to.
    void addLeads(int count, int callable = 0)
    {
        const auto desk = world->desk(Marcus);
        for (int i = 0; i < count; ++i) {
            LeadDraft draft = SharedWorld::reachable(i);
            if (i < callable) {
                draft = draftNamed(QStringLiteral("Person %1").arg(i), QStringLiteral("+1312555014%1").arg(i), QStringLiteral("person%1@example.com").arg(i));
                draft.zones = QStringList{zoneByDay()};
            }
            VERIFY_OK(desk->own().recorder().recordNewCustomer(draft, QStringLiteral("system")));
        }
        VERIFY_OK(desk->exchange().sync());
    }

    static void key(Place &it, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = it.window->focusWidget();
        QTest::keyClick(focus ? focus : static_cast<QWidget *>(it.window.get()), key, modifiers);
    }

    // The key, how many, Enter.
    void askToTake(Place &it, int leads)
    {
        QTRY_VERIFY_WITH_TIMEOUT(it.away().link().mode == LinkState::Mode::Online && it.away().view() && !it.session().page().next.isEmpty(), Long);
        key(it, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(it.window->pane() && it.window->pane()->objectName() == QStringLiteral("take.pane"));
        auto *count = it.window->findChild<QSpinBox *>(QStringLiteral("take.leads"));
        QVERIFY(count->hasFocus());
        count->selectAll();
        for (const QChar digit : QString::number(leads))
            QTest::keyClick(it.window->focusWidget(), Qt::Key(digit.unicode()));
        QCOMPARE(count->value(), leads);
        key(it, Qt::Key_Return, Qt::ControlModifier);
    }
    // The same, and everybody is here.
    void take(Place &it, int leads)
    {
        askToTake(it, leads);
        QTRY_VERIFY_WITH_TIMEOUT(it.away().hasTrip() && it.away().view()->trip->isWhole() && !it.away().isTaking(), Long);
        QTRY_VERIFY(!it.window->pane());
    }

    static void press(Place &it, QAbstractButton *button)
    {
        QVERIFY(button && button->isVisible());
        button->setFocus();
        key(it, Qt::Key_Space);
    }
    // The key that shows who is along, and the button there.
    void endTrip(Place &it)
    {
        key(it, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(it.window->pane());
        press(it, it.window->findChild<QAbstractButton *>(QStringLiteral("trip.end")));
    }
    // They are in hand now.
    void takeInHand(Place &it, CustomerId customer)
    {
        it.session().take(customer);
        QTRY_VERIFY_WITH_TIMEOUT(it.working() && it.session().lead()->customer.id == customer, Long);
    }
    // Whatever this window asked the shared database for until now is answered, and so is what it asked for when it heard that.
    void hearEverything(Place &it, CustomerId customer)
    {
        for (int round = 0; round < 3; ++round) {
            const auto isAnswered = std::make_shared<bool>(false);
            deliver(it.desk->view(customer, {}), this, [isAnswered](const Result<LeadView> &) { *isAnswered = true; });
            QTRY_VERIFY_WITH_TIMEOUT(*isAnswered, Long);
        }
    }

    static void saveOne(Place &it, QStringList &worked)
    {
        QTRY_VERIFY_WITH_TIMEOUT(it.working() && !worked.contains(it.session().lead()->customer.id.toString()), Long);
        worked << it.session().lead()->customer.id.toString();
        it.session().save(emailTo(*it.session().lead()->claim), false);
    }

    // Of everybody's attempts.
    QString attempts(const char *what) const
    {
        return world->sql(QStringLiteral("SELECT %1 FROM event WHERE kind = 'attempt'").arg(QLatin1String(what)));
    }
    // Whose lease of them holds, and its epoch; empty: nobody's.
    QString claimOf(CustomerId customer) const
    {
        return world->sql(QStringLiteral("SELECT concat_ws(' ', login, epoch) FROM claim WHERE until > now_us() AND customer_id = '%1'").arg(customer.toString()));
    }
    // On Tanya's trip.
    QString held() const { return world->sql(QStringLiteral("SELECT count(*) FROM claim WHERE trip <> '' AND login = 'tanya'")); }

    std::unique_ptr<SharedWorld> world;
    std::unique_ptr<CuttingProxy> line;
    std::unique_ptr<LaptopClock> clock;

private:
    // Somewhere it is day now and for the next hours, whenever the test runs.
    static QString zoneByDay()
    {
        for (const char *zone : {"America/New_York", "America/Los_Angeles", "Pacific/Honolulu", "Pacific/Guam", "Asia/Tokyo", "Asia/Karachi", "Europe/Berlin"}) {
            const int hour = QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone(zone)).time().hour();
            if (hour >= 9 && hour <= 17)
                return QString::fromLatin1(zone);
        }
        qFatal("it is night everywhere");
        return {};
    }
};

} // namespace beback::test
