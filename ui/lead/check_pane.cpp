#include "ui/lead/check_pane.h"

#include "ui/lead/side_list.h"
#include "ui/style/paint.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace beback::ui {

namespace {

using Kind = Finding::Kind;

// A block stands on its soft fill.
class FindingCard : public QFrame
{
public:
    explicit FindingCard(bool blocks) : m_blocks(blocks) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        if (m_blocks)
            p.fillRect(rect(), Theme::current().dangerSoft);
        p.fillRect(QRect(0, height() - 1, width(), 1), Theme::current().border);
    }

private:
    bool m_blocks;
};

// What nothing was found about, as one line.
QString inOrder(const QVector<Finding> &findings)
{
    const auto none = [&](std::initializer_list<Kind> kinds) {
        return std::none_of(findings.cbegin(), findings.cend(), [&](const Finding &finding) { return std::find(kinds.begin(), kinds.end(), finding.kind) != kinds.end(); });
    };
    QStringList fine;
    const auto say = [&](std::initializer_list<Kind> kinds, const char *text) {
        if (none(kinds))
            fine << QCoreApplication::translate("CheckPane", text);
    };
    say({Kind::Question, Kind::MustAsk}, QT_TRANSLATE_NOOP("CheckPane", "Asks what must be asked"));
    say({Kind::NoReason}, QT_TRANSLATE_NOOP("CheckPane", "Says why they hear from you"));
    say({Kind::Empty}, QT_TRANSLATE_NOOP("CheckPane", "No empty phrases"));
    say({Kind::Repeat}, QT_TRANSLATE_NOOP("CheckPane", "New to them"));
    say({Kind::Name}, QT_TRANSLATE_NOOP("CheckPane", "Names are right"));
    say({Kind::Hole}, QT_TRANSLATE_NOOP("CheckPane", "Nothing left to fill in"));
    say({Kind::Spelling}, QT_TRANSLATE_NOOP("CheckPane", "Spelling"));
    say({Kind::Law}, QT_TRANSLATE_NOOP("CheckPane", "What the law wants"));
    return fine.join(QStringLiteral(" \u00B7 "));
}

} // namespace

QString remedyText(const Finding &finding)
{
    switch (finding.remedy) {
    case Finding::Remedy::Insert:
        return finding.kind == Kind::MustAsk ? QCoreApplication::translate("CheckPane", "Put it back") : QCoreApplication::translate("CheckPane", "Add it");
    case Finding::Remedy::TakeOut: return QCoreApplication::translate("CheckPane", "Take it out");
    case Finding::Remedy::Replace: return QCoreApplication::translate("CheckPane", "Use “%1”").arg(finding.text);
    case Finding::Remedy::None: break;
    }
    return finding.from >= 0 ? QCoreApplication::translate("CheckPane", "Show me") : QString();
}

CheckPane::CheckPane(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("check.pane"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const SideList list = sideList();
    m_list = list.rows;
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(0);
    auto *order = new QWidget;
    auto *line = new QHBoxLayout(order);
    line->setContentsMargins(12, 12, 12, 12);
    line->setSpacing(8);
    line->addWidget(new IconLabel(QStringLiteral("dialog-ok-apply"), Ink::Success), 0, Qt::AlignTop);
    m_order = wrapped({}, Type::Label, Ink::Muted);
    line->addWidget(m_order, 1);
    m_list->insertWidget(0, order);
    column->addWidget(list.area, 1);
    m_reasonRow = new QWidget;
    auto *reason = new QVBoxLayout(m_reasonRow);
    reason->setContentsMargins(12, 8, 12, 8);
    reason->setSpacing(4);
    reason->addWidget(wrapped(tr("Send it all the same? Say why; managers see it."), Type::Label, Ink::Muted));
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("check.reason"));
    m_reason->setAccessibleName(tr("Why it goes out all the same"));
    reason->addWidget(m_reason);
    column->addWidget(m_reasonRow);
    m_foot = wrapped({}, Type::Label, Ink::Muted);
    m_foot->setContentsMargins(12, 4, 12, 10);
    column->addWidget(m_foot);
    connect(m_reason, &QLineEdit::textEdited, this, &CheckPane::reasonChanged);
}

void CheckPane::show(const QVector<Finding> &findings, const QString &reason, const QString &key, const QString &foot)
{
    const bool mayKeep = std::any_of(findings.cbegin(), findings.cend(), [](const Finding &finding) { return finding.mayOverrule; });
    m_reasonRow->setVisible(mayKeep);
    if (m_reason->text() != reason && !m_reason->hasFocus())
        m_reason->setText(reason);
    m_foot->setText(foot);
    m_foot->setVisible(!foot.isEmpty());
    if (m_cards && findings == m_findings && key == m_key)
        return;
    m_findings = findings;
    m_key = key;
    delete m_cards;
    m_cards = new QWidget;
    auto *cards = new QVBoxLayout(m_cards);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(0);
    bool first = true;
    for (qsizetype i = 0; i < findings.size(); ++i) {
        const bool remedies = findings[i].remedy != Finding::Remedy::None;
        cards->addWidget(card(findings[i], int(i), first && remedies, key));
        first = first && !remedies;
    }
    m_list->insertWidget(0, m_cards);
    m_order->setText(inOrder(findings));
}

QWidget *CheckPane::card(const Finding &finding, int index, bool first, const QString &key)
{
    const bool blocks = finding.weight == Finding::Weight::Blocks;
    auto *card = new FindingCard(blocks);
    auto *line = new QHBoxLayout(card);
    line->setContentsMargins(12, 10, 12, 11);
    line->setSpacing(8);
    line->addWidget(new IconLabel(QStringLiteral("dialog-warning"), blocks ? Ink::Danger : Ink::Warning), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(wrapped(finding.fact, Type::Strong));
    if (!finding.suggestion.isEmpty())
        column->addWidget(wrapped(finding.suggestion, Type::Label, blocks ? Ink::Text : Ink::Muted));
    if (const QString text = remedyText(finding); !text.isEmpty()) {
        auto *button = new KeyButton({}, text, first ? key : QString());
        button->setObjectName(QStringLiteral("check.remedy.%1").arg(index));
        const bool remedies = finding.remedy != Finding::Remedy::None;
        connect(button, &KeyButton::clicked, this, [this, index, remedies] {
            if (remedies)
                Q_EMIT remedyAsked(index);
            else
                Q_EMIT placeAsked(index);
        });
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    line->addLayout(column, 1);
    return card;
}

void CheckPane::focusReason()
{
    m_reason->setFocus(Qt::OtherFocusReason);
}

} // namespace beback::ui
