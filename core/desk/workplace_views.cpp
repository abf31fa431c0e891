// Views of the charts that all managers of the store have.
#include "core/desk/workplace.h"

#include <QCoreApplication>

namespace beback {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

Result<void> mayUseViews(Workplace &place, const QString &login)
{
    return place.mustBeManager(login, tr("Only a manager looks at the charts, and saves views of them. Ask one of yours to."));
}

// At a desk of a shared database: its views are everybody's.
Result<void> isKeptHere(Workplace &place)
{
    BEBACK_TRY(shared, place.setting(QStringLiteral("rooftop_id")));
    if (!shared.isEmpty())
        return Error{Code::Unavailable,
                     tr("All managers of a shared database have the same views, so they are saved there, and it does not answer. Try again "
                        "when it is back."), {}};
    return {};
}

} // namespace

Result<QVector<SavedView>> Workplace::savedViews(const QString &login, Connection *from)
{
    BEBACK_CHECK(mayUseViews(*this, login));
    return readViews(from ? *from : *m_db, m_station.rooftop);
}

Result<SavedView> Workplace::viewToSave(const SavedView &view, const QString &login)
{
    BEBACK_CHECK(mayUseViews(*this, login));
    SavedView kept = view;
    kept.by = login;
    kept.at = m_clock.now();
    return kept;
}

Result<void> Workplace::saveView(const SavedView &view, bool over, const QString &login)
{
    BEBACK_TRY(kept, viewToSave(view, login));
    BEBACK_CHECK(isKeptHere(*this));
    return putView(*m_db, m_station.rooftop, kept, over);
}

Result<void> Workplace::removeView(const QString &name, const QString &login)
{
    BEBACK_CHECK(mayUseViews(*this, login));
    BEBACK_CHECK(isKeptHere(*this));
    return beback::removeView(*m_db, m_station.rooftop, name);
}

Result<void> Workplace::takeViews(const QVector<SavedView> &views)
{
    BEBACK_TRY(known, readViews(*m_db, m_station.rooftop));
    return known == views ? Result<void>() : keepViews(*m_db, m_station.rooftop, views);
}

} // namespace beback
