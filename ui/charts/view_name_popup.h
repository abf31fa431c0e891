#pragma once

#include <QFrame>
#include <QStringList>

class QLineEdit;

namespace beback::ui {

class FieldError;
class KeyButton;

// Asks under which name a view is to be saved. A name that is there already turns its button into one that replaces that view.
class ViewNamePopup : public QFrame
{
    Q_OBJECT
public:
    explicit ViewNamePopup(QWidget *parent = nullptr);

    void open(QWidget *below, const QString &suggested, const QStringList &taken);

Q_SIGNALS:
    void named(const QString &name, bool over); // `over`: in the place of the one of that name

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void look();
    void take();

    QStringList m_taken;
    QLineEdit *m_name;
    FieldError *m_error;
    KeyButton *m_save;
};

} // namespace beback::ui
