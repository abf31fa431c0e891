#pragma once

// Looking around in a parsed ADF document the way lenient senders need it: names are compared without case and without
// namespace prefix. For the ADF files of this folder only (it includes pugixml).

#include <QString>

#include <pugixml.hpp>

#include <vector>

namespace beback::adf {

using Node = pugi::xml_node;

bool isNamed(Node node, const char *name);
Node child(Node parent, const char *name);                    // the first; empty node when there is none
Node child(Node parent, std::initializer_list<const char *> names); // by the first name that is there
std::vector<Node> children(Node parent, const char *name);
QString localName(Node node); // lower case, without prefix

// Text directly inside, CDATA included, entities decoded, on one line. What says "nothing" ("null", "[year]") is empty.
QString line(Node node);
QString anyLine(Node node); // the same, "null" and the like included: people have such names
QString line(Node parent, std::initializer_list<const char *> names); // of the first of these children that has any
// All text inside, elements of HTML broken into lines, for people's words.
QString words(Node node);
QString attribute(Node node, const char *name); // trimmed; empty when it is not there
bool isYes(const QString &value); // "1" "yes" "true"

} // namespace beback::adf
