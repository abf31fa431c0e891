#pragma once

#include "core/words/solutions.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field_error.h"
#include "ui/words/wording_field.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace beback::ui {

// One way to meet an objection.
class WayForm : public Card
{
    Q_DECLARE_TR_FUNCTIONS(WayForm)
public:
    static QDate dayIn(const QString &text) { return QDate::fromString(text, Qt::ISODate); }
    static bool isNoDay(const QString &text) { return !text.isEmpty() && !dayIn(text).isValid(); }

    // `edited`: called after every change.
    explicit WayForm(std::function<void()> edited)
    {
        setFill(Fill::Surface);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(12, 10, 12, 10);
        m_grid = new QGridLayout;
        m_grid->setHorizontalSpacing(10);
        m_grid->setVerticalSpacing(6);
        m_grid->setColumnStretch(1, 1);
        column->addLayout(m_grid);
        column->addStretch();
        build();
        const auto tell = [this, edited] {
            check();
            edited();
        };
        for (WordingField *field : {m_title, m_say})
            field->whenEdited(tell);
        for (QLineEdit *edit : {m_fits, m_until})
            connect(edit, &QLineEdit::textEdited, this, tell);
    }

    // `until`: as it was written, also where it is no day.
    void show(const Solution &way, const QString &until)
    {
        m_way = way;
        m_title->setWording(way.title);
        m_say->setWording(way.say);
        m_fits->setText(way.fits);
        m_fits->setCursorPosition(0);
        m_until->setText(until);
        showId(way.id);
        check();
    }

    void showId(const QString &id) { m_id->setText(id); }
    QString until() const { return m_until->text().trimmed(); }

    Solution solution() const
    {
        Solution way = m_way;
        way.title = m_title->wording();
        way.say = m_say->wording();
        if (m_fits->text() != way.fits)
            way.fits = m_fits->text().trimmed();
        way.until = dayIn(until());
        return way;
    }

    void setEditable(bool editable)
    {
        m_title->setEditable(editable);
        m_say->setEditable(editable);
        m_fits->setReadOnly(!editable);
        m_until->setReadOnly(!editable);
    }

    void focusFirst() { m_title->firstBox()->setFocus(Qt::OtherFocusReason); }

private:
    void build()
    {
        m_title = new WordingField(QStringLiteral("way.title"), tr("Title"), 1);
        m_titleError = addField(tr("Title"), m_title->firstBox(), m_title);
        m_say = new WordingField(QStringLiteral("way.say"), tr("Say"), 4);
        m_sayError = addField(tr("Say"), m_say->firstBox(), m_say);
        m_fits = line("fits", tr("When it fits, for who speaks"));
        addField(tr("Fits"), m_fits, m_fits);
        m_until = line("until", tr("always, or a day like 2026-11-30"));
        m_untilError = addField(tr("Can be offered until"), m_until, m_until);
        m_id = new TextLabel(Type::Label, Ink::Muted);
        m_id->setObjectName(QStringLiteral("way.id"));
        m_grid->addWidget(new TextLabel(tr("Kept as"), Type::Label, Ink::Muted), m_grid->rowCount(), 0);
        m_grid->addWidget(m_id, m_grid->rowCount() - 1, 1);
    }

    static QLineEdit *line(const char *name, const QString &hint)
    {
        auto *edit = new QLineEdit;
        edit->setObjectName(QStringLiteral("way.") + QLatin1String(name));
        edit->setPlaceholderText(hint);
        return edit;
    }

    FieldError *addField(const QString &caption, QWidget *field, QWidget *shown)
    {
        const int row = m_grid->rowCount();
        auto *label = new TextLabel(caption, Type::Label, Ink::Muted);
        label->setBuddy(field);
        if (field->accessibleName().isEmpty())
            field->setAccessibleName(caption);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        m_grid->addWidget(shown, row, 1);
        auto *error = new FieldError(field);
        m_grid->addWidget(error, row + 1, 1);
        return error;
    }

    void check()
    {
        const auto missing = [](const WordingField *field) { return field->wording().texts.value(WordLanguages[0]).isEmpty(); };
        m_titleError->setError(missing(m_title) ? tr("It needs a title in English.") : QString());
        m_sayError->setError(missing(m_say) ? tr("There are no words to say it with in English.") : QString());
        m_untilError->setError(isNoDay(until()) ? tr("A day is written like 2026-11-30. Empty means always.") : QString());
    }

    Solution m_way;
    QGridLayout *m_grid;
    WordingField *m_title, *m_say;
    QLineEdit *m_fits, *m_until;
    TextLabel *m_id;
    FieldError *m_titleError, *m_sayError, *m_untilError;
};

} // namespace beback::ui
