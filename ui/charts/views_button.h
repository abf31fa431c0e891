#pragma once

#include "core/desk/desk.h"
#include "core/report/saved_view.h"
#include "ui/widgets/key_button.h"

#include <functional>

class QMenu;

namespace beback::ui {

class ViewNamePopup;

// The views all managers have, in a menu: one is opened, what is in sight is saved as one, and the one in sight is removed. It says the
// name of the view in sight; where that is none, an icon will do.
class ViewsButton : public KeyButton
{
    Q_OBJECT
public:
    // `shown`: the chart and the filter in sight, with a name that would do.
    ViewsButton(Desk &desk, std::function<SavedView()> shown, QWidget *parent = nullptr);

    void read();   // what others saved since; a failure is said when the menu is asked for
    void follow(); // something else is in sight
    void undo();   // what was saved or removed last

Q_SIGNALS:
    void opened(const beback::SavedView &view);
    void done(const QString &sentence);   // saved or removed; undo() takes it back
    void undone(const QString &sentence);
    void failed(const QString &heading, const QString &sentence);

private:
    using Change = std::function<QFuture<Result<void>>()>;
    void ask();
    void fill();
    const SavedView *current() const; // null: what is in sight is not saved
    void save(const QString &name, bool over);
    void remove(const SavedView &view);
    // `undo`: what takes it back.
    void change(const QFuture<Result<void>> &change, const QString &heading, const QString &sentence, const Change &undo);

    Desk &m_desk;
    std::function<SavedView()> m_shown;
    QVector<SavedView> m_views;
    Change m_undo; // none: nothing was changed
    bool m_asking = false; // the menu opens with the answer
    QMenu *m_menu;
    ViewNamePopup *m_naming;
};

} // namespace beback::ui
