#pragma once

#include "ui/widgets/card.h"

#include "core/desk/desk_types.h"

class QLineEdit;
class QStackedWidget;

namespace beback::ui {

class ElidedLabel;
class LinkButton;
class TextLabel;

// Why this lead now, and what is wanted of the touch. The wanted result can be changed by the person who makes it.
class StepCard : public Card
{
    Q_OBJECT
public:
    explicit StepCard(QWidget *parent = nullptr);

    void show(const LeadView &view);
    void setWanted(const QString &wanted);
    QString wanted() const { return m_wanted; }
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void wantedChanged(const QString &wanted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void beginChange();
    void endChange(bool take);

    QString m_wanted;
    ElidedLabel *m_plan;
    TextLabel *m_why, *m_result;
    LinkButton *m_change;
    QLineEdit *m_edit;
    QStackedWidget *m_stack;
};

} // namespace beback::ui
