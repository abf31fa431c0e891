#include "ui/rules/rule_form.h"

#include "core/plan/rule_text.h"
#include "ui/models/terms.h"
#include "ui/widgets/field_error.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimeEdit>

namespace beback::ui {

namespace {

QTime timeOf(int minutes)
{
    return minutes >= 24 * 60 ? QTime(23, 59) : QTime(minutes / 60, minutes % 60);
}

// One minute before midnight stands for midnight: a clock has no later time.
int minutesOf(QTime time)
{
    return time == QTime(23, 59) ? 24 * 60 : time.hour() * 60 + time.minute();
}

QString dateText(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QString dayNames(int first, int last)
{
    const QString name = QLocale().dayName(first + 1);
    return first == last ? name : RuleForm::tr("%1 to %2").arg(name, QLocale().dayName(last + 1));
}

// Monday to Friday in one row while they are alike.
QVector<std::pair<int, int>> dayGroups(const WeekHours &hours)
{
    const bool alike = std::all_of(hours.days.begin(), hours.days.begin() + 5, [&](const WeekHours::Day &day) { return day == hours.days[0]; });
    if (alike)
        return {{0, 4}, {5, 5}, {6, 6}};
    QVector<std::pair<int, int>> each;
    for (int day = 0; day < 7; ++day)
        each << std::pair(day, day);
    return each;
}

QHBoxLayout *rowIn(QWidget *holder)
{
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

} // namespace

RuleForm::RuleForm(QWidget *parent) : Card(parent)
{
    setFill(Fill::Surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
}

void RuleForm::clear()
{
    delete m_fields;
    m_days.clear();
    m_media.clear();
    m_holidays = nullptr;
    m_most = m_inHours = m_words = m_askedDays = m_boughtDays = nullptr;
    m_mostError = nullptr;
    m_blocks = nullptr;
    m_fields = new QWidget;
    m_grid = new QGridLayout(m_fields);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    layout()->addWidget(m_fields);
}

void RuleForm::show(const ContactRule &rule)
{
    m_rule = rule;
    clear();
    switch (rule.kind) {
    case ContactRule::Kind::Hours: buildHours(); break;
    case ContactRule::Kind::Cap: buildCap(); break;
    case ContactRule::Kind::Stop: buildWords(); break;
    case ContactRule::Kind::Relation: buildRelation(); break;
    case ContactRule::Kind::Notice: break; // it only says that it holds
    }
    buildSource();
    m_fields->show(); // at once: what is looked at next may be a field of it
}

void RuleForm::tell()
{
    m_reasonError->setError({});
    const auto check = [](QLineEdit *edit, FieldError *error) {
        const QString text = edit->text().trimmed();
        error->setError(text.isEmpty() || QDate::fromString(text, Qt::ISODate).isValid() ? QString() : tr("A day is written like 2026-11-24."));
    };
    check(m_effective, m_effectiveError);
    check(m_checked, m_checkedError);
    if (m_askedDays)
        m_mostError->setError(m_askedDays->text().toInt() > 0 && m_boughtDays->text().toInt() > 0 ? QString() : tr("Both are numbers from 1 on."));
    else if (m_mostError)
        m_mostError->setError(m_most->text().toInt() > 0 && m_inHours->text().toInt() > 0 ? QString() : tr("Both are numbers from 1 on."));
    Q_EMIT changed();
}

QLineEdit *RuleForm::line(const char *name, const QString &text)
{
    auto *edit = new QLineEdit(text);
    edit->setObjectName(QStringLiteral("rule.") + QLatin1String(name));
    edit->setCursorPosition(0);
    connect(edit, &QLineEdit::textEdited, this, &RuleForm::tell);
    return edit;
}

void RuleForm::addField(const QString &caption, QWidget *field, FieldError **error, QWidget *shown)
{
    const int row = m_grid->rowCount();
    auto *label = new TextLabel(caption, Type::Label, Ink::Muted);
    label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(caption);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(shown ? shown : field, row, 1);
    if (error) {
        *error = new FieldError(field);
        m_grid->addWidget(*error, row + 1, 1);
    }
}

void RuleForm::buildHours()
{
    for (const auto &[first, last] : dayGroups(m_rule.hours)) {
        const WeekHours::Day day = m_rule.hours.days[size_t(first)];
        const QString name = dayNames(first, last);
        auto *holder = new QWidget;
        QHBoxLayout *row = rowIn(holder);
        DayRow made{first, last, new QCheckBox(tr("from")), new QTimeEdit, new QTimeEdit};
        const bool open = day.from < day.until;
        made.open->setChecked(open);
        made.open->setAccessibleName(tr("%1, calls and texts allowed").arg(name));
        made.open->setObjectName(QStringLiteral("rule.open%1").arg(first));
        made.from->setTime(timeOf(open ? day.from : 9 * 60));
        made.until->setTime(timeOf(open ? day.until : 20 * 60));
        made.from->setObjectName(QStringLiteral("rule.from%1").arg(first));
        made.until->setObjectName(QStringLiteral("rule.until%1").arg(first));
        made.from->setAccessibleName(tr("%1, from").arg(name));
        made.until->setAccessibleName(tr("%1, until").arg(name));
        for (QTimeEdit *edit : {made.from, made.until}) {
            edit->setDisplayFormat(QStringLiteral("h:mm ap"));
            edit->setEnabled(open);
            connect(edit, &QTimeEdit::timeChanged, this, &RuleForm::tell);
            connect(made.open, &QCheckBox::toggled, edit, &QWidget::setEnabled);
        }
        connect(made.open, &QCheckBox::toggled, this, &RuleForm::tell);
        row->addWidget(made.open);
        row->addWidget(made.from);
        row->addWidget(new TextLabel(tr("until"), Type::Body));
        row->addWidget(made.until);
        row->addStretch();
        m_days << made;
        addField(name, made.open, nullptr, holder);
    }
    m_holidays = new QCheckBox(tr("on these days also when it is a federal holiday"));
    m_holidays->setObjectName(QStringLiteral("rule.holidays"));
    m_holidays->setChecked(m_rule.hours.onHolidays);
    connect(m_holidays, &QCheckBox::toggled, this, &RuleForm::tell);
    addField(tr("Holidays"), m_holidays);
}

void RuleForm::buildCap()
{
    auto *holder = new QWidget;
    QHBoxLayout *row = rowIn(holder);
    m_most = line("most", QString::number(m_rule.most));
    m_inHours = line("hours", QString::number(m_rule.inHours));
    m_inHours->setAccessibleName(tr("In how many hours"));
    m_most->setMaximumWidth(scaled(56));
    m_inHours->setMaximumWidth(scaled(64));
    row->addWidget(m_most);
    row->addWidget(new TextLabel(tr("touches in"), Type::Body));
    row->addWidget(m_inHours);
    row->addWidget(new TextLabel(tr("hours"), Type::Body));
    row->addStretch();
    addField(tr("At most"), m_most, &m_mostError, holder);
    buildMedia(tr("Counted"));
}

void RuleForm::buildMedia(const QString &caption)
{
    auto *media = new QWidget;
    auto *grid = new QGridLayout(media);
    grid->setContentsMargins(0, 0, 0, 0);
    for (const Medium medium : AllMedia) {
        auto *box = new QCheckBox(terms::medium(medium));
        box->setObjectName(QStringLiteral("rule.medium.") + toText(medium));
        box->setChecked(m_rule.media.contains(medium));
        connect(box, &QCheckBox::toggled, this, &RuleForm::tell);
        grid->addWidget(box, int(m_media.size()) / 3, int(m_media.size()) % 3);
        m_media << box;
    }
    addField(caption, m_media.first(), nullptr, media);
}

void RuleForm::buildRelation()
{
    auto *holder = new QWidget;
    QHBoxLayout *row = rowIn(holder);
    m_askedDays = line("asked", QString::number(m_rule.askedDays));
    m_boughtDays = line("bought", QString::number(m_rule.boughtDays));
    m_boughtDays->setAccessibleName(tr("Days after they bought"));
    m_askedDays->setMaximumWidth(scaled(56));
    m_boughtDays->setMaximumWidth(scaled(64));
    row->addWidget(m_askedDays);
    row->addWidget(new TextLabel(tr("days after they asked,"), Type::Body));
    row->addWidget(m_boughtDays);
    row->addWidget(new TextLabel(tr("after they bought"), Type::Body));
    row->addStretch();
    addField(tr("Until"), m_askedDays, &m_mostError, holder);
    m_blocks = new QCheckBox(tr("blocked, unless they agreed to be contacted"));
    m_blocks->setObjectName(QStringLiteral("rule.blocks"));
    m_blocks->setChecked(m_rule.blocks);
    connect(m_blocks, &QCheckBox::toggled, this, &RuleForm::tell);
    addField(tr("After that"), m_blocks);
    buildMedia(tr("By"));
}

void RuleForm::buildWords()
{
    m_words = line("words", m_rule.words.join(QStringLiteral(", ")));
    addField(tr("The whole message"), m_words);
    QStringList phrases;
    for (const auto &phrase : m_rule.phrases)
        phrases << phrase.first;
    auto *in = new TextLabel(phrases.join(QStringLiteral(", ")), Type::Body);
    in->setWordWrap(true);
    addField(tr("Somewhere in it"), in);
}

void RuleForm::buildSource()
{
    m_source = line("source", m_rule.source);
    addField(tr("Source"), m_source);
    m_effective = line("effective", dateText(m_rule.effective));
    m_effective->setPlaceholderText(tr("long ago"));
    addField(tr("In force since, or from"), m_effective, &m_effectiveError);
    m_checked = line("checked", dateText(m_rule.checkedOn));
    m_checked->setPlaceholderText(tr("never"));
    addField(tr("Compared with it on"), m_checked, &m_checkedError);
    if (!m_rule.note.isEmpty()) {
        auto *note = new TextLabel(m_rule.note, Type::Body);
        note->setWordWrap(true);
        addField(tr("Note"), note);
    }
    m_grid->setRowMinimumHeight(m_grid->rowCount(), scaled(8));
    m_reason = line("reason", {});
    m_reason->setPlaceholderText(tr("Kept with the change"));
    addField(tr("Why it is changed"), m_reason, &m_reasonError);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

ContactRule RuleForm::rule() const
{
    ContactRule rule = m_rule;
    for (const DayRow &row : m_days)
        for (int day = row.first; day <= row.last; ++day)
            rule.hours.days[size_t(day)] = row.open->isChecked() ? WeekHours::Day{minutesOf(row.from->time()), minutesOf(row.until->time())}
                                                                 : WeekHours::Day{0, 0};
    if (m_holidays)
        rule.hours.onHolidays = m_holidays->isChecked();
    if (m_most) {
        rule.most = m_most->text().toInt();
        rule.inHours = m_inHours->text().toInt();
    }
    if (m_askedDays) {
        rule.askedDays = m_askedDays->text().toInt();
        rule.boughtDays = m_boughtDays->text().toInt();
        rule.blocks = m_blocks->isChecked();
    }
    if (!m_media.isEmpty())
        rule.media.clear();
    for (const QCheckBox *box : m_media)
        if (box->isChecked())
            rule.media << AllMedia[size_t(m_media.indexOf(box))];
    if (m_words) {
        rule.words.clear();
        for (const QString &word : m_words->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
            if (const QString plain = rule_text::plainWords(word); !plain.isEmpty())
                rule.words << plain;
    }
    rule.source = m_source->text().trimmed();
    rule.effective = QDate::fromString(m_effective->text().trimmed(), Qt::ISODate);
    rule.checkedOn = QDate::fromString(m_checked->text().trimmed(), Qt::ISODate);
    return rule;
}

QString RuleForm::reason() const
{
    return m_reason ? m_reason->text().trimmed() : QString();
}

bool RuleForm::isReadable() const
{
    return !m_effectiveError->hasError() && !m_checkedError->hasError() && !(m_mostError && m_mostError->hasError());
}

void RuleForm::setReasonFault(const QString &sentence)
{
    m_reasonError->setError(sentence);
    if (!sentence.isEmpty())
        m_reason->setFocus(Qt::OtherFocusReason);
}

void RuleForm::focusFirst()
{
    QWidget *first = m_source;
    if (!m_days.isEmpty())
        first = m_days.first().open;
    for (QLineEdit *edit : {m_most, m_words, m_askedDays})
        if (edit)
            first = edit;
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace beback::ui
