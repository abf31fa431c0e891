#pragma once

#include <QPointer>
#include <QWidget>

class QVBoxLayout;
class QHBoxLayout;

namespace beback::ui {

class Banner;
class Card;
class FieldError;
class KeyButton;
class TextLabel;

// A small form laid over the window: heading as a verb, fields with their own errors, a footer with the safe way left
// of the doing one. Esc leaves, Ctrl+Enter (or Enter on one line) does. Stays open until the deed is done, so that
// nothing typed is lost when it is refused. Not a window of its own, and no nested event loop.
class Pane : public QWidget
{
    Q_OBJECT
public:
    Pane(QWidget *host, const QString &heading, const QString &doing);

    void setWide(int pixels);                  // 480 to 720
    void setSentence(const QString &sentence); // under the heading
    void setSafe(const QString &text);         // instead of "Cancel"
    void setDanger(bool danger);               // the doing button ends something
    void setProblem(const QString &heading, const QString &sentence); // what the desk refused
    void setBusy(bool busy);                   // asked, not answered yet
    KeyButton *doer() const { return m_do; }
    QVBoxLayout *body() const { return m_body; }
    // A caption above a field and room for what is wrong with it below.
    FieldError *addField(const QString &caption, QWidget *field, QHBoxLayout *in = nullptr);
    QHBoxLayout *addRow(); // fields side by side

    void open();    // shows it, the focus on the first field
    void finish();  // done: closes and gives the focus back
    void accept();  // as if the doing button was pressed

Q_SIGNALS:
    void doAsked();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    QWidget *firstField() const;

    Card *m_card;
    TextLabel *m_heading, *m_sentence;
    Banner *m_problem;
    QVBoxLayout *m_body;
    KeyButton *m_safe, *m_do;
    QPointer<QWidget> m_before;
    int m_wide = 520;
};

} // namespace beback::ui
