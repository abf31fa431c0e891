#pragma once

#include "core/words/words.h"
#include "ui/words/word_editor.h"

#include <QSet>

class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace beback::ui {

class Banner;
class FieldError;
class GuideOutline;
class GuideStepForm;
class GuideTryout;
class SegmentedControl;

// A guide: its questions at the left; at the right the chosen one, the guide tried out, or what it is for.
class GuideEditor : public WordEditor
{
    Q_OBJECT
public:
    explicit GuideEditor(QWidget *parent = nullptr);

    void show(const WordEntry &entry) override;
    QByteArray body() const override;
    void setEditable(bool editable) override;
    void focusFirst() override;
    // Whose facts fill the words while they are tried out.
    void setLookedAt(const WordFacts &facts, const QString &zone, Instant now);
    const Guide &guide() const { return m_guide; } // as edited

Q_SIGNALS:
    void said(const QString &sentence); // why something is refused; it stands by the outline, too

private:
    enum Side { Question, TryOut, About };
    void buildSides(QVBoxLayout *column);
    QWidget *buildAbout();
    QLineEdit *aboutLine(const char *name, const QString &caption, const QString &hint, QVBoxLayout *in);
    void connectParts();
    void showAbout();
    void showStep(int index);
    void showSide();
    void refresh(int current); // after questions came, went or moved
    void stepEdited();
    void aboutEdited();
    void add();
    void remove();
    void move(int by);
    QString freeKey() const;
    QString whyKeyStays(const QString &key) const;
    bool mayChange() const { return m_editable && m_readable; }

    Guide m_guide, m_asShown;
    QByteArray m_body; // of what is shown, until something is changed
    QSet<QString> m_known; // keys of questions that answers may be kept by
    bool m_editable = true, m_readable = true;
    Banner *m_problem;
    GuideOutline *m_outline;
    SegmentedControl *m_side;
    QStackedWidget *m_sides;
    GuideStepForm *m_form;
    GuideTryout *m_tryout;
    QLineEdit *m_name, *m_about, *m_plans, *m_words;
    FieldError *m_nameError;
};

} // namespace beback::ui
