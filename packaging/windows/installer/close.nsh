; Closing what runs from the folder: it is asked, and waited for. Nothing is ever killed, so nothing is lost.

; In quarters of a second. The window gives a call in flight three seconds; the rest is for a slow disk.
!define PATIENCE 60

!macro CLOSING un

; The first program of ours that runs, in $Running; empty when there is none. Windows lets nobody write to one that does.
Function ${un}FindRunning
  StrCpy $Running ""
  Push "hoitung-cli.exe"
  Call ${un}IsRunning
  Push "hoitung.exe"
  Call ${un}IsRunning
FunctionEnd

Function ${un}IsRunning
  Exch $0
  Push $1
  ${If} ${FileExists} "$INSTDIR\$0"
    ClearErrors
    FileOpen $1 "$INSTDIR\$0" a
    ${If} ${Errors}
      StrCpy $Running $0 -4
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
  Pop $1
  Pop $0
FunctionEnd

Function ${un}CloseRunning
  Push $0
  retry:
  StrCpy $0 0
  Call ${un}FindRunning
  ${If} $Running != ""
    ; Not waited for by itself: one that hangs would hold us for ever.
    Exec '"$INSTDIR\hoitung.exe" --quit'
    ${Do}
      Sleep 250
      IntOp $0 $0 + 1
      Call ${un}FindRunning
      ${If} $Running == ""
        ${ExitDo}
      ${EndIf}
    ${LoopUntil} $0 >= ${PATIENCE}
  ${EndIf}
  ${If} $Running != ""
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(installer_running)" /SD IDCANCEL IDRETRY retry
    ${End} ${STILL_RUNNING}
  ${EndIf}
  Pop $0
FunctionEnd

!macroend

!insertmacro CLOSING ""
!insertmacro CLOSING "un."
