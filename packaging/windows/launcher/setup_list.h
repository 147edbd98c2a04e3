/* The list of what an installation consists of: one "size path" a line, UTF-8; the size in bytes, "-" where unchecked. */
#ifndef SETUP_LIST_H
#define SETUP_LIST_H

#include <wchar.h>

#define LIST L"installed-files.txt"
#define PATH_LENGTH 4096

struct entry {
    long long size; /* -1: not checked */
    wchar_t *path;
};

struct list {
    size_t count;
    struct entry *entries;
    wchar_t *text;
};

/* folder\part\name in a buffer of PATH_LENGTH; part may be NULL. */
const wchar_t *join(wchar_t *path, const wchar_t *folder, const wchar_t *part, const wchar_t *name);
int is_there(const wchar_t *folder, const wchar_t *part, const wchar_t *name);
/* Reads folder\part\LIST, which is not an entry of its own; an unreadable list has no entries. */
void read_list(struct list *list, const wchar_t *folder, const wchar_t *part);
void free_list(struct list *list);
/* Whether every file of the list lies below folder\part in the right size. */
int is_complete(const struct list *list, const wchar_t *folder, const wchar_t *part);

#endif
