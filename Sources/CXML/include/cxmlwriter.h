#ifndef DEMARCHE_CXMLWRITER_H
#define DEMARCHE_CXMLWRITER_H

#include <stddef.h>

/* Writes an XML document in UTF-8 into memory, escaping text and attributes. It does not look for scalars that XML forbids.
   What fails is remembered, and nothing is written behind it. */
typedef struct demarche_xml_writer demarche_xml_writer;

/* NULL when there is no memory. */
demarche_xml_writer *demarche_xml_writer_new(void);
void demarche_xml_writer_start(demarche_xml_writer *self, const char *name);
void demarche_xml_writer_attribute(demarche_xml_writer *self, const char *name, const char *value);
void demarche_xml_writer_text(demarche_xml_writer *self, const char *text);
void demarche_xml_writer_end(demarche_xml_writer *self);
/* Ends what is open; NULL when something failed. Holds until the writer is freed. */
const char *demarche_xml_writer_finish(demarche_xml_writer *self, size_t *count);
void demarche_xml_writer_free(demarche_xml_writer *self);

#endif
