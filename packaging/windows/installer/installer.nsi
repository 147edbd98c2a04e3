; The installer of POS Closeout: per user, no administrator, Chinese and English, replaces an older version in place.
;
; Given by the build (-D): VERSION, PAYLOAD (folder), OUTPUT (file), INSTALLED_KB, FILES (lines made by the build), LIST
; (name of the list of what is installed); ADDRESS of the publisher's page where there is one, and, when it is to be signed, SIGN (a command that takes the file to sign as its argument).
;
; Silent: /S, then as wished /LANG=2052|1033 /DESKTOP=0|1 /AUTOSTART=0|1 /DOWNGRADE and, last and unquoted, /D=folder.
; Uninstaller: /S keeps the owner's records, /S /DELETEDATA deletes them.
; Exit codes: 0 done; anything else means that all is as it was: 1 cancelled, 2 stopped by an error, 3 the running program
; would not close, 4 Windows too old, 5 the folder is somebody else's, 6 another installer is at work, 7 a newer version is
; installed.

Unicode true
Target amd64-unicode
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!define PROGRAM "POS Closeout.exe"
!define HELPER "setup-helper.exe"
!define UNINSTALLER "uninstall.exe"
!define APP_ID "POSCloseout.POSCloseout"
!define SETTINGS "Software\POS Closeout"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\POS Closeout"
!define AUTOSTART "Software\Microsoft\Windows\CurrentVersion\Run"
!define AUTOSTART_NAME "POS Closeout"
; Where Task Manager notes what the owner has switched off.
!define SWITCHED_OFF "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define DATA "$LOCALAPPDATA\POS Closeout"
!define DATA_SHOWN "${DATA}"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include Sections.nsh
!include WinVer.nsh
!include WordFunc.nsh

; The folder of the version that is there, empty when there is none; 1 when the program waited in the tray; 1 while there
; is something unpacked to take away again.
Var OldFolder
Var WasInTray
Var Unpacked
; What the last page says, true to what was chosen.
Var FinishSaid

Name "$(ProgramName)"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\POS Closeout"
InstallDirRegKey HKCU "${SETTINGS}" "InstallDir"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
BrandingText "POS Closeout ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
CRCCheck force
; A file that cannot be written stops everything: nothing is half installed.
AllowSkipFiles off

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "POS Closeout"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "POS Closeout Setup · POS停机助手 安装程序"
VIAddVersionKey /LANG=0 "CompanyName" "POS Closeout"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT licence"

!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

; ---- pages ----
!define MUI_ICON "${PAYLOAD}/app/pos_closeout/resources/icons/app.ico"
!define MUI_UNICON "${MUI_ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_ALWAYSSHOW
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${SETTINGS}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"
!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!insertmacro MUI_PAGE_WELCOME
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_PAGE_HEADER_TEXT "$(ChoicesTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(ChoicesSubtitle)"
!define MUI_COMPONENTSPAGE_TEXT_TOP "$(ChoicesTop)"
!insertmacro MUI_PAGE_COMPONENTS
!define MUI_PAGE_HEADER_TEXT "$(FolderTitle)"
!define MUI_PAGE_HEADER_SUBTEXT "$(FolderSubtitle)"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FolderTop)"
!define MUI_PAGE_CUSTOMFUNCTION_PRE FolderIsKnown
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE TellFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$FinishSaid"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
!define MUI_FINISHPAGE_LINK "$(FinishLicences)"
!define MUI_FINISHPAGE_LINK_LOCATION "$INSTDIR\licences.txt"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(UninstallTop)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"
!include "texts.nsh"

!include "running.nsh"
!include "folder.nsh"

; ---- shortcuts ----
; Both names, in case the language has changed since.
!macro RemoveShortcuts
  Delete "$SMPROGRAMS\POS停机助手.lnk"
  Delete "$SMPROGRAMS\POS Closeout.lnk"
  Delete "$DESKTOP\POS停机助手.lnk"
  Delete "$DESKTOP\POS Closeout.lnk"
!macroend

!macro Shortcut folder
  CreateShortcut "${folder}\$(ProgramName).lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0
  ; Without the id the taskbar only loses its grouping, so a failure is no reason to stop.
  ExecWait '"$PLUGINSDIR\${HELPER}" brand "${folder}\$(ProgramName).lnk" "${APP_ID}"'
!macroend

; ---- sections ----
Section "$(SectionProgram)" SecProgram
  SectionIn RO
  SetDetailsPrint none
  Call ChooseFolder
  Call CloseAllRunning
  !insertmacro Tell "$(Unpacking)"
  StrCpy $Unpacked 1
  ExecWait '"$PLUGINSDIR\${HELPER}" discard "$INSTDIR"'
  !include "${FILES}"
  SetOutPath "$INSTDIR\setup-new"
  WriteUninstaller "$INSTDIR\setup-new\${UNINSTALLER}"
  !insertmacro Tell "$(Replacing)"
  SetOutPath "$INSTDIR"
  Call ReplaceFiles
  Call TakeOldFolderAlong
  !insertmacro RemoveShortcuts
  !insertmacro Shortcut "$SMPROGRAMS"
  Call RegisterProgram
  StrCpy $FinishSaid "$(FinishMenu)"
SectionEnd

Section "$(SectionDesktop)" SecDesktop
  !insertmacro Shortcut "$DESKTOP"
  StrCpy $FinishSaid "$(FinishDesktop)"
SectionEnd

Section /o "$(SectionAutostart)" SecAutostart
SectionEnd

Section "-autostart"
  ${If} ${SectionIsSelected} ${SecAutostart}
    ; What the program's own settings write, so that either can undo the other.
    WriteRegStr HKCU "${AUTOSTART}" "${AUTOSTART_NAME}" '"$INSTDIR\${PROGRAM}" --tray'
    StrCpy $FinishSaid "$FinishSaid$\r$\n$\r$\n$(FinishAutostart)"
  ${Else}
    DeleteRegValue HKCU "${AUTOSTART}" "${AUTOSTART_NAME}"
  ${EndIf}
SectionEnd

; It was there, hidden, before it was asked to close.
Section "-tray"
  ${If} $WasInTray = 1
    Exec '"$INSTDIR\${PROGRAM}" --tray'
  ${EndIf}
SectionEnd

Function RegisterProgram
  WriteRegStr HKCU "${SETTINGS}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${SETTINGS}" "InstallerLanguage" "$LANGUAGE"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(ProgramName)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "POS Closeout"
  !ifdef ADDRESS
    WriteRegStr HKCU "${UNINSTALL}" "URLInfoAbout" "${ADDRESS}"
    WriteRegStr HKCU "${UNINSTALL}" "HelpLink" "${ADDRESS}"
    WriteRegStr HKCU "${UNINSTALL}" "URLUpdateInfo" "${ADDRESS}"
  !endif
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${INSTALLED_KB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
FunctionEnd

; ---- start ----
; An option of the command line, 0 or 1, decides over what the section would do.
!macro Option parameters name section
  ClearErrors
  ${GetOptions} ${parameters} "/${name}=" $1
  ${IfNot} ${Errors}
    ${If} $1 = 1
      !insertmacro SelectSection ${section}
    ${Else}
      !insertmacro UnselectSection ${section}
    ${EndIf}
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "$(OldWindows)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  InitPluginsDir
  File "/oname=$PLUGINSDIR\${HELPER}" "${PAYLOAD}/${HELPER}"
  ${GetParameters} $0
  Call ChooseLanguage
  Call OnlyOne
  Call FindOldVersion
  Call KeepChoices
  !insertmacro Option $0 "DESKTOP" ${SecDesktop}
  !insertmacro Option $0 "AUTOSTART" ${SecAutostart}
FunctionEnd

; /LANG= decides; then the language of the last time; a Chinese Windows is not asked; any other may choose.
Function ChooseLanguage
  ClearErrors
  ${GetOptions} $0 "/LANG=" $1
  ${IfNot} ${Errors}
    StrCpy $LANGUAGE $1
    Return
  ${EndIf}
  ReadRegStr $1 HKCU "${SETTINGS}" "InstallerLanguage"
  ${If} $1 <> 0
    StrCpy $LANGUAGE $1
  ${ElseIf} $LANGUAGE <> ${LANG_SIMPCHINESE}
  ${AndIfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
FunctionEnd

; Over an older version: what the owner chose then, or has changed since, stays.
Function KeepChoices
  ReadRegStr $1 HKCU "${UNINSTALL}" "UninstallString"
  ${If} $1 != ""
  ${AndIfNot} ${FileExists} "$DESKTOP\POS停机助手.lnk"
  ${AndIfNot} ${FileExists} "$DESKTOP\POS Closeout.lnk"
    !insertmacro UnselectSection ${SecDesktop}
  ${EndIf}
  ReadRegStr $1 HKCU "${AUTOSTART}" "${AUTOSTART_NAME}"
  ${If} $1 != ""
    !insertmacro SelectSection ${SecAutostart}
  ${EndIf}
FunctionEnd

; ---- uninstall ----
Function un.onInit
  ReadRegStr $1 HKCU "${SETTINGS}" "InstallerLanguage"
  ${If} $1 <> 0
    StrCpy $LANGUAGE $1
  ${EndIf}
  Call un.OnlyOne
  InitPluginsDir
  CopyFiles /SILENT "$INSTDIR\${HELPER}" "$PLUGINSDIR\${HELPER}"
FunctionEnd

Section "Uninstall"
  SetDetailsPrint none
  StrCpy $0 "$INSTDIR"
  Call un.CloseRunning
  SetOutPath "$TEMP"
  again:
    ExecWait '"$PLUGINSDIR\${HELPER}" remove "$INSTDIR"' $1
    ${If} $1 <> 0
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(NotRemoved)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 2
      Quit
    ${EndIf}
  !insertmacro RemoveShortcuts
  DeleteRegValue HKCU "${AUTOSTART}" "${AUTOSTART_NAME}"
  DeleteRegValue HKCU "${SWITCHED_OFF}" "${AUTOSTART_NAME}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${SETTINGS}"
  Call un.AskForData
SectionEnd

; Silence keeps the records, unless /DELETEDATA says otherwise.
Function un.AskForData
  ${IfNot} ${FileExists} "${DATA}\*.*"
    Return
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DELETEDATA" $1
  ${IfNot} ${Errors}
    Goto delete
  ${EndIf}
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(DeleteData)" /SD IDNO IDYES delete
  Return
  delete:
    RMDir /r "${DATA}"
    ; Which folders held data: of no use to anybody once the records are gone.
    Delete "${DATA} Folders\known-folders.json"
    RMDir "${DATA} Folders"
FunctionEnd
