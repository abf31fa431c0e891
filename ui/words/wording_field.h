#pragma once

#include "core/words/guide.h"
#include "core/words/language.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

#include <functional>

namespace beback::ui {

// The same said in each of the languages, a box each. What nobody touches is given back as it was, to the last space.
class WordingField : public QWidget
{
public:
    // `name`: the boxes are called by it and their language, "way.say.es". `lines`: how many are seen at once.
    WordingField(const QString &name, const QString &caption, int lines, QWidget *parent = nullptr) : QWidget(parent), m_lines(lines)
    {
        auto *grid = new QGridLayout(this);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(8);
        grid->setVerticalSpacing(4);
        grid->setColumnStretch(1, 1);
        for (const QLatin1String language : WordLanguages) {
            auto *box = new QPlainTextEdit;
            box->setObjectName(name + QLatin1Char('.') + language);
            box->setAccessibleName(caption + QStringLiteral(", ") + languageName(language));
            box->setTabChangesFocus(true);
            connect(box, &QPlainTextEdit::textChanged, this, [this] {
                if (!m_filling && m_edited)
                    m_edited();
            });
            auto *label = new TextLabel(languageName(language), Type::Label, Ink::Muted);
            label->setBuddy(box);
            grid->addWidget(label, int(m_boxes.size()), 0, Qt::AlignTop);
            grid->addWidget(box, int(m_boxes.size()), 1);
            m_boxes << box;
        }
        m_shown.resize(m_boxes.size());
        setFocusProxy(m_boxes.first());
        measure();
    }

    void whenEdited(std::function<void()> edited) { m_edited = std::move(edited); }
    QPlainTextEdit *firstBox() const { return m_boxes.first(); } // of the language everybody falls back to

    void setWording(const Wording &wording)
    {
        const QScopedValueRollback filling(m_filling, true);
        m_wording = wording;
        for (qsizetype i = 0; i < m_boxes.size(); ++i) {
            m_boxes[i]->setPlainText(wording.texts.value(WordLanguages[size_t(i)]));
            m_shown[i] = m_boxes[i]->toPlainText();
        }
    }

    Wording wording() const
    {
        Wording wording = m_wording;
        for (qsizetype i = 0; i < m_boxes.size(); ++i) {
            const QString text = m_boxes[i]->toPlainText();
            if (text == m_shown[i])
                continue;
            if (text.trimmed().isEmpty())
                wording.texts.remove(WordLanguages[size_t(i)]);
            else
                wording.texts.insert(WordLanguages[size_t(i)], text.trimmed());
        }
        return wording;
    }

    void setEditable(bool editable)
    {
        for (QPlainTextEdit *box : std::as_const(m_boxes))
            box->setReadOnly(!editable);
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
            measure();
    }

private:
    void measure()
    {
        for (QPlainTextEdit *box : std::as_const(m_boxes))
            box->setFixedHeight(m_lines * lineHeight(Type::Body) + scaled(16));
    }

    QVector<QPlainTextEdit *> m_boxes; // by WordLanguages
    QStringList m_shown;
    Wording m_wording;
    std::function<void()> m_edited;
    int m_lines;
    bool m_filling = false;
};

} // namespace beback::ui
