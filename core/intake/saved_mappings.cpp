#include "core/intake/saved_mappings.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace beback::saved_mappings {

namespace {

QString settingOf(const QString &name)
{
    return QStringLiteral("csv_mapping/") + name;
}

CsvMapping mappingFrom(const QByteArray &json)
{
    return CsvMapping::fromJson(QJsonDocument::fromJson(json).object());
}

} // namespace

Result<QVector<CsvMapping>> all(Connection &db)
{
    BEBACK_TRY(read, db.statement("people/settings_under"));
    BEBACK_CHECK(read.bind(":from", settingOf({})).bind(":until", QStringLiteral("csv_mapping0")).exec()); // '0' follows '/'
    QVector<CsvMapping> mappings;
    while (read.next()) {
        Columns columns = read.columns();
        columns.skip();
        mappings.append(mappingFrom(columns.utf8()));
    }
    BEBACK_CHECK(read.finished());
    return mappings;
}

Result<CsvMapping> load(Connection &db, const QString &name)
{
    BEBACK_TRY(read, db.statement("people/setting_get"));
    BEBACK_CHECK(read.bind(":name", settingOf(name)).exec());
    if (!read.next()) {
        BEBACK_CHECK(read.finished());
        return Error{Code::NotFound,
                     QCoreApplication::translate("beback", "There is no saved mapping called “%1”.").arg(name), {}};
    }
    return mappingFrom(read.columns().utf8());
}

Result<void> save(Connection &db, const CsvMapping &mapping)
{
    if (mapping.name.trimmed().isEmpty())
        return Error{Code::Invalid, QCoreApplication::translate("beback", "Give the mapping a name to save it under."), {}};
    BEBACK_TRY(put, db.statement("people/setting_set"));
    const QByteArray json = QJsonDocument(mapping.toJson()).toJson(QJsonDocument::Compact);
    return put.bind(":name", settingOf(mapping.name)).bind(":value", QString::fromUtf8(json)).exec();
}

Result<void> remove(Connection &db, const QString &name)
{
    BEBACK_TRY(gone, db.statement("people/setting_remove"));
    return gone.bind(":name", settingOf(name)).exec();
}

} // namespace beback::saved_mappings
