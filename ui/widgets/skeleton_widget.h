#pragma once

#include <QRect>
#include <QTimer>
#include <QVector>
#include <QWidget>

namespace beback::ui {

class LinkButton;
class TextLabel;

// The final shape in gray while something is read. Paints nothing for the first 150 ms, and after 3 s offers to go on
// without it. Never a spinner.
class SkeletonWidget : public QWidget
{
    Q_OBJECT
public:
    enum class Shape { Lead, QueueRows, Timeline, Table };
    explicit SkeletonWidget(Shape shape, QWidget *parent = nullptr);

    // `what`: the sentence under the shape once the offer is made: "Reading Elena's history."
    void begin(const QString &what = {});
    void finish();
    bool isShown() const { return m_stage != Stage::Idle && m_stage != Stage::Waiting; }
    bool isOffered() const { return m_stage == Stage::Offered; }
    void setDelays(int showAfterMs, int offerAfterMs);
    void setOffersWithout(bool offers); // default true

Q_SIGNALS:
    void workWithout();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Stage { Idle, Waiting, Shown, Offered };
    void step();
    void place();

    Shape m_shape;
    Stage m_stage = Stage::Idle;
    int m_showAfter = 150, m_offerAfter = 3000;
    bool m_offers = true;
    QTimer m_timer;
    TextLabel *m_what;
    LinkButton *m_without;
};

} // namespace beback::ui
