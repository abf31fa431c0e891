#pragma once

#include "core/desk/desk_types.h"
#include "ui/shell/page.h"
#include "ui/shell/seams.h"

class QLineEdit;
class QComboBox;
class QStackedWidget;

namespace beback::ui {

class Banner;
class FieldError;
class KeyButton;
class OptionCard;

// No store yet: where do the leads live? Made-up customers, an empty store, or a file that is there already.
class FirstRun : public Page
{
    Q_OBJECT
public:
    explicit FirstRun(Seams seams, QWidget *parent = nullptr);

    void setBusy(const QString &what); // empty: waiting for a choice
    void showProblem(const QString &heading, const QString &sentence);
    void showEmptyForm();
    static constexpr int DemoCustomers = 200;

Q_SIGNALS:
    void demoAsked(int customers);
    void emptyAsked(const beback::RooftopFacts &rooftop, const beback::Agent &first);
    void fileAsked(const QString &path);
    void quitAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildChoices();
    QWidget *buildForm();
    void showChoices();
    void start();
    void takeForm();

    Seams m_seams;
    QStackedWidget *m_stack;
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

} // namespace beback::ui
