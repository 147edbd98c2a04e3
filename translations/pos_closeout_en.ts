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
    <name>ArchiveDialog</name>
    <message numerus="yes">
        <source>%n case(s) put away. Nothing in them is lost.</source>
        <translation>
            <numerusform>%n case put away. Nothing in them is lost.</numerusform>
            <numerusform>%n cases put away. Nothing in them is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BagCard</name>
    <message numerus="yes">
        <source>%n thing(s) in the backup are not as they were. Make a new one.</source>
        <translation>
            <numerusform>%n thing in the backup are not as they were. Make a new one.</numerusform>
            <numerusform>%n things in the backup are not as they were. Make a new one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be taken: gone, in use, or a link.</source>
        <translation>
            <numerusform>%n file could not be taken: gone, in use, or a link.</numerusform>
            <numerusform>%n files could not be taken: gone, in use, or a link.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not whole: %n chosen file(s) are not in it.</source>
        <translation>
            <numerusform>Not whole: %n chosen file are not in it.</numerusform>
            <numerusform>Not whole: %n chosen files are not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleCard</name>
    <message numerus="yes">
        <source>%n proof(s) could not be found and are left out.</source>
        <translation>
            <numerusform>%n proof could not be found and are left out.</numerusform>
            <numerusform>%n proofs could not be found and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardMaker</name>
    <message numerus="yes">
        <source>%n item(s) left for later</source>
        <translation>
            <numerusform>%n item left for later</numerusform>
            <numerusform>%n items left for later</numerusform>
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
</context>
<context>
    <name>ChooseView</name>
    <message numerus="yes">
        <source>&amp;Import %n bill(s)</source>
        <translation>
            <numerusform>&amp;Import %n bill</numerusform>
            <numerusform>&amp;Import %n bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with a problem</source>
        <translation>
            <numerusform>%n row with a problem</numerusform>
            <numerusform>%n rows with a problem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) locked with a password.</source>
        <translation>
            <numerusform>%n file locked with a password.</numerusform>
            <numerusform>%n files locked with a password.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) with columns to be checked.</source>
        <translation>
            <numerusform>%n table with columns to be checked.</numerusform>
            <numerusform>%n tables with columns to be checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseCaseDialog</name>
    <message numerus="yes">
        <source>Still in the way: %n open item(s). The case stays open.</source>
        <translation>
            <numerusform>Still in the way: %n open item. The case stays open.</numerusform>
            <numerusform>Still in the way: %n open items. The case stays open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still open: %n item(s). Clear them first, or say for each why it is left for later: it stays on the outstanding list and goes on being reminded of.</source>
        <translation>
            <numerusform>Still open: %n item. Clear them first, or say for each why it is left for later: it stays on the outstanding list and goes on being reminded of.</numerusform>
            <numerusform>Still open: %n items. Clear them first, or say for each why it is left for later: it stays on the outstanding list and goes on being reminded of.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, with the same reason for all</source>
        <translation>
            <numerusform>… and %n more, with the same reason for all</numerusform>
            <numerusform>… and %n more, with the same reason for all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactChooser</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list has room for %n more. Customers are better told by the poster.</source>
        <translation>
            <numerusform>The list has room for %n more. Customers are better told by the poster.</numerusform>
            <numerusform>The list has room for %n more. Customers are better told by the poster.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more row(s) like these.</source>
        <translation>
            <numerusform>… and %n more row like these.</numerusform>
            <numerusform>… and %n more rows like these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopiesDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in neither sum</source>
        <translation>
            <numerusform>%n more in neither sum</numerusform>
            <numerusform>%n more in neither sum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To review: %n row(s) of your bills</source>
        <translation>
            <numerusform>To review: %n row of your bills</numerusform>
            <numerusform>To review: %n rows of your bills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverModel</name>
    <message numerus="yes">
        <source>%n day(s) can no longer be downloaded</source>
        <translation>
            <numerusform>%n day can no longer be downloaded</numerusform>
            <numerusform>%n days can no longer be downloaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message numerus="yes">
        <source>Accepted: %n row(s)</source>
        <translation>
            <numerusform>Accepted: %n row</numerusform>
            <numerusform>Accepted: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n row(s)</source>
        <translation>
            <numerusform>Left out: %n row</numerusform>
            <numerusform>Left out: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To review again: %n row(s)</source>
        <translation>
            <numerusform>To review again: %n row</numerusform>
            <numerusform>To review again: %n rows</numerusform>
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
    <name>EndingCard</name>
    <message numerus="yes">
        <source>%n step(s) not finished</source>
        <translation>
            <numerusform>%n step not finished</numerusform>
            <numerusform>%n steps not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) still open</source>
        <translation>
            <numerusform>%n item still open</numerusform>
            <numerusform>%n items still open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnvelopeDialog</name>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n entries you were reminded of</source>
        <translation>
            <numerusform>Only the entry you were reminded of</numerusform>
            <numerusform>Only the %n entries you were reminded of</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message numerus="yes">
        <source>%n sentence(s), the newest first</source>
        <translation>
            <numerusform>%n sentence, the newest first</numerusform>
            <numerusform>%n sentences, the newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s); the newest are shown, search for older ones</source>
        <translation>
            <numerusform>%n sentence; the newest are shown, search for older ones</numerusform>
            <numerusform>%n sentences; the newest are shown, search for older ones</numerusform>
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
    <name>ImportView</name>
    <message numerus="yes">
        <source>Importing %n bill(s)</source>
        <translation>
            <numerusform>Importing %n bill</numerusform>
            <numerusform>Importing %n bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) read</source>
        <translation>
            <numerusform>%n bill read</numerusform>
            <numerusform>%n bills read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of the list may be cleared now</source>
        <translation>
            <numerusform>%n item of the list may be cleared now</numerusform>
            <numerusform>%n items of the list may be cleared now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with a problem</source>
        <translation>
            <numerusform>%n row with a problem</numerusform>
            <numerusform>%n rows with a problem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Review %n row(s)</source>
        <translation>
            <numerusform>&amp;Review %n row</numerusform>
            <numerusform>&amp;Review %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier row(s) shown as done now</source>
        <translation>
            <numerusform>%n earlier row shown as done now</numerusform>
            <numerusform>%n earlier rows shown as done now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
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
    <name>KeptView</name>
    <message numerus="yes">
        <source>%n item(s) you accepted from it will stay on the outstanding list.</source>
        <translation>
            <numerusform>%n item you accepted from it will stay on the outstanding list.</numerusform>
            <numerusform>%n items you accepted from it will stay on the outstanding list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not reviewed yet went with it.</source>
        <translation>
            <numerusform>%n row not reviewed yet went with it.</numerusform>
            <numerusform>%n rows not reviewed yet went with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerController</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftOutLine</name>
    <message numerus="yes">
        <source>%n thing(s) that do not concern you were left out.</source>
        <translation>
            <numerusform>%n thing that does not concern you was left out.</numerusform>
            <numerusform>%n things that do not concern you were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message numerus="yes">
        <source>The first %n entries were copied; save a file for all of them.</source>
        <translation>
            <numerusform>The first %n entry were copied; save a file for all of them.</numerusform>
            <numerusform>The first %n entries were copied; save a file for all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were copied. Paste them into WeChat with Ctrl+V.</source>
        <translation>
            <numerusform>%n entry were copied. Paste them into WeChat with Ctrl+V.</numerusform>
            <numerusform>%n entries were copied. Paste them into WeChat with Ctrl+V.</numerusform>
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
    <name>MonthsCard</name>
    <message numerus="yes">
        <source>%n month(s) are missing.</source>
        <translation>
            <numerusform>%n month are missing.</numerusform>
            <numerusform>%n months are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message numerus="yes">
        <source>%n day(s) changed by it.</source>
        <translation>
            <numerusform>%n day changed by it.</numerusform>
            <numerusform>%n days changed by it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message numerus="yes">
        <source>%1 characters: %n text message(s)</source>
        <translation>
            <numerusform>%1 characters: %n text message</numerusform>
            <numerusform>%1 characters: %n text messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintController</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>%n row(s) with a problem</source>
        <translation>
            <numerusform>%n row with a problem</numerusform>
            <numerusform>%n rows with a problem</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message numerus="yes">
        <source>a refund to a card takes about %n working day(s); then look again</source>
        <translation>
            <numerusform>a refund to a card takes about %n working day; then look again</numerusform>
            <numerusform>a refund to a card takes about %n working days; then look again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalsView</name>
    <message numerus="yes">
        <source>Accept all %n of this kind</source>
        <translation>
            <numerusform>Accept all %n of this kind</numerusform>
            <numerusform>Accept all %n of this kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
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
    <name>RecheckView</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefundCard</name>
    <message numerus="yes">
        <source>%n refund(s) too late for the channel</source>
        <translation>
            <numerusform>%n refund too late for the channel</numerusform>
            <numerusform>%n refunds too late for the channel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s) to be sent off by {lead}</source>
        <translation>
            <numerusform>%n refund to be sent off by {lead}</numerusform>
            <numerusform>%n refunds to be sent off by {lead}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefundDialog</name>
    <message numerus="yes">
        <source>… and %n more; the outstanding list holds them all</source>
        <translation>
            <numerusform>… and %n more; the outstanding list holds them all</numerusform>
            <numerusform>… and %n more; the outstanding list holds them all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefundTexts</name>
    <message numerus="yes">
        <source>%n refund(s) must be done before the stop on {stop}: send them off by {lead}.</source>
        <translation>
            <numerusform>%n refund must be done before the stop on {stop}: send them off by {lead}.</numerusform>
            <numerusform>%n refunds must be done before the stop on {stop}: send them off by {lead}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s) can no longer go back by machine: ask the acquirer to do it by hand.</source>
        <translation>
            <numerusform>%n refund can no longer go back by machine: ask the acquirer to do it by hand.</numerusform>
            <numerusform>%n refunds can no longer go back by machine: ask the acquirer to do it by hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReminderTimer</name>
    <message numerus="yes">
        <source>%n thing(s) to see to</source>
        <translation>
            <numerusform>%n thing to see to</numerusform>
            <numerusform>%n things to see to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairCard</name>
    <message numerus="yes">
        <source>%n thing(s) left to fix.</source>
        <translation>
            <numerusform>%n thing left to fix.</numerusform>
            <numerusform>%n things left to fix.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionCard</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RhythmBoxes</name>
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
    <name>SafetyController</name>
    <message numerus="yes">
        <source>%n safety copy(ies) cleaned and proved.</source>
        <translation>
            <numerusform>%n safety copy cleaned and proved.</numerusform>
            <numerusform>%n safety copies cleaned and proved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionActions</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n entries chosen</source>
        <translation>
            <numerusform>%n entry chosen</numerusform>
            <numerusform>%n entries chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Excel has changed this file: %n order number(s) destroyed. Please download the bill again and import it without opening it first; nothing counts twice.</source>
        <translation>
            <numerusform>Excel has changed this file: %n order number destroyed. Please download the bill again and import it without opening it first; nothing counts twice.</numerusform>
            <numerusform>Excel has changed this file: %n order numbers destroyed. Please download the bill again and import it without opening it first; nothing counts twice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskLine</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
</TS>
