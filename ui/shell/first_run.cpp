#include "ui/shell/first_run.h"

#include "core/time/zones.h"
#include "ui/shell/join_form.h"
#include "ui/shell/option_card.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTimeZone>

namespace beback::ui {

namespace {

enum Part { Choices, StoreForm, Joining }; // of the stack

QVBoxLayout *field(QGridLayout *grid, int row, int column, const QString &caption, QWidget *edit)
{
    auto *box = new QVBoxLayout;
    box->setSpacing(2);
    auto *label = new TextLabel(caption, Type::Label, Ink::Muted);
    label->setBuddy(edit);
    edit->setAccessibleName(caption);
    box->addWidget(label);
    box->addWidget(edit);
    grid->addLayout(box, row, column);
    return box;
}

} // namespace

QString joinHeading(JoinField field)
{
    switch (field) {
    case JoinField::Server: return FirstRun::tr("The server cannot be reached");
    case JoinField::Database: return FirstRun::tr("That database is not there");
    case JoinField::Login: return FirstRun::tr("The database does not let you in");
    case JoinField::Password: return FirstRun::tr("Login and password do not fit");
    case JoinField::Certificate: return FirstRun::tr("The server cannot be told from another");
    case JoinField::None: break;
    }
    return FirstRun::tr("You have not joined yet");
}

QString loginFor(const QString &name)
{
    QString login;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.isLetterOrNumber() && c.unicode() < 128)
            login += c;
        else if (c.isSpace() && !login.isEmpty() && !login.endsWith(QLatin1Char('.')))
            login += QLatin1Char('.');
    }
    while (login.endsWith(QLatin1Char('.')))
        login.chop(1);
    return login.isEmpty() ? QStringLiteral("first") : login;
}

FirstRun::FirstRun(Seams seams, QWidget *parent) : Page(parent), m_seams(std::move(seams))
{
    m_problem = new Banner(Tone::Danger);
    m_problem->hide();
    body()->addWidget(m_problem);
    m_stack = new QStackedWidget;
    m_stack->addWidget(buildChoices());
    m_stack->addWidget(buildForm());
    m_joinForm = new JoinForm;
    m_stack->addWidget(m_joinForm);
    body()->addWidget(m_stack);
    m_busy = new TextLabel(Type::Body, Ink::Muted);
    m_quit = new KeyButton({}, tr("Quit"), {});
    m_start = new KeyButton({}, tr("Start"), tr("Enter"));
    m_start->setLook(ButtonLook::Primary);
    m_start->setObjectName(QStringLiteral("first.start"));
    m_quit->setObjectName(QStringLiteral("first.quit"));
    m_quit->setTall(true);
    m_start->setTall(true);
    buttons()->addWidget(m_busy);
    buttons()->addStretch();
    buttons()->addWidget(m_quit);
    buttons()->addWidget(m_start);
    connect(m_quit, &KeyButton::clicked, this, [this] {
        if (m_stack->currentIndex() == Choices)
            Q_EMIT quitAsked();
        else
            back();
    });
    connect(m_start, &KeyButton::clicked, this, &FirstRun::start);
    showChoices();
}

void FirstRun::showChoices()
{
    setBusy({});
    m_problem->hide();
    m_stack->setCurrentIndex(Choices);
    m_quit->setText(tr("Quit"));
    m_start->setText(tr("Start"));
    setText(tr("Where do your leads live?"), tr("You can change this later; nothing is lost by it."));
}

QWidget *FirstRun::buildChoices()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_demo = new OptionCard(QStringLiteral("media-playback-start"), tr("Try it with %1 made-up customers").arg(DemoCustomers),
                            tr("Months of history, no real person in it. Erase it any time."));
    m_empty = new OptionCard(QStringLiteral("computer-laptop"), tr("Start on this computer"),
                             tr("One desk, nothing to install. Others can join later."));
    m_join = new OptionCard(QStringLiteral("system-users"), tr("Join the store’s database"), tr("You need its address, your name and your password."));
    m_file = new OptionCard(QStringLiteral("document-open"), tr("Open a Beback file"), tr("From a backup or another computer."));
    m_file->setDashed(true);
    m_demo->setObjectName(QStringLiteral("first.demo"));
    m_empty->setObjectName(QStringLiteral("first.empty"));
    m_join->setObjectName(QStringLiteral("first.join"));
    m_file->setObjectName(QStringLiteral("first.file"));
    for (OptionCard *card : {m_demo, m_empty, m_join, m_file})
        column->addWidget(card);
    m_demo->setChecked(true);
    column->addStretch();
    return box;
}

QWidget *FirstRun::buildForm()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    m_store = new QLineEdit;
    m_store->setObjectName(QStringLiteral("first.store"));
    QVBoxLayout *storeBox = field(grid, 0, 0, tr("Name of the store"), m_store);
    m_storeError = new FieldError(m_store);
    storeBox->addWidget(m_storeError);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("first.name"));
    QVBoxLayout *nameBox = field(grid, 0, 1, tr("Your name"), m_name);
    m_nameError = new FieldError(m_name);
    nameBox->addWidget(m_nameError);
    m_city = new QLineEdit;
    m_city->setObjectName(QStringLiteral("first.city"));
    field(grid, 1, 0, tr("City"), m_city);
    m_region = new QLineEdit;
    m_region->setMaxLength(2);
    m_region->setObjectName(QStringLiteral("first.region"));
    field(grid, 1, 1, tr("State, two letters"), m_region);
    m_zone = new QComboBox;
    m_zone->setObjectName(QStringLiteral("first.zone"));
    const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    QStringList names = zones::unknownSet() + QStringList{QStringLiteral("America/Anchorage"), QStringLiteral("Pacific/Honolulu"),
                                                          QStringLiteral("America/Puerto_Rico")};
    if (zones::isKnown(here) && !names.contains(here) && here.contains(QLatin1Char('/')) && !here.startsWith(QLatin1String("Etc")))
        names.prepend(here);
    for (const QString &name : names)
        if (m_zone->findData(name) < 0)
            m_zone->addItem(tr("%1 (%2)").arg(zones::displayName(name), QString(name).replace(QLatin1Char('_'), QLatin1Char(' '))), name);
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(here)));
    field(grid, 2, 0, tr("Time zone of the store"), m_zone);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(3, 1);
    return box;
}

void FirstRun::showEmptyForm()
{
    m_stack->setCurrentIndex(StoreForm);
    setText(tr("Your store, and you"), tr("Both sign every message. More people join with: beback user add."));
    m_quit->setText(tr("Back"));
    m_store->setFocus(Qt::OtherFocusReason);
}

void FirstRun::start()
{
    m_problem->hide();
    if (m_stack->currentIndex() == StoreForm)
        return takeForm();
    if (m_stack->currentIndex() == Joining)
        return takeJoin();
    if (m_demo->isChecked()) {
        setBusy(tr("Making %1 customers and their history.").arg(DemoCustomers));
        Q_EMIT demoAsked(DemoCustomers);
    } else if (m_empty->isChecked()) {
        showEmptyForm();
    } else if (m_join->isChecked()) {
        showJoinForm({});
    } else if (m_file->isChecked()) {
        m_seams.chooser->files(this, tr("Open a Beback file"), tr("Beback files (*.beback *.sqlite *.db);;All files (*)"),
                               [this](const QStringList &paths) {
                                   setBusy(tr("Opening the file."));
                                   Q_EMIT fileAsked(paths.first());
                               });
    }
}

void FirstRun::takeForm()
{
    const QString store = m_store->text().simplified(), name = m_name->text().simplified();
    m_storeError->setError(store.isEmpty() ? tr("Enter the name customers know.") : QString());
    m_nameError->setError(name.isEmpty() ? tr("Enter the name that signs the touches.") : QString());
    if (store.isEmpty() || name.isEmpty())
        return (store.isEmpty() ? m_store : m_name)->setFocus(Qt::OtherFocusReason);
    RooftopFacts rooftop;
    rooftop.name = store;
    rooftop.city = m_city->text().simplified();
    rooftop.region = m_region->text().trimmed().toUpper();
    rooftop.zone = m_zone->currentData().toString();
    setBusy(tr("Making the file."));
    Q_EMIT emptyAsked(rooftop, Agent{loginFor(name), name, QStringLiteral("manager")});
}

void FirstRun::showJoinForm(const JoinEntry &entry)
{
    setBusy({});
    m_problem->hide();
    m_stack->setCurrentIndex(Joining);
    setText(tr("Join the store’s database"), tr("Whoever looks after it there gives you a login. When the network is away, you work on from this computer."));
    m_quit->setText(tr("Back"));
    m_start->setText(tr("Join"));
    if (!entry.server.isEmpty() || !entry.login.isEmpty())
        m_joinForm->fill(entry);
    m_joinForm->forgetPassword();
    m_joinForm->focusOn(JoinField::None);
}

void FirstRun::takeJoin()
{
    if (!m_joinForm->check())
        return;
    const QString password = m_joinForm->password();
    setBusy(tr("Joining."));
    Q_EMIT joinAsked(m_joinForm->entry().url(), password);
}

void FirstRun::showJoinProblem(const Error &error)
{
    const JoinField field = joinFieldOf(error);
    showProblem(joinHeading(field), error.message);
    m_joinForm->focusOn(field);
}

bool FirstRun::isJoining() const
{
    return m_stack->currentIndex() == Joining && !m_stack->isEnabled();
}

void FirstRun::back()
{
    m_joinForm->forgetPassword();
    showChoices();
    for (OptionCard *card : {m_demo, m_empty, m_join, m_file})
        if (card->isChecked())
            card->setFocus(Qt::OtherFocusReason);
}

void FirstRun::setBusy(const QString &what)
{
    m_busy->setText(what);
    if (!what.isEmpty())
        m_problem->hide(); // tried again: what was said before is over
    m_start->setEnabled(what.isEmpty());
    m_stack->setEnabled(what.isEmpty());
}

void FirstRun::showProblem(const QString &heading, const QString &sentence)
{
    setBusy({});
    m_problem->setText(heading, sentence);
    m_problem->show();
}

void FirstRun::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_start->isEnabled())
        start();
    else
        Page::keyPressEvent(event);
}

void FirstRun::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stack->currentIndex() == Choices)
        m_demo->setFocus(Qt::OtherFocusReason);
}

} // namespace beback::ui
