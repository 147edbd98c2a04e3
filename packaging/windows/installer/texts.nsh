; Every sentence of our own that the installer says, in both languages.

!macro Text name chinese english
  LangString ${name} ${LANG_SIMPCHINESE} "${chinese}"
  LangString ${name} ${LANG_ENGLISH} "${english}"
!macroend

!insertmacro Text ProgramName "POS停机助手" "POS Closeout"
!insertmacro Text WelcomeTitle "安装 POS停机助手 ${VERSION}" "Install POS Closeout ${VERSION}"
!insertmacro Text WelcomeText \
  "这个程序一步一步陪您把POS机停下来：不漏钱，不上当，文件齐全。$\r$\n$\r$\n不需要管理员密码。如果您以前装过，旧版本会被换成新的，您的记录都会留着。$\r$\n$\r$\n请按“下一步”。" \
  "This program takes you step by step through switching off a card terminal: no money lost, no scammer in the middle, all papers complete.$\r$\n$\r$\nNo administrator is needed. An older version is replaced; your records are kept.$\r$\n$\r$\nPlease press Next."
!insertmacro Text LicenceTitle "许可说明" "Licences"
!insertmacro Text LicenceSubtitle "免费使用。下面是程序各部分的许可，您不需要做什么。" "Free to use. Below are the licences of all parts; there is nothing you have to do."
!insertmacro Text LicenceTop "不用读完，直接按“下一步”就可以。" "You need not read all this; just press Next."
!insertmacro Text LicenceBottom "这一页也存在安装文件夹里：licences.txt。" "This page is kept in the program's folder, too: licences.txt."
!insertmacro Text ChoicesTitle "要装什么" "What to install"
!insertmacro Text ChoicesSubtitle "不用改，直接按“下一步”就可以。" "There is no need to change anything; just press Next."
!insertmacro Text ChoicesTop "打勾的会装上。把鼠标停在一行字上，下面会说明它是什么。" "What is ticked will be there. Point at a line to read what it is."
!insertmacro Text FolderTitle "装在哪里" "Where to install"
!insertmacro Text FolderSubtitle "不用改，直接按“安装”就可以。" "There is no need to change anything; just press Install."
!insertmacro Text FolderTop "程序装在您自己的用户文件夹里，这台电脑上的其他人不受影响。" "The program goes into your own user folder; nobody else who uses this computer is affected."
!insertmacro Text FinishTitle "装好了" "Installed"
!insertmacro Text FinishText "以后从“开始”菜单或桌面上打开 POS停机助手。" "From now on, open POS Closeout from the Start menu or the desktop."
!insertmacro Text UninstallTop "按“卸载”，程序就从这台电脑上去掉。您的记录要不要留着，等一下会问您。" "Press Uninstall to remove the program from this computer. You will then be asked whether to keep your records."
!insertmacro Text SectionProgram "程序（必需）" "Program (required)"
!insertmacro Text SectionDesktop "桌面快捷方式" "Shortcut on the desktop"
!insertmacro Text SectionAutostart "开机后自动运行" "Start with the computer"
!insertmacro Text AboutProgram "程序本身，装在您自己的用户文件夹里。" "The program itself, in your own user folder."
!insertmacro Text AboutDesktop "在桌面上放一个图标，双击就能打开。" "An icon on the desktop to double-click."
!insertmacro Text AboutAutostart "电脑开机后在右下角的托盘里待着，有到期的事就提醒您。以后可以在程序的设置里改。" "Waits hidden in the tray, by the clock, and tells you what is due. The program's settings can change it."
!insertmacro Text FinishRun "现在打开 POS停机助手" "Open POS Closeout now"
!insertmacro Text IsRunning "POS停机助手正在运行。$\r$\n$\r$\n按“确定”，它会保存好您的内容并关闭，然后继续。" "POS Closeout is running.$\r$\n$\r$\nPress OK: it will keep what you entered and close, then this goes on."
!insertmacro Text StillRunning "POS停机助手还没有关闭，可能有一个窗口在等您回答。$\r$\n$\r$\n请关闭它，再按“重试”。" "POS Closeout has not closed yet; one of its windows may be waiting for your answer.$\r$\n$\r$\nPlease close it, then press Retry."
!insertmacro Text NotChanged "什么都没有改动。" "Nothing has been changed."
!insertmacro Text OldWindows "需要 Windows 10（1809 版或更新）或 Windows 11，64 位。$\r$\n$\r$\n这台电脑的系统太旧，程序没有安装。" "Windows 10 (version 1809 or later) or Windows 11, 64 bit, is needed.$\r$\n$\r$\nThis computer's Windows is too old; nothing has been installed."
!insertmacro Text DeleteData "要把您的记录也一起删除吗？$\r$\n$\r$\n您的停机记录、账单和申请函都在这里：$\r$\n${DATA_SHOWN}$\r$\n$\r$\n按“否”会留着，以后重新安装还能接着用。按“是”就再也找不回来了。您另存到别处的文件不会动。" "Delete your records, too?$\r$\n$\r$\nYour cases, bills and letters are here:$\r$\n${DATA_SHOWN}$\r$\n$\r$\nNo keeps them: install again later and go on. Yes deletes them for good. Files that you saved elsewhere are not touched."
