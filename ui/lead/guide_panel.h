#pragma once

#include "core/desk/desk_types.h"

#include <QFrame>
#include <QSet>

class QScrollArea;
class QVBoxLayout;

namespace beback::ui {

class GuideQuestion;
class TextLabel;

// The conversation of a call: what was answered, the question that is asked now, and those to come. Letters choose while the focus
// is in it.
class GuidePanel : public QFrame
{
    Q_OBJECT
public:
    explicit GuidePanel(QWidget *parent = nullptr);
    void show(const Guide &guide, const LeadView &view, const GuideAnswers &answers, const QMap<QString, QString> &notAsked, Instant now);
    const Guide &guide() const { return m_guide; }
    const GuideState &state() const { return m_state; }
    int mustAskLeft() const;
    void focusCurrent(); // the question that is asked now, or the first that is left
    void refuse();       // a save was asked for while something is left

Q_SIGNALS:
    void changed(); // state() is another; who listens shows it again
    void answered(const QString &key, const QString &value);
    void finished(); // nothing is left to ask

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *answeredRow(const GuideStep &step, const QString &shown, bool asked);
    QWidget *comingRow(const GuideStep &step);
    void edit(const QString &key);
    void take(const QString &key, const QString &value, const QString &reason);
    const GuideStep *current() const;

    Guide m_guide;
    GuideState m_state;
    QString m_language, m_zone, m_editing;
    WordFacts m_facts;
    QSet<QString> m_passed; // left for later by hand
    LeadId m_lead;
    Instant m_now;
    TextLabel *m_title, *m_count;
    QScrollArea *m_scroll;
    QVBoxLayout *m_rows;
    QWidget *m_inside = nullptr;
    GuideQuestion *m_question = nullptr;
};

} // namespace beback::ui
