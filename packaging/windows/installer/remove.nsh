; The uninstaller. Settings and keys stay unless it is told otherwise: by the tick, or by /PURGE beside /S.

; What the Task Manager notes about what starts at sign-in.
!define VERDICTS "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

Var Tick
Var Purge

Function un.onInit
  SetRegView 64
  StrCpy $Purge 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PURGE" $1
  ${IfNot} ${Errors}
    StrCpy $Purge 1
  ${EndIf}
FunctionEnd

Function un.AskAboutSettings
  !insertmacro MUI_HEADER_TEXT "$(installer_remove_title)" ""
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 24u "$(installer_remove)"
  Pop $0
  ${NSD_CreateCheckbox} 0 36u 100% 12u "$(installer_purge)"
  Pop $Tick
  ${If} $Purge = 1
    ${NSD_Check} $Tick
  ${EndIf}
  ${NSD_CreateLabel} 12u 52u -12u 48u "$(installer_purge_why)"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function un.HearAboutSettings
  ${NSD_GetState} $Tick $Purge
FunctionEnd

; Before any file of the program goes: it is the program that knows what it keeps, and where.
Function un.PurgeIfAsked
  ${If} $Purge <> 1
    Return
  ${EndIf}
  retry:
  nsExec::Exec '"$INSTDIR\hoitung-cli.exe" purge --yes'
  Pop $0
  ${If} $0 != 0
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(installer_purge_failed)" /SD IDCANCEL IDRETRY retry
    ${End} ${NOT_PURGED}
  ${EndIf}
FunctionEnd

Section Uninstall
  ; Not held open by ourselves.
  SetOutPath "$TEMP"
  Call un.CloseRunning
  Call un.PurgeIfAsked
  Delete "$INSTDIR\hoitung.exe"
  Delete "$INSTDIR\hoitung-cli.exe"
  ${If} ${FileExists} "$INSTDIR\hoitung.exe"
  ${OrIf} ${FileExists} "$INSTDIR\hoitung-cli.exe"
    ; Something holds it. Whatever removes it stays too, for the next time.
    ${End} ${NOT_DELETED}
  ${EndIf}
  ; What would start a program that is not there any more.
  DeleteRegValue HKCU "${RUN}" "Hoitung"
  DeleteRegValue HKCU "${VERDICTS}" "Hoitung"
  Delete "${SHORTCUT}"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
