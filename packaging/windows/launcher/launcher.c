/* "POS Closeout.exe": starts the program with the Python beside it and never fails in silence.
 * "pos-closeout-cli.exe" (CONSOLE): the same in a console, for verbs; what goes wrong stands there.
 *
 * The exe runs twice. The first process only watches: it starts itself again with --supervised, waits, and passes the
 * exit code on. Whatever ends the second one badly (a missing file, a quarantined DLL, an exception, a crash), the
 * first is still there to say so in a box and to name the log. No Python is needed to build this.
 */
#include <shlobj.h>
#include <shobjidl.h>
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#include "build.h"

#define LONG_PATH 32768
#define APP_ID L"POSCloseout.POSCloseout"
#define SUPERVISED L"--supervised"
/* Our own exit code: files of the installation are missing. Far from Python's and from Windows' codes. */
#define DAMAGED 197
/* TOLD and NOT_ANSWERING of app/window.py: the program itself has shown why it cannot open. */
#define TOLD 72
#define NOT_ANSWERING 73
#define LOG_LIMIT (256 * 1024)

typedef int (*py_main)(int, wchar_t **);

#ifndef CONSOLE
static const wchar_t *const damaged_text =
    L"程序文件不完整，可能是杀毒软件删掉了一部分。\n请重新运行安装程序。您的记录不受影响。\n\n"
    L"Some files of the program are missing; an antivirus may have removed them.\n"
    L"Please run the installer again. Your records are not affected.\n\n%ls";

static const wchar_t *const stopped_text =
    L"程序意外停止了（代码 %lu）。您的记录都还在。\n请再打开一次。还不行的话，请重新运行安装程序，"
    L"或者把下面这个文件发给帮您的人。\n\n"
    L"The program has stopped unexpectedly (code %lu). Your records are safe.\n"
    L"Please open it again. If that does not help, run the installer again, or send the file below to whoever "
    L"helps you.\n\n%ls";
#endif

/* Folder of this exe without the last backslash, room for a name left. Returns 0 when the path does not fit. */
static int own_folder(wchar_t *folder)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONG_PATH);
    wchar_t *slash = wcsrchr(folder, L'\\');

    if (length == 0 || length >= LONG_PATH - 64 || slash == NULL)
        return 0;
    *slash = L'\0';
    return 1;
}

#ifndef CONSOLE
/* A copy for a stick keeps its records beside itself; paths.py of the program looks for the same file. */
static int portable_data(wchar_t *path)
{
    if (!own_folder(path))
        return 0;
    wcscat(path, L"\\portable.txt");
    if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES)
        return 0;
    wcscpy(wcsrchr(path, L'\\'), L"\\data");
    return 1;
}

/* %LOCALAPPDATA%\POS Closeout\logs\start.log, or data\logs\start.log beside a copy for a stick; the folders made. */
static int log_path(wchar_t *path)
{
    wchar_t *base = NULL;
    int found = portable_data(path);

    if (!found && SHGetKnownFolderPath(&FOLDERID_LocalAppData, KF_FLAG_CREATE, NULL, &base) == S_OK)
        found = swprintf(path, LONG_PATH, L"%ls\\POS Closeout", base) > 0;
    if (found) {
        CreateDirectoryW(path, NULL);
        wcscat(path, L"\\logs");
        CreateDirectoryW(path, NULL);
        wcscat(path, L"\\start.log");
    }
    CoTaskMemFree(base);
    return found;
}

/* Opens the log for appending, inheritable; starts afresh when it has grown large. */
static HANDLE open_log(const wchar_t *path)
{
    SECURITY_ATTRIBUTES inherit = {sizeof inherit, NULL, TRUE};
    WIN32_FILE_ATTRIBUTE_DATA data;
    SYSTEMTIME now;
    char line[80];
    DWORD written;
    HANDLE log;

    if (GetFileAttributesExW(path, GetFileExInfoStandard, &data) && data.nFileSizeLow > LOG_LIMIT)
        DeleteFileW(path);
    log = CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherit, OPEN_ALWAYS, 0, NULL);
    if (log == INVALID_HANDLE_VALUE)
        return NULL;
    GetLocalTime(&now);
    snprintf(line, sizeof line, "== %04d-%02d-%02d %02d:%02d:%02d, %s\r\n", now.wYear, now.wMonth, now.wDay, now.wHour,
             now.wMinute, now.wSecond, VERSION);
    WriteFile(log, line, (DWORD)strlen(line), &written, NULL);
    return log;
}

/* A pipe or a file: somebody reads what is printed, so a box would only hold him up. */
static int somebody_reads(HANDLE handle)
{
    DWORD type = handle == NULL || handle == INVALID_HANDLE_VALUE ? FILE_TYPE_UNKNOWN : GetFileType(handle);

    return type == FILE_TYPE_PIPE || type == FILE_TYPE_DISK;
}

/* The arguments exactly as they were typed: what follows the program's own name in the command line. */
static const wchar_t *typed_arguments(void)
{
    const wchar_t *at = GetCommandLineW();
    int quoted = 0;

    for (; *at != L'\0' && (quoted || (*at != L' ' && *at != L'\t')); at++)
        if (*at == L'"')
            quoted = !quoted;
    return at;
}

static void tell(DWORD code, const wchar_t *log)
{
    static wchar_t text[LONG_PATH + 1024];

    if (code == DAMAGED)
        swprintf(text, LONG_PATH + 1024, damaged_text, log);
    else
        swprintf(text, LONG_PATH + 1024, stopped_text, code, code, log);
    MessageBoxW(NULL, text, L"POS停机助手 · POS Closeout", MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
}

/* Starts this exe again and waits for it. Returns its exit code, DAMAGED when it could not be started. */
static DWORD start_and_wait(HANDLE output, HANDLE errors)
{
    static wchar_t exe[LONG_PATH], command[LONG_PATH];
    STARTUPINFOW start;
    PROCESS_INFORMATION process;
    DWORD code = DAMAGED;

    GetModuleFileNameW(NULL, exe, LONG_PATH);
    if (swprintf(command, LONG_PATH, L"\"%ls\" " SUPERVISED L"%ls", exe, typed_arguments()) < 0)
        return code;
    GetStartupInfoW(&start); /* keeps "minimised" and the like of the shortcut */
    start.dwFlags |= STARTF_USESTDHANDLES;
    start.hStdInput = NULL;
    start.hStdOutput = output;
    start.hStdError = errors;
    if (!CreateProcessW(exe, command, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process))
        return code;
    AllowSetForegroundWindow(process.dwProcessId);
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
    return code;
}

static int supervise(void)
{
    static wchar_t path[LONG_PATH] = L"";
    HANDLE output = GetStdHandle(STD_OUTPUT_HANDLE), errors = GetStdHandle(STD_ERROR_HANDLE);
    HANDLE log = log_path(path) ? open_log(path) : NULL;
    int read = somebody_reads(output) || somebody_reads(errors);
    DWORD code = start_and_wait(somebody_reads(output) ? output : log, somebody_reads(errors) ? errors : log);

    if (code != 0 && code != TOLD && code != NOT_ANSWERING && !read)
        tell(code, path);
    return (int)code;
}
#endif

static int damaged(const wchar_t *file)
{
    DWORD error = GetLastError();
    static char name[LONG_PATH * 3];

    WideCharToMultiByte(CP_UTF8, 0, file, -1, name, sizeof name, NULL, NULL);
    fprintf(stderr, "cannot load %s: error %lu\n", name, error);
    fflush(stderr);
    return DAMAGED;
}

/* Runs the program in this process with the Python of the installation and nothing else's settings.
 * The first OWN arguments are this exe's and not the program's. */
static int run(int count, wchar_t **arguments, int own)
{
    static wchar_t library[LONG_PATH];
    wchar_t *first[] = {arguments[0], L"-I", L"-B", L"-X", L"utf8", L"-X", L"faulthandler", L"-m", L"pos_closeout"};
    const int before = sizeof first / sizeof *first, given = count - own;
    wchar_t **all = calloc((size_t)(before + given + 1), sizeof *all);
    HMODULE python;
    py_main start;

    if (all == NULL || !own_folder(library))
        return DAMAGED;
    memcpy(all, first, sizeof first);
    memcpy(all + before, arguments + own, (size_t)given * sizeof *all);
    wcscat(library, L"\\runtime\\python313.dll");
    SetErrorMode(SEM_FAILCRITICALERRORS);
    SetCurrentProcessExplicitAppUserModelID(APP_ID);
    python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    start = python == NULL ? NULL : (py_main)(INT_PTR)GetProcAddress(python, "Py_Main");
    if (start == NULL)
        return damaged(library);
    return start(before + given, all);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **arguments)
{
    SetDllDirectoryW(L""); /* no DLL from the folder that happens to be current */
    return run(count, arguments, count > 1 && wcscmp(arguments[1], SUPERVISED) == 0 ? 2 : 1);
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show)
{
    (void)instance, (void)previous, (void)line, (void)show;
    SetDllDirectoryW(L""); /* no DLL from the folder that happens to be current */
    if (__argc > 1 && wcscmp(__wargv[1], SUPERVISED) == 0)
        return run(__argc, __wargv, 2);
    return supervise();
}
#endif
