#pragma once

#include "core/plan/rule_book.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QTimeEdit;

namespace beback::ui {

class FieldError;
class TextLabel;

// One contact rule: what it says, where that can be read, and why it is changed. Every change is told at once; what cannot be
// read stands by its field.
class RuleForm : public Card
{
    Q_OBJECT
public:
    explicit RuleForm(QWidget *parent = nullptr);

    void show(const ContactRule &rule); // also forgets the reason
    ContactRule rule() const;           // as the fields say it; what they do not show goes through unchanged
    QString reason() const;
    bool isReadable() const; // every field says something
    void setReasonFault(const QString &sentence); // empty: nothing is wrong; else the focus goes there
    void focusFirst();

Q_SIGNALS:
    void changed();

private:
    struct DayRow {
        int first, last;
        QCheckBox *open;
        QTimeEdit *from, *until;
    };
    void addField(const QString &caption, QWidget *field, FieldError **error = nullptr, QWidget *shown = nullptr);
    void buildHours();
    void buildCap();
    void buildWords();
    void buildRelation();
    void buildMedia(const QString &caption);
    void buildSource();
    void clear();
    void tell();
    QLineEdit *line(const char *name, const QString &text);

    ContactRule m_rule;
    QWidget *m_fields = nullptr;
    QGridLayout *m_grid = nullptr;
    QVector<DayRow> m_days;
    QCheckBox *m_holidays = nullptr, *m_blocks = nullptr;
    QVector<QCheckBox *> m_media; // by Medium
    QLineEdit *m_most = nullptr, *m_inHours = nullptr, *m_words = nullptr, *m_askedDays = nullptr, *m_boughtDays = nullptr, *m_source = nullptr, *m_effective = nullptr,
              *m_checked = nullptr, *m_reason = nullptr;
    FieldError *m_mostError = nullptr, *m_effectiveError = nullptr, *m_checkedError = nullptr, *m_reasonError = nullptr;
};

} // namespace beback::ui
