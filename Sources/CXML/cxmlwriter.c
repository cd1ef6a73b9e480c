#include "cxmlwriter.h"
#include <stdlib.h>
#include <libxml/xmlwriter.h>

struct demarche_xml_writer {
    xmlBufferPtr buffer;
    xmlTextWriterPtr writer;
    int failed;
};

demarche_xml_writer *demarche_xml_writer_new(void) {
    demarche_xml_writer *self = calloc(1, sizeof *self);
    if (self == NULL) { return NULL; }
    self->buffer = xmlBufferCreate();
    self->writer = self->buffer == NULL ? NULL : xmlNewTextWriterMemory(self->buffer, 0);
    if (self->writer == NULL || xmlTextWriterStartDocument(self->writer, NULL, "UTF-8", NULL) < 0) { self->failed = 1; }
    return self;
}

void demarche_xml_writer_start(demarche_xml_writer *self, const char *name) {
    if (!self->failed && xmlTextWriterStartElement(self->writer, BAD_CAST name) < 0) { self->failed = 1; }
}

void demarche_xml_writer_attribute(demarche_xml_writer *self, const char *name, const char *value) {
    if (!self->failed && xmlTextWriterWriteAttribute(self->writer, BAD_CAST name, BAD_CAST value) < 0) { self->failed = 1; }
}

void demarche_xml_writer_text(demarche_xml_writer *self, const char *text) {
    if (!self->failed && xmlTextWriterWriteString(self->writer, BAD_CAST text) < 0) { self->failed = 1; }
}

void demarche_xml_writer_end(demarche_xml_writer *self) {
    if (!self->failed && xmlTextWriterEndElement(self->writer) < 0) { self->failed = 1; }
}

const char *demarche_xml_writer_finish(demarche_xml_writer *self, size_t *count) {
    if (self->failed || xmlTextWriterEndDocument(self->writer) < 0 || xmlTextWriterFlush(self->writer) < 0) { return NULL; }
    *count = (size_t)xmlBufferLength(self->buffer);
    return (const char *)xmlBufferContent(self->buffer);
}

void demarche_xml_writer_free(demarche_xml_writer *self) {
    if (self->writer != NULL) { xmlFreeTextWriter(self->writer); }
    if (self->buffer != NULL) { xmlBufferFree(self->buffer); }
    free(self);
}
