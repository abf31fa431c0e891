#pragma once

#include "ui/shell/page.h"

namespace beback::ui {

class KeyButton;

// This computer was taken out of its shared database: who did, why, and what became of what it had.
class TakenOutPage : public Page
{
    Q_OBJECT
public:
    explicit TakenOutPage(QWidget *parent = nullptr);
    void show(const QString &sentence); // the core's

Q_SIGNALS:
    void joinAsked();
    void closeAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    KeyButton *m_close;
};

} // namespace beback::ui
