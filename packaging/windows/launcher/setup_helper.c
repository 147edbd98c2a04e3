/* What the installer needs from Windows and NSIS cannot say.
 *
 *   setup-helper close EXE       asks every process of EXE to close, as its owner would; 0 when all have ended, 1 when
 *                                not, 2 when all have ended and none of them had shown a window: it was in the tray
 *   setup-helper brand LNK ID    gives a shortcut the program's AppUserModelID, so that a pinned icon and the running
 *                                window share one place in the taskbar; 0 when written
 *   setup-helper replace FOLDER  puts FOLDER\setup-new in the place of what is installed there, or leaves all as it was
 *   setup-helper remove FOLDER   takes away what is installed there, or leaves all as it was
 *   setup-helper discard FOLDER  takes away FOLDER\setup-new, and mends what a broken-off run left
 *   setup-helper start EXE       starts EXE as the signed-in user, also from an installer that runs as administrator
 */
#define COBJMACROS
#include <windows.h>

#include <propsys.h>
#include <shlobj.h>
#include <tlhelp32.h>
#include <wchar.h>

#include "setup_files.h"

#define LONG_PATH 32768
#define MOST 64
#define CLOSE_MS 5000
#define QUIT_MS 10000

struct running {
    DWORD count;
    int shown;
    int asks; /* something could not be saved, so its window asks */
    DWORD ids[MOST];
    HANDLE handles[MOST];
};

/* System.AppUserModel.ID, as in Microsoft's propkey.h */
static const PROPERTYKEY app_id_key = {
    {0x9f4c2855, 0x9f79, 0x4b39, {0xa8, 0xd0, 0xe1, 0xd4, 0x2d, 0xe1, 0xd5, 0xf3}}, 5};

static int runs(HANDLE process, const wchar_t *exe)
{
    static wchar_t path[LONG_PATH];
    DWORD length = LONG_PATH;

    return QueryFullProcessImageNameW(process, 0, path, &length) && _wcsicmp(path, exe) == 0;
}

static void find(const wchar_t *exe, struct running *all)
{
    PROCESSENTRY32W entry = {.dwSize = sizeof entry};
    HANDLE list = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    BOOL more = Process32FirstW(list, &entry);

    all->count = 0;
    all->shown = 0;
    all->asks = 0;
    for (; more && all->count < MOST; more = Process32NextW(list, &entry)) {
        HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, FALSE, entry.th32ProcessID);

        if (process != NULL && runs(process, exe)) {
            all->ids[all->count] = entry.th32ProcessID;
            all->handles[all->count++] = process;
        } else if (process != NULL) {
            CloseHandle(process);
        }
    }
    CloseHandle(list);
}

static int ours(const struct running *all, HWND window, DWORD *thread)
{
    DWORD id;

    *thread = GetWindowThreadProcessId(window, &id);
    for (DWORD i = 0; i < all->count; i++)
        if (all->ids[i] == id)
            return 1;
    return 0;
}

/* What Windows itself sends when an update wants a program's files: it saves and asks nothing. */
static int saves_for_an_update(HWND window)
{
    DWORD_PTR answer = FALSE;

    return SendMessageTimeoutW(window, WM_QUERYENDSESSION, 0, ENDSESSION_CLOSEAPP, SMTO_ABORTIFHUNG, CLOSE_MS, &answer) &&
           answer;
}

/* A window that could not save is closed as its owner would close it, and says what is wrong. */
static BOOL CALLBACK ask_to_close(HWND window, LPARAM parameter)
{
    struct running *all = (struct running *)parameter;
    DWORD thread;

    if (IsWindowVisible(window) && GetWindow(window, GW_OWNER) == NULL && ours(all, window, &thread)) {
        all->shown = 1;
        if (!saves_for_an_update(window)) {
            all->asks = 1;
            PostMessageW(window, WM_CLOSE, 0, 0);
        }
    }
    return TRUE;
}

/* After saving, and for a program that has gone to the tray, where there is nothing to save. */
static BOOL CALLBACK ask_to_quit(HWND window, LPARAM all)
{
    DWORD thread;

    if (ours((struct running *)all, window, &thread))
        PostThreadMessageW(thread, WM_QUIT, 0, 0);
    return TRUE;
}

static int all_ended(const struct running *all, DWORD milliseconds)
{
    return WaitForMultipleObjects(all->count, all->handles, TRUE, milliseconds) != WAIT_TIMEOUT;
}

static int close_running(const wchar_t *path)
{
    static wchar_t exe[LONG_PATH];
    struct running all;

    if (GetLongPathNameW(path, exe, LONG_PATH) == 0)
        return 0;
    find(exe, &all);
    if (all.count == 0)
        return 0;
    EnumWindows(ask_to_close, (LPARAM)&all);
    if (all.asks)
        return all_ended(&all, CLOSE_MS) ? 0 : 1;
    EnumWindows(ask_to_quit, (LPARAM)&all);
    return !all_ended(&all, QUIT_MS) ? 1 : all.shown ? 0 : 2;
}

static HRESULT write_id(IShellLinkW *link, IPersistFile *file, const wchar_t *path, const wchar_t *id)
{
    IPropertyStore *store;
    PROPVARIANT value;
    HRESULT result = IPersistFile_Load(file, path, STGM_READWRITE);

    if (FAILED(result) || FAILED(result = IShellLinkW_QueryInterface(link, &IID_IPropertyStore, (void **)&store)))
        return result;
    value.vt = VT_LPWSTR;
    value.pwszVal = (wchar_t *)id;
    result = IPropertyStore_SetValue(store, &app_id_key, &value);
    if (SUCCEEDED(result))
        result = IPropertyStore_Commit(store);
    IPropertyStore_Release(store);
    return SUCCEEDED(result) ? IPersistFile_Save(file, path, TRUE) : result;
}

static int brand(const wchar_t *path, const wchar_t *id)
{
    IShellLinkW *link;
    IPersistFile *file;
    HRESULT result = CoInitialize(NULL);

    if (FAILED(result))
        return 1;
    result = CoCreateInstance(&CLSID_ShellLink, NULL, CLSCTX_INPROC_SERVER, &IID_IShellLinkW, (void **)&link);
    if (SUCCEEDED(result)) {
        result = IShellLinkW_QueryInterface(link, &IID_IPersistFile, (void **)&file);
        if (SUCCEEDED(result)) {
            result = write_id(link, file, path, id);
            IPersistFile_Release(file);
        }
        IShellLinkW_Release(link);
    }
    CoUninitialize();
    return SUCCEEDED(result) ? 0 : 1;
}

/* The token of the shell is the signed-in user's, without an administrator's rights. NULL when there is none. */
static HANDLE shell_token(void)
{
    HANDLE process, token = NULL, copy = NULL;
    DWORD id = 0;

    GetWindowThreadProcessId(GetShellWindow(), &id);
    process = id == 0 ? NULL : OpenProcess(PROCESS_QUERY_INFORMATION, FALSE, id);
    if (process != NULL && OpenProcessToken(process, TOKEN_DUPLICATE, &token))
        DuplicateTokenEx(token, TOKEN_QUERY | TOKEN_ASSIGN_PRIMARY | TOKEN_DUPLICATE | TOKEN_ADJUST_DEFAULT |
                         TOKEN_ADJUST_SESSIONID, NULL, SecurityImpersonation, TokenPrimary, &copy);
    if (token != NULL)
        CloseHandle(token);
    if (process != NULL)
        CloseHandle(process);
    return copy;
}

static int is_elevated(void)
{
    HANDLE token;
    TOKEN_ELEVATION elevation = {0};
    DWORD size;

    if (OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) {
        GetTokenInformation(token, TokenElevation, &elevation, sizeof elevation, &size);
        CloseHandle(token);
    }
    return elevation.TokenIsElevated != 0;
}

static int start(const wchar_t *exe)
{
    static wchar_t command[LONG_PATH];
    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION process;
    HANDLE token = is_elevated() ? shell_token() : NULL;
    BOOL started = FALSE;

    swprintf(command, LONG_PATH, L"\"%ls\"", exe);
    if (token != NULL) {
        started = CreateProcessWithTokenW(token, 0, exe, command, 0, NULL, NULL, &how, &process);
        CloseHandle(token);
    }
    if (!started)
        started = CreateProcessW(exe, command, NULL, NULL, FALSE, 0, NULL, NULL, &how, &process);
    if (!started)
        return 1;
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
    return 0;
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show)
{
    (void)instance, (void)previous, (void)line, (void)show;
    SetDllDirectoryW(L"");
    if (__argc == 3 && wcscmp(__wargv[1], L"close") == 0)
        return close_running(__wargv[2]);
    if (__argc == 3 && wcscmp(__wargv[1], L"replace") == 0)
        return replace_files(__wargv[2]);
    if (__argc == 3 && wcscmp(__wargv[1], L"remove") == 0)
        return remove_files(__wargv[2]);
    if (__argc == 3 && wcscmp(__wargv[1], L"discard") == 0)
        return discard_new_files(__wargv[2]);
    if (__argc == 3 && wcscmp(__wargv[1], L"start") == 0)
        return start(__wargv[2]);
    if (__argc == 4 && wcscmp(__wargv[1], L"brand") == 0)
        return brand(__wargv[2], __wargv[3]);
    return 9;
}
