#include "ui/shell/join_form.h"

#include "ui/widgets/field_error.h"
#include "ui/widgets/link_button.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QUrlQuery>

namespace beback::ui {

namespace {

const QString StandardDatabase = QStringLiteral("beback");
const QString TlsKey = QStringLiteral("sslmode"), Unchecked = QStringLiteral("require");

} // namespace

QUrl JoinEntry::url() const
{
    const QUrl address(QStringLiteral("postgresql://") + server.trimmed(), QUrl::StrictMode);
    if (address.host().isEmpty() || !address.userInfo().isEmpty() || address.path().size() > 1 || address.hasQuery())
        return {};
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setHost(address.host());
    url.setPort(address.port());
    url.setUserName(login.trimmed(), QUrl::DecodedMode);
    url.setPath(QLatin1Char('/') + database.trimmed(), QUrl::DecodedMode);
    if (unverified)
        url.setQuery(TlsKey + QLatin1Char('=') + Unchecked);
    return url;
}

JoinEntry JoinEntry::of(const QUrl &url)
{
    JoinEntry entry;
    const QString host = url.host().contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(url.host()) : url.host();
    entry.server = url.port() > 0 ? QStringLiteral("%1:%2").arg(host).arg(url.port()) : host;
    entry.database = url.path(QUrl::FullyDecoded).mid(1);
    entry.login = url.userName(QUrl::FullyDecoded);
    entry.unverified = QUrlQuery(url).queryItemValue(TlsKey) == Unchecked;
    return entry;
}

QString withPassword(const QUrl &url, const QString &password)
{
    QUrl whole = url;
    if (!password.isEmpty())
        whole.setPassword(password, QUrl::DecodedMode);
    return whole.toString(QUrl::FullyEncoded);
}

JoinForm::JoinForm(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(10);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_server = addField(grid, 0, 0, tr("Server"), tr("Like bdc.example.com or bdc.example.com:5433."), QStringLiteral("join.server"));
    m_database = addField(grid, 0, 1, tr("Database"), tr("Most stores call it beback."), QStringLiteral("join.database"));
    m_login = addField(grid, 1, 0, tr("Your login"), tr("The name a manager gave you, like tanya."), QStringLiteral("join.login"));
    m_password = addField(grid, 1, 1, tr("Your password"), tr("Kept in this computer’s keyring, nowhere else."), QStringLiteral("join.password"));
    m_password.edit->setEchoMode(QLineEdit::Password);
    m_database.edit->setText(StandardDatabase);
    connect(m_server.edit, &QLineEdit::editingFinished, this, &JoinForm::spreadAddress);
    column->addLayout(grid);
    column->addWidget(buildCertificate());
    column->addStretch(1);
}

JoinForm::Field JoinForm::addField(QGridLayout *grid, int row, int column, const QString &caption, const QString &hint, const QString &name)
{
    Field field{new QLineEdit, new TextLabel(hint, Type::Label, Ink::Muted), nullptr};
    field.edit->setObjectName(name);
    field.edit->setAccessibleName(caption);
    field.edit->setAccessibleDescription(hint);
    field.error = new FieldError(field.edit);
    field.hint->setWordWrap(true);
    auto *label = new TextLabel(caption, Type::Label, Ink::Muted);
    label->setBuddy(field.edit);
    auto *box = new QVBoxLayout;
    box->setSpacing(2);
    box->addWidget(label);
    box->addWidget(field.edit);
    box->addWidget(field.hint);
    box->addWidget(field.error);
    box->addStretch(1);
    grid->addLayout(box, row, column);
    connect(field.edit, &QLineEdit::textEdited, this, [this, field] { setWrong(field, {}); });
    return field;
}

// Rarely needed and never lightly: out of the way until somebody asks for it.
QWidget *JoinForm::buildCertificate()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_certificate = new LinkButton(tr("The server’s certificate is not known here"));
    m_certificate->setObjectName(QStringLiteral("join.certificate"));
    m_choice = new QWidget;
    auto *choice = new QVBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(2);
    m_unverified = new QCheckBox(tr("Connect without checking it (sslmode=require)"));
    m_unverified->setObjectName(QStringLiteral("join.unverified"));
    auto *warning = new TextLabel(tr("Somebody in between could read along and pass for the server. Better: ask an administrator for the "
                                     "authority’s file. While it is not checked, the strip at the bottom says so."),
                                  Type::Label, Ink::Warning);
    warning->setWordWrap(true);
    warning->setContentsMargins(scaled(24), 0, 0, 0);
    m_unverified->setAccessibleDescription(warning->text());
    choice->addWidget(m_unverified);
    choice->addWidget(warning);
    m_unverified->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_choice->hide();
    column->addWidget(m_certificate);
    column->addWidget(m_choice);
    connect(m_certificate, &LinkButton::clicked, this, [this] {
        showCertificate(m_choice->isHidden());
        if (!m_choice->isHidden())
            m_unverified->setFocus(Qt::OtherFocusReason);
    });
    return box;
}

// Closed, nothing weaker is hidden behind it.
void JoinForm::showCertificate(bool open)
{
    m_choice->setVisible(open);
    if (!open)
        m_unverified->setChecked(false);
}

// An address from an administrator's mail may be pasted whole.
void JoinForm::spreadAddress()
{
    const QString text = m_server.edit->text().trimmed();
    if (!text.contains(QLatin1String("://")))
        return;
    const QUrl url(text);
    JoinEntry pasted = JoinEntry::of(url);
    if (pasted.server.isEmpty())
        return;
    if (pasted.database.isEmpty())
        pasted.database = m_database.edit->text();
    if (pasted.login.isEmpty())
        pasted.login = m_login.edit->text();
    fill(pasted);
    if (!url.password().isEmpty())
        m_password.edit->setText(url.password(QUrl::FullyDecoded));
}

void JoinForm::fill(const JoinEntry &entry)
{
    m_server.edit->setText(entry.server);
    m_database.edit->setText(entry.database);
    m_login.edit->setText(entry.login);
    m_password.edit->clear();
    showCertificate(entry.unverified);
    m_unverified->setChecked(entry.unverified);
    for (const Field &field : {m_server, m_database, m_login, m_password})
        setWrong(field, {});
}

JoinEntry JoinForm::entry() const
{
    return {m_server.edit->text(), m_database.edit->text(), m_login.edit->text(), m_unverified->isChecked()};
}

QString JoinForm::password() const
{
    return m_password.edit->text();
}

void JoinForm::forgetPassword()
{
    m_password.edit->clear();
}

void JoinForm::setWrong(const Field &field, const QString &sentence)
{
    field.hint->setVisible(sentence.isEmpty());
    field.error->setError(sentence);
    if (sentence.isEmpty())
        field.edit->setAccessibleDescription(field.hint->text());
}

bool JoinForm::check()
{
    spreadAddress();
    const bool served = entry().url().isValid();
    const auto missing = [](const QLineEdit *edit) { return edit->text().trimmed().isEmpty(); };
    setWrong(m_server, served                   ? QString()
                       : missing(m_server.edit) ? tr("Enter the name of the computer the database is on.")
                                                : tr("This is no name of a computer. Write it like bdc.example.com:5432."));
    setWrong(m_database, missing(m_database.edit) ? tr("Enter the name of the database.") : QString());
    setWrong(m_login, missing(m_login.edit) ? tr("Enter the login a manager gave you.") : QString());
    setWrong(m_password, m_password.edit->text().isEmpty() ? tr("Enter your password.") : QString());
    for (const Field &field : {m_server, m_database, m_login, m_password})
        if (field.error->hasError()) {
            field.edit->setFocus(Qt::OtherFocusReason);
            return false;
        }
    return true;
}

void JoinForm::focusOn(JoinField field)
{
    QLineEdit *edit = m_server.edit;
    switch (field) {
    case JoinField::Server: break;
    case JoinField::Database: edit = m_database.edit; break;
    case JoinField::Login: edit = m_login.edit; break;
    case JoinField::Password: edit = m_password.edit; break;
    case JoinField::Certificate:
        showCertificate(true);
        return m_unverified->setFocus(Qt::OtherFocusReason);
    case JoinField::None:
        for (const Field &one : {m_password, m_login, m_database, m_server})
            if (one.edit->text().isEmpty())
                edit = one.edit;
        break;
    }
    edit->setFocus(Qt::OtherFocusReason);
    edit->selectAll();
}

} // namespace beback::ui
