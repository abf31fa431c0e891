#include "ui/plans/switch_on_pane.h"

#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace beback::ui {

SwitchOnPane::SwitchOnPane(QWidget *host, const QString &plan, const QString &whatWillHappen)
    : Pane(host, tr("Switch on “%1”").arg(plan), tr("Switch on"))
{
    auto *text = new TextLabel(whatWillHappen, Type::Body);
    text->setObjectName(QStringLiteral("plans.will"));
    text->setWordWrap(true);
    body()->addWidget(text);
}

DropDraftPane::DropDraftPane(QWidget *host, const QString &plan, bool wasNeverOn)
    : Pane(host, tr("Drop the draft of “%1”").arg(plan), tr("Drop draft"))
{
    setSentence(wasNeverOn ? tr("The copy and everything that was changed in it are gone. No lead stands on it.")
                           : tr("Everything that was changed is gone. The version that is switched on stays as it is."));
    setSafe(tr("Keep it"));
    setDanger(true);
}

} // namespace beback::ui
