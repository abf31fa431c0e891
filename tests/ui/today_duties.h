#pragma once

#include "core/report/duty.h"
#include "core/report/today.h"
#include "tests/support/window_stage.h"
#include "ui/today/duties_list.h"
#include "ui/today/duty_row.h"
#include "ui/today/duty_sheet.h"
#include "ui/today/today_room.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

namespace beback::test {

using namespace beback::ui;

// The room of today on a real desk and store, before a manager, driven by the keyboard.
class TodayDuties : public WindowStage
{
protected:
    void open()
    {
        fresh();
        Theme::setTextScale(1.0);
        Theme::apply(Theme::Choice::Light);
        create({QStringLiteral("dana"), QStringLiteral("Dana Whitfield"), QStringLiteral("manager")});
        m_desk = std::make_unique<Desk>(m_clock);
        ask(m_desk->open(url(), false));
        ask(m_desk->signIn(QStringLiteral("dana")));
        m_room = std::make_unique<TodayRoom>(*m_desk, m_clock);
        m_room->setZone(QStringLiteral("America/Chicago"));
        m_room->resize(1366, 690);
        m_room->setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(m_room.get()));
        m_room->refresh();
        QTRY_COMPARE(m_room->page().manager, QStringLiteral("dana"));
    }

    void close()
    {
        m_room.reset();
        leave();
    }

    template <class T> T *part(const char *name) const { return m_room->findChild<T *>(QLatin1String(name)); }
    QString text(const char *name) const { return part<QLabel>(name)->text(); }
    KeyButton *button(const char *name) const { return part<KeyButton>(name); }
    bool isShown(const char *name) const { return part<QWidget>(name) && part<QWidget>(name)->isVisible(); }

    void press(const char *name)
    {
        QVERIFY2(isShown(name), name);
        button(name)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button(name), Qt::Key_Space);
    }

    void type(const char *field, const QString &text)
    {
        auto *edit = part<QLineEdit>(field);
        QVERIFY2(edit && edit->isVisible(), field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    void set(const QString &text, const QString &until)
    {
        press("today.duty.set");
        QVERIFY(part<QLineEdit>("today.sheet.text")->hasFocus());
        type("today.sheet.text", text);
        type("today.sheet.until", until);
        QTest::keyClick(part<QLineEdit>("today.sheet.until"), Qt::Key_Return);
        QTRY_VERIFY(!isShown("today.sheet"));
    }

    static Duty duty(const char *id, const char *text, Instant due, const char *who = "")
    {
        Duty made;
        made.id = QLatin1String(id);
        made.text = QString::fromUtf8(text);
        made.why = QStringLiteral("Set by Dana Whitfield.");
        made.due = due;
        made.who = QLatin1String(who);
        return made;
    }

    std::unique_ptr<TodayRoom> m_room;
};

} // namespace beback::test
