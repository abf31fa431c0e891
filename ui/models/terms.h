#pragma once

#include "core/history/medium.h"

#include <QString>

namespace beback::ui {

// The field's words as the window says them.
namespace terms {

QString medium(Medium medium);                   // "Call" "Text" "E-mail" "Note" "Visit" "Social message"
QString outcome(Outcome outcome, Medium medium); // "No answer"; a text that was answered: "Replied"

} // namespace terms

} // namespace beback::ui
