; When not to install, and what is told about it. Each ends the installer before anything was changed.

!define WEBVIEW2 "{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!define WEBVIEW2_PAGE "https://developer.microsoft.com/microsoft-edge/webview2/"

; Two copies would have one entry in the list of programs between them, and the older one would never go. /D is for the first time.
Function StayWhereItIs
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$0\hoitung.exe"
    StrCpy $INSTDIR $0
  ${EndIf}
FunctionEnd

; The MSI writes this; its own entry in the list of programs has another key each time.
Function StopIfForAll
  ReadRegStr $0 HKLM "Software\Hoitung" "InstallLocation"
  ${If} $0 != ""
    MessageBox MB_OK|MB_ICONINFORMATION "$(installer_for_all)" /SD IDOK
    ${End} ${FOR_ALL}
  ${EndIf}
FunctionEnd

; Whoever starts it as another user would get the program into that user's folder, and never find it. A session that
; nobody is signed in to, as over the network, is no such case; the system's own account is one.
Function StopIfOtherUser
  StrCpy $Person ""
  !ifdef PERSON
    ; Only a test knows beforehand who is signed in.
    StrCpy $Person "${PERSON}"
  !else
    System::Call 'wtsapi32::WTSQuerySessionInformationW(p 0, i -1, i 5, *p .r1, *i .r2) i .r0'
    ${If} $0 <> 0
      System::Call 'kernel32::lstrcpynW(w .s, p r1, i 256)'
      Pop $Person
      System::Call 'wtsapi32::WTSFreeMemory(p r1)'
    ${EndIf}
  !endif
  System::Call 'advapi32::GetUserNameW(w .s, *i 256)'
  Pop $Runner
  ${If} $Person == ""
  ${AndIf} $Runner != "SYSTEM"
    Return
  ${EndIf}
  ${If} $Person != $Runner
    MessageBox MB_OK|MB_ICONSTOP "$(installer_other_user)" /SD IDOK
    ${End} ${OTHER_USER}
  ${EndIf}
FunctionEnd

; Leaves in $Installed what is here, if anything is.
Function StopIfNewer
  ReadRegStr $Installed HKCU "${UNINSTALL}" "DisplayVersion"
  ${IfNot} ${FileExists} "$INSTDIR\hoitung.exe"
    ; What is left of one that was deleted by hand forbids nothing.
    StrCpy $Installed ""
  ${EndIf}
  ${If} $Installed != ""
    ${VersionCompare} $Installed $Version $0
    ${If} $0 = 1
      MessageBox MB_OK|MB_ICONSTOP "$(installer_newer)" /SD IDOK
      ${End} ${NEWER_IS_HERE}
    ${EndIf}
  ${EndIf}
FunctionEnd

; Nothing stops here: the runtime may come later, and the program itself tells when it is missing.
Function TellWhatIsMissing
  SetRegView 32
  ReadRegStr $0 HKLM "SOFTWARE\Microsoft\EdgeUpdate\Clients\${WEBVIEW2}" "pv"
  SetRegView 64
  ${If} $0 == ""
    ReadRegStr $0 HKCU "Software\Microsoft\EdgeUpdate\Clients\${WEBVIEW2}" "pv"
  ${EndIf}
  ${If} $0 == ""
  ${OrIf} $0 == "0.0.0.0"
    MessageBox MB_YESNO|MB_ICONINFORMATION "$(installer_webview)" IDNO +2
    ExecShell "open" "${WEBVIEW2_PAGE}"
  ${EndIf}
FunctionEnd
