; The installer for a person: for one user, without an administrator. IT has hoitung.wxs.
;
;   makensis -DVERSION=0.1.0 -DFILES=FOLDER -DOUT=FILE hoitung.nsi
;
; FILES holds hoitung.exe, hoitung-cli.exe and WebView2Loader.dll. -DSIGN=COMMAND signs installer and uninstaller; -DQUICK
; makes a large one soon, for a test.
; /S asks nothing; /D=FOLDER, the last and without quotes, installs elsewhere the first time; exit.nsh lists how it ends.
; From the program’s own updater: /R opens it again afterwards, whatever came of it; /HIDDEN as it was, without its window.
Unicode true
Target amd64-unicode
!ifdef QUICK
  SetCompress off
!else
  SetCompressor /SOLID lzma
!endif
ManifestDPIAware true
ManifestLongPathAware true
RequestExecutionLevel user
; A file that cannot be written is no file to go on without.
AllowSkipFiles off

!define NAME "Hoitung 開通"
!define ID "hk.hoitung.app"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define SHORTCUT "$SMPROGRAMS\${NAME}.lnk"

; Put into the words.
Var Version
Var Installed
Var Running
Var Person
Var Runner
; What the first page says.
Var Title
Var Text

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include exit.nsh
!include close.nsh
!include guard.nsh

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Hoitung"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${NAME}"

!ifdef SIGN
  ; Without the last word a signature that failed would be passed over.
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "..\..\..\icons\icon.ico"
!define MUI_UNICON "..\..\..\icons\icon.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "side.bmp"
!define MUI_CUSTOMFUNCTION_GUIINIT TellWhatIsMissing

!define MUI_WELCOMEPAGE_TITLE "$Title"
!define MUI_WELCOMEPAGE_TEXT "$Text"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(installer_finish_title)"
!define MUI_FINISHPAGE_TEXT "$(installer_finish)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\hoitung.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(installer_open)"
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.AskAboutSettings un.HearAboutSettings
!insertmacro MUI_UNPAGE_INSTFILES

; The first one serves whoever reads neither.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "TradChinese"
!include words.nsh
!include remove.nsh

Function .onInit
  SetRegView 64
  StrCpy $Version "${VERSION}"
  Call StayWhereItIs
  Call StopIfForAll
  Call StopIfOtherUser
  Call StopIfNewer
  Call ChooseWords
FunctionEnd

Function ChooseWords
  ${If} $Installed == ""
    StrCpy $Title "$(installer_new_title)"
    StrCpy $Text "$(installer_new)"
  ${ElseIf} $Installed == $Version
    StrCpy $Title "$(installer_repair_title)"
    StrCpy $Text "$(installer_repair)"
  ${Else}
    StrCpy $Title "$(installer_update_title)"
    StrCpy $Text "$(installer_update)"
  ${EndIf}
FunctionEnd

Section
  SetOutPath "$INSTDIR"
  Call CloseRunning
  File "${FILES}\hoitung.exe"
  File "${FILES}\hoitung-cli.exe"
  File "${FILES}\WebView2Loader.dll"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "${SHORTCUT}" "$INSTDIR\hoitung.exe" "" "" "" "" "" "$(installer_shortcut)"
  ; The program gives its shortcut the name under which Windows shows its notifications. Without, it works all the same.
  nsExec::Exec /TIMEOUT=20000 '"$INSTDIR\hoitung.exe" --installed'
  Pop $0

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Hoitung"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\hoitung.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Function .onInstSuccess
  Call OpenAgain
FunctionEnd

Function .onInstFailed
  Call OpenAgain
FunctionEnd

; The updater has closed it for us. An installer that changed nothing leaves the old one behind, and that goes on too.
Function OpenAgain
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/R" $1
  ${If} ${Errors}
  ${OrIfNot} ${FileExists} "$INSTDIR\hoitung.exe"
    Return
  ${EndIf}
  ${GetOptions} $0 "/HIDDEN" $1
  ${If} ${Errors}
    Exec '"$INSTDIR\hoitung.exe"'
  ${Else}
    Exec '"$INSTDIR\hoitung.exe" --hidden'
  ${EndIf}
FunctionEnd
