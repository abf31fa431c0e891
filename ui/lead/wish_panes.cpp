#include "ui/lead/wish_panes.h"

#include "core/plan/wish_words.h"
#include "ui/models/terms.h"
#include "ui/widgets/field_error.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace beback::ui {

WishPane::WishPane(QWidget *host, const QString &name, const Wish &now) : Pane(host, tr("What they wish"), tr("Keep wish"))
{
    setSentence(tr("By which medium and when %1 wants to hear from us. It goes before every plan. Clear it all when they wish nothing any more.").arg(name));
    m_words = new QLineEdit(now.text);
    m_words->setObjectName(QStringLiteral("pane.text"));
    m_words->setPlaceholderText(tr("Text me after six"));
    m_error = addField(tr("Their words"), m_words);
    QHBoxLayout *row = addRow();
    m_medium = new QComboBox;
    m_medium->setObjectName(QStringLiteral("wish.medium"));
    m_medium->addItem(tr("As the plan says"), -1);
    for (const Medium medium : {Medium::Call, Medium::Text, Medium::Email})
        m_medium->addItem(terms::medium(medium), int(medium));
    addField(tr("By"), m_medium, row);
    m_after = bound("wish.after", tr("Not before"), QTime(18, 0), row);
    m_before = bound("wish.before", tr("Not after"), QTime(12, 0), row);
    m_hoursError = new FieldError(m_before.at);
    body()->addWidget(m_hoursError);
    fill(now);
    m_byHand = !now.isEmpty();
    connect(m_words, &QLineEdit::textEdited, this, [this](const QString &words) {
        m_error->setError({});
        if (!m_byHand)
            fill(readWish(words));
    });
    connect(m_medium, &QComboBox::activated, this, [this] { m_byHand = true; });
    connect(this, &Pane::doAsked, this, &WishPane::take);
}

WishPane::Bound WishPane::bound(const char *name, const QString &caption, QTime otherwise, QHBoxLayout *row)
{
    auto *holder = new QWidget;
    auto *line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    Bound made{new QCheckBox, new QTimeEdit(otherwise)};
    made.on->setObjectName(QLatin1String(name));
    made.on->setAccessibleName(caption);
    made.at->setObjectName(QLatin1String(name) + QStringLiteral(".at"));
    made.at->setAccessibleName(tr("%1, the time").arg(caption));
    made.at->setDisplayFormat(QStringLiteral("h:mm ap"));
    made.at->setEnabled(false);
    connect(made.on, &QCheckBox::toggled, made.at, &QWidget::setEnabled);
    connect(made.on, &QCheckBox::clicked, this, [this] { m_byHand = true; });
    connect(made.at, &QTimeEdit::timeChanged, this, [this] { m_byHand = true; });
    line->addWidget(made.on);
    line->addWidget(made.at, 1);
    addField(caption, holder, row);
    holder->setFocusProxy(made.on);
    return made;
}

void WishPane::fill(const Wish &wish)
{
    m_medium->setCurrentIndex(std::max(0, m_medium->findData(wish.medium ? int(*wish.medium) : -1)));
    for (const auto &[bound, time] : {std::pair(m_after, wish.after), std::pair(m_before, wish.before)}) {
        const QSignalBlocker quiet(bound.at); // filled in, not set by hand
        bound.on->setChecked(time.isValid());
        if (time.isValid())
            bound.at->setTime(time);
    }
}

Wish WishPane::wish() const
{
    Wish wish;
    wish.text = m_words->text().simplified();
    if (const int medium = m_medium->currentData().toInt(); medium >= 0)
        wish.medium = Medium(medium);
    if (m_after.on->isChecked())
        wish.after = m_after.at->time();
    if (m_before.on->isChecked())
        wish.before = m_before.at->time();
    return wish;
}

void WishPane::take()
{
    const Wish wish = this->wish();
    const bool onlyWords = !wish.text.isEmpty() && !wish.medium && !wish.after.isValid() && !wish.before.isValid();
    const bool backwards = wish.after.isValid() && wish.before.isValid() && wish.after >= wish.before;
    m_error->setError(onlyWords ? tr("Choose the medium or the hours they mean: words alone change nothing.") : QString());
    m_hoursError->setError(backwards ? tr("These hours end before they begin.") : QString());
    if (onlyWords)
        return m_medium->setFocus(Qt::OtherFocusReason);
    if (backwards)
        return m_before.at->setFocus(Qt::OtherFocusReason);
    Q_EMIT done(wish);
}

ConsentPane::ConsentPane(QWidget *host, const QString &name, const QString &saidInLead) : Pane(host, tr("They agree to be contacted"), tr("Keep consent"))
{
    setSentence(saidInLead.isEmpty() ? tr("%1 agrees to hear from us by this medium, also long after they asked. It ends when they ask to stop.").arg(name)
                                     : tr("Their request says: “%1”. If %2 agrees to hear from us, also long after they asked, keep it here.")
                                           .arg(saidInLead.simplified(), name));
    m_medium = new QComboBox;
    m_medium->setObjectName(QStringLiteral("pane.medium"));
    m_medium->addItem(tr("Texts"), int(Medium::Text));
    m_medium->addItem(tr("Calls"), int(Medium::Call));
    addField(tr("To what"), m_medium);
    m_how = new QLineEdit;
    m_how->setObjectName(QStringLiteral("pane.text"));
    m_how->setPlaceholderText(tr("“Sure, text me”, on the phone"));
    m_error = addField(tr("How they agreed"), m_how);
    connect(this, &Pane::doAsked, this, [this] {
        const QString how = m_how->text().simplified();
        m_error->setError(how.isEmpty() ? tr("Say how: their words, or where it stands. It is the proof.") : QString());
        if (how.isEmpty())
            return m_how->setFocus(Qt::OtherFocusReason);
        Q_EMIT done(Medium(m_medium->currentData().toInt()), how);
    });
}

} // namespace beback::ui
