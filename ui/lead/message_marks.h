#pragma once

#include "core/words/message_check.h"

#include <QSyntaxHighlighter>

namespace beback::ui {

// Marks what the check found at its place: what blocks on its soft fill with a wavy line, what warns with the line alone.
class MessageMarks : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;
    void show(const QVector<Finding> &findings); // of the body

protected:
    void highlightBlock(const QString &text) override;

private:
    QVector<Finding> m_findings;
};

} // namespace beback::ui
