#pragma once

#include "core/words/message_check.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace beback::ui {

class KeyButton;
class TextLabel;

// What the check says of the message that is being written, the gravest first; each with what to do about it in one key.
class CheckPane : public QWidget
{
    Q_OBJECT
public:
    explicit CheckPane(QWidget *parent = nullptr);
    // `reason`: why it goes out with what a reason lifts. `key`: of the first suggestion.
    void show(const QVector<Finding> &findings, const QString &reason, const QString &key, const QString &foot);
    void focusReason();

Q_SIGNALS:
    void remedyAsked(int index); // of the findings shown
    void placeAsked(int index);  // where it is
    void reasonChanged(const QString &reason);

private:
    QWidget *card(const Finding &finding, int index, bool first, const QString &key);

    QVector<Finding> m_findings;
    QVBoxLayout *m_list;
    QWidget *m_cards = nullptr, *m_reasonRow;
    QLineEdit *m_reason;
    TextLabel *m_order, *m_foot;
    QString m_key;
};

// The word on the button: "Put it back".
QString remedyText(const Finding &finding);

} // namespace beback::ui
