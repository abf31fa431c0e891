#pragma once

#include <QFrame>
#include <QLayout>

namespace beback::ui {

// A pane that fills itself with one of the theme's grounds and draws a border line at chosen edges.
class Ground : public QFrame
{
    Q_OBJECT
public:
    enum class Fill { Surface, Bg, Raised };
    explicit Ground(Fill fill, QWidget *parent = nullptr) : QFrame(parent), m_fill(fill) {}
    void setLines(Qt::Edges edges) { m_lines = edges; update(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Fill m_fill;
    Qt::Edges m_lines;
};

// Side by side, and on to the next line where the width ends. Where they share the width, each first gives up what is more than its
// least, the widest most.
class WrapLayout : public QLayout
{
    Q_OBJECT
public:
    explicit WrapLayout(int gap, QWidget *parent = nullptr);
    ~WrapLayout() override;

    void addItem(QLayoutItem *item) override { m_items << item; }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    void setGap(int gap) { m_gap = gap; }
    void setShares(bool shares) { m_shares = shares; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    QVector<int> widths(int room) const; // of those that are not empty
    int place(const QRect &rect, bool really) const;

    QList<QLayoutItem *> m_items;
    int m_gap;
    bool m_shares = false;
};

} // namespace beback::ui
