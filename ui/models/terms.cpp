#include "ui/models/terms.h"

#include <QCoreApplication>

namespace beback::ui::terms {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Terms", text);
}

} // namespace

QString medium(Medium medium)
{
    switch (medium) {
    case Medium::Call: return words(QT_TRANSLATE_NOOP("Terms", "Call"));
    case Medium::Text: return words(QT_TRANSLATE_NOOP("Terms", "Text"));
    case Medium::Email: return words(QT_TRANSLATE_NOOP("Terms", "E-mail"));
    case Medium::Note: return words(QT_TRANSLATE_NOOP("Terms", "Note"));
    case Medium::Visit: return words(QT_TRANSLATE_NOOP("Terms", "Visit"));
    case Medium::Social: return words(QT_TRANSLATE_NOOP("Terms", "Social message"));
    }
    return {};
}

QString outcome(Outcome outcome, Medium medium)
{
    const bool written = medium == Medium::Text || medium == Medium::Email || medium == Medium::Social;
    switch (outcome) {
    case Outcome::None: return {};
    case Outcome::Reached:
        return written ? words(QT_TRANSLATE_NOOP("Terms", "Replied")) : words(QT_TRANSLATE_NOOP("Terms", "Reached"));
    case Outcome::Voicemail: return words(QT_TRANSLATE_NOOP("Terms", "Voicemail"));
    case Outcome::NoAnswer: return words(QT_TRANSLATE_NOOP("Terms", "No answer"));
    case Outcome::Busy: return words(QT_TRANSLATE_NOOP("Terms", "Busy"));
    case Outcome::CallBack: return words(QT_TRANSLATE_NOOP("Terms", "Call back"));
    case Outcome::WrongNumber:
        return medium == Medium::Email ? words(QT_TRANSLATE_NOOP("Terms", "Wrong address"))
                                       : words(QT_TRANSLATE_NOOP("Terms", "Wrong number"));
    case Outcome::NotInterested: return words(QT_TRANSLATE_NOOP("Terms", "Not interested"));
    case Outcome::BoughtElsewhere: return words(QT_TRANSLATE_NOOP("Terms", "Bought elsewhere"));
    case Outcome::AskedToStop: return words(QT_TRANSLATE_NOOP("Terms", "Asked to stop"));
    case Outcome::Sent: return words(QT_TRANSLATE_NOOP("Terms", "Sent"));
    case Outcome::Bounced:
        return medium == Medium::Note ? words(QT_TRANSLATE_NOOP("Terms", "Came back"))
                                      : words(QT_TRANSLATE_NOOP("Terms", "Not delivered"));
    case Outcome::Kept: return words(QT_TRANSLATE_NOOP("Terms", "Came"));
    case Outcome::Missed: return words(QT_TRANSLATE_NOOP("Terms", "Did not come"));
    }
    return {};
}

} // namespace beback::ui::terms
