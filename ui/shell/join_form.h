#pragma once

#include "core/desk/join_field.h"

#include <QUrl>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace beback::ui {

class FieldError;
class LinkButton;
class TextLabel;

// What somebody types to join the store's database.
struct JoinEntry {
    QString server;   // "bdc.example.com" or "bdc.example.com:5433"
    QString database;
    QString login;
    bool unverified = false; // the server's certificate is not checked; TLS all the same

    // Without a password; invalid where the server cannot be read. Where nothing is said about TLS, the core insists on a
    // certificate that is right, unless the server is this computer.
    QUrl url() const;
    static JoinEntry of(const QUrl &url);
};
QString withPassword(const QUrl &url, const QString &password); // for the desk, never for memory

// Server, database, login, password, each with a hint; what is missing or wrong is said under the field it concerns.
class JoinForm : public QWidget
{
    Q_OBJECT
public:
    explicit JoinForm(QWidget *parent = nullptr);

    void fill(const JoinEntry &entry); // only the password is missing then
    JoinEntry entry() const;
    QString password() const;
    bool check();                    // says what is missing, and moves the focus there
    void focusOn(JoinField field);   // None: the first that is empty
    void forgetPassword();

private:
    struct Field {
        QLineEdit *edit;
        TextLabel *hint;
        FieldError *error;
    };
    Field addField(QGridLayout *grid, int row, int column, const QString &caption, const QString &hint, const QString &name);
    QWidget *buildCertificate();
    void setWrong(const Field &field, const QString &sentence);
    void spreadAddress();
    void showCertificate(bool open);

    Field m_server, m_database, m_login, m_password;
    LinkButton *m_certificate;
    QWidget *m_choice;
    QCheckBox *m_unverified;
};

} // namespace beback::ui
