#include "ui/today/tiles.h"

#include "ui/today/people_tile.h"
#include "ui/today/tile.h"
#include "ui/today/today_words.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>

namespace beback::ui {

namespace {

constexpr int LeastWide = 175; // of a tile, for its words to be read whole

// What is for whoever is first is for this manager, too: the list of their duties has it, and both say the same number.
QString forMe(int mine, int anybodys)
{
    const QString count = today_words::number(mine + anybodys);
    if (mine + anybodys == 0)
        return Tiles::tr("none of yours");
    if (anybodys == 0)
        return Tiles::tr("%1 yours", "a count").arg(count);
    return mine == 0 ? Tiles::tr("%1 anybody's", "a count").arg(count) : Tiles::tr("%1 yours or anybody's", "a count").arg(count);
}

} // namespace

Tiles::Tiles(QWidget *parent) : Card(parent), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("today.tiles"));
    setFill(Fill::Surface);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    m_touches = new Tile("today.touches", tr("Touches today"));
    m_waiting = new Tile("today.waiting", tr("New leads waiting"));
    m_reached = new Tile("today.reached", tr("Reached today"));
    m_visits = new Tile("today.visits", tr("Visits set today"));
    m_back = new Tile("today.back", tr("Be-backs this month"));
    m_duties = new Tile("today.overdue", tr("Duties overdue"));
    m_people = new PeopleTile;
    m_all = {m_touches, m_waiting, m_reached, m_visits, m_back, m_duties, m_people};
    arrange();
    connect(m_people, &PeopleTile::openAsked, this, &Tiles::peopleAsked);
}

void Tiles::show(const TodayPage &page, const QString &zone, Instant now)
{
    m_page = page;
    m_zone = zone;
    m_read = true;
    showTouches();
    setNow(now);
    showReached();
    showVisits();
    showBack();
    showDuties();
    m_people->show(page.people, zone);
}

void Tiles::setNow(Instant now)
{
    if (!m_read)
        return;
    const int count = m_page.newWaiting;
    const Duration past = m_page.longest ? now - *m_page.longest : Duration(0);
    const bool waits = count > 0 && m_page.longest, late = waits && past > NewLeadWithin;
    m_waiting->setFigure(count, late ? Ink::Danger : Ink::Text);
    const QString longest = (count == 1 ? tr("for %1", "a time") : tr("longest %1", "a time")).arg(today_words::waited(past));
    m_waiting->setBeside(count == 0 ? tr("nobody waits") : waits ? longest : QString(), late ? Ink::Text : Ink::Muted);
    m_waiting->setBelow(today_words::goal());
}

QWidget *Tiles::lastStop() const
{
    return m_people->stop();
}

void Tiles::showTouches()
{
    m_touches->setFigure(m_page.touches);
    if (!m_page.planned) {
        m_touches->setBeside({});
        return m_touches->setBelow(tr("by tonight: not known yet"));
    }
    const QString planned = today_words::planned(*m_page.planned);
    m_touches->setBeside(planned);
    m_touches->setBar(m_page.touches, *m_page.planned, tr("%1 %2", "touches so far, of how many").arg(today_words::number(m_page.touches), planned));
}

void Tiles::showReached()
{
    m_reached->setFigure(m_page.reached);
    const QString them = m_page.reached == 1 ? tr("person, %1 by call") : tr("people, %1 by call");
    m_reached->setBeside(m_page.reached == 0 ? tr("nobody yet") : them.arg(today_words::number(m_page.reachedByCall)));
    m_reached->setBelow(today_words::weekAgo(m_page.at, m_zone, m_page.reachedWeekAgo));
}

void Tiles::showVisits()
{
    m_visits->setFigure(m_page.visitsSet);
    m_visits->setBeside(m_page.visitsSet == 0 ? tr("none yet") : tr("%1 confirmed").arg(today_words::number(m_page.visitsConfirmed)));
    m_visits->setBelow(today_words::weekAgo(m_page.at, m_zone, m_page.visitsWeekAgo));
}

void Tiles::showBack()
{
    m_back->setCaption(tr("Be-backs in %1", "a month").arg(today_words::monthOf(m_page.at, m_zone)));
    m_back->setFigure(m_page.backThisMonth);
    const int unsold = m_page.unsoldThisMonth;
    m_back->setBeside(today_words::leftUnsold(unsold));
    m_back->setBelow(today_words::backShare(m_page.backThisMonth, unsold));
}

// Of managers: never added to the leads that are neglected.
void Tiles::showDuties()
{
    int all = 0, mine = 0, anybodys = 0;
    QStringList others;
    for (const DutiesOverdue &one : m_page.overdue) {
        all += one.count;
        if (one.login == m_page.manager)
            mine = one.count;
        else if (one.login.isEmpty())
            anybodys = one.count;
        else
            others << tr("%1: %2", "a name, a count").arg(one.name, today_words::number(one.count));
    }
    m_duties->setFigure(all, all > 0 ? Ink::Danger : Ink::Text);
    m_duties->setBeside(all == 0 ? tr("none") : forMe(mine, anybodys));
    m_duties->setBelow(others.join(QStringLiteral(", ")));
    m_duties->setToolTip(others.join(QLatin1Char('\n')));
}

void Tiles::arrange()
{
    const int all = int(m_all.size()), columns = width() >= all * scaled(LeastWide) ? all : (all + 1) / 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (QWidget *tile : std::as_const(m_all))
        m_grid->removeWidget(tile);
    for (int i = 0; i < all; ++i) {
        m_grid->addWidget(m_all[i], i / columns, i % columns);
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
    update();
}

void Tiles::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    arrange();
}

void Tiles::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        arrange();
}

void Tiles::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter p(this);
    const QColor line = Theme::current().border;
    for (const QWidget *tile : std::as_const(m_all)) {
        if (tile->x() > 1)
            p.fillRect(tile->x(), tile->y(), 1, tile->height(), line);
        if (tile->y() > 1)
            p.fillRect(tile->x(), tile->y(), tile->width(), 1, line);
    }
}

} // namespace beback::ui
