#include "ui/campaigns/campaign_form.h"

#include "core/desk/timeline.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/segmented_control.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

namespace beback::ui {

namespace {

constexpr int NumberWide = 56, SaysLines = 3;

QString named(const char *name)
{
    return QStringLiteral("campaign.") + QLatin1String(name);
}

QLineEdit *line(const char *name, const QString &said, int wide = 0)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(named(name));
    edit->setAccessibleName(said);
    if (wide > 0)
        edit->setFixedWidth(scaled(wide));
    return edit;
}

QCheckBox *check(const QString &name, const QString &text)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(QStringLiteral("campaign.") + name);
    return box;
}

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

void setLine(QLineEdit *edit, const QString &text)
{
    if (edit->text().trimmed() != text)
        edit->setText(text);
}

QString numberText(int number)
{
    return number > 0 ? QString::number(number) : QString();
}

// Empty: `none`; no number: -1, which nothing takes.
int numberIn(const QLineEdit *edit, int none)
{
    const QString text = edit->text().trimmed();
    bool ok = false;
    const int number = text.toInt(&ok);
    return text.isEmpty() ? none : ok ? number : -1;
}

TextLabel *word(const QString &text)
{
    return new TextLabel(text, Type::Label, Ink::Muted);
}

} // namespace

CampaignForm::CampaignForm(QWidget *parent) : Card(parent)
{
    setFill(Fill::Surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    column->addStretch();
    addCaption(tr("What changed"));
    buildChange();
    addCaption(tr("Whom it is for"));
    buildWho();
    buildCar();
    addCaption(tr("How they hear of it"));
    buildHow();
    connectFields();
}

void CampaignForm::addCaption(const QString &text)
{
    const int row = m_grid->rowCount();
    if (row > 1)
        m_grid->setRowMinimumHeight(row - 1, scaled(4));
    m_grid->addWidget(new TextLabel(text, Type::Title), row, 0, 1, 2);
}

// `shown`: what stands there, when the field is only a part of it.
void CampaignForm::addField(const QString &name, const QString &caption, QWidget *field, QWidget *shown)
{
    const int row = m_grid->rowCount();
    auto *label = word(caption);
    label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(caption);
    m_grid->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeft);
    label->setMinimumHeight(scaled(metrics::Button));
    m_grid->addWidget(shown ? shown : field, row, 1);
    auto *error = new FieldError(field);
    m_grid->addWidget(error, row + 1, 1);
    m_fields.insert(name, field);
    m_errors.insert(name, error);
}

// Another field in the room of `whole`; what is wrong with it stands there, too.
void CampaignForm::addPart(const QString &name, QWidget *field, const QString &whole)
{
    m_fields.insert(name, field);
    m_errors.insert(name, m_errors.value(whole));
}

void CampaignForm::buildChange()
{
    m_kind = new SegmentedControl;
    m_kind->setObjectName(named("kind"));
    for (const char *text : {QT_TR_NOOP("Program"), QT_TR_NOOP("Price"), QT_TR_NOOP("Sale"), QT_TR_NOOP("Stock"), QT_TR_NOOP("Special")})
        m_kind->addSegment({tr(text), {}, {}, changeKindText(AllChangeKinds.at(size_t(m_kind->count()))), {}, false});
    addField(QStringLiteral("kind"), tr("Change"), m_kind);
    m_grid->setAlignment(m_kind, Qt::AlignLeft);
    auto *said = new QWidget;
    auto *column = new QVBoxLayout(said);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    m_says = new QPlainTextEdit;
    m_says->setObjectName(named("says"));
    m_says->setTabChangesFocus(true);
    m_says->setPlaceholderText(tr("The maker now finances the CR-V at 0.9 percent for 60 months."));
    m_says->setFixedHeight(lineHeight(Type::Body) * SaysLines + scaled(14));
    m_letters = new TextLabel(Type::Small, Ink::Muted);
    m_letters->setAlignment(Qt::AlignRight);
    column->addWidget(m_says);
    column->addWidget(m_letters);
    addField(QStringLiteral("says"), tr("Said to them"), m_says, said);
    auto *when = new QWidget;
    QHBoxLayout *row = rowIn(when);
    m_from = line("from", tr("From which day"));
    m_until = line("until", tr("Until which day"));
    m_until->setPlaceholderText(tr("no end known"));
    row->addWidget(m_from, 1);
    row->addWidget(word(tr("until")));
    row->addWidget(m_until, 1);
    addField(QStringLiteral("from"), tr("It is so from"), m_from, when);
    addPart(QStringLiteral("until"), m_until, QStringLiteral("from"));
}

void CampaignForm::buildWho()
{
    auto *who = new QWidget;
    QHBoxLayout *row = rowIn(who);
    m_lost = check(QStringLiteral("lost"), tr("Lost"));
    m_sleeping = check(QStringLiteral("sleeping"), tr("Sleeping, no touch for"));
    m_quiet = line("quiet_days", tr("Days without a touch"), NumberWide);
    row->addWidget(m_lost);
    row->addSpacing(scaled(8));
    row->addWidget(m_sleeping);
    row->addWidget(m_quiet);
    row->addWidget(word(tr("days")));
    row->addStretch();
    addField(QStringLiteral("lost"), tr("Leads"), m_lost, who);
    m_lost->setAccessibleName({}); // its own words say more
    addPart(QStringLiteral("quiet_days"), m_quiet, QStringLiteral("lost"));
    auto *objections = new QWidget;
    auto *grid = new QGridLayout(objections);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setVerticalSpacing(4);
    grid->setHorizontalSpacing(8);
    for (size_t i = 0; i < AllObjections.size(); ++i) {
        m_objections << check(QStringLiteral("objection.") + toText(AllObjections[i]), objectionText(AllObjections[i]));
        grid->addWidget(m_objections.last(), int(i) / 2, int(i) % 2);
    }
    addField(QStringLiteral("objections"), tr("What kept them"), m_objections.first(), objections);
    m_objections.first()->setAccessibleName({});
    auto *age = new QWidget;
    row = rowIn(age);
    m_ageFrom = line("age_from", tr("At least so many days old"), NumberWide);
    m_ageTo = line("age_to", tr("At most so many days old"), NumberWide);
    row->addWidget(m_ageFrom);
    row->addWidget(word(tr("to")));
    row->addWidget(m_ageTo);
    row->addWidget(word(tr("days since the lead came")));
    row->addStretch();
    addField(QStringLiteral("age_from"), tr("Age"), m_ageFrom, age);
    addPart(QStringLiteral("age_to"), m_ageTo, QStringLiteral("age_from"));
}

void CampaignForm::buildCar()
{
    auto *car = new QWidget;
    QHBoxLayout *row = rowIn(car);
    m_make = line("make", tr("Make of the car they asked about"));
    m_make->setPlaceholderText(tr("any make"));
    m_model = line("model", tr("Model of the car they asked about"));
    m_model->setPlaceholderText(tr("any model"));
    row->addWidget(m_make, 1);
    row->addWidget(m_model, 1);
    addField(QStringLiteral("make"), tr("Their car"), m_make, car);
    auto *years = new QWidget;
    row = rowIn(years);
    m_yearFrom = line("year_from", tr("First model year"), NumberWide);
    m_yearTo = line("year_to", tr("Last model year"), NumberWide);
    m_condition = new SegmentedControl;
    m_condition->setObjectName(named("condition"));
    m_condition->setAccessibleName(tr("New or used"));
    for (const QString &text : {tr("Any"), tr("New"), tr("Used")})
        m_condition->addSegment({text, {}, {}, {}, {}, false});
    row->addWidget(m_yearFrom);
    row->addWidget(word(tr("to")));
    row->addWidget(m_yearTo);
    row->addSpacing(scaled(8));
    row->addWidget(m_condition);
    row->addStretch();
    addField(QStringLiteral("year_from"), tr("Model years"), m_yearFrom, years);
    addPart(QStringLiteral("year_to"), m_yearTo, QStringLiteral("year_from"));
}

void CampaignForm::buildHow()
{
    m_plan = new QComboBox;
    m_plan->setObjectName(named("plan"));
    m_plan->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_plan->setMinimumContentsLength(12);
    addField(QStringLiteral("plan"), tr("Plan"), m_plan);
    auto *pace = new QWidget;
    QHBoxLayout *row = rowIn(pace);
    m_perDay = line("per_day", tr("People a day, at most"), NumberWide);
    row->addWidget(m_perDay);
    row->addWidget(word(tr("people a day, and fewer where a day is full")));
    row->addStretch();
    addField(QStringLiteral("per_day"), tr("At most"), m_perDay, pace);
}

void CampaignForm::connectFields()
{
    const auto told = [this] {
        if (m_showing)
            return;
        m_letters->setText(tr("%1 of %2 letters").arg(wholeSentence(m_says->toPlainText()).size()).arg(SaysMost));
        m_quiet->setEnabled(m_sleeping->isChecked());
        Q_EMIT changed();
    };
    for (QLineEdit *edit : {m_from, m_until, m_quiet, m_make, m_model, m_yearFrom, m_yearTo, m_ageFrom, m_ageTo, m_perDay})
        connect(edit, &QLineEdit::textEdited, this, told);
    for (QCheckBox *box : m_objections + QVector<QCheckBox *>{m_lost, m_sleeping})
        connect(box, &QCheckBox::clicked, this, told);
    connect(m_says, &QPlainTextEdit::textChanged, this, told);
    connect(m_plan, &QComboBox::activated, this, told);
    for (SegmentedControl *control : {m_kind, m_condition})
        connect(control, &SegmentedControl::activated, this, told);
}

void CampaignForm::setPlans(const QVector<std::pair<QString, QString>> &plans)
{
    const QString chosen = m_plan->currentData().toString();
    m_plan->clear();
    for (const auto &[id, name] : plans)
        m_plan->addItem(name, id);
    m_plan->setCurrentIndex(m_plan->findData(chosen));
}

void CampaignForm::show(const Campaign &campaign, QDate today)
{
    const QScopedValueRollback showing(m_showing, true);
    m_campaign = campaign;
    m_today = today;
    const CampaignWho &who = campaign.who;
    m_kind->setCurrentIndex(int(campaign.kind));
    if (m_says->toPlainText() != campaign.says)
        m_says->setPlainText(campaign.says);
    m_letters->setText(tr("%1 of %2 letters").arg(wholeSentence(campaign.says).size()).arg(SaysMost));
    setLine(m_from, campaign_words::writeDay(campaign.from));
    setLine(m_until, campaign_words::writeDay(campaign.until));
    m_lost->setChecked(who.lost);
    m_sleeping->setChecked(who.sleeping);
    m_quiet->setEnabled(who.sleeping);
    setLine(m_quiet, QString::number(who.quietDays));
    for (size_t i = 0; i < AllObjections.size(); ++i)
        m_objections[qsizetype(i)]->setChecked(who.objections.contains(AllObjections[i]));
    setLine(m_ageFrom, numberText(who.ageFrom));
    setLine(m_ageTo, numberText(who.ageTo));
    setLine(m_make, who.make);
    setLine(m_model, who.model);
    setLine(m_yearFrom, numberText(who.yearFrom));
    setLine(m_yearTo, numberText(who.yearTo));
    m_condition->setCurrentIndex(who.condition == QLatin1String("new") ? 1 : who.condition == QLatin1String("used") ? 2 : 0);
    if (m_plan->findData(campaign.plan) < 0)
        m_plan->addItem(campaign.plan, campaign.plan);
    m_plan->setCurrentIndex(m_plan->findData(campaign.plan));
    setLine(m_perDay, QString::number(campaign.perDay));
}

Campaign CampaignForm::campaign() const
{
    Campaign campaign = m_campaign;
    campaign.kind = AllChangeKinds.at(size_t(std::max(m_kind->currentIndex(), 0)));
    campaign.says = m_says->toPlainText();
    campaign.from = campaign_words::readDay(m_from->text(), m_today);
    campaign.until = campaign_words::readDay(m_until->text(), m_today);
    CampaignWho &who = campaign.who;
    who.lost = m_lost->isChecked();
    who.sleeping = m_sleeping->isChecked();
    who.quietDays = numberIn(m_quiet, -1);
    who.objections.clear();
    for (size_t i = 0; i < AllObjections.size(); ++i)
        if (m_objections[qsizetype(i)]->isChecked())
            who.objections << AllObjections[i];
    who.ageFrom = numberIn(m_ageFrom, 0);
    who.ageTo = numberIn(m_ageTo, 0);
    who.make = m_make->text().simplified();
    who.model = m_model->text().simplified();
    who.yearFrom = numberIn(m_yearFrom, 0);
    who.yearTo = numberIn(m_yearTo, 0);
    who.condition = QStringList{QString(), QStringLiteral("new"), QStringLiteral("used")}.value(m_condition->currentIndex());
    campaign.plan = m_plan->currentData().toString();
    campaign.perDay = numberIn(m_perDay, -1);
    return campaign;
}

std::optional<CampaignFault> CampaignForm::faultIn(const Campaign &campaign) const
{
    const QString until = m_until->text().trimmed();
    if (!until.isEmpty() && !campaign_words::readDay(until, m_today).isValid())
        return CampaignFault{QStringLiteral("until"), tr("“%1” is no day. Write it like Dec 31, or leave it empty.").arg(until)};
    return faultOf(campaign);
}

void CampaignForm::setFault(const std::optional<CampaignFault> &fault)
{
    for (FieldError *error : std::as_const(m_errors))
        error->setError({});
    if (FieldError *error = fault ? m_errors.value(fault->field) : nullptr)
        error->setError(fault->sentence, m_fields.value(fault->field));
}

void CampaignForm::focusField(const QString &field)
{
    QWidget *wanted = m_fields.value(field, m_says);
    wanted->setFocus(Qt::OtherFocusReason);
    if (auto *edit = qobject_cast<QLineEdit *>(wanted))
        edit->selectAll();
}

} // namespace beback::ui
