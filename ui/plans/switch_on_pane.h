#pragma once

#include "ui/shell/pane.h"

namespace beback::ui {

// Asks once more before a plan changes what is done, and says in whole sentences what that will be.
class SwitchOnPane : public Pane
{
    Q_OBJECT
public:
    SwitchOnPane(QWidget *host, const QString &plan, const QString &whatWillHappen);
};

// The same before a draft is thrown away.
class DropDraftPane : public Pane
{
    Q_OBJECT
public:
    DropDraftPane(QWidget *host, const QString &plan, bool wasNeverOn);
};

} // namespace beback::ui
