; One installer at a time, and the program that is running while it is to be replaced.

; Held until this process ends; the uninstaller asks for the same one.
!macro OnlyOne prefix
  Function ${prefix}OnlyOne
    System::Call 'kernel32::CreateMutex(p 0, i 0, t "POSCloseoutSetup") p .r1 ?e'
    Pop $2
    ${If} $2 = 183 ; ERROR_ALREADY_EXISTS
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(AnotherSetup)" /SD IDOK
      SetErrorLevel 6
      Quit
    ${EndIf}
  FunctionEnd
!macroend
!insertmacro OnlyOne ""
!insertmacro OnlyOne "un."

; A running exe cannot be opened for writing. The helper asks its windows to close, as the owner would.
!macro CloseRunning prefix
  Function ${prefix}IsFree
    ; the folder in $0; leaves 1 in $3 when the program there does not run
    StrCpy $3 1
    ${If} ${FileExists} "$0\${PROGRAM}"
      ClearErrors
      FileOpen $1 "$0\${PROGRAM}" a
      ${If} ${Errors}
        StrCpy $3 0
      ${Else}
        FileClose $1
      ${EndIf}
    ${EndIf}
  FunctionEnd

  Function ${prefix}CloseRunning
    ; the folder in $0
    Call ${prefix}IsFree
    ${If} $3 = 1
      Return
    ${EndIf}
    MessageBox MB_OKCANCEL|MB_ICONINFORMATION "$(IsRunning)" /SD IDOK IDOK ask
    SetErrorLevel 1
    Quit
    ask:
      ExecWait '"$PLUGINSDIR\${HELPER}" close "$0\${PROGRAM}"' $4
      ${If} $4 = 2
        StrCpy $WasInTray 1
      ${EndIf}
      StrCpy $2 0
      ${Do}
        Call ${prefix}IsFree
        ${If} $3 = 1
          Return
        ${EndIf}
        Sleep 250
        IntOp $2 $2 + 1
      ${LoopUntil} $2 = 12
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillRunning)" /SD IDCANCEL IDRETRY ask
      MessageBox MB_OK "$(NotChanged)" /SD IDOK
      SetErrorLevel 3
      Quit
  FunctionEnd
!macroend
!insertmacro CloseRunning ""
!insertmacro CloseRunning "un."

Function CloseAllRunning
  StrCpy $0 "$INSTDIR"
  Call CloseRunning
  ${If} $OldFolder != ""
  ${AndIf} $OldFolder != $INSTDIR
    StrCpy $0 "$OldFolder"
    Call CloseRunning
  ${EndIf}
FunctionEnd

; As the signed-in user, also when the installer was started as administrator.
Function StartProgram
  Exec '"$PLUGINSDIR\${HELPER}" start "$INSTDIR\${PROGRAM}"'
FunctionEnd
