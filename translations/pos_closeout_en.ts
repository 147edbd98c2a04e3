<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApplicationPage</name>
    <message numerus="yes">
        <source>%n thing(s) should be done before you hand this letter in.</source>
        <translation>
            <numerusform>%n thing should be done before you hand this letter in.</numerusform>
            <numerusform>%n things should be done before you hand this letter in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EligibilityPage</name>
    <message numerus="yes">
        <source>%n thing(s) must be done before you hand in the application.</source>
        <translation>
            <numerusform>%n thing must be done before you hand in the application.</numerusform>
            <numerusform>%n things must be done before you hand in the application.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing blocks you. %n thing(s) are better dealt with first.</source>
        <translation>
            <numerusform>Nothing blocks you. %n thing is better dealt with first.</numerusform>
            <numerusform>Nothing blocks you. %n things are better dealt with first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n thing(s) overdue</source>
        <translation>
            <numerusform>%n thing overdue</numerusform>
            <numerusform>%n things overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>%n due today</numerusform>
            <numerusform>%n due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <translation>
            <numerusform>%n terminal</numerusform>
            <numerusform>%n terminals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be done first</source>
        <translation>
            <numerusform>%n thing must be done first</numerusform>
            <numerusform>%n things must be done first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemModel</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n item(s) overdue</source>
        <translation>
            <numerusform>%n item overdue</numerusform>
            <numerusform>%n items overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) due today</source>
        <translation>
            <numerusform>%n item due today</numerusform>
            <numerusform>%n items due today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>Only you know this · %n question(s) left</source>
        <translation>
            <numerusform>Only you know this · %n question left</numerusform>
            <numerusform>Only you know this · %n questions left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindersPage</name>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n day before</numerusform>
            <numerusform>%n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every %n day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message numerus="yes">
        <source>%n thing(s) to see to</source>
        <translation>
            <numerusform>%n thing to see to</numerusform>
            <numerusform>%n things to see to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
</TS>
