#include "ui/charts/views_button.h"

#include "core/desk/deliver.h"
#include "ui/charts/view_name_popup.h"
#include "ui/style/theme.h"

#include <QFontMetrics>
#include <QMenu>

#include <algorithm>

namespace beback::ui {

namespace {

constexpr int NameMost = 150; // of the button, in pixels

// In a menu a single one underlines the letter behind it.
QString plain(QString name)
{
    return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

ViewsButton::ViewsButton(Desk &desk, std::function<SavedView()> shown, QWidget *parent)
    : KeyButton(QStringLiteral("bookmark-new"), QString(), {}, parent), m_desk(desk), m_shown(std::move(shown)), m_menu(new QMenu(this)),
      m_naming(new ViewNamePopup(this))
{
    setObjectName(QStringLiteral("charts.views"));
    setOpensMenu(true);
    setAccessibleName(tr("Views"));
    setToolTip(tr("Views"));
    m_menu->setObjectName(QStringLiteral("charts.views.menu"));
    connect(this, &KeyButton::clicked, this, &ViewsButton::ask);
    connect(m_naming, &ViewNamePopup::named, this, &ViewsButton::save);
}

void ViewsButton::read()
{
    deliver(m_desk.savedViews(), this, [this](const Result<QVector<SavedView>> &answer) {
        if (!answer)
            return;
        m_views = *answer;
        follow();
    });
}

// The menu opens with the answer: it has what others saved a moment ago.
void ViewsButton::ask()
{
    if (std::exchange(m_asking, true))
        return;
    deliver(m_desk.savedViews(), this, [this](const Result<QVector<SavedView>> &answer) {
        m_asking = false;
        if (!isVisible())
            return;
        if (!answer)
            return Q_EMIT failed(tr("The saved views cannot be read"), answer.error().message);
        m_views = *answer;
        follow();
        fill();
        m_menu->popup(mapToGlobal(QPoint(width() - m_menu->sizeHint().width(), height() + 2)));
    });
}

const SavedView *ViewsButton::current() const
{
    const SavedView shown = m_shown();
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(), [&](const SavedView &view) { return view.isOf(shown.chart, shown.filter); });
    return found == m_views.cend() ? nullptr : &*found;
}

void ViewsButton::follow()
{
    const SavedView *view = current();
    setText(view ? plain(fontMetrics().elidedText(view->name, Qt::ElideRight, scaled(NameMost))) : QString());
    setAccessibleName(view ? tr("Views; in sight is %1").arg(view->name) : tr("Views"));
    setToolTip(accessibleName());
    updateGeometry();
}

void ViewsButton::fill()
{
    m_menu->clear();
    const SavedView shown = m_shown();
    const SavedView *current = this->current();
    QStringList names;
    for (const SavedView &view : std::as_const(m_views))
        names << view.name;
    auto *save = m_menu->addAction(tr("Save as…"), this, [this, names, suggested = current ? current->name : shown.name] {
        m_naming->open(this, suggested, names);
    });
    save->setObjectName(QStringLiteral("charts.views.save"));
    m_menu->addSeparator();
    if (m_views.isEmpty())
        m_menu->addAction(tr("No view is saved yet"))->setEnabled(false);
    for (const SavedView &view : std::as_const(m_views)) {
        QAction *open = m_menu->addAction(plain(view.name), this, [this, view] { Q_EMIT opened(view); });
        open->setCheckable(true);
        open->setChecked(view.isOf(shown.chart, shown.filter));
    }
    if (!current)
        return;
    m_menu->addSeparator();
    m_menu->addAction(tr("Remove “%1”").arg(plain(current->name)), this, [this, view = *current] { remove(view); })
        ->setObjectName(QStringLiteral("charts.views.remove"));
}

void ViewsButton::change(const QFuture<Result<void>> &change, const QString &heading, const QString &sentence, const Change &undo)
{
    deliver(change, this, [this, heading, sentence, undo](const Result<void> &answer) {
        if (answer) {
            m_undo = undo;
            Q_EMIT done(sentence);
        } else {
            Q_EMIT failed(heading, answer.error().message);
        }
        read();
    });
}

void ViewsButton::save(const QString &name, bool over)
{
    SavedView view = m_shown();
    view.name = name;
    const SavedView *before = over ? findView(m_views, name) : nullptr;
    const Change undo = before ? Change([this, old = *before] { return m_desk.saveView(old, true); }) : Change([this, name] { return m_desk.removeView(name); });
    change(m_desk.saveView(view, over), tr("The view is not saved"), tr("All managers have “%1” now.").arg(name), undo);
}

// Taken back, it comes to its place again unless somebody has put another one there.
void ViewsButton::remove(const SavedView &view)
{
    change(m_desk.removeView(view.name), tr("The view is not removed"), tr("“%1” is removed, for all managers.").arg(view.name),
           [this, view] { return m_desk.saveView(view, false); });
}

void ViewsButton::undo()
{
    if (!m_undo)
        return;
    deliver(std::exchange(m_undo, Change())(), this, [this](const Result<void> &answer) {
        if (answer)
            Q_EMIT undone(tr("The saved views are as before."));
        else
            Q_EMIT failed(tr("That was not taken back"), answer.error().message);
        read();
    });
}

} // namespace beback::ui
