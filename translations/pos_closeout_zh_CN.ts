<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>POS Closeout</source>
        <translation>POS停机助手</translation>
    </message>
    <message>
        <source>Works on this computer only. No account, nothing is uploaded, nothing is sent.</source>
        <translation>只在这台电脑上工作。不用注册，不上传、不外发任何内容。</translation>
    </message>
    <message>
        <source>Your data: %1</source>
        <translation>您的数据存放在：%1</translation>
    </message>
    <message>
        <source>Contains Qt and PySide6 (LGPL 3), reportlab (BSD), sqlite-utils (Apache 2.0), Noto Serif SC and Source Serif 4 (OFL), Lucide icons (ISC).</source>
        <translation>本程序使用了 Qt 与 PySide6（LGPL 3）、reportlab（BSD）、sqlite-utils（Apache 2.0）、思源宋体 Noto Serif SC 与 Source Serif 4（OFL）、Lucide 图标（ISC）。</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>关于本程序</translation>
    </message>
</context>
<context>
    <name>AcquirerCompleter</name>
    <message>
        <source>Acquirers that fit</source>
        <translation>相近的收单机构</translation>
    </message>
</context>
<context>
    <name>AcquirerKnown</name>
    <message>
        <source>Write the name out as it stands on the agreement; the letter is addressed so.</source>
        <translation>请按协议上盖章的全称写完整，申请函就按这个名字抬头。</translation>
    </message>
    <message>
        <source>Yes, that is mine</source>
        <translation>是，就是这家</translation>
    </message>
</context>
<context>
    <name>ActionCard</name>
    <message>
        <source>What is to happen?</source>
        <translation>这次要怎么办？</translation>
    </message>
    <message>
        <source>Say above why it is to stop; then we say what usually fits.</source>
        <translation>先在上面选好为什么要停，我们再告诉您一般怎么办合适。</translation>
    </message>
    <message>
        <source>Our advice: %1. %2</source>
        <translation>建议选“%1”。%2</translation>
    </message>
    <message>
        <source>Choose this</source>
        <translation>就选这个</translation>
    </message>
    <message>
        <source>You may do it in an app first: %1. The letter still goes out.</source>
        <translation>可以先在 App 里办：%1。申请函照样要寄。</translation>
    </message>
    <message>
        <source>Show how</source>
        <translation>看怎么办</translation>
    </message>
</context>
<context>
    <name>ActionWords</name>
    <message>
        <source>Stops: %1</source>
        <translation>会停掉：%1</translation>
    </message>
    <message>
        <source>Goes on: %1</source>
        <translation>不受影响：%1</translation>
    </message>
    <message>
        <source>Way back: %1</source>
        <translation>能否恢复：%1</translation>
    </message>
</context>
<context>
    <name>AppRoutesCard</name>
    <message>
        <source>In the app first</source>
        <translation>先在 App 里办</translation>
    </message>
    <message>
        <source>A password, a code or your face in the official app that you opened yourself is normal. Whoever asks for them by telephone, text or chat, or guides you through the app, is a fraud.</source>
        <translation>您自己打开官方 App，在里面输密码、验证码或刷脸，是正常的。别人在电话、短信、微信里向您要这些，或者一步步教您在 App 里操作，就是诈骗。</translation>
    </message>
    <message>
        <source>said by themselves</source>
        <translation>机构自己公布</translation>
    </message>
    <message>
        <source>reported only, please check</source>
        <translation>网上转述，请核实</translation>
    </message>
    <message>
        <source>Source: %1 · checked %2</source>
        <translation>来源：%1 · %2 核对</translation>
    </message>
    <message>
        <source>Who may</source>
        <translation>谁能办</translation>
    </message>
    <message>
        <source>How</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>什么时候生效</translation>
    </message>
    <message>
        <source>What it does not do</source>
        <translation>它不管的</translation>
    </message>
    <message>
        <source>Still worth sending</source>
        <translation>还要寄什么</translation>
    </message>
</context>
<context>
    <name>ApplicationPage</name>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open in the program that shows your PDF files</source>
        <translation>用电脑上的 PDF 阅读器打开</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Language of the letter</source>
        <translation>信函语言</translation>
    </message>
    <message>
        <source>apart from the screen</source>
        <translation>与界面语言无关</translation>
    </message>
    <message>
        <source>Addressed to</source>
        <translation>抬头</translation>
    </message>
    <message>
        <source>Stop from</source>
        <translation>希望停用日期</translation>
    </message>
    <message>
        <source>How to reach you afterwards</source>
        <translation>停机后怎么联系您</translation>
    </message>
    <message>
        <source>To bring along (worked out from your answers)</source>
        <translation>随信附上（按您的情况算出）</translation>
    </message>
    <message>
        <source>Not handed out yet. Printing or saving makes it version 1.</source>
        <translation>还没有交出去。打印或保存后就是第 1 版。</translation>
    </message>
    <message>
        <source>Version %1 has been printed or saved; a change makes the next one.</source>
        <translation>第 %1 版已打印或保存；再改动就会成为下一版。</translation>
    </message>
    <message>
        <source>Some answers are missing; the letter leaves room to fill them in by hand.</source>
        <translation>还有几项没填；信上会留出空白，可以手写。</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>去填写</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) should be done before you hand this letter in.</source>
        <translation>
            <numerusform>交这封信之前，还有 %n 件事应当先办。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>These characters cannot be printed and show as 〓: %1. Please write them another way.</source>
        <translation>这些字打印不出来，信上会显示为〓：%1。请换一种写法，或打印后手写补上。</translation>
    </message>
    <message>
        <source>Print all papers …</source>
        <translation>打印全套材料…</translation>
    </message>
    <message>
        <source>English (a translation)</source>
        <translation>English（译文）</translation>
    </message>
    <message>
        <source>The Chinese paper is the one that goes to the acquirer.</source>
        <translation>交给收单机构的就是中文这一份。</translation>
    </message>
    <message>
        <source>A translation for you to read. Hand in the Chinese paper.</source>
        <translation>这是给您看的译文，请递交中文那一份。</translation>
    </message>
</context>
<context>
    <name>ArchiveDialog</name>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Search in the archive…</source>
        <translation>在归档里查找…</translation>
    </message>
    <message>
        <source>Search in the archive</source>
        <translation>在归档里查找</translation>
    </message>
    <message>
        <source>Archived cases</source>
        <translation>归档的申请</translation>
    </message>
    <message>
        <source>&amp;Take out again</source>
        <translation>取出来(&amp;T)</translation>
    </message>
    <message>
        <source>What happened so far…</source>
        <translation>办理经过…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>The archive is empty. A closed case can be put here from “More” on its card.</source>
        <translation>归档里还没有东西。关闭了的申请，可以在它的卡片“更多”里放进来。</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or other words.</source>
        <translation>没有找到。少写几个字，或换个说法再试。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) put away. Nothing in them is lost.</source>
        <translation>
            <numerusform>已归档 %n 份申请，内容都在。</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>%1 关闭</translation>
    </message>
    <message>
        <source>put away on %1</source>
        <translation>%1 归档</translation>
    </message>
</context>
<context>
    <name>AttachmentQuestion</name>
    <message>
        <source>“%1” seems to show a whole card number. It is better to cover its middle digits first. Keep the file as it is?</source>
        <translation>“%1”里像是有完整的银行卡号。最好先遮住中间的数字。仍要照原样保存这个文件吗？</translation>
    </message>
    <message>
        <source>A card number</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>Looking for card numbers in the files …</source>
        <translation>正在看文件里有没有完整的卡号……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>BackupController</name>
    <message>
        <source>Copying and reading back …</source>
        <translation>正在复制，并读回来核对……</translation>
    </message>
    <message>
        <source>Reading back …</source>
        <translation>正在逐个文件核对……</translation>
    </message>
    <message>
        <source>Copying to the other disk …</source>
        <translation>正在复制到另一块磁盘……</translation>
    </message>
    <message>
        <source>Writing the masked copy …</source>
        <translation>正在写遮住号码的副本……</translation>
    </message>
</context>
<context>
    <name>BagCard</name>
    <message>
        <source>no folder chosen yet</source>
        <translation>还没有选文件夹</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose where it goes</source>
        <translation>选择备份放在哪里</translation>
    </message>
    <message>
        <source>Make the backup</source>
        <translation>开始备份</translation>
    </message>
    <message>
        <source>Check it again</source>
        <translation>再核对一遍</translation>
    </message>
    <message>
        <source>Copy to another disk</source>
        <translation>再存一份到另一块磁盘</translation>
    </message>
    <message>
        <source>Copy with numbers masked</source>
        <translation>做一份遮住号码的副本</translation>
    </message>
    <message>
        <source>Where the backup goes</source>
        <translation>备份放在哪里</translation>
    </message>
    <message>
        <source>Every file is copied, then read back and compared byte for byte. Only a backup that was read back opens the step at the device.</source>
        <translation>每个文件复制以后，都会读回来逐字节核对。核对过的备份，才会打开“设备操作”这一步。</translation>
    </message>
    <message>
        <source>For somebody else: text files with card, telephone and identity numbers masked. Names stay, and photos, PDF files and workbooks are left out.</source>
        <translation>要给别人看时用：文字文件里的卡号、电话、身份证号都遮住；人名不遮；照片、PDF 和 Excel 表不放进去。</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Masked copy: %1</source>
        <translation>遮住号码的副本：%1</translation>
    </message>
    <message>
        <source>Read back on %1: every byte is right.</source>
        <translation>%1核对过，每个字节都对。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the backup are not as they were. Make a new one.</source>
        <translation>
            <numerusform>备份里有 %n 处和原来不一样，请重新做一份。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>还没有核对。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Second copy on another disk, read back: %1</source>
        <translation>另一块磁盘上有第二份，已核对：%1</translation>
    </message>
    <message>
        <source>The second copy is on the same disk. If the disk fails, both are gone: choose another one.</source>
        <translation>第二份和备份在同一块磁盘上。磁盘坏了就都没了，请换一块磁盘。</translation>
    </message>
    <message>
        <source>Put a second copy on another disk or a USB stick.</source>
        <translation>请再存一份到移动硬盘或U盘。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be taken: gone, in use, or a link.</source>
        <translation>
            <numerusform>有 %n 个文件没能放进去：不见了、正被使用，或者只是快捷方式。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything else is safe. Close the programs that use them and make the backup again.</source>
        <translation>其余的都存好了。请关闭正在使用它们的程序，再备份一次。</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Choose where the backup goes</source>
        <translation>选择备份放在哪里</translation>
    </message>
    <message>
        <source>Choose a folder on another disk</source>
        <translation>选择另一块磁盘上的文件夹</translation>
    </message>
    <message>
        <source>Choose where the masked copy goes</source>
        <translation>选择副本放在哪里</translation>
    </message>
    <message numerus="yes">
        <source>Not whole: %n chosen file(s) are not in it.</source>
        <translation>
            <numerusform>不完整：有 %n 个选定的文件没有放进去。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is in it was read back on %1 and is right.</source>
        <translation>已放进去的，%1 逐字节核对过，没有问题。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>BillWords</name>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>UnionPay QR</source>
        <translation>云闪付</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>京东</translation>
    </message>
    <message>
        <source>Meituan</source>
        <translation>美团</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>银行账户</translation>
    </message>
    <message>
        <source>Another platform</source>
        <translation>其他平台</translation>
    </message>
    <message>
        <source>Payments that did not finish</source>
        <translation>没有付完的交易</translation>
    </message>
    <message>
        <source>The bill does not say that the money arrived. Ask the platform before you stop the terminal.</source>
        <translation>账单没有写明钱已经到账。停机之前请先向平台问清楚。</translation>
    </message>
    <message>
        <source>Refunds on their way</source>
        <translation>正在处理的退款</translation>
    </message>
    <message>
        <source>The bill was written while the refund was running and is never updated. It may be done: look again on the platform&apos;s own page.</source>
        <translation>出账单时退款还在处理，账单以后不再更新，可能早就退成了：请到平台自己的页面再查一次。</translation>
    </message>
    <message>
        <source>Refunds that need you</source>
        <translation>要您处理的退款</translation>
    </message>
    <message>
        <source>The platform could not pay the money back. Nothing happens until you do something.</source>
        <translation>平台没能把钱退回去，您不处理就一直停在那里。</translation>
    </message>
    <message>
        <source>Waiting for the other side</source>
        <translation>在等对方</translation>
    </message>
    <message>
        <source>The other side has not confirmed or not taken the money yet.</source>
        <translation>对方还没有确认，或者还没有收下这笔钱。</translation>
    </message>
    <message>
        <source>Words the program does not know</source>
        <translation>程序不认识的状态</translation>
    </message>
    <message>
        <source>The platform uses a word that is not known here, so it is not counted as done. Please look yourself.</source>
        <translation>平台用了程序不认识的说法，所以没有算作完成，请您自己看一下。</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>没有付完</translation>
    </message>
    <message>
        <source>waiting for the other side</source>
        <translation>在等对方</translation>
    </message>
    <message>
        <source>refund on its way</source>
        <translation>退款处理中</translation>
    </message>
    <message>
        <source>refund needs action</source>
        <translation>退款要处理</translation>
    </message>
    <message>
        <source>refunded in part</source>
        <translation>部分退款</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>closed without money</source>
        <translation>已关闭，没有收付</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>不认识</translation>
    </message>
    <message>
        <source>money in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>money out</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>neither in nor out</source>
        <translation>不计收支</translation>
    </message>
    <message>
        <source>The date or time cannot be read.</source>
        <translation>日期或时间读不出来。</translation>
    </message>
    <message>
        <source>The date or time is missing.</source>
        <translation>没有日期或时间。</translation>
    </message>
    <message>
        <source>The amount cannot be read.</source>
        <translation>金额读不出来。</translation>
    </message>
    <message>
        <source>The amount is missing.</source>
        <translation>没有金额。</translation>
    </message>
    <message>
        <source>The row has far too many cells.</source>
        <translation>这一行的格子太多。</translation>
    </message>
    <message>
        <source>Some signs of this row are damaged; the rest was read.</source>
        <translation>这一行有几个字坏了，其余的已经读入。</translation>
    </message>
    <message>
        <source>A spreadsheet program has destroyed the order number; the rest was read.</source>
        <translation>单号被表格软件改坏了，其余的已经读入。</translation>
    </message>
    <message>
        <source>The file does not say whether amounts are yuan or fen. Please compare one amount with a slip.</source>
        <translation>文件没有写明金额是元还是分，请拿一笔和签购单核对。</translation>
    </message>
    <message>
        <source>This could not be read.</source>
        <translation>这里读不出来。</translation>
    </message>
    <message>
        <source>Date (with or without time)</source>
        <translation>日期（可带时间）</translation>
    </message>
    <message>
        <source>Second date, where the first is blank</source>
        <translation>第二个日期（前一个空着时用）</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Money in</source>
        <translation>收入金额</translation>
    </message>
    <message>
        <source>Money out</source>
        <translation>支出金额</translation>
    </message>
    <message>
        <source>In or out (word)</source>
        <translation>收/支（文字）</translation>
    </message>
    <message>
        <source>Kind of payment</source>
        <translation>交易类型</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Your own order number</source>
        <translation>商户订单号</translation>
    </message>
    <message>
        <source>The other side</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Card or account number</source>
        <translation>卡号或账号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>Terminal number</source>
        <translation>终端号</translation>
    </message>
    <message>
        <source>Merchant number</source>
        <translation>商户号</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Payment status</source>
        <translation>交易状态</translation>
    </message>
    <message>
        <source>The word for money in or out is not known, so the row is in no sum.</source>
        <translation>不认识表示收入或支出的词，这一行没有计入合计。</translation>
    </message>
    <message>
        <source>Who paid (beside who was paid)</source>
        <translation>付款人（另有收款人一列）</translation>
    </message>
    <message>
        <source>Refund status</source>
        <translation>退款状态</translation>
    </message>
    <message>
        <source>Refunded amount</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>Refund number</source>
        <translation>退款单号</translation>
    </message>
    <message>
        <source>Your own refund number</source>
        <translation>商户退款单号</translation>
    </message>
    <message>
        <source>The balance does not follow from the entry before: entries may be missing or misread here.</source>
        <translation>余额与上一笔接不上：这里可能少了几笔，或读错了。</translation>
    </message>
    <message>
        <source>The statement itself counts another number of entries: some may be missing.</source>
        <translation>流水自己写的笔数与读到的不同：可能少了几笔。</translation>
    </message>
    <message>
        <source>The PDF was damaged on its way: entries may be missing or wrong. Please download it again.</source>
        <translation>这个 PDF 在传输中损坏了：可能缺笔或读错。请重新下载。</translation>
    </message>
    <message>
        <source>No entry could be read on this page.</source>
        <translation>这一页没有读出任何一笔。</translation>
    </message>
    <message>
        <source>The statement itself counts more pages than the file has.</source>
        <translation>流水自己写的页数比文件里的多。</translation>
    </message>
    <message>
        <source>the total at its end differs: perhaps a part is missing, please download it again</source>
        <translation>末尾合计对不上：可能缺一部分，请重新下载</translation>
    </message>
    <message>
        <source>the file itself promises {count} rows: perhaps a part is missing</source>
        <translation>文件自己写有 {count} 笔：可能缺一部分</translation>
    </message>
</context>
<context>
    <name>BillsPage</name>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Bills of the payment platforms</source>
        <translation>支付平台的账单</translation>
    </message>
    <message>
        <source>&amp;1 Import bills</source>
        <translation>&amp;1 导入账单</translation>
    </message>
    <message>
        <source>&amp;2 To review</source>
        <translation>&amp;2 等您核对</translation>
    </message>
    <message>
        <source>&amp;3 Look again</source>
        <translation>&amp;3 到时再查</translation>
    </message>
    <message>
        <source>&amp;4 Months</source>
        <translation>&amp;4 月份</translation>
    </message>
    <message>
        <source>&amp;5 Imported bills</source>
        <translation>&amp;5 已导入</translation>
    </message>
    <message>
        <source>Undone. {what}</source>
        <translation>已撤销。{what}</translation>
    </message>
    <message>
        <source>Go &amp;back</source>
        <translation>返回(&amp;B)</translation>
    </message>
</context>
<context>
    <name>BundleCard</name>
    <message>
        <source>Make the bundle…</source>
        <translation>生成证据包…</translation>
    </message>
    <message>
        <source>Make it in English…</source>
        <translation>生成英文版…</translation>
    </message>
    <message>
        <source>Check a bundle…</source>
        <translation>核对证据包…</translation>
    </message>
    <message>
        <source>One zip with the letters as issued, the papers, the logs, the proofs and the history. Whoever gets it can check that no byte was changed.</source>
        <translation>一个 zip 文件：各版申请函、材料、记录、凭证和经过。拿到的人都能核对有没有被改过。</translation>
    </message>
    <message>
        <source>Evidence bundle</source>
        <translation>证据包</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Its number, to compare later: %1</source>
        <translation>编号（以后核对用）：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n proof(s) could not be found and are left out.</source>
        <translation>
            <numerusform>有 %n 份凭证找不到，没有放进去。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was changed after it was made: %2</source>
        <translation>%1 生成后被改过：%2</translation>
    </message>
    <message>
        <source>%1 is whole: no byte has changed.</source>
        <translation>%1 完好，每个字节都没变。</translation>
    </message>
    <message>
        <source>Its number: %1</source>
        <translation>编号：%1</translation>
    </message>
</context>
<context>
    <name>BundleController</name>
    <message>
        <source>Save the evidence bundle</source>
        <translation>保存证据包</translation>
    </message>
    <message>
        <source>Check a bundle</source>
        <translation>核对证据包</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>证据包</translation>
    </message>
</context>
<context>
    <name>CardMaker</name>
    <message>
        <source>New case, no name yet</source>
        <translation>新的申请，还没有店名</translation>
    </message>
    <message>
        <source>Closed on {day}</source>
        <translation>{day} 关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) left for later</source>
        <translation>
            <numerusform>%n 项留到以后</numerusform>
        </translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>Sample, not a real shop</source>
        <translation>示例，不是真实商户</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续办理</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Close this case…</source>
        <translation>关闭这份申请…</translation>
    </message>
    <message>
        <source>Delete this case…</source>
        <translation>删除这份申请…</translation>
    </message>
    <message>
        <source>acquirer not named yet</source>
        <translation>还没填收单机构</translation>
    </message>
    <message numerus="yes">
        <source>%n terminal(s)</source>
        <translation>
            <numerusform>%n 台终端</numerusform>
        </translation>
    </message>
    <message>
        <source>to stop on %1</source>
        <translation>希望 %1 停用</translation>
    </message>
    <message>
        <source>Step %1 of 12</source>
        <translation>第 %1 步，共 12 步</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be done first</source>
        <translation>
            <numerusform>还有 %n 件事必须先办</numerusform>
        </translation>
    </message>
    <message>
        <source>the letter is ready</source>
        <translation>申请函已备好</translation>
    </message>
    <message>
        <source>What happened so far…</source>
        <translation>办理经过…</translation>
    </message>
    <message>
        <source>New case for the same shop</source>
        <translation>给同一家店新建申请</translation>
    </message>
    <message>
        <source>Put into the archive</source>
        <translation>放进归档</translation>
    </message>
</context>
<context>
    <name>CaseController</name>
    <message>
        <source>This case is closed. Open it again?</source>
        <translation>这份申请已经关闭。要重新打开吗？</translation>
    </message>
    <message>
        <source>Its pages can then be read and changed; you can close it again at any time.</source>
        <translation>打开以后可以查看和修改，随时可以再关闭。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Delete “%1” with its list of open items?</source>
        <translation>要删除“%1”和它的未结事项吗？</translation>
    </message>
    <message>
        <source>A safety copy of all data is made first and kept in the data folder.</source>
        <translation>删除前会先把全部数据备份一份，保存在数据文件夹里。</translation>
    </message>
    <message>
        <source>Delete this case</source>
        <translation>删除这份申请</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新申请</translation>
    </message>
</context>
<context>
    <name>ChangesCard</name>
    <message>
        <source>Print this note</source>
        <translation>打印这份说明</translation>
    </message>
    <message>
        <source>The clerk sees at a glance what is new. Hand this note in with the letter.</source>
        <translation>经办人一眼就能看到改了什么，可以跟申请函一起交。</translation>
    </message>
    <message>
        <source>What version %1 changed</source>
        <translation>第 %1 版改了什么</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>原来：%1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>现在：%1</translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>是什么</translation>
    </message>
    <message>
        <source>Choose bills</source>
        <translation>选择账单</translation>
    </message>
    <message>
        <source>Choose a folder of bills</source>
        <translation>选择放账单的文件夹</translation>
    </message>
    <message>
        <source>Enter the password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Name the columns…</source>
        <translation>确认各列…</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从清单里去掉</translation>
    </message>
    <message>
        <source>More files…</source>
        <translation>再选文件…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n bill(s)</source>
        <translation>
            <numerusform>导入 %n 份账单(&amp;I)</numerusform>
        </translation>
    </message>
    <message>
        <source>being looked at …</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>If it is a table of payments, you can say what its columns mean.</source>
        <translation>如果它是一张收付表格，您可以告诉程序每一列的意思。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with a problem</source>
        <translation>
            <numerusform>%n 行有问题</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>. Please check what its columns mean.</source>
        <translation>。请确认每一列的意思。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) locked with a password.</source>
        <translation>
            <numerusform>有 %n 个文件带密码。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) with columns to be checked.</source>
        <translation>
            <numerusform>有 %n 张表格要您确认各列的意思。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>in {income}, out {expense}</source>
        <translation>收入 {income}，支出 {expense}</translation>
    </message>
    <message>
        <source>Chosen files</source>
        <translation>选好的文件</translation>
    </message>
    <message>
        <source>Bills (*.csv *.txt *.xls *.xlsx *.xlsm *.ods *.pdf *.eml *.html *.htm *.zip);;All files (*)</source>
        <translation>账单 (*.csv *.txt *.xls *.xlsx *.xlsm *.ods *.pdf *.eml *.html *.htm *.zip);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ChosenCard</name>
    <message>
        <source>Nothing chosen yet. Bills, slips, the agreement, the deposit receipt and photos belong here.</source>
        <translation>还没有选。账单、签购单、协议、押金收据、机具照片，都放到这里。</translation>
    </message>
    <message>
        <source>What this program knows: the case, the open items and their history</source>
        <translation>本程序里的资料：这份申请、未结事项和办理记录</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>What to keep</source>
        <translation>要保存什么</translation>
    </message>
    <message>
        <source>Choose files to keep</source>
        <translation>选择要保存的文件</translation>
    </message>
    <message>
        <source>Choose a folder to keep</source>
        <translation>选择要保存的文件夹</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Card slips</source>
        <translation>签购单</translation>
    </message>
    <message>
        <source>Settlement slips</source>
        <translation>结算单</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Deposit receipt</source>
        <translation>押金收据</translation>
    </message>
    <message>
        <source>Photos of the device</source>
        <translation>机具照片</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Letters and chats</source>
        <translation>函件和聊天记录</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Mark as cleared</source>
        <translation>标记为已结清</translation>
    </message>
    <message>
        <source>Keep as proof: {proof}</source>
        <translation>请留好凭证：{proof}</translation>
    </message>
    <message>
        <source>How it was cleared</source>
        <translation>怎么结清的</translation>
    </message>
    <message>
        <source>Cleared on</source>
        <translation>结清日期</translation>
    </message>
    <message>
        <source>&amp;Mark as cleared</source>
        <translation>标记为已结清(&amp;M)</translation>
    </message>
    <message>
        <source>Accepted is not refunded: the bank can still send it back. Leave the entry open until the platform says “refund successful” or the customer has the money.</source>
        <translation>受理不等于退成，银行还可能退回。请先留着这一项，等平台显示“退款成功”，或者顾客说钱到了，再标记为已结清。</translation>
    </message>
    <message>
        <source>Please say how it was cleared.</source>
        <translation>请写一下是怎么结清的。</translation>
    </message>
    <message>
        <source>Please say on which day it was cleared.</source>
        <translation>请写一下是哪天结清的。</translation>
    </message>
    <message>
        <source>This day has not come yet. Mark the entry when it is really cleared.</source>
        <translation>这一天还没到。等真正结清了再记也不迟。</translation>
    </message>
    <message>
        <source>This lies before the original payment. Please check the date.</source>
        <translation>这一天比原交易还早，请您核对一下日期。</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>哪天再看</translation>
    </message>
    <message>
        <source>Please choose a day from today on to look again.</source>
        <translation>请选一个今天或以后的日子再看。</translation>
    </message>
    <message>
        <source>&amp;Leave open and look again</source>
        <translation>先不结清，改天再看(&amp;L)</translation>
    </message>
</context>
<context>
    <name>CloseCaseDialog</name>
    <message>
        <source>Close this case</source>
        <translation>关闭这份申请</translation>
    </message>
    <message>
        <source>Please clear it, or say why it is left for later.</source>
        <translation>请先结清，或者写明为什么留到以后。</translation>
    </message>
    <message numerus="yes">
        <source>Still in the way: %n open item(s). The case stays open.</source>
        <translation>
            <numerusform>还有 %n 项未结事项没有写原因，申请没有关闭。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close “{name}”</source>
        <translation>关闭“{name}”</translation>
    </message>
    <message>
        <source>&amp;Close the case</source>
        <translation>关闭申请(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing is open. A closed case can no longer be changed; you can open it again at any time.</source>
        <translation>没有未结事项了。关闭以后不能再修改；需要时随时可以重新打开。</translation>
    </message>
    <message numerus="yes">
        <source>Still open: %n item(s). Clear them first, or say for each why it is left for later: it stays on the outstanding list and goes on being reminded of.</source>
        <translation>
            <numerusform>还有 %n 项未结。请先结清，或者逐项写明为什么留到以后：它们会留在未结清单里，继续提醒。</numerusform>
        </translation>
    </message>
    <message>
        <source>The same reason for all</source>
        <translation>都用同一个原因</translation>
    </message>
    <message>
        <source>&amp;Use for all</source>
        <translation>全部填上(&amp;U)</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, with the same reason for all</source>
        <translation>
            <numerusform>……还有 %n 项，都用同一个原因</numerusform>
        </translation>
    </message>
    <message>
        <source>why it is left for later</source>
        <translation>为什么留到以后</translation>
    </message>
</context>
<context>
    <name>CloseQuestions</name>
    <message>
        <source>Bills are being imported. Stop that and close? Nothing of the import is kept then.</source>
        <translation>正在导入账单。要停止导入并关闭吗？这次导入的内容都不会保留。</translation>
    </message>
    <message>
        <source>Import is running</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>The last change could not be saved. Close all the same and lose it?</source>
        <translation>最后的改动没能保存。仍要关闭并放弃这些改动吗？</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>没有保存</translation>
    </message>
    <message>
        <source>Keep reminding you in the tray after the window is closed?</source>
        <translation>关闭窗口后，要不要在右下角托盘里继续提醒您？</translation>
    </message>
    <message>
        <source>The icon beside the clock opens the window again. You can change this in the settings.</source>
        <translation>点一下时钟旁边的图标就能再打开窗口。以后可以在设置里改。</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>关闭窗口</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>显示的列</translation>
    </message>
    <message>
        <source>What finds no room is shown in a wider window</source>
        <translation>放不下的列，窗口拉宽后就会显示</translation>
    </message>
</context>
<context>
    <name>ColumnRows</name>
    <message>
        <source>nothing in the first rows</source>
        <translation>前几行是空的</translation>
    </message>
    <message>
        <source>Meaning of the column {name}</source>
        <translation>“{name}”这一列的意思</translation>
    </message>
    <message>
        <source>column not used</source>
        <translation>不用这一列</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>What the columns mean</source>
        <translation>各列的意思</translation>
    </message>
    <message>
        <source>yuan (12.50)</source>
        <translation>元（12.50）</translation>
    </message>
    <message>
        <source>fen (1250)</source>
        <translation>分（1250）</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>In or out</source>
        <translation>收/支</translation>
    </message>
    <message>
        <source>The other side</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>How the first rows are read</source>
        <translation>前几行会这样读</translation>
    </message>
    <message>
        <source>The program does not know this table and has guessed. Please check the columns; next time a table with the same columns is read without asking.</source>
        <translation>程序没见过这张表格，先猜了一下。请您核对各列；以后同样的表格就不再问了。</translation>
    </message>
    <message>
        <source>&amp;Names stand in row</source>
        <translation>列名在第几行(&amp;N)</translation>
    </message>
    <message>
        <source>A plus amount is</source>
        <translation>正数表示</translation>
    </message>
    <message>
        <source>Amounts are in</source>
        <translation>金额单位</translation>
    </message>
    <message>
        <source>Paid through</source>
        <translation>收付渠道</translation>
    </message>
    <message>
        <source>&amp;Use these columns</source>
        <translation>就按这样读(&amp;U)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Columns of “{name}”</source>
        <translation>“{name}”的各列</translation>
    </message>
    <message>
        <source>So the first rows would be read</source>
        <translation>前几行会这样读</translation>
    </message>
    <message>
        <source>Please say which column holds the date.</source>
        <translation>请指出哪一列是日期。</translation>
    </message>
    <message>
        <source>Please say which column holds the amount.</source>
        <translation>请指出哪一列是金额。</translation>
    </message>
    <message>
        <source>No row below the names could be read. Is it the right row?</source>
        <translation>列名下面没有一行读得出来，列名所在的行选对了吗？</translation>
    </message>
    <message>
        <source>Payment status</source>
        <translation>交易状态</translation>
    </message>
    <message>
        <source>such as the name of your bank</source>
        <translation>例如您的开户银行</translation>
    </message>
    <message>
        <source>&amp;Call this kind of table</source>
        <translation>给这种表格起个名字(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ContactChooser</name>
    <message>
        <source>People in the file</source>
        <translation>文件里的人</translation>
    </message>
    <message>
        <source>Name, phone or e-mail</source>
        <translation>姓名、电话或邮箱</translation>
    </message>
    <message>
        <source>Whom do you want to tell?</source>
        <translation>要通知哪些人？</translation>
    </message>
    <message>
        <source>What they are to you</source>
        <translation>他们是您的什么人</translation>
    </message>
    <message>
        <source>Choose all shown</source>
        <translation>选中列出的所有人</translation>
    </message>
    <message>
        <source>Choose nobody</source>
        <translation>都不选</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>加入名单</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>on the list already</source>
        <translation>已在名单上</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list has room for %n more. Customers are better told by the poster.</source>
        <translation>
            <numerusform>名单还能再加 %n 人。通知顾客最好用店里告示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more row(s) like these.</source>
        <translation>
            <numerusform>……这样的还有 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {row}: “{text}” is no phone number and was left out.</source>
        <translation>第 {row} 行：“{text}”不是电话号码，没有采用。</translation>
    </message>
    <message>
        <source>Row {row}: a spreadsheet has turned the phone into “{text}”; it was left out.</source>
        <translation>第 {row} 行：电话被表格软件改成了“{text}”，没有采用。</translation>
    </message>
    <message>
        <source>Row {row}: “{text}” is no e-mail address and was left out.</source>
        <translation>第 {row} 行：“{text}”不是邮箱地址，没有采用。</translation>
    </message>
    <message>
        <source>Only the first {text} people are read; row {row} and below are not.</source>
        <translation>只读前 {text} 人；第 {row} 行起没有读。</translation>
    </message>
    <message>
        <source>How they are told</source>
        <translation>怎么通知</translation>
    </message>
</context>
<context>
    <name>ContactEditor</name>
    <message>
        <source>One contact</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Where the number is from</source>
        <translation>号码来源</translation>
    </message>
    <message>
        <source>This next step is done</source>
        <translation>这一步已经办了</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>such as 14:30</source>
        <translation>如 14:30</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>号码或地址</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Agreed on fees</source>
        <translation>费用说定</translation>
    </message>
    <message>
        <source>Agreed on the deposit</source>
        <translation>押金说定</translation>
    </message>
    <message>
        <source>Agreed on data</source>
        <translation>数据说定</translation>
    </message>
    <message>
        <source>exports, how long to be seen</source>
        <translation>导出、能查到何时</translation>
    </message>
    <message>
        <source>Agreed day of the stop</source>
        <translation>说定的停机日</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>最晚哪天</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Take off the log</source>
        <translation>删去这条</translation>
    </message>
    <message>
        <source>Please say on which day it was.</source>
        <translation>请填是哪一天。</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>这一天还没到。</translation>
    </message>
    <message>
        <source>Please write down the number or address.</source>
        <translation>请写下号码或地址。</translation>
    </message>
    <message>
        <source>Please say where the number is from.</source>
        <translation>请选号码是从哪里来的。</translation>
    </message>
    <message>
        <source>Please say what is to happen until then.</source>
        <translation>请写到那天要做什么。</translation>
    </message>
    <message>
        <source>Means of contact</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Where is it from?</source>
        <translation>号码从哪来？</translation>
    </message>
</context>
<context>
    <name>ContactPage</name>
    <message>
        <source>Find out who the acquirer is, and tick that you have checked the name.</source>
        <translation>请弄清收单机构是谁，并勾选“已核对”。</translation>
    </message>
    <message>
        <source>Answer the three questions.</source>
        <translation>请回答三个问题。</translation>
    </message>
    <message>
        <source>Write down the first contact.</source>
        <translation>请记下第一次联系。</translation>
    </message>
    <message>
        <source>Contact them once by a number from the slip, the agreement or the official site.</source>
        <translation>请用签购单、协议或官网上的号码，跟他们联系一次。</translation>
    </message>
</context>
<context>
    <name>CopiesDialog</name>
    <message>
        <source>Safety copies</source>
        <translation>安全副本</translation>
    </message>
    <message>
        <source>No second place yet. A stick or another disk keeps your data when this computer breaks.</source>
        <translation>还没有第二个位置。电脑坏了时，U 盘或另一块盘上的副本能保住您的数据。</translation>
    </message>
    <message>
        <source>Second place: %1</source>
        <translation>第二个位置：%1</translation>
    </message>
    <message>
        <source>Put the copy of %1 in the place of your data?</source>
        <translation>用 %1 的副本换下现在的数据吗？</translation>
    </message>
    <message>
        <source>Everything entered after %1 is then missing. The data of now is renamed and kept in the data folder. The window closes and comes again.</source>
        <translation>%1 以后填的内容就没有了。现在的数据会改名，留在数据文件夹里。窗口会关一下再打开。</translation>
    </message>
    <message>
        <source>Restore this copy</source>
        <translation>恢复这份副本</translation>
    </message>
    <message>
        <source>Choose a stick or another disk</source>
        <translation>选 U 盘或另一块盘</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>里面有</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>&amp;Make a copy now</source>
        <translation>现在做一份(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Restore this copy…</source>
        <translation>恢复这份副本(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Second place…</source>
        <translation>第二个位置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>A copy is made every day, before a case is deleted, and when you leave the program.</source>
        <translation>每天、删除申请之前、退出程序时，都会自动做一份副本。</translation>
    </message>
    <message>
        <source>second place</source>
        <translation>第二个位置</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>good</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>no case</source>
        <translation>没有申请</translation>
    </message>
    <message>
        <source>Made and read back.</source>
        <translation>已做好，并读回核对过。</translation>
    </message>
    <message>
        <source>Made, but these files could not be kept: %1</source>
        <translation>已做好，但这些文件没能放进去：%1</translation>
    </message>
    <message>
        <source>The second place is out of reach; it is brought up to date when it is back.</source>
        <translation>第二个位置现在够不着，插上后会自动补齐。</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>To review: %n row(s) of your bills</source>
        <translation>
            <numerusform>账单里有 %n 条等您核对。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>To get</source>
        <translation>应收</translation>
    </message>
    <message numerus="yes">
        <source>%n more in neither sum</source>
        <translation>
            <numerusform>另有 %n 项不计入应付应收</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverMap</name>
    <message>
        <source>Months that have been imported</source>
        <translation>已导入的月份</translation>
    </message>
</context>
<context>
    <name>CoverModel</name>
    <message>
        <source>{head}: every day is imported.</source>
        <translation>{head}：每一天都导入了。</translation>
    </message>
    <message>
        <source>{have} of {all} days are imported</source>
        <translation>{all} 天里导入了 {have} 天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) can no longer be downloaded</source>
        <translation>
            <numerusform>%n 天已经下载不到</numerusform>
        </translation>
    </message>
    <message>
        <source>download by {day}, {left}</source>
        <translation>请在{day}前下载，{left}</translation>
    </message>
    <message>
        <source>nothing imported yet</source>
        <translation>还没有导入</translation>
    </message>
    <message>
        <source>no bill of this kind has been imported yet</source>
        <translation>这种账单还没有导入过</translation>
    </message>
    <message>
        <source>ask how long it can be downloaded</source>
        <translation>请问清能下载到哪天</translation>
    </message>
</context>
<context>
    <name>CoverView</name>
    <message>
        <source>&amp;Earlier months</source>
        <translation>更早的月份(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Later months</source>
        <translation>更晚的月份(&amp;L)</translation>
    </message>
    <message>
        <source>✓ whole month</source>
        <translation>✓ 整月都有</translation>
    </message>
    <message>
        <source>12/30 some days</source>
        <translation>12/30 只有几天</translation>
    </message>
    <message>
        <source>! can be downloaded for a short time only</source>
        <translation>! 快要下载不到了</translation>
    </message>
    <message>
        <source>× can no longer be downloaded</source>
        <translation>× 已经下载不到</translation>
    </message>
    <message>
        <source>– nothing yet</source>
        <translation>– 还没有</translation>
    </message>
    <message>
        <source>Import this bill…</source>
        <translation>导入这种账单…</translation>
    </message>
    <message>
        <source>How to get the bill</source>
        <translation>怎样拿到账单</translation>
    </message>
    <message>
        <source>&amp;Which bill</source>
        <translation>哪种账单(&amp;W)</translation>
    </message>
    <message>
        <source>{bill}: the oldest missing days can be downloaded until {day} only ({left}). After that the platform no longer gives them out.</source>
        <translation>{bill}：最早缺的那几天只能下载到{day}（{left}），过后平台就不再提供了。</translation>
    </message>
    <message>
        <source>No bill has been imported yet. These are the ones your shop should have.</source>
        <translation>还没有导入账单。下面是您店里应有的账单。</translation>
    </message>
    <message>
        <source>{bill}: nothing has been imported yet. {month} can be downloaded whole until {day} only ({left}); of what is older, one more day is lost every day.</source>
        <translation>{bill}：还没有导入。{month}的账单最晚{day}还能完整下载（{left}）；更早的，过一天少一天。</translation>
    </message>
    <message>
        <source>{bill}: {month} is missing. It can be downloaded whole until {day} only ({left}); of what is older, one more day is lost every day.</source>
        <translation>{bill}：缺{month}的账单，最晚{day}还能完整下载（{left}）；更早的，过一天少一天。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>such as 2026-12-01</source>
        <translation>如 2026-12-01</translation>
    </message>
    <message>
        <source>Pick from a calendar (F4)</source>
        <translation>从日历里选（F4）</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>This is not a day of the calendar. Please write it like 2026-12-01.</source>
        <translation>日历上没有这一天，请像 2026-12-01 这样写。</translation>
    </message>
</context>
<context>
    <name>DayCard</name>
    <message>
        <source>Stop from</source>
        <translation>希望停用日期</translation>
    </message>
    <message>
        <source>After close of business on that day</source>
        <translation>当天营业结束后</translation>
    </message>
    <message>
        <source>From when?</source>
        <translation>从哪天起停？</translation>
    </message>
    <message>
        <source>This day has passed. Is the year right?</source>
        <translation>这一天已经过去了，年份对吗？</translation>
    </message>
    <message>
        <source>A shop that closes or moves announces it 30 days ahead; this day is too soon for that.</source>
        <translation>停业、搬迁要提前 30 天公告，这一天来不及。</translation>
    </message>
    <message>
        <source>Acquirers usually want 15 to 30 days&apos; notice. Ask yours whether this day is possible.</source>
        <translation>收单机构一般要提前 15 至 30 天，这一天行不行请问他们。</translation>
    </message>
    <message>
        <source>%1, in %2 days</source>
        <translation>%1（%2 天后）</translation>
    </message>
    <message>
        <source>Nobody works at the acquirer on this day (weekend or holiday). Take %1 or %2.</source>
        <translation>这一天收单机构不上班（周末或法定假日）。请选 %1 或 %2。</translation>
    </message>
</context>
<context>
    <name>DayDialog</name>
    <message>
        <source>Please write a few words.</source>
        <translation>请简单写几个字。</translation>
    </message>
    <message>
        <source>Please say which day.</source>
        <translation>请填写日期。</translation>
    </message>
</context>
<context>
    <name>DaysPage</name>
    <message>
        <source>free</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>worked</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Your own days</source>
        <translation>您自己加的日子</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Due dates leave out weekends and China&apos;s public holidays and count the make-up working days. They are known up to {year}.</source>
        <translation>算到期日时会跳过周末和法定节假日，调休上班的日子照算。放假安排已经知道到 {year} 年。</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>&amp;Add this day</source>
        <translation>加上这一天(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>去掉(&amp;T)</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>这一天</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>such as: the bank&apos;s computers are closed</source>
        <translation>例如：银行系统维护</translation>
    </message>
    <message>
        <source>Please choose a day.</source>
        <translation>请选一个日期。</translation>
    </message>
    <message>
        <source>None; the published calendar counts as it is.</source>
        <translation>没有；按公布的放假安排计算。</translation>
    </message>
    <message>
        <source>For {year} the fixed holidays are counted; which weekends are worked instead is published in November as a rule, and dates that reach there say that they may move. Paste the notice below once it is out.</source>
        <translation>{year} 年先按固定的法定节假日算；哪几个周末上班，一般 11 月公布，在那以前算到那里的日期会注明可能变动。公布以后，把通知粘贴到下面。</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message numerus="yes">
        <source>Accepted: %n row(s)</source>
        <translation>
            <numerusform>已接受 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n row(s)</source>
        <translation>
            <numerusform>已略过 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To review again: %n row(s)</source>
        <translation>
            <numerusform>重新核对：%n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryCard</name>
    <message>
        <source>Save as e-mail</source>
        <translation>存成邮件</translation>
    </message>
    <message>
        <source>Log a delivery</source>
        <translation>记一次送达</translation>
    </message>
    <message>
        <source>An agreement ends when the notice arrives (Civil Code, art. 565). Keep what shows the arrival: EMS record, stamped receipt, reply, ticket number.</source>
        <translation>合同自通知到达对方时解除（《民法典》第565条）。请留好送达凭证：EMS签收记录、盖章回执、回信、工单号。</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>递交与送达</translation>
    </message>
    <message>
        <source>Edit delivery %1</source>
        <translation>修改第 %1 次送达</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Arrived on %1: %2</source>
        <translation>%1送达：%2</translation>
    </message>
    <message>
        <source>No proof of arrival yet</source>
        <translation>还没有送达凭证</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>当面递交</translation>
    </message>
    <message>
        <source>EMS</source>
        <translation>EMS快递</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Service desk</source>
        <translation>客服工单</translation>
    </message>
    <message>
        <source>Application letter</source>
        <translation>申请函</translation>
    </message>
    <message>
        <source>Operating plan</source>
        <translation>操作方案</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>授权委托书</translation>
    </message>
    <message>
        <source>Statement of lost device</source>
        <translation>遗失声明</translation>
    </message>
    <message>
        <source>Deposit refund request</source>
        <translation>押金退还申请</translation>
    </message>
    <message>
        <source>Objection to fees</source>
        <translation>费用异议书</translation>
    </message>
    <message>
        <source>Retention table</source>
        <translation>保存期限表</translation>
    </message>
    <message>
        <source>Record of data moved</source>
        <translation>数据迁移交接单</translation>
    </message>
    <message>
        <source>Their own form</source>
        <translation>对方的表格</translation>
    </message>
</context>
<context>
    <name>DeliveryEditor</name>
    <message>
        <source>One delivery</source>
        <translation>一次送达</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>怎么送的</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>送给谁</translation>
    </message>
    <message>
        <source>Consignment or ticket number</source>
        <translation>快递单号或工单号</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>送出日期</translation>
    </message>
    <message>
        <source>Arrived on</source>
        <translation>到达日期</translation>
    </message>
    <message>
        <source>Proof of arrival</source>
        <translation>送达凭证</translation>
    </message>
    <message>
        <source>such as the EMS record</source>
        <translation>例如EMS签收记录</translation>
    </message>
    <message>
        <source>Take off the log</source>
        <translation>删去这条</translation>
    </message>
    <message>
        <source>It cannot arrive before it was sent. Please look at both dates.</source>
        <translation>到达日期不会早于送出日期，请核对这两个日期。</translation>
    </message>
</context>
<context>
    <name>DepositCard</name>
    <message>
        <source>There is no deposit to get back</source>
        <translation>没有押金要退</translation>
    </message>
    <message>
        <source>Asked for on</source>
        <translation>申请退还日期</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>到账日期</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>到账金额</translation>
    </message>
    <message>
        <source>Deducted by them</source>
        <translation>对方扣除</translation>
    </message>
    <message>
        <source>Why they deducted it, and where the agreement says so</source>
        <translation>扣除原因，协议哪一条写着</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>押金</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>not asked for yet</source>
        <translation>还没申请退</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>等 %1 到账</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>还差 %1</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已结清</translation>
    </message>
</context>
<context>
    <name>DepositLink</name>
    <message>
        <source>The outstanding list says that the deposit came back: %1 on %2.</source>
        <translation>未结清单里写着押金已退回：%1，%2。</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>填到这里</translation>
    </message>
    <message>
        <source>The deposit is settled here, but still open in the outstanding list.</source>
        <translation>押金在这里已结清，未结清单里还没有销掉。</translation>
    </message>
    <message>
        <source>Clear it there too</source>
        <translation>清单里也销掉</translation>
    </message>
    <message>
        <source>Deposit settled in the follow-up: %1 received</source>
        <translation>收尾中已结清押金：收到 %1</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Details of the entry</source>
        <translation>这一项的详细内容</translation>
    </message>
    <message>
        <source>Choose an entry to see everything about it here.</source>
        <translation>点一下清单里的事项，这里会显示详细内容。</translation>
    </message>
    <message>
        <source>Go to {shop}</source>
        <translation>去看“{shop}”的停机申请</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>交易日</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考号</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Cleared on</source>
        <translation>结清日期</translation>
    </message>
    <message>
        <source>Cleared how</source>
        <translation>怎么结清</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Why this date: {reason}</source>
        <translation>为什么是这一天：{reason}</translation>
    </message>
    <message>
        <source>Usual date: {rule}</source>
        <translation>常用日期：{rule}</translation>
    </message>
    <message>
        <source>Ask: {whom}</source>
        <translation>找谁：{whom}</translation>
    </message>
    <message>
        <source>Will the refunds get through in time?</source>
        <translation>退款来得及吗？</translation>
    </message>
    <message>
        <source>Usual date: {day}</source>
        <translation>常用日期：{day}</translation>
    </message>
</context>
<context>
    <name>DeviceFileList</name>
    <message>
        <source>Add photos or slips…</source>
        <translation>添加照片或单据…</translation>
    </message>
    <message>
        <source>Add photos or slips: %1</source>
        <translation>添加照片或单据：%1</translation>
    </message>
    <message>
        <source>Files can be dropped here as well. They are copied and kept with the case.</source>
        <translation>也可以把文件拖到这里。程序会复制一份，跟这份申请一起保存。</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Move %1 to the bin</source>
        <translation>把 %1 移到回收文件夹</translation>
    </message>
    <message>
        <source>Choose photos or slips</source>
        <translation>选择照片或单据</translation>
    </message>
</context>
<context>
    <name>DevicePage</name>
    <message>
        <source>Never reset the terminal, clear its keys or open its body, and never tell anybody a password or a code: passwords are typed on the device only.</source>
        <translation>不要恢复出厂、不要清密钥、不要拆机身。密码只在机器上输，密码、验证码谁要都不给。</translation>
    </message>
    <message>
        <source>Say first which terminals are to stop and how.</source>
        <translation>请先说明停哪几台、停到什么程度。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>Locked until your backup has been checked: what is on the device and behind the login cannot be fetched again later.</source>
        <translation>备份核对好之前先锁着：机器里和后台里的东西，停了就取不回来了。</translation>
    </message>
    <message>
        <source>Go to the backup</source>
        <translation>去做备份</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已做 %1 项，共 %2 项</translation>
    </message>
    <message>
        <source>First check your backup.</source>
        <translation>请先核对备份。</translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>先做：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No imported bill holds %1 yet; import it and look again.</source>
        <translation>还没有导入含 %1 的账单；导入以后再来看。</translation>
    </message>
    <message>
        <source>Bills: %1 in %2, %3 back in %4. Prints: %5 in %6, %7 back in %8.</source>
        <translation>账单：收 %1（%2 笔），退 %3（%4 笔）。结算单：收 %5（%6 笔），退 %7（%8 笔）。</translation>
    </message>
    <message>
        <source>They agree.</source>
        <translation>两边一致。</translation>
    </message>
    <message>
        <source>They differ: write the difference into the open items.</source>
        <translation>两边不一致：请把差额写进未结事项。</translation>
    </message>
</context>
<context>
    <name>DropCard</name>
    <message>
        <source>Choose &amp;files…</source>
        <translation>选择文件…(&amp;F)</translation>
    </message>
    <message>
        <source>Choose a f&amp;older…</source>
        <translation>选择文件夹…(&amp;O)</translation>
    </message>
    <message>
        <source>Try a &amp;sample bill</source>
        <translation>用示例账单试试(&amp;S)</translation>
    </message>
    <message>
        <source>Drop bills anywhere on this window, or choose them here.</source>
        <translation>把账单拖到窗口里任何地方，或者在这里选择。</translation>
    </message>
    <message>
        <source>The files are only read and stay where they are. Nothing leaves this computer.</source>
        <translation>程序只读取文件，文件留在原处，什么都不会传出这台电脑。</translation>
    </message>
    <message>
        <source>&amp;Known tables…</source>
        <translation>认识的表格(&amp;K)…</translation>
    </message>
    <message>
        <source>Bills of WeChat, Alipay, China UMS, Lakala, JD, Meituan and banks, as CSV, Excel, PDF, ZIP or e-mail, just as you got them. The program finds out by itself what each file is.</source>
        <translation>微信、支付宝、银联商务、拉卡拉、京东、美团和银行的账单，CSV、Excel、PDF、ZIP 或邮件都可以，拿到是什么样就导入什么样。是什么文件，程序自己认。</translation>
    </message>
</context>
<context>
    <name>DueFields</name>
    <message>
        <source>Due date</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可以不填</translation>
    </message>
    <message>
        <source>Why this date</source>
        <translation>为什么是这一天</translation>
    </message>
    <message>
        <source>in your words</source>
        <translation>用您自己的话写</translation>
    </message>
    <message>
        <source>Take the usual date</source>
        <translation>用常用日期</translation>
    </message>
    <message>
        <source>You moved the date. Please say why, so that it can be understood later.</source>
        <translation>您改了日期，请写一句为什么，以后好查。</translation>
    </message>
    <message>
        <source>Take the usual date {day}</source>
        <translation>改回常用日期 {day}</translation>
    </message>
    <message>
        <source>Usual date: {day}</source>
        <translation>常用日期：{day}</translation>
    </message>
    <message>
        <source>The date is worked out as soon as one of these is known: {days}</source>
        <translation>填了下面任意一项，就会自动算出日期：{days}</translation>
    </message>
    <message>
        <source>the planned stop (step 8)</source>
        <translation>计划停机日（第 8 步）</translation>
    </message>
    <message>
        <source>the date of the original payment</source>
        <translation>原交易日期</translation>
    </message>
</context>
<context>
    <name>EditorDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>EligibilityPage</name>
    <message>
        <source>Must be done first %1</source>
        <translation>必须先办 %1</translation>
    </message>
    <message>
        <source>Better done first %1</source>
        <translation>建议处理 %1</translation>
    </message>
    <message>
        <source>Good to know %1</source>
        <translation>请您知晓 %1</translation>
    </message>
    <message>
        <source>Met %1</source>
        <translation>已满足 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be done before you hand in the application.</source>
        <translation>
            <numerusform>还有 %n 件事必须先办，才能提交申请。办完后这里会自动变绿。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing blocks you. %n thing(s) are better dealt with first.</source>
        <translation>
            <numerusform>没有必须先办的事；另有 %n 件建议先处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that the program knows of stands in the way.</source>
        <translation>目前没发现影响提交的问题。</translation>
    </message>
</context>
<context>
    <name>EmptyNote</name>
    <message>
        <source>Nothing has been cleared yet</source>
        <translation>还没有结清的事项</translation>
    </message>
    <message>
        <source>As soon as somebody has paid, answered or handed over, mark the entry as cleared.</source>
        <translation>钱退了、事办了、东西交了，就把那一项标记为已结清。</translation>
    </message>
    <message>
        <source>Show what is still open</source>
        <translation>看看未结的</translation>
    </message>
    <message>
        <source>Everything is cleared</source>
        <translation>全部结清了</translation>
    </message>
    <message>
        <source>No entry is open any more. Add one if something new turns up.</source>
        <translation>已经没有未结的事项。有新的事，随时可以添加。</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>添加事项</translation>
    </message>
    <message>
        <source>No entry yet</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>Write down everything that is still open: refunds on their way, payments that did not go through, the deposit, stored value of customers. Start with the one that worries you most.</source>
        <translation>把还没结清的事都记下来：没退完的款、没成功的交易、押金、会员储值。先记您最放心不下的那一项。</translation>
    </message>
    <message>
        <source>Add the first entry</source>
        <translation>添加第一项</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No entry has all of these words, kind and shop. Try fewer words, or show everything.</source>
        <translation>没有同时符合这些条件的事项。请少写几个字，或者显示全部。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>EndingCard</name>
    <message>
        <source>Close this case…</source>
        <translation>关闭这份申请…</translation>
    </message>
    <message>
        <source>What is still open can be carried over with a reason; a closed case opens again.</source>
        <translation>还没结清的事项，写明原因就可以留到以后；申请关闭后也能随时重新打开。</translation>
    </message>
    <message>
        <source>The end of this case</source>
        <translation>申请办到哪儿了</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) not finished</source>
        <translation>
            <numerusform>还有 %n 步没做完</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) still open</source>
        <translation>
            <numerusform>还有 %n 项没结清</numerusform>
        </translation>
    </message>
    <message>
        <source>All steps are finished and nothing is open.</source>
        <translation>各步都做完了，没有未结清的事项。</translation>
    </message>
    <message>
        <source>No day is ahead that the program would remind you of.</source>
        <translation>今后没有要提醒您的日子。</translation>
    </message>
    <message>
        <source>The next day you are reminded of: %1, %2</source>
        <translation>下一个要提醒您的日子：%1，%2</translation>
    </message>
</context>
<context>
    <name>EnvelopeDialog</name>
    <message>
        <source>Papers for the acquirer</source>
        <translation>交给收单机构的材料</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>打印(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save as one PDF</source>
        <translation>存成一个 PDF(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Print all papers of this application</source>
        <translation>打印这次申请的全部材料</translation>
    </message>
    <message>
        <source>They come out in this order, each as often as you say.</source>
        <translation>按这个顺序打印，每份打几份由您定。</translation>
    </message>
    <message>
        <source>Copies: {paper}</source>
        <translation>份数：{paper}</translation>
    </message>
    <message>
        <source>Needs your seal or signature.</source>
        <translation>要盖章，没有章的签字。</translation>
    </message>
    <message>
        <source>Needs your signature.</source>
        <translation>要签字。</translation>
    </message>
    <message>
        <source>One is for the acquirer; have the other stamped as received and keep it.</source>
        <translation>一份交给收单机构；另一份请对方盖收件章，自己留好。</translation>
    </message>
    <message>
        <source>Still blank: {fields}</source>
        <translation>还空着：{fields}</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n 份</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>That did not work</source>
        <translation>没有办成</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FactFields</name>
    <message>
        <source>Please write a whole number.</source>
        <translation>请填整数。</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Where do I find this?</source>
        <translation>在哪里找？</translation>
    </message>
</context>
<context>
    <name>FileDrop</name>
    <message>
        <source>Drop the files here: the program looks what they are.</source>
        <translation>松开鼠标，程序会看看这些是什么文件。</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>This file is there already</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>{file} is there already. Replace it?</source>
        <translation>已经有 {file} 了，要替换它吗？</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>All shops</source>
        <translation>全部店铺</translation>
    </message>
    <message>
        <source>overdue {amount}</source>
        <translation>已逾期 {amount}</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>搜索清单</translation>
    </message>
    <message>
        <source>Open or cleared</source>
        <translation>未结或已结清</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>全部期限</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在合计…</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>已收</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Number, name, day or amount</source>
        <translation>编号、姓名、日期或金额</translation>
    </message>
    <message>
        <source>Open and cleared</source>
        <translation>未结和已结清</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n entries you were reminded of</source>
        <translation>
            <numerusform>只看提醒的 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the whole list again</source>
        <translation>重新显示全部</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>What to do: %1</source>
        <translation>怎么办：%1</translation>
    </message>
    <message>
        <source>Proof: %1</source>
        <translation>需要的凭证：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Ask me all the same</source>
        <translation>还是问我</translation>
    </message>
</context>
<context>
    <name>FollowUpPage</name>
    <message>
        <source>Confirmed in writing on</source>
        <translation>书面确认日期</translation>
    </message>
    <message>
        <source>Number of the confirmation</source>
        <translation>确认书编号</translation>
    </message>
    <message>
        <source>Slip for the device that was handed back</source>
        <translation>机具交接单号</translation>
    </message>
    <message>
        <source>What was said on the phone does not count: the matter ends with the acquirer&apos;s written word.</source>
        <translation>电话里说的不算：拿到收单机构的书面答复才算办完。</translation>
    </message>
    <message>
        <source>Written confirmation</source>
        <translation>书面确认</translation>
    </message>
    <message>
        <source>Months in which the acquirer may come back, by your agreement</source>
        <translation>协议约定的追索月数</translation>
    </message>
    <message>
        <source>ask your acquirer</source>
        <translation>请向收单机构确认</translation>
    </message>
    <message>
        <source>Keep slips, statements and the agreement at least until then, and the settlement account open.</source>
        <translation>签购单、对账单、协议至少留到那时候，结算账户也先别销。</translation>
    </message>
    <message>
        <source>What may still come</source>
        <translation>还可能有什么事</translation>
    </message>
    <message>
        <source>What went well</source>
        <translation>顺利的地方</translation>
    </message>
    <message>
        <source>What you would do differently</source>
        <translation>下次会改的</translation>
    </message>
    <message>
        <source>The stop was taken back, because</source>
        <translation>已撤回停机，因为</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>办理小结</translation>
    </message>
    <message>
        <source>Print the closing report</source>
        <translation>打印结案报告</translation>
    </message>
    <message>
        <source>What was stopped and when, who confirmed it, the money that came back, and what is still open.</source>
        <translation>停了哪几台、什么时候、谁确认的、钱回来多少、还剩什么。</translation>
    </message>
    <message>
        <source>Closing report</source>
        <translation>结案报告</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>The written confirmation has not come yet.</source>
        <translation>还没拿到书面确认。</translation>
    </message>
    <message>
        <source>The deposit is not settled yet.</source>
        <translation>押金还没有结清。</translation>
    </message>
    <message>
        <source>The statements of the months after the stop have not all been looked through.</source>
        <translation>停机后几个月的流水还没看完。</translation>
    </message>
    <message>
        <source>A charge after the stop has not come back.</source>
        <translation>有停机后的扣费没退回来。</translation>
    </message>
    <message>
        <source>There are open items left.</source>
        <translation>还有未结事项。</translation>
    </message>
    <message>
        <source>Disputes of cardholders: about until %1</source>
        <translation>持卡人争议：约到 %1</translation>
    </message>
    <message>
        <source>Questions of the acquirer: until %1</source>
        <translation>收单机构追索：到 %1</translation>
    </message>
    <message>
        <source>The day of the stop is not set yet.</source>
        <translation>还没有定停机日期。</translation>
    </message>
    <message>
        <source>Print the report in English</source>
        <translation>打印英文结案报告</translation>
    </message>
</context>
<context>
    <name>FormController</name>
    <message>
        <source>Forms (%1)</source>
        <translation>表格（%1）</translation>
    </message>
    <message>
        <source>Their form</source>
        <translation>对方发来的表格</translation>
    </message>
    <message>
        <source>Layouts (*.json)</source>
        <translation>填表记录 (*.json)</translation>
    </message>
    <message>
        <source>Export layouts</source>
        <translation>导出填表记录</translation>
    </message>
    <message>
        <source>Import layouts</source>
        <translation>导入填表记录</translation>
    </message>
    <message>
        <source>Layouts imported: %1. What they say is proposed, never written by itself.</source>
        <translation>已导入 %1 份填表记录。它们只作提示，不会自动写上。</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>去那里打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the filled form</source>
        <translation>保存填好的表格</translation>
    </message>
    <message>
        <source>Saved, and a copy is kept with your case: %1</source>
        <translation>已保存，另有一份留在这份申请里：%1</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>“%1” is being read …</source>
        <translation>正在读“%1”……</translation>
    </message>
    <message>
        <source>The form is being filled in …</source>
        <translation>正在填表……</translation>
    </message>
    <message>
        <source>layouts of forms</source>
        <translation>填表记录</translation>
    </message>
    <message>
        <source>The pages are being made ready …</source>
        <translation>正在准备要打印的页面……</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Please write the number of entries in figures.</source>
        <translation>条数请填数字。</translation>
    </message>
</context>
<context>
    <name>FormPicture</name>
    <message>
        <source>Picture of the form</source>
        <translation>表格的样子</translation>
    </message>
    <message>
        <source>The arrow keys go from place to place.</source>
        <translation>用方向键逐处查看。</translation>
    </message>
</context>
<context>
    <name>FormReviewPage</name>
    <message>
        <source>Click a place on the form or in the list.</source>
        <translation>请点表格上或列表里的一处。</translation>
    </message>
    <message>
        <source>&amp;Write this</source>
        <translation>写上(&amp;W)</translation>
    </message>
    <message>
        <source>Use this &amp;value</source>
        <translation>用这个内容(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Leave empty</source>
        <translation>留空(&amp;L)</translation>
    </message>
    <message>
        <source>This &amp;part is ours</source>
        <translation>这一栏是我们填的(&amp;P)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open to print</source>
        <translation>打开去打印</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save the filled form</source>
        <translation>保存填好的表格</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Value of the place</source>
        <translation>这一处的内容</translation>
    </message>
    <message>
        <source>What your case knows: drag it onto a place</source>
        <translation>您已填过的资料：拖到表格上就行</translation>
    </message>
    <message>
        <source>Filled in: %1 · for you to confirm: %2 · left to your pen: %3. Your file stays as it is.</source>
        <translation>已填好 %1 处 · 请您确认 %2 处 · 留给您手写 %3 处。对方的原文件不会改动。</translation>
    </message>
    <message>
        <source>This PDF carries a signature. Filling it in makes that signature invalid.</source>
        <translation>这份 PDF 带有电子签名，填写后签名会失效。</translation>
    </message>
    <message>
        <source>This is a picture. Drag a value onto a cell, or click the cell and type.</source>
        <translation>这是一张图片。请把资料拖到格子里，或者点格子后输入。</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>What you type here is kept in your case.</source>
        <translation>您在这里填的会存进申请，下次不用再填。</translation>
    </message>
    <message>
        <source>It ends in %1.</source>
        <translation>尾号是 %1。</translation>
    </message>
</context>
<context>
    <name>GuardCard</name>
    <message>
        <source>Three questions before the first call</source>
        <translation>打第一个电话之前，先问三句</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No signs of fraud here. Call the number yourself; never follow a link.</source>
        <translation>没有诈骗的迹象。请自己拨号，不要点链接。</translation>
    </message>
    <message>
        <source>By telephone, text or chat a real acquirer never asks for</source>
        <translation>电话、短信、微信里，真正的收单机构从来不要</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Take the last one back</source>
        <translation>撤销最后一条</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History: %1</source>
        <translation>办理经过：%1</translation>
    </message>
    <message>
        <source>Search in the history…</source>
        <translation>在经过里查找…</translation>
    </message>
    <message>
        <source>Search in the history</source>
        <translation>在经过里查找</translation>
    </message>
    <message>
        <source>What about</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制文字(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Print or save as PDF…</source>
        <translation>打印或存为 PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Copied. Paste it into a message or a document.</source>
        <translation>已复制，可以粘贴到消息或文档里。</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s), the newest first</source>
        <translation>
            <numerusform>%n 条，最新的在最上面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s); the newest are shown, search for older ones</source>
        <translation>
            <numerusform>%n 条，只列出最新的；更早的请用查找</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or other words.</source>
        <translation>没有找到。少写几个字，或换个说法再试。</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取经过……</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>还没有记录。</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Written down</source>
        <translation>记下了这一项</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Note: {new}</source>
        <translation>备注：{new}</translation>
    </message>
    <message>
        <source>Logged: {new}</source>
        <translation>沟通记录：{new}</translation>
    </message>
    <message>
        <source>Proof added: {new}</source>
        <translation>添加凭证：{new}</translation>
    </message>
    <message>
        <source>Proof taken off: {old}</source>
        <translation>移走凭证：{old}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Date of the original payment</source>
        <translation>原交易日期</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>参考号</translation>
    </message>
    <message>
        <source>Voucher number</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <source>Who it is with</source>
        <translation>找谁</translation>
    </message>
    <message>
        <source>Phone or address</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Why this date</source>
        <translation>为什么是这一天</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cleared on</source>
        <translation>结清日期</translation>
    </message>
    <message>
        <source>How it was cleared</source>
        <translation>怎么结清的</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}：{old} → {new}</translation>
    </message>
    <message>
        <source>{field}: {new}</source>
        <translation>{field}：{new}</translation>
    </message>
    <message>
        <source>{field} emptied, was {old}</source>
        <translation>{field}清空，原来是 {old}</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Good morning</source>
        <translation>早上好</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>下午好</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>晚上好</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Let us switch off your card terminal together, step by step.</source>
        <translation>我们一步一步，把您的刷卡机稳妥地停下来。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) overdue</source>
        <translation>
            <numerusform>已经逾期 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>今天到期 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due today.</source>
        <translation>今天没有到期的事。</translation>
    </message>
    <message>
        <source>%1. Do the red ones first; the rest can wait.</source>
        <translation>%1。先办红色的，其余不急。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Outstanding list</source>
        <translation>未结清单</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>已逾期 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>接下来会提醒您</translation>
    </message>
    <message>
        <source>Nothing in the next seven days.</source>
        <translation>今后七天没有要办的事。</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>查看清单</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>新建申请…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>看看示例</translation>
    </message>
    <message>
        <source>Closed cases</source>
        <translation>已关闭的申请</translation>
    </message>
    <message>
        <source>Nothing is outstanding.</source>
        <translation>没有未结事项。</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Import bills…</source>
        <translation>导入账单…</translation>
    </message>
</context>
<context>
    <name>IdentityForm</name>
    <message>
        <source>Registered name</source>
        <translation>商户注册名称</translation>
    </message>
    <message>
        <source>as on the licence</source>
        <translation>与营业执照一致</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>as on the slip</source>
        <translation>签购单上的名称</translation>
    </message>
    <message>
        <source>Merchant number</source>
        <translation>商户号</translation>
    </message>
    <message>
        <source>15 characters</source>
        <translation>15 位</translation>
    </message>
    <message>
        <source>At the top of every slip.</source>
        <translation>签购单（刷卡小票）上方就有。</translation>
    </message>
    <message>
        <source>Other merchant numbers</source>
        <translation>其他商户号</translation>
    </message>
    <message>
        <source>WeChat, Alipay, UnionPay QR</source>
        <translation>微信、支付宝、云闪付</translation>
    </message>
    <message>
        <source>Person in charge</source>
        <translation>法定代表人/负责人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Registered address</source>
        <translation>注册地址</translation>
    </message>
    <message>
        <source>Line of business</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>or MCC</source>
        <translation>或 MCC</translation>
    </message>
    <message>
        <source>Agreement number</source>
        <translation>协议编号</translation>
    </message>
    <message>
        <source>Agreement signed on</source>
        <translation>签约日期</translation>
    </message>
    <message>
        <source>Full name of the acquirer</source>
        <translation>收单机构全称</translation>
    </message>
    <message>
        <source>not the agent</source>
        <translation>不是代理商</translation>
    </message>
    <message>
        <source>On the agreement, or the payer of your settlements.</source>
        <translation>以协议或结算到账的付款户名为准。</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分公司或支行</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理商</translation>
    </message>
    <message>
        <source>if somebody else brought the machine</source>
        <translation>机器由别人推荐安装时填</translation>
    </message>
    <message>
        <source>Agent&apos;s phone</source>
        <translation>代理商电话</translation>
    </message>
    <message>
        <source>Who goes there</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>if not the person in charge</source>
        <translation>不是负责人本人时填</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Settlement account in the name of</source>
        <translation>结算账户户名</translation>
    </message>
    <message>
        <source>Bank and branch</source>
        <translation>开户行</translation>
    </message>
    <message>
        <source>Last 4 digits</source>
        <translation>账号后 4 位</translation>
    </message>
    <message>
        <source>never the whole number</source>
        <translation>不要填完整卡号</translation>
    </message>
    <message>
        <source>Last transaction</source>
        <translation>最后交易日</translation>
    </message>
    <message>
        <source>Last batch number</source>
        <translation>最后批次号</translation>
    </message>
    <message>
        <source>Batch settled on</source>
        <translation>批结日期</translation>
    </message>
    <message>
        <source>Not yet settled (¥)</source>
        <translation>未结算金额（元）</translation>
    </message>
    <message>
        <source>0 if all has arrived</source>
        <translation>全部到账就填 0</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>预计到账日</translation>
    </message>
    <message>
        <source>Fees still to pay (¥)</source>
        <translation>还欠的费用（元）</translation>
    </message>
    <message>
        <source>Deposit paid (¥)</source>
        <translation>押金（元）</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>Refund the deposit to</source>
        <translation>押金退到</translation>
    </message>
    <message>
        <source>Stop charging fees from</source>
        <translation>请求停止计费日期</translation>
    </message>
    <message>
        <source>How to reach you afterwards</source>
        <translation>停机后怎么联系您</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>Credit code, registration or ID number</source>
        <translation>统一社会信用代码等</translation>
    </message>
    <message>
        <source>Kind of business</source>
        <translation>主体类型</translation>
    </message>
    <message>
        <source>I have checked the name on the slip, the agreement or the settlement</source>
        <translation>已核对（签购单、协议或到账短信上的名称一致）</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>商户</translation>
    </message>
    <message>
        <source>The acquirer</source>
        <translation>收单机构</translation>
    </message>
    <message>
        <source>The terminals</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Money and fees</source>
        <translation>资金与费用</translation>
    </message>
    <message>
        <source>Who handles it</source>
        <translation>谁去办</translation>
    </message>
    <message>
        <source>Sole trader (个体工商户)</source>
        <translation>个体工商户</translation>
    </message>
    <message>
        <source>Company (企业)</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Micro merchant without a licence (小微商户)</source>
        <translation>小微商户（没有营业执照）</translation>
    </message>
    <message>
        <source>Numbers that begin like yours often belong to %1. Please check.</source>
        <translation>这样开头的编号多半属于%1，请核对，以协议为准。</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>还没说</translation>
    </message>
    <message>
        <source>Left empty, the letter says this day: the first one without payments.</source>
        <translation>不填的话，申请函就写这一天：停止收款后的第一天。</translation>
    </message>
</context>
<context>
    <name>ImpactPage</name>
    <message>
        <source>Print this on one page</source>
        <translation>打印成一页</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Choose at least one way to be paid after the stop.</source>
        <translation>请至少选一种停机以后的收款方式。</translation>
    </message>
    <message>
        <source>Say until when each way is to be ready.</source>
        <translation>请填每种方式最晚哪天准备好。</translation>
    </message>
    <message>
        <source>Say of each risk what could go wrong.</source>
        <translation>请写清每条风险会出什么问题。</translation>
    </message>
    <message>
        <source>Go through the risks and tick that you have.</source>
        <translation>请看一遍风险，并勾选“都看过了”。</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>What was read</source>
        <translation>读到了什么</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Total at its end</source>
        <translation>末尾合计</translation>
    </message>
    <message numerus="yes">
        <source>Importing %n bill(s)</source>
        <translation>
            <numerusform>正在导入 %n 份账单</numerusform>
        </translation>
    </message>
    <message>
        <source>Import &amp;more…</source>
        <translation>继续导入…(&amp;M)</translation>
    </message>
    <message>
        <source>Show the mo&amp;nths</source>
        <translation>看看月份(&amp;N)</translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s) read</source>
        <translation>
            <numerusform>读完 %n 份账单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增 {count} 行</translation>
    </message>
    <message>
        <source>{count} already known</source>
        <translation>已有 {count} 行</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Review %n row(s)</source>
        <translation>
            <numerusform>核对 %n 条(&amp;R)</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing new that is open</source>
        <translation>没有新的未结事项</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier row(s) shown as done now</source>
        <translation>
            <numerusform>先前的 %n 条发现现在显示已完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of the list may be cleared now</source>
        <translation>
            <numerusform>清单里有 %n 项可能可以结清了</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ agrees</source>
        <translation>✓ 相符</translation>
    </message>
    <message>
        <source>! differs</source>
        <translation>! 不符</translation>
    </message>
    <message>
        <source>– none</source>
        <translation>– 没有</translation>
    </message>
    <message>
        <source>This very file was imported before; nothing was added.</source>
        <translation>这个文件以前导入过，没有重复添加。</translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n 条待核对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with a problem</source>
        <translation>
            <numerusform>%n 行有问题</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Answer one question</source>
        <translation>回答一个问题(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ItemActions</name>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete (Del); you can undo it</source>
        <translation>删除（Del 键），可以撤销</translation>
    </message>
    <message>
        <source>Refund has arrived…</source>
        <translation>已退成…</translation>
    </message>
    <message>
        <source>Cleared…</source>
        <translation>已结清…</translation>
    </message>
    <message>
        <source>Proof, notes, messages…</source>
        <translation>凭证、备注、消息…</translation>
    </message>
</context>
<context>
    <name>ItemDialogs</name>
    <message>
        <source>Please open a case first; every entry belongs to a shop.</source>
        <translation>请先新建一份申请，每一项都要归到一个店。</translation>
    </message>
    <message>
        <source>Undone. {what}</source>
        <translation>已撤销。{what}</translation>
    </message>
</context>
<context>
    <name>ItemEditor</name>
    <message>
        <source>Edit an entry</source>
        <translation>修改事项</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>添加事项</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>What is open</source>
        <translation>什么事没结清</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Who it is with</source>
        <translation>找谁</translation>
    </message>
    <message>
        <source>customer, acquirer …</source>
        <translation>顾客、收单机构等</translation>
    </message>
    <message>
        <source>Date of the original payment</source>
        <translation>原交易日期</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>卡号</translation>
    </message>
    <message>
        <source>first 6 and last 4 digits</source>
        <translation>前 6 位和后 4 位</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>参考号</translation>
    </message>
    <message>
        <source>12 digits on the slip</source>
        <translation>签购单上的 12 位数字</translation>
    </message>
    <message>
        <source>Voucher number</source>
        <translation>凭证号</translation>
    </message>
    <message>
        <source>6 digits</source>
        <translation>6 位数字</translation>
    </message>
    <message>
        <source>Phone or address</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Please write the amount: for this kind of entry somebody is owed money.</source>
        <translation>请填写金额：这类事项是要付钱或收钱的。</translation>
    </message>
    <message>
        <source>The middle has been hidden. A whole card number is never kept here.</source>
        <translation>中间的数字已经遮住了。本程序从不保存完整卡号。</translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>更多内容</translation>
    </message>
</context>
<context>
    <name>ItemModel</name>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>找谁</translation>
    </message>
    <message>
        <source>Original payment</source>
        <translation>原交易</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考号</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ItemTable</name>
    <message>
        <source>Outstanding items</source>
        <translation>未结事项</translation>
    </message>
</context>
<context>
    <name>ItemWindow</name>
    <message>
        <source>Overview</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Proof files</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Calls and visits</source>
        <translation>沟通记录</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>发消息</translation>
    </message>
    <message>
        <source>History</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ItemWords</name>
    <message>
        <source>Card</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>UnionPay QR</source>
        <translation>云闪付</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Within seven days</source>
        <translation>七天内到期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>The platform says: refund successful</source>
        <translation>平台显示退款成功</translation>
    </message>
    <message>
        <source>The customer confirmed that the money arrived</source>
        <translation>顾客确认钱已到账</translation>
    </message>
    <message>
        <source>The money is on my account</source>
        <translation>钱已到我的账户</translation>
    </message>
    <message>
        <source>The acquirer confirmed in writing</source>
        <translation>收单机构书面确认</translation>
    </message>
    <message>
        <source>Paid, receipt kept</source>
        <translation>已付清，收据已留</translation>
    </message>
    <message>
        <source>Paid back, the customer confirmed</source>
        <translation>已退给顾客，顾客已确认</translation>
    </message>
    <message>
        <source>Agreed with the customer in writing</source>
        <translation>已和顾客书面谈妥</translation>
    </message>
    <message>
        <source>Looked up: it went through</source>
        <translation>已查明：交易成功</translation>
    </message>
    <message>
        <source>Looked up: reversed, the customer has the money</source>
        <translation>已查明：已冲正，钱已退回顾客</translation>
    </message>
    <message>
        <source>Handed over, receipt kept</source>
        <translation>已交给对方，回执已留</translation>
    </message>
    <message>
        <source>Received and filed</source>
        <translation>已收到并存好</translation>
    </message>
</context>
<context>
    <name>ItemsPanel</name>
    <message>
        <source>There is nothing open</source>
        <translation>没有任何未结事项</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>添加事项</translation>
    </message>
    <message>
        <source>You can tick this once every entry above is cleared.</source>
        <translation>上面的事项都结清以后，才能勾选。</translation>
    </message>
    <message>
        <source>Tick this only when no refund, pre-authorisation, deposit or bill is left.</source>
        <translation>确认没有待退款、预授权、押金和欠费了，再勾选。</translation>
    </message>
    <message>
        <source>Import bills…</source>
        <translation>导入账单…</translation>
    </message>
    <message>
        <source>Find open items in the bills of WeChat, Alipay, banks … (Ctrl+I)</source>
        <translation>从微信、支付宝、银行等账单里找出未结事项（Ctrl+I）</translation>
    </message>
</context>
<context>
    <name>KeepAsking</name>
    <message>
        <source>Not kept yet</source>
        <translation>还没有保存</translation>
    </message>
    <message>
        <source>What you typed here has not been kept.</source>
        <translation>您在这里写的内容还没有保存。</translation>
    </message>
    <message>
        <source>Go on writing, or throw it away?</source>
        <translation>继续填写，还是不要了？</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>不要了</translation>
    </message>
</context>
<context>
    <name>KeptView</name>
    <message>
        <source>No bill has been imported yet.</source>
        <translation>还没有导入账单。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>是什么</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Total at its end</source>
        <translation>末尾合计</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>Imported bills</source>
        <translation>已导入的账单</translation>
    </message>
    <message>
        <source>&amp;Take back…</source>
        <translation>撤回导入…(&amp;T)</translation>
    </message>
    <message>
        <source>– none</source>
        <translation>– 没有</translation>
    </message>
    <message>
        <source>✓ agrees</source>
        <translation>✓ 相符</translation>
    </message>
    <message>
        <source>! differs</source>
        <translation>! 不符</translation>
    </message>
    <message>
        <source>Take back “{name}”?</source>
        <translation>撤回“{name}”的导入吗？</translation>
    </message>
    <message>
        <source>Take back a bill</source>
        <translation>撤回账单</translation>
    </message>
    <message>
        <source>All its rows are removed, reviewed or not; a safety copy of your data is made before.</source>
        <translation>它的行和还没核对的条目会去掉；去掉前先给您的数据做一份安全副本。</translation>
    </message>
    <message>
        <source>The file itself is not touched; you can import it again.</source>
        <translation>文件本身不动，您可以再导入。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) you accepted from it will stay on the outstanding list.</source>
        <translation>
            <numerusform>从它登记的 %n 项会留在未结清单上。</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” was taken back.</source>
        <translation>已撤回“{name}”。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not reviewed yet went with it.</source>
        <translation>
            <numerusform>一起去掉了 %n 条还没核对的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import the file again to have it back.</source>
        <translation>再导入一次这个文件就能恢复。</translation>
    </message>
    <message>
        <source>Taking back “{name}”</source>
        <translation>正在撤回“{name}”</translation>
    </message>
</context>
<context>
    <name>KindNames</name>
    <message>
        <source>Which device?</source>
        <translation>哪种机器？</translation>
    </message>
    <message>
        <source>Counter terminal</source>
        <translation>台式POS机</translation>
    </message>
    <message>
        <source>Smart terminal</source>
        <translation>智能POS机</translation>
    </message>
    <message>
        <source>Pocket reader</source>
        <translation>电签POS、MPOS</translation>
    </message>
    <message>
        <source>QR or speaker</source>
        <translation>收款码、音箱</translation>
    </message>
</context>
<context>
    <name>KnownList</name>
    <message>
        <source>What your case knows</source>
        <translation>您已填过的资料</translation>
    </message>
</context>
<context>
    <name>LabelPicture</name>
    <message>
        <source>The label on the back of a terminal, with the serial number marked</source>
        <translation>终端背面的铭牌，标出了机身序列号</translation>
    </message>
</context>
<context>
    <name>LayoutsDialog</name>
    <message>
        <source>Tables the program knows</source>
        <translation>程序认识的表格</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>改名(&amp;R)</translation>
    </message>
    <message>
        <source>Write to a &amp;file…</source>
        <translation>导出成文件(&amp;F)…</translation>
    </message>
    <message>
        <source>F&amp;orget</source>
        <translation>忘掉(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation>导入文件(&amp;I)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>You have said once what the columns of these tables mean. A small file takes that to another computer; it holds names of columns and no money.</source>
        <translation>这些表格每一列的意思您已经说明过。导出成小文件就能带到另一台电脑上用，文件里只有列名，没有金额。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名字(&amp;N)</translation>
    </message>
    <message>
        <source>The name is kept.</source>
        <translation>名字已经记下。</translation>
    </message>
    <message>
        <source>Write to a file</source>
        <translation>导出成文件</translation>
    </message>
    <message>
        <source>The file is written.</source>
        <translation>文件已经写好。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>This table is known now.</source>
        <translation>现在认识这种表格了。</translation>
    </message>
    <message>
        <source>The next such table is asked about again.</source>
        <translation>下次遇到这种表格会再问您。</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>LedgerController</name>
    <message>
        <source>Added: {what}</source>
        <translation>已添加：{what}</translation>
    </message>
    <message>
        <source>Changed: {what}</source>
        <translation>已修改：{what}</translation>
    </message>
    <message>
        <source>Cleared: {what}</source>
        <translation>已结清：{what}</translation>
    </message>
    <message>
        <source>Deleted: {what}</source>
        <translation>已删除：{what}</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>To be looked at again: {what}</source>
        <translation>改天再看：{what}</translation>
    </message>
    <message>
        <source>To be reminded of later: {what}</source>
        <translation>稍后再提醒：{what}</translation>
    </message>
    <message>
        <source>Reminded of in another way: {what}</source>
        <translation>已改提醒方式：{what}</translation>
    </message>
    <message>
        <source>Changed elsewhere at the same time: %1. What you entered here stands; the history has both.</source>
        <translation>别处同时改过：%1。以您在这里填的为准，两个都记在历史里。</translation>
    </message>
</context>
<context>
    <name>LeftOutDialog</name>
    <message>
        <source>What does not concern you</source>
        <translation>跟您无关、已省去的</translation>
    </message>
    <message>
        <source>It follows from who you are, which device it is, and why. You may have any of it back.</source>
        <translation>这是按您是谁、什么机器、为什么停推出来的。想要的，随时可以找回来。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Documents to bring</source>
        <translation>要带的材料</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>通知谁</translation>
    </message>
    <message>
        <source>Tasks on the device</source>
        <translation>机器上要做的事</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>已找回</translation>
    </message>
    <message>
        <source>Leave out again</source>
        <translation>还是省去</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>找回来</translation>
    </message>
</context>
<context>
    <name>LeftOutLine</name>
    <message>
        <source>See what and why</source>
        <translation>看看是哪些</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that do not concern you were left out.</source>
        <translation>
            <numerusform>有 %n 项跟您无关，已经省去。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left out any more; you brought all of it back.</source>
        <translation>没有省去的了，您都找回来了。</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Where to find it</source>
        <translation>在哪里找</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>In force since</source>
        <translation>施行日期</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>效力</translation>
    </message>
    <message>
        <source>How well it is known</source>
        <translation>核实程度</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核对月份</translation>
    </message>
    <message>
        <source>Its text was read word for word; articles may be quoted.</source>
        <translation>原文逐字核对过，可以引用条文。</translation>
    </message>
    <message>
        <source>Only parts of its text were read; do not quote more than stands here.</source>
        <translation>只核对过一部分，不要引用这里没有的内容。</translation>
    </message>
    <message>
        <source>Known only as others report it. Good for asking your acquirer, not for quoting.</source>
        <translation>内容来自转述。可以拿去问收单机构，不要当条文引用。</translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>拿什么证明</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Usual time limit</source>
        <translation>通常期限</translation>
    </message>
    <message>
        <source>Whom to ask</source>
        <translation>找谁</translation>
    </message>
    <message>
        <source>What clears it</source>
        <translation>怎样才算结清</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Search rules, words, checks…</source>
        <translation>搜法规、词语、检查项…</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索资料库</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or other words.</source>
        <translation>没有找到。少写几个字，或换个说法再试。</translation>
    </message>
    <message>
        <source>Laws and rules</source>
        <translation>法律法规</translation>
    </message>
    <message>
        <source>What the acquirer checks</source>
        <translation>收单机构看什么</translation>
    </message>
    <message>
        <source>Kinds of open items</source>
        <translation>未结事项的种类</translation>
    </message>
    <message>
        <source>Number %1 on the slip</source>
        <translation>签购单上的第 %1 号</translation>
    </message>
    <message>
        <source>A sample; the order of the lines differs between terminals.</source>
        <translation>这是样张，各家机器的顺序会有不同。</translation>
    </message>
    <message>
        <source>Words explained</source>
        <translation>名词解释</translation>
    </message>
    <message>
        <source>Its numbers are explained below</source>
        <translation>编号的意思写在下面</translation>
    </message>
    <message>
        <source>A sample; yours may look a little different.</source>
        <translation>这是样张，您的可能略有不同。</translation>
    </message>
    <message>
        <source>Look for the marked line</source>
        <translation>看标出来的那一行</translation>
    </message>
</context>
<context>
    <name>LicencePicture</name>
    <message>
        <source>A business licence, with the credit code marked</source>
        <translation>营业执照，标出了统一社会信用代码</translation>
    </message>
</context>
<context>
    <name>LimitsPage</name>
    <message>
        <source>Usual time limits</source>
        <translation>常用期限</translation>
    </message>
    <message>
        <source>Due dates are worked out with these numbers. They are habits, not law: ask your acquirer, and change what is different for you.</source>
        <translation>到期日按这些数字推算。它们是常见做法，不是法律规定：请向收单机构确认，不一样的就改过来。</translation>
    </message>
    <message>
        <source>&amp;Back to the usual numbers</source>
        <translation>恢复常用数字(&amp;B)</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>个工作日</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>of the month</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Changed; usually {number}</source>
        <translation>已改，常用的是 {number}</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message numerus="yes">
        <source>The first %n entries were copied; save a file for all of them.</source>
        <translation>
            <numerusform>已复制前 %n 项；要全部的话，请存成文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were copied. Paste them into WeChat with Ctrl+V.</source>
        <translation>
            <numerusform>已复制 %n 项，在微信里按 Ctrl+V 粘贴。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>Outstanding list</source>
        <translation>未结清单</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Outstanding list</source>
        <translation>未结清单</translation>
    </message>
    <message>
        <source>Import bills…</source>
        <translation>导入账单…</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>打印清单</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>添加事项</translation>
    </message>
    <message>
        <source>Add an entry (Ctrl+N)</source>
        <translation>添加事项（Ctrl+N）</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>Mark as cleared…</source>
        <translation>标记为已结清…</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>Copy as text for WeChat</source>
        <translation>复制成文字（发微信用）</translation>
    </message>
    <message>
        <source>Save as a spreadsheet (XLSX)…</source>
        <translation>存成表格（XLSX）…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>Save all dates for a calendar (ICS)…</source>
        <translation>存成日历文件（ICS）…</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按事项</translation>
    </message>
    <message>
        <source>By shop</source>
        <translation>按店铺</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Proof, notes, messages…</source>
        <translation>凭证、备注、消息…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>In groups by due date</source>
        <translation>按到期日分组</translation>
    </message>
    <message>
        <source>By amount</source>
        <translation>按金额</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按找谁</translation>
    </message>
    <message>
        <source>By original payment</source>
        <translation>按原交易</translation>
    </message>
    <message>
        <source>By reference</source>
        <translation>按参考号</translation>
    </message>
    <message>
        <source>By contact</source>
        <translation>按联系方式</translation>
    </message>
    <message>
        <source>By note</source>
        <translation>按备注</translation>
    </message>
</context>
<context>
    <name>ListedAcquirer</name>
    <message>
        <source>said by themselves</source>
        <translation>机构自己公布</translation>
    </message>
    <message>
        <source>reported only, please check</source>
        <translation>网上转述，请核实</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1 has left the market (%2): %3. Source: %4, checked %5.</source>
        <translation>据报道，%1已终止支付业务（%2）：%3。来源：%4，%5 核对。</translation>
    </message>
    <message>
        <source>%1 · source: %2 · checked %3</source>
        <translation>%1 · 来源：%2 · %3 核对</translation>
    </message>
</context>
<context>
    <name>LogCard</name>
    <message>
        <source>Write down a contact</source>
        <translation>记一次联系</translation>
    </message>
    <message>
        <source>Contact log</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Nothing yet. Write down every call at once.</source>
        <translation>还没有记录。每次打完电话马上记下来。</translation>
    </message>
    <message>
        <source>Edit contact %1</source>
        <translation>编辑第 %1 条联系</translation>
    </message>
    <message>
        <source>staff no. %1</source>
        <translation>工号 %1</translation>
    </message>
    <message>
        <source>ticket %1</source>
        <translation>工单号 %1</translation>
    </message>
    <message>
        <source>Fees: %1</source>
        <translation>费用：%1</translation>
    </message>
    <message>
        <source>Deposit: %1</source>
        <translation>押金：%1</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>数据：%1</translation>
    </message>
    <message>
        <source>Agreed day of the stop: %1</source>
        <translation>说定的停机日：%1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已办：%1</translation>
    </message>
    <message>
        <source>Overdue. %1</source>
        <translation>已过期。%1</translation>
    </message>
</context>
<context>
    <name>LogTab</name>
    <message>
        <source>How you spoke</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>哪一天</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>对方是谁</translation>
    </message>
    <message>
        <source>name or staff number</source>
        <translation>姓名或工号</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Add to the log</source>
        <translation>记下来</translation>
    </message>
    <message>
        <source>Nothing has been logged yet.</source>
        <translation>还没有沟通记录。</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>下一步：{step}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>POS Closeout</source>
        <translation>POS停机助手</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>查看清单</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) overdue</source>
        <translation>
            <numerusform>%n 项已逾期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) due today</source>
        <translation>
            <numerusform>%n 项今天到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Bills belong to a case, and there is none yet. Open a case for them now?</source>
        <translation>账单要归到一份申请里，现在还没有申请。要马上新建一份吗？</translation>
    </message>
    <message>
        <source>Import bills</source>
        <translation>导入账单</translation>
    </message>
    <message>
        <source>Bills are being imported. Please change this once that is done.</source>
        <translation>正在导入账单，请等导入完成后再改。</translation>
    </message>
    <message>
        <source>Changed elsewhere at the same time: %1. What you entered here stands; the history has both.</source>
        <translation>别处同时改过：%1。以您在这里填的为准，两个都记在历史里。</translation>
    </message>
    <message>
        <source>This is the sample: an invented shop. Nothing here counts, and nothing here is kept.</source>
        <translation>这是示例：一家编出来的店。这里的数字都不算数，也不会保存。</translation>
    </message>
    <message>
        <source>Leave the sample</source>
        <translation>离开示例</translation>
    </message>
    <message>
        <source>Your last answer has been taken back.</source>
        <translation>刚才填的内容已撤销。</translation>
    </message>
    <message>
        <source>%1 · Sample</source>
        <translation>%1 · 示例</translation>
    </message>
</context>
<context>
    <name>ManyEditor</name>
    <message>
        <source>Edit several entries</source>
        <translation>修改多项</translation>
    </message>
    <message>
        <source>Who it is with</source>
        <translation>找谁</translation>
    </message>
    <message>
        <source>Phone or address</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What you write here is put into all of them. What you leave alone stays as it is in each.</source>
        <translation>在这里写的，会写进每一项；没动过的栏，各项保持原样。</translation>
    </message>
    <message>
        <source>differs, stays as it is</source>
        <translation>各不相同，保持原样</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New case</source>
        <translation>新建申请(&amp;N)</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Find in the list</source>
        <translation>在清单中查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation>首页(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Outstanding list</source>
        <translation>未结清单(&amp;O)</translation>
    </message>
    <message>
        <source>“Why we &amp;ask” panel</source>
        <translation>“为什么要填”面板(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>large</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>very large</source>
        <translation>特大字</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>文字大小(&amp;S)</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;About this program</source>
        <translation>关于本程序(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Library: words, laws, checks</source>
        <translation>资料库：词语、法规、检查项(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import bills…</source>
        <translation>导入账单…(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Search everything…</source>
        <translation>查找全部(&amp;S)…</translation>
    </message>
    <message>
        <source>Col&amp;umns of the list…</source>
        <translation>清单显示的列(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>申请(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;History of this case…</source>
        <translation>本次申请的经过(&amp;H)…</translation>
    </message>
    <message>
        <source>New case for the &amp;same shop</source>
        <translation>给同一家店新建申请(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Archive…</source>
        <translation>归档(&amp;R)…</translation>
    </message>
    <message>
        <source>Safety &amp;copies…</source>
        <translation>安全副本(&amp;C)…</translation>
    </message>
    <message>
        <source>Everything in one &amp;file…</source>
        <translation>全部数据存成一个文件(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Take in everything from a file…</source>
        <translation>从文件取回全部数据(&amp;T)…</translation>
    </message>
    <message>
        <source>Delete for &amp;good…</source>
        <translation>永久删除(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Undo the last change</source>
        <translation>撤销上一步(&amp;U)</translation>
    </message>
    <message>
        <source>Sa&amp;ve as PDF…</source>
        <translation>存为 PDF(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Open the PDF</source>
        <translation>打开 PDF(&amp;O)</translation>
    </message>
    <message>
        <source>Save the list as a spreadsheet…</source>
        <translation>把清单存为表格…</translation>
    </message>
    <message>
        <source>Is there a &amp;newer version?</source>
        <translation>有没有新版本(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quick guide, two pages…</source>
        <translation>快速上手（两页）(&amp;Q)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>快捷键(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>MessagesTab</name>
    <message>
        <source>the customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>the acquirer</source>
        <translation>收单机构</translation>
    </message>
    <message>
        <source>text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>phone script</source>
        <translation>电话怎么说</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发给</translation>
    </message>
    <message>
        <source>As</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>The program sends nothing. No message ever asks for a card number, a password or a code.</source>
        <translation>程序不会替您发出去。任何消息都不会要卡号、密码或验证码。</translation>
    </message>
    <message>
        <source>{characters} characters, charged as {messages} text message(s)</source>
        <translation>共 {characters} 个字，按 {messages} 条短信计费</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>MoneyBackCard</name>
    <message>
        <source>The statements show that this came back. Please look whether it belongs to what stands beside it.</source>
        <translation>流水里有这些退回来的钱，请看看是不是右边写的那一笔。</translation>
    </message>
    <message>
        <source>Money that came back</source>
        <translation>退回来的钱</translation>
    </message>
    <message>
        <source>Clear it with this</source>
        <translation>用这笔结清</translation>
    </message>
    <message>
        <source>Yes, it came back</source>
        <translation>是的，退回来了</translation>
    </message>
    <message>
        <source>deposit of %1 on the outstanding list</source>
        <translation>未结事项里的押金 %1</translation>
    </message>
    <message>
        <source>fee of %1 on the outstanding list</source>
        <translation>未结事项里的费用 %1</translation>
    </message>
    <message>
        <source>charge of %1 after the stop</source>
        <translation>停机后的扣费 %1</translation>
    </message>
    <message>
        <source>deposit of %1</source>
        <translation>押金 %1</translation>
    </message>
    <message>
        <source>Came back: %1, statement %2, row %3</source>
        <translation>已退回 %1，流水“%2”第 %3 行</translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>The amount must be more than 0 and at most 99,999,999.99 yuan.</source>
        <translation>金额要大于 0，最多 99,999,999.99 元。</translation>
    </message>
    <message>
        <source>Please write the amount in figures, such as 128.50.</source>
        <translation>请用数字填写金额，例如 128.50。</translation>
    </message>
</context>
<context>
    <name>MonthsCard</name>
    <message>
        <source>Acquirers may come back on a payment for up to 36 months by some agreements; please ask yours. Click a missing month when there was no business in it.</source>
        <translation>有的协议约定，三年内还可以追查一笔交易，请向您的收单机构确认。哪个月没有营业，点一下就不算缺。</translation>
    </message>
    <message>
        <source>Bills by month</source>
        <translation>各月账单</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) are missing.</source>
        <translation>
            <numerusform>还缺 %n 个月的账单。</numerusform>
        </translation>
    </message>
    <message>
        <source>No month is missing.</source>
        <translation>账单不缺月份。</translation>
    </message>
    <message>
        <source>among the files chosen</source>
        <translation>在选好的文件里</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>no business in this month</source>
        <translation>这个月没有营业</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺账单</translation>
    </message>
</context>
<context>
    <name>MoveEditor</name>
    <message>
        <source>Data to move</source>
        <translation>要迁移的数据</translation>
    </message>
    <message>
        <source>Somebody outside the shop does it</source>
        <translation>由店外的人来办</translation>
    </message>
    <message>
        <source>We agreed in writing on secrecy, purpose and deletion afterwards</source>
        <translation>已书面约定保密、用途和办完后删除</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从清单里去掉</translation>
    </message>
    <message>
        <source>What</source>
        <translation>迁移什么</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>谁来办</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>从哪里</translation>
    </message>
    <message>
        <source>To where</source>
        <translation>到哪里</translation>
    </message>
    <message>
        <source>Entries before</source>
        <translation>迁移前条数</translation>
    </message>
    <message>
        <source>Entries after</source>
        <translation>迁移后条数</translation>
    </message>
    <message>
        <source>Amount before</source>
        <translation>迁移前金额</translation>
    </message>
    <message>
        <source>Amount after</source>
        <translation>迁移后金额</translation>
    </message>
    <message>
        <source>Compared and signed off by</source>
        <translation>核对确认人</translation>
    </message>
    <message>
        <source>Signed off on</source>
        <translation>确认日期</translation>
    </message>
    <message>
        <source>Note, such as why the counts differ</source>
        <translation>说明，例如为什么有差异</translation>
    </message>
    <message>
        <source>Customers&apos; telephone and card numbers are personal data. Give only what is needed, never a password or a full card number, and agree in writing on secrecy, purpose and deletion. It is safest to do it yourself.</source>
        <translation>顾客的电话、卡号是个人信息。只给必需的，密码和完整卡号绝不能给，并书面约定保密、用途和办完后删除。自己办最稳妥。</translation>
    </message>
    <message>
        <source>Till software</source>
        <translation>收银软件资料</translation>
    </message>
    <message>
        <source>Members and balances</source>
        <translation>会员和储值余额</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>历史账单</translation>
    </message>
    <message>
        <source>Recurring agreements</source>
        <translation>代扣协议</translation>
    </message>
    <message>
        <source>Other data</source>
        <translation>其他数据</translation>
    </message>
</context>
<context>
    <name>MovesCard</name>
    <message>
        <source>Add data to move</source>
        <translation>添加要迁移的数据</translation>
    </message>
    <message>
        <source>Till software, members and their balances, statements, recurring agreements: count them before and after, so that nothing is lost on the way.</source>
        <translation>收银软件、会员和储值余额、历史账单、代扣协议：迁移前后都数一遍，一条也不会丢。</translation>
    </message>
    <message>
        <source>Data to move</source>
        <translation>要迁移的数据</translation>
    </message>
    <message>
        <source>Edit move %1</source>
        <translation>修改第 %1 项迁移</translation>
    </message>
    <message>
        <source>Somebody outside gets personal data of customers, and there is no agreement with them yet.</source>
        <translation>店外的人会拿到顾客的个人信息，还没有书面约定。</translation>
    </message>
    <message>
        <source>Signed off by %1 on %2</source>
        <translation>%1 于 %2 核对确认</translation>
    </message>
    <message>
        <source>To be counted before and after</source>
        <translation>迁移前后的数还没有填</translation>
    </message>
    <message>
        <source>The counts differ. Find out why, or write down the reason.</source>
        <translation>前后的数不一样。请查明原因，或者写明理由。</translation>
    </message>
    <message>
        <source>To be signed off</source>
        <translation>等待核对确认</translation>
    </message>
</context>
<context>
    <name>NamesCard</name>
    <message>
        <source>The acquirer is</source>
        <translation>收单机构</translation>
    </message>
    <message>
        <source>full name, not the agent</source>
        <translation>全称，不是代理商</translation>
    </message>
    <message>
        <source>I have checked the name on the slip, the agreement or the settlement</source>
        <translation>已核对（签购单、协议或到账短信上的名称一致）</translation>
    </message>
    <message>
        <source>The name on the machine is often a brand or an agent. Copy what stands in these three places.</source>
        <translation>机器上印的常常只是品牌或代理商。请照着下面三处抄一遍。</translation>
    </message>
    <message>
        <source>Who is the acquirer really?</source>
        <translation>收单机构到底是谁？</translation>
    </message>
    <message>
        <source>These names differ. The payer of the settlements is mostly the acquirer; ask them.</source>
        <translation>三处写的不一样。给您打款的那一家，多半才是收单机构，请向他们核实。</translation>
    </message>
    <message>
        <source>%1 of 3 places say: %2</source>
        <translation>三处里有 %1 处写的是：%2</translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation>用这个名称</translation>
    </message>
    <message>
        <source>Merchant numbers that begin with %1 often belong to %2. A hint only, please check.</source>
        <translation>以 %1 开头的商户号多半属于%2。仅供参考，请核对。</translation>
    </message>
</context>
<context>
    <name>NewerVersion</name>
    <message>
        <source>Is there a newer version?</source>
        <translation>有没有新版本</translation>
    </message>
    <message>
        <source>This is POS Closeout %1.</source>
        <translation>您用的是 POS停机助手 %1。</translation>
    </message>
    <message>
        <source>Look in the browser</source>
        <translation>用浏览器打开看看</translation>
    </message>
    <message>
        <source>Laws and rules: compared in %1</source>
        <translation>法规：%1 核对过</translation>
    </message>
    <message>
        <source>Acquirers: numbers and apps read in %1</source>
        <translation>收单机构的电话和 App 办法：%1 查过</translation>
    </message>
    <message>
        <source>Layouts of bills: compared in %1</source>
        <translation>账单格式：%1 核对过</translation>
    </message>
    <message>
        <source>Holidays and make-up working days: published until %1</source>
        <translation>节假日和调休：已公布到 %1 年</translation>
    </message>
    <message>
        <source>Some of this is old. Rules and numbers may have changed: ask before you rely on them, and get a newer version if there is one.</source>
        <translation>有些内容已经旧了。规定和电话可能变了，请先问清楚再用；有新版本的话，请换新版本。</translation>
    </message>
    <message>
        <source>Newer versions are shown on %1. This program itself never goes online.</source>
        <translation>新版本会放在 %1。程序自己从不上网。</translation>
    </message>
    <message>
        <source>This copy does not know where newer versions are shown: ask whoever gave it to you.</source>
        <translation>这份程序不知道新版本放在哪里，请问给您程序的人。</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>New note</source>
        <translation>新备注</translation>
    </message>
    <message>
        <source>What you want to remember about this entry</source>
        <translation>关于这一项，您想记住什么</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>There is no note yet.</source>
        <translation>还没有备注。</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Text of the notice</source>
        <translation>通知全文</translation>
    </message>
    <message>
        <source>Paste the whole notice here, with its title</source>
        <translation>把通知全文（含标题）粘贴到这里</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>Worked instead</source>
        <translation>上班（调休）</translation>
    </message>
    <message>
        <source>Count with these days</source>
        <translation>按这些日子算</translation>
    </message>
    <message>
        <source>Do not use</source>
        <translation>不用这份</translation>
    </message>
    <message>
        <source>What is this? (F1)</source>
        <translation>这是什么？(F1)</translation>
    </message>
    <message>
        <source>Each autumn the State Council says which days of the next year are free and which weekends are worked. Copy that notice from the government&apos;s site (www.gov.cn) and paste it here.</source>
        <translation>国务院办公厅每年秋天公布下一年哪几天放假、哪几个周末上班。请在中国政府网（www.gov.cn）上复制那份通知，粘贴到这里。</translation>
    </message>
    <message>
        <source>Paste the yearly notice</source>
        <translation>粘贴放假安排的通知</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>The weekday does not fit: %1</source>
        <translation>星期对不上：%1</translation>
    </message>
    <message>
        <source>The number of days does not fit: %1</source>
        <translation>天数对不上：%1</translation>
    </message>
    <message>
        <source>Both free and worked: %1</source>
        <translation>又放假又上班：%1</translation>
    </message>
    <message>
        <source>Something does not fit, so nothing can be kept. Compare it with the original.</source>
        <translation>有对不上的地方，不能保存。请对照原文改好。</translation>
    </message>
    <message>
        <source>The notice for %1: %2 days off, %3 days worked instead. Please compare before you keep it.</source>
        <translation>%1 年的通知：放假 %2 天，调休上班 %3 天。请核对后再确认。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The notice for %1 counts from now on.</source>
        <translation>从现在起按 %1 年的通知算。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) changed by it.</source>
        <translation>
            <numerusform>有 %n 天跟原来不同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeEditor</name>
    <message>
        <source>One notice</source>
        <translation>一条通知</translation>
    </message>
    <message>
        <source>Who is told, and when</source>
        <translation>通知谁、什么时候</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>通知谁</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>How</source>
        <translation>怎么通知</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>计划日期</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>通知日期</translation>
    </message>
    <message>
        <source>Confirmed on</source>
        <translation>对方确认日期</translation>
    </message>
    <message>
        <source>Nobody needs to be told here, because</source>
        <translation>这里不用通知，因为</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从清单里去掉</translation>
    </message>
    <message>
        <source>“Told on” lies ahead. Put the day into “planned for” instead.</source>
        <translation>“通知日期”还没到。请填在“计划日期”里。</translation>
    </message>
    <message>
        <source>Please say first on which day they were told.</source>
        <translation>请先填通知日期。</translation>
    </message>
    <message>
        <source>They cannot have confirmed before they were told.</source>
        <translation>对方确认的日期不能早于通知日期。</translation>
    </message>
</context>
<context>
    <name>NoticeNames</name>
    <message>
        <source>text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>phone call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>poster</source>
        <translation>告示</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>should be out</source>
        <translation>该通知了</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>told</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>对方已确认</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不用通知</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>What to say</source>
        <translation>怎么说</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>It must say: %1</source>
        <translation>必须说到：%1</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation>存为文本…(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Told today</source>
        <translation>今天已通知(&amp;T)</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>主题：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 characters: %n text message(s)</source>
        <translation>
            <numerusform>共 %1 字，按 %n 条短信计</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the words</source>
        <translation>保存文字</translation>
    </message>
    <message>
        <source>Phone script</source>
        <translation>电话提纲</translation>
    </message>
    <message>
        <source>Save as &amp;e-mail…</source>
        <translation>存成邮件(&amp;E)…</translation>
    </message>
    <message>
        <source>E-mail (*.eml)</source>
        <translation>邮件 (*.eml)</translation>
    </message>
    <message>
        <source>Save as e-mail</source>
        <translation>存成邮件</translation>
    </message>
    <message>
        <source>Saved: %1. Open it in your e-mail program and send it.</source>
        <translation>已保存：%1。用邮件程序打开，就能发出去。</translation>
    </message>
    <message>
        <source>Saved: %1.</source>
        <translation>已保存：%1。</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Customers should ask for refunds before</source>
        <translation>请顾客在哪天前来退款</translation>
    </message>
    <message>
        <source>good practice</source>
        <translation>惯例，可改</translation>
    </message>
    <message>
        <source>How customers pay afterwards</source>
        <translation>以后怎么付款</translation>
    </message>
    <message>
        <source>such as 现金、微信或支付宝</source>
        <translation>如：现金、微信或支付宝</translation>
    </message>
    <message>
        <source>What all notices say</source>
        <translation>每份通知都要说的</translation>
    </message>
    <message>
        <source>Print the poster</source>
        <translation>打印告示</translation>
    </message>
    <message>
        <source>Print it in English</source>
        <translation>打印英文告示</translation>
    </message>
    <message>
        <source>One A4 page in large type, to hang up where customers pay. Leave it up until 30 days after.</source>
        <translation>一张 A4 大字告示，贴在收银台旁边，停机后再留 30 天。</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>告示</translation>
    </message>
    <message>
        <source>Add who is usually told</source>
        <translation>加上通常要通知的人</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>加一个</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>通知谁</translation>
    </message>
    <message>
        <source>Nobody has thought of the customers yet: hang up the poster in time.</source>
        <translation>还没有安排告知顾客：请早点把告示贴出来。</translation>
    </message>
    <message>
        <source>There are open items whose other side has not been told.</source>
        <translation>还有未结事项的对方没列进来。</translation>
    </message>
    <message>
        <source>Some have not been told yet.</source>
        <translation>还有人没有通知到。</translation>
    </message>
    <message>
        <source>Nobody yet. Begin with those who are usually told; names and days can be changed.</source>
        <translation>还没有。先加上通常要通知的人，姓名和日期都可以改。</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Words for %1</source>
        <translation>给%1的文字</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>修改%1</translation>
    </message>
    <message>
        <source>From an address book…</source>
        <translation>从通讯录导入…</translation>
    </message>
    <message>
        <source>Address books</source>
        <translation>通讯录</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose an address book</source>
        <translation>选择通讯录</translation>
    </message>
    <message>
        <source>The same for notices in English</source>
        <translation>英文告知里怎么写</translation>
    </message>
    <message>
        <source>such as cash, WeChat Pay or Alipay</source>
        <translation>如 cash, WeChat Pay or Alipay</translation>
    </message>
    <message>
        <source>Reading the address book…</source>
        <translation>正在读取通讯录……</translation>
    </message>
</context>
<context>
    <name>NumberLine</name>
    <message>
        <source>Number to call</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Whose number</source>
        <translation>是谁的</translation>
    </message>
    <message>
        <source>Where the number is from</source>
        <translation>号码来源</translation>
    </message>
    <message>
        <source>Take number %1 off the list</source>
        <translation>删去第 %1 个号码</translation>
    </message>
</context>
<context>
    <name>NumbersCard</name>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>添加号码</translation>
    </message>
    <message>
        <source>Only a number from the slip, the agreement or the official site is safe.</source>
        <translation>只有签购单、协议或官网上的号码才可靠。</translation>
    </message>
    <message>
        <source>Which number to call</source>
        <translation>该打哪个号码</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>号码簿</translation>
    </message>
    <message>
        <source>compare with your slip before you call</source>
        <translation>拨打前请与签购单核对</translation>
    </message>
    <message>
        <source>Your own numbers for this case</source>
        <translation>您自己记的号码</translation>
    </message>
    <message>
        <source>No number of this acquirer has been checked. Take it from the slip or the agreement.</source>
        <translation>这一家的号码没有核实过，请看签购单或协议。</translation>
    </message>
</context>
<context>
    <name>OpenItemsPage</name>
    <message>
        <source>Decide now</source>
        <translation>现在决定</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>When it is due</source>
        <translation>什么时候到期</translation>
    </message>
    <message>
        <source>no date yet</source>
        <translation>还没有日期</translation>
    </message>
    <message>
        <source>Why this date: {reason}</source>
        <translation>为什么是这一天：{reason}</translation>
    </message>
    <message>
        <source>Usual date: {day}</source>
        <translation>常用日期：{day}</translation>
    </message>
    <message>
        <source>Overdue when</source>
        <translation>什么情况算逾期</translation>
    </message>
    <message>
        <source>Whom to ask</source>
        <translation>找谁</translation>
    </message>
    <message>
        <source>What clears it</source>
        <translation>怎样才算结清</translation>
    </message>
    <message>
        <source>What you noted about it</source>
        <translation>您填写的内容</translation>
    </message>
    <message>
        <source>Reminders of its own: from {before} days before; after it every {every} days (0: none)</source>
        <translation>单独设置的提醒：提前 {before} 天开始，过期后每 {every} 天一次（0 表示不提醒）</translation>
    </message>
</context>
<context>
    <name>Ownership</name>
    <message>
        <source>not sure</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>on deposit</source>
        <translation>押金机</translation>
    </message>
    <message>
        <source>rented</source>
        <translation>租赁</translation>
    </message>
    <message>
        <source>my own</source>
        <translation>自购</translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source>Which paper?</source>
        <translation>要哪一份？</translation>
    </message>
    <message>
        <source>Who works the device</source>
        <translation>谁来操作</translation>
    </message>
    <message>
        <source>Who looks on</source>
        <translation>谁来复核</translation>
    </message>
    <message>
        <source>Device handed over on</source>
        <translation>哪天交机</translation>
    </message>
    <message>
        <source>What to do when it does not settle</source>
        <translation>结算不成功时怎么办</translation>
    </message>
    <message>
        <source>Authority until</source>
        <translation>授权到哪一天</translation>
    </message>
    <message>
        <source>Missed on</source>
        <translation>哪天发现不见的</translation>
    </message>
    <message>
        <source>Where it was lost</source>
        <translation>在哪里不见的</translation>
    </message>
    <message>
        <source>How it was lost</source>
        <translation>怎么不见的</translation>
    </message>
    <message>
        <source>Police report number</source>
        <translation>报警回执号</translation>
    </message>
    <message>
        <source>Deposit paid on</source>
        <translation>押金哪天交的</translation>
    </message>
    <message>
        <source>Still missing, printed as a blank: %1</source>
        <translation>还没有填，打印时留空：%1</translation>
    </message>
</context>
<context>
    <name>PaperController</name>
    <message>
        <source>Save the letter</source>
        <translation>保存申请函</translation>
    </message>
    <message>
        <source>Outstanding list</source>
        <translation>未结清单</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>告示</translation>
    </message>
    <message>
        <source>Impact of the stop</source>
        <translation>停机影响评估</translation>
    </message>
    <message>
        <source>E-mail (*.eml)</source>
        <translation>邮件 (*.eml)</translation>
    </message>
    <message>
        <source>Save as e-mail</source>
        <translation>存成邮件</translation>
    </message>
    <message>
        <source>Closing report</source>
        <translation>结案报告</translation>
    </message>
    <message>
        <source>Papers for the acquirer</source>
        <translation>交给收单机构的材料</translation>
    </message>
    <message>
        <source>Quick guide</source>
        <translation>快速上手</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Save as PDF …</source>
        <translation>存为 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>打印(&amp;P)…</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password of the file</source>
        <translation>文件密码</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>显示输入的内容</translation>
    </message>
    <message>
        <source>This password did not open the file. Please look at the message once more and try again.</source>
        <translation>这个密码打不开文件。请再看一下平台发来的消息，重新输入。</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>打开文件(&amp;O)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不输入</translation>
    </message>
    <message>
        <source>“{name}” has a password</source>
        <translation>“{name}”有密码</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>It is used once to read this file, and not kept.</source>
        <translation>密码只用来读这个文件，不会保存。</translation>
    </message>
    <message>
        <source>The platform or the bank sends it in a message of its own; WeChat sends it inside WeChat.</source>
        <translation>密码由平台或银行另外发消息告诉您；微信账单的密码在微信里。</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Name on the form</source>
        <translation>表格上的名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Places of the form</source>
        <translation>表格上的各处</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview of the document</source>
        <translation>文件预览</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 / %2 页</translation>
    </message>
</context>
<context>
    <name>PrintController</name>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>The paper is not A4</source>
        <translation>纸张不是 A4</translation>
    </message>
    <message>
        <source>The printer is set to {paper}; this paper is made for A4. Every page comes out whole, made smaller where it has to be. If there is A4 in the printer, go back and choose A4.</source>
        <translation>打印机里选的纸是 {paper}，这份文件是按 A4 做的。每一页都会完整打出来，必要时会缩小。如果打印机里装的就是 A4 纸，请返回改选 A4。</translation>
    </message>
    <message>
        <source>&amp;Print all the same</source>
        <translation>照样打印(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>The paper is being made ready …</source>
        <translation>正在准备……</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies)</source>
        <translation>
            <numerusform>%n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>the file you chose</source>
        <translation>您选的文件</translation>
    </message>
    <message>
        <source>Sent to {printer}: {pages}, {copies}.</source>
        <translation>已送到 {printer}：{pages}，{copies}。</translation>
    </message>
    <message>
        <source>The pages were made smaller, to {percent} %, so that they come out whole.</source>
        <translation>为了完整打出来，页面缩小到了 {percent}%。</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印好了</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing was printed</source>
        <translation>没有打印</translation>
    </message>
    <message>
        <source>&amp;Save as PDF …</source>
        <translation>存为 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>Not everything was printed</source>
        <translation>没有全部打出来</translation>
    </message>
</context>
<context>
    <name>PrintFields</name>
    <message>
        <source>Sales, amount</source>
        <translation>消费金额</translation>
    </message>
    <message>
        <source>Refunds and voids, amount</source>
        <translation>退货、撤销金额</translation>
    </message>
    <message>
        <source>Batch number</source>
        <translation>批次号</translation>
    </message>
    <message>
        <source>on the print</source>
        <translation>结算单上</translation>
    </message>
    <message>
        <source>Last voucher number</source>
        <translation>最后一笔凭证号</translation>
    </message>
    <message>
        <source>Sales, number of</source>
        <translation>消费笔数</translation>
    </message>
    <message>
        <source>Refunds and voids, number of</source>
        <translation>退货、撤销笔数</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>As it stands</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Rows with a problem</source>
        <translation>有问题的行</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with a problem</source>
        <translation>
            <numerusform>%n 行有问题</numerusform>
        </translation>
    </message>
    <message>
        <source>the first {shown} are shown</source>
        <translation>列出前 {shown} 行</translation>
    </message>
    <message>
        <source>Copied. You can paste it into a message or a table.</source>
        <translation>已复制，可以粘贴到消息或表格里。</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>另存为 CSV</translation>
    </message>
    <message>
        <source>rows with a problem</source>
        <translation>有问题的行</translation>
    </message>
</context>
<context>
    <name>ProfileCard</name>
    <message>
        <source>not said</source>
        <translation>还没说</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>the registered owner or representative</source>
        <translation>登记的经营者或法定代表人</translation>
    </message>
    <message>
        <source>the former owner; the licence is cancelled</source>
        <translation>原经营者（营业执照已注销）</translation>
    </message>
    <message>
        <source>a new representative the acquirer does not know yet</source>
        <translation>新负责人（收单机构还没变更）</translation>
    </message>
    <message>
        <source>the heirs; the owner has died</source>
        <translation>继承人（经营者已去世）</translation>
    </message>
    <message>
        <source>at hand</source>
        <translation>在手边</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>没有刻过</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢了</translation>
    </message>
    <message>
        <source>Name of who applies</source>
        <translation>申请人姓名</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Who took over</source>
        <translation>承接机构</translation>
    </message>
    <message>
        <source>Does only this place close?</source>
        <translation>是不是只关这一处？</translation>
    </message>
    <message>
        <source>What you leave open is left blank on the papers.</source>
        <translation>没说的，文书上就留空，由您手填。</translation>
    </message>
    <message>
        <source>Who applies?</source>
        <translation>谁来申请？</translation>
    </message>
    <message>
        <source>Company seal</source>
        <translation>公章</translation>
    </message>
    <message>
        <source>Has the acquirer left the market?</source>
        <translation>收单机构已经终止业务了吗？</translation>
    </message>
    <message>
        <source>No device altered, lent or passed on?</source>
        <translation>机器没有改装、转借过？</translation>
    </message>
    <message>
        <source>May it debit your account?</source>
        <translation>给过对方扣款（代扣）授权吗？</translation>
    </message>
    <message>
        <source>Tell more</source>
        <translation>展开填写</translation>
    </message>
    <message>
        <source>Is anything special?</source>
        <translation>有没有特殊情况？</translation>
    </message>
    <message>
        <source>Licence cancelled, owner died or changed, seal lost or none, the acquirer has left the market, the shop has another place: say so here, and questions and papers follow.</source>
        <translation>执照已注销、经营者去世或换人、公章丢了或没有、收单机构不做了、别处还有店：在这里说一声，后面的问题和文书会跟着变。</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Since when is it gone</source>
        <translation>什么时候终止的</translation>
    </message>
    <message>
        <source>from its notice or the official list</source>
        <translation>按公告或人民银行公示</translation>
    </message>
</context>
<context>
    <name>ProofChooser</name>
    <message>
        <source>Add proof…</source>
        <translation>添加凭证…</translation>
    </message>
    <message>
        <source>Please add the file or photo that proves it.</source>
        <translation>请添加能证明的文件或照片。</translation>
    </message>
    <message>
        <source>Choose proof</source>
        <translation>选择凭证</translation>
    </message>
    <message>
        <source>There is proof already; you can add more.</source>
        <translation>已经有凭证，还可以再加。</translation>
    </message>
    <message>
        <source>A screenshot, photo or PDF; it is copied into the data folder.</source>
        <translation>截图、照片或 PDF，会复制一份到数据文件夹。</translation>
    </message>
</context>
<context>
    <name>ProofTab</name>
    <message>
        <source>Files kept as proof</source>
        <translation>凭证文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>移到回收文件夹</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Files are copied into the data folder and known by their SHA-256. Nothing is thrown away: what you take off lies in the folder “attachments/bin”.</source>
        <translation>文件会复制到数据文件夹，并用 SHA-256 核对。不会丢：移走的放在 attachments/bin 文件夹里。</translation>
    </message>
    <message>
        <source>What clears it: {proof}</source>
        <translation>能结清的凭证：{proof}</translation>
    </message>
    <message>
        <source>Choose proof</source>
        <translation>选择凭证</translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message>
        <source>The row itself: {row}</source>
        <translation>原始行：{row}</translation>
    </message>
    <message>
        <source>Due {day}: {why}</source>
        <translation>{day}到期：{why}</translation>
    </message>
    <message>
        <source>A spreadsheet program has destroyed the order number; ask with day and amount.</source>
        <translation>单号被表格软件改坏了，请用日期和金额去查。</translation>
    </message>
    <message numerus="yes">
        <source>a refund to a card takes about %n working day(s); then look again</source>
        <translation>
            <numerusform>退到银行卡大约要 %n 个工作日，到时再查一次</numerusform>
        </translation>
    </message>
    <message>
        <source>the platform takes refunds for one year after the payment; better at once</source>
        <translation>平台只受理付款后一年内的退款，最好马上办</translation>
    </message>
    <message>
        <source>ask within one working day; the older it gets, the harder it is to find</source>
        <translation>请在一个工作日内去问，越久越难查</translation>
    </message>
    <message>
        <source>A later bill shows it as “{state}”: {place}. You can leave it out.</source>
        <translation>后来的账单显示它“{state}”：{place}。可以略过。</translation>
    </message>
    <message>
        <source>Proof: {place}</source>
        <translation>依据：{place}</translation>
    </message>
    <message>
        <source>The payment it belongs to: {amount}, {day}, {place}</source>
        <translation>对应的付款：{amount}，{day}，{place}</translation>
    </message>
</context>
<context>
    <name>ProposalsView</name>
    <message>
        <source>To review</source>
        <translation>等您核对</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Payment day</source>
        <translation>付款日期</translation>
    </message>
    <message>
        <source>The bill says</source>
        <translation>账单上写</translation>
    </message>
    <message>
        <source>With whom, number</source>
        <translation>对方、单号</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Everything has been reviewed. What you accepted is on the outstanding list.</source>
        <translation>每一条都核对好了，接受的已经在未结清单里。</translation>
    </message>
    <message>
        <source>Nothing open was found in the bills so far.</source>
        <translation>到现在为止，账单里没有发现未结的钱。</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>接受(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Change and accept…</source>
        <translation>改一改再接受…(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Leave out…</source>
        <translation>略过…(&amp;L)</translation>
    </message>
    <message>
        <source>Put it on the outstanding list (Ctrl+Enter)</source>
        <translation>放进未结清单（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Say why it is no open item (Del)</source>
        <translation>说明为什么不是未结事项（Del）</translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n of this kind</source>
        <translation>
            <numerusform>这一类 %n 条全部接受</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n 条待核对</numerusform>
        </translation>
    </message>
    <message>
        <source>You left these out. None of them is proposed again unless you look at it again.</source>
        <translation>您略过了这些。除非您点“再看看”，否则不会再提出来。</translation>
    </message>
    <message>
        <source>Left out · {count}</source>
        <translation>略过的 · {count}</translation>
    </message>
</context>
<context>
    <name>PurposePage</name>
    <message>
        <source>The terminal number (8 characters) stands on every slip. Each terminal can have its own choice.</source>
        <translation>终端号（8 位）印在每张签购单上。每台终端可以分别选择。</translation>
    </message>
    <message>
        <source>Which terminals?</source>
        <translation>哪几台终端？</translation>
    </message>
    <message>
        <source>Add at least one terminal.</source>
        <translation>请至少添加一台终端。</translation>
    </message>
    <message>
        <source>Choose what is to happen for every terminal.</source>
        <translation>请为每台终端选好怎么办。</translation>
    </message>
    <message>
        <source>Choose at least one reason.</source>
        <translation>请至少选一个原因。</translation>
    </message>
    <message>
        <source>Say in a few words what the other reason is.</source>
        <translation>请用几个字说明其他原因。</translation>
    </message>
    <message>
        <source>Say from which day the terminal is to stop.</source>
        <translation>请填写希望从哪天起停用。</translation>
    </message>
    <message>
        <source>Say who you are.</source>
        <translation>请选一下您是谁。</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Answer later</source>
        <translation>以后再答</translation>
    </message>
    <message numerus="yes">
        <source>Only you know this · %n question(s) left</source>
        <translation>
            <numerusform>这件事只有您知道 · 还有 %n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Your answer so far</source>
        <translation>您之前的回答</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>Outstanding list</source>
        <translation>未结清单</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>未解锁</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>no need</source>
        <translation>不用办</translation>
    </message>
    <message>
        <source>listed</source>
        <translation>已登记</translation>
    </message>
</context>
<context>
    <name>ReadyCard</name>
    <message>
        <source>See the letter</source>
        <translation>看申请函</translation>
    </message>
    <message>
        <source>the terminals</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>answers of step 1</source>
        <translation>第 1 步的回答</translation>
    </message>
    <message>
        <source>You can look at it all the same: what is missing is left blank to write in.</source>
        <translation>也可以先看：缺的地方会留空，由您手写。</translation>
    </message>
    <message>
        <source>The letter has everything it needs.</source>
        <translation>申请函要用的都齐了。</translation>
    </message>
    <message>
        <source>The questions of step 3 make it fuller: what you leave open is printed as “not known”.</source>
        <translation>回答第 3 步的问题，信会写得更全；没回答的，信上印成待核对，不替您下结论。</translation>
    </message>
    <message>
        <source>Still needed for the letter:</source>
        <translation>申请函还缺这几项，点一下就能去填：</translation>
    </message>
</context>
<context>
    <name>RecheckView</name>
    <message>
        <source>A refund row of a bill is written once and never updated. These were still running then; look each one up on the platform&apos;s own page on the day beside it.</source>
        <translation>账单里的退款只记一次，以后不再更新。下面这些当时还在处理，请在旁边写的日子，到平台自己的页面上再查一次。</translation>
    </message>
    <message>
        <source>There is no running refund to look up again.</source>
        <translation>没有需要再查的退款。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再查日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>发起日期</translation>
    </message>
    <message>
        <source>Number to ask with</source>
        <translation>查询用的单号</translation>
    </message>
    <message>
        <source>Where it stands now</source>
        <translation>现在的情况</translation>
    </message>
    <message>
        <source>To look up again</source>
        <translation>需要再查的退款</translation>
    </message>
    <message>
        <source>Copy the &amp;number</source>
        <translation>复制单号(&amp;N)</translation>
    </message>
    <message>
        <source>It is &amp;done…</source>
        <translation>已经退成…(&amp;D)</translation>
    </message>
    <message>
        <source>Show on the &amp;list</source>
        <translation>到清单里看(&amp;L)</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在查</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>on the outstanding list</source>
        <translation>已在未结清单里</translation>
    </message>
    <message>
        <source>waits for your decision</source>
        <translation>等您决定</translation>
    </message>
</context>
<context>
    <name>RefundCard</name>
    <message>
        <source>Will the refunds get through in time?</source>
        <translation>退款来得及吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s) too late for the channel</source>
        <translation>
            <numerusform>有 %n 笔退款过了渠道期限</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s) to be sent off by {lead}</source>
        <translation>
            <numerusform>有 %n 笔退款，最晚 {lead} 提交</numerusform>
        </translation>
    </message>
    <message>
        <source>Merchant number: to be closed on {day} at the earliest</source>
        <translation>商户号最早 {day} 注销</translation>
    </message>
    <message>
        <source>No day for the stop yet (step 8)</source>
        <translation>还没有定停机日（第 8 步）</translation>
    </message>
    <message>
        <source>No refund is waiting.</source>
        <translation>没有待退的款。</translation>
    </message>
</context>
<context>
    <name>RefundChart</name>
    <message>
        <source>Refunds and the stop</source>
        <translation>退款和停机日</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>停机日</translation>
    </message>
    <message>
        <source>stop {day}</source>
        <translation>停机日 {day}</translation>
    </message>
    <message>
        <source>later</source>
        <translation>以后</translation>
    </message>
</context>
<context>
    <name>RefundChoice</name>
    <message>
        <source>How the refund stands</source>
        <translation>退款到了哪一步</translation>
    </message>
    <message>
        <source>Accepted is not refunded: the bank can still send it back.</source>
        <translation>“已受理”不等于退成，银行还可能退回来。</translation>
    </message>
    <message>
        <source>It says “refund successful”, or the customer has the money</source>
        <translation>显示“退款成功”，或者顾客已经收到钱</translation>
    </message>
    <message>
        <source>There is other proof, such as a bank record or a signed slip</source>
        <translation>有其他凭证，例如银行流水、顾客签字</translation>
    </message>
    <message>
        <source>Accepted or under way: leave it open and look again</source>
        <translation>只是已受理或处理中：先不结清，改天再看</translation>
    </message>
</context>
<context>
    <name>RefundDialog</name>
    <message>
        <source>Will the refunds get through in time?</source>
        <translation>退款来得及吗？</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>last day not known: ask the channel</source>
        <translation>最后期限不清楚，请问渠道方</translation>
    </message>
    <message>
        <source>its channel takes it until {day}</source>
        <translation>渠道最晚 {day} 可退</translation>
    </message>
    <message>
        <source>by hand, ask the acquirer</source>
        <translation>请收单机构人工退</translation>
    </message>
    <message>
        <source>too late for the channel</source>
        <translation>渠道期限已过</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>最晚 {day}</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more; the outstanding list holds them all</source>
        <translation>
            <numerusform>……还有 %n 笔，都在未结清单里</numerusform>
        </translation>
    </message>
    <message>
        <source>■ too late · ● ends before the stop · ○ must be sent off before the stop</source>
        <translation>■ 已过期限&#x3000;● 停机前到期&#x3000;○ 要赶在停机前提交</translation>
    </message>
</context>
<context>
    <name>RefundTexts</name>
    <message>
        <source>As soon as step 8 says when to stop, you see here which refunds must be done before.</source>
        <translation>在第 8 步填了停机日期，这里就会告诉您哪些退款要赶在前面。</translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s) must be done before the stop on {stop}: send them off by {lead}.</source>
        <translation>
            <numerusform>有 %n 笔退款要在 {stop} 停机前退好：最晚 {lead} 提交。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s) can no longer go back by machine: ask the acquirer to do it by hand.</source>
        <translation>
            <numerusform>有 %n 笔退款机器上已经退不了，请收单机构人工退。</numerusform>
        </translation>
    </message>
    <message>
        <source>No refund is waiting.</source>
        <translation>没有待退的款。</translation>
    </message>
    <message>
        <source>Close the merchant number on {day} at the earliest: {count} quiet days after {start}, in which customers may still come. Ask your acquirer; you can change the number in the settings.</source>
        <translation>商户号最早 {day} 注销：从 {start} 起再留 {count} 天，顾客可能还会来退款。请向收单机构确认，天数可以在设置里改。</translation>
    </message>
</context>
<context>
    <name>RejectDialog</name>
    <message>
        <source>Not an open item</source>
        <translation>不是未结事项</translation>
    </message>
    <message>
        <source>&amp;Why not</source>
        <translation>为什么不是(&amp;W)</translation>
    </message>
    <message>
        <source>Looked up: it is done</source>
        <translation>查过了，已经完成</translation>
    </message>
    <message>
        <source>Already on the list</source>
        <translation>清单里已经有了</translation>
    </message>
    <message>
        <source>Private, not the shop&apos;s</source>
        <translation>私人的，与店无关</translation>
    </message>
    <message>
        <source>Only a test</source>
        <translation>只是测试</translation>
    </message>
    <message>
        <source>&amp;Leave it out</source>
        <translation>略过(&amp;L)</translation>
    </message>
    <message>
        <source>Leave this out?</source>
        <translation>略过这一条吗？</translation>
    </message>
    <message>
        <source>Please say why in a few words.</source>
        <translation>请简单说明原因。</translation>
    </message>
</context>
<context>
    <name>RejectedList</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Payment day</source>
        <translation>付款日期</translation>
    </message>
    <message>
        <source>The bill says</source>
        <translation>账单上写</translation>
    </message>
    <message>
        <source>Why it was left out</source>
        <translation>略过的原因</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略过的</translation>
    </message>
    <message>
        <source>&amp;Look at it again</source>
        <translation>再看看(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ReminderTimer</name>
    <message numerus="yes">
        <source>%n thing(s) to see to</source>
        <translation>
            <numerusform>有 %n 件事要办</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>RemindersPage</name>
    <message>
        <source>Keep quiet at night; what came up is told afterwards</source>
        <translation>夜间不打扰，错过的提醒过后补上</translation>
    </message>
    <message>
        <source>Keep reminding in the tray when the window is closed</source>
        <translation>关闭窗口后，在右下角托盘里继续提醒</translation>
    </message>
    <message>
        <source>Start with the computer, hidden in the tray</source>
        <translation>开机后自动运行，只在托盘里待着</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>When</source>
        <translation>什么时候提醒</translation>
    </message>
    <message>
        <source>On the due date itself you are always reminded.</source>
        <translation>到期当天总会提醒您。</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>关闭窗口以后</translation>
    </message>
    <message>
        <source>This desktop has no tray: reminders are shown inside the window.</source>
        <translation>这台电脑的桌面没有托盘，提醒只在窗口里显示。</translation>
    </message>
</context>
<context>
    <name>RepairCard</name>
    <message>
        <source>Make the next version</source>
        <translation>去做下一版</translation>
    </message>
    <message>
        <source>To be fixed</source>
        <translation>要补正的</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) left to fix.</source>
        <translation>
            <numerusform>还有 %n 项没有补好。</numerusform>
        </translation>
    </message>
    <message>
        <source>All fixed. Print the next version, then note that you handed it in.</source>
        <translation>都补好了。请打印下一版，交出去以后再记一笔。</translation>
    </message>
</context>
<context>
    <name>ReplacementLine</name>
    <message>
        <source>It works already</source>
        <translation>已经能用了</translation>
    </message>
    <message>
        <source>Ready by</source>
        <translation>最晚准备好</translation>
    </message>
    <message>
        <source>Later than the stop: customers could not pay in between.</source>
        <translation>比停机日还晚，中间顾客没法付款。</translation>
    </message>
</context>
<context>
    <name>ReplacementsCard</name>
    <message>
        <source>Have the new way working before the old one stops. Try one small payment.</source>
        <translation>先开通新的、试收一笔，再停旧的。</translation>
    </message>
    <message>
        <source>What replaces it?</source>
        <translation>用什么代替？</translation>
    </message>
</context>
<context>
    <name>RetentionCard</name>
    <message>
        <source>Months your agreement wants slips kept</source>
        <translation>协议要求签购单保存几个月</translation>
    </message>
    <message>
        <source>Print the table</source>
        <translation>打印这张表</translation>
    </message>
    <message>
        <source>The legal ground of each period stands in the printed table. Ask your acquirer about its own.</source>
        <translation>每一项的依据写在打印的表里。协议里的期限，请向收单机构确认。</translation>
    </message>
    <message>
        <source>How long to keep what</source>
        <translation>什么资料留多久</translation>
    </message>
    <message>
        <source>if it says</source>
        <translation>协议写了才填</translation>
    </message>
    <message>
        <source>a company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>a sole trader</source>
        <translation>个体户或小微商户</translation>
    </message>
    <message>
        <source>For %1, counted from %2; tax and books from the end of that year.</source>
        <translation>按%1列出，自%2起算；涉税资料和账簿从当年年底起算。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>保存多久</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>no longer than needed</source>
        <translation>用完即删</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>by law</source>
        <translation>法定</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>常见，请确认</translation>
    </message>
    <message>
        <source>your agreement</source>
        <translation>您的协议</translation>
    </message>
    <message>
        <source>by law in Beijing</source>
        <translation>北京的规定</translation>
    </message>
    <message>
        <source>Card slips, electronic and refund slips</source>
        <translation>签购单、电子签购单、退货凭证</translation>
    </message>
    <message>
        <source>Agreement, deposit receipt, fee notes</source>
        <translation>受理协议、押金收据、费用单</translation>
    </message>
    <message>
        <source>Application, confirmation, hand-over, backup</source>
        <translation>停机申请、回执、交接单、备份</translation>
    </message>
    <message>
        <source>Tax records</source>
        <translation>涉税资料</translation>
    </message>
    <message>
        <source>Counterfoils of invoices</source>
        <translation>发票存根联</translation>
    </message>
    <message>
        <source>Vouchers and books of account</source>
        <translation>会计凭证、账簿</translation>
    </message>
    <message>
        <source>Bank and acquirer statements</source>
        <translation>银行对账单、收单对账单</translation>
    </message>
    <message>
        <source>Records of prepaid cards and balances</source>
        <translation>预付卡、储值的交易记录</translation>
    </message>
    <message>
        <source>Customers&apos; telephone and card numbers</source>
        <translation>顾客的电话、卡号</translation>
    </message>
</context>
<context>
    <name>ReviewEditor</name>
    <message>
        <source>Happened on</source>
        <translation>哪一天</translation>
    </message>
    <message>
        <source>Tracking or ticket number</source>
        <translation>快递单号或工单号</translation>
    </message>
    <message>
        <source>Number they gave you</source>
        <translation>对方给的编号</translation>
    </message>
    <message>
        <source>Number of the receipt</source>
        <translation>回执编号</translation>
    </message>
    <message>
        <source>Version %1 of the letter</source>
        <translation>申请函第 %1 版</translation>
    </message>
    <message>
        <source>How it was handed in</source>
        <translation>怎么交的</translation>
    </message>
    <message>
        <source>Why did it come back?</source>
        <translation>为什么退回？</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>对方怎么说</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注说明</translation>
    </message>
    <message>
        <source>&amp;Note it</source>
        <translation>记下(&amp;N)</translation>
    </message>
    <message>
        <source>Please say on which day it was.</source>
        <translation>请填是哪一天。</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>这一天还没到。</translation>
    </message>
    <message>
        <source>The event before was on %1.</source>
        <translation>上一条记录是 %1。</translation>
    </message>
    <message>
        <source>Print or save the letter first; then there is something to hand in.</source>
        <translation>请先打印或保存申请函，再来记提交。</translation>
    </message>
    <message>
        <source>Please tick at least one reason.</source>
        <translation>请至少勾选一个原因。</translation>
    </message>
    <message>
        <source>Please write down what they said.</source>
        <translation>请写下对方怎么说。</translation>
    </message>
    <message>
        <source>Filled in from your delivery log; please check.</source>
        <translation>已按送达记录填好，请核对。</translation>
    </message>
</context>
<context>
    <name>RhythmBoxes</name>
    <message>
        <source>Before the due date</source>
        <translation>到期之前</translation>
    </message>
    <message>
        <source>After it, until it is cleared</source>
        <translation>过期之后，直到结清</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>提前 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>not before</source>
        <translation>不提前</translation>
    </message>
    <message>
        <source>not again</source>
        <translation>不再提醒</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天一次</translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>每 %n 天一次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RhythmDialog</name>
    <message>
        <source>How often to be reminded</source>
        <translation>多久提醒一次</translation>
    </message>
    <message>
        <source>As the settings say for all entries</source>
        <translation>和其他事项一样，按设置来</translation>
    </message>
    <message>
        <source>On the due date itself you are always reminded.</source>
        <translation>到期当天总会提醒您。</translation>
    </message>
</context>
<context>
    <name>RiskEditor</name>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>What could go wrong</source>
        <translation>会出什么问题</translation>
    </message>
    <message>
        <source>How likely</source>
        <translation>可能性</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>后果</translation>
    </message>
    <message>
        <source>What is done about it</source>
        <translation>怎么应对</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>谁来办</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>到哪天办完</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从清单里去掉</translation>
    </message>
    <message>
        <source>Please say what could go wrong.</source>
        <translation>请写会出什么问题。</translation>
    </message>
</context>
<context>
    <name>RisksCard</name>
    <message>
        <source>I have gone through these risks</source>
        <translation>这些风险我都看过了</translation>
    </message>
    <message>
        <source>Add a risk</source>
        <translation>添加风险</translation>
    </message>
    <message>
        <source>Suggested for what you chose. Change them, add your own, take off what does not fit.</source>
        <translation>按您选的办理事项和原因列出，可以改、可以加、可以删。</translation>
    </message>
    <message>
        <source>What could go wrong?</source>
        <translation>会出什么问题？</translation>
    </message>
    <message>
        <source>Edit risk %1</source>
        <translation>编辑风险：%1</translation>
    </message>
    <message>
        <source>likely: %1</source>
        <translation>可能性：%1</translation>
    </message>
    <message>
        <source>effect: %1</source>
        <translation>后果：%1</translation>
    </message>
    <message>
        <source>nobody yet, no day yet</source>
        <translation>还没有定人、定日子</translation>
    </message>
    <message>
        <source>Measure: %1</source>
        <translation>措施：%1</translation>
    </message>
    <message>
        <source>Who and by when: %1</source>
        <translation>谁办、到哪天：%1</translation>
    </message>
</context>
<context>
    <name>SafetyController</name>
    <message>
        <source>Everything in one file</source>
        <translation>全部数据存成一个文件</translation>
    </message>
    <message>
        <source>Take in everything from a file</source>
        <translation>从文件取回全部数据</translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation>文件里有：%1</translation>
    </message>
    <message>
        <source>no case</source>
        <translation>没有申请</translation>
    </message>
    <message>
        <source>The data of now is renamed and kept in the data folder. The window closes and comes again.</source>
        <translation>现在的数据会改名，留在数据文件夹里。窗口会关一下再打开。</translation>
    </message>
    <message>
        <source>Put it in the place of your data?</source>
        <translation>用它换下现在的数据吗？</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Really delete it? Nobody can bring it back afterwards.</source>
        <translation>真的要删除吗？删了谁也找不回来。</translation>
    </message>
    <message>
        <source>“%1” is deleted with its items, history and attached files, and taken out of every safety copy that is within reach. This cannot be undone.</source>
        <translation>“%1”连同未结事项、历史和附件都会删除，也会从所有够得着的安全副本里去掉，不能撤销。</translation>
    </message>
    <message>
        <source>The law wants these kept (papers or files elsewhere are enough):</source>
        <translation>法律要求保存这些（有纸质件或别处的文件就行）：</translation>
    </message>
    <message>
        <source>Your backup of the records stays: %1</source>
        <translation>您的资料备份不动：%1</translation>
    </message>
    <message>
        <source>The second place is out of reach: %1. It is done when it is back.</source>
        <translation>第二个位置现在够不着：%1。插上后会自动处理。</translation>
    </message>
    <message>
        <source>Deleted, but something of it is left: %1</source>
        <translation>已删除，但还有没删干净的：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n safety copy(ies) cleaned and proved.</source>
        <translation>
            <numerusform>%n 份安全副本已清理并核对。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is in this file, and it was read back: %1</source>
        <translation>全部数据都在这个文件里，已读回核对：%1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>没放进去的：%1</translation>
    </message>
    <message>
        <source>Deleted for good: %1.</source>
        <translation>已永久删除：%1。</translation>
    </message>
</context>
<context>
    <name>ScriptCard</name>
    <message>
        <source>Call script</source>
        <translation>通话提纲</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Filled from your answers. Read it out, and write down what they say in the log below.</source>
        <translation>已按您填的内容写好，照着念，再把对方的话记到下面。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>What to say on the phone</source>
        <translation>电话里怎么说</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Search everything</source>
        <translation>查找全部</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>打开(&amp;G)</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的内容</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>%1 · the first ones; write more to see fewer</source>
        <translation>%1 · 只列出前面一部分，多写几个字就更准</translation>
    </message>
    <message>
        <source>Looks through all cases, open items, notes, contacts, notices, history, imported bills and the library. Several words: all of them must be found.</source>
        <translation>在所有申请、未结事项、备注、联系记录、通知、经过、导入的账单和资料库里查找。写几个词，就要每个词都有。</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or other words; part of a number is enough.</source>
        <translation>没有找到。少写几个字，或换个说法；号码写一部分就行。</translation>
    </message>
    <message>
        <source>Still looking through the bills…</source>
        <translation>还在账单里找…</translation>
    </message>
    <message>
        <source>A name, a number, an amount such as 123.45, a day such as 2026-12-01…</source>
        <translation>姓名、号码、金额（如 123.45）或日期（如 12月1日）…</translation>
    </message>
</context>
<context>
    <name>SecretHint</name>
    <message>
        <source>This looks like a password or a code. It is not kept: stars take its place.</source>
        <translation>这像是密码或验证码，程序不会保存，只留星号。</translation>
    </message>
    <message>
        <source>This looks like a whole card number. Only its first 6 and last 4 digits are kept.</source>
        <translation>这像是完整的银行卡号，只保存前 6 位和后 4 位。</translation>
    </message>
</context>
<context>
    <name>SelectionActions</name>
    <message>
        <source>Mark as cleared</source>
        <translation>标记为已结清</translation>
    </message>
    <message>
        <source>How they were cleared</source>
        <translation>怎么结清的</translation>
    </message>
    <message>
        <source>Cleared on</source>
        <translation>结清日期</translation>
    </message>
    <message>
        <source>&amp;Mark all as cleared</source>
        <translation>全部标记为已结清(&amp;M)</translation>
    </message>
    <message>
        <source>This day has not come yet. Mark entries when they are really cleared.</source>
        <translation>这一天还没到。等真正结清了再标记。</translation>
    </message>
    <message>
        <source>Accepted is not refunded: there are refunds among these entries. Leave them open.</source>
        <translation>受理了不等于退到了：选中的事项里有退款，请先让它们留着。</translation>
    </message>
    <message>
        <source>Move the due date</source>
        <translation>更改到期日</translation>
    </message>
    <message>
        <source>Why it moves</source>
        <translation>为什么改期</translation>
    </message>
    <message>
        <source>New due date</source>
        <translation>新的到期日</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>改期(&amp;M)</translation>
    </message>
    <message>
        <source>The acquirer asked for more time</source>
        <translation>收单机构要求再等几天</translation>
    </message>
    <message>
        <source>Agreed with the customer</source>
        <translation>已和顾客说好</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>一小时后</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>明天早上</translation>
    </message>
    <message>
        <source>In three days</source>
        <translation>三天后</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一周后</translation>
    </message>
    <message>
        <source>Move the due date…</source>
        <translation>更改到期日…</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>How often to be reminded…</source>
        <translation>多久提醒一次…</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Remind me later</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>Mark as cleared…</source>
        <translation>标记为已结清…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制成文字</translation>
    </message>
    <message numerus="yes">
        <source>%n entries chosen</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Spreadsheet…</source>
        <translation>电子表格…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>修改…</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置的页面</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>In the menus the keys stand beside the entries, too.</source>
        <translation>菜单里，每一项的右边也写着它的按键。</translation>
    </message>
    <message>
        <source>Outstanding list</source>
        <translation>未结清单</translation>
    </message>
    <message>
        <source>The steps on the left</source>
        <translation>左边的步骤栏</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>添加事项</translation>
    </message>
    <message>
        <source>Open the chosen entry</source>
        <translation>打开选中的事项</translation>
    </message>
    <message>
        <source>Delete the chosen entries; it can be undone</source>
        <translation>删除选中的事项，可以撤销</translation>
    </message>
    <message>
        <source>Empty the search box, then go back to the entries</source>
        <translation>清空搜索框，再按一次回到清单</translation>
    </message>
    <message>
        <source>Accept the chosen rows</source>
        <translation>接受选中的</translation>
    </message>
    <message>
        <source>Bills, to review</source>
        <translation>账单，等您核对</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>To the next field, and back</source>
        <translation>到下一格，回到上一格</translation>
    </message>
    <message>
        <source>Press the button or open the menu with that underlined letter</source>
        <translation>按下带这个字母的按钮，或打开那个菜单</translation>
    </message>
    <message>
        <source>Alt + letter</source>
        <translation>Alt + 字母</translation>
    </message>
    <message>
        <source>Copy the entries as text</source>
        <translation>把事项复制成文字</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>在哪里</translation>
    </message>
    <message>
        <source>Menu: %1</source>
        <translation>菜单：%1</translation>
    </message>
    <message>
        <source>Go from step to step; the space bar opens it</source>
        <translation>一步一步移动，按空格键打开</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Please note</source>
        <translation>请留意</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>依据：%1</translation>
    </message>
</context>
<context>
    <name>SlipPicture</name>
    <message>
        <source>A card slip with numbered lines</source>
        <translation>标了号的签购单样张</translation>
    </message>
</context>
<context>
    <name>SourceChoice</name>
    <message>
        <source>Where is it from?</source>
        <translation>号码从哪来？</translation>
    </message>
    <message>
        <source>Frauds hand out their own numbers like this. Call the number on the slip or the agreement instead.</source>
        <translation>骗子就是这样把自己的号码塞给您的。请改拨签购单或协议上的号码。</translation>
    </message>
    <message>
        <source>Not a safe source. Compare it with the number on the slip or the agreement.</source>
        <translation>这个来源不可靠，请跟签购单或协议上的号码核对。</translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message>
        <source>almost done</source>
        <translation>马上就好</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>大约还要 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>大约还要 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>today is the last day</source>
        <translation>今天是最后一天</translation>
    </message>
    <message numerus="yes">
        <source>Excel has changed this file: %n order number(s) destroyed. Please download the bill again and import it without opening it first; nothing counts twice.</source>
        <translation>
            <numerusform>这个文件被 Excel 改过，%n 个单号已经毁掉。请到平台重新下载，下载后不要打开，直接导入；不会重复计算。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Use the safety copy</source>
        <translation>使用备份</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>从头开始</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>The acquirer has told me these numbers</source>
        <translation>这两个天数是收单机构告诉我的</translation>
    </message>
    <message>
        <source>a usual number, ask your acquirer</source>
        <translation>默认值，请向收单机构确认</translation>
    </message>
    <message>
        <source>Working days to the answer</source>
        <translation>几个工作日答复</translation>
    </message>
    <message>
        <source>Working days to the receipt</source>
        <translation>通过后几个工作日给回执</translation>
    </message>
    <message>
        <source>What if nobody answers?</source>
        <translation>一直没有答复怎么办？</translation>
    </message>
    <message>
        <source>source: %1 · checked %2 · please check before you call</source>
        <translation>来源：%1 · 核实于 %2 · 拨打前请再核对</translation>
    </message>
    <message>
        <source>To be expected by %1: %2</source>
        <translation>预计 %1 前有答复：%2</translation>
    </message>
    <message>
        <source>Nobody has answered by %1. Contact the offices below, one after the other.</source>
        <translation>到 %1 还没有答复。请照下面一级一级往上找。</translation>
    </message>
    <message>
        <source>I have handed it in…</source>
        <translation>我已经交了…</translation>
    </message>
    <message>
        <source>They accepted it…</source>
        <translation>对方受理了…</translation>
    </message>
    <message>
        <source>It came back…</source>
        <translation>被退回了…</translation>
    </message>
    <message>
        <source>It was approved…</source>
        <translation>审核通过了…</translation>
    </message>
    <message>
        <source>The receipt is here…</source>
        <translation>收到回执了…</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>%1 of %2 steps done</source>
        <translation>%2 步中已完成 %1 步</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>You never opened this merchant, so there is nothing to do here. Go on with the next step.</source>
        <translation>这个商户不是您办的，这一步不用做，直接看下一步。</translation>
    </message>
    <message>
        <source>The acquirer has left the market: nothing is switched off on the device any more. Keep it sealed until they say whom to hand it to.</source>
        <translation>收单机构已经终止业务，机器上没有什么要停的了。先封存好，等对方说明交给谁。</translation>
    </message>
</context>
<context>
    <name>TakingsCard</name>
    <message>
        <source>Import bills…</source>
        <translation>导入账单…</translation>
    </message>
    <message>
        <source>No bills yet. Import them, or estimate a usual month (¥):</source>
        <translation>还没有账单。可以导入，也可以估一个平常的月份（元）：</translation>
    </message>
    <message>
        <source>How much stops?</source>
        <translation>会停掉多少？</translation>
    </message>
    <message>
        <source>Tick what runs over the terminals that stop</source>
        <translation>勾选跟着终端一起停的渠道</translation>
    </message>
    <message>
        <source>Hatched: stops with the terminal. Above each column its share.</source>
        <translation>斜线部分随终端停掉，柱子上方是所占比例。</translation>
    </message>
    <message>
        <source>%1 of %2 stops</source>
        <translation>%2 里有 %1 会停掉</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>停掉</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>TakingsChart</name>
    <message>
        <source>Takings</source>
        <translation>收款</translation>
    </message>
</context>
<context>
    <name>TaskLine</name>
    <message>
        <source>How</source>
        <translation>怎么做</translation>
    </message>
    <message>
        <source>How it is done: %1</source>
        <translation>怎么做：%1</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Note: who, number, place</source>
        <translation>备注：谁、号码、地方</translation>
    </message>
    <message>
        <source>Not needed here, because</source>
        <translation>这里不用做，因为</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>%1 已做</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不用做</translation>
    </message>
    <message>
        <source>do this now</source>
        <translation>现在做这一步</translation>
    </message>
    <message>
        <source>later</source>
        <translation>以后</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TerminalEditor</name>
    <message>
        <source>Terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>lost or stolen</source>
        <translation>丢失或被盗</translation>
    </message>
    <message>
        <source>Terminal number</source>
        <translation>终端号</translation>
    </message>
    <message>
        <source>8 characters</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>Serial number (SN)</source>
        <translation>机身序列号 (SN)</translation>
    </message>
    <message>
        <source>on the label below</source>
        <translation>机身底部标签</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>放在哪里</translation>
    </message>
    <message>
        <source>shop and address</source>
        <translation>店铺和详细地址</translation>
    </message>
    <message>
        <source>Make and model</source>
        <translation>品牌型号</translation>
    </message>
    <message>
        <source>This time</source>
        <translation>这次怎么办</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>机具归属</translation>
    </message>
    <message>
        <source>State</source>
        <translation>机具状态</translation>
    </message>
    <message>
        <source>SIM card (ICCID)</source>
        <translation>流量卡号 (ICCID)</translation>
    </message>
    <message>
        <source>if it has one</source>
        <translation>有就填</translation>
    </message>
    <message>
        <source>Accessories</source>
        <translation>配件</translation>
    </message>
    <message>
        <source>power supply, dock</source>
        <translation>电源、底座等</translation>
    </message>
    <message>
        <source>QR plates and sound boxes</source>
        <translation>收款码牌、音箱</translation>
    </message>
    <message>
        <source>numbers on them</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从清单里去掉</translation>
    </message>
    <message>
        <source>Without it the acquirer cannot match the device; look at the label on its underside.</source>
        <translation>收单机构要凭它核对机器，请看机身底部的标签。</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>还没说</translation>
    </message>
    <message>
        <source>card terminal on the counter</source>
        <translation>台式刷卡机</translation>
    </message>
    <message>
        <source>smart terminal with a big screen</source>
        <translation>大屏智能POS</translation>
    </message>
    <message>
        <source>pocket reader (signature POS, MPOS)</source>
        <translation>电签POS、MPOS（随身小机）</translation>
    </message>
    <message>
        <source>QR plate or sound box only</source>
        <translation>只有收款码或音箱</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>是哪种机器</translation>
    </message>
</context>
<context>
    <name>TerminalRows</name>
    <message>
        <source>Add a terminal</source>
        <translation>添加终端</translation>
    </message>
</context>
<context>
    <name>TerminalTable</name>
    <message>
        <source>Add a terminal</source>
        <translation>添加终端</translation>
    </message>
    <message>
        <source>Terminal no.</source>
        <translation>终端号</translation>
    </message>
    <message>
        <source>Serial number (SN)</source>
        <translation>机身序列号 (SN)</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>放在哪里</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>机具归属</translation>
    </message>
    <message>
        <source>This time</source>
        <translation>这次怎么办</translation>
    </message>
    <message>
        <source>Edit terminal %1</source>
        <translation>修改终端 %1</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
</context>
<context>
    <name>TheirFormCard</name>
    <message>
        <source>Did they send a form of their own? Drop it onto the window: Word, Excel, PDF or a photo. The program fills in what it knows, and you look before it is saved.</source>
        <translation>对方有自己的申请表吗？把文件拖进窗口就行：Word、Excel、PDF、照片都可以。程序把知道的先填上，您看过再保存。</translation>
    </message>
    <message>
        <source>Choose a form</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>Export layouts</source>
        <translation>导出填表记录</translation>
    </message>
    <message>
        <source>A small file that helps another shop with the same forms; it holds no values</source>
        <translation>一个小文件，能帮别的店填同样的表格；里面没有您的资料</translation>
    </message>
    <message>
        <source>Import layouts</source>
        <translation>导入填表记录</translation>
    </message>
    <message>
        <source>Their form</source>
        <translation>对方发来的表格</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>第 %1 版</translation>
    </message>
</context>
<context>
    <name>ThreeQuestions</name>
    <message>
        <source>In your own words</source>
        <translation>补充说明</translation>
    </message>
    <message>
        <source>if you like; goes into the letter</source>
        <translation>可以不填；会写进申请函</translation>
    </message>
    <message>
        <source>Sole trader</source>
        <translation>个体工商户</translation>
    </message>
    <message>
        <source>个体工商户: a licence in a person&apos;s name</source>
        <translation>有营业执照，经营者是个人</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>A licence of a company, with a seal</source>
        <translation>有营业执照和公章的企业</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>个人（小微商户）</translation>
    </message>
    <message>
        <source>小微商户: no licence, opened with an ID card</source>
        <translation>没有执照，用身份证办的</translation>
    </message>
    <message>
        <source>Counter terminal</source>
        <translation>台式POS机</translation>
    </message>
    <message>
        <source>Keys and a paper slip</source>
        <translation>有按键，打小票</translation>
    </message>
    <message>
        <source>Smart terminal</source>
        <translation>智能POS机</translation>
    </message>
    <message>
        <source>A big touch screen, prints slips</source>
        <translation>大触摸屏，打小票</translation>
    </message>
    <message>
        <source>Pocket reader</source>
        <translation>电签POS、MPOS</translation>
    </message>
    <message>
        <source>电签POS or MPOS, no paper</source>
        <translation>巴掌大，不打小票</translation>
    </message>
    <message>
        <source>1. Who are you?</source>
        <translation>一、您是谁？</translation>
    </message>
    <message>
        <source>Several of different kinds? Choose one, and change the others in the list below.</source>
        <translation>有好几种？先选一种，其余的在下面的终端清单里改。</translation>
    </message>
    <message>
        <source>2. Which device is to stop?</source>
        <translation>二、要停的是哪种机器？</translation>
    </message>
    <message>
        <source>3. Why?</source>
        <translation>三、为什么要停？</translation>
    </message>
    <message>
        <source>Please say it in a few words.</source>
        <translation>请用几个字说明。</translation>
    </message>
    <message>
        <source>QR or speaker</source>
        <translation>收款码、音箱</translation>
    </message>
    <message>
        <source>A code on a plate or box, no cards</source>
        <translation>台牌、码牌或音箱，不刷卡</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open the outstanding list</source>
        <translation>打开未结清单</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>一小时后</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>明天早上</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>POS Closeout</source>
        <translation>POS停机助手</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Close this note</source>
        <translation>关闭这条提示</translation>
    </message>
</context>
<context>
    <name>UnpaidQuestion</name>
    <message>
        <source>Is there a customer who says he paid, or a payment the terminal did not confirm?</source>
        <translation>有没有顾客说付过钱、或者机器没有确认的交易？</translation>
    </message>
    <message>
        <source>Bills never show such payments, so only you can know. Look at the last slips and think of today.</source>
        <translation>账单里看不到这样的交易，只有您知道。请翻翻最近的签购单，想想今天。</translation>
    </message>
    <message>
        <source>A customer says he &amp;paid…</source>
        <translation>有顾客说付过了…(&amp;P)</translation>
    </message>
    <message>
        <source>The terminal did not con&amp;firm…</source>
        <translation>机器没有确认…(&amp;F)</translation>
    </message>
    <message>
        <source>An order is still &amp;unpaid…</source>
        <translation>还有没付的单子…(&amp;U)</translation>
    </message>
    <message>
        <source>No, &amp;none</source>
        <translation>没有(&amp;N)</translation>
    </message>
    <message>
        <source>ask on the day it is noticed</source>
        <translation>发现当天就去问</translation>
    </message>
    <message>
        <source>The customer says he paid; the shop saw no money.</source>
        <translation>顾客说付过了，店里没有收到。</translation>
    </message>
    <message>
        <source>The terminal did not confirm the payment.</source>
        <translation>机器没有确认这笔交易。</translation>
    </message>
    <message>
        <source>An order is still unpaid on the terminal.</source>
        <translation>机器上还有一笔没有付的单子。</translation>
    </message>
    <message>
        <source>As&amp;k me again</source>
        <translation>再问我一次(&amp;K)</translation>
    </message>
    <message>
        <source>On {day} you said: none. A newer bill was imported since; please think again.</source>
        <translation>{day}您说过“没有”。之后又导入了账单，请再想一想。</translation>
    </message>
    <message>
        <source>On {day} you said: none. The program asks again after the next bill; ask yourself once more on the terminal&apos;s last day.</source>
        <translation>{day}您说过“没有”。下次导入账单后程序会再问；终端用到最后一天时，也请再想一次。</translation>
    </message>
</context>
<context>
    <name>UpkeepCard</name>
    <message>
        <source>For terminals that are suspended or stay in use. The months are usual values: ask your acquirer. You are reminded when something is due, and the calendar file holds it too.</source>
        <translation>针对暂停或继续使用的终端。月数是常见值，请向收单机构确认。到期会提醒您，日历文件里也有。</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>终端维护</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>这一天还没到。</translation>
    </message>
</context>
<context>
    <name>UpkeepLine</name>
    <message>
        <source>without a number</source>
        <translation>没有编号</translation>
    </message>
    <message>
        <source>Last done on</source>
        <translation>上次完成</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>今天做了</translation>
    </message>
    <message>
        <source>the day of the stop is not set</source>
        <translation>停机日期还没定</translation>
    </message>
    <message>
        <source>due on %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>due soon: %1</source>
        <translation>快到期：%1</translation>
    </message>
    <message>
        <source>due since %1</source>
        <translation>%1 已到期</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Months between</source>
        <translation>间隔（月）</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>Checked, the number is consistent.</source>
        <translation>校验通过</translation>
    </message>
    <message>
        <source>A credit code has 18 characters, an old registration number 15.</source>
        <translation>统一社会信用代码 18 位，老的注册号 15 位。</translation>
    </message>
    <message>
        <source>Only digits and capital letters without I, O, S, V and Z occur here.</source>
        <translation>只会有数字和大写字母，且没有 I、O、S、V、Z。</translation>
    </message>
    <message>
        <source>One character must be wrong; please compare it with the licence.</source>
        <translation>有一位不对，请对照营业执照。</translation>
    </message>
    <message>
        <source>Unusual but possible. Please compare it with the licence.</source>
        <translation>这种代码少见，但可以有。请对照营业执照。</translation>
    </message>
    <message>
        <source>One digit may be wrong; please compare it with the licence.</source>
        <translation>可能有一位不对，请对照营业执照。</translation>
    </message>
    <message>
        <source>An old registration number. A newer licence has an 18-character credit code.</source>
        <translation>这是老的注册号；新执照上是 18 位的统一社会信用代码。</translation>
    </message>
    <message>
        <source>An ID number has 18 characters, the last one may be X.</source>
        <translation>身份证号 18 位，最后一位可以是 X。</translation>
    </message>
    <message>
        <source>One digit must be wrong; please compare it with the ID card.</source>
        <translation>有一位不对，请对照身份证。</translation>
    </message>
    <message>
        <source>A region the program does not know. Please compare it with the ID card.</source>
        <translation>程序不认识这个地区码，请对照证件。</translation>
    </message>
    <message>
        <source>A merchant number has letters and digits only.</source>
        <translation>商户号只有字母和数字。</translation>
    </message>
    <message>
        <source>Usually 15 characters. Some acquirers differ; please check the slip.</source>
        <translation>一般是 15 位，也有例外，请对照签购单。</translation>
    </message>
    <message>
        <source>Usually 8 letters or digits. Please check the slip.</source>
        <translation>一般是 8 位字母或数字，请对照签购单。</translation>
    </message>
    <message>
        <source>Please copy it as it stands on the label, 50 characters at most.</source>
        <translation>请照机身标签抄写，最多 50 个字符。</translation>
    </message>
    <message>
        <source>This does not look like a phone number in China.</source>
        <translation>这不像是国内的电话号码。</translation>
    </message>
    <message>
        <source>This does not look like an e-mail address.</source>
        <translation>这不像是邮箱地址。</translation>
    </message>
    <message>
        <source>Only the last 4 digits, please. The whole number is never kept.</source>
        <translation>只填后 4 位就好，完整账号不会保存。</translation>
    </message>
    <message>
        <source>This sounds like an agent. Who pays out your settlements?</source>
        <translation>这像是代理商的名字。请看看结算到账的付款户名是谁。</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>WatchCard</name>
    <message>
        <source>what the statement calls it</source>
        <translation>流水上写的名目</translation>
    </message>
    <message>
        <source>Charged on</source>
        <translation>扣费日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>名目</translation>
    </message>
    <message>
        <source>Write down a charge</source>
        <translation>记下一笔扣费</translation>
    </message>
    <message>
        <source>Charges after the stop</source>
        <translation>停机后的扣费</translation>
    </message>
    <message>
        <source>The day of the stop is not set yet.</source>
        <translation>还没有定停机日期。</translation>
    </message>
    <message>
        <source>Statement of %1 looked through</source>
        <translation>%1 的流水已查看</translation>
    </message>
    <message>
        <source>%1 (this month is not over yet)</source>
        <translation>%1（这个月还没过完）</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>objected</source>
        <translation>已提异议</translation>
    </message>
    <message>
        <source>not objected to yet</source>
        <translation>还没提异议</translation>
    </message>
    <message>
        <source>Objected today</source>
        <translation>今天提了异议</translation>
    </message>
    <message>
        <source>Came back today</source>
        <translation>今天退回了</translation>
    </message>
    <message>
        <source>Take this charge off</source>
        <translation>去掉这笔扣费</translation>
    </message>
    <message>
        <source>Please give the day and the amount.</source>
        <translation>请填日期和金额。</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>这一天还没到。</translation>
    </message>
    <message>
        <source>Look through the settlement account&apos;s statement for each month. A charge that the agreement does not name may not be taken: object to it. Statements that you import are looked through by the program.</source>
        <translation>逐月看结算账户的流水。协议没写的费用不能扣：可以提出异议。您导入的流水，程序会帮您找。</translation>
    </message>
    <message>
        <source>found in a statement</source>
        <translation>流水里发现</translation>
    </message>
    <message>
        <source>It is a charge: write it down</source>
        <translation>是扣费，记下来</translation>
    </message>
    <message>
        <source>Objection…</source>
        <translation>写异议函…</translation>
    </message>
    <message>
        <source>Found in a statement, looked at and left</source>
        <translation>流水里找到、核对后不用管的</translation>
    </message>
    <message>
        <source>Not one of theirs</source>
        <translation>不是收单机构扣的</translation>
    </message>
    <message>
        <source>Owed: leave it</source>
        <translation>本来就该付，不用管</translation>
    </message>
    <message>
        <source>not one of theirs</source>
        <translation>不是收单机构扣的</translation>
    </message>
    <message>
        <source>owed</source>
        <translation>本来就该付</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>重新核对</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Everything stays on this computer: no account, nothing is uploaded. The program never asks for a password, a verification code or a full card number.</source>
        <translation>所有内容只存在这台电脑上：不用注册，不上传任何内容。本程序从不询问密码、验证码和完整卡号。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>large</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>very large</source>
        <translation>特大字</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始办理(&amp;S)</translation>
    </message>
    <message>
        <source>Look at a sample first</source>
        <translation>先看看示例</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Not saved yet, trying again</source>
        <translation>还没保存上，正在重试</translation>
    </message>
    <message>
        <source>Why we ask</source>
        <translation>为什么要填</translation>
    </message>
    <message>
        <source>Why we ask, and the law behind it (F9)</source>
        <translation>为什么要填，依据是什么（F9）</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>New case</source>
        <translation>新申请</translation>
    </message>
    <message>
        <source>Outstanding list</source>
        <translation>未结清单</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Their form</source>
        <translation>对方发来的表格</translation>
    </message>
    <message>
        <source>%1 (sample)</source>
        <translation>%1（示例）</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>This page has no paper of its own. What would you like to print?</source>
        <translation>这一页没有单独的纸质材料。您想打印什么？</translation>
    </message>
    <message>
        <source>The application &amp;letter</source>
        <translation>申请函(&amp;L)</translation>
    </message>
    <message>
        <source>The &amp;outstanding list</source>
        <translation>未结清单(&amp;O)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不打印</translation>
    </message>
</context>
<context>
    <name>_Hider</name>
    <message>
        <source>Show or hide</source>
        <translation>显示或隐藏</translation>
    </message>
</context>
<context>
    <name>_SourceLine</name>
    <message>
        <source>Kind, entry %1</source>
        <translation>第 %1 项的种类</translation>
    </message>
    <message>
        <source>First month, entry %1</source>
        <translation>第 %1 项的起始月份</translation>
    </message>
    <message>
        <source>Last month, entry %1</source>
        <translation>第 %1 项的截止月份</translation>
    </message>
    <message>
        <source>Take entry %1 off the list</source>
        <translation>从清单上去掉第 %1 项</translation>
    </message>
    <message>
        <source>%1 — not there any more</source>
        <translation>%1（已经不在了）</translation>
    </message>
</context>
<context>
    <name>_TerminalLine</name>
    <message>
        <source>Terminal number</source>
        <translation>终端号</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>放在哪里</translation>
    </message>
    <message>
        <source>What is to happen, terminal %1</source>
        <translation>终端 %1 怎么办</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Take terminal %1 off the list</source>
        <translation>去掉终端 %1</translation>
    </message>
    <message>
        <source>Which device, terminal %1</source>
        <translation>哪种机器，终端 %1</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>A whole card number is never kept. Please write the last 4 digits only.</source>
        <translation>完整卡号不会保存，请只写后 4 位。</translation>
    </message>
</context>
</TS>
