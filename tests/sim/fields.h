#pragma once

#include <QJsonObject>
#include <QStringList>
#include <QVector>

namespace beback::sim {

// Reads one JSON object strictly: every field has its range, and a field nobody asked for is refused. All readers of one
// document share `problem`, which keeps the first sentence about what is wrong, by the field's whole name
// ("groups[2].answers.call"). After a problem the values read mean nothing.
class Fields
{
public:
    Fields(QJsonObject object, QString path, QString &problem);

    bool has(const char *key) const;
    double number(const char *key, double low, double high);
    int whole(const char *key, int low, int high);
    QVector<double> numbers(const char *key, qsizetype count, double low, double high);
    QString text(const char *key);
    QStringList texts(const char *key);   // at least one
    Fields object(const char *key);
    QVector<Fields> objects(const char *key); // at least one
    QStringList keys() const { return m_object.keys(); }
    QJsonValue value(const char *key);    // whatever it is
    void close();                         // all that was not read is unknown
    void refuse(const char *key, const QString &why); // "groups[2].share: why"

private:
    QString nameOf(const char *key) const;

    QJsonObject m_object;
    QString m_path;
    QString *m_problem;
    QStringList m_read;
};

} // namespace beback::sim
