#include "cxml.h"
#include <limits.h>
#include <pthread.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

static xmlParserInputPtr no_external(const char *url, const char *id, xmlParserCtxtPtr context) {
    (void)url; (void)id; (void)context;
    return NULL;
}

static void start_library(void) {
    xmlInitParser();
    xmlSetExternalEntityLoader(no_external);
}

/* libxml2 prints some errors whatever its options say. */
static void no_message(void *context, const char *message, ...) {
    (void)context; (void)message;
}

static pthread_once_t started = PTHREAD_ONCE_INIT;

static const char *space_of(const xmlNs *ns) { return ns == NULL ? NULL : (const char *)ns->href; }
static const char *prefix_of(const xmlNs *ns) { return ns == NULL ? NULL : (const char *)ns->prefix; }

static void open_element(xmlNodePtr node, const demarche_xml_handlers *handlers, void *context) {
    handlers->start(context, (const char *)node->name, space_of(node->ns), prefix_of(node->ns));
    for (xmlAttrPtr a = node->properties; a != NULL; a = a->next) {
        xmlChar *value = xmlNodeListGetString(node->doc, a->children, 1);
        handlers->attribute(context, (const char *)a->name, space_of(a->ns), prefix_of(a->ns), (const char *)value);
        xmlFree(value);
    }
}

static void walk(xmlNodePtr root, const demarche_xml_handlers *handlers, void *context) {
    xmlNodePtr node = root;
    while (node != NULL) {
        if (node->type == XML_ELEMENT_NODE) {
            open_element(node, handlers, context);
            if (node->children != NULL) { node = node->children; continue; }
            handlers->end(context);
        } else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            handlers->text(context, (const char *)node->content);
        }
        while (node != root && node->next == NULL) {
            node = node->parent;
            handlers->end(context);
        }
        if (node == root) { return; }
        node = node->next;
    }
}

int demarche_xml_walk(const char *bytes, size_t count, demarche_xml_handlers handlers, void *context) {
    if (count > INT_MAX || pthread_once(&started, start_library) != 0) { return 0; }
    xmlSetGenericErrorFunc(NULL, no_message); /* of this thread */
    xmlDocPtr document = xmlReadMemory(bytes, (int)count, NULL, "UTF-8",
        XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (document == NULL) { return 0; }
    xmlNodePtr root = xmlDocGetRootElement(document);
    if (root != NULL) { walk(root, &handlers, context); }
    xmlFreeDoc(document);
    return root != NULL;
}

uint32_t demarche_html_entity(const char *name) {
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
    return entity == NULL ? 0 : (uint32_t)entity->value;
}
