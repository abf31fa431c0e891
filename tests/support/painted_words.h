#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <memory>

namespace beback::test {

// A device that keeps the words that are painted on it instead of showing them, and how far down they reach.
class PaintedWords final : public QPaintDevice
{
public:
    QStringList words;
    QVector<QRectF> places; // of each, from its left and top, as wide as it is
    double lowest = 0, bottom = 0; // of the last line; of what may be written on, as whoever paints says it

    bool has(const QString &text) const { return words.contains(text); }
    qsizetype count(const QString &text) const { return words.count(text); }
    QPaintEngine *paintEngine() const override { return m_engine.get(); }
    PaintedWords() : m_engine(std::make_unique<Engine>()) {}
    PaintedWords(PaintedWords &&other) : QPaintDevice(), words(other.words), places(other.places), lowest(other.lowest), bottom(other.bottom), m_engine(std::make_unique<Engine>()) {}

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth: return 10000;
        case PdmHeight: return 20000;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return 96;
        case PdmDevicePixelRatio: return 1;
        case PdmDepth: return 32;
        default: return QPaintDevice::metric(metric);
        }
    }

private:
    class Engine final : public QPaintEngine
    {
    public:
        Engine() : QPaintEngine(AllFeatures) {}
        bool begin(QPaintDevice *device) override
        {
            m_device = static_cast<PaintedWords *>(device);
            return true;
        }
        bool end() override { return true; }
        void updateState(const QPaintEngineState &) override {}
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
        void drawPath(const QPainterPath &) override {}
        void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
        void drawTextItem(const QPointF &at, const QTextItem &item) override
        {
            const QPointF there = painter()->transform().map(at);
            m_device->words << item.text();
            m_device->places << QRectF(there.x(), there.y() - item.ascent(), item.width(), item.ascent() + item.descent());
            m_device->lowest = std::max(m_device->lowest, there.y() + item.descent());
        }
        Type type() const override { return User; }

    private:
        PaintedWords *m_device = nullptr;
    };

    std::unique_ptr<Engine> m_engine;
};

} // namespace beback::test
