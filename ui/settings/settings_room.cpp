#include "ui/settings/settings_room.h"

#include "ui/settings/key_list.h"
#include "ui/shell/key_bindings.h"
#include "ui/widgets/card.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>

namespace beback::ui {

namespace {

const QString ThemeKey = QStringLiteral("look/theme");
const QString ScaleKey = QStringLiteral("look/text-percent");
constexpr std::array Scales = {100, 110, 125, 150, 175, 200};

QWidget *section(const QString &heading, const QString &sentence, QVBoxLayout **body)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(8);
    column->addWidget(new TextLabel(heading, Type::Title));
    if (!sentence.isEmpty()) {
        auto *label = new TextLabel(sentence, Type::Body, Ink::Muted);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    *body = column;
    return box;
}

QHBoxLayout *captioned(QVBoxLayout *column, const QString &caption, QWidget *control)
{
    auto *row = new QHBoxLayout;
    auto *label = new TextLabel(caption, Type::Body);
    label->setMinimumWidth(scaled(120));
    label->setBuddy(control);
    control->setAccessibleName(caption);
    row->addWidget(label);
    row->addWidget(control);
    row->addStretch();
    column->addLayout(row);
    return row;
}

} // namespace

SettingsRoom::SettingsRoom(KeyBindings &keys, Seams seams, QWidget *parent) : QWidget(parent), m_keys(keys), m_seams(std::move(seams))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Settings"));
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(20, 16, 20, 16);
    auto *middle = new QWidget;
    middle->setMaximumWidth(scaled(720));
    row->addStretch(1);
    row->addWidget(middle, 30);
    row->addStretch(1);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(new TextLabel(tr("Settings"), Type::Name));
    column->addWidget(buildLook());
    column->addWidget(new Rule);
    column->addWidget(buildKeys());
    column->addStretch();
    scroll->setWidget(page);
    page->setAutoFillBackground(false);
    outer->addWidget(scroll);
}

QWidget *SettingsRoom::buildLook()
{
    QVBoxLayout *column = nullptr;
    QWidget *box = section(tr("Look"), {}, &column);
    auto *theme = new SegmentedControl;
    theme->setObjectName(QStringLiteral("settings.theme"));
    for (const QString &name : {tr("As the system"), tr("Light"), tr("Dark")})
        theme->addSegment({name, {}, {}, {}, {}, false});
    theme->setCurrentIndex(std::clamp(m_seams.memory->value(ThemeKey, 0).toInt(), 0, 2));
    connect(theme, &SegmentedControl::activated, this, [this](int index) {
        m_seams.memory->keep(ThemeKey, index);
        Theme::apply(Theme::Choice(index));
    });
    captioned(column, tr("Theme"), theme);
    auto *scale = new SegmentedControl;
    scale->setObjectName(QStringLiteral("settings.scale"));
    const int now = m_seams.memory->value(ScaleKey, 100).toInt();
    for (const int percent : Scales) {
        const int index = scale->addSegment({tr("%1 %").arg(percent), {}, {}, {}, {}, false});
        if (percent == now)
            scale->setCurrentIndex(index);
    }
    connect(scale, &SegmentedControl::activated, this, [this](int index) {
        m_seams.memory->keep(ScaleKey, Scales[size_t(index)]);
        Theme::setTextScale(Scales[size_t(index)] / 100.0);
    });
    captioned(column, tr("Size of text"), scale);
    return box;
}

QWidget *SettingsRoom::buildKeys()
{
    QVBoxLayout *column = nullptr;
    QWidget *box = section(tr("Keys"), tr("Choose a line and press Change, then the keys. A key that was used elsewhere moves here."), &column);
    auto *letters = new QCheckBox(tr("Single letters act outside text fields (T, E, N, Y, U)"));
    letters->setObjectName(QStringLiteral("settings.letters"));
    letters->setChecked(m_keys.singleLetters());
    connect(letters, &QCheckBox::toggled, this, [this](bool on) { m_keys.setSingleLetters(on); });
    column->addWidget(letters);
    column->addWidget(new KeyList(m_keys));
    return box;
}

void SettingsRoom::applyRemembered(const Memory &memory)
{
    Theme::setTextScale(std::clamp(memory.value(ScaleKey, 100).toInt(), 100, 200) / 100.0);
    Theme::apply(Theme::Choice(std::clamp(memory.value(ThemeKey, 0).toInt(), 0, 2)));
}

void SettingsRoom::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.fillRect(rect(), Theme::current().surface);
}

} // namespace beback::ui
