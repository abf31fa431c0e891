#pragma once

#include "core/desk/desk_types.h"
#include "core/desk/join_field.h"
#include "ui/shell/page.h"
#include "ui/shell/seams.h"

class QLineEdit;
class QComboBox;
class QStackedWidget;

namespace beback::ui {

class Banner;
class FieldError;
class JoinForm;
class KeyButton;
class OptionCard;
struct JoinEntry;

// No store yet: where do the leads live? Made-up customers, an empty store, the store's shared database, or a file that is
// there already.
class FirstRun : public Page
{
    Q_OBJECT
public:
    explicit FirstRun(Seams seams, QWidget *parent = nullptr);

    void setBusy(const QString &what); // empty: waiting for a choice
    void showProblem(const QString &heading, const QString &sentence);
    void showChoices();
    void showEmptyForm();
    void showJoinForm(const JoinEntry &entry);
    void showJoinProblem(const Error &error); // over the form, the focus where it is to be mended
    bool isJoining() const;                   // asked, and nobody went back
    static constexpr int DemoCustomers = 200;

Q_SIGNALS:
    void demoAsked(int customers);
    void emptyAsked(const beback::RooftopFacts &rooftop, const beback::Agent &first);
    void fileAsked(const QString &path);
    void joinAsked(const QUrl &url, const QString &password); // the address is without it
    void quitAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildChoices();
    QWidget *buildForm();
    void start();
    void takeForm();
    void takeJoin();
    void back();

    Seams m_seams;
    QStackedWidget *m_stack;
    JoinForm *m_joinForm;
    Banner *m_problem;
    OptionCard *m_demo, *m_empty, *m_join, *m_file;
    QLineEdit *m_store, *m_city, *m_region, *m_name;
    QComboBox *m_zone;
    FieldError *m_storeError, *m_nameError;
    TextLabel *m_busy;
    KeyButton *m_quit, *m_start;
};

// "Priya Natarajan" -> "priya.natarajan": what a person signs in as. Pure.
QString loginFor(const QString &name);
// The heading over the core's sentence. Pure.
QString joinHeading(JoinField field);

} // namespace beback::ui
