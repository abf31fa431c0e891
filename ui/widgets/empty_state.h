#pragma once

#include <QVector>
#include <QWidget>

class QGridLayout;
class QHBoxLayout;

namespace beback::ui {

class KeyButton;
class TextLabel;

// What is so, why by number, what to do now.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        QString icon, text;
        QString count;  // "96"; empty: none
        QString detail; // "first: 8:00 am Eastern, Robert Tran"
        QString link;   // a link in the detail's place; answers with linkActivated(row)
    };
    explicit EmptyState(QWidget *parent = nullptr);

    void setText(const QString &heading, const QString &sentence);
    void setRows(const QVector<Row> &rows);
    // Makes the next button of the row below; the first is usually primary.
    KeyButton *addButton(const QString &icon, const QString &text, const QString &key = {});
    void clearButtons();
    void setRemark(const QString &text); // at the right of the buttons: "The list fills by itself."

Q_SIGNALS:
    void linkActivated(int row);

private:
    void addRow(int index, const Row &row);
    TextLabel *m_heading, *m_sentence, *m_remark;
    QWidget *m_rows;
    QGridLayout *m_grid;
    QWidget *m_bar;
    QHBoxLayout *m_buttons;
};

} // namespace beback::ui
