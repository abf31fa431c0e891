#include "ui/lead/message_marks.h"

#include "ui/style/theme.h"

namespace beback::ui {

void MessageMarks::show(const QVector<Finding> &findings)
{
    if (m_findings == findings)
        return;
    m_findings = findings;
    rehighlight();
}

void MessageMarks::highlightBlock(const QString &text)
{
    const int begin = currentBlock().position(), end = begin + int(text.size());
    for (const Finding &finding : std::as_const(m_findings)) {
        const int from = std::max(finding.from, begin), until = std::min(finding.from + finding.length, end);
        if (finding.inSubject || finding.from < 0 || from >= until)
            continue;
        const bool blocks = finding.weight == Finding::Weight::Blocks;
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(blocks ? Theme::current().danger : Theme::current().under);
        if (blocks)
            format.setBackground(Theme::current().dangerSoft);
        setFormat(from - begin, until - from, format);
    }
}

} // namespace beback::ui
