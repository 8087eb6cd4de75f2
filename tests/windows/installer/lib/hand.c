/* usage: hand read | hand press LABEL
   Reads what stands in every window of this Windows, a text a line; or presses the button so labelled, as a person would. */
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static const wchar_t *wanted;
static int pressed;

static void text_of(HWND window, wchar_t *text, int size)
{
    DWORD_PTR length = 0;
    text[0] = 0;
    /* Of another program; one that hangs is passed over. */
    SendMessageTimeoutW(window, WM_GETTEXT, size, (LPARAM)text, SMTO_ABORTIFHUNG, 2000, &length);
}

/* Without the mark of its key: "Quit(&Q)" is asked for as "Quit(Q)". */
static void unmark(wchar_t *text)
{
    wchar_t *to = text;
    for (; *text; text++)
        if (*text != L'&') *to++ = *text;
    *to = 0;
}

static void say(const wchar_t *text)
{
    char bytes[8192];
    if (!WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL)) return;
    for (char *at = bytes; *at; at++)
        if (*at == '\r' || *at == '\n') *at = ' ';
    puts(bytes);
}

static BOOL CALLBACK look(HWND window, LPARAM unused)
{
    wchar_t text[4096], kind[64];
    if (!IsWindowVisible(window)) return TRUE;
    text_of(window, text, 4096);
    unmark(text);
    GetClassNameW(window, kind, 64);
    if (!wanted && text[0]) say(text);
    if (wanted && !pressed && !wcsicmp(kind, L"button") && !wcscmp(text, wanted) && IsWindowEnabled(window)) {
        pressed = 1;
        PostMessageW(window, BM_CLICK, 0, 0);
    }
    EnumChildWindows(window, look, 0);
    return TRUE;
}

int wmain(int count, wchar_t **words)
{
    if (count == 3 && !wcscmp(words[1], L"press")) wanted = words[2];
    else if (count != 2 || wcscmp(words[1], L"read")) return 2;
    EnumWindows(look, 0);
    return wanted && !pressed;
}
