#include "core/plan/wish_words.h"

#include <QTest>

using namespace beback;

class WishWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsAskedPlainly_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("medium");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("before");
        const auto row = [](const char *words, const char *medium, const char *after = "", const char *before = "") {
            QTest::newRow(words) << QString::fromUtf8(words) << QString::fromLatin1(medium) << QString::fromLatin1(after) << QString::fromLatin1(before);
        };
        row("Text me after six", "text", "18:00");
        row("please text me after 6:30 pm", "text", "18:30");
        row("Please call after six.", "call", "18:00");
        row("Call me before 10", "call", "", "10:00");
        row("call me before noon please", "call", "", "12:00");
        row("please don't call before 10", "", "10:00"); // after it they may be called
        row("Do not call after 8 p.m.", "", "", "20:00");
        row("don't call me before 10", "", "10:00");
        row("don't text me after 8 pm", "", "", "20:00");
        row("can't talk before 3", "", "15:00");
        row("I work until 6, don't call before then", "", "18:00");
        row("text me between 4 and 6", "text", "16:00", "18:00");
        row("no me llame antes de las diez", "", "10:00");
        row("No calls please, text me after 6", "text", "18:00");
        row("not in the morning, text me after six", "text", "18:00");
        row("Text me, I cannot talk at work.", "text");
        row("No calls please", "text");
        row("E-mail is easier for me.", "email");
        row("I'd prefer an email", "email");
        row("Mornings are best.", "", "", "12:00");
        row("Evenings work better", "", "17:00");
        row("Give me a call in the afternoon", "call", "12:00", "17:00");
        row("You can reach me from 9 until 11", "", "09:00", "11:00");
        row("Llámeme después de las seis", "call", "18:00");
        row("Mándeme un mensaje por la mañana", "text", "", "12:00");
        row("No me llamen, mejor por correo", "email");
        row("texting works best, after 12", "text", "12:00");
    }

    void readsWhatIsAskedPlainly()
    {
        QFETCH(QString, words);
        QFETCH(QString, medium);
        QFETCH(QString, after);
        QFETCH(QString, before);
        const Wish wish = readWish(words);
        QCOMPARE(wish.medium ? toText(*wish.medium) : QString(), medium);
        QCOMPARE(wish.after.isValid() ? wish.after.toString(QStringLiteral("HH:mm")) : QString(), after);
        QCOMPARE(wish.before.isValid() ? wish.before.toString(QStringLiteral("HH:mm")) : QString(), before);
        QCOMPARE(wish.text, words);
        QCOMPARE(Wish::fromBody(wish.toBody()), wish);
    }

    void asksNothingWhereNothingIsAsked_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"", "Is the red one still there?", "I work from home until Friday", "We bought it after all",
                                  "What is the best price?", "I will be by after lunch", "My text messages came twice",
                                  "never call my work phone", "How many miles are on it? It is not clear from the photos", "Is the Civic better than the Corolla?"})
            QTest::newRow(words) << QString::fromLatin1(words);
    }

    void asksNothingWhereNothingIsAsked()
    {
        QFETCH(QString, words);
        QVERIFY2(readWish(words).isEmpty(), qPrintable(wishText(readWish(words))));
    }

    void saysItInWords()
    {
        Wish wish;
        QCOMPARE(wishText(wish), QString());
        wish.medium = Medium::Text;
        wish.after = QTime(18, 0);
        QCOMPARE(wishText(wish), QStringLiteral("By text, after 6:00 pm"));
    }
};

QTEST_APPLESS_MAIN(WishWordsTest)
#include "wish_words_test.moc"
