#pragma once

#include <QWidget>

namespace beback::ui {

class EmptyState;

// In the place of a room that needs the shared database, while it does not answer: what is so, and what can be done meanwhile.
class AwayPage : public QWidget
{
    Q_OBJECT
public:
    explicit AwayPage(QWidget *parent = nullptr);
    // `room`: as it is called in the strip above.
    void show(const QString &room, const QString &host);

Q_SIGNALS:
    void workAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    EmptyState *m_page;
};

} // namespace beback::ui
