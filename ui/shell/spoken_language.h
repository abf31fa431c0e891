#pragma once

namespace beback::ui {

// Installs the translations for the language of the desktop, once; English plurals where there are none.
// Needs a QApplication. Thread: GUI.
void loadTranslations();

} // namespace beback::ui
