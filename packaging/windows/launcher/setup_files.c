/* Puts a new version in the place of the old one, or takes the old one away, and touches nothing but what is listed.
 *
 *   FOLDER\installed-files.txt    the list: one "size path" a line, the size in bytes or "-" where it is not checked
 *   FOLDER\setup-new\             the new version, unpacked by the installer, its list among it
 *   FOLDER\setup-old\             the old version while it is moved aside, with a copy of its list
 *
 * Every step is a rename within one disk, so a full disk cannot stop it half-way. The new list is moved in last: until
 * then everything can be moved back, and a broken-off run is moved back by the next one. Folders are removed only
 * when they are empty.
 */
#include "setup_files.h"

#include <windows.h>

#include "setup_list.h"

#define NEW L"setup-new"
#define OLD L"setup-old"
#define MOVING_IN L"moving-in"
/* An antivirus that looks at a file lets go of it within seconds; what is held longer stays held. */
#define TRIES 12
#define WAIT_MS 250

/* Makes every folder above a file; one that is there is left as it is. */
static void make_folders(wchar_t *path, size_t from)
{
    for (wchar_t *at = path + from; *at != L'\0'; at++)
        if (*at == L'\\') {
            *at = L'\0';
            CreateDirectoryW(path, NULL);
            *at = L'\\';
        }
}

/* Renames folder\from\name to folder\to\name; never over another file. */
static int move(const wchar_t *folder, const wchar_t *from, const wchar_t *to, const wchar_t *name)
{
    wchar_t source[PATH_LENGTH], target[PATH_LENGTH];

    join(source, folder, from, name);
    join(target, folder, to, name);
    make_folders(target, wcslen(folder) + 1);
    for (int tries = 0; tries < TRIES; tries++) {
        if (MoveFileExW(source, target, 0))
            return 1;
        if (GetLastError() != ERROR_SHARING_VIOLATION && GetLastError() != ERROR_ACCESS_DENIED)
            return 0;
        Sleep(WAIT_MS);
    }
    return 0;
}

/* Removes the folders of the list below folder\part, and that folder itself, as far as they are empty. */
static void remove_empty(const struct list *list, const wchar_t *folder, const wchar_t *part)
{
    wchar_t path[PATH_LENGTH], *slash;
    size_t top = wcslen(folder) + (part == NULL ? 0 : wcslen(part) + 1);

    for (size_t i = list->count; i-- > 0;) {
        join(path, folder, part, list->entries[i].path);
        while ((slash = wcsrchr(path, L'\\')) != NULL && (size_t)(slash - path) > top) {
            *slash = L'\0';
            if (!RemoveDirectoryW(path))
                break;
        }
    }
    if (part != NULL) {
        swprintf(path, PATH_LENGTH, L"%ls\\%ls", folder, part);
        RemoveDirectoryW(path);
    }
}

static void delete_file(const wchar_t *folder, const wchar_t *part, const wchar_t *name)
{
    wchar_t path[PATH_LENGTH];

    join(path, folder, part, name);
    for (int tries = 0; tries < TRIES && !DeleteFileW(path) && GetLastError() == ERROR_SHARING_VIOLATION; tries++)
        Sleep(WAIT_MS);
}

/* Deletes what the list names below folder\part, then the list there, then the folders that are empty. */
static void delete_listed(const struct list *list, const wchar_t *folder, const wchar_t *part)
{
    for (size_t i = 0; i < list->count; i++)
        delete_file(folder, part, list->entries[i].path);
    delete_file(folder, part, MOVING_IN);
    delete_file(folder, part, LIST);
    remove_empty(list, folder, part);
}

/* Deletes the old version where it was moved aside; the copy of its list goes last, so that this can go on later. */
static void delete_old(const wchar_t *folder)
{
    struct list list;

    read_list(&list, folder, OLD);
    delete_listed(&list, folder, OLD);
    free_list(&list);
}

/* Moves everything back to where it was. May be called again after it was broken off. */
static void move_back(const wchar_t *folder)
{
    struct list old, new;

    read_list(&old, folder, OLD);
    read_list(&new, folder, NEW);
    /* Only after the last old file was moved aside does a file in its place belong to the new version. */
    if (is_there(folder, OLD, MOVING_IN))
        for (size_t i = 0; i < new.count; i++)
            if (!is_there(folder, NEW, new.entries[i].path) && is_there(folder, NULL, new.entries[i].path))
                move(folder, NULL, NEW, new.entries[i].path);
    remove_empty(&new, folder, NULL);
    for (size_t i = 0; i < old.count; i++)
        if (is_there(folder, OLD, old.entries[i].path))
            move(folder, OLD, NULL, old.entries[i].path);
    delete_file(folder, OLD, MOVING_IN);
    delete_file(folder, OLD, LIST);
    remove_empty(&old, folder, OLD);
    free_list(&old);
    free_list(&new);
}

/* Ends what an earlier run began: moved back when its new list has not been moved in, deleted otherwise. */
static void settle_earlier(const wchar_t *folder)
{
    if (!is_there(folder, OLD, LIST))
        return;
    if (is_there(folder, NEW, LIST) || !is_there(folder, OLD, MOVING_IN))
        move_back(folder);
    else
        delete_old(folder);
}

/* Leaves an empty or copied list in setup-old: from now on the old version can be moved back. */
static int begin(const wchar_t *folder)
{
    wchar_t list[PATH_LENGTH], copy[PATH_LENGTH];
    HANDLE file;

    join(copy, folder, OLD, LIST);
    make_folders(copy, wcslen(folder) + 1);
    if (CopyFileW(join(list, folder, NULL, LIST), copy, FALSE))
        return 1;
    if (GetLastError() != ERROR_FILE_NOT_FOUND)
        return 0;
    file = CreateFileW(copy, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    CloseHandle(file);
    return file != INVALID_HANDLE_VALUE;
}

static int mark_moving_in(const wchar_t *folder)
{
    wchar_t path[PATH_LENGTH];
    HANDLE file = CreateFileW(join(path, folder, OLD, MOVING_IN), GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);

    CloseHandle(file);
    return file != INVALID_HANDLE_VALUE;
}

static int move_aside(const wchar_t *folder)
{
    struct list old;
    int moved = begin(folder);

    read_list(&old, folder, OLD);
    for (size_t i = 0; moved && i < old.count; i++)
        if (is_there(folder, NULL, old.entries[i].path))
            moved = move(folder, NULL, OLD, old.entries[i].path);
    moved = moved && mark_moving_in(folder);
    free_list(&old);
    return moved ? FILES_DONE : FILES_HELD;
}

static int move_in(const wchar_t *folder, const struct list *new)
{
    wchar_t source[PATH_LENGTH], target[PATH_LENGTH];

    for (size_t i = 0; i < new->count; i++) {
        if (is_there(folder, NULL, new->entries[i].path))
            return FILES_IN_THE_WAY;
        if (!move(folder, NEW, NULL, new->entries[i].path))
            return FILES_HELD;
    }
    join(source, folder, NEW, LIST);
    join(target, folder, NULL, LIST);
    return MoveFileExW(source, target, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) ? FILES_DONE : FILES_HELD;
}

/* Puts setup-new in the place of what is installed. Anything but FILES_DONE means that all is as it was. */
int replace_files(const wchar_t *folder)
{
    struct list new;
    int result;

    read_list(&new, folder, NEW);
    result = is_complete(&new, folder, NEW) ? FILES_DONE : FILES_INCOMPLETE;
    if (result == FILES_DONE) {
        result = move_aside(folder);
        if (result == FILES_DONE)
            result = move_in(folder, &new);
        if (result == FILES_DONE) {
            remove_empty(&new, folder, NEW);
            delete_old(folder);
        } else
            move_back(folder);
    }
    free_list(&new);
    return result;
}

/* Takes away what is installed; when a file is held, nothing is taken away. */
int remove_files(const wchar_t *folder)
{
    struct list list;
    int result;

    settle_earlier(folder);
    if (!is_there(folder, NULL, LIST))
        return FILES_NO_LIST;
    read_list(&list, folder, NULL);
    result = move_aside(folder);
    if (result == FILES_DONE) {
        delete_file(folder, NULL, LIST);
        delete_old(folder);
        remove_empty(&list, folder, NULL);
        RemoveDirectoryW(folder);
    } else
        move_back(folder);
    free_list(&list);
    return result;
}

/* Takes away what was unpacked and not put in its place, after settling what an earlier run left. */
int discard_new_files(const wchar_t *folder)
{
    struct list new;

    settle_earlier(folder);
    read_list(&new, folder, NEW);
    delete_listed(&new, folder, NEW);
    RemoveDirectoryW(folder);
    free_list(&new);
    return FILES_DONE;
}
