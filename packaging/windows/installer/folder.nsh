; The folder: found, chosen, filled; nothing in it is touched but what ${LIST} names.

!macro Tell text
  SetDetailsPrint textonly
  DetailPrint "${text}"
  SetDetailsPrint none
!macroend

; What is registered and still there; a newer version is replaced only when somebody wants that.
Function FindOldVersion
  StrCpy $OldFolder ""
  ReadRegStr $1 HKCU "${SETTINGS}" "InstallDir"
  ${If} $1 == ""
  ${OrIfNot} ${FileExists} "$1\${LIST}"
    Return
  ${EndIf}
  StrCpy $OldFolder $1
  ReadRegStr $1 HKCU "${UNINSTALL}" "DisplayVersion"
  ${VersionCompare} "$1" "${VERSION}" $2
  ${If} $2 <> 1
    Return
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/DOWNGRADE" $3
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(Downgrade)" /SD IDNO IDYES agreed
  SetErrorLevel 7
  Quit
  agreed:
FunctionEnd

; The folder page: not shown over an older version, which is replaced where it is.
Function FolderIsKnown
  ${If} $OldFolder != ""
    Abort
  ${EndIf}
FunctionEnd

; Leaves in $1: 0 nothing there, or nothing in it; 1 ours; 2 somebody else's. The folder in $0.
Function LookIntoFolder
  StrCpy $1 0
  ${If} ${FileExists} "$0\${LIST}"
  ${OrIf} ${FileExists} "$0\setup-new\${LIST}"
  ${OrIf} ${FileExists} "$0\setup-old\${LIST}"
    StrCpy $1 1
    Return
  ${EndIf}
  ; A file of that name is not a folder to install into.
  ${If} ${FileExists} "$0"
  ${AndIfNot} ${FileExists} "$0\*.*"
    StrCpy $1 2
    Return
  ${EndIf}
  FindFirst $2 $3 "$0\*.*"
  ${DoUntil} $3 == ""
    ${If} $3 != "."
    ${AndIf} $3 != ".."
      StrCpy $1 2
      ${ExitDo}
    ${EndIf}
    FindNext $2 $3
  ${Loop}
  FindClose $2
FunctionEnd

; A folder that is neither empty nor ours gets one of ours below it; when that is taken, too, nothing is installed.
; Leaves 1 in $4 when it is another folder now.
Function ChooseFolder
  StrCpy $4 0
  StrCpy $0 "$INSTDIR"
  Call LookIntoFolder
  ${If} $1 <> 2
    Return
  ${EndIf}
  StrCpy $0 "$INSTDIR\POS Closeout"
  Call LookIntoFolder
  ${If} $1 = 2
    MessageBox MB_OK|MB_ICONSTOP "$(FolderTaken)" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
  StrCpy $INSTDIR "$0"
  StrCpy $4 1
FunctionEnd

Function TellFolder
  Call ChooseFolder
  ${If} $4 = 1
    MessageBox MB_OK|MB_ICONINFORMATION "$(FolderBelow)"
  ${EndIf}
FunctionEnd

; Swaps the unpacked version for what is there; whatever goes wrong, what was there stays.
Function ReplaceFiles
  again:
    ExecWait '"$PLUGINSDIR\${HELPER}" replace "$INSTDIR"' $1
    ${If} $1 = 0
      StrCpy $Unpacked 0
      Return
    ${EndIf}
    ${If} $1 = 1
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(FileHeld)" /SD IDCANCEL IDRETRY again
    ${ElseIf} $1 = 2
      MessageBox MB_OK|MB_ICONSTOP "$(FileInTheWay)" /SD IDOK
    ${Else}
      MessageBox MB_OK|MB_ICONSTOP "$(FilesMissing)" /SD IDOK
    ${EndIf}
    SetErrorLevel 2
    Abort
FunctionEnd

; Installed somewhere else than before: one program, not two.
Function TakeOldFolderAlong
  ${If} $OldFolder != ""
  ${AndIf} $OldFolder != $INSTDIR
    ExecWait '"$PLUGINSDIR\${HELPER}" remove "$OldFolder"' $1
    ${If} $1 <> 0
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(OldFolderStays)" /SD IDOK
    ${EndIf}
  ${EndIf}
FunctionEnd

; Any way out before the end: what was unpacked goes, what was there is as it was, the tray included.
Function TakeBack
  ${If} $Unpacked = 1
    StrCpy $Unpacked 0
    SetOutPath "$TEMP"
    ExecWait '"$PLUGINSDIR\${HELPER}" discard "$INSTDIR"'
    ${If} $WasInTray = 1
    ${AndIf} ${FileExists} "$OldFolder\${PROGRAM}"
      Exec '"$OldFolder\${PROGRAM}" --tray'
    ${EndIf}
  ${EndIf}
FunctionEnd

Function .onInstFailed
  Call TakeBack
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(NotChanged)" /SD IDOK
FunctionEnd
