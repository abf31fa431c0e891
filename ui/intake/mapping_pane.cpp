#include "ui/intake/mapping_pane.h"

#include "ui/widgets/field_error.h"
#include "ui/widgets/key_button.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPromise>
#include <QScrollArea>
#include <QThreadPool>

namespace beback::ui {

namespace {

const QString SavedKey = QStringLiteral("intake/csv-mappings");

}

QVector<CsvMapping> savedMappings(const Memory &memory)
{
    QVector<CsvMapping> saved;
    const QJsonArray all = QJsonDocument::fromJson(memory.value(SavedKey).toByteArray()).array();
    for (const QJsonValue &one : all)
        saved << CsvMapping::fromJson(one.toObject());
    return saved;
}

void saveMapping(Memory &memory, const CsvMapping &mapping)
{
    QJsonArray all;
    const QVector<CsvMapping> saved = savedMappings(memory);
    for (const CsvMapping &one : saved)
        if (one.name != mapping.name)
            all << one.toJson();
    all << mapping.toJson();
    memory.keep(SavedKey, QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QFuture<Result<CsvPreview>> previewLater(const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<CsvPreview>>>();
    QFuture<Result<CsvPreview>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, path] {
        promise->start();
        promise->addResult(previewCsv(path));
        promise->finish();
    });
    return future;
}

MappingPane::MappingPane(QWidget *host, const QString &path, const CsvPreview &preview, std::shared_ptr<Memory> memory)
    : Pane(host, tr("Choose the columns"), tr("Bring in")), m_preview(preview), m_memory(std::move(memory)), m_fields(CsvMapping::fields())
{
    setWide(720);
    setSentence(tr("%1 has %n columns. Beback proposes what each one holds; change what is not right.", nullptr, int(preview.heads.size()))
                    .arg(QFileInfo(path).fileName()));
    const QVector<CsvMapping> saved = savedMappings(*m_memory);
    m_saved = new QComboBox;
    m_saved->setObjectName(QStringLiteral("mapping.saved"));
    m_saved->addItem(tr("Proposed from the heads"));
    for (const CsvMapping &one : saved)
        m_saved->addItem(one.name);
    QHBoxLayout *row = addRow();
    addField(tr("Choice of columns"), m_saved, row);
    m_order = new QComboBox;
    m_order->addItem(tr("Month, day, year"), QStringLiteral("mdy"));
    m_order->addItem(tr("Day, month, year"), QStringLiteral("dmy"));
    m_order->addItem(tr("Year, month, day"), QStringLiteral("ymd"));
    addField(tr("Dates in figures are"), m_order, row);
    buildFields();
    row = addRow();
    m_source = new QLineEdit;
    m_source->setObjectName(QStringLiteral("mapping.source"));
    m_source->setPlaceholderText(tr("the name of the file"));
    addField(tr("Source of these leads"), m_source, row);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("mapping.name"));
    m_name->setPlaceholderText(tr("a name, to use it again"));
    addField(tr("Save this choice as"), m_name, row);
    connect(m_saved, &QComboBox::currentIndexChanged, this, [this, saved](int index) {
        use(index <= 0 ? CsvMapping::guess(m_preview.heads) : saved[index - 1]);
    });
    connect(this, &Pane::doAsked, this, &MappingPane::take);
    use(CsvMapping::guess(preview.heads));
}

void MappingPane::buildFields()
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFixedHeight(scaled(270));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(8, 6, 8, 6);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const QString label = CsvMapping::fieldLabel(m_fields[i]);
        auto *column = new QComboBox;
        column->setObjectName(QStringLiteral("mapping.") + m_fields[i]);
        column->setAccessibleName(tr("Column of: %1").arg(label));
        column->setFixedWidth(scaled(220));
        column->addItem(tr("not in this file"));
        column->addItems(m_preview.heads);
        auto *sample = new ElidedLabel(Type::Label, Ink::Muted);
        grid->addWidget(new TextLabel(label, Type::Body), int(i), 0);
        grid->addWidget(column, int(i), 1);
        grid->addWidget(sample, int(i), 2);
        m_columns << column;
        m_samples << sample;
        connect(column, &QComboBox::currentIndexChanged, this, [this, i] { showSample(int(i)); });
    }
    scroll->setWidget(box);
    box->setAutoFillBackground(false);
    body()->addWidget(scroll);
    m_error = new FieldError(scroll);
    body()->addWidget(m_error);
}

void MappingPane::showSample(int field)
{
    const int column = m_columns[field]->currentIndex() - 1;
    QStringList values;
    for (const QStringList &line : std::as_const(m_preview.rows))
        if (column >= 0 && !line.value(column).trimmed().isEmpty() && values.size() < 3)
            values << line.value(column).trimmed();
    m_samples[field]->setText(column < 0 ? QString() : values.isEmpty() ? tr("empty in the first lines") : values.join(QStringLiteral("  ·  ")));
}

void MappingPane::use(const CsvMapping &mapping)
{
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const qsizetype at = m_preview.heads.indexOf(mapping.columnOf.value(m_fields[i]));
        m_columns[i]->setCurrentIndex(mapping.columnOf.contains(m_fields[i]) && at >= 0 ? int(at) + 1 : 0);
        showSample(int(i));
    }
    m_order->setCurrentIndex(std::max(0, m_order->findData(mapping.dateOrder)));
    m_source->setText(mapping.source);
}

CsvMapping MappingPane::mapping() const
{
    CsvMapping mapping;
    mapping.name = m_name->text().simplified();
    for (qsizetype i = 0; i < m_fields.size(); ++i)
        if (m_columns[i]->currentIndex() > 0)
            mapping.columnOf.insert(m_fields[i], m_columns[i]->currentText());
    mapping.source = m_source->text().simplified();
    mapping.dateOrder = m_order->currentData().toString();
    return mapping;
}

void MappingPane::take()
{
    const CsvMapping chosen = mapping();
    if (chosen.columnOf.isEmpty())
        return m_error->setError(tr("Choose at least one column: a name, a number or an address."));
    if (!chosen.name.isEmpty())
        saveMapping(*m_memory, chosen);
    Q_EMIT done(chosen);
}

} // namespace beback::ui
