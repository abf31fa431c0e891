#pragma once

#include "core/desk/deliver.h"
#include "core/intake/phone_number.h"
#include "tests/support/quiet_seams.h"
#include "ui/lead/work_room.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QTemporaryDir>
#include <QTest>

namespace beback::test {

// What a test of the real window on a real desk and store stands on: a Monday, 2026-11-16, 10:00 in Chicago, in English. Each
// test function begins with fresh() and ends with leave().
class WindowStage : public QObject
{
protected:
    static constexpr Instant Begins{qint64(1794844800) * 1000000};

    static void inEnglish()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        ui::Theme::apply(ui::Theme::Choice::Light);
    }

    void fresh()
    {
        m_quiet = QuietSeams();
        m_clock.set(Begins);
        m_folder = std::make_unique<QTemporaryDir>();
        m_count = 0;
    }

    void leave()
    {
        m_window.reset();
        m_desk.reset();
        m_folder.reset();
    }

    template <class T> T ask(QFuture<Result<T>> future)
    {
        std::optional<Result<T>> answer;
        deliver(future, this, [&answer](const Result<T> &given) { answer = given; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30000))
            qFatal("no answer");
        if (!*answer)
            qFatal("%s", qPrintable(answer->error().message + answer->error().detail));
        return **answer;
    }

    QString url() const { return QStringLiteral("sqlite:") + m_folder->filePath(QStringLiteral("store.beback")); }

    // A store in Chicago's zone with one person.
    void create(const Agent &person)
    {
        Desk desk(m_clock);
        RooftopFacts rooftop;
        rooftop.name = QStringLiteral("Cedar Hill Motors");
        rooftop.city = QStringLiteral("Wichita");
        rooftop.region = QStringLiteral("KS");
        rooftop.zone = QStringLiteral("America/Chicago");
        ask(desk.createEmpty(url(), rooftop, person));
    }

    // Where several work, with one of them signed in.
    void open(const QString &login = {})
    {
        m_desk = std::make_unique<Desk>(m_clock);
        m_window = std::make_unique<ui::MainWindow>(*m_desk, m_clock, m_quiet.seams());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->begin({url(), true, login});
        QTRY_VERIFY(m_window->work().isVisible());
    }

    // The next of numbered people, who can be called.
    LeadDraft person(const QString &source = QStringLiteral("Website"))
    {
        const int n = ++m_count;
        LeadDraft draft;
        draft.name = {QStringLiteral("Customer Number%1").arg(n), QStringLiteral("Customer"), QStringLiteral("Number%1").arg(n), false};
        draft.points = readPhones(QStringLiteral("(316) 555-01%1").arg(n, 2, 10, QLatin1Char('0')), {}, nullptr);
        draft.source = source;
        return draft;
    }

    // Goes to whatever has the focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = m_window->focusWidget();
        QTest::keyClick(focus ? focus : static_cast<QWidget *>(m_window.get()), key, modifiers);
    }

    void pressIn(const QWidget &room, const char *button)
    {
        auto *one = room.findChild<QAbstractButton *>(QLatin1String(button));
        QVERIFY2(one && one->isVisible(), button);
        one->setFocus();
        key(Qt::Key_Space);
    }

    // Everything the keyboard can reach says what it is.
    void everyControlOfTheWindowHasAName()
    {
        for (const QWidget *control : m_window->findChildren<QWidget *>()) {
            if (!(control->focusPolicy() & Qt::TabFocus) || !control->isVisible() || control->focusProxy())
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(control);
            const bool named = !control->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(QLatin1String(control->metaObject()->className()) + QLatin1Char(' ') + control->objectName()));
        }
    }

    ManualClock m_clock{Begins};
    QuietSeams m_quiet;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ui::MainWindow> m_window;
    int m_count = 0;
};

} // namespace beback::test
