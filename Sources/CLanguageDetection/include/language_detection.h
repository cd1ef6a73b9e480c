#ifndef DEMARCHE_LANGUAGE_DETECTION_H
#define DEMARCHE_LANGUAGE_DETECTION_H

#ifdef __cplusplus
extern "C" {
#endif

/// The language of plain text in UTF-8 as CLD2 tells it: a BCP 47 code that lives as long as the program, `un` where it
/// cannot tell. `percent` receives how much of the text is in it, `is_reliable` whether CLD2 stands by it.
const char *demarche_language(const char *text, int length, int *percent, int *is_reliable);

#ifdef __cplusplus
}
#endif

#endif
