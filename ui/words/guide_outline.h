#pragma once

#include "core/words/guide.h"

#include <QWidget>

class QListWidget;

namespace beback::ui {

class FieldError;
class KeyButton;

// The questions of a guide in their order, those that wait for an answer indented below the one they wait for. Changes nothing
// itself: it asks for it, or says why it cannot be.
class GuideOutline : public QWidget
{
    Q_OBJECT
public:
    explicit GuideOutline(QWidget *parent = nullptr);

    void show(const Guide &guide, int current); // says nothing through chosen(); forgets what was refused
    int current() const;                        // -1: it asks nothing
    QString currentKey() const;
    void choose(const QString &key);
    void setEditable(bool editable);
    void add();
    void remove();
    void move(int by); // -1: asked one earlier, 1: one later

Q_SIGNALS:
    void chosen(const QString &key);
    void openAsked(); // Enter on a question
    void addAsked();  // after the current one
    void removeAsked();
    void moveAsked(int by);
    void said(const QString &sentence); // why not

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    KeyButton *button(const char *name, const QString &icon, const QString &text, const QString &key);
    bool take(int key, bool alt); // false: no key of the outline
    QString refusedMove(int by) const;
    QString refusedRemoval() const;
    void refuse(const QString &sentence);

    Guide m_guide;
    bool m_editable = true, m_filling = false;
    QListWidget *m_list;
    QWidget *m_buttons;
    FieldError *m_refused;
};

} // namespace beback::ui
