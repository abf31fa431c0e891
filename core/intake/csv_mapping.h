#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

namespace beback {

// Which column of a CSV file holds which field of a lead. Chosen by a person, saved by name.
struct CsvMapping {
    QString name;
    QMap<QString, QString> columnOf; // field -> column head: "first_name" -> "First Name"; see fields()
    QString source;                  // of every lead in such files; empty: the file's name
    QString dateOrder = QStringLiteral("mdy"); // of dates written with figures only: mdy, dmy, ymd
    QString zone;                    // of times without one; empty: the rooftop's

    static QStringList fields(); // every field a column can be given to, in the order a form shows them
    static QString fieldLabel(const QString &field);
    // A first proposal from the heads alone ("E-Mail Address" -> "email").
    static CsvMapping guess(const QStringList &heads);

    QJsonObject toJson() const;
    static CsvMapping fromJson(const QJsonObject &json);
};

// The first lines of a CSV file, for choosing a mapping.
struct CsvPreview {
    QStringList heads;
    QVector<QStringList> rows; // at most 5
    QString charset;
    QChar separator;
};
Result<CsvPreview> previewCsv(const QString &path);

} // namespace beback
