/* The files of an installation by the list that lies among them; see setup_files.c. */
#ifndef SETUP_FILES_H
#define SETUP_FILES_H

#include <wchar.h>

/* What the helper ends with; the installer tells them apart. */
enum { FILES_DONE = 0, FILES_HELD = 1, FILES_IN_THE_WAY = 2, FILES_INCOMPLETE = 3, FILES_NO_LIST = 4 };

int replace_files(const wchar_t *folder);
int remove_files(const wchar_t *folder);
int discard_new_files(const wchar_t *folder);

#endif
