; How it ends, for whoever rolls it out with /S. NSIS itself: 0 done, 1 a person cancelled, 2 a file could not be written.

; The uninstaller: a program of ours could not be deleted.
!define NOT_DELETED 2
; A program of ours went on running.
!define STILL_RUNNING 3
; A newer one is installed.
!define NEWER_IS_HERE 4
; Started as somebody else than who is signed in.
!define OTHER_USER 5
; IT has installed it for everyone.
!define FOR_ALL 6
; The uninstaller: settings and keys could not be removed, so nothing was.
!define NOT_PURGED 7

!macro END code
  !ifndef __UNINSTALL__
    Call OpenAgain
  !endif
  SetErrorLevel ${code}
  Quit
!macroend
!define End `!insertmacro END`
