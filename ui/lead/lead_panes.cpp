#include "ui/lead/lead_panes.h"

#include "core/plan/wish_words.h"
#include "core/time/wording.h"
#include "core/time/zones.h"
#include "ui/lead/ground.h"
#include "ui/style/icons.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented_control.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace beback::ui {

namespace {

QPlainTextEdit *multiLine(const QString &name)
{
    auto *field = new QPlainTextEdit;
    field->setObjectName(name);
    field->setTabChangesFocus(true);
    field->setMinimumHeight(scaled(96));
    field->setMaximumHeight(scaled(160));
    return field;
}

} // namespace

TextPane::TextPane(QWidget *host, const Wording &wording, bool oneLine)
    : Pane(host, wording.heading, wording.doing), m_missing(wording.missing)
{
    setSentence(wording.sentence);
    if (oneLine)
        m_line = new QLineEdit;
    else
        m_many = multiLine({});
    QWidget *field = oneLine ? static_cast<QWidget *>(m_line) : m_many;
    field->setObjectName(QStringLiteral("pane.text"));
    m_error = addField(wording.caption, field);
    connect(this, &Pane::doAsked, this, &TextPane::take);
}

void TextPane::setSuggestions(const QStringList &suggestions)
{
    auto *box = new QWidget;
    auto *wrap = new WrapLayout(4, box);
    wrap->setContentsMargins(0, 0, 0, 0);
    for (const QString &suggestion : suggestions) {
        auto *button = new KeyButton(suggestion);
        connect(button, &KeyButton::clicked, this, [this, suggestion] {
            m_line ? m_line->setText(suggestion) : m_many->setPlainText(suggestion);
            m_error->setError({});
            doer()->setFocus(Qt::OtherFocusReason);
        });
        wrap->addWidget(button);
    }
    body()->addWidget(box);
}

QString TextPane::text() const
{
    return (m_line ? m_line->text() : m_many->toPlainText()).trimmed();
}

void TextPane::take()
{
    if (!text().isEmpty()) {
        Q_EMIT done(text());
        return;
    }
    m_error->setError(m_missing);
    (m_line ? static_cast<QWidget *>(m_line) : m_many)->setFocus(Qt::OtherFocusReason);
}

ReplyPane::ReplyPane(QWidget *host, const QString &name, Medium likely) : Pane(host, tr("Enter what they wrote or said"), tr("Save reply"))
{
    setSentence(tr("From %1. It goes to the history, and the next step answers it.").arg(name));
    constexpr std::array media = {Medium::Text, Medium::Email, Medium::Call, Medium::Social};
    const QStringList texts = {tr("Text"), tr("E-mail"), tr("They called"), tr("Social message")};
    m_medium = new SegmentedControl;
    m_medium->setAccessibleName(tr("How they reached us"));
    for (size_t i = 0; i < media.size(); ++i) {
        m_medium->addSegment({texts[qsizetype(i)], icons::nameOf(media[i]), {}, {}, media[i], false});
        if (media[i] == likely)
            m_medium->setCurrentIndex(int(i));
    }
    if (m_medium->currentIndex() < 0)
        m_medium->setCurrentIndex(0);
    body()->addWidget(m_medium, 0, Qt::AlignLeft);
    m_text = multiLine(QStringLiteral("pane.text"));
    m_error = addField(tr("Their words"), m_text);
    m_wish = new QCheckBox;
    m_wish->setObjectName(QStringLiteral("pane.wish"));
    m_wish->setChecked(true);
    m_wish->hide();
    body()->addWidget(m_wish);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        const Wish wish = readWish(m_text->toPlainText());
        m_wish->setText(tr("Keep as their wish from now on: %1").arg(wishText(wish)));
        m_wish->setVisible(!wish.isEmpty());
    });
    connect(this, &Pane::doAsked, this, [this, media] {
        const QString text = m_text->toPlainText().trimmed();
        m_error->setError(text.isEmpty() ? tr("Enter what they wrote or said.") : QString());
        if (!text.isEmpty())
            Q_EMIT done(media[size_t(m_medium->currentIndex())], text, m_wish->isChecked() ? readWish(text) : Wish());
    });
}

AppointmentPane::AppointmentPane(QWidget *host, const QString &name, const Clock &clock, const QString &storeZone, const QString &theirZone)
    : Pane(host, tr("Set an appointment"), tr("Set appointment")), m_clock(clock), m_storeZone(storeZone), m_theirZone(theirZone)
{
    setSentence(tr("With %1, in store time (%2).").arg(name, zones::displayName(storeZone)));
    m_when = new QDateTimeEdit;
    m_when->setObjectName(QStringLiteral("pane.when"));
    m_when->setCalendarPopup(true);
    m_when->setTimeSpec(Qt::UTC);
    m_when->setDisplayFormat(QStringLiteral("ddd, MMM d, yyyy, h:mm ap"));
    const QDate today = zones::local(clock.now(), storeZone).date;
    m_when->setDateTime(QDateTime(today.addDays(today.dayOfWeek() == 6 ? 2 : 1), QTime(17, 30), Qt::UTC));
    m_when->setCurrentSection(QDateTimeEdit::DaySection);
    m_whenError = addField(tr("When"), m_when);
    m_theirs = new TextLabel(Type::Label, Ink::Muted);
    body()->addWidget(m_theirs);
    m_what = new QLineEdit(tr("Test drive"));
    m_what->setObjectName(QStringLiteral("pane.what"));
    m_whatError = addField(tr("What for"), m_what);
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, &AppointmentPane::showTheirs);
    connect(this, &Pane::doAsked, this, &AppointmentPane::take);
    showTheirs();
}

void AppointmentPane::showTheirs()
{
    const auto at = zones::instantOf(m_when->date(), m_when->time(), m_storeZone);
    const bool differs = at && zones::isKnown(m_theirZone) &&
                         zones::local(*at, m_theirZone).time != zones::local(*at, m_storeZone).time;
    m_theirs->setText(differs ? tr("That is %1 for them.").arg(wording::clockTime(*at, m_theirZone)) : QString());
    m_theirs->setVisible(differs);
}

void AppointmentPane::take()
{
    const auto at = zones::instantOf(m_when->date(), m_when->time(), m_storeZone);
    const QString what = m_what->text().simplified();
    m_whenError->setError(!at || *at <= m_clock.now() ? tr("That is past. Choose a later time.") : QString());
    m_whatError->setError(what.isEmpty() ? tr("Say what for: a drive, an appraisal, a signature.") : QString());
    if (m_whenError->hasError() || m_whatError->hasError())
        return (m_whenError->hasError() ? static_cast<QWidget *>(m_when) : m_what)->setFocus(Qt::OtherFocusReason);
    Q_EMIT done(*at, what);
}

PointPane::PointPane(QWidget *host, const QString &name, const std::optional<PointView> &change)
    : Pane(host, change ? tr("Change a number or address") : tr("Add a number or address"), change ? tr("Save change") : tr("Add")),
      m_change(change.has_value())
{
    setSentence(change ? tr("Of %1. The old one stays on the history.").arg(name) : tr("For %1.").arg(name));
    m_type = new SegmentedControl;
    m_type->setAccessibleName(tr("Number or address"));
    m_type->addSegment({tr("Phone"), icons::nameOf(Medium::Call), {}, {}, Medium::Call, false});
    m_type->addSegment({tr("E-mail"), icons::nameOf(Medium::Email), {}, {}, Medium::Email, false});
    const bool mail = change && change->point.type == ContactPoint::Type::Email;
    m_type->setCurrentIndex(mail ? 1 : 0);
    m_type->setEnabled(!change);
    body()->addWidget(m_type, 0, Qt::AlignLeft);
    QHBoxLayout *row = addRow();
    m_value = new QLineEdit(change ? (change->shown.isEmpty() ? change->point.raw : change->shown) : QString());
    m_value->setObjectName(QStringLiteral("pane.point"));
    m_error = addField(tr("Number or address"), m_value, row);
    m_label = new QComboBox;
    for (const auto &[key, text] : {std::pair(QString(), tr("not said")), std::pair(QStringLiteral("mobile"), tr("mobile")),
                                    std::pair(QStringLiteral("home"), tr("home")), std::pair(QStringLiteral("work"), tr("work"))})
        m_label->addItem(text, key);
    m_label->setCurrentIndex(change ? std::max(0, m_label->findData(change->point.label)) : 0);
    addField(tr("Kind"), m_label, row);
    row->setStretch(0, 3);
    connect(this, &Pane::doAsked, this, &PointPane::take);
}

void PointPane::take()
{
    const QString raw = m_value->text().trimmed();
    const bool mail = m_type->currentIndex() == 1;
    if (raw.isEmpty() || (mail && !raw.contains(QLatin1Char('@'))))
        return setRefused(mail ? tr("An address has an @ in it.") : tr("Enter the number with its area code."));
    Q_EMIT done(mail ? ContactPoint::Type::Email : ContactPoint::Type::Phone, raw, m_label->currentData().toString());
}

void PointPane::setRefused(const QString &sentence)
{
    setBusy(false);
    m_error->setError(sentence);
    m_value->setFocus(Qt::OtherFocusReason);
}

RefusePane::RefusePane(QWidget *host, const QString &name, const std::optional<PointView> &point)
    : Pane(host, tr("Stop contacting"), tr("Stop contacting"))
{
    setDanger(true);
    const QString shown = point ? point->shown : QString();
    setSentence(point ? tr("%1 asked not to be contacted at %2. It holds at once, at every desk; only a manager can lift it.").arg(name, shown)
                      : tr("%1 asked not to be contacted. It holds at once, at every desk; only a manager can lift it.").arg(name));
    m_what = new QComboBox;
    m_what->setObjectName(QStringLiteral("pane.medium"));
    m_what->addItem(tr("Everything"), -1);
    const bool mail = point && point->point.type == ContactPoint::Type::Email;
    if (!mail) {
        m_what->addItem(tr("Calls"), int(Medium::Call));
        m_what->addItem(tr("Texts"), int(Medium::Text));
    }
    if (!point || mail)
        m_what->addItem(tr("E-mails"), int(Medium::Email));
    addField(tr("What they do not want"), m_what);
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("pane.text"));
    m_error = addField(tr("How they said it"), m_reason);
    connect(this, &Pane::doAsked, this, [this] {
        const QString reason = m_reason->text().simplified();
        m_error->setError(reason.isEmpty() ? tr("Say how they asked: “on the phone”, “by text”, in their words.") : QString());
        if (reason.isEmpty())
            return m_reason->setFocus(Qt::OtherFocusReason);
        const int medium = m_what->currentData().toInt();
        Q_EMIT done(medium < 0 ? std::nullopt : std::optional(Medium(medium)), reason);
    });
}

} // namespace beback::ui
