#pragma once

#include "core/base/id.h"

#include <QVector>
#include <QWidget>

class QListWidget;

namespace beback::ui {

class TextLabel;

// Counts, and behind each of them its people by name: at the left what is counted, at the right who is behind the chosen count.
// Enter or a double click on a person asks to look at them.
class PeopleGroups : public QWidget
{
    Q_OBJECT
public:
    struct Person {
        CustomerId customer;
        LeadId lead;
        QString name, detail, when; // when: at the right
    };
    struct Group {
        QString key;   // tells it apart when it is shown anew
        QString text;  // "Asked not to be contacted"
        bool isMain = false; // strong: what the others are measured by
        QVector<Person> people;
    };
    // `name`: what the counts are of, for screen readers and object names: "audience".
    explicit PeopleGroups(const char *name, const QString &title, QWidget *parent = nullptr);

    void show(const QVector<Group> &groups); // keeps the chosen one
    QString currentKey() const;

Q_SIGNALS:
    void lookAsked(beback::CustomerId customer, beback::LeadId lead);

private:
    void showPeople();
    QListWidget *m_counts, *m_people;
    QVector<Group> m_groups;
};

} // namespace beback::ui
