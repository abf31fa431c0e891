<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AddLeadPane</name>
    <message numerus="yes">
        <source>%n digits are missing.</source>
        <translation>
            <numerusform>%n digit is missing.</numerusform>
            <numerusform>%n digits are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AwayWords</name>
    <message numerus="yes">
        <source>%1 of %n leads are to go. They are held for you until %2; nobody else works them until then.</source>
        <translation>
            <numerusform>%1 of %n lead is to go. It is held for you until %2; nobody else works it until then.</numerusform>
            <numerusform>%1 of %n leads are to go. They are held for you until %2; nobody else works them until then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries wait to be sent, the oldest since %1. They are kept on this computer.</source>
        <translation>
            <numerusform>%n entry waits to be sent, since %1. It is kept on this computer.</numerusform>
            <numerusform>%n entries wait to be sent, the oldest since %1. They are kept on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is known here of do-not-contact was read %1. Once it is %n hours old, nobody is called or texted from here.</source>
        <translation>
            <numerusform>What is known here of do-not-contact was read %1. Once it is %n hour old, nobody is called or texted from here.</numerusform>
            <numerusform>What is known here of do-not-contact was read %1. Once it is %n hours old, nobody is called or texted from here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n are here</source>
        <translation>
            <numerusform>%1 of %n is here</numerusform>
            <numerusform>%1 of %n are here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries sent</source>
        <translation>
            <numerusform>%n entry sent</numerusform>
            <numerusform>%n entries sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came in</source>
        <translation>
            <numerusform>%n came in</numerusform>
            <numerusform>%n came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads no longer held for the trip</source>
        <translation>
            <numerusform>%n lead no longer held for the trip</numerusform>
            <numerusform>%n leads no longer held for the trip</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need a look</source>
        <translation>
            <numerusform>%n needs a look</numerusform>
            <numerusform>%n need a look</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignWords</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lost leads are opened again.</source>
        <translation>
            <numerusform>%n lost lead is opened again.</numerusform>
            <numerusform>%n lost leads are opened again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open leads change their plan.</source>
        <translation>
            <numerusform>%n open lead changes its plan.</numerusform>
            <numerusform>%n open leads change their plan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It asks for %n touches in all.</source>
        <translation>
            <numerusform>It asks for %n touch in all.</numerusform>
            <numerusform>It asks for %n touches in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are left out.</source>
        <translation>
            <numerusform>%n is left out.</numerusform>
            <numerusform>%n are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people nobody has spoken with since go back to where they were; a lost lead is lost again.</source>
        <translation>
            <numerusform>%n person nobody has spoken with since goes back to where they were; a lost lead is lost again.</numerusform>
            <numerusform>%n people nobody has spoken with since go back to where they were; a lost lead is lost again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n who were spoken with stay on the plan.</source>
        <translation>
            <numerusform>%n who was spoken with stays on the plan.</numerusform>
            <numerusform>%n who were spoken with stay on the plan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignsRoom</name>
    <message numerus="yes">
        <source>Stopped: %n people are back where they were</source>
        <translation>
            <numerusform>Stopped: %n person is back where they were</numerusform>
            <numerusform>Stopped: %n people are back where they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Started: %n people are on its plan</source>
        <translation>
            <numerusform>Started: %n person is on its plan</numerusform>
            <numerusform>Started: %n people are on its plan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartText</name>
    <message numerus="yes">
        <source>%n leads</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaySquares</name>
    <message numerus="yes">
        <source>%n days in a row</source>
        <translation>
            <numerusform>%n day in a row</numerusform>
            <numerusform>%n days in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days in a row, and today to come</source>
        <translation>
            <numerusform>%n day, and today to come</numerusform>
            <numerusform>%n days in a row, and today to come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntakeRoom</name>
    <message numerus="yes">
        <source>%n leads read</source>
        <translation>
            <numerusform>%n lead read</numerusform>
            <numerusform>%n leads read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n set aside</source>
        <translation>
            <numerusform>, %n set aside</numerusform>
            <numerusform>, %n set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new leads</source>
        <translation>
            <numerusform>%n new lead</numerusform>
            <numerusform>%n new leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkFacts</name>
    <message numerus="yes">
        <source>What you record is kept on this computer: %n entries wait.</source>
        <translation>
            <numerusform>What you record is kept on this computer: %n entry waits.</numerusform>
            <numerusform>What you record is kept on this computer: %n entries wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries on their way</source>
        <translation>
            <numerusform>%n entry on its way</numerusform>
            <numerusform>%n entries on their way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer forgets the address and your password. %n entries are not sent yet: they stay in the file on this computer and go out when you join again.</source>
        <translation>
            <numerusform>This computer forgets the address and your password. %n entry is not sent yet: it stays in the file on this computer and goes out when you join again.</numerusform>
            <numerusform>This computer forgets the address and your password. %n entries are not sent yet: they stay in the file on this computer and go out when you join again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n leads to go until %2</source>
        <translation>
            <numerusform>%1 of %n lead to go until %2</numerusform>
            <numerusform>%1 of %n leads to go until %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries wait to be sent</source>
        <translation>
            <numerusform>%n entry waits to be sent</numerusform>
            <numerusform>%n entries wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are not sent since %1</source>
        <translation>
            <numerusform>%n entry is not sent since %1</numerusform>
            <numerusform>%n entries are not sent since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads along until %1</source>
        <translation>
            <numerusform>%n lead along until %1</numerusform>
            <numerusform>%n leads along until %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n more after this one.</source>
        <translation>
            <numerusform>%n more after this one.</numerusform>
            <numerusform>%n more after this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads no longer held for the trip. The others are along.</source>
        <translation>
            <numerusform>%n lead no longer held for the trip. The others are along.</numerusform>
            <numerusform>%n leads no longer held for the trip. The others are along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingPane</name>
    <message numerus="yes">
        <source>%1 has %n columns. Beback proposes what each one holds; change what is not right.</source>
        <translation>
            <numerusform>%1 has %n column. Beback proposes what it holds; change what is not right.</numerusform>
            <numerusform>%1 has %n columns. Beback proposes what each one holds; change what is not right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message numerus="yes">
        <source>%n characters, nothing filled in</source>
        <translation>
            <numerusform>%n character, nothing filled in</numerusform>
            <numerusform>%n characters, nothing filled in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters as they get it</source>
        <translation>
            <numerusform>%n character as they get it</numerusform>
            <numerusform>%n characters as they get it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeBar</name>
    <message numerus="yes">
        <source>%n things left</source>
        <translation>
            <numerusform>%n thing left</numerusform>
            <numerusform>%n things left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n must-ask left</source>
        <translation>
            <numerusform>%n must-ask left</numerusform>
            <numerusform>%n must-ask left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message numerus="yes">
        <source>%n leads</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message numerus="yes">
        <source>+%n days</source>
        <translation>
            <numerusform>+%n day</numerusform>
            <numerusform>+%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads stay on the version they began.</source>
        <translation>
            <numerusform>%n lead stays on the version it began.</numerusform>
            <numerusform>%n leads stay on the version they began.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlansRoom</name>
    <message numerus="yes">
        <source>%n leads stay on the version they began.</source>
        <translation>
            <numerusform>%n lead stays on the version it began.</numerusform>
            <numerusform>%n leads stay on the version they began.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads stand on it.</source>
        <translation>
            <numerusform>%n lead stands on it.</numerusform>
            <numerusform>%n leads stand on it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message numerus="yes">
        <source>Today&apos;s list: %n left</source>
        <translation>
            <numerusform>Today&apos;s list: %n left</numerusform>
            <numerusform>Today&apos;s list: %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit</source>
        <translation>
            <numerusform>%n did not fit</numerusform>
            <numerusform>%n did not fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message numerus="yes">
        <source>%n people are not on the plan yet: the start was cut short. Go on with it.</source>
        <translation>
            <numerusform>%n person is not on the plan yet: the start was cut short. Go on with it.</numerusform>
            <numerusform>%n people are not on the plan yet: the start was cut short. Go on with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people went back to where they were when it was stopped.</source>
        <translation>
            <numerusform>%n person went back to where they were when it was stopped.</numerusform>
            <numerusform>%n people went back to where they were when it was stopped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesRoom</name>
    <message numerus="yes">
        <source>%n would be contacted later</source>
        <translation>
            <numerusform>%n would be contacted later</numerusform>
            <numerusform>%n would be contacted later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be contacted earlier</source>
        <translation>
            <numerusform>%n would be contacted earlier</numerusform>
            <numerusform>%n would be contacted earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScorePage</name>
    <message numerus="yes">
        <source>%n touches in this hour</source>
        <translation>
            <numerusform>%n touch in this hour</numerusform>
            <numerusform>%n touches in this hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touches more than %1.</source>
        <translation>
            <numerusform>%n touch more than %1.</numerusform>
            <numerusform>%n touches more than %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touches fewer than %1.</source>
        <translation>
            <numerusform>%n touch fewer than %1.</numerusform>
            <numerusform>%n touches fewer than %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reached</source>
        <translation>
            <numerusform>%n reached</numerusform>
            <numerusform>%n reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A day is kept with %n touches inside the hour. A business day without ends the row.</source>
        <translation>
            <numerusform>A day is kept with %n touch inside the hour. A business day without ends the row.</numerusform>
            <numerusform>A day is kept with %n touches inside the hour. A business day without ends the row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScorePane</name>
    <message numerus="yes">
        <source>%n more touches keep this day.</source>
        <translation>
            <numerusform>%n more touch keeps this day.</numerusform>
            <numerusform>%n more touches keep this day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>The first %n, by likeness</source>
        <translation>
            <numerusform>The first %n, by likeness</numerusform>
            <numerusform>The first %n, by likeness</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SolutionsPane</name>
    <message numerus="yes">
        <source>%n days here</source>
        <translation>
            <numerusform>%n day here</numerusform>
            <numerusform>%n days here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StockCard</name>
    <message numerus="yes">
        <source>%n vehicles, brought in by %1 on %2.</source>
        <translation>
            <numerusform>%n vehicle, brought in by %1 on %2.</numerusform>
            <numerusform>%n vehicles, brought in by %1 on %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakePane</name>
    <message numerus="yes">
        <source>Take %n leads along</source>
        <translation>
            <numerusform>Take %n lead along</numerusform>
            <numerusform>Take %n leads along</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n are in your queue now; who becomes due until then comes besides.</source>
        <translation>
            <numerusform>Only %n is in your queue now; who becomes due until then comes besides.</numerusform>
            <numerusform>Only %n are in your queue now; who becomes due until then comes besides.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThenPane</name>
    <message numerus="yes">
        <source>%n more in this hour</source>
        <translation>
            <numerusform>%n more in this hour</numerusform>
            <numerusform>%n more in this hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordText</name>
    <message numerus="yes">
        <source>%n questions</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ways</source>
        <translation>
            <numerusform>%n way</numerusform>
            <numerusform>%n ways</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phrases</source>
        <translation>
            <numerusform>%n phrase</numerusform>
            <numerusform>%n phrases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsPanel</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fix</source>
        <translation>
            <numerusform>%n to fix</numerusform>
            <numerusform>%n to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things to fix before it can go</source>
        <translation>
            <numerusform>%n thing to fix before it can go</numerusform>
            <numerusform>%n things to fix before it can go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n texts</source>
        <translation>
            <numerusform>, %n text</numerusform>
            <numerusform>, %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsRoom</name>
    <message numerus="yes">
        <source>%n files written to %1.</source>
        <translation>
            <numerusform>%n file written to %1.</numerusform>
            <numerusform>%n files written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed. Everybody uses it from now on.</source>
        <translation>
            <numerusform>%n changed. Everybody uses it from now on.</numerusform>
            <numerusform>%n changed. Everybody uses them from now on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkPages</name>
    <message numerus="yes">
        <source>%n leads are open with you. This is why none is offered now:</source>
        <translation>
            <numerusform>%n lead is open with you. This is why it is not offered now:</numerusform>
            <numerusform>%n leads are open with you. This is why none is offered now:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>beback</name>
    <message numerus="yes">
        <source>%n lead(s) are along already, until %1. Come back from that trip first.</source>
        <translation>
            <numerusform>%n lead is along already, until %1. Come back from that trip first.</numerusform>
            <numerusform>%n leads are along already, until %1. Come back from that trip first.</numerusform>
        </translation>
    </message>
</context>
</TS>
