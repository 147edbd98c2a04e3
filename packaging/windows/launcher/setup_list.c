#include "setup_list.h"

#include <stdlib.h>
#include <windows.h>

#define MOST_BYTES (8 * 1024 * 1024)

const wchar_t *join(wchar_t *path, const wchar_t *folder, const wchar_t *part, const wchar_t *name)
{
    if (part == NULL)
        swprintf(path, PATH_LENGTH, L"%ls\\%ls", folder, name);
    else
        swprintf(path, PATH_LENGTH, L"%ls\\%ls\\%ls", folder, part, name);
    return path;
}

int is_there(const wchar_t *folder, const wchar_t *part, const wchar_t *name)
{
    wchar_t path[PATH_LENGTH];

    return GetFileAttributesW(join(path, folder, part, name)) != INVALID_FILE_ATTRIBUTES;
}

/* A list from elsewhere must not reach outside the folder. */
static int is_inside(const wchar_t *path)
{
    return *path != L'\0' && *path != L'\\' && wcschr(path, L':') == NULL && wcschr(path, L'/') == NULL &&
           wcsstr(path, L"..") == NULL;
}

static wchar_t *read_text(const wchar_t *path)
{
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    DWORD size = file == INVALID_HANDLE_VALUE ? 0 : GetFileSize(file, NULL), got = 0;
    char *bytes = size <= MOST_BYTES ? calloc(size + 1, 1) : NULL;
    wchar_t *text = calloc((size_t)size + 1, sizeof *text);

    if (file != INVALID_HANDLE_VALUE) {
        if (bytes != NULL && text != NULL && ReadFile(file, bytes, size, &got, NULL) && got > 0)
            MultiByteToWideChar(CP_UTF8, 0, bytes, (int)got, text, (int)size);
        CloseHandle(file);
    }
    free(bytes);
    return text;
}

void read_list(struct list *list, const wchar_t *folder, const wchar_t *part)
{
    wchar_t path[PATH_LENGTH], *line, *next, *space;
    size_t room = 1;

    list->count = 0;
    list->text = read_text(join(path, folder, part, LIST));
    for (line = list->text; line != NULL && *line != L'\0'; line++)
        room += *line == L'\n';
    list->entries = calloc(room, sizeof *list->entries);
    for (line = list->text; list->entries != NULL && line != NULL && *line != L'\0'; line = next) {
        next = line + wcscspn(line, L"\n");
        if (*next != L'\0')
            *next++ = L'\0';
        line[wcscspn(line, L"\r")] = L'\0';
        space = wcschr(line, L' ');
        if (space == NULL || *line == L'#' || !is_inside(space + 1) || wcscmp(space + 1, LIST) == 0)
            continue;
        list->entries[list->count].size = *line == L'-' ? -1 : _wtoi64(line);
        list->entries[list->count++].path = space + 1;
    }
}

void free_list(struct list *list)
{
    free(list->entries);
    free(list->text);
}

int is_complete(const struct list *list, const wchar_t *folder, const wchar_t *part)
{
    wchar_t path[PATH_LENGTH];
    WIN32_FILE_ATTRIBUTE_DATA data;

    for (size_t i = 0; i < list->count; i++) {
        join(path, folder, part, list->entries[i].path);
        if (!GetFileAttributesExW(path, GetFileExInfoStandard, &data))
            return 0;
        if (list->entries[i].size >= 0 &&
            list->entries[i].size != (((LONGLONG)data.nFileSizeHigh << 32) | data.nFileSizeLow))
            return 0;
    }
    return list->count > 0;
}
