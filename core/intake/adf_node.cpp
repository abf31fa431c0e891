#include "core/intake/adf_node.h"

#include "core/intake/clean_text.h"

#include <cstring>

namespace beback::adf {

namespace {

const char *withoutPrefix(const char *name)
{
    const char *colon = std::strrchr(name, ':');
    return colon ? colon + 1 : name;
}

// Compares ASCII without case; `wanted` is lower case.
bool sameName(const char *name, const char *wanted)
{
    for (; *name && *wanted; ++name, ++wanted) {
        const char c = *name >= 'A' && *name <= 'Z' ? char(*name + ('a' - 'A')) : *name;
        if (c != *wanted)
            return false;
    }
    return *name == *wanted;
}

bool holdsText(Node node)
{
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

void gather(Node node, QString &text)
{
    for (const Node part : node.children()) {
        if (holdsText(part)) {
            text += QString::fromUtf8(part.value());
        } else if (part.type() == pugi::node_element) {
            const bool breaks = sameName(part.name(), "br") || sameName(part.name(), "p") || sameName(part.name(), "div")
                || sameName(part.name(), "li");
            text += breaks ? QLatin1Char('\n') : QLatin1Char(' ');
            gather(part, text); // no deeper than adf_limits::Depth
        }
    }
}

} // namespace

bool isNamed(Node node, const char *name)
{
    return sameName(withoutPrefix(node.name()), name);
}

Node child(Node parent, const char *name)
{
    for (const Node node : parent.children())
        if (isNamed(node, name))
            return node;
    return {};
}

Node child(Node parent, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        if (const Node node = child(parent, name))
            return node;
    return {};
}

std::vector<Node> children(Node parent, const char *name)
{
    std::vector<Node> found;
    for (const Node node : parent.children())
        if (isNamed(node, name))
            found.push_back(node);
    return found;
}

QString localName(Node node)
{
    return QString::fromUtf8(withoutPrefix(node.name())).toLower();
}

QString anyLine(Node node)
{
    const char *first = nullptr; // nearly always there is one piece of text: then nothing is put together
    QString several;
    for (const Node part : node.children()) {
        if (!holdsText(part))
            continue;
        if (!first) {
            first = part.value();
            continue;
        }
        if (several.isEmpty())
            several = QString::fromUtf8(first);
        several += QLatin1Char(' ') + QString::fromUtf8(part.value());
    }
    if (!first)
        return {};
    const QString text = several.isEmpty() ? QString::fromUtf8(first) : several;
    const bool marked = text.contains(QLatin1Char('<')) || text.contains(QLatin1Char('&'));
    return cleanLine(marked ? plainFromHtml(text) : text);
}

QString line(Node node)
{
    const QString text = anyLine(node);
    return meansNothing(text) ? QString() : text;
}

QString line(Node parent, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        if (const QString text = line(child(parent, name)); !text.isEmpty())
            return text;
    return {};
}

QString words(Node node)
{
    QString text;
    gather(node, text);
    // HTML inside CDATA, or escaped once more than was needed.
    const bool marked = text.contains(QLatin1Char('<')) || text.contains(QLatin1Char('&'));
    const QString plain = cleanText(marked ? plainFromHtml(text) : text);
    return meansNothing(plain) ? QString() : plain;
}

QString attribute(Node node, const char *name)
{
    for (const pugi::xml_attribute attribute : node.attributes())
        if (sameName(withoutPrefix(attribute.name()), name))
            return decodeEntities(QString::fromUtf8(attribute.value())).trimmed();
    return {};
}

bool isYes(const QString &value)
{
    return value == QLatin1String("1") || value.compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0
        || value.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

} // namespace beback::adf
