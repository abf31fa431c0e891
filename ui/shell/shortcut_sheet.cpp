#include "ui/shell/shortcut_sheet.h"

#include "ui/shell/key_bindings.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/key_cap_label.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>

namespace beback::ui {

ShortcutSheet::ShortcutSheet(QWidget *host, const KeyBindings &keys) : Pane(host, tr("All keys"), tr("Change keys"))
{
    setObjectName(QStringLiteral("sheet"));
    setWide(720);
    setSafe(tr("Close"));
    doer()->setLook(ButtonLook::Normal);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(32);
    body()->addLayout(columns);
    QGridLayout *grid = nullptr;
    QString group;
    int row = 0;
    const auto newColumn = [&] {
        auto *box = new QVBoxLayout;
        grid = new QGridLayout;
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(3);
        grid->setColumnStretch(0, 1);
        box->addLayout(grid);
        box->addStretch();
        columns->addLayout(box, 1);
        row = 0;
    };
    const auto line = [&](const QString &text, const QString &key) {
        grid->addWidget(new TextLabel(text, Type::Label), row, 0);
        if (!key.isEmpty())
            grid->addWidget(new KeyCapLabel(key), row, 1, Qt::AlignRight);
        else
            grid->addWidget(new TextLabel(tr("none"), Type::Small, Ink::Muted), row, 1, Qt::AlignRight);
        ++row;
    };
    newColumn();
    for (const KeyEntry &entry : keyTable()) {
        if (entry.group != group) {
            if (entry.act == Act::AddLead)
                newColumn();
            auto *head = new TextLabel(entry.group, Type::Overline, Ink::Muted);
            head->setContentsMargins(0, row ? 8 : 0, 0, 2);
            grid->addWidget(head, row++, 0, 1, 2);
            group = entry.group;
        }
        if (entry.act == Act::Outcome1)
            line(tr("Outcome by its digit, from anywhere"), tr("%1 to %2").arg(keys.text(Act::Outcome1), keys.text(Act::Outcome9).right(1)));
        else if (entry.act < Act::Outcome1 || entry.act > Act::Outcome9)
            line(entry.text, keys.text(entry.act));
        if (entry.act == Act::Outcome9)
            line(tr("Outcome, while the outcome bar has the focus"), tr("1 to 9, 0 skips"));
    }
    connect(this, &Pane::doAsked, this, [this] {
        finish();
        Q_EMIT changeAsked();
    });
}

} // namespace beback::ui
