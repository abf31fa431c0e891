#include "ui/shell/sign_in.h"

#include "ui/shell/option_card.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/link_button.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>

namespace beback::ui {

SignIn::SignIn(QWidget *parent) : Page(parent)
{
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the people in it take the focus
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setMinimumHeight(scaled(330));
    body()->addWidget(m_scroll);
    auto *start = new KeyButton({}, tr("Start"), tr("Enter"));
    start->setLook(ButtonLook::Primary);
    start->setTall(true);
    start->setObjectName(QStringLiteral("sign.start"));
    buttons()->addStretch();
    buttons()->addWidget(start);
    connect(start, &KeyButton::clicked, this, &SignIn::take);
}

void SignIn::show(const QString &rooftop, const QVector<Agent> &agents, const QString &last)
{
    setText(tr("Who is at the desk?"), tr("%1. Everything done here is signed with your name.").arg(rooftop));
    m_agents = agents;
    m_cards.clear();
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(6);
    for (const Agent &agent : agents) {
        auto *card = new OptionCard(QStringLiteral("user"), agent.name,
                                    agent.role == QLatin1String("manager") ? tr("Manager, %1").arg(agent.login) : tr("Agent, %1").arg(agent.login));
        card->setObjectName(QStringLiteral("sign.") + agent.login);
        card->setChecked(agent.login == last || (last.isEmpty() && m_cards.isEmpty()));
        column->addWidget(card);
        m_cards << card;
    }
    column->addStretch();
    m_scroll->setWidget(box);
    box->setAutoFillBackground(false);
    QWidget::show();
    for (OptionCard *card : std::as_const(m_cards))
        if (card->isChecked())
            card->setFocus(Qt::OtherFocusReason);
}

void SignIn::take()
{
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        if (m_cards[i]->isChecked())
            return Q_EMIT chosen(m_agents[i].login);
}

void SignIn::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else
        Page::keyPressEvent(event);
}

QString problemHeading(Code code)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("StoreProblem", text); };
    switch (code) {
    case Code::Newer: return words(QT_TRANSLATE_NOOP("StoreProblem", "This file was written by a newer Beback"));
    case Code::Corrupt: return words(QT_TRANSLATE_NOOP("StoreProblem", "This file is damaged"));
    case Code::Full: return words(QT_TRANSLATE_NOOP("StoreProblem", "The disk is full"));
    case Code::Denied: return words(QT_TRANSLATE_NOOP("StoreProblem", "This file may not be written"));
    case Code::Busy: return words(QT_TRANSLATE_NOOP("StoreProblem", "Another program is using the file"));
    case Code::NotFound: return words(QT_TRANSLATE_NOOP("StoreProblem", "The file is not there"));
    default: return words(QT_TRANSLATE_NOOP("StoreProblem", "The file cannot be opened"));
    }
}

StoreProblem::StoreProblem(QWidget *parent) : Page(parent)
{
    m_do = new KeyButton;
    m_do->setTall(true);
    m_do->setLook(ButtonLook::Primary);
    m_do->setObjectName(QStringLiteral("problem.do"));
    auto *copy = new LinkButton(tr("Copy details"));
    copy->setType(Type::Body);
    buttons()->addWidget(m_do);
    buttons()->addWidget(copy);
    buttons()->addStretch();
    connect(m_do, &KeyButton::clicked, this, [this] { m_again ? Q_EMIT againAsked() : Q_EMIT otherAsked(); });
    connect(copy, &LinkButton::clicked, this, [this] { Q_EMIT copyAsked(m_details); });
}

void StoreProblem::show(const Error &error, const QString &store)
{
    // Trying again helps where something outside the file was in the way.
    m_again = error.code == Code::Busy || error.code == Code::Full || error.code == Code::Unavailable || error.code == Code::Denied;
    setText(problemHeading(error.code), error.message);
    m_do->setText(m_again ? tr("Try again") : tr("Open another file"));
    m_details = QStringList{problemHeading(error.code), error.message, store, error.detail}.join(QLatin1Char('\n'));
    QWidget::show();
    m_do->setFocus(Qt::OtherFocusReason);
}

} // namespace beback::ui
