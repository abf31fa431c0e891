#pragma once

#include "core/base/clock.h"

#include <QFrame>

#include <optional>

class QDateTimeEdit;
class QVBoxLayout;

namespace beback::ui {

class FieldError;
class KeyButton;
class TextLabel;

// The next time for a lead: quick choices by digit, any day and time, or as the plan says. In the customer's time.
class WhenPopup : public QFrame
{
    Q_OBJECT
public:
    explicit WhenPopup(QWidget *parent = nullptr);

    void open(QWidget *above, Instant now, const QString &zone, std::optional<Instant> current);

Q_SIGNALS:
    void chosen(std::optional<beback::Instant> at);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void take(std::optional<Instant> at);
    void takeTyped();

    Instant m_now;
    QString m_zone;
    TextLabel *m_head;
    QVBoxLayout *m_list;
    QVector<KeyButton *> m_choices;
    QVector<Instant> m_times;
    QDateTimeEdit *m_other;
    FieldError *m_error;
};

} // namespace beback::ui
