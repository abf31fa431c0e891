// A plain e-mail as HTML: nothing a stranger wrote becomes markup.

#include "core/words/mail_html.h"

#include <QTest>

using namespace beback;
using namespace Qt::StringLiterals;

namespace {

QString htmlOf(const QString &body)
{
    return mailHtml(u"Hello"_s, body, u"en"_s);
}

} // namespace

class MailHtmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesParagraphsAndKeepsLines()
    {
        const QString html = htmlOf(u"Hi Ann,\r\n\r\nOne.\r\nTwo.\n \n\nMarcus"_s);
        QVERIFY2(html.contains(u"<p style=\"margin:0 0 16px\">Hi Ann,</p>\n<p style=\"margin:0 0 16px\">One.<br>\nTwo.</p>\n"_s), qPrintable(html));
        QCOMPARE(html.count(u"<p "_s), 3);
        QVERIFY(html.startsWith(u"<!DOCTYPE html>\n<html lang=\"en\">"_s));
        QVERIFY(html.contains(u"<title>Hello</title>"_s));
        QVERIFY(html.endsWith(u"</html>\n"_s));
    }

    void letsNothingThroughAsMarkup()
    {
        const QString foul = u"<script>alert(\"1\" & '2')</script>"_s;
        const QString html = mailHtml(foul, foul + u"\n\n<img src=x onerror=\"y()\">"_s, u"en\"><script>"_s);
        QVERIFY2(!html.contains(u"<script"_s) && !html.contains(u"<img"_s), qPrintable(html));
        QCOMPARE(html.count(u"&lt;script&gt;alert(&quot;1&quot; &amp; '2')&lt;/script&gt;"_s), 2);
        QVERIFY(html.contains(u"&lt;img src=x onerror=&quot;y()&quot;&gt;"_s));
        QVERIFY(html.contains(u"<html>\n"_s)); // a language that is none is left out
        QVERIFY(!mailHtml(u"Hello"_s, u"Hello"_s, u"en\n"_s).contains(u"lang="_s));
    }

    void fetchesNothing()
    {
        const QString html = htmlOf(u"Hello https://store.example/a.png\n\nMarcus"_s);
        for (const QString &tag : {u"src="_s, u"<link"_s, u"url("_s, u"<style"_s, u"@import"_s})
            QVERIFY2(!html.contains(tag), qPrintable(tag));
    }

    void makesLinks_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("html");
        QTest::newRow("the end of a sentence") << u"See https://store.example/cars?a=1&b=2."_s
            << u"See <a href=\"https://store.example/cars?a=1&amp;b=2\">https://store.example/cars?a=1&amp;b=2</a>."_s;
        QTest::newRow("in brackets") << u"(http://store.example/x)"_s << u"(<a href=\"http://store.example/x\">http://store.example/x</a>)"_s;
        QTest::newRow("brackets in it") << u"http://store.example/a_(b)"_s << u"<a href=\"http://store.example/a_(b)\">http://store.example/a_(b)</a>"_s;
        QTest::newRow("mail") << u"Write to ann+cars@mail.example, please"_s
            << u"Write to <a href=\"mailto:ann%2Bcars@mail.example\">ann+cars@mail.example</a>, please"_s;
        QTest::newRow("two") << u"a@b.example or https://c.example"_s
            << u"<a href=\"mailto:a@b.example\">a@b.example</a> or <a href=\"https://c.example\">https://c.example</a>"_s;
        QTest::newRow("quotes in it") << u"http://store.example/\"onclick=\"x"_s
            << u"<a href=\"http://store.example/\">http://store.example/</a>&quot;onclick=&quot;x"_s;
        QTest::newRow("a script") << u"javascript:alert(1)"_s << u"javascript:alert(1)"_s;
        QTest::newRow("no host") << u"https:// and so on"_s << u"https:// and so on"_s;
        QTest::newRow("no mail address") << u"me@home and @you"_s << u"me@home and @you"_s;
        QTest::newRow("blanks") << u"a   b"_s << u"a&nbsp;&nbsp; b"_s;
    }
    void makesLinks()
    {
        QFETCH(QString, line);
        QFETCH(QString, html);
        const QString whole = htmlOf(line);
        QVERIFY2(whole.contains(u"<p style=\"margin:0 0 16px\">"_s + html + u"</p>"_s), qPrintable(whole));
    }

    void setsTheEndSmall()
    {
        const QString html = htmlOf(u"Hi Ann,\n\nWhen does it suit you?\n\nMarcus Webb\nMesa Honda\n(520) 555-0100\n1 Speedway Blvd, Tucson\n\n"
                                    "If you would rather not get e-mail from us, answer with the word STOP."_s);
        QCOMPARE(html.count(u"color:#666666"_s), 2);
        QVERIFY(html.contains(u"color:#666666\">Marcus Webb<br>"_s));
        QVERIFY(html.contains(u"color:#666666\">If you"_s));
        const QString list = htmlOf(u"Hi Ann,\n\n- tires\n- brakes\n- oil\n\nMarcus"_s);
        QCOMPARE(list.count(u"color:#666666"_s), 1);
        QCOMPARE(htmlOf(u"Hello"_s).count(u"color:#666666"_s), 0);
        QCOMPARE(htmlOf({}).count(u"<p"_s), 0);
    }
};

QTEST_APPLESS_MAIN(MailHtmlTest)
#include "mail_html_test.moc"
