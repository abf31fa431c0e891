#pragma once

#include "core/history/customer_state.h"

#include <QWidget>

class QVBoxLayout;

namespace beback::ui {

class TextLabel;

// What the customer wrote when they asked, what it says about consent (shown, never acted on), what was mended on the
// way in, what else they want, and what was arranged.
class CustomerWords : public QWidget
{
    Q_OBJECT
public:
    explicit CustomerWords(QWidget *parent = nullptr);
    void show(const LeadState *lead, const QString &zone, Instant now); // null: nothing; times in that zone
    bool isEmpty() const { return m_empty; }

private:
    void add(const QString &icon, const QString &head, const QString &text, bool quoted = false);

    bool m_empty = true;
    QVBoxLayout *m_column;
    QWidget *m_body = nullptr;
};

} // namespace beback::ui
