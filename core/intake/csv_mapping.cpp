#include "core/intake/csv_mapping.h"

#include "core/intake/csv_stream.h"
#include "core/store/file_checks.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

namespace beback {

namespace {

struct Field {
    const char *name;
    const char *label;
    const char *heads; // other names a column may have: letters and digits, lower case, parted by blanks
};

// In the order a form shows them.
constexpr Field Fields[] = {
    {"first_name", QT_TRANSLATE_NOOP("beback", "First name"), "first fname givenname customerfirstname contactfirstname"},
    {"middle_name", QT_TRANSLATE_NOOP("beback", "Middle name"), "middle mname"},
    {"last_name", QT_TRANSLATE_NOOP("beback", "Last name"), "last lname surname familyname customerlastname contactlastname"},
    {"suffix", QT_TRANSLATE_NOOP("beback", "Name suffix"), "namesuffix"},
    {"full_name", QT_TRANSLATE_NOOP("beback", "Full name"), "name customer customername contact contactname leadname prospect prospectname buyer buyername"},
    {"company", QT_TRANSLATE_NOOP("beback", "Company"), "business businessname companyname"},
    {"email", QT_TRANSLATE_NOOP("beback", "E-mail"), "emailaddress mail email1 primaryemail customeremail contactemail emailaddr emailid"},
    {"email2", QT_TRANSLATE_NOOP("beback", "Second e-mail"), "secondaryemail alternateemail otheremail"},
    {"mobile_phone", QT_TRANSLATE_NOOP("beback", "Mobile phone"), "mobile cell cellphone cellular mobilenumber cellnumber mobilephonenumber cellphonenumber"},
    {"phone", QT_TRANSLATE_NOOP("beback", "Phone"), "phonenumber telephone tel phone1 primaryphone customerphone contactphone dayphone"},
    {"home_phone", QT_TRANSLATE_NOOP("beback", "Home phone"), "home homephonenumber eveningphone phone2"},
    {"work_phone", QT_TRANSLATE_NOOP("beback", "Work phone"), "work workphonenumber businessphone officephone phone3"},
    {"street", QT_TRANSLATE_NOOP("beback", "Street"), "address address1 street1 streetaddress addressline1 mailingaddress"},
    {"street2", QT_TRANSLATE_NOOP("beback", "Street, second line"), "address2 addressline2 apartment apt unit suite"},
    {"city", QT_TRANSLATE_NOOP("beback", "City"), "town"},
    {"region", QT_TRANSLATE_NOOP("beback", "State or province"), "state province stateprovince regioncode st"},
    {"postcode", QT_TRANSLATE_NOOP("beback", "ZIP or postal code"), "zip zipcode postalcode postal zippostalcode"},
    {"country", QT_TRANSLATE_NOOP("beback", "Country"), "countrycode"},
    {"language", QT_TRANSLATE_NOOP("beback", "Language"), "preferredlanguage"},
    {"request_date", QT_TRANSLATE_NOOP("beback", "Request date"), "date leaddate created createdat createdon createdate datecreated requestdate received receivedat submitted submittedat timestamp inquirydate dateadded datereceived daterecd recd dateentered entered inquired"},
    {"source", QT_TRANSLATE_NOOP("beback", "Source"), "leadsource provider origin channel"},
    {"lead_id", QT_TRANSLATE_NOOP("beback", "Lead number"), "id leadnumber leadno referenceid reference crmid externalid"},
    {"comments", QT_TRANSLATE_NOOP("beback", "Comments"), "comment notes note message customercomments inquiry remarks"},
    {"timeframe", QT_TRANSLATE_NOOP("beback", "Time frame"), "purchasetimeframe buyingtimeframe"},
    {"consent_said", QT_TRANSLATE_NOOP("beback", "Consent, as written"), "consent optin smsconsent textconsent emailoptin"},
    {"owner", QT_TRANSLATE_NOOP("beback", "Agent's login"), "agent assignedto salesperson salesrep bdcagent"},
    {"vendor", QT_TRANSLATE_NOOP("beback", "Store, as the sender calls it"), "dealer dealership dealername storename"},
    {"vehicle", QT_TRANSLATE_NOOP("beback", "Vehicle, in one column"), "vehicleofinterest voi interest interestedin car vehicledescription"},
    {"year", QT_TRANSLATE_NOOP("beback", "Vehicle: year"), "vehicleyear modelyear yr"},
    {"make", QT_TRANSLATE_NOOP("beback", "Vehicle: make"), "vehiclemake brand"},
    {"model", QT_TRANSLATE_NOOP("beback", "Vehicle: model"), "vehiclemodel"},
    {"trim", QT_TRANSLATE_NOOP("beback", "Vehicle: trim"), "vehicletrim"},
    {"color", QT_TRANSLATE_NOOP("beback", "Vehicle: color"), "exteriorcolor vehiclecolor colour"},
    {"stock", QT_TRANSLATE_NOOP("beback", "Vehicle: stock number"), "stocknumber stockno stock vehiclestock"},
    {"vin", QT_TRANSLATE_NOOP("beback", "Vehicle: VIN"), "vehiclevin vinnumber"},
    {"condition", QT_TRANSLATE_NOOP("beback", "Vehicle: new or used"), "newused vehiclestatus vehiclecondition neworused vehicletype"},
    {"odometer", QT_TRANSLATE_NOOP("beback", "Vehicle: odometer"), "mileage miles vehiclemileage"},
    {"price", QT_TRANSLATE_NOOP("beback", "Vehicle: price"), "vehicleprice askingprice listprice internetprice"},
    {"trade_year", QT_TRANSLATE_NOOP("beback", "Trade-in: year"), "tradeinyear"},
    {"trade_make", QT_TRANSLATE_NOOP("beback", "Trade-in: make"), "tradeinmake"},
    {"trade_model", QT_TRANSLATE_NOOP("beback", "Trade-in: model"), "tradeinmodel trade tradein tradeinvehicle"},
    {"trade_vin", QT_TRANSLATE_NOOP("beback", "Trade-in: VIN"), "tradeinvin"},
    {"trade_odometer", QT_TRANSLATE_NOOP("beback", "Trade-in: odometer"), "tradeinmileage trademileage tradeinodometer"},
};

QString plain(const QString &head)
{
    QString letters;
    for (const QChar c : head)
        if (c.isLetterOrNumber())
            letters += c.toLower();
    return letters;
}

bool isNamed(const Field &field, const QString &head)
{
    return head == plain(QLatin1String(field.name)) || head == plain(QLatin1String(field.label))
        || QString(QLatin1String(field.heads)).split(QLatin1Char(' ')).contains(head);
}

} // namespace

QStringList CsvMapping::fields()
{
    QStringList names;
    for (const Field &field : Fields)
        names.append(QLatin1String(field.name));
    return names;
}

QString CsvMapping::fieldLabel(const QString &field)
{
    for (const Field &known : Fields)
        if (field == QLatin1String(known.name))
            return QCoreApplication::translate("beback", known.label);
    return field;
}

CsvMapping CsvMapping::guess(const QStringList &heads)
{
    CsvMapping mapping;
    QSet<QString> taken;
    for (const Field &field : Fields) {
        for (const QString &head : heads) {
            if (taken.contains(head) || !isNamed(field, plain(head)))
                continue;
            mapping.columnOf.insert(QLatin1String(field.name), head);
            taken.insert(head);
            break;
        }
    }
    return mapping;
}

QJsonObject CsvMapping::toJson() const
{
    QJsonObject columns;
    for (auto it = columnOf.cbegin(); it != columnOf.cend(); ++it)
        columns.insert(it.key(), it.value());
    return {{QStringLiteral("name"), name},
            {QStringLiteral("columns"), columns},
            {QStringLiteral("source"), source},
            {QStringLiteral("date_order"), dateOrder},
            {QStringLiteral("zone"), zone}};
}

CsvMapping CsvMapping::fromJson(const QJsonObject &json)
{
    CsvMapping mapping;
    mapping.name = json.value(QLatin1String("name")).toString();
    const QJsonObject columns = json.value(QLatin1String("columns")).toObject();
    for (auto it = columns.begin(); it != columns.end(); ++it)
        mapping.columnOf.insert(it.key(), it.value().toString());
    mapping.source = json.value(QLatin1String("source")).toString();
    mapping.dateOrder = json.value(QLatin1String("date_order")).toString(QStringLiteral("mdy"));
    mapping.zone = json.value(QLatin1String("zone")).toString();
    return mapping;
}

Result<CsvPreview> previewCsv(const QString &path)
{
    if (isOpenStoreFile(path))
        return Error{Code::Invalid,
                     QCoreApplication::translate("beback", "%1 is where Beback keeps its leads. Choose a file that was sent to you.").arg(path), {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? Code::Denied : Code::NotFound,
                     QCoreApplication::translate("beback", "%1 cannot be opened: %2.").arg(path, file.errorString()), {}};
    CsvStream stream(file);
    CsvPreview preview;
    const auto read = stream.read([&](const CsvStream::Row &row) {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i)
            cells.append(stream.text(row.at(i)).left(200));
        if (preview.heads.isEmpty())
            preview.heads = cells;
        else
            preview.rows.append(cells);
        return preview.rows.size() < 5;
    });
    if (!read)
        return read.error();
    if (preview.heads.isEmpty())
        return Error{Code::Invalid, QCoreApplication::translate("beback", "This file is empty."), {}};
    preview.charset = stream.charset();
    preview.separator = QLatin1Char(stream.separator());
    return preview;
}

} // namespace beback
