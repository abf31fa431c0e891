#pragma once

#include "core/intake/csv_mapping.h"
#include "ui/shell/pane.h"
#include "ui/shell/seams.h"

#include <QFuture>

class QComboBox;
class QLineEdit;

namespace beback::ui {

// Which column of a CSV file holds what, with a look at the first lines. A choice can be saved by name.
class MappingPane : public Pane
{
    Q_OBJECT
public:
    MappingPane(QWidget *host, const QString &path, const CsvPreview &preview, std::shared_ptr<Memory> memory);
    CsvMapping mapping() const;

Q_SIGNALS:
    void done(const beback::CsvMapping &mapping);

private:
    void buildFields();
    void use(const CsvMapping &mapping);
    void take();
    void showSample(int field);

    CsvPreview m_preview;
    std::shared_ptr<Memory> m_memory;
    QStringList m_fields;
    QVector<QComboBox *> m_columns;
    QVector<TextLabel *> m_samples;
    QComboBox *m_saved, *m_order;
    QLineEdit *m_source, *m_name;
    FieldError *m_error = nullptr;
};

// The saved mappings, by name.
QVector<CsvMapping> savedMappings(const Memory &memory);
void saveMapping(Memory &memory, const CsvMapping &mapping);

// The first lines of a file, read in another thread.
QFuture<Result<CsvPreview>> previewLater(const QString &path);

} // namespace beback::ui
