#pragma once

#include <QHash>
#include <QString>

namespace beback {

// Numbers logins from 0 on, in the order they come. One login stands in thousands of touches, and StoryReader keeps its text in one
// place: where the text stands is looked at first, and only a new place is compared. What was asked about must outlive it.
class NameNumbers
{
public:
    qsizetype of(const QString &name)
    {
        const auto known = m_places.constFind(name.constData());
        if (known != m_places.constEnd())
            return *known;
        const qsizetype number = m_numbers.value(name, m_numbers.size());
        m_numbers.insert(name, number);
        m_places.insert(name.constData(), number);
        return number;
    }
    QList<QString> names() const { return m_numbers.keys(); } // in no order

private:
    QHash<const QChar *, qsizetype> m_places;
    QHash<QString, qsizetype> m_numbers;
};

} // namespace beback
