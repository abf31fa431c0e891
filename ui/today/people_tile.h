#pragma once

#include "core/report/today.h"

#include <QWidget>

namespace beback::ui {

class ChipLabel;
class LinkButton;
class TextLabel;

// Who works here, and who of them began today. The tool tip tells of each.
class PeopleTile : public QWidget
{
    Q_OBJECT
public:
    explicit PeopleTile(QWidget *parent = nullptr);
    void show(const QVector<PersonToday> &people, const QString &zone);
    QWidget *stop() const; // for Tab

Q_SIGNALS:
    void openAsked();

private:
    TextLabel *m_caption;
    LinkButton *m_open;
    ChipLabel *m_working, *m_notYet;
};

} // namespace beback::ui
