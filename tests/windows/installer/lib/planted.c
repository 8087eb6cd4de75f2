/* Lies under the name of a tool of the system where a careless installer would find it, and tells that it was run. */
#include <windows.h>

int main(void)
{
    CloseHandle(CreateFileW(L"C:\\planted-was-run", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
    return 0;
}
