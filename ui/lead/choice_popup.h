#pragma once

#include <QFrame>
#include <QStringList>

class QVBoxLayout;

namespace beback::ui {

class KeyButton;
class TextLabel;

// A question with a few answers, each by its digit: 1 to 9, the last one by 0 where there are ten.
class ChoicePopup : public QFrame
{
    Q_OBJECT
public:
    explicit ChoicePopup(QWidget *parent = nullptr);

    void open(QWidget *above, const QString &question, const QStringList &answers, int current = -1);

Q_SIGNALS:
    void chosen(int index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void take(int index);

    TextLabel *m_head;
    QVBoxLayout *m_list;
    QVector<KeyButton *> m_answers;
};

// Where a popup stands: above that widget, inside its screen.
void placeAbove(QWidget *popup, QWidget *widget);

} // namespace beback::ui
