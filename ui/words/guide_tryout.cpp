#include "ui/words/guide_tryout.h"

#include "core/desk/timeline.h"
#include "core/words/language.h"
#include "ui/lead/guide_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

constexpr int DigitsOfANumber = 10;

// What an agent's answers come to, as takeAnswers() would take them.
class Deeds
{
public:
    Deeds(const QString &zone, Instant now) : m_zone(zone), m_now(now) {}

    QStringList of(const Guide &guide, const GuideState &state)
    {
        for (const GuideStep *step : pathOf(guide, state))
            if (const QString answer = state.answers.value(step->key); !answer.isEmpty())
                if (const QString deed = one(*step, answer, shownAnswer(*step, answer, WordLanguages[0], m_zone, m_now)); !deed.isEmpty())
                    m_deeds << deed;
        return m_deeds;
    }

private:
    QString one(const GuideStep &step, const QString &answer, const QString &shown)
    {
        switch (step.act) {
        case GuideAct::None: break;
        case GuideAct::Appointment: return isPast(answer) ? past(shown) : GuideTryout::tr("An appointment: %1").arg(shown);
        case GuideAct::Callback: return isPast(answer) ? past(shown) : again(GuideTryout::tr("They are called: %1").arg(shown));
        case GuideAct::Future: return again(GuideTryout::tr("They hear from the store again: %1").arg(shown));
        case GuideAct::Objection: return objection(answer);
        case GuideAct::Stop: return answer == QLatin1String("yes") ? GuideTryout::tr("They are taken off the list: nobody here contacts them again") : QString();
        case GuideAct::ContactPoint: return GuideTryout::tr("A number of theirs: %1").arg(shown);
        case GuideAct::Referral: return referral(shown);
        case GuideAct::SaveDeal: return answer == QLatin1String("no") ? GuideTryout::tr("A manager is alerted") : QString();
        }
        return {};
    }

    bool isPast(const QString &answer) const
    {
        bool ok = false;
        const Instant at = Instant::fromIso(answer, &ok);
        return !ok || at <= m_now;
    }

    static QString past(const QString &shown) { return GuideTryout::tr("%1 is past: the agent is asked for a later time").arg(shown); }

    // The first time that is named counts.
    QString again(const QString &deed)
    {
        return std::exchange(m_again, true) ? QString() : deed;
    }

    QString objection(const QString &answer)
    {
        const auto named = objectionFromText(answer);
        return !named || std::exchange(m_objection, true) ? QString() : GuideTryout::tr("The objection “%1” chooses the plan").arg(objectionText(*named));
    }

    static QString referral(const QString &shown)
    {
        const auto digits = std::count_if(shown.cbegin(), shown.cend(), [](QChar c) { return c.isDigit(); });
        return digits >= DigitsOfANumber || shown.contains(QLatin1Char('@')) ? GuideTryout::tr("A new lead: %1").arg(shown)
                                                                             : GuideTryout::tr("No lead for “%1” yet: a number or an address is missing").arg(shown);
    }

    QString m_zone;
    Instant m_now;
    bool m_again = false, m_objection = false;
    QStringList m_deeds;
};

} // namespace

GuideTryout::GuideTryout(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("tryout"));
    m_view.language = WordLanguages[0];
    m_view.zone = QStringLiteral("UTC");
    build();
    connect(m_language, &SegmentedControl::currentChanged, this, &GuideTryout::setLanguage);
    connect(m_again, &KeyButton::clicked, this, &GuideTryout::beginAgain);
}

void GuideTryout::build()
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_column->addLayout(head);
    m_language = new SegmentedControl;
    m_language->setObjectName(QStringLiteral("tryout.language"));
    m_language->setAccessibleName(tr("Spoken in"));
    for (const QLatin1String language : WordLanguages)
        m_language->addSegment({languageName(language), {}, {}, {}, {}, false});
    m_language->setCurrentIndex(0);
    m_again = new KeyButton(QStringLiteral("edit-undo"), tr("Begin again"), {});
    m_again->setObjectName(QStringLiteral("tryout.again"));
    head->addWidget(m_language);
    head->addStretch();
    head->addWidget(m_again);
    m_problem = new Banner(Tone::Warning);
    m_problem->setObjectName(QStringLiteral("tryout.problem"));
    m_problem->hide();
    m_column->addWidget(m_problem);
    auto *below = new Card;
    m_below = below;
    below->setFill(Card::Fill::Surface);
    auto *deeds = new QVBoxLayout(below);
    deeds->setContentsMargins(12, 8, 12, 8);
    deeds->setSpacing(4);
    deeds->addWidget(new TextLabel(tr("What these answers would do"), Type::Overline, Ink::Muted));
    m_deeds = new TextLabel(Type::Body);
    m_deeds->setObjectName(QStringLiteral("tryout.deeds"));
    m_deeds->setWordWrap(true);
    deeds->addWidget(m_deeds);
    m_column->addWidget(below);
    m_column->addStretch();
}

void GuideTryout::setLookedAt(const WordFacts &facts, const QString &zone, Instant now)
{
    m_view.facts = facts;
    m_view.zone = zone.isEmpty() ? QStringLiteral("UTC") : zone;
    m_now = now;
    if (m_panel && m_walkable)
        walk(m_panel->state());
}

void GuideTryout::setLanguage(int language)
{
    if (language < 0)
        return;
    m_view.language = WordLanguages[size_t(language)];
    if (m_panel && m_walkable)
        walk(m_panel->state());
}

void GuideTryout::show(const Guide &guide)
{
    const auto read = Guide::fromJson(guide.toJson());
    m_walkable = bool(read);
    m_problem->setText(tr("It cannot be tried out yet"), read ? QString() : read.error().message);
    m_problem->setVisible(!m_walkable);
    m_below->setVisible(m_walkable);
    m_again->setEnabled(m_walkable);
    if (m_panel)
        m_panel->setVisible(m_walkable);
    if (!read)
        return;
    GuideState state = m_panel && m_guide.id == read->id ? m_panel->state() : GuideState();
    const auto isOther = [&](const QString &key) {
        const GuideStep *before = m_guide.step(key), *after = read->step(key);
        return !before || !after || !(*before == *after);
    };
    state.answers.removeIf([&](const GuideAnswers::iterator &answer) { return isOther(answer.key()); });
    state.notAsked.removeIf([&](const QMap<QString, QString>::iterator &reason) { return isOther(reason.key()); });
    m_guide = *read;
    if (!m_panel)
        renew();
    walk(state);
}

void GuideTryout::beginAgain()
{
    if (!m_walkable)
        return;
    renew();
    walk({});
    focusCurrent();
}

void GuideTryout::renew()
{
    delete m_panel;
    m_panel = new GuidePanel(this);
    m_column->insertWidget(m_column->indexOf(m_below), m_panel, 1);
    m_panel->setVisible(true); // at once: it takes the focus next
    connect(m_panel, &GuidePanel::changed, this, &GuideTryout::showDeeds);
}

void GuideTryout::walk(const GuideState &state)
{
    m_panel->show(m_guide, m_view, state.answers, state.notAsked, m_now);
    showDeeds();
}

QStringList GuideTryout::deeds() const
{
    return m_panel && m_walkable ? Deeds(m_view.zone, m_now).of(m_guide, m_panel->state()) : QStringList();
}

void GuideTryout::showDeeds()
{
    const QStringList all = deeds();
    m_deeds->setText(all.isEmpty() ? tr("Nothing yet, besides being kept.") : all.join(QLatin1Char('\n')));
}

void GuideTryout::focusCurrent()
{
    if (m_panel && m_walkable)
        m_panel->focusCurrent();
}

} // namespace beback::ui
