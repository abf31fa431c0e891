#include "fields.h"

#include <QJsonArray>

#include <cmath>

namespace beback::sim {

Fields::Fields(QJsonObject object, QString path, QString &problem)
    : m_object(std::move(object)), m_path(std::move(path)), m_problem(&problem)
{
}

QString Fields::nameOf(const char *key) const
{
    return m_path.isEmpty() ? QLatin1String(key) : m_path + QLatin1Char('.') + QLatin1String(key);
}

void Fields::refuse(const char *key, const QString &why)
{
    if (m_problem->isEmpty())
        *m_problem = nameOf(key) + QStringLiteral(": ") + why;
}

bool Fields::has(const char *key) const
{
    return m_object.contains(QLatin1String(key));
}

QJsonValue Fields::value(const char *key)
{
    m_read << QLatin1String(key);
    if (!has(key))
        refuse(key, QStringLiteral("this field is missing."));
    return m_object.value(QLatin1String(key));
}

double Fields::number(const char *key, double low, double high)
{
    const QJsonValue given = value(key);
    const double read = given.toDouble();
    if (!given.isDouble() || read < low || read > high)
        refuse(key, QStringLiteral("this has to be a number from %1 to %2.").arg(low).arg(high));
    return read;
}

int Fields::whole(const char *key, int low, int high)
{
    const double read = number(key, low, high);
    if (read != std::floor(read))
        refuse(key, QStringLiteral("this has to be a whole number."));
    return int(read);
}

QVector<double> Fields::numbers(const char *key, qsizetype count, double low, double high)
{
    const QJsonArray given = value(key).toArray();
    QVector<double> read;
    for (const QJsonValue &one : given)
        if (one.isDouble() && one.toDouble() >= low && one.toDouble() <= high)
            read << one.toDouble();
    if (given.size() != count || read.size() != count)
        refuse(key, QStringLiteral("this has to be a list of %1 numbers from %2 to %3.").arg(count).arg(low).arg(high));
    read.resize(count);
    return read;
}

QString Fields::text(const char *key)
{
    const QString read = value(key).toString();
    if (read.isEmpty())
        refuse(key, QStringLiteral("this has to be a text."));
    return read;
}

QStringList Fields::texts(const char *key)
{
    QStringList read;
    for (const QJsonValue &one : value(key).toArray())
        read << one.toString();
    if (read.isEmpty() || read.contains(QString()))
        refuse(key, QStringLiteral("this has to be a list of texts."));
    return read;
}

Fields Fields::object(const char *key)
{
    const QJsonValue given = value(key);
    if (!given.isObject())
        refuse(key, QStringLiteral("this has to be an object."));
    return Fields(given.toObject(), nameOf(key), *m_problem);
}

QVector<Fields> Fields::objects(const char *key)
{
    const QJsonArray given = value(key).toArray();
    QVector<Fields> all;
    for (const QJsonValue &one : given)
        all << Fields(one.toObject(), QStringLiteral("%1[%2]").arg(nameOf(key)).arg(all.size()), *m_problem);
    if (all.isEmpty())
        refuse(key, QStringLiteral("this has to be a list of objects."));
    return all;
}

void Fields::close()
{
    for (const QString &key : m_object.keys())
        if (!m_read.contains(key))
            refuse(key.toUtf8().constData(), QStringLiteral("there is no such field."));
}

} // namespace beback::sim
