#include <lexbor/dom/dom.h>
#include <lexbor/encoding/encoding.h>
#include <lexbor/html/html.h>

/* The casts that lexbor writes as macros, which Swift does not import. */
static inline lxb_dom_document_t *demarche_document(lxb_html_document_t *d) { return lxb_dom_interface_document(d); }
static inline lxb_dom_node_t *demarche_document_node(lxb_html_document_t *d) { return lxb_dom_interface_node(d); }
static inline lxb_dom_element_t *demarche_element(lxb_dom_node_t *n) { return lxb_dom_interface_element(n); }
static inline lxb_dom_character_data_t *demarche_character_data(lxb_dom_node_t *n) { return lxb_dom_interface_character_data(n); }

/* How deep the parser stands: open elements, and formatting elements it would open again. */
static inline size_t demarche_open_elements(lxb_html_document_t *d, lxb_html_parser_t *p) {
    (void)d;
    return p->tree->open_elements ? lexbor_array_length(p->tree->open_elements) : 0;
}
static inline size_t demarche_formatting_elements(lxb_html_parser_t *p) {
    return p->tree->active_formatting ? lexbor_array_length(p->tree->active_formatting) : 0;
}

/* How many attributes the tag has that the parser is in the middle of, counted up to `limit`. */
static inline size_t demarche_pending_attributes(lxb_html_parser_t *p, size_t limit) {
    size_t count = 0;
    lxb_html_token_attr_t *a = p->tkz->token ? p->tkz->token->attr_first : NULL;
    for (; a != NULL && count < limit; a = a->next) { count++; }
    return count;
}

/* The bytes in the memory chunks after `*last`, which moves on to the newest chunk; begin with NULL. */
static inline size_t demarche_memory_since(lexbor_mem_t *m, lexbor_mem_chunk_t **last) {
    size_t bytes = 0;
    lexbor_mem_chunk_t *c = *last ? (*last)->next : m->chunk_first;
    for (; c != NULL; c = c->next) { bytes += c->size; *last = c; }
    return bytes;
}
static inline lexbor_mem_t *demarche_node_memory(lxb_html_document_t *d) { return lxb_dom_interface_document(d)->mraw->mem; }
static inline lexbor_mem_t *demarche_text_memory(lxb_html_document_t *d) { return lxb_dom_interface_document(d)->text->mem; }
