#include "lead_files.h"

#include "core/demo/material.h"
#include "store_fixture.h"

#include <QFile>

#include <stdexcept>

namespace bench {

using namespace beback;

namespace {

struct Made {
    QByteArray first, last, email, phone, city, region, postcode, make, model, stock, year;
};

class Leads
{
    template <class T> const T &pick(const QVector<T> &list)
    {
        return list.at(qsizetype(m_random.below(quint64(list.size()))));
    }

public:
    Leads() : m_random(11), m_material(need(demo::Material::load())) {}

    Made make(int index)
    {
        const demo::City &city = pick(m_material.cities);
        const demo::Model &model = pick(m_material.models);
        Made made;
        made.first = pick(m_material.firstNames).name.toUtf8();
        made.last = pick(m_material.lastNames).name.toUtf8();
        made.email = QByteArray("person") + QByteArray::number(index) + "@example.com";
        const int code = index / 100;
        if (code < m_material.areaCodes.size())
            made.phone = '(' + m_material.areaCodes.at(code).toUtf8() + ") 555-01" + QByteArray::number(index % 100).rightJustified(2, '0');
        made.city = city.name.toUtf8();
        made.region = city.region.toUtf8();
        made.postcode = city.postcodes.first().toUtf8();
        made.make = model.make.toUtf8();
        made.model = model.model.toUtf8();
        made.year = QByteArray::number(2019 + int(m_random.below(8)));
        made.stock = "C" + QByteArray::number(100000 + index);
        return made;
    }

private:
    SeededRandom m_random;
    demo::Material m_material;
};

QByteArray prospect(const Made &m, int index)
{
    QByteArray xml = "<prospect>\n <id source=\"Bench\">" + QByteArray::number(index)
        + "</id>\n <requestdate>2026-11-20T09:15:00-06:00</requestdate>\n <vehicle interest=\"buy\" status=\"new\">\n  <year>"
        + m.year + "</year>\n  <make>" + m.make + "</make>\n  <model>" + m.model + "</model>\n  <stock>" + m.stock
        + "</stock>\n  <colorcombination><exteriorcolor>white</exteriorcolor></colorcombination>\n </vehicle>\n <customer>\n"
          "  <contact>\n   <name part=\"first\">"
        + m.first + "</name>\n   <name part=\"last\">" + m.last + "</name>\n   <email>" + m.email + "</email>\n";
    if (!m.phone.isEmpty())
        xml += "   <phone type=\"voice\" time=\"evening\">" + m.phone + "</phone>\n";
    return xml + "   <address>\n    <city>" + m.city + "</city>\n    <regioncode>" + m.region + "</regioncode>\n    <postalcode>"
        + m.postcode + "</postalcode>\n    <country>US</country>\n   </address>\n  </contact>\n  <comments>Is it still there, "
          "and what would it be a month with three thousand down?</comments>\n </customer>\n <vendor>\n  <vendorname>Bench "
          "Motors</vendorname>\n </vendor>\n <provider>\n  <name part=\"full\">Bench</name>\n </provider>\n</prospect>\n";
}

QByteArray csvRow(const Made &m)
{
    return m.first + ',' + m.last + ',' + m.email + ",\"" + m.phone + "\"," + m.city + ',' + m.region + ',' + m.postcode + ','
        + m.year + ',' + m.make + ',' + m.model + ',' + m.stock + ",\"Is it still there, and what would it be a month?\"\n";
}

const QByteArray CsvHeads = "First Name,Last Name,Email,Phone,City,State,Zip,Year,Make,Model,Stock,Comments\n";

// Written under another name first, so that a file that is there is whole.
template <class Write> QString file(const Options &options, const QString &name, Write write)
{
    const QString path = options.dir + QLatin1Char('/') + name;
    if (QFile::exists(path))
        return path;
    QFile out(path + QStringLiteral(".part"));
    if (!out.open(QIODevice::WriteOnly))
        throw std::runtime_error("A file of leads cannot be written.");
    write(out);
    out.close();
    if (out.error() != QFileDevice::NoError || !out.rename(path))
        throw std::runtime_error("A file of leads could not be written whole. Is there room in the folder?");
    return path;
}

} // namespace

QString adfFile(const Options &options, int leads)
{
    return file(options, QStringLiteral("leads-%1.xml").arg(leads), [leads](QFile &out) {
        Leads made;
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?adf version=\"1.0\"?>\n<adf>\n");
        for (int i = 0; i < leads; ++i)
            out.write(prospect(made.make(i), i));
        out.write("</adf>\n");
    });
}

QString csvFile(const Options &options, int leads)
{
    return file(options, QStringLiteral("leads-%1.csv").arg(leads), [leads](QFile &out) {
        Leads made;
        out.write(CsvHeads);
        for (int i = 0; i < leads; ++i)
            out.write(csvRow(made.make(i)));
    });
}

QString csvFileOfSize(const Options &options, qint64 bytes)
{
    return file(options, QStringLiteral("bytes-%1.csv").arg(bytes), [bytes](QFile &out) {
        Leads made;
        qint64 written = out.write(CsvHeads);
        for (int i = 0; written < bytes; ++i)
            written += out.write(csvRow(made.make(i)));
    });
}

} // namespace bench
