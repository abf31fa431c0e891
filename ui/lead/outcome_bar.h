#pragma once

#include "ui/lead/outcome_choices.h"
#include "ui/lead/touch_draft.h"

#include <QFrame>

class QButtonGroup;
class QHBoxLayout;
class QLineEdit;

namespace beback::ui {

class ChipLabel;
class ChoicePopup;
class KeyButton;
class OutcomeButton;
class SegmentedControl;
class WrapLayout;
class WhenPopup;

// What came of the touch: outcome, whether the wanted result came, a note, the next time; what is missing; save.
class OutcomeBar : public QFrame
{
    Q_OBJECT
public:
    explicit OutcomeBar(QWidget *parent = nullptr);

    struct Keys {
        QString resultCame, notYet, skip, save, savePause, missing, time;
    };
    void setKeys(const Keys &keys);
    // Shows what was entered so far. `zone`: the customer's, for the next time.
    // `unsold`: they came in and did not buy, and nobody has said why yet.
    void show(const TouchDraft &draft, const QString &zone, const Clock &clock, bool unsold = false);
    void setMedium(Medium medium); // other outcomes; what was chosen stays where it exists there
    void setReadOnly(const QString &reason); // empty: free
    // Large outcomes in rows of five, for a room in which nothing else is; `low`: as low as they may be, where words are written.
    void setRoomy(bool roomy, bool low = false);
    const TouchDraft &draft() const { return m_draft; }
    void setMissing(const QVector<Missing> &missing);
    void setMustAskLeft(int questions); // of the call guide
    void setWritten(bool written);      // the words of this touch are there

    bool chooseDigit(int digit); // false: no such outcome for this medium
    void choose(Outcome outcome);
    void setResultCame(bool came);
    void openTimes();
    void openEnd();                // what the visit came to, or whether they have taken delivery
    void focusFirst();             // the chosen outcome, else the first
    void goToMissing(int steps);   // 1: the next thing missing, -1: the one before
    void refuse();                 // a save was asked for while something is missing
    QLineEdit *noteField() const { return m_note; }

Q_SIGNALS:
    void changed();
    void saveAsked(bool thenPause);
    void skipAsked();
    void mustAskWanted(); // F8 leads to the guide
    void wordsWanted();   // and to the words

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildOutcomes();
    void buildSecondRow();
    void sync();
    void fitOutcomes();
    void fitLine(int room);
    void fitRoomy(int room);
    void placeSkip();
    void showTime();
    void showEnd();
    void takeEnd(int index);
    bool asksForEnd() const;

    TouchDraft m_draft;
    QString m_zone, m_readOnly;
    const Clock *m_clock = nullptr;
    QVector<Missing> m_missing;
    int m_at = -1, m_mustAskLeft = 0;
    bool m_written = false;
    bool m_refused = false, m_unsold = false, m_roomy = false, m_low = false;
    QVector<OutcomeChoice> m_choices;
    QVector<OutcomeButton *> m_buttons;
    QWidget *m_outcomes;
    WrapLayout *m_wrap;
    QHBoxLayout *m_row;
    SegmentedControl *m_result;
    QLineEdit *m_note;
    KeyButton *m_end, *m_when, *m_skip, *m_pause, *m_save;
    ChipLabel *m_left;
    WhenPopup *m_popup;
    ChoicePopup *m_ends;
};

// "Did the result come?": what is missing, as few words.
QString missingText(Missing missing);

} // namespace beback::ui
