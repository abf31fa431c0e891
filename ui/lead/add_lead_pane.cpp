#include "ui/lead/add_lead_pane.h"

#include "core/intake/normalize.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/segmented_control.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace beback::ui {

namespace {

constexpr int NumberDigits = 10; // of a North American number without the leading 1

QLineEdit *field(const char *name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("add.") + QLatin1String(name));
    return edit;
}

bool understood(const LeadDraft &lead, ContactPoint::Type type)
{
    return std::any_of(lead.points.cbegin(), lead.points.cend(),
                       [type](const ContactPoint &point) { return point.type == type && !point.value.isEmpty(); });
}

int digitsIn(const QString &text)
{
    return int(std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); }));
}

} // namespace

AddLeadPane::AddLeadPane(QWidget *host) : Pane(host, tr("Add a lead"), tr("Add lead"))
{
    setWide(640);
    m_source = new SegmentedControl;
    m_source->setAccessibleName(tr("Where the lead comes from"));
    for (const QString &text : {tr("Walk-in"), tr("Phone-up"), tr("Referral"), tr("Other")})
        m_source->addSegment({text, {}, {}, {}, {}, false});
    m_source->setCurrentIndex(0);
    body()->addWidget(m_source, 0, Qt::AlignLeft);
    m_first = field("first");
    m_last = field("last");
    m_phone = field("phone");
    m_mail = field("mail");
    m_year = field("year");
    m_make = field("make");
    m_model = field("model");
    m_stock = field("stock");
    m_phone->setPlaceholderText(tr("(505) 555-0142"));
    QHBoxLayout *row = addRow();
    m_nameError = addField(tr("First name"), m_first, row);
    addField(tr("Last name"), m_last, row);
    row = addRow();
    m_phoneError = addField(tr("Phone"), m_phone, row);
    m_mailError = addField(tr("E-mail"), m_mail, row);
    row = addRow();
    m_yearError = addField(tr("Year"), m_year, row);
    addField(tr("Make"), m_make, row);
    addField(tr("Model"), m_model, row);
    addField(tr("Stock number"), m_stock, row);
    for (int i = 0; i < 4; ++i)
        row->setStretch(i, i == 0 ? 2 : 3);
    m_words = new QPlainTextEdit;
    m_words->setObjectName(QStringLiteral("add.words"));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(scaled(64));
    addField(tr("What they said, in their words"), m_words);
    connect(this, &Pane::doAsked, this, &AddLeadPane::take);
}

LeadDraft AddLeadPane::draft() const
{
    LeadDraft draft;
    NameParts name;
    name.first = m_first->text();
    name.last = m_last->text();
    draft.name = readName(name);
    for (const ContactPoint &point : readPhones(m_phone->text().trimmed(), {}, &draft.warnings) + readEmails(m_mail->text().trimmed(), &draft.warnings))
        addPoint(draft.points, point);
    draft.wanted.year = m_year->text().trimmed();
    draft.wanted.make = m_make->text().simplified();
    draft.wanted.model = m_model->text().simplified();
    draft.wanted.stock = m_stock->text().trimmed();
    const QStringList sources = {QStringLiteral("Walk-in"), QStringLiteral("Phone-up"), QStringLiteral("Referral"), QStringLiteral("Desk")};
    draft.source = sources.value(m_source->currentIndex());
    draft.comments = m_words->toPlainText().trimmed();
    return draft;
}

void AddLeadPane::take()
{
    const LeadDraft lead = draft();
    const QString phone = m_phone->text().trimmed(), mail = m_mail->text().trimmed(), year = m_year->text().trimmed();
    m_nameError->setError(lead.name.full.isEmpty() ? tr("Enter a name.") : QString());
    const int digits = digitsIn(phone);
    const bool foreign = phone.startsWith(QLatin1Char('+')) && !phone.startsWith(QLatin1String("+1"));
    QString phoneSays;
    if (phone.isEmpty() && mail.isEmpty())
        phoneSays = tr("Enter a number or an e-mail address.");
    else if (!phone.isEmpty() && !foreign && digits < NumberDigits)
        phoneSays = tr("%n digits are missing.", nullptr, NumberDigits - digits);
    else if (!phone.isEmpty() && !understood(lead, ContactPoint::Type::Phone))
        phoneSays = tr("No telephone has this number. Check the area code.");
    m_phoneError->setError(phoneSays);
    m_mailError->setError(mail.isEmpty() || understood(lead, ContactPoint::Type::Email) ? QString()
                          : mail.contains(QLatin1Char('@')) ? tr("Mail cannot be sent to this address.")
                                                            : tr("An address has an @ in it."));
    bool number = false;
    const int when = year.toInt(&number);
    m_yearError->setError(!year.isEmpty() && (!number || when < 1900 || when > 2100) ? tr("Four digits, such as 2024.") : QString());
    for (const auto &[error, edit] : {std::pair(m_nameError, m_first), std::pair(m_phoneError, m_phone),
                                      std::pair(m_mailError, m_mail), std::pair(m_yearError, m_year)})
        if (error->hasError())
            return edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT done(lead);
}

} // namespace beback::ui
