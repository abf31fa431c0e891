#pragma once

#include "core/desk/desk_types.h"

#include <QWidget>

class QVBoxLayout;

namespace beback::ui {

class TextLabel;

// What the customer wrote when they asked, what it says about consent (shown, never acted on), what they wish and agree to,
// what a recorded call asks for, what was mended on the way in, what else they want, and what was arranged.
class CustomerWords : public QWidget
{
    Q_OBJECT
public:
    explicit CustomerWords(QWidget *parent = nullptr);
    void show(const LeadView &view, Instant now);
    bool isEmpty() const { return m_empty; }

private:
    void addArranged(const LeadView &view, const LeadState &lead, Instant now);
    void addAgreed(const LeadView &view, Instant now);
    void add(const QString &icon, const QString &head, const QString &text, bool quoted = false);

    bool m_empty = true;
    QVBoxLayout *m_column;
    QWidget *m_body = nullptr;
};

} // namespace beback::ui
