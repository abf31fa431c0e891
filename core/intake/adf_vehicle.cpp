// The vehicles of a prospect: wanted ones, a trade-in, and what senders glue together.
#include "core/intake/adf_lead.h"
#include "core/intake/clean_text.h"
#include "core/intake/normalize.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace beback::adf {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("beback", text);
}

void warn(LeadDraft &draft, const QString &warning)
{
    if (!draft.warnings.contains(warning))
        draft.warnings.append(warning);
}

bool isYear(QStringView text)
{
    bool ok = false;
    const int year = text.toInt(&ok);
    return ok && text.size() == 4 && year >= 1900 && year <= 2099;
}

// "2024", "24" -> as it is; "2019-2022" is kept as a range; words are no year.
QString readYear(const QString &written)
{
    if (isYear(written))
        return written;
    static const QRegularExpression pattern(QStringLiteral("\\b((?:19|20)\\d\\d)(?:\\s*(?:-|–|to)\\s*((?:19|20)\\d\\d))?\\b"));
    const QRegularExpressionMatch match = pattern.match(written);
    if (!match.hasMatch())
        return {};
    return match.captured(2).isEmpty() || match.captured(1) == match.captured(2)
        ? match.captured(1)
        : match.captured(1) + QLatin1Char('-') + match.captured(2);
}

// "2024 Road Glide Stock # HD1234 Black" in <model>: the parts go where they belong.
void unglue(Vehicle &vehicle)
{
    QString &model = vehicle.model;
    if (model.size() > 5 && model[4] == QLatin1Char(' ') && isYear(QStringView(model).left(4))) {
        if (vehicle.year.isEmpty())
            vehicle.year = model.left(4);
        if (vehicle.year == model.left(4))
            model = model.mid(5).trimmed();
    }
    if (model.contains(QLatin1String("stock"), Qt::CaseInsensitive)) {
        static const QRegularExpression stock(QStringLiteral("[-,(]?\\s*\\bstock\\s*(?:no\\.?|number)?\\s*[#:]*\\s*([A-Za-z0-9-]+)\\)?"),
                                              QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = stock.match(model);
        if (match.hasMatch()) {
            if (vehicle.stock.isEmpty())
                vehicle.stock = match.captured(1);
            const QString behind = model.mid(match.capturedEnd()).remove(QRegularExpression(QStringLiteral("^[\\s,-]+")));
            if (vehicle.color.isEmpty())
                vehicle.color = behind.trimmed();
            model = model.left(match.capturedStart()).trimmed();
        }
    }
    if (!vehicle.color.isEmpty() && model.size() > vehicle.color.size() + 1
        && model.endsWith(QLatin1Char(' ') + vehicle.color, Qt::CaseInsensitive))
        model.chop(vehicle.color.size() + 1);
    // A field that was too short cut it off: "Civic (Two".
    if (const qsizetype open = model.lastIndexOf(QLatin1Char('(')); open > 0 && model.indexOf(QLatin1Char(')'), open) < 0)
        model = model.left(open).trimmed();
    if (!vehicle.make.isEmpty() && model.startsWith(vehicle.make + QLatin1Char(' '), Qt::CaseInsensitive))
        model = model.mid(vehicle.make.size() + 1);
    static const QStringList whole = {QStringLiteral("full line"), QStringLiteral("all models"), QStringLiteral("any"),
                                      QStringLiteral("other")};
    if (whole.contains(model, Qt::CaseInsensitive))
        model.clear(); // the sender's word for "no particular model"
}

QString readVin(const QString &written, LeadDraft &draft)
{
    QString vin = written.toUpper().remove(QLatin1Char(' '));
    if (!vin.isEmpty() && vin.size() != 17)
        warn(draft, say("The VIN %1 has %2 characters instead of 17.").arg(vin.left(30)).arg(vin.size()));
    return vin.left(30);
}

QString readOdometer(Node node)
{
    QString value = line(node);
    if (value.isEmpty())
        value = line(node, {"value"});
    QString units = attribute(node, "units");
    if (units.isEmpty())
        units = attribute(node, "unit");
    if (units.isEmpty())
        units = line(node, {"units", "unit"});
    if (value.isEmpty() || value == QLatin1String("0"))
        return {};
    const bool written = value.back().isLetter(); // "45,000 miles"
    if (written || units.isEmpty())
        return value;
    return value + (units.startsWith(QLatin1Char('k'), Qt::CaseInsensitive) ? QStringLiteral(" km") : QStringLiteral(" mi"));
}

QString readCondition(Node vehicle, LeadDraft &draft)
{
    const QString written = attribute(vehicle, "status");
    const QString word = written.toLower();
    if (word.isEmpty() || meansNothing(word))
        return {};
    if (word == QLatin1String("new") || word == QLatin1String("n"))
        return QStringLiteral("new");
    if (word == QLatin1String("used") || word == QLatin1String("u") || word == QLatin1String("cpo")
        || word.contains(QLatin1String("certified")) || word.contains(QLatin1String("pre")))
        return QStringLiteral("used");
    warn(draft, say("The vehicle's status “%1” is not known.").arg(written.left(30)));
    return {};
}

// The price a customer was shown, rather than one the sender made up around it.
std::optional<qint64> bestPrice(Node vehicle)
{
    static const QStringList order = {QStringLiteral("offer"), QStringLiteral("asking"), QStringLiteral("quote"),
                                      QStringLiteral("msrp"), QStringLiteral("appraisal"), QStringLiteral("invoice")};
    std::optional<qint64> best;
    qsizetype bestRank = order.size() + 1;
    for (const Node node : children(vehicle, "price")) {
        QString type = attribute(node, "type").toLower();
        if (type.isEmpty())
            type = QStringLiteral("quote");
        qsizetype rank = order.indexOf(type);
        if (rank < 0)
            rank = order.size();
        const bool difference = attribute(node, "delta") == QLatin1String("relative")
            || attribute(node, "delta") == QLatin1String("percentage");
        const std::optional<qint64> cents = difference ? std::nullopt : readPrice(line(node));
        if (cents && rank < bestRank) {
            best = cents;
            bestRank = rank;
        }
    }
    return best;
}

Vehicle readVehicle(Node node, LeadDraft &draft)
{
    Vehicle v;
    v.year = readYear(line(node, {"year"}));
    v.make = line(node, {"make"});
    v.model = line(node, {"model"});
    v.trim = line(node, {"trim"});
    v.stock = line(node, {"stock", "stocknumber", "stockno"});
    const Node colors = child(node, "colorcombination");
    v.color = line(colors, {"exteriorcolor"});
    if (v.color.isEmpty())
        v.color = line(node, {"exteriorcolor", "color"});
    unglue(v);
    v.vin = readVin(line(node, {"vin"}), draft);
    v.odometer = readOdometer(child(node, "odometer"));
    v.priceCents = bestPrice(node);
    // "new" is the format's default, so an empty vehicle would look like one that says something.
    if (!v.isEmpty())
        v.condition = readCondition(node, draft);
    return v;
}

// What salespeople ask about and no field holds, as one line each.
void readBesides(Node node, const QString &which, LeadDraft &draft)
{
    QStringList options;
    for (const Node option : children(node, "option"))
        if (const QString name = line(option, {"optionname", "name"}); !name.isEmpty() && options.size() < 40)
            options.append(name);
    if (!options.isEmpty())
        draft.extra.insert(which + QLatin1String(" options"), options.join(QLatin1String(", ")));
    if (const Node finance = child(node, "finance")) {
        QStringList parts{line(finance, {"method"})};
        for (const char *kind : {"amount", "balance"})
            for (const Node amount : children(finance, kind))
                parts.append(attribute(amount, "type") + QLatin1Char(' ') + line(amount));
        parts.removeAll(QString());
        if (const QString text = cleanLine(parts.join(QLatin1String(", "))); !text.isEmpty())
            draft.extra.insert(which + QLatin1String(" finance"), text.left(500));
    }
    for (const char *name : {"condition", "bodystyle", "transmission", "doors", "pricecomments"})
        if (const QString text = line(node, {name}); !text.isEmpty())
            draft.extra.insert(which + QLatin1Char(' ') + QLatin1String(name), text.left(500));
}

bool isTradeIn(const QString &interest)
{
    // "sell": the customer wants to sell it, which to the store is a trade-in too.
    return interest.startsWith(QLatin1String("trade")) || interest == QLatin1String("sell");
}

} // namespace

void readVehicles(Node prospect, LeadDraft &draft)
{
    bool haveWanted = false;
    for (const Node node : children(prospect, "vehicle")) {
        const QString interest = attribute(node, "interest").toLower();
        const Vehicle vehicle = readVehicle(node, draft);
        if (vehicle.isEmpty())
            continue;
        if (isTradeIn(interest)) {
            if (!draft.trade) {
                draft.trade = vehicle;
                readBesides(node, QStringLiteral("trade"), draft);
            }
            continue;
        }
        if (haveWanted) {
            if (draft.alsoWanted.size() < 10)
                draft.alsoWanted.append(vehicle);
            continue;
        }
        haveWanted = true;
        draft.wanted = vehicle;
        if (interest == QLatin1String("lease") || interest == QLatin1String("test-drive"))
            draft.extra.insert(QStringLiteral("interest"), interest);
        readBesides(node, QStringLiteral("vehicle"), draft);
    }
}

} // namespace beback::adf
