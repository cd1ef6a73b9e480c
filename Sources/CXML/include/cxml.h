#ifndef DEMARCHE_CXML_H
#define DEMARCHE_CXML_H

#include <stddef.h>
#include <stdint.h>
#include "cxmlwriter.h"

/* What a walk over a document meets, in order. Strings hold only during the call; absent ones are NULL. */
typedef struct {
    void (*start)(void *context, const char *name, const char *space, const char *prefix);
    void (*attribute)(void *context, const char *name, const char *space, const char *prefix, const char *value);
    void (*text)(void *context, const char *text);
    void (*end)(void *context);
} demarche_xml_handlers;

/* Parses UTF-8, mends what is not well-formed, and walks over the result. Entities that the document declares are put in,
   within libxml2's bounds against expansion without end; nothing is fetched for it, neither from the network nor from a
   file. What is nested deeper than 256 is cut. Returns 0 when there is no element at all. */
int demarche_xml_walk(const char *bytes, size_t count, demarche_xml_handlers handlers, void *context);

/* The scalar that HTML 4 gives a name such as `nbsp`; 0 for a name that it does not know. */
uint32_t demarche_html_entity(const char *name);

#endif
