#include "ui/lead/work_pages.h"

#include "core/time/wording.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"

#include <QCoreApplication>
#include <QHBoxLayout>

namespace beback::ui {

namespace {

QString iconFor(const QString &code)
{
    if (code == QLatin1String("quiet_hours"))
        return QStringLiteral("clock");
    if (code == QLatin1String("later"))
        return QStringLiteral("view-calendar");
    if (code == QLatin1String("held"))
        return QStringLiteral("object-locked");
    if (code == QLatin1String("stuck"))
        return QStringLiteral("im-ban-user");
    return QStringLiteral("user");
}

} // namespace

QString nobodyHeading(const QVector<Because> &because, Instant now, const QString &zone)
{
    std::optional<Instant> first;
    for (const Because &reason : because)
        if (reason.until && *reason.until > now && (!first || *reason.until < *first))
            first = reason.until;
    if (!first)
        return QCoreApplication::translate("WorkPages", "Nobody can be contacted now");
    return QCoreApplication::translate("WorkPages", "Nobody may be contacted until %1").arg(wording::dayAndTime(*first, zone, now));
}

WorkPages::WorkPages(QWidget *parent) : QStackedWidget(parent)
{
    m_page = new EmptyState;
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(20, 10, 20, 10);
    m_page->setMaximumWidth(scaled(720));
    row->addWidget(m_page, 20);
    row->addStretch(1);
    addWidget(page);
}

void WorkPages::showNobody(const QueuePage &page, Instant now, const QString &zone, const Keys &keys)
{
    if (page.because.isEmpty() && page.next.isEmpty())
        return showNoLeads(keys);
    int open = 0;
    QVector<EmptyState::Row> rows;
    for (const Because &reason : page.because) {
        open += reason.count;
        rows << EmptyState::Row{iconFor(reason.code), reason.reason,
                                reason.count > 1000 ? tr("1,000+") : QLocale().toString(reason.count), reason.first, {}};
    }
    m_page->setText(nobodyHeading(page.because, now, zone),
                    tr("%n leads are open with you. This is why none is offered now:", nullptr, open));
    m_page->setRows(rows);
    m_page->clearButtons();
    m_page->setRemark(tr("The list fills by itself."));
    if (m_quiet)
        return;
    KeyButton *look = m_page->addButton({}, tr("Look through the list"));
    connect(look, &KeyButton::clicked, this, &WorkPages::queueAsked);
    KeyButton *add = m_page->addButton(QStringLiteral("list-add"), tr("Add a lead"), keys.addLead);
    connect(add, &KeyButton::clicked, this, &WorkPages::addAsked);
}

void WorkPages::showNoLeads(const Keys &keys)
{
    m_page->setText(tr("No leads yet"), tr("Leads come from files, from a folder that is watched, or by hand."));
    m_page->setRows({});
    m_page->clearButtons();
    m_page->setRemark(tr("The list fills by itself."));
    if (m_quiet)
        return;
    KeyButton *add = m_page->addButton(QStringLiteral("list-add"), tr("Add a lead"), keys.addLead);
    add->setLook(ButtonLook::Primary);
    connect(add, &KeyButton::clicked, this, &WorkPages::addAsked);
    KeyButton *bring = m_page->addButton({}, tr("Bring leads in from files"));
    connect(bring, &KeyButton::clicked, this, &WorkPages::leadsInAsked);
}

void WorkPages::showUnreachable(const QString &host, const QString &why, const Keys &keys)
{
    m_page->setText(why.isEmpty() ? tr("The shared database does not answer") : tr("Nobody of those along can be worked now"),
                    !why.isEmpty() ? why : tr("Nobody else is held for you. The queue goes on by itself when %1 is back.").arg(host.isEmpty() ? tr("it") : host));
    const QString works = QStringLiteral("dialog-ok-apply"), waits = QStringLiteral("clock");
    m_page->setRows({{works, tr("Looking at the people this computer has, with their history"), {}, {}, {}},
                     {works, tr("Notes, replies and appointments: kept here, sent later"), {}, {}, {}},
                     {works, tr("Adding a lead"), {}, {}, {}},
                     {waits, tr("The next lead waits, so that no two people work the same one"), {}, {}, {}}});
    m_page->clearButtons();
    m_page->setRemark(tr("Tried again by itself."));
    if (m_quiet)
        return;
    KeyButton *look = m_page->addButton({}, tr("Look through the list"));
    connect(look, &KeyButton::clicked, this, &WorkPages::queueAsked);
    KeyButton *add = m_page->addButton(QStringLiteral("list-add"), tr("Add a lead"), keys.addLead);
    connect(add, &KeyButton::clicked, this, &WorkPages::addAsked);
}

void WorkPages::showPaused(const Keys &keys)
{
    m_page->setText(tr("You are on a pause"), tr("No lead is held for you. Others can take what you left; what you had entered is kept."));
    m_page->setRows({});
    m_page->clearButtons();
    KeyButton *ready = m_page->addButton(QStringLiteral("media-playback-start"), tr("Ready for the next lead"), keys.ready);
    ready->setLook(ButtonLook::Primary);
    connect(ready, &KeyButton::clicked, this, &WorkPages::readyAsked);
    m_page->setRemark({});
    ready->setFocus(Qt::OtherFocusReason);
}

} // namespace beback::ui
